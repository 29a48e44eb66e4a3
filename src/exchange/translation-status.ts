/** How the texts of a work stand in each of its languages, at its first stage or at a later one. */

import { listLocales, loadLocale } from "../language/load.ts";
import { listStates, nameOfKey } from "../making/amendment-translation.ts";
import { languagesOf, translationsOf } from "../making/languages.ts";
import { statesAtStage } from "../making/stage-freshness.ts";
import { readWork, type Work } from "../read/work.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { AmendmentTextState } from "../translate/amendment-states.ts";
import { freshness, unrecorded } from "../translate/freshness.ts";
import { proposer } from "../translate/openings.ts";
import {
  type Described,
  type LanguageStatus,
  type Propose,
  summary,
  summaryOf,
  type ToDo,
} from "../translate/status.ts";
import type { World } from "../world.ts";

export interface WorkStatus {
  work: string;
  /** Absent: the text as it is written in `resolution.yaml`, that of the first stage. */
  stage?: string;
  languages: LanguageStatus[];
  /** How many texts of the original are not on record, so that a later change of them could not be shown. */
  unrecorded: number;
  /** Lists of amendments that have texts in other languages than they were written in, or want some. */
  amendments: ListStatus[];
}

/** How the texts of one list of amendments stand. */
export interface ListStatus {
  file: string;
  /** The stage that it speaks of. */
  stage: string;
  languages: AmendmentLanguage[];
}

export interface AmendmentLanguage extends LanguageStatus {
  /** Drafts of which it is not on record what they were translated from. */
  unrecorded: number;
  /** Missing texts of amendments that no stage takes in: only printed lists of amendments show them. */
  forLists: ToDo[];
  /** Whether the list names the language among those that every text is wanted in. */
  named: boolean;
}

/** How the texts of a work stand in its languages, or in those named; at its first stage, or at a later one. */
export function translationStatus(
  world: World,
  name: string,
  request: { languages?: readonly string[]; stage?: string },
): Checked<WorkStatus> {
  const read = readWork(world, name);
  const work = read.value;
  if (!work) return { diagnostics: read.diagnostics };
  const diagnostics = read.diagnostics.filter((d) => d.severity === "error");
  const { resolution, history } = work;
  const stage = request.stage;
  if (stage !== undefined && !resolution.stages.some((s) => s.id === stage))
    return { diagnostics: [...diagnostics, unknownStage(work, stage)] };
  const languages = request.languages ?? translationsOf(work);
  const unknown = languages.filter(
    (l) => !translationsOf(work).includes(l) && !listLocales(world).includes(l),
  );
  if (unknown.length > 0)
    return { diagnostics: [...diagnostics, ...unknown.map((l) => unknownLanguage(world, work, l))] };
  const statesOf = stage === undefined ? undefined : statesAtStage(work, stage);
  return {
    value: {
      work: name,
      ...(stage === undefined ? {} : { stage }),
      languages: languages
        .filter((language) => language !== resolution.original)
        .map((language) => {
          const propose = proposing(world, work, resolution.original, language);
          if (statesOf) return summary(language, statesOf.text, statesOf.states(language), propose);
          const states = freshness(resolution, work.translations[language], history);
          return summary(language, resolution, states, propose);
        }),
      unrecorded: Object.keys(unrecorded(resolution, Object.values(work.translations), history)).length,
      amendments: amendmentStatus(work, [...(request.languages ? [] : [resolution.original]), ...languages]),
    },
    diagnostics,
  };
}

function amendmentStatus(work: Work, languages: readonly string[]): ListStatus[] {
  const own = [...languagesOf(work), ...languages];
  const originals = new Map(work.tabled.map((t) => [t.id, t.original]));
  const found = languages.map((language) => ({ language, lists: listStates(work, language, own) }));
  return work.lists.flatMap(({ file, stage, languages: named }): ListStatus[] => {
    const rows = found.flatMap(({ language, lists }): AmendmentLanguage[] => {
      const own = lists.find(({ list }) => list.file === file);
      if (!own || own.states.length + own.forLists.length === 0) return [];
      const described: Described<AmendmentTextState> = {
        original: ({ amendment }) => originals.get(amendment) ?? work.resolution.original,
        name: ({ amendment, key }) => `Amendment ${amendment}, ${nameOfKey(key)}`,
      };
      const { counts, toDo: open } = summaryOf(language, own.states, described);
      const forLists = summaryOf(language, own.forLists, described).toDo;
      const unknown = own.states.filter((s) => !s.recorded).length;
      const isNamed = named.includes(language);
      return [{ language, counts, toDo: open, unrecorded: unknown, forLists, named: isNamed }];
    });
    return rows.length === 0 ? [] : [{ file, stage, languages: rows }];
  });
}

/** Opening words are proposed where both languages have a lexicon. */
export function proposing(
  world: World,
  { resolution }: Work,
  original: string,
  language: string,
): Propose | undefined {
  const known = listLocales(world);
  if (!known.includes(original) || !known.includes(language)) return undefined;
  const [from, to] = [original, language].map((code) => loadLocale(world, code).value);
  return from && to ? proposer(from, to, resolution.instrument.body) : undefined;
}

function unknownStage(work: Work, stage: string): Diagnostic {
  const ids = work.resolution.stages.map((s) => s.id);
  return said(
    "stage-unknown",
    `The work "${work.name}" has no stage "${stage}".`,
    `Its stages are: ${ids.join(", ")}.`,
  );
}

function said(code: Diagnostic["code"], message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint };
}

export function unknownLanguage(world: World, work: Work, language: string): Diagnostic {
  const known = [...new Set([...translationsOf(work), ...listLocales(world)])];
  const near = nearest(language, known);
  const hint = near ? `Did you mean \`${near}\`?` : `The languages are: ${known.join(", ")}.`;
  return said("language-unknown", `There is no language \`${language}\` here.`, hint);
}
