/** Rule: no space at the end of a text nor before a comma or full stop; ordinary ones at the end vanish on reading. */
import { segments } from "../model/walk.ts";
import type { Finding, Rule } from "./rule.ts";
import { around, spelled } from "./spelled.ts";

export const trailingSpace: Rule = {
  code: "trailing-space",
  severity: "warning",
  sentence: "No space stands at the end of a text nor before a comma or full stop.",
  good: { operative: ["_Urges_ the IPU to act"] },
  bad: { operative: ["_Urges_ the IPU , and States, to act"] },
  check: (r) =>
    segments(r).flatMap(({ id, text }): Finding[] => {
      const words = spelled(text);
      const index = words.search(/\s(?=[,\u060c\uff0c\u3002]|\.(?!\p{L}|\d)|$)/u);
      if (index < 0) return [];
      const message =
        index === words.length - 1
          ? "the text ends with a no-break space."
          : `a space stands before the sign in "${around(words, index)}".`;
      return [{ at: id, message, hint: "Take the space out." }];
    }),
};
