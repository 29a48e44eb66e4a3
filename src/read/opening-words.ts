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

/** The text as a tree, its opening words marked: those that the source marks, else those that the lexicon knows. */
export function markOpening(text: string, lexicon: readonly string[], marked?: string): InlineText {
  const words = marked !== undefined && text.startsWith(marked) ? marked : openingWords(text, lexicon);
  if (words === undefined) return normalise([{ kind: "text", text }]);
  return normalise([
    { kind: "emphasis", role: "opening", children: [{ kind: "text", text: words }] },
    { kind: "text", text: text.slice(words.length) },
  ]);
}
