/** Session and submitters of a text at a stage: a text can outlive one Assembly (house-style 1.1 C). */
import type { Instrument } from "./instrument.ts";
import type { Resolution } from "./resolution.ts";

/** The instrument as a stage has it: the last session and submitters that stages named up to there. */
export function instrumentAt({ instrument, stages }: Resolution, stageId: string): Instrument {
  const at = stages.findIndex((stage) => stage.id === stageId);
  let out = instrument;
  for (const { session, submitters } of stages.slice(0, at + 1)) {
    if (session) out = { ...out, session };
    if (submitters) out = { ...out, submitters };
  }
  return out;
}
