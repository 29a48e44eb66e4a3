/** Opening words of a locale: phrases with the stretch that is italic, the verb they are a form of, and their place in an also/further chain. */
import { isRecord, type Sheet } from "./sheet.ts";

/** One phrase, e.g. `_Also aware_ that`. */
export interface Opening {
  /** `Also aware that` */
  phrase: string;
  /** The emphasized stretch: `Also aware` (house-style 1.7: it stops before of, that, to). */
  words: string;
  /** English key of the verb, the same in every language: `aware`. */
  verb: string;
  /** first: no adverb; second: also; third: further. */
  chain: "first" | "second" | "third";
  /** Which bodies it agrees with; absent where it does not change. */
  gender?: "f" | "m";
}

export type LexiconPart = "preambular" | "operative" | "preambular-inner" | "operative-inner";
export const lexiconParts: readonly LexiconPart[] = [
  "preambular",
  "operative",
  "preambular-inner",
  "operative-inner",
];

export type Lexicon = Record<LexiconPart, Opening[]>;

/** What a language knows about its opening words beside the words. */
export interface OpeningGrammar {
  /** Beginnings that only join a paragraph to the one before and do not tell opening words apart: `و` in Arabic. */
  joins: readonly string[];
  /** Words that agree with a feminine body, and what they are before a masculine one. */
  masculine: Readonly<Record<string, string>>;
  /** For verbs without words of their own in this language, or with more than those: the verbs whose words serve. */
  equivalents: Readonly<Record<string, readonly string[]>>;
}

export function readGrammar(sheet: Sheet): OpeningGrammar {
  const joins = sheet.get("chain.joins");
  const equivalents = sheet.get("equivalents");
  return {
    joins: Array.isArray(joins) ? joins.map(String) : [],
    masculine: sheet.map("masculine"),
    equivalents: Object.fromEntries(
      Object.entries(isRecord(equivalents) ? equivalents : {}).map(([verb, verbs]) => [
        verb,
        Array.isArray(verbs) ? verbs.map(String) : [],
      ]),
    ),
  };
}

/** Says what in the lexicon is missing or of the wrong kind, without reading the phrases. */
export function checkLexicon(sheet: Sheet): void {
  for (const part of ["chain", "masculine", ...lexiconParts]) sheet.record(part);
  for (const part of lexiconParts)
    for (const [path, , phrases] of entries(sheet, part))
      if (phrases.length === 0 || phrases.includes(""))
        sheet.bad(path, sheet.get(path), "a list of phrases", undefined);
}

/** Path, verb and phrases of each entry of a part. */
function entries(sheet: Sheet, part: LexiconPart): [string, string, string[]][] {
  const groups = sheet.get(part);
  if (!isRecord(groups)) return [];
  return Object.entries(groups).flatMap(([group, verbs]) =>
    Object.entries(isRecord(verbs) ? verbs : {}).map(([verb, phrases]): [string, string, string[]] => [
      `${part}.${group}.${verb}`,
      verb,
      Array.isArray(phrases) ? phrases.filter((p) => typeof p === "string") : [],
    ]),
  );
}

export function readLexicon(sheet: Sheet): Lexicon {
  const chain = sheet.record("chain");
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const also = matcher(texts(chain.also));
  const further = matcher(texts(chain.further));
  const changes = sheet.map("masculine");

  const read = (part: LexiconPart): Opening[] => {
    const out: Opening[] = [];
    for (const [, verb, phrases] of entries(sheet, part))
      for (const phrase of phrases) out.push(...both(phrase, verb));
    return longestFirst(out);
  };
  const both = (source: string, verb: string): Opening[] => {
    const feminine = opening(source, verb);
    const changed = masculineOf(source, changes);
    if (changed === source) return [feminine];
    return [
      { ...feminine, gender: "f" },
      { ...opening(changed, verb), gender: "m" },
    ];
  };
  // Only the mark of opening words has a meaning here, so the small writing need not be read as a whole.
  const opening = (source: string, verb: string): Opening => {
    const phrase = source.replaceAll("_", "");
    const words = /_([^_]+)_/.exec(source)?.[1] ?? phrase;
    return { phrase, words, verb, chain: further(words) ? "third" : also(words) ? "second" : "first" };
  };
  return {
    preambular: read("preambular"),
    operative: read("operative"),
    "preambular-inner": read("preambular-inner"),
    "operative-inner": read("operative-inner"),
  };
}

/** The emphasized stretches alone, each once, longest first: what an importer looks for and marks. */
export function stretches(openings: readonly Opening[]): string[] {
  return longestFirst([...new Set(openings.map((o) => o.words))].map((words) => ({ phrase: words }))).map(
    (o) => o.phrase,
  );
}

function longestFirst<T extends { phrase: string }>(list: T[]): T[] {
  return list.sort(
    (a, b) => b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : a.phrase > b.phrase ? 1 : 0),
  );
}

/** Whether a phrase holds one of the words, as whole words and in any case. */
function matcher(words: readonly string[]): (phrase: string) => boolean {
  return (phrase) => {
    const text = ` ${phrase.toLowerCase()} `;
    return words.some(
      (word) =>
        text.includes(` ${word.toLowerCase()} `) || (word.length === 1 && text.startsWith(` ${word}`)),
    );
  };
}

function masculineOf(source: string, changes: Readonly<Record<string, string>>): string {
  if (Object.keys(changes).length === 0) return source;
  return source.replace(/[\p{L}\p{M}]+/gu, (word) =>
    Object.hasOwn(changes, word) ? (changes[word] ?? word) : word,
  );
}
