/** Runs every rule of good drafting over one language of a resolution. */
import type { Locale } from "../language/locale.ts";
import type { Resolution } from "../model/resolution.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { abbreviation } from "./abbreviation.ts";
import { alsoChain } from "./also-chain.ts";
import { closingPunctuation } from "./closing-punctuation.ts";
import { doubleSpace } from "./double-space.ts";
import { openingGender } from "./opening-gender.ts";
import { openingWords } from "./opening-words.ts";
import { findPlaceholders, placeholder } from "./placeholder.ts";
import { quotationMarks } from "./quotation-marks.ts";
import { rangeHyphen } from "./range-hyphen.ts";
import { repeatedParagraph } from "./repeated-paragraph.ts";
import type { Finding, Rule } from "./rule.ts";
import { symbolGrammar } from "./symbol-grammar.ts";
import { trailingSpace } from "./trailing-space.ts";

export const rules: readonly Rule[] = [
  placeholder,
  openingWords,
  alsoChain,
  openingGender,
  doubleSpace,
  trailingSpace,
  quotationMarks,
  closingPunctuation,
  abbreviation,
  rangeHyphen,
  repeatedParagraph,
  symbolGrammar,
];

/** Rules that one text can break by its own words, whatever stands around it: also an amendment. */
export const textRules: readonly Rule[] = [
  openingWords,
  openingGender,
  doubleSpace,
  trailingSpace,
  quotationMarks,
  closingPunctuation,
  rangeHyphen,
];

/** Rules that say of a sign that it would be printed twice, of which also those are told who build without checking. */
export const printedTwice: readonly Rule[] = [closingPunctuation];

/**
 * Warnings and remarks, never errors. `places` says where a text stands: by the id of the segment in the original,
 * by `<language>:<id>` in a translation, by `field:<path>` where no text is meant; `about` says it where a text is.
 */
export function lint(
  r: Resolution,
  locale: Locale,
  places: ReadonlyMap<string, Place> = new Map(),
  only: readonly Rule[] = rules,
): Diagnostic[] {
  return ruled(r, locale, only).map((found) => toDiagnostic(found, r, places));
}

/**
 * Lints a text in several languages, the original first. What a translation shares with the original (the same rule in the same
 * text) is said for the original only; where the rule is about the words of each language, with the translations that are to be
 * mended along with it.
 */
export function lintLanguages(
  texts: readonly { resolution: Resolution; locale: Locale }[],
  places: ReadonlyMap<string, Place>,
  only: readonly Rule[] = rules,
): Diagnostic[] {
  const all = texts.map(({ resolution, locale }) => ({ resolution, found: ruled(resolution, locale, only) }));
  const original = all.find(({ resolution: r }) => r.language === r.original);
  const known = new Map((original?.found ?? []).map((found) => [keyOf(found), new Set<string>()]));
  for (const { resolution, found } of all) {
    if (resolution === original?.resolution) continue;
    for (const one of found) if (one.rule.perLanguage) known.get(keyOf(one))?.add(resolution.language);
  }
  return all.flatMap(({ resolution, found }) => {
    if (resolution === original?.resolution) {
      return found.map((one) => alsoIn(toDiagnostic(one, resolution, places), known.get(keyOf(one))));
    }
    return found.filter((one) => !known.has(keyOf(one))).map((one) => toDiagnostic(one, resolution, places));
  });
}

function alsoIn(d: Diagnostic, languages: ReadonlySet<string> | undefined): Diagnostic {
  if (!languages || languages.size === 0) return d;
  return { ...d, message: `${d.message} The same in ${[...languages].sort().join(", ")}.` };
}

/** What a work still has from its beginning, of which also those are told who build without checking. */
export function lintPlaceholders(r: Resolution, places: ReadonlyMap<string, Place>): Diagnostic[] {
  return findPlaceholders(r).map((finding) => toDiagnostic({ rule: placeholder, finding }, r, places));
}

interface Ruled {
  rule: Rule;
  finding: Finding;
}

function ruled(r: Resolution, locale: Locale, only: readonly Rule[]): Ruled[] {
  return only.flatMap((rule) => rule.check(r, locale).map((finding) => ({ rule, finding })));
}

function keyOf({ rule, finding }: Ruled): string {
  return `${rule.code} ${finding.at ?? finding.field}`;
}

function toDiagnostic(
  { rule, finding }: Ruled,
  r: Resolution,
  places: ReadonlyMap<string, Place>,
): Diagnostic {
  const { at, field, hint } = finding;
  const key = at === undefined ? `field:${field}` : r.language === r.original ? at : `${r.language}:${at}`;
  const place = places.get(key);
  const message = at === undefined ? finding.message : `${at}: ${finding.message}`;
  const about = at === undefined ? {} : { about: key };
  return { code: rule.code, severity: rule.severity, message, hint, ...(place ? { place } : {}), ...about };
}
