/** What new paragraphs are called while they are proposed: the place that they have when their amendment alone is put into the text. */
import type { Amendment } from "../model/amendment.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { applyAmendment } from "./apply.ts";
import { frozenNumbers } from "./frozen.ts";
import { positionName } from "./label.ts";
import type { AmendedWork } from "./source.ts";
import { cleanStage } from "./stages.ts";

const alone = new WeakMap<AmendedWork, Map<string, Resolution | undefined>>();

/** `new OP2bis`; undefined for what the amendment does not put in, or when it cannot be put at all. */
export function proposedName(work: AmendedWork, amendment: Amendment, id: Id): string | undefined {
  const { operation: op } = amendment;
  if ((op.kind !== "add" && op.kind !== "split") || !op.ids.includes(id)) return undefined;
  const known = alone.get(work) ?? new Map<string, Resolution | undefined>();
  alone.set(work, known);
  if (!known.has(amendment.id)) {
    const { language } = work.resolution;
    const text = cleanStage(work, amendment.base, language);
    const done = text && applyAmendment(text, amendment, language);
    known.set(amendment.id, done && !("refusal" in done) ? done.value : undefined);
  }
  const tracked = known.get(amendment.id);
  const position = tracked && frozenNumbers(tracked).get(id);
  return position && `new ${positionName(position)}`;
}
