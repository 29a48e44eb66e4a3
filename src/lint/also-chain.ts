/** Rule: a second paragraph with the same opening words takes "Also", a third "Further" (house-style 1.7). */
import type { Opening } from "../language/lexicon.ts";
import type { Locale } from "../language/locale.ts";
import type { Resolution } from "../model/resolution.ts";
import { markedOpening } from "./opening.ts";
import type { Finding, Rule } from "./rule.ts";

export const alsoChain: Rule = {
  code: "also-chain",
  severity: "warning",
  sentence:
    "When neighbouring paragraphs have the same opening words, the second takes Also and the third Further.",
  good: { preambular: ["_Recalling_ one thing", "_Also recalling_ another", "_Further recalling_ a third"] },
  bad: { operative: ["_Invites_ parliaments to act", "_Invites_ the IPU to act"] },
  check(r: Resolution, locale: Locale): Finding[] {
    return (["preambular", "operative"] as const).flatMap((part) => {
      let row = { words: "", length: 0 };
      return r[part].flatMap((item): Finding[] => {
        const opening = item.type === "paragraph" ? (markedOpening(item) ?? "") : "";
        const same = opening !== "" && opening.toLowerCase() === row.words;
        row = { words: opening.toLowerCase(), length: same ? row.length + 1 : 1 };
        if (!same) return [];
        const better = nextInChain(opening, row.length, locale.openings[part]);
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

/**
 * What the `nth` paragraph of a row (from 1) that all begin with `words` may begin with instead: `Also calls on`, then
 * `Further calls on`, where the opening words of the language have it.
 */
function nextInChain(words: string, nth: number, openings: readonly Opening[]): string | undefined {
  const known = openings.find((o) => o.words.toLowerCase() === words.toLowerCase());
  const wanted = known?.chain === "first" && nth === 2 ? "second" : "third";
  return openings.find((o) => o.verb === known?.verb && o.gender === known.gender && o.chain === wanted)
    ?.words;
}
