/** Marks the opening words of an imported paragraph. */
import type { InlineText } from "../text/inline.ts";
import { normalise } from "../text/normalise.ts";

/** A letter, digit or combining mark would make the word go on; Chinese words stand without spaces. */
const goesOn = /^[\p{L}\p{N}\p{M}]/u;
const han = /\p{Script=Han}$/u;

/**
 * The longest of the lexicon's phrases that the text starts with, letter case apart. The lexicon holds exactly what is
 * emphasized: in the older style the italics stop before of, that, to, on, unless they belong to the verb, as in
 * `Calls on` (house-style 1.7); which do is said in the locale, not here.
 */
export function openingWords(text: string, lexicon: readonly string[]): string | undefined {
  let best = "";
  for (const phrase of lexicon) {
    if (phrase.length <= best.length || text.length < phrase.length) continue;
    const start = text.slice(0, phrase.length);
    if (start.toLowerCase() !== phrase.toLowerCase()) continue;
    if (!han.test(start) && goesOn.test(text.slice(phrase.length))) continue;
    best = start;
  }
  return best === "" ? undefined : best;
}

/** What joins two opening words to one phrase, in languages that write it as a word of its own. */
const joined = /^\s+(?:and|et|y|e|и)\s+/iu;

/** The same with a second phrase that follows at once: `Noting and welcoming`. Where other words stand between, nobody can tell. */
function openingPhrase(text: string, lexicon: readonly string[]): string | undefined {
  const first = openingWords(text, lexicon);
  if (first === undefined) return undefined;
  const [and = ""] = joined.exec(text.slice(first.length)) ?? [];
  const start = first.length + and.length;
  const second = and === "" ? undefined : openingWords(text.slice(start), lexicon);
  return second === undefined ? first : text.slice(0, start + second.length);
}

/** The text as a tree, its opening words marked: those that the source marks, else those that the lexicon knows. */
export function markOpening(text: string, lexicon: readonly string[], marked?: string): InlineText {
  const words = marked !== undefined && text.startsWith(marked) ? marked : openingPhrase(text, lexicon);
  if (words === undefined) return normalise([{ kind: "text", text }]);
  return normalise([
    { kind: "emphasis", role: "opening", children: [{ kind: "text", text: words }] },
    { kind: "text", text: text.slice(words.length) },
  ]);
}
