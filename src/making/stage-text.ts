/** The text of a stage in a language as documents print it: what is missing and what is out of date in it is said, and marked. */
import type { AmendedWork } from "../amend/source.ts";
import { stageText } from "../amend/stages.ts";
import { acceptChanges, rejectChanges } from "../model/changes.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { isFinal, type Stage } from "../model/stage.ts";
import { mapSegments, segments } from "../model/walk.ts";
import type { Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import { struckFirst } from "../text/struck-first.ts";
import type { SegmentState } from "../translate/freshness.ts";
import { type GapMarks, markAmended, markOutdated } from "../translate/gaps.ts";
import { type Amending, findingOf } from "./amending.ts";
import { staleAmendments, staleFindings } from "./amendment-translation.ts";
import { noticesUpTo, statesAtStage } from "./stage-freshness.ts";

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

/** What stands before a text of a later stage, and the amendment that it is there for. */
interface LateMark {
  text: InlineText;
  by: string | undefined;
}

/** The marks that `markedText` puts before texts of a stage; those of the first stage are in its texts. */
type LateMarks = ReadonlyMap<Id, LateMark>;

function lateMarks(
  work: Work,
  stage: Stage,
  { resolution, wanting, outdated }: StageMade,
  marks: GapMarks,
): LateMarks {
  const found = new Map<Id, LateMark>();
  for (const { segment, outdated: by } of outdated)
    found.set(segment.id, { text: marks.stale, by: by?.at(-1) });
  if (wanting.length === 0) return found;
  for (const { segment, amendments } of statesAtStage(work, stage.id)?.states(resolution.language) ?? [])
    if (amendments) found.set(segment.id, { text: marks.missing, by: amendments.at(-1) });
  return found;
}

/** A work as drafts print it, for comparisons of its stages in one language. */
export interface MarkedWork {
  /** With marks before the texts of the first stage that wait for a translation. */
  work: AmendedWork;
  late: (stage: Stage) => LateMarks;
}

/** The arguments are those of `textAt`. */
export function markedWork(
  work: Work,
  filled: Work,
  amending: Amending,
  first: Resolution,
  marks: GapMarks,
): MarkedWork {
  const late = (stage: Stage): LateMarks =>
    lateMarks(filled, stage, textAt(work, filled, amending, stage, first), marks);
  return { work: amending.work, late };
}

/**
 * A redline with the marks of its two sides: one that both have is no change, one of the later text alone comes with the amendment
 * that it is there for.
 */
export function markedRedline(tracked: Resolution, before: LateMarks, after: LateMarks): Resolution {
  if (before.size + after.size === 0) return tracked;
  const old = new Set(segments(rejectChanges(tracked)).map(({ id }) => id));
  const now = new Set(segments(acceptChanges(tracked)).map(({ id }) => id));
  return mapSegments(tracked, ({ id, text }) => {
    const [gone, come] = [before.get(id), after.get(id)];
    const one = gone ?? come;
    if (!one) return text;
    const words: InlineText = [
      { kind: "strong", children: one.text },
      { kind: "text", text: " " },
    ];
    // Where only one side has the text at all, it stands under the mark of its paragraph.
    if ((gone || !old.has(id)) && (come || !now.has(id))) return [...words, ...text];
    const change = one.by === undefined ? {} : { change: one.by };
    return struckFirst([{ kind: gone ? "del" : "ins", ...change, children: words }, ...text]);
  });
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
