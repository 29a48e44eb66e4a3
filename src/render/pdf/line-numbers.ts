/** Numbers of lines in the margin: counted once, or taken from the record of the issued document and printed where they stood. */

import { createHash } from "node:crypto";
import type { LineRecord, NumberedLine } from "../../document/line-record.ts";
import type { Diagnostic } from "../../report/diagnostic.ts";
import { breakParagraph } from "./breaker.ts";
import type { Leaf, SetLine } from "./leaf.ts";
import type { Fonts } from "./line.ts";
import { scriptOfLanguage } from "./script.ts";
import type { Sheet, SheetLine } from "./sheet.ts";

/** Raise it when other lines are counted than before; records of the older count stay as they are. */
const algorithm = 1;

/** Points from the text area to the end of a number. */
const distance = 14;
const size = 7;
/** Paragraphs named in a message. */
const named = 3;

/** The paragraphs that count, by a key that is the same in every build of the same text. */
export function countedLeaves(leaves: readonly Leaf[]): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  let unnamed = 0;
  for (const leaf of leaves) {
    if (!leaf.counted || leaf.spec === undefined) continue;
    const base = leaf.id ?? `#${++unnamed}`;
    let key = base;
    for (let again = 2; found.has(key); again++) key = `${base}~${again}`;
    found.set(key, leaf);
  }
  return found;
}

/**
 * Asks every paragraph for the lines that it had when it was issued; an error when the text is not the one that was
 * counted. Call before anything is set.
 */
export function recall(record: LineRecord, leaves: ReadonlyMap<string, Leaf>): Diagnostic[] {
  const changed = [...leaves].filter(([key, leaf]) => record.texts[key] !== hashOf(leaf)).map(([key]) => key);
  const gone = Object.keys(record.texts).filter((key) => !leaves.has(key));
  if (changed.length + gone.length > 0) return [textChanged([...changed, ...gone])];
  const ends = new Map<string, number[]>();
  for (const { block, to } of record.pages.flatMap(({ lines }) => lines)) {
    const list = ends.get(block);
    if (list === undefined) ends.set(block, [to]);
    else list.push(to);
  }
  for (const [key, leaf] of leaves) {
    const list = ends.get(key);
    if (leaf.spec !== undefined && list !== undefined) leaf.spec.ends = list;
  }
  return [];
}

/** Counts the lines of finished sheets. */
export function countLines(
  sheets: readonly Sheet[],
  leaves: ReadonlyMap<string, Leaf>,
  language: string,
): LineRecord {
  const keys = new Map([...leaves].map(([key, leaf]) => [leaf, key]));
  const pages: LineRecord["pages"] = [];
  let number = 0;
  sheets.forEach((sheet, i) => {
    const lines: NumberedLine[] = [];
    for (const { set } of countedLines(sheet)) {
      const block = keys.get(set.leaf);
      if (block === undefined || set.line === undefined) continue;
      number++;
      lines.push({ number, block, from: set.line.start, to: set.line.end });
    }
    if (lines.length > 0) pages.push({ page: i + 1, lines });
  });
  const texts = Object.fromEntries([...leaves].map(([key, leaf]) => [key, hashOf(leaf)]));
  return { algorithm, language, texts, pages };
}

export interface NumberOptions {
  /** Points from the page's edge to the start edge of the text area. */
  left: number;
  /** Every so many lines. */
  every: number;
  lang: string;
  dir: "ltr" | "rtl";
  fonts: Fonts;
  print: (n: number) => string;
}

/**
 * Prints the numbers of a record in the start margin, each beside the line in which its own line begins. Call before
 * mirroring. The findings say which lines do not stand as they were issued.
 */
