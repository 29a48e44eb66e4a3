/** Takes one text out of a paragraph that stays, or puts items into a list of it: items, quotations, the tail; in tracked form. */
import type { Amendment, Operation } from "../model/amendment.ts";
import { ownSegments, settleSegments } from "../model/items.ts";
import type { Id, Paragraph, ParagraphBlock, Resolution, Segment } from "../model/resolution.ts";
import { rejectText } from "../text/changes.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { normalise } from "../text/normalise.ts";
import { indexOf, type Located, textsOf } from "./locate.ts";
import { refuse } from "./refuse.ts";
import { afterPutIn, isPutIn, type Named, replaceItem, unfit } from "./structure.ts";
import type { Lost } from "./track.ts";
import { undoneIn } from "./undone.ts";

type List = Extract<ParagraphBlock, { type: "list" }>;

/**
 * Takes out the text `id` of the paragraph at `at`. What stood in the text before is struck as it stood; what an amendment had put in
 * goes without trace and is handed to `lost`. A list that loses its last item goes with it.
 */
export function removePart(
  r: Resolution,
  at: Located,
  { id, name }: Named,
  a: Amendment,
  lost: (one: Lost) => void,
): Resolution {
  const { item } = at;
  const part = item.type === "paragraph" ? ownSegments(item).find((one) => one.id === id) : undefined;
  if (item.type !== "paragraph" || !part) throw new Error(`${id} is no text of ${item.id}`);
  const putInBy = part.mark?.change ?? at.putInBy;
  for (const one of undoneIn(part, putInBy)) lost(one);
  const struck = settleSegments(item, (one) => {
    if (one.id !== id) return one;
    if (putInBy !== undefined) return undefined;
    return { ...one, text: before(one.text), mark: { kind: "del", change: a.id } };
  });
  const opening = firstStanding(item);
  if (opening === undefined || firstStanding(struck) !== opening)
    return refuse(a, {
      code: "text-empty",
      message: `${name} is what the paragraph begins with, and what follows cannot stand without it.`,
      hint: "Delete the paragraph as a whole, or give these words another text with replace.",
      field: "delete",
      places: [{ in: "text", id }],
    });
  return replaceItem(r, item, [struck]);
}

function before(text: InlineText): InlineText {
  const old = rejectText(text);
  return old === text ? text : normalise(old);
}

/** The block that a paragraph begins with: its own text, or else a list or quotation, by the paragraph's id or place. */
function firstStanding(paragraph: Paragraph): string | undefined {
  const stands = ({ mark }: Segment): boolean => mark?.kind !== "del";
  const first = paragraph.blocks.find((block) =>
    block.type === "list" ? block.items.some(stands) : stands(block),
  );
  if (!first) return undefined;
  return first.type === "list" ? `list ${first.items[0]?.id ?? ""}` : first.id;
}

/**
 * New items beside one of a list, standing or struck; undefined when the place is none. Earlier insertions at the same place stay before
 * them, so the order is that of the amendments.
 */
export function addToList(
  r: Resolution,
  { place, ids, depths }: Extract<Operation, { kind: "add" }>,
  texts: readonly InlineText[],
  a: Amendment,
  named: (id: Id) => Named,
): Resolution | undefined {
  if (!("id" in place)) return undefined;
  const index = indexOf(r);
  const holder = index.live.has(place.id)
    ? undefined
    : index.live.get(index.holders.get(place.id) ?? "")?.item;
  const list = holder?.type === "paragraph" ? listOf(holder, place.id) : undefined;
  if (holder?.type !== "paragraph" || !list) return undefined;
  if (depths?.some((depth) => depth > 1))
    return unfit(a, "add", named(place.id), "is an item of a list, and items have no sub-paragraphs");
  const { items } = list;
  const found = items.findIndex((one) => one.id === place.id);
  const behind = isPutIn(items[found]) ? found + 1 : afterPutIn(items, found + 1);
  const to = place.at === "after" ? behind : found;
  const fresh = ids.map(
    (id, i): Segment => ({ id, text: texts[i] ?? [], mark: { kind: "ins", change: a.id } }),
  );
  const longer: List = { ...list, items: [...items.slice(0, to), ...fresh, ...items.slice(to)] };
  const blocks = holder.blocks.map((block) => (block === list ? longer : block));
  return replaceItem(r, holder, [{ ...holder, blocks }]);
}

function listOf({ blocks }: Paragraph, id: Id): List | undefined {
  return blocks.find(
    (block): block is List => block.type === "list" && block.items.some((one) => one.id === id),
  );
}

/** The place beside an item that still stands, for one beside an item that was struck; undefined when none of the list stands. */
export function placeInList(r: Resolution, id: Id): { at: "after" | "before"; id: Id } | undefined {
  const index = indexOf(r);
  const holder = index.live.get(index.holders.get(id) ?? "")?.item;
  const items = (holder?.type === "paragraph" && listOf(holder, id)?.items) || [];
  const at = items.findIndex((one) => one.id === id);
  const stands = (one: Segment): boolean => one.mark?.kind !== "del";
  const before = items.slice(0, Math.max(0, at)).findLast(stands);
  if (before) return { at: "after", id: before.id };
  const after = items.slice(at + 1).find(stands);
  return after && { at: "before", id: after.id };
}

/** Id of the part of a paragraph, struck by another amendment, in which some words stand. */
export function struckWith(r: Resolution, id: Id, words: string): Id | undefined {
  const item = indexOf(r).live.get(id)?.item;
  if (item?.type !== "paragraph" || words.trim() === "") return undefined;
  const standing = new Set(textsOf(item).map((one) => one.id));
  const found = ownSegments(item).find(
    (one) => !standing.has(one.id) && plainText(one.text).includes(words.trim()),
  );
  return found?.id;
}
