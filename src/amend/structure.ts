/** Puts in, takes out and moves paragraphs and headings in tracked form. */
import type { Amendment, AmendmentId, Placement } from "../model/amendment.ts";
import { itemBefore } from "../model/changes.ts";
import { mapRows, mapSame, replaceSame, unmarked, withChildren } from "../model/items.ts";
import type { ChangeMark, Id, Paragraph, PartItem, Resolution } from "../model/resolution.ts";
import type { InlineText } from "../text/inline.ts";
import { printedName } from "./label.ts";
import { indexOf, isTaken, type Located } from "./locate.ts";
import { refuse } from "./refuse.ts";
import type { Lost } from "./track.ts";
import { undone, wordsOf } from "./undone.ts";

/** What is known of a text beside itself. */
export interface Surroundings {
  /** Ids that are not in the text any more, with the amendment that took them out. */
  gone?: ReadonlyMap<Id, AmendmentId>;
  /** The text whose numbers messages give, where it is another one: in tracked form, the changes rejected. */
  numbered?: Resolution;
}

/** A paragraph with one text. */
export function newParagraph(id: Id, text: InlineText): Paragraph {
  return { type: "paragraph", id, blocks: [{ type: "text", id, text }], children: [] };
}

export function marked<T extends PartItem>(item: T, kind: ChangeMark["kind"], change: AmendmentId): T {
  return { ...item, mark: { kind, change } };
}

/** The item that an amendment concerns; refused when it is not there, or not there any more. */
export function liveItem(
  r: Resolution,
  id: Id,
  a: Amendment,
  field: string,
  surroundings: Surroundings,
  what: "target" | "place" = "target",
): Located {
  const index = indexOf(r);
  const holder = index.holders.get(id) ?? "";
  const struckBy = index.live.has(id) ? undefined : index.struck.get(id);
  const found = index.live.get(id) ?? index.live.get(holder);
  if (found && struckBy === undefined) return found;
  const by = struckBy ?? (index.dead.get(id) ?? index.dead.get(holder))?.goneBy ?? surroundings.gone?.get(id);
  const name = printedName(surroundings.numbered ?? r, id);
  if (by !== undefined)
    return refuse(a, {
      code: `${what}-gone`,
      message: `${name} is not there any more: ${by} has taken it out.`,
      hint: `Decide between the two; when ${struckBy === undefined ? "a paragraph" : "a part of a paragraph"} is deleted, amendments to it fall.`,
      field,
      by,
    });
  return refuse(a, {
    code: `${what}-missing`,
    message: `There is no paragraph ${name} in the text that it speaks of.`,
    hint: "Look at the numbers printed in that stage; amendments count by them.",
    field,
  });
}

/** Items put at a place. Earlier insertions at the same place stay before them, so the order is that of the amendments. */
export function insertItems(
  r: Resolution,
  place: Placement,
  items: readonly PartItem[],
  a: Amendment,
  field: string,
  surroundings: Surroundings,
): Resolution {
  const named = (id: Id): Named => ({ id, name: printedName(surroundings.numbered ?? r, id) });
  if ("part" in place) return { ...r, [place.part]: insertAtEnd(r[place.part], place.at, items) };
  if ("within" in place) {
    const { item } = liveItem(r, place.within, a, field, surroundings, "place");
    if (item.type !== "paragraph" || item.id !== place.within)
      return unfit(a, field, named(place.within), "has no sub-paragraphs");
    onlyParagraphs(items, a, field, named);
    return replaceItem(r, item, [
      { ...item, children: insertAtEnd(item.children, place.at, items as readonly Paragraph[]) },
    ]);
  }
  const index = indexOf(r);
  const dead = index.dead.get(place.id);
  // Beside a struck paragraph is still a place; inside one is none.
  const at = index.live.get(place.id) ?? (dead?.above.some((item) => isGone(item)) ? undefined : dead);
  if (!at) {
    liveItem(r, place.id, a, field, surroundings, "place");
    return refuse(a, {
      code: "target-unfit",
      message: `${named(place.id).name} is a part of a paragraph, and nothing can be put beside it.`,
      hint: "New items stand beside an item of a list; other words come in by amend, with after: and put:, and paragraphs beside a paragraph.",
      field,
      places: [{ in: "text", id: place.id }],
    });
  }
  if (at.above.length > 0) onlyParagraphs(items, a, field, named);
  const anchor = at.item;
  const row = <T extends PartItem>(items_: T[]): T[] => {
    const found = (items_ as readonly PartItem[]).indexOf(anchor);
    if (found < 0) return mapSame(items_, (one) => withChildren(one, row));
    let to = found;
    if (place.at === "after") to = isPutIn(anchor) ? found + 1 : afterPutIn(items_, found + 1);
    return [...items_.slice(0, to), ...(items as readonly T[]), ...items_.slice(to)];
  };
  return mapRows(r, row);
}

