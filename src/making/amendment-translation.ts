/** The texts of all amendments of a work in another language: which are wanted, and how they stand. */

import type { AmendmentId, Tabled } from "../model/amendment.ts";
import type { TextKey } from "../model/amendment-texts.ts";
import type { Translation } from "../model/translation.ts";
import type { AmendmentList, Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { type AmendmentTextState, amendmentStates } from "../translate/amendment-states.ts";
import { withGapsFilled } from "./gaps.ts";

/** One list, and how its texts stand in a language. */
export interface ListStates {
  list: AmendmentList;
  states: AmendmentTextState[];
  /** Missing ones that no text of a stage needs: printed lists, which show every amendment, have none in this language. */
  forLists: AmendmentTextState[];
}

/**
 * By list, the texts that there are in a language or that are wanted in it: those of a list that names the language, and those of
 * amendments that were accepted, in the languages of the work. Apart from them, what the printed lists alone lack in these languages.
 * `all`: also reasons, which nobody prints.
 */
export function listStates(
  work: Work,
  language: string,
  languages: readonly string[],
  options: { all?: boolean } = {},
): ListStates[] {
  return work.lists.map((list) => {
    const isNamed = list.languages.includes(language);
    const isOfWork = languages.includes(language);
    const own = work.tabled
      .filter((t) => t.place.file === list.file)
      .flatMap((t) =>
        amendmentStates(t, language, work.history, options).map((state) => ({
          state,
          wanted: state.state !== "missing" || isNamed || (isTaken(t) && isOfWork),
        })),
      );
    const of = (wanted: boolean) => own.filter((one) => one.wanted === wanted).map(({ state }) => state);
    return { list, states: of(true), forLists: isOfWork ? of(false) : [] };
  });
}

function isTaken({ decision: { outcome } }: Tabled): boolean {
  return outcome === "accepted" || outcome === "accepted-as-amended";
}

/** Amendments whose words in a language answer an earlier text of the original. */
export function staleAmendments(work: Work, language: string): AmendmentId[] {
  return work.tabled.filter((t) => staleKeys(t, work, language).length > 0).map((t) => t.id);
}

function staleKeys(t: Tabled, { history }: Work, language: string): TextKey[] {
  return amendmentStates(t, language, history).flatMap(({ state, key }) =>
    state === "stale" && !isRemark(key) ? [key] : [],
  );
}

/** The same as findings at the amendments. */
export function staleFindings(
  work: Work,
  language: string,
  severity: "warning" | "error" = "warning",
): { amendment: AmendmentId; finding: Diagnostic }[] {
  return work.tabled.flatMap((t) => {
    const keys = staleKeys(t, work, language);
    if (keys.length === 0) return [];
    const place = t.places[`${t.operation.kind}.${language}`] ?? t.places[t.operation.kind] ?? t.place;
    const finding: Diagnostic = {
      code: "translation-stale",
      severity,
      message: `${t.id}: The text in \`${language}\` was made from an earlier text of the amendment (${keys.map(nameOfKey).join(", ")}).`,
      place,
      hint: `Export it and import it again; hemicycle translate ${work.name} status shows what changed.`,
    };
    return [{ amendment: t.id, finding }];
  });
}

/** Languages that amendments were written in other than that of the work. */
export function originalsOf(work: Work): string[] {
  return [...new Set(work.tabled.map((t) => t.original))].sort();
}

/** `new text 2`, `words put in 1`: in English, for lists. */
export function nameOfKey(key: TextKey): string {
  const plain = key.replace(/^result-/, "");
  const number = /\d+$/.exec(plain)?.[0];
  const numbered = number === undefined || plain.startsWith("note-") ? "" : ` ${number}`;
  const names: [RegExp, string][] = [
    [/^find/, `words found${numbered}`],
    [/^put/, `words put in${numbered}`],
    [/^text/, `new text${numbered}`],
    [/^note-/, `footnote ${plain.slice(5)}`],
    [/^reason/, "reason"],
    [/^decision-note/, "remark on the decision"],
  ];
  const name = names.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
  return plain === key ? name : `${name}, as decided`;
}

/** The work with a text for everything in the language, so that amendments can be put into it. */
export function workFor(work: Work, language: string, translation: Translation | undefined): Work {
  if (language === work.resolution.original) return work;
  const own = translation ?? work.translations[language] ?? { language, persons: {}, texts: {} };
  const translations = { ...work.translations, [language]: own };
  return withGapsFilled({ ...work, translations }, language, { missing: [], stale: [] });
}

/** Remarks are printed beside the text, if at all. */
export function isRemark(key: TextKey): boolean {
  return key === "reason" || key === "decision-note";
}
