/** The text of every stage, made from the stage before and the amendments taken in; redlines between stages and of pending ones. */
import type { AmendmentId } from "../model/amendment.ts";
import type { Absorbed, Refusal } from "../model/findings.ts";
import type { Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { AmendedWork } from "./source.ts";

/** A text of a stage in one language. */
export interface StageText {
  stage: Stage;
  language: string;
  /** Without tracked changes: what is printed. */
  clean: Resolution;
  /** Against the stage before; the clean text again for the first stage. */
  tracked: Resolution;
  /** Amendments taken in, in the order of their application (text order, then list order). */
  applied: AmendmentId[];
  /** Those that should have been and could not, each with its reason; the rest of the text is made without them. */
  refusals: Refusal[];
  /** What was done in place of something missing, above all texts that stand in the original language. */
  notices: Refusal[];
  absorbed: Absorbed[];
}

/** The text of a stage. Undefined when the work is not there in the language; throws when there is no such stage. */
export function stageText(work: AmendedWork, stageId: string, language: string): StageText | undefined {
  throw new Error(`not built yet: ${work.resolution.work} ${stageId} ${language}`);
}

/**
 * The text of stage `to` in tracked form against stage `from` (earlier or later), each change under the amendment that made it.
 * Undefined when the work is not there in the language.
 */
export function between(
  work: AmendedWork,
  from: string,
  to: string,
  language: string,
): { tracked: Resolution; refusals: Refusal[]; notices: Refusal[]; absorbed: Absorbed[] } | undefined {
  throw new Error(`not built yet: ${work.resolution.work} ${from} ${to} ${language}`);
}

/**
 * The text of a stage with the amendments before the body put into it as tracked changes: those pending, or those named.
 * Rivals that cannot stand in one text with others are among the refusals.
 */
export function pendingText(
  work: AmendedWork,
  stageId: string,
  language: string,
  which?: readonly AmendmentId[],
): StageText | undefined {
  throw new Error(`not built yet: ${work.resolution.work} ${stageId} ${language} ${which?.join()}`);
}