function isGone(item: PartItem): boolean {
  return item.mark?.kind === "del" || item.mark?.kind === "move-from";
}

export function isPutIn(item: { mark?: ChangeMark } | undefined): boolean {
  return item?.mark?.kind === "ins" || item?.mark?.kind === "move-to";
}

/** Behind what others have put in at a place. */
export function afterPutIn(items: readonly { mark?: ChangeMark }[], from: number): number {
  let to = from;
  while (isPutIn(items[to])) to += 1;
  return to;
}

function insertAtEnd<T>(row: readonly T[], at: "start" | "end", items: readonly T[]): T[] {
  const to = at === "end" ? row.length : afterPutIn(row as readonly { mark?: ChangeMark }[], 0);
  return [...row.slice(0, to), ...items, ...row.slice(to)];
}

function onlyParagraphs(
  items: readonly PartItem[],
  a: Amendment,
  field: string,
  named: (id: Id) => Named,
): void {
  const other = items.find((item) => item.type !== "paragraph");
  if (other) unfit(a, field, named(other.id), "cannot stand among sub-paragraphs");
}

/** Something by its id, and as it is printed. */
export interface Named {
  id: Id;
  name: string;
}

export function unfit(a: Amendment, field: string, { id, name }: Named, why: string): never {
  return refuse(a, {
    code: "target-unfit",
    message: `${id === "title" ? "The title" : name} ${why}.`,
    hint: "Name the paragraph that is meant.",
    field,
    places: [{ in: "text", id }],
  });
}

/** One item, known by being that object, with others in its place. */
export function replaceItem(r: Resolution, item: PartItem, by: readonly PartItem[]): Resolution {
  const row = <T extends PartItem>(items: T[]): T[] =>
    items.some((one) => one === item)
      ? replaceSame(items, (one): readonly T[] => (one === item ? (by as readonly T[]) : [one]))
      : mapSame(items, (one) => withChildren(one, row));
  return mapRows(r, row);
}

/** Refuses ids of new paragraphs that something has already, or that are not as many as the texts. */
export function checkNewIds(
  r: Resolution,
  ids: readonly Id[],
  texts: number,
  a: Amendment,
  field: string,
  { gone }: Surroundings,
): void {
  if (ids.length !== texts)
    refuse(a, {
      code: "texts-differ",
      message: `It has ${texts} new texts for ${ids.length} new paragraphs.`,
      hint: "Give as many texts in every language as there are new paragraphs.",
      field,
    });
  const index = indexOf(r);
  const taken = ids.find((id, i) => isTaken(index, id) || gone?.has(id) || ids.indexOf(id) !== i);
  if (taken !== undefined)
    refuse(a, {
      code: "id-taken",
      message: `The id \`${taken}\` of a new paragraph is that of something else already.`,
      hint: "Give the new paragraph another id; ids are never used twice.",
      field,
      places: [{ in: "text", id: taken }],
    });
}

