/** Rule: a range of numbers has a dash between them, not a hyphen. */
import { segments } from "../model/walk.ts";
import type { Finding, Rule } from "./rule.ts";
import { spelled } from "./spelled.ts";

/** Two numbers and a hyphen, neither part of a date, a symbol or a word. */
const range = /(?<![\p{L}\p{N}/.-])(\d{1,4}) ?[-\u2011] ?(\d{1,4})(?![\p{L}\p{N}/-]|\.\d)/u;

export const rangeHyphen: Rule = {
  code: "range-hyphen",
  severity: "warning",
  sentence: "A range of numbers is written with a dash.",
  good: { preambular: ["_Noting_ the years 2005–2010, document C-I/122/DR-Pre and day 2009-12-18"] },
  bad: { preambular: ["_Noting_ the years 2005-2010"] },
  check: (r) =>
    segments(r).flatMap(({ id, text }): Finding[] => {
      const match = range.exec(spelled(text, true));
      if (!match) return [];
      return [
        {
          at: id,
          message: `"${match[0]}" has a hyphen between its numbers.`,
          hint: `Write ${match[1]}–${match[2]}.`,
        },
      ];
    }),
};
