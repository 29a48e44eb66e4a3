/** Heads of places in lists of amendments (`New preambular paragraph 1bis`), and the order in which places come (house-style 2.2, 2.5). */
import type { Operation, Placement } from "../model/amendment.ts";
import type { DocketEntry } from "../model/docket.ts";
import type { Position } from "../model/number.ts";
import type { Id } from "../model/resolution.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import type { Atlas, Spot } from "./atlas.ts";
import { annexHeading } from "./headings.ts";
import { positionLabel } from "./inline.ts";
import { firstWords } from "./plan-blocks.ts";
import type { Setting } from "./setting.ts";

/** A place that amendments speak of. */
export interface Place {
  /** `title`, `preambular`, `operative`, the id of an annex, or `unknown`. */
  section: string;
  head: InlineText;
  /** Compared number by number. */
  order: number[];
  /** Id that the place is found by: of the paragraph, or of the one that something comes after or before. */
  at: Id;
}

/** The place of an amendment in the text that it speaks of. */
export function placeOf(entry: DocketEntry, atlas: Atlas, setting: Setting): Place {
  const { operation } = entry.amendment;
  if (isTitle(operation)) {
    return { section: "title", head: phrase("location.title", setting), order: [0], at: "title" };
  }
  const whole = holderOf(operation, atlas);
  if (operation.kind === "add" && !whole) return placeOfNew(operation, entry, atlas, setting);
  const id = "target" in operation && operation.target.kind === "paragraph" ? operation.target.id : "";
  const spot = whole ?? atlas.spot(id);
  if (!spot) return unknownPlace(id, setting);
  return {
    section: spot.part,
    head: headOf(spot, setting),
    order: [sectionOrder(spot.part, atlas), spot.index, 0, 0],
    at: spot.item.id,
  };
}

/** The place of something that speaks of no paragraph that there is. */
export function unknownPlace(written: string, setting: Setting): Place {
  const words = written === "" ? "?" : written;
  const head = phrase("location.unknown", setting, { words });
  return { section: "unknown", head, order: [Number.MAX_SAFE_INTEGER], at: "" };
}

/**
 * The paragraph that an operation takes a part out of, or puts one into: an item of a list, a quotation, the words after the
 * sub-paragraphs. Lists print such a paragraph with what changes in it, as for any other change of words.
 */
export function holderOf(operation: Operation, atlas: Atlas): Spot | undefined {
  const id =
    operation.kind === "delete" && operation.target.kind === "paragraph"
      ? operation.target.id
      : operation.kind === "add" && "id" in operation.place
        ? operation.place.id
        : undefined;
  const spot = id === undefined ? undefined : atlas.spot(id);
  return spot && spot.item.id !== id ? spot : undefined;
}

export function isTitle(operation: Operation): boolean {
  return operation.kind === "retitle" || ("target" in operation && operation.target.kind === "title");
}

