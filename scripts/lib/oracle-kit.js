/** What the scripts that ask other programs share: which are there, our trees, the letters of a text, counting what passed. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { bin, root } from "./folders.js";

if (!existsSync(bin)) {
  console.error("dist/ is missing. Run: npm ci");
  process.exit(2);
}

/** Says loudly what could not be asked. */
export const notRun = (what, consequence) => console.log(`NOT RUN: ${what}; ${consequence}`);

export const has = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** Output of our program; throws where it ends with a fault. */
export const hemicycle = (...args) =>
  execFileSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });

/** Page trees of every document that the words of a build command ask for: `{ work, stage, language, value }`. */
export function trees(...args) {
  try {
    return JSON.parse(hemicycle("build", ...args, "--emit", "tree", "--json")).items ?? [];
  } catch (fault) {
    // A fault in one work does not keep the others back; nothing at all is for the caller to say.
    return fault.stdout ? (JSON.parse(fault.stdout).items ?? []) : [];
  }
}

/** Letters and digits alone, compatibility forms undone: spaces, hyphenation and brackets are the layout's affair. */
export const bare = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]/gu, "");

/** LibreOffice counts abjad from a plain alef, Word from one with hamza; both are the letter (a). */
export const plainAlef = (text) => text.replaceAll("أ", "ا");

/** The words of blocks of a page tree in reading order, with or without labels of numbered paragraphs and signs of notes. */
export function saidIn(list, labels, calls = false) {
  const inline = (nodes) =>
    nodes
      .map((node) => {
        if (node.kind === "text") return node.text;
        if (node.kind === "ref" || (calls && node.kind === "call")) return node.label;
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
  const blocks = (some) => some.map(block).join(" ");
  return bare(blocks(list));
}

/** Words of the blocks of a document as pandoc reads a Word file, without notes and without automatic numbers. */
export function pandocText(file, ...options) {
  const out = execFileSync("pandoc", ["-f", "docx", "-t", "json", ...options, file], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const strings = [];
  const walk = (node) => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node && typeof node === "object") {
      if (node.t === "Str") strings.push(node.c);
      else if (node.t !== "Note") Object.values(node).forEach(walk);
    }
  };
  walk(JSON.parse(out).blocks);
  return bare(strings.join(""));
}

/** Where two texts part, in words; nothing where they are the same. */
export function difference(found, expected) {
  if (found === expected) return undefined;
  let at = 0;
  while (at < expected.length && found[at] === expected[at]) at++;
  return `differs after "${expected.slice(Math.max(0, at - 30), at)}": expected "${expected.slice(at, at + 40)}", found "${found.slice(at, at + 40)}"`;
}

/** The same letters in any order: notes, columns and tables stand elsewhere on a page than in the tree. */
export function sameLetters(found, expected) {
  const sorted = (text) => [...text].sort().join("");
  return found === expected || sorted(found) === sorted(expected);
}

/** Counts what was asked and keeps what was answered wrong. */
export class Tally {
  asked = 0;
  failures = [];

  check(what, problem) {
    this.asked++;
    if (problem) this.failures.push(`${what}: ${problem}`);
  }

  /** Prints all failures and one line of sums; a failure is the script's. */
  conclude(what) {
    for (const failure of this.failures) console.log(`DIFFERENT  ${failure}`);
    console.log(`${what}: ${this.asked - this.failures.length} passed, ${this.failures.length} failed`);
    if (this.failures.length > 0) process.exitCode = 1;
  }
}
