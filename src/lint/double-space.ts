/** Rule: one space between two words; ordinary ones are drawn together on reading, so this is about no-break spaces. */
import { segments } from "../model/walk.ts";
import type { Rule } from "./rule.ts";
import { around, spelled } from "./spelled.ts";

export const doubleSpace: Rule = {
  code: "double-space",
  severity: "warning",
  sentence: "One space stands between two words.",
  good: { preambular: ["_Noting_ the report"] },
  bad: { preambular: ["_Noting_ the\u00a0 report"] },
  check: (r) =>
    segments(r).flatMap(({ id, text }) => {
      const words = spelled(text);
      const index = words.trim().search(/[ \u00a0\u202f]{2}/);
      if (index < 0) return [];
      return [
        {
          at: id,
          message: `two spaces stand in "${around(words.trim(), index)}".`,
          hint: "Take one of them out.",
        },
      ];
    }),
};
