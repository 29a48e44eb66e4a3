/** What decisions and sub-amendments make of an amendment, and which stage takes it in. */
import type { Amendment, AmendmentId, Operation } from "../model/amendment.ts";
import type { Refusal } from "../model/findings.ts";
import type { Stage } from "../model/stage.ts";

/**
 * The operation as it goes into the text: the recorded result of `accepted-as-amended`, or the operation with its accepted
 * sub-amendments in it. `subs`: which sub-amendments count; absent: the accepted ones.
 */
export function effectiveOperation(
  a: Amendment,
  all: readonly Amendment[],
  subs?: (sub: Amendment) => boolean,
): { operation: Operation } | { refusal: Refusal } {
  throw new Error(`not built yet: ${a.id} ${all.length} ${subs?.length}`);
}

/** Which amendments each stage takes in, by stage id in list order, and what does not add up (`wrong-base`, `decision-conflict`, …). */
export function takenIn(
  stages: readonly Stage[],
  amendments: readonly Amendment[],
): { byStage: Map<string, AmendmentId[]>; refusals: Refusal[] } {
  throw new Error(`not built yet: ${stages.length} ${amendments.length}`);
}

/** The amendments that are before the body with a stage: tabled to it, or carried over to it and not taken in yet. */
export function beforeTheBody(
  stages: readonly Stage[],
  amendments: readonly Amendment[],
  stageId: string,
): Amendment[] {
  throw new Error(`not built yet: ${stages.length} ${amendments.length} ${stageId}`);
}
