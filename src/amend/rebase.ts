/** Puts the amendments that wait for their decision onto the text that the decisions so far have made. */
import type { AmendmentId } from "../model/amendment.ts";
import type { Rebased } from "../model/findings.ts";
import type { AmendedWork } from "./source.ts";

/**
 * The pending amendments to a stage as they have to read when those `taken` (absent: the accepted ones) are in the text, in list
 * order; the refused ones with the reason. The amendments handed out are fit for `applyAmendment` on the clean text after `taken`.
 */
export function rebase(work: AmendedWork, stageId: string, taken?: readonly AmendmentId[]): Rebased[] {
  throw new Error(`not built yet: ${work.resolution.work} ${stageId} ${taken?.join()}`);
}
