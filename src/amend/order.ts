/** The proposed order in which the amendments to a stage are considered, and why (house-style 2.2, 2.7). */
import type { OrderStep } from "../model/findings.ts";
import type { WhichAmendments } from "./conflicts.ts";
import type { AmendedWork } from "./source.ts";

/**
 * In text order; at one place deletion, replacement, merging and splitting, changes of words, moves, then new paragraphs, what is
 * furthest from the text first; sub-amendments directly before the amendment that they are to. By default the pending ones.
 */
export function orderOfConsideration(
  work: AmendedWork,
  stageId: string,
  which: WhichAmendments = {},
): OrderStep[] {
  throw new Error(`not built yet: ${work.resolution.work} ${stageId} ${Object.keys(which).join()}`);
}
