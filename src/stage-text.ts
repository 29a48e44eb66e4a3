/** The text of a stage in a language as documents print it: what is missing and what is out of date in it is said, and marked. */
import { stageText } from "./amend/stages.ts";
import { type Amending, findingOf } from "./amending.ts";
import { staleAmendments, staleFindings } from "./amendment-translation.ts";
import type { Resolution } from "./model/resolution.ts";
import { isFinal, type Stage } from "./model/stage.ts";
import type { Work } from "./read/work.ts";
import type { Diagnostic } from "./report/diagnostic.ts";
import { noticesUpTo, statesAtStage } from "./stage-freshness.ts";
import type { SegmentState } from "./translate/freshness.ts";
import { type GapMarks, markAmended, markOutdated } from "./translate/gaps.ts";

/** The text of a stage on its way into documents. */
export interface StageMade {
  resolution: Resolution;
  /** Amendments whose words in the original stand in for those of this language. */
  wanting: string[];
  /** Texts that answer earlier words of an amendment. */
  outdated: SegmentState[];
  diagnostics: Diagnostic[];
}

/** The text of a stage, with what could not be put into it. `filled` has a text for everything in the language; `first` is the text of the first stage in the same language. */
export function textAt(
  work: Work,
  filled: Work,
  amending: Amending,
  stage: Stage,
  first: Resolution,
): StageMade {
  const text =
    stage.id === filled.resolution.stages[0]?.id
      ? undefined
      : stageText(amending.work, stage.id, first.language);
  if (!text) return { resolution: first, wanting: [], outdated: [], diagnostics: [] };
  // What an earlier stage took in without words in this language still stands in another one here.
  const missing = noticesUpTo(amending.work, stage.id, first.language).filter(
    (notice) => notice.code === "text-missing",
  );
  const { stages } = amending.work.resolution;
  const taken = stages.slice(1, stages.findIndex((s) => s.id === stage.id) + 1);
  // What an earlier stage could not take in is not in this text either.
  const refused = taken.flatMap((s) => stageText(amending.work, s.id, first.language)?.refusals ?? []);
  // On paper for the tables it may stand in another language, in a text that has been adopted it may not.
  const weight = isFinal(stage) ? "error" : "warning";
  const outdated = outdatedAt(work, stage, first.language);
  const older = new Set(outdated.flatMap((s) => s.outdated ?? []));
  return {
    resolution: text.clean,
    outdated,
    wanting: [...new Set(missing.map((notice) => notice.amendment))],
    diagnostics: [
      ...refused.map((refusal) => findingOf(refusal, work)),
      ...missing.map((notice) => findingOf(notice, work, weight)),
      ...staleFindings(work, first.language, weight)
        .filter(({ amendment }) => older.has(amendment))
        .map((f) => f.finding),
    ],
  };
}

/** Texts that stand in words that answer an earlier wording of an amendment. */
function outdatedAt(work: Work, stage: Stage, language: string): SegmentState[] {
  if (language === work.resolution.original || staleAmendments(work, language).length === 0) return [];
  const states = statesAtStage(work, stage.id)?.states(language) ?? [];
  return states.filter((s) => s.outdated !== undefined);
}

/**
 * Paragraphs that amendments without words in the language changed stand in the original language, and say so; those in words that
 * are out of date say that.
 */
export function markedText(
  work: Work,
  stage: Stage,
  { resolution, wanting, outdated }: StageMade,
  marks: GapMarks,
): Resolution {
  const text = markOutdated(resolution, outdated, marks);
  if (wanting.length === 0) return text;
  const states = statesAtStage(work, stage.id)?.states(resolution.language) ?? [];
  return markAmended(text, states, work.resolution.original, marks);
}
