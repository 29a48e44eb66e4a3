/**
 * Where a line may end: UAX #14 through `linebreak`, and on top of it what the standard leaves to the house: symbols of
 * documents stay whole, short parts stay with their hyphen, dashes and punctuation stay with the word before them,
 * Chinese quotation marks open and close.
 */
import LineBreaker from "linebreak";
import { scriptOf } from "./script.ts";

export interface Break {
  /** UTF-16 offset: the next line starts here. */
  at: number;
  /** The line must end here. */
  required: boolean;
}

const space = /[ \t\n\u200b\u3000]/;
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{Nd}/u;
const openingHan = /[（〔［｛〈《「『【〖〘〚“‘]/;
const closingHan = /[）〕］｝〉》」』】〗〙〛”’，。、；：？！…—·％‰℃%]/;

/** Opportunities inside a text, ascending; neither its start nor its end is among them. */
export function breaksOf(text: string, lang: string): Break[] {
  const found: Break[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const at = next.position;
    if (at <= 0 || at >= text.length) continue;
    if (next.required || allowed(text, at, lang)) found.push({ at, required: next.required });
  }
  return hasHanQuotes(text) ? withQuotes(found, text) : found;
}

/** What the standard allows and we do not. */
function allowed(text: string, at: number, lang: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (before === " ") {
    // A space written before high punctuation (French) or a dash (Russian) is not a place to part.
    if (/[:;!?»%‰]/.test(after)) return false;
    if (text.charAt(at - 2) === "«") return false;
    if (lang.startsWith("ru") && (after === "—" || endsInShortWord(text, at - 1))) return false;
    return true;
  }
  if (after === "·") return false;
  if (before === "-" || before === "\u2010") {
    if (digit.test(after)) return false;
    if (wordLength(text, at - 2, -1) < 2 || wordLength(text, at, 1) < 3) return false;
  }
  if ((before === "–" || before === "—") && digit.test(after)) return false;
  return before === "\u00ad" || before === "\u200b" || !isSymbol(text, at);
}

/** Russian prepositions and conjunctions of one letter (в, с, и) do not stand at a line's end. */
function endsInShortWord(text: string, end: number): boolean {
  return letter.test(text.charAt(end - 1)) && !/[\p{L}\p{N}.-]/u.test(text.charAt(end - 2));
}

/** Letters in a row from an offset on, counted up to three. */
function wordLength(text: string, from: number, step: 1 | -1): number {
  let count = 0;
  for (let i = from; count < 3 && letter.test(text.charAt(i)); i += step) count += 1;
  return count;
}

/** How far we look around for the ends of a symbol; the longest in use have about 30 characters. */
const reach = 40;

/** Inside a document symbol (C-I/122/DR-Pre, A/RES/63/194): no spaces, a stroke, a capital or digit, not an address. */
function isSymbol(text: string, at: number): boolean {
  if (scriptOf(text.codePointAt(at) ?? 0) === "han" || scriptOf(text.codePointAt(at - 1) ?? 0) === "han")
    return false;
  let from = at;
  let to = at;
  while (from > 0 && at - from < reach && !space.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - at < reach && !space.test(text.charAt(to))) to += 1;
  const word = text.slice(from, to);
  return word.includes("/") && /[A-Z0-9]/.test(word) && !word.includes("//");
}

function hasHanQuotes(text: string): boolean {
  return /[\u2018\u2019\u201c\u201d]/.test(text) && /[\u3400-\u9fff]/.test(text);
}

/** In Chinese a curly quotation mark is full-width: a line may end before an opening one and after a closing one (LB19a). */
function withQuotes(found: readonly Break[], text: string): Break[] {
  const places = new Map(found.map((one) => [one.at, one]));
  for (let i = 1; i < text.length; i++) {
    const before = text.charAt(i - 1);
    const after = text.charAt(i);
    const opens = /[“‘]/.test(after) && isHan(text, i - 1) && !openingHan.test(before);
    const closes = /[”’]/.test(before) && isHan(text, i) && !closingHan.test(after);
    if ((opens || closes) && !places.has(i)) places.set(i, { at: i, required: false });
  }
  return [...places.values()].sort((a, b) => a.at - b.at);
}

function isHan(text: string, at: number): boolean {
  return scriptOf(text.codePointAt(at) ?? 0) === "han";
}