export function printNumbers(
  sheets: readonly Sheet[],
  record: LineRecord,
  leaves: ReadonlyMap<string, Leaf>,
  options: NumberOptions,
): Diagnostic[] {
  const keys = new Map([...leaves].map(([key, leaf]) => [leaf, key]));
  const stored = new Map<string, NumberedLine[]>();
  const pageOf = new Map<number, number>();
  for (const { page, lines } of record.pages)
    for (const line of lines) {
      pageOf.set(line.number, page);
      const list = stored.get(line.block);
      if (list === undefined) stored.set(line.block, [line]);
      else list.push(line);
    }
  const moved = new Set<string>();
  let turned: { number: number; was: number; is: number } | undefined;
  sheets.forEach((sheet, i) => {
    const numbers: SheetLine[] = [];
    for (const item of countedLines(sheet)) {
      const { line } = item.set;
      const key = keys.get(item.set.leaf);
      if (key === undefined || line === undefined) continue;
      const here = (stored.get(key) ?? []).filter(
        ({ from, to }) => (from >= line.start && from < line.end) || (from === to && from === line.start),
      );
      const [only] = here;
      if (here.length !== 1 || only?.from !== line.start || only.to !== line.end) moved.add(key);
      for (const { number } of here) {
        const was = pageOf.get(number) ?? 0;
        if (was !== i + 1) turned ??= { number, was, is: i + 1 };
      }
      const shown = here.filter(({ number }) => number % options.every === 0);
      if (shown.length === 0) continue;
      const words = shown.map(({ number }) => options.print(number)).join(" ");
      numbers.push(numberBeside(words, item, options));
    }
    sheet.items.push(...numbers);
  });
  return [...(moved.size > 0 ? [linesMoved([...moved])] : []), ...(turned ? [pagesTurned(turned)] : [])];
}

function countedLines(sheet: Sheet): SheetLine[] {
  return sheet.items.filter(
    (item): item is SheetLine => item.kind === "line" && item.artifact === undefined && item.set.leaf.counted,
  );
}

function numberBeside(text: string, beside: SheetLine, options: NumberOptions): SheetLine {
  const { lang, dir, fonts, left } = options;
  const run = {
    text,
    script: scriptOfLanguage(lang),
    bold: false,
    italic: false,
    size,
    rise: 0,
    colour: "555555",
    lang,
    tag: [],
  };
  const measure = left - distance;
  const order = { runs: [run], fonts, dir, lang, measure, align: "end", leading: size } as const;
  const line = breakParagraph(order)[0];
  const leaf: Leaf = {
    ...beside.set.leaf,
    indentStart: 0,
    indentEnd: 0,
    dir,
    changed: false,
    counted: false,
  };
  delete leaf.label;
  delete leaf.element;
  const set: SetLine = { leaf, index: 0, ...(line ? { line } : {}), height: size, calls: [] };
  const rise = (beside.set.line?.ascent ?? 0) - (line?.ascent ?? 0);
  return { kind: "line", set, x: 0, y: beside.y + rise, width: measure, artifact: "page" };
}

/** Label and words as they are printed. */
function hashOf(leaf: Leaf): string {
  const label = leaf.label?.line.pieces[0]?.run.text ?? "";
  const words = leaf.spec?.runs.map((run) => run.text).join("") ?? "";
  return createHash("sha256").update(`${label}\t${words}`).digest("hex").slice(0, 16);
}

function list(keys: readonly string[]): string {
  return `${keys.slice(0, named).join(", ")}${keys.length > named ? `, … (${keys.length} in all)` : ""}`;
}

function textChanged(keys: readonly string[]): Diagnostic {
  return {
    code: "lines-text-changed",
    severity: "error",
    message: `The text has changed since its lines were numbered: ${list(keys)}.`,
    hint: "Bring the issued text back, or number the lines anew (--renumber-lines); what speaks of the old numbers is then wrong.",
  };
}

function linesMoved(keys: readonly string[]): Diagnostic {
  return {
    code: "lines-moved",
    severity: "warning",
    message: `Some lines no longer end where they ended when the document was issued: ${list(keys)}.`,
    hint: "Fonts, sizes or margins of the house style have changed. Each number stands beside the words that its line began with.",
  };
}

function pagesTurned({ number, was, is }: { number: number; was: number; is: number }): Diagnostic {
  return {
    code: "lines-moved",
    severity: "warning",
    message: `From line ${number} on, lines stand on other pages than in the issued document: it was page ${was} and is page ${is} now.`,
    hint: "Fonts, sizes or margins of the house style have changed. The numbers are those of the issued document.",
  };
}
