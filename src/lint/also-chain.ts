/** Rule: a second paragraph with the same opening words takes "Also", a third "Further" (house-style 1.7 and 4.7), in each language by its own words. */
import type { Opening } from "../language/lexicon.ts";
import type { Locale } from "../language/locale.ts";
import type { Resolution } from "../model/resolution.ts";
import { markedOpening } from "./opening.ts";
import type { Finding, Rule } from "./rule.ts";

export const alsoChain: Rule = {
  code: "also-chain",
  severity: "warning",
  perLanguage: true,
  sentence:
    "When neighbouring paragraphs have the same opening words, the second takes Also and the third Further; neither stands where nothing like it went before.",
  good: { preambular: ["_Recalling_ one thing", "_Also recalling_ another", "_Further recalling_ a third"] },
  bad: { operative: ["_Invites_ parliaments to act", "_Invites_ the IPU to act"] },
  check(r: Resolution, locale: Locale): Finding[] {
    return (["preambular", "operative"] as const).flatMap((part) => {
      const openings = locale.openings[part];
      let row = { words: "", length: 0 };
      const verbs = new Set<string>();
      return r[part].flatMap((item): Finding[] => {
        const opening = item.type === "paragraph" ? (markedOpening(item) ?? "") : "";
        const words = core(opening, locale);
        const same = words !== "" && words === row.words;
        row = { words, length: same ? row.length + 1 : 1 };
        // The same words can stand for several verbs.
        const senses = openings.filter((o) => core(o.words, locale) === words);
        const [known] = senses;
        const alone = known && senses.every((o) => o.chain !== "first" && !verbs.has(o.verb));
        for (const { verb } of senses) verbs.add(verb);
        if (alone) return [{ at: item.id, ...aloneWords(opening, known, openings) }];
        if (!same) return [];
        const better = nextInChain(opening, row.length, openings, locale);
        const hint = better
          ? `Write _${better}_; leave it if it is meant so.`
          : "Tell the two apart with the language's word for also; leave it if it is meant so.";
        return [
          { at: item.id, message: `the paragraph begins with "${opening}" like the one before.`, hint },
        ];
      });
    });
  },
};

/** Opening words as they are compared: without what only joins the paragraph to the one before, in small letters. */
function core(words: string, locale: Locale): string {
  const small = words.toLowerCase();
  const join = joinOf(small, locale);
  return small.slice(join.length);
}

function joinOf(words: string, { openingGrammar }: Locale): string {
  return openingGrammar.joins.find((j) => words.startsWith(j) && words.length > j.length + 1) ?? "";
}

function aloneWords(
  opening: string,
  known: Opening,
  openings: readonly Opening[],
): { message: string; hint: string } {
  const plain = openings
    .filter((o) => o.verb === known.verb && o.chain === "first" && o.gender === known.gender)
    .sort((a, b) => a.words.length - b.words.length)[0];
  return {
    message: `the paragraph begins with "${opening}", but no paragraph before it says the same.`,
    hint: plain
      ? `Write _${plain.words}_; leave it if it is meant so.`
      : "Leave the word for also out, unless it is meant so.",
  };
}

/**
 * What the `nth` paragraph of a row (from 1) that all begin with `words` may begin with instead: `Also calls on`, then
 * `Further calls on`, where the opening words of the language have it.
 */
function nextInChain(
  words: string,
  nth: number,
  openings: readonly Opening[],
  locale: Locale,
): string | undefined {
  const known = openings.find((o) => core(o.words, locale) === core(words, locale));
  const wanted = known?.chain === "first" && nth === 2 ? "second" : "third";
  const fits = openings.filter(
    (o) => o.verb === known?.verb && o.gender === known.gender && o.chain === wanted,
  );
  const join = joinOf(words.toLowerCase(), locale);
  return (fits.find((o) => joinOf(o.words.toLowerCase(), locale) === join) ?? fits[0])?.words;
}
