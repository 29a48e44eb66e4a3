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
      let before: string | undefined;
      return r[part].flatMap((item): Finding[] => {
        const opening = item.type === "paragraph" ? markedOpening(item) : undefined;
        const same = opening !== undefined && opening.toLowerCase() === before;
        before = opening?.toLowerCase();
        if (!same) return [];
        const better = nextInChain(opening, locale.openings[part]);
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

/** `Also calls on` after `Calls on`, `Further calls on` after that, where the language's opening words have it. */
function nextInChain(words: string, openings: readonly Opening[]): string | undefined {
  const known = openings.find((o) => o.words.toLowerCase() === words.toLowerCase());
  const wanted = known?.chain === "first" ? "second" : "third";
  return openings.find((o) => o.verb === known?.verb && o.gender === known.gender && o.chain === wanted)
    ?.words;
}