export function comparePlaces(a: Place, b: Place): number {
  for (let i = 0; i < Math.max(a.order.length, b.order.length); i++) {
    const difference = (a.order[i] ?? 0) - (b.order[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function placeOfNew(
  operation: Extract<Operation, { kind: "add" }>,
  entry: DocketEntry,
  atlas: Atlas,
  setting: Setting,
): Place {
  const anchor = anchorOf(operation.place, atlas);
  if (!anchor) return unknownPlace("id" in operation.place ? operation.place.id : "", setting);
  const labels = operation.ids
    .filter((_, i) => (operation.depths?.[i] ?? 1) === 1)
    .flatMap((id) => entry.positions?.[id] ?? [])
    .map((position) => positionLabel(position, setting));
  const { part, spot } = anchor;
  const order = sectionOrder(part, atlas);
  const key = isPart(part) ? `location.new-${part}` : "location.new-other";
  const values = { count: Math.max(1, operation.ids.length), label: setting.locale.join(labels) };
  const head =
    labels.length > 0
      ? phrase(key, setting, { ...values, count: labels.length, place: partName(part, setting) })
      : phrase("location.new", setting);
  if (!spot) return { section: part, head, order: [order, -1], at: part };
  // After a paragraph means after everything in it; what comes after a sub-paragraph comes first.
  const first = anchor.side === "before" || anchor.side === "start";
  const where = first ? [spot.index, -1, 0] : [spot.end, 1, -spot.depth];
  return { section: part, head, order: [order, ...where], at: spot.item.id };
}

/** What something new or moved stands beside; `under`: it is the first and only thing in it. No spot: the part is empty. */
export interface Anchor {
  part: string;
  side: "after" | "before" | "under" | "start";
  spot?: Spot;
}

/** Undefined when there is no such paragraph. */
export function anchorOf(place: Placement, atlas: Atlas): Anchor | undefined {
  if ("id" in place) {
    const spot = atlas.spot(place.id);
    return spot && { part: spot.part, side: place.at, spot };
  }
  if ("part" in place) {
    const row = atlas.row(place.part);
    const item = place.at === "start" ? row[0] : row.at(-1);
    const spot = item && atlas.spot(item.id);
    if (place.at === "start" || !spot)
      return { part: place.part, side: "start", ...(spot ? { spot } : {}) } satisfies Anchor;
    return { part: place.part, side: "after", spot };
  }
  const spot = atlas.spot(place.within);
  if (!spot) return undefined;
  const children = spot.item.type === "paragraph" ? spot.item.children : [];
  const child = place.at === "start" ? children[0] : children.at(-1);
  const beside = child && atlas.spot(child.id);
  if (!beside) return { part: spot.part, side: "under", spot };
  return { part: spot.part, side: place.at === "start" ? "before" : "after", spot: beside };
}

/** `Preambular paragraph 4`, `Heading “Follow-up”`; of a merger the paragraph that stays, so that all on one stand together. */
function headOf({ item, part }: Spot, setting: Setting): InlineText {
  if (item.type !== "paragraph") {
    const key = item.type === "heading" ? "location.heading" : "location.unnumbered";
    return phrase(key, setting, { words: firstWords(item.text) });
  }
  const position = setting.positions.get(item.id);
  const label = position ? positionLabel(position, setting) : "?";
  const key = isPart(part) ? `location.${part}` : "location.other";
  const values = { count: 1, label, place: partName(part, setting) };
  return phrase(key, setting, values);
}

function inOrder(ids: readonly Id[], atlas: Atlas): Id[] {
  return [...ids].sort((a, b) => (atlas.spot(a)?.index ?? 0) - (atlas.spot(b)?.index ?? 0));
}

/** Labels of paragraphs in the order of the text, joined. */
export function joinedLabels(ids: readonly Id[], atlas: Atlas, setting: Setting): string {
  const positions = inOrder(ids, atlas).flatMap((id) => setting.positions.get(id) ?? []);
  return setting.locale.join(positions.map((position) => positionLabel(position, setting)));
}

function sectionOrder(part: string, atlas: Atlas): number {
  return atlas.parts.indexOf(part) + 1;
}

export function isPart(part: string): part is "preambular" | "operative" {
  return part === "preambular" || part === "operative";
}

/** `Annex II`; empty for the parts that have phrases of their own. */
export function partName(part: string, setting: Setting): string {
  const at = setting.resolution.annexes.findIndex((annex) => annex.id === part);
  return at < 0 ? "" : plainText(annexHeading(at, setting));
}

/** `PP1`, `OP3 (a)`; in an annex its name and the number. */
export function shortNumber(position: Position, setting: Setting): InlineText {
  const label = positionLabel(position, setting);
  if (isPart(position.part)) return phrase(`annotated.${position.part}`, setting, { label });
  return phrase("location.other", setting, { count: 1, label, place: partName(position.part, setting) });
}

/** A phrase of `amendments.json`. */
export function phrase(
  key: string,
  setting: Setting,
  values: Record<string, string | number | InlineText> = {},
): InlineText {
  return setting.locale.phrase(`amendments:${key}`, values);
}
