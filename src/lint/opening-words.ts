/** Rule: a paragraph of the preamble or the operative part begins with its opening words, marked (house-style 1.7). */

import type { Locale } from "../language/locale.ts";
import type { Resolution } from "../model/resolution.ts";
import { knownOpening, markedOpening } from "./opening.ts";
import type { Finding, Rule } from "./rule.ts";

export const openingWords: Rule = {
  code: "opening-words",
  severity: "warning",
  sentence:
    "Every paragraph of the preamble and of the operative part begins with its opening words between underscores.",
  good: { preambular: ["_Recalling_ its resolution"], operative: ["_Calls on_ parliaments to act"] },
  bad: { preambular: ["Recalling its resolution"] },
  check(r: Resolution, locale: Locale): Finding[] {
    if (r.kind === "declaration") return [];
    return (["preambular", "operative"] as const).flatMap((part) =>
      r[part].flatMap((item): Finding[] => {
        if (item.type !== "paragraph" || markedOpening(item) !== undefined) return [];
        const known = knownOpening(item, locale.lexicon[part]);
        const message = known
          ? `the opening words "${known}" are not marked.`
          : "there are no opening words at the beginning.";
        const hint = known
          ? `Write _${known}_.`
          : "Begin with the opening words, and put underscores around them: _Recalling_.";
        return [{ at: item.id, message, hint }];
      }),
    );
  },
};
