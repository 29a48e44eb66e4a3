/** Cuts a plain text into pieces: numbered paragraphs, bullets, and blocks without a number, each with its line. */
import { listEnds } from "./plain-list-ends.ts";

/** A number, letter or bullet in front of a text. */
export interface Label {
  kind: "paren" | "number" | "letter" | "bullet";
  /** As written: `(1)`, `3 bis.`, `(a)`, `•`. */
  written: string;
  /** `1`, `a`, `iv`; empty for bullets. */
  value: string;
  /** `bis`, `ter`, … */
  suffix?: string;
}

export interface Piece {
  /** Line of the label, or of the text where there is none; counts from 1. */
  line: number;
  label?: Label;
  /** The lines of the piece joined by single spaces; may be empty after a label. */
  text: string;
  /** Opening words that are marked in the source of the text. */
  opening?: string;
  /** It closes the list before it, for certain or as it seems. */
  closing?: "closing" | "supposed";
}

export interface Line {
  line: number;
  text: string;
  /** Columns of white space before the text; none when left out. */
  indent?: number;
  /** A number that the source has apart from the words. */
  label?: Label;
  /** The marked words that the text begins with. */
  opening?: string;
}

/** Lines without white space at their ends; a byte order mark and every kind of line end are understood. */
export function linesOf(source: string): Line[] {
  return source
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\r\n\u2028\u2029\u0085]/)
    .map((text, i) => ({ line: i + 1, text: text.trim(), indent: indentOf(text) }));
}

/** A tab counts as far as it goes, to the next of every eight columns. */
function indentOf(text: string): number {
  let columns = 0;
  for (const sign of /^\s*/u.exec(text)?.[0] ?? "") columns += sign === "\t" ? 8 - (columns % 8) : 1;
  return columns;
}

const suffixes = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies";
const digits = "[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}";
/** `(1)`, `1.`, `1)`, `3 bis.`, and `1 -` as Arabic texts number. */
const numbered = new RegExp(
  `^(?:[(（](${digits})\\s*(${suffixes})?[)）]|(${digits})\\s*(${suffixes})?\\s*([.)）、]|[-–](?=\\s)))(?=\\s|$)\\s*(.*)$`,
  "iu",
);
/** Letters and numerals of sub-paragraphs in the scripts of the languages that we print. */
export const series: Readonly<Record<string, readonly string[]>> = {
  letter: [..."abcdefghijklmnopqrstuvwxyz"],
  roman: "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" "),
  cyrillic: [..."абвгдежзиклмнопрстуфхцчшщэюя"],
  abjad: [..."أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"],
  hanzi: [..."一二三四五六七八九十"],
};
const lettered = /^[(（]?([a-z]|[ivxl]{1,6}|[а-я]|[\u0621-\u064a]|[一二三四五六七八九十])[)）](?:\s+(.*))?$/u;
const bulleted = /^([•‣▪●◦·*–—-])\s+(.*)$/u;
/** `- 2 -` with or without the symbol: the head of a following page, which comes along when pages are copied. */
const runningHead = /^[-–]\s*\d{1,3}\s*[-–](?:\s+\S+\/\S+)?$|^\S+\/\S+\s+[-–]\s*\d{1,3}\s*[-–]$/u;
/** A text that can be followed by a new paragraph on the next line. */
const closed = /[,;.:،؛，；。：](?:\s+\p{L}{1,3})?$/u;

/** `٣` is `3`. */
function western(number: string): string {
  return number.replace(/[^0-9]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < "\u06f0" ? 0x660 : 0x6f0)) % 10),
  );
}

/** The label in front of a line and the rest, if there is one. */
export function labelOf(text: string): { label: Label; rest: string } | undefined {
  const n = numbered.exec(text);
  if (n) {
    const value = western(n[1] ?? n[3] ?? "");
    const rest = n[6] ?? "";
    const suffix = (n[2] ?? n[4])?.toLowerCase();
    const written = text.slice(0, text.length - rest.length).trim();
    const kind = n[1] !== undefined || /^[)）]$/u.test(n[5] ?? "") ? "paren" : "number";
    return { label: { kind, written, value, ...(suffix ? { suffix } : {}) }, rest };
  }
  const l = lettered.exec(text);
  if (l) {
    const rest = l[2] ?? "";
    return {
      label: { kind: "letter", written: text.slice(0, text.length - rest.length).trim(), value: l[1] ?? "" },
      rest,
    };
  }
  const b = bulleted.exec(text);
  if (b) return { label: { kind: "bullet", written: b[1] ?? "", value: "" }, rest: b[2] ?? "" };
  return undefined;
}

/**
 * The pieces of a text, the page heads that were left out, and the lines between the items of a list that may be closing words of an
 * inner one, and were joined to the item before them. `opens`: whether a line begins like a paragraph of a preamble,
 * which may have neither numbers nor blank lines between its paragraphs.
 */
export function piecesOf(
  lines: readonly Line[],
  opens: (text: string) => boolean = () => false,
): { pieces: Piece[]; heads: Line[]; joined: (Line & { to: string })[] } {
  const pieces: Piece[] = [];
  const heads: Line[] = [];
  const joined: (Line & { to: string })[] = [];
  const endOf = listEnds(lines, labelOf);
  let current: Piece | undefined;
  for (const [i, { line, text, label, opening }] of lines.entries()) {
    if (label) {
      current = { line, label, text, ...(opening === undefined ? {} : { opening }) };
      pieces.push(current);
      continue;
    }
    if (runningHead.test(text)) {
      heads.push({ line, text });
      continue;
    }
    if (text === "") {
      // A number alone on its line waits for its text, also over a blank line.
      if (current && current.text !== "") current = undefined;
      continue;
    }
    const found = labelOf(text);
    const after =
      !found && current?.label && current.text !== ""
        ? endOf(i, { label: current.label, text: current.text })
        : undefined;
    if (found && startsPiece(found.label, current, (lines[i - 1]?.text ?? "") === "")) {
      current = { line, label: found.label, text: found.rest, ...marked(found.rest, opening) };
      pieces.push(current);
    } else if (current && (!after || after === "between") && !(isAnother(text, current) && opens(text))) {
      if (after) joined.push({ line, text, to: current.label?.written ?? "" });
      if (current.text === "") Object.assign(current, marked(text, opening));
      current.text = current.text === "" ? text : `${current.text} ${text}`;
    } else {
      const closing = after === "closing" || after === "supposed" ? { closing: after } : {};
      current = { line, text, ...marked(text, opening), ...closing };
      pieces.push(current);
    }
  }
  return { pieces, heads, joined };
}

/** Opening words that still stand at the beginning once a label has gone. */
function marked(text: string, opening: string | undefined): { opening?: string } {
  const at = opening === undefined ? undefined : (labelOf(opening)?.rest ?? opening);
  return at !== undefined && at !== "" && text.startsWith(at) ? { opening: at } : {};
}

/** Whether a line may be a new paragraph after one without a number that came to its end. */
function isAnother(text: string, { label, text: before }: Piece): boolean {
  return label === undefined && /[,;]$/u.test(before) && /^\p{Lu}/u.test(text);
}

/** Inside a block of lines, a line that starts like a label may only be a broken line: `… resolution 1325\n(2000) on …`. */
function startsPiece(label: Label, current: Piece | undefined, afterBlank: boolean): boolean {
  if (!current || afterBlank) return true;
  if (current.text === "") return label.kind !== "bullet";
  if (label.kind === "bullet" && label.written === "•") return true;
  return closed.test(current.text);
}
