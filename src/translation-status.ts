/** How the texts of a work stand in each of its languages, at its first stage or at a later one. */
import type { AmendedWork } from "./amend/source.ts";
import { between, stageText } from "./amend/stages.ts";
import { prepareAmendments } from "./amending.ts";
import { withGapsFilled } from "./gaps.ts";
import { listLocales, loadLocale } from "./language/load.ts";
import type { Refusal } from "./model/findings.ts";
import type { Resolution } from "./model/resolution.ts";
import { readWork, type Work } from "./read/work.ts";
import type { Checked, Diagnostic } from "./report/diagnostic.ts";
import { nearest } from "./report/nearest.ts";
import { freshnessAtStage } from "./translate/at-stage.ts";
import { freshness, type SegmentState, unrecorded } from "./translate/freshness.ts";
import { proposer } from "./translate/openings.ts";
import { type LanguageStatus, type Propose, summary } from "./translate/status.ts";
import type { World } from "./world.ts";

export interface WorkStatus {
  work: string;
  /** Absent: the text as it is written in `resolution.yaml`, that of the first stage. */
  stage?: string;
  languages: LanguageStatus[];
  /** How many texts of the original are not on record, so that a later change of them could not be shown. */
  unrecorded: number;
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
  const languages = request.languages ?? languagesOf(work);
  const unknown = languages.filter((l) => !languagesOf(work).includes(l) && !listLocales(world).includes(l));
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
          const propose = proposing(world, work, language);
          if (statesOf) return summary(language, statesOf.text, statesOf.states(language), propose);
          const states = freshness(resolution, work.translations[language], history);
          return summary(language, resolution, states, propose);
        }),
      unrecorded: Object.keys(unrecorded(resolution, Object.values(work.translations), history)).length,
    },
    diagnostics,
  };
}

/** What could not be put into a text, and what was put there in another language, over all stages up to this one. */
export function noticesUpTo(amended: AmendedWork, stage: string, language: string): Refusal[] {
  const { stages } = amended.resolution;
  const last = stages.findIndex((s) => s.id === stage);
  return stages.slice(1, last + 1).flatMap(({ id }) => {
    const text = stageText(amended, id, language);
    return text ? [...text.refusals, ...text.notices] : [];
  });
}

/** Opening words are proposed where both languages have a lexicon. */
function proposing(world: World, { resolution }: Work, language: string): Propose | undefined {
  const known = listLocales(world);
  if (!known.includes(resolution.original) || !known.includes(language)) return undefined;
  const [from, to] = [resolution.original, language].map((code) => loadLocale(world, code).value);
  return from && to ? proposer(from, to, resolution.instrument.body) : undefined;
}

/** The text of a later stage in the original, and the states of its texts by language; undefined for the first stage. */
export function statesAtStage(
  work: Work,
  stage: string,
): { text: Resolution; states: (language: string) => SegmentState[] } | undefined {
  const { resolution, history, translations } = work;
  const first = resolution.stages[0]?.id ?? stage;
  if (stage === first) return undefined;
  const amended = prepareAmendments(work).work;
  const text = stageText(amended, stage, resolution.original);
  const change = between(amended, first, stage, resolution.original);
  if (!text || !change) return undefined;
  return {
    text: text.clean,
    states: (language) => {
      // What is missing from the first stage must not hide what amendments brought in this language.
      const whole = withGapsFilled(work, language, { missing: [], stale: [] });
      const prepared = prepareAmendments(whole).work;
      const made = stageText(prepared, stage, language);
      const refusals = made ? noticesUpTo(prepared, stage, language) : [];
      // Without a text of its own nothing can have been put into it.
      const wanting = made
        ? refusals.filter((r) => r.language === language || r.code === "text-missing").map((r) => r.amendment)
        : text.applied;
      const texts = { first: resolution, clean: text.clean, tracked: change.tracked, wanting };
      return freshnessAtStage(texts, translations[language], history);
    },
  };
}

/** The languages of a work: those it is wanted in, and those of its translations. */
export function languagesOf({ resolution, translations }: Work): string[] {
  return [...new Set([...resolution.instrument.languages, ...Object.keys(translations).sort()])].filter(
    (language) => language !== resolution.original,
  );
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
  const known = [...new Set([...languagesOf(work), ...listLocales(world)])];
  const near = nearest(language, known);
  const hint = near ? `Did you mean \`${near}\`?` : `The languages are: ${known.join(", ")}.`;
  return said("language-unknown", `There is no language \`${language}\` here.`, hint);
}
