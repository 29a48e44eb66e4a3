/** Finds every pair of amendments of a list that get in each other's way, and says why. */
import type { AmendmentId } from "../model/amendment.ts";
import type { Conflict } from "../model/findings.ts";
import type { AmendedWork } from "./source.ts";

export interface WhichAmendments {
  /** Only these; absent: all that are before the body at the stage and not withdrawn, rejected, fallen or left aside. */
  only?: readonly AmendmentId[];
}

/** Conflicts among the amendments to a stage, by place in the text, then list order. */
export function conflicts(work: AmendedWork, stageId: string, which: WhichAmendments = {}): Conflict[] {
  throw new Error(`not built yet: ${work.resolution.work} ${stageId} ${Object.keys(which).join()}`);
}
