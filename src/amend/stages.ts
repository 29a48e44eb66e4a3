/** The text of every stage, made from the stage before and the amendments taken in; redlines between stages and of pending ones. */
import type { AmendmentId } from "../model/amendment.ts";
import { reverseChanges } from "../model/changes.ts";
import { composeChanges } from "../model/compose-changes.ts";
import type { Absorbed, Refusal } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { putStruckFirst } from "../model/struck-first.ts";
import { beforeTheBody, effectiveOperation, isPending, takenIn } from "./decided.ts";
import { Fold, type Folded } from "./fold.ts";
import type { Step } from "./sequence.ts";
import { type AmendedWork, byId, indexOfStage } from "./source.ts";

/** A text of a stage in one language. */
export interface StageText {
  stage: Stage;
  language: string;
  /** Without tracked changes: what is printed. Of pending amendments: the text of the stage without them. */
  clean: Resolution;
  /** Against the stage before, or with the pending amendments; the clean text again for the first stage. */
  tracked: Resolution;
  /** Amendments in `tracked`, in the order of their application (text order, then list order). */
  applied: AmendmentId[];
  /** Those that should have been and could not, each with its reason; the rest of the text is made without them. */
  refusals: Refusal[];
  /** What was done in place of something missing, above all texts that stand in the original language. */
  notices: Refusal[];
  absorbed: Absorbed[];
}

/** What is kept of a work: each stage is made once, whatever is asked of it. */
interface Life {
  folds: Map<string, { fold: Fold; refusals: Refusal[] }>;
  texts: Map<string, Resolution | undefined>;
  taken?: ReturnType<typeof takenIn>;
}

const lives = new WeakMap<AmendedWork, Life>();

function lifeOf(work: AmendedWork): Life {
  let life = lives.get(work);
  if (!life) {
    life = { folds: new Map(), texts: new Map() };
    lives.set(work, life);
  }
  return life;
}

function firstText(work: AmendedWork, language: string): Resolution | undefined {
  const { texts } = lifeOf(work);
  if (!texts.has(language)) texts.set(language, work.text(language));
  return texts.get(language);
}

/** What each stage takes in, and what does not add up. */
export function takenInBy(work: AmendedWork): ReturnType<typeof takenIn> {
  const life = lifeOf(work);
  life.taken ??= takenIn(work.resolution.stages, work.amendments);
  return life.taken;
}

/** Amendments as steps, with the operations that decisions and sub-amendments make of them. */
export function stepsOf(
  work: AmendedWork,
  ids: readonly AmendmentId[],
): { steps: Step[]; refusals: Refusal[] } {
  const known = byId(work.amendments);
  const steps: Step[] = [];
  const refusals: Refusal[] = [];
  for (const id of ids) {
    const amendment = known.get(id);
    if (!amendment) continue;
    const effective = effectiveOperation(amendment, work.amendments);
    if ("refusal" in effective) refusals.push(effective.refusal);
    else steps.push({ amendment, ...effective });
  }
  return { steps, refusals };
}

function makeFold(
  work: AmendedWork,
  at: number,
  ids: readonly AmendmentId[],
): { fold: Fold; refusals: Refusal[] } {
  const { steps, refusals } = stepsOf(work, ids);
  const { language } = work.resolution;
  const before = at > 0 ? foldOf(work, at).fold : undefined;
  const text = (code: string): Resolution | undefined => cleanText(work, at, code);
  const order = text(language) ?? work.resolution;
  return {
    fold: new Fold(text, order, steps, before?.goneAfter(language) ?? new Map<Id, string>()),
    refusals,
  };
}

/** The fold that leads to the stage at `at`, which is not the first. */
function foldOf(work: AmendedWork, at: number): { fold: Fold; refusals: Refusal[] } {
  const stage = work.resolution.stages[at];
  if (!stage || at === 0) throw new Error("the first stage is made from nothing");
  const { folds } = lifeOf(work);
  let known = folds.get(stage.id);
  if (!known) {
    const { byStage, refusals } = takenInBy(work);
    const made = makeFold(work, at - 1, byStage.get(stage.id) ?? []);
    const own = refusals.filter((refusal) => refusal.stage === stage.id);
    known = { fold: made.fold, refusals: [...own, ...made.refusals] };
    folds.set(stage.id, known);
  }
  return known;
}

