/** Opening words of another language for those of a text, by the verbs that the lexicons of both share: several, or none. */
import type { LexiconPart } from "./lexicon.ts";
import type { Locale } from "./locale.ts";

/** Languages, and the body whose opening words are to agree. */
export interface Proposing {
  from: Locale;
  to: Locale;
  body: string;
}

/**
 * What the words `opening` of a part may be in the other language, the likeliest first: the same verb at the same place in
 * a series (also, further), agreeing with the body, then verbs that stand for it there. It is no dictionary: words of a verb that
 * neither lexicon knows give nothing.
 */
export function proposeOpenings(opening: string, part: LexiconPart, { from, to, body }: Proposing): string[] {
  const known = from.openings[part].filter((o) => same(o.words, opening));
  const chains = new Set(known.map((o) => o.chain));
  const gender = to.genderOf(body);
  const count = wordCount(opening);
  // Words of about the same number say about as much: "Deeply concerned" is not just "concerned".
  const far = (words: string): number => Math.abs(wordCount(words) - count);
  const wordsOf = (verb: string): string[] => {
    const all = to.openings[part].filter((o) => o.verb === verb && (o.gender ?? gender) === gender);
    const placed = all.filter((o) => chains.has(o.chain));
    return (placed.length > 0 ? placed : all)
      .map((o) => o.words)
      .sort((a, b) => far(a) - far(b) || a.length - b.length || (a < b ? -1 : 1));
  };
  const verbs = [...new Set(known.map((o) => o.verb))];
  const { equivalents } = to.openingGrammar;
  const others = verbs.flatMap((verb) => (Object.hasOwn(equivalents, verb) ? (equivalents[verb] ?? []) : []));
  return [...new Set([...verbs, ...others].flatMap(wordsOf))];
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}
