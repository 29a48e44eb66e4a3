/** What an amendment asks for, in the fixed phrases of lists (house-style 2.3). */
import type { Operation, Placement } from "../model/amendment.ts";
import type { Id } from "../model/resolution.ts";
import type { InlineText } from "../text/inline.ts";
import type { Atlas } from "./atlas.ts";
import { positionLabel } from "./inline.ts";
import {
  type Anchor,
  anchorOf,
  holderOf,
  isPart,
  isTitle,
  joinedLabels,
  partName,
  phrase,
} from "./places.ts";
import type { Setting } from "./setting.ts";

/** One sentence, such as `Add a new paragraph after preambular paragraph 1 to read as follows:`. */
export function instruction(operation: Operation, atlas: Atlas, setting: Setting): InlineText {
  if (isTitle(operation)) return phrase("instruction.title", setting);
  const say = (key: string, part: string, values: Record<string, string | number> = {}): InlineText =>
    phrase(`instruction.${key}-${isPart(part) ? part : "other"}`, setting, values);
  if (holderOf(operation, atlas)) return phrase("instruction.amend", setting);
  if (operation.kind === "add") return addition(operation.place, topmost(operation), atlas, setting);
  const id = "target" in operation && operation.target.kind === "paragraph" ? operation.target.id : "";
  const spot = atlas.spot(id);
  const label = labelOf(spot?.item.id ?? id, setting);
  const part = spot?.item.type === "paragraph" ? spot.part : "other";
  switch (operation.kind) {
    case "amend":
      return phrase("instruction.amend", setting);
    case "delete":
      return phrase("instruction.delete", setting);
    case "replace":
      return say("replace", part, { label });
    case "split":
      return say("split", part, { label });
    case "merge":
      return say("merge", part, { labels: joinedLabels([id, ...operation.others], atlas, setting) });
    case "move":
      return move(spot?.item.id ?? id, operation.place, atlas, setting);
    default:
      return phrase("instruction.title", setting);
  }
}

/** New paragraphs that stand at the place itself. */
function topmost({ ids, depths }: Extract<Operation, { kind: "add" }>): number {
  return ids.filter((_, i) => (depths?.[i] ?? 1) === 1).length;
}

function addition(place: Placement, count: number, atlas: Atlas, setting: Setting): InlineText {
  const anchor = anchorOf(place, atlas);
  const part = anchor?.part ?? "other";
  const side = anchor?.side ?? "after";
  const numbered = side === "start" || anchor?.spot?.item.type === "paragraph";
  const key = { after: "add-after", before: "add-before", under: "add-under", start: "add-at-start" }[side];
  const label = labelOf(anchor?.spot?.item.id ?? "", setting);
  return phrase(`instruction.${key}-${numbered && isPart(part) ? part : "other"}`, setting, { count, label });
}

/**
 * A move is said as one after another paragraph, or to the start of the part; `before` a paragraph is after the one that comes
 * before it. Places in other parts are named in full.
 */
function move(id: Id, place: Placement, atlas: Atlas, setting: Setting): InlineText {
  const from = atlas.spot(id);
  const to = landing(id, place, atlas);
  const label = labelOf(id, setting);
  const same = from && to && from.item.type === "paragraph" && from.part === to.part && isPart(to.part);
  const target = to?.spot;
  if (same && to.side === "start") return phrase(`instruction.move-to-start-${to.part}`, setting, { label });
  if (same && target?.item.type === "paragraph") {
    const key = to.side === "under" ? "move-under" : "move";
    const values = { label, after: labelOf(target.item.id, setting) };
    return phrase(`instruction.${key}-${to.part}`, setting, values);
  }
  const part = to?.part ?? "operative";
  const position = target && setting.positions.get(target.item.id);
  const values = { count: 1, label: labelOf(target?.item.id ?? "", setting), place: partName(part, setting) };
  const where = position
    ? phrase(`location.${isPart(part) ? part : "other"}`, setting, values)
    : phrase(`section.${part === "preambular" ? "preamble" : "operative"}`, setting);
  return phrase(position ? "instruction.move-other" : "instruction.move-to-start-other", setting, {
    place: where,
  });
}

function landing(id: Id, place: Placement, atlas: Atlas): Anchor | undefined {
  const anchor = anchorOf(place, atlas);
  if (anchor?.side !== "before" || !anchor.spot) return anchor;
  const { row, item, parent, depth, part } = anchor.spot;
  const before = row
    .slice(0, row.indexOf(item))
    .findLast((other) => other.type === "paragraph" && other.id !== id);
  const spot = atlas.spot(before?.id ?? parent ?? "");
  if (before && spot) return { part, side: "after", spot };
  if (depth > 1 && spot) return { part, side: "under", spot };
  return { part, side: "start" };
}

function labelOf(id: Id, setting: Setting): string {
  const position = setting.positions.get(id);
  return position ? positionLabel(position, setting) : "?";
}
