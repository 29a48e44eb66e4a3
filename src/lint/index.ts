/** Runs every rule of good drafting over one language of a resolution. */
import type { Locale } from "../language/locale.ts";
import type { Resolution } from "../model/resolution.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { abbreviation } from "./abbreviation.ts";
import { alsoChain } from "./also-chain.ts";
import { closingPunctuation } from "./closing-punctuation.ts";
import { doubleSpace } from "./double-space.ts";
import { openingWords } from "./opening-words.ts";
import { quotationMarks } from "./quotation-marks.ts";
import { rangeHyphen } from "./range-hyphen.ts";
import { repeatedParagraph } from "./repeated-paragraph.ts";
import type { Rule } from "./rule.ts";
import { symbolGrammar } from "./symbol-grammar.ts";
import { trailingSpace } from "./trailing-space.ts";

export const rules: readonly Rule[] = [
  openingWords,
  alsoChain,
  doubleSpace,
  trailingSpace,
  quotationMarks,
  closingPunctuation,
  abbreviation,
  rangeHyphen,
  repeatedParagraph,
  symbolGrammar,
];

/**
 * Warnings and remarks, never errors. `places` says where a text stands: by the id of the segment in the original,
 * by `<language>:<id>` in a translation.
 */
export function lint(
  r: Resolution,
  locale: Locale,
  places: ReadonlyMap<string, Place> = new Map(),
): Diagnostic[] {
  return rules.flatMap((rule) =>
    rule.check(r, locale).map(({ at, message, hint }): Diagnostic => {
      const place =
        at === undefined ? undefined : places.get(r.language === r.original ? at : `${r.language}:${at}`);
      const named = at === undefined ? message : `${at}: ${message}`;
      return { code: rule.code, severity: rule.severity, message: named, hint, ...(place ? { place } : {}) };
    }),
  );
}