function cleanText(work: AmendedWork, at: number, language: string): Resolution | undefined {
  return at === 0 ? firstText(work, language) : foldOf(work, at).fold.clean(language);
}

/** The text of a stage without tracked changes; undefined when the work is not there in the language. */
export function cleanStage(work: AmendedWork, stageId: string, language: string): Resolution | undefined {
  return cleanText(work, indexOfStage(work.resolution.stages, stageId), language);
}

/** The text of a stage. Undefined when the work is not there in the language; throws when there is no such stage. */
export function stageText(work: AmendedWork, stageId: string, language: string): StageText | undefined {
  const at = indexOfStage(work.resolution.stages, stageId);
  const stage = work.resolution.stages[at];
  const clean = cleanText(work, at, language);
  if (!stage || !clean) return undefined;
  if (at === 0)
    return { stage, language, clean, tracked: clean, applied: [], refusals: [], notices: [], absorbed: [] };
  const { fold, refusals } = foldOf(work, at);
  const folded = fold.in(language);
  return folded && { stage, language, clean, ...withRefusals(folded, refusals) };
}

function withRefusals(folded: Folded, refusals: readonly Refusal[]): Folded {
  const { tracked, applied, notices, absorbed } = folded;
  return { tracked, applied, refusals: [...refusals, ...folded.refusals], notices, absorbed };
}

/**
 * The text of stage `to` in tracked form against stage `from` (earlier or later), each change under the amendment that made it; at one
 * spot what is struck comes first, whichever amendment goes first in the list.
 * Undefined when the work is not there in the language.
 */
export function between(
  work: AmendedWork,
  from: string,
  to: string,
  language: string,
): { tracked: Resolution; refusals: Refusal[]; notices: Refusal[]; absorbed: Absorbed[] } | undefined {
  const { stages } = work.resolution;
  const [a, b] = [indexOfStage(stages, from), indexOfStage(stages, to)];
  const [first, last] = a <= b ? [a, b] : [b, a];
  let tracked = cleanText(work, first, language);
  if (!tracked) return undefined;
  const found: Folded = { tracked, applied: [], refusals: [], notices: [], absorbed: [] };
  for (let at = first + 1; at <= last; at += 1) {
    const step = stageText(work, stages[at]?.id ?? "", language);
    if (!step) return undefined;
    tracked = at === first + 1 ? step.tracked : composeChanges(tracked, step.tracked);
    found.refusals.push(...step.refusals);
    found.notices.push(...step.notices);
    found.absorbed.push(...step.absorbed);
  }
  const { refusals, notices, absorbed } = found;
  return {
    tracked: a <= b ? putStruckFirst(tracked) : reverseChanges(tracked),
    refusals,
    notices,
    absorbed,
  };
}

/**
 * The text of a stage with the amendments before the body put into it as tracked changes: those pending, or those named.
 * Sub-amendments show in what they amend once they are accepted. Rivals that cannot stand in one text with others are among the
 * refusals.
 */
export function pendingText(
  work: AmendedWork,
  stageId: string,
  language: string,
  which?: readonly AmendmentId[],
): StageText | undefined {
  const { stages } = work.resolution;
  const at = indexOfStage(stages, stageId);
  const stage = stages[at];
  const clean = cleanText(work, at, language);
  if (!stage || !clean) return undefined;
  const { fold, refusals } = pendingFold(work, at, which);
  const folded = fold.in(language);
  return folded && { stage, language, clean, ...withRefusals(folded, refusals) };
}

function pendingFold(
  work: AmendedWork,
  at: number,
  which: readonly AmendmentId[] | undefined,
): { fold: Fold; refusals: Refusal[] } {
  const { stages } = work.resolution;
  const stageId = stages[at]?.id ?? "";
  const key = `pending ${stageId} ${which?.join(" ") ?? ""}`;
  const { folds } = lifeOf(work);
  let known = folds.get(key);
  if (!known) {
    const open = beforeTheBody(stages, work.amendments, stageId);
    const wanted = open.filter(
      (a) => a.parent === undefined && (which ? which.includes(a.id) : isPending(a)),
    );
    known = makeFold(
      work,
      at,
      wanted.map((a) => a.id),
    );
    folds.set(key, known);
  }
  return known;
}
