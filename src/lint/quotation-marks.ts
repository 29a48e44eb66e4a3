/** Rule: quotation marks are those of the language, not straight ones (house-style section 5). */
import { segments } from "../model/walk.ts";
import type { Finding, Rule } from "./rule.ts";
import { around, spelled } from "./spelled.ts";

/** Marks in use by language; the first pair is the one to recommend. */
const marks: Record<string, string[]> = {
  en: ["“”", "‘’"],
  fr: ["“”", "«»", "‘’"],
  es: ["“”", "«»", "‘’"],
  pt: ["«»", "“”", "‘’"],
  ru: ["«»", "„“"],
  ar: ["“”", "«»"],
  zh: ["“”", "‘’", "《》", "〈〉", "「」", "『』"],
};
const every = /["“”„«»《》〈〉「」『』]/g;

export const quotationMarks: Rule = {
  code: "quotation-marks",
  severity: "warning",
  sentence: "Quotation marks are those of the language; straight ones are not used.",
  good: { preambular: ["_Noting_ the report “Water for all”"] },
  bad: { preambular: ['_Noting_ the report "Water for all"'] },
  check(r): Finding[] {
    const own = marks[r.language.split("-")[0] ?? ""];
    const fit = new Set((own ?? []).join(""));
    return segments(r).flatMap(({ id, text }): Finding[] => {
      const words = spelled(text, true);
      const wrong = [...words.matchAll(every)].find(([sign]) => sign === '"' || (own && !fit.has(sign)));
      if (!wrong) return [];
      const [open, close] = own?.[0] ?? "“”";
      const message = `the quotation mark ${wrong[0]} in "${around(words, wrong.index)}" is not one of this language.`;
      return [{ at: id, message, hint: `Write ${open}…${close}.` }];
    });
  },
};
