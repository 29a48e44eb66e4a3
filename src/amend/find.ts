/** Finds words in the plain text of a row of runs as a secretary would: quotation marks, hyphens and spaces of any kind, marks looked through. */
import { isIn, type Run, type View } from "../text/runs.ts";
import { isUnspaced, isWord, words } from "../text/words.ts";

/** A stretch of a view, in UTF-16 units of `runsText`. */
export interface Stretch {
  start: number;
  end: number;
}

/** Signs that are one to the reader, each of one unit, so that offsets hold. */
const alike: Record<string, string> = {
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\n": " ",
  "\t": " ",
  "\u2018": "'",
  "\u2019": "'",
  "\u02bc": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u2010": "-",
  "\u2011": "-",
};

function fold(text: string): string {
  return text.replace(
    /[\u00a0\u202f\u2009\n\t\u2018\u2019\u02bc\u201c\u201d\u201e\u2010\u2011]/g,
    (sign) => alike[sign] ?? sign,
  );
}

/** The text to be searched, and for each of its units where it stands in the view. */
interface Haystack {
  text: string;
  offsets: number[];
}

/** Notes are looked through, a reference is written `[@op03]` as in the small writing. */
function haystack(runs: readonly Run[], view: View): Haystack {
  let text = "";
  const offsets: number[] = [];
  let at = 0;
  for (const run of runs) {
    if (!isIn(run, view)) continue;
    const shown = run.leaf ? (run.leaf.kind === "ref" ? `[@${run.leaf.to}]` : "") : run.text;
    for (let i = 0; i < shown.length; i += 1) offsets.push(run.leaf ? at : at + i);
    text += shown;
    at += run.text.length;
  }
  return { text: fold(text), offsets };
}

const letter = /[\p{L}\p{N}\p{M}]/u;

/** The character before, or at, an offset; whole where it is a pair of surrogates. */
function charBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text.slice(at - 1, at);
}

function charAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}

/** Whether an offset lies between words, or between two words that need no space. */
function isEdge(text: string, at: number): boolean {
  const before = charBefore(text, at);
  const after = charAt(text, at);
  if (!letter.test(before) || !letter.test(after)) return true;
  return isUnspaced(before) || isUnspaced(after);
}

/** What is looked for: NFC, one space for any white space. */
export function needle(find: string): string {
  return fold(find.normalize("NFC")).replace(/ +/g, " ");
}

/**
 * Where the words stand in a view, in order, without overlap: as whole words, or, where they stand nowhere so, inside words. White
 * space at the ends of `find` counts.
 */
export function findWords(runs: readonly Run[], view: View, find: string): Stretch[] {
  const wanted = needle(find);
  if (wanted === "") return [];
  const { text, offsets } = haystack(runs, view);
  const all: Stretch[] = [];
  const whole: Stretch[] = [];
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const end = at + wanted.length;
    const found = { start: offsets[at] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
    const isWhole = isEdge(text, at) && isEdge(text, end);
    if (isWhole) whole.push(found);
    if ((all.at(-1)?.end ?? 0) <= found.start) all.push(found);
    at = text.indexOf(wanted, isWhole ? end : at + 1);
  }
  return whole.length > 0 ? whole : all;
}

/** Furthest that a stretch may be from what was looked for, as the share of words that they do not have in common. */
const furthest = 0.6;

/** The stretch of a text that is most like words that were not found; undefined when nothing is like them. */
export function nearestWords(text: string, find: string, language: string): string | undefined {
  const wanted = words(needle(find), language).filter(isWord).map(lower);
  const tokens = words(text, language);
  const spots = tokens.flatMap((token, i) => (isWord(token) ? [{ i, word: lower(fold(token)) }] : []));
  if (wanted.length === 0 || wanted.length > 60 || spots.length === 0) return undefined;
  const need = new Map<string, number>();
  for (const word of wanted) need.set(word, (need.get(word) ?? 0) + 1);
  const size = Math.min(wanted.length, spots.length);
  let common = 0;
  let best = 0;
  let bestAt = -1;
  let bestPlaced = 0;
  /** Words that stand where they were looked for. */
  const placed = (start: number): number =>
    wanted.filter((word, k) => spots[start + k]?.word === word).length;
  const count = new Map<string, number>();
  const step = (word: string | undefined, by: 1 | -1): void => {
    if (word === undefined || !need.has(word)) return;
    const had = count.get(word) ?? 0;
    const limit = need.get(word) ?? 0;
    count.set(word, had + by);
    common += Math.min(had + by, limit) - Math.min(had, limit);
  };
  for (let i = 0; i < spots.length; i += 1) {
    step(spots[i]?.word, 1);
    if (i >= size) step(spots[i - size]?.word, -1);
    if (i < size - 1 || common === 0 || common < best) continue;
    const start = i - size + 1;
    const now = placed(start);
    if (common === best && now <= bestPlaced) continue;
    [best, bestAt, bestPlaced] = [common, start, now];
  }
  const nearEnough = best > 0 && best >= (1 - furthest) * wanted.length;
  const from = nearEnough ? spots[bestAt]?.i : likeWord(spots, wanted);
  if (from === undefined) return undefined;
  const last = nearEnough ? (spots[bestAt + size - 1]?.i ?? from) : from;
  return tokens.slice(from, last + 1).join("");
}

function lower(word: string): string {
  return word.toLowerCase();
}

/** One word that begins or ends like the one looked for. */
function likeWord(
  spots: readonly { i: number; word: string }[],
  wanted: readonly string[],
): number | undefined {
  const [only] = wanted;
  if (only === undefined || wanted.length > 1 || only.length < 4) return undefined;
  const stem = only.slice(0, Math.ceil(only.length * 0.7));
  return spots.find(
    ({ word }) => word.startsWith(stem) || word.includes(only) || (only.includes(word) && word.length > 3),
  )?.i;
}
