/** The amendments that still wait for a decision although a text was made without them. */
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import type { Stage } from "../model/stage.ts";
import { isAccepted, isPending, stageAfter } from "./decided.ts";
import { byId, indexOfStage } from "./source.ts";

export interface LeftPending {
  /** The stage that they speak of. */
  base: string;
  /** The first stage made without them. */
  stage: string;
  /** In list order. */
  ids: AmendmentId[];
}

/**
 * Up to a stage, in the order of the stages. A list that is carried over to the next stage still waits there. A sub-amendment to what
 * was not taken is out with it and waits for nothing.
 */
export function leftPending(
  stages: readonly Stage[],
  amendments: readonly Amendment[],
  stageId: string,
): LeftPending[] {
  const known = byId(amendments);
  const upTo = indexOfStage(stages, stageId);
  const waits = (a: Amendment): boolean => {
    const parent = a.parent === undefined ? undefined : known.get(a.parent);
    return isPending(a) && (!parent || isPending(parent) || isAccepted(parent));
  };
  return stages.slice(0, upTo).flatMap(({ id: base }): LeftPending[] => {
    const stage = stageAfter(stages, base);
    const ids = amendments.filter((a) => a.base === base && waits(a)).map((a) => a.id);
    if (!stage || indexOfStage(stages, stage.id) > upTo || ids.length === 0) return [];
    return [{ base, stage: stage.id, ids }];
  });
}
