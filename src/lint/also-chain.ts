/** Rule: a second paragraph with the same opening words takes "Also", a third "Further" (house-style 1.7). */
import type { Resolution } from "../model/resolution.ts";
import { markedOpening } from "./opening.ts";
import type { Finding, Rule } from "./rule.ts";

/** The words that tell neighbours apart, in the languages that we know them of. */
const adverbs: Record<string, [also: string, further: string]> = {
  en: ["also", "further"],
  fr: ["également", "en outre"],
  es: ["también", "además"],
  pt: ["também", "ainda"],
  ru: ["также", "далее"],
  ar: ["أيضا", "كذلك"],
  zh: ["又", "还"],
};

export const alsoChain: Rule = {
  code: "also-chain",
  severity: "warning",
  sentence:
    "When neighbouring paragraphs have the same opening words, the second takes Also and the third Further.",
  good: { preambular: ["_Recalling_ one thing", "_Also recalling_ another", "_Further recalling_ a third"] },
  bad: { operative: ["_Invites_ parliaments to act", "_Invites_ the IPU to act"] },
  check(r: Resolution): Finding[] {
    const known = adverbs[r.language.split("-")[0] ?? ""];
    return (["preambular", "operative"] as const).flatMap((part) => {
      let before: string | undefined;
      return r[part].flatMap((item): Finding[] => {
        const opening = item.type === "paragraph" ? markedOpening(item) : undefined;
        const same = opening !== undefined && opening.toLowerCase() === before;
        before = opening?.toLowerCase();
        if (!same) return [];
        const hint = known
          ? `The second of a row takes "${known[0]}", the third "${known[1]}"; leave it if it is meant so.`
          : "Tell the two apart with the language's word for also; leave it if it is meant so.";
        return [
          { at: item.id, message: `the paragraph begins with "${opening}" like the one before.`, hint },
        ];
      });
    });
  },
};