/** Ids of an item and everything below it. */
export function idsWithin(item: PartItem): Set<Id> {
  const ids = new Set<Id>([item.id]);
  if (item.type === "paragraph")
    for (const child of item.children) for (const id of idsWithin(child)) ids.add(id);
  return ids;
}

/** Items moved to somewhere inside an item, that item included. */
function movedInto(item: PartItem): Id[] {
  const own = item.mark?.kind === "move-to" ? [item.id] : [];
  return item.type === "paragraph" ? [...own, ...item.children.flatMap(movedInto)] : own;
}

/**
 * Takes an item out. What stood in the text before is struck, whole and as it stood; what an amendment had put in goes without trace
 * and is handed to `lost`; what had been moved to here is struck where it came from.
 */
export function removeItem(
  r: Resolution,
  { item, putInBy }: Located,
  by: AmendmentId,
  lost: (one: Lost) => void,
): Resolution {
  const moved = new Set(movedInto(item));
  const stays = putInBy === undefined && item.mark?.kind !== "move-to";
  if (putInBy !== undefined) lost({ id: item.id, change: putInBy, words: wordsOf(item) });
  else if (item.mark) lost({ id: item.id, change: item.mark.change, words: "" });
  for (const one of undone(item, putInBy)) lost(one);
  const struck = stays ? [marked(unghost(itemBefore(item), moved), "del", by)] : [];
  const out = replaceItem(r, item, struck);
  return moved.size === 0 ? out : strikeGhosts(out, moved, by);
}

/** The old places of some moved items as ordinary text, because the whole around them is struck. */
function unghost<T extends PartItem>(item: T, ids: ReadonlySet<Id>): T {
  const here = item.mark?.kind === "move-from" && ids.has(item.id) ? unmarked(item) : item;
  return withChildren(here, (children) => mapSame(children, (child) => unghost(child, ids)));
}

function strikeGhosts(r: Resolution, ids: ReadonlySet<Id>, by: AmendmentId): Resolution {
  const row = <T extends PartItem>(items: T[]): T[] =>
    mapSame(items, (item): T => {
      const ghost = item.mark?.kind === "move-from" && ids.has(item.id);
      return withChildren(ghost ? marked(item, "del", by) : item, row);
    });
  return mapRows(r, row);
}

/** Moves an item. Its old text stays at the old place as `move-from`; what had been put in, or moved before, leaves no second trace. */
export function moveItem(
  r: Resolution,
  at: Located,
  place: Placement,
  a: Amendment,
  surroundings: Surroundings,
): Resolution {
  const { item, putInBy } = at;
  const anchor = "within" in place ? place.within : "id" in place ? place.id : undefined;
  if (anchor !== undefined && idsWithin(item).has(anchor))
    refuse(a, {
      code: "into-itself",
      message: "A paragraph cannot be moved to a place inside or beside itself.",
      hint: "Name another paragraph as the place.",
      field: "move",
      places: [{ in: "text", id: item.id }],
    });
  if (putInBy !== undefined)
    return replaceItem(
      insertItems(r, place, [marked(item, "ins", putInBy)], a, "move", surroundings),
      item,
      [],
    );
  const put = insertItems(r, place, [marked(item, "move-to", a.id)], a, "move", surroundings);
  // Inserting may have rebuilt the paragraphs above, never the item itself.
  if (item.mark?.kind === "move-to") return regard(replaceItem(put, item, []), item.id, a.id);
  return replaceItem(put, item, [marked(itemBefore(item), "move-from", a.id)]);
}

/** Names the last mover at the old place of an item that is moved again, so that both ends of a move have one author. */
function regard(r: Resolution, id: Id, by: AmendmentId): Resolution {
  const row = <T extends PartItem>(items: T[]): T[] =>
    mapSame(items, (item): T => {
      const ghost = item.mark?.kind === "move-from" && item.id === id;
      return withChildren(ghost ? marked(item, "move-from", by) : item, row);
    });
  return mapRows(r, row);
}
