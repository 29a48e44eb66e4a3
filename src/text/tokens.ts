/** A row of runs as tokens that a comparison can work on: words, signs, spaces, notes, references, whole isolates. */
import { asPrinted, setsOwnSpace } from "./alike.ts";
import { isIn, leafSign, markKey, type Run, runsText, type View } from "./runs.ts";
import { isStopWord } from "./stop-words.ts";
import { isWord, words } from "./words.ts";

export interface Token {
  /** UTF-16 units of the view. */
  start: number;
  end: number;
  text: string;
  /** Equal for tokens that say and look the same. */
  key: string;
  /** Whether a space before it is the typesetter's, so that one more or less is no difference. */
  tight: boolean;
  /** How much it says: 1 for a word, a quarter for a small word, nothing for signs and spaces. */
  weight: number;
}

export interface TokenOptions {
  /** Compare words alone; what is emphasized how makes no difference. */
  ignoreMarks?: boolean;
  /** Signs are those that were typed, also where they look the same on paper. */
  exact?: boolean;
}

/** A note that is struck and put in again is a new note for a word processor, so it counts as much as a phrase. */
const leafWeight = 3;

interface Piece {
  start: number;
  end: number;
  run: Run;
}

function piecesOf(runs: readonly Run[], view: View): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const run of runs) {
    if (!isIn(run, view)) continue;
    out.push({ start: at, end: at + run.text.length, run });
    at += run.text.length;
  }
  return out;
}

/** The stretches of the outermost isolates: each is one token, because two halves of one are not the same as the whole. */
function isolates(pieces: readonly Piece[]): { start: number; end: number }[] {
  const out: { start: number; end: number; mark: unknown }[] = [];
  for (const { start, end, run } of pieces) {
    const mark = run.marks.find((m) => m.kind === "isolate");
    if (!mark) continue;
    const last = out.at(-1);
    if (last && last.mark === mark && last.end === start) last.end = end;
    else out.push({ start, end, mark });
  }
  return out;
}

/** Where each token of a view ends; no token is empty. */
function ends(text: string, pieces: readonly Piece[], language: string): number[] {
  const whole = isolates(pieces);
  const out: number[] = [];
  const cut = (from: number, to: number): void => {
    let at = from;
    for (const word of words(text.slice(from, to), language)) {
      at += word.length;
      out.push(at);
    }
  };
  let at = 0;
  for (const { start, end } of whole) {
    if (at < start) cut(at, start);
    out.push(end);
    at = end;
  }
  if (at < text.length) cut(at, text.length);
  return out;
}

/** Soft hyphens are not printed, and letters are the same however they are encoded. */
function bare(words: string, { exact }: TokenOptions): string {
  return (exact ? words : words.replaceAll("\u00ad", "")).normalize("NFC");
}

function signature(run: Run, text: string): string {
  const marks = run.marks.map(markKey).join("/");
  const words = run.leaf ? (run.leaf.kind === "note" ? `note ${run.leaf.id}` : `ref ${run.leaf.to}`) : text;
  return `${marks}\u0000${words}\u0001`;
}

/** The tokens of a view, one after the other without gaps. */
export function tokenize(
  runs: readonly Run[],
  view: View,
  language: string,
  options: TokenOptions = {},
): Token[] {
  const pieces = piecesOf(runs, view);
  const text = runsText(runs, view);
  const shown = options.exact ? text : asPrinted(text, language);
  const out: Token[] = [];
  let start = 0;
  let first = 0;
  for (const end of ends(text, pieces, language)) {
    while ((pieces[first]?.end ?? end) <= start) first += 1;
    let key = "";
    let before: { marks: readonly unknown[]; text: string; run: Run } | undefined;
    let leaf = false;
    for (let i = first; i < pieces.length; i += 1) {
      const piece = pieces[i];
      if (!piece || piece.start >= end) break;
      const { run } = piece;
      const part = shown.slice(Math.max(start, piece.start), Math.min(end, piece.end));
      if (run.leaf) leaf = true;
      // Neighbouring runs with the same marks are one to the eye, whatever node they come from.
      if (before && !run.leaf && !before.run.leaf && sameKeys(before.run, run)) before.text += part;
      else {
        if (before) key += signature(before.run, before.text);
        before = { marks: run.marks, text: part, run };
      }
    }
    if (before) key += signature(before.run, before.text);
    const words = text.slice(start, end);
    const weight = leaf ? leafWeight : !isWord(words) ? 0 : isStopWord(words, language) ? 0.25 : 1;
    const same = options.ignoreMarks && !leaf ? shown.slice(start, end) : key;
    const tight = !options.exact && setsOwnSpace(text, start, language);
    out.push({ start, end, text: words, key: bare(same, options), tight, weight });
    start = end;
  }
  return out;
}

function sameKeys(a: Run, b: Run): boolean {
  if (a.marks === b.marks) return true;
  return (
    a.marks.length === b.marks.length &&
    a.marks.every((mark, i) => markKey(mark) === markKey(b.marks[i] ?? mark))
  );
}

/** A stretch widened to the edges of the tokens that it touches. */
export function widen(tokens: readonly Token[], start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  for (const token of tokens) {
    if (token.start < start && start < token.end) from = token.start;
    if (token.start < end && end < token.end) to = token.end;
  }
  return { start: from, end: to };
}

/** Whether a token is a note or a reference. */
export function isLeaf(token: Token): boolean {
  return token.text === leafSign;
}
