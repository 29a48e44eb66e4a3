/** Tracked changes of a whole resolution: the text before, the text after, the way back. */
import { acceptText, hasChanges, rejectText, reverseText } from "../text/changes.ts";
import type { InlineText } from "../text/inline.ts";
import { normalise } from "../text/normalise.ts";
import { withEndingsAfter } from "./ending-places.ts";
import {
  mapOwnTexts,
  mapRows,
  mapSame,
  ownSegments,
  replaceSame,
  settleSegments,
  unmarked,
  withChildren,
} from "./items.ts";
import type { Annex, ChangeMark, Id, Note, PartItem, Resolution } from "./resolution.ts";
import { putStruckFirst } from "./struck-first.ts";
import { annexTitleId, segments } from "./walk.ts";

/** What becomes of an item with a mark: it goes, it stays with its mark, or without. */
type Fate = (mark: ChangeMark) => "goes" | "stays" | "settles";

type OnText = (text: InlineText) => InlineText;

function settleItem<T extends PartItem>(item: T, fate: Fate, text: OnText): T {
  const own = settleSegments(mapOwnTexts(item, text), (one) => {
    const end = one.mark && fate(one.mark);
    return end === "goes" ? undefined : end === "settles" ? unmarked(one) : one;
  });
  const now = withChildren(own, (children) => settleRow(children, fate, text));
  return now.mark && fate(now.mark) === "settles" ? unmarked(now) : now;
}

function settleRow<T extends PartItem>(items: T[], fate: Fate, text: OnText): T[] {
  return replaceSame(items, (item) =>
    item.mark && fate(item.mark) === "goes" ? [] : [settleItem(item, fate, text)],
  );
}

function settleNotes(notes: Note[], fate: Fate, text: OnText): Note[] {
  return replaceSame(notes, (note): Note[] => {
    const end = note.mark && fate(note.mark);
    if (end === "goes") return [];
    const words = text(note.text);
    const now = words === note.text ? note : { ...note, text: words };
    return [end === "settles" ? unmarked(now) : now];
  });
}

/** Texts outside the items: title, titles of annexes. */
function mapHeads(r: Resolution, text: OnText): Resolution {
  const title = text(r.title);
  const annexes = mapSame(r.annexes, (annex): Annex => {
    const heading = text(annex.title);
    return heading === annex.title ? annex : { ...annex, title: heading };
  });
  return title === r.title && annexes === r.annexes ? r : { ...r, title, annexes };
}

function settle(r: Resolution, fate: Fate, text: OnText): Resolution {
  const tidy: OnText = (before) => {
    const after = text(before);
    // While changes of others remain, spaces at the edges of marks have to stay where they are.
    return after === before || hasChanges(after) ? after : normalise(after);
  };
  const heads = mapHeads(r, tidy);
  const rows = mapRows(heads, (items) => settleRow(items, fate, tidy));
  const notes = settleNotes(rows.notes, fate, tidy);
  return notes === rows.notes ? rows : { ...rows, notes };
}

function fateBy(change: string | undefined, gone: readonly ChangeMark["kind"][]): Fate {
  return (mark) => {
    if (change !== undefined && mark.change !== change) return "stays";
    return gone.includes(mark.kind) ? "goes" : "settles";
  };
}

/** The text after the changes of one amendment, or of all. What had none is the same object; what has none left is normalised. */
export function acceptChanges(r: Resolution, change?: string): Resolution {
  const from = withEndingsAfter(r, change);
  return settle(from, fateBy(change, ["del", "move-from"]), (text) => acceptText(text, change));
}

/**
 * The text before the changes of one amendment, or of all. What had none is the same object; what had is normalised. Taking one
 * amendment out of many leaves the changes of the others, also in a paragraph that goes back to its old place.
 */
export function rejectChanges(r: Resolution, change?: string): Resolution {
  const from = change === undefined ? r : moveBack(r, change);
  return settle(from, fateBy(change, ["ins", "move-to"]), (text) => rejectText(text, change));
}

/** One item as it stood before the changes in it and without its own mark; old places of moved items stay marked as such. */
export function itemBefore<T extends PartItem>(item: T): T {
  const fate: Fate = ({ kind }) =>
    kind === "ins" || kind === "move-to" ? "goes" : kind === "del" ? "settles" : "stays";
  return settleItem(unmarked(item), fate, tidyReject);
}

/** One item as it stands after the changes in it and without its own mark; new places of moved items stay marked as such. */
export function itemAfter<T extends PartItem>(item: T): T {
  const fate: Fate = ({ kind }) =>
    kind === "del" || kind === "move-from" ? "goes" : kind === "ins" ? "settles" : "stays";
  return settleItem(unmarked(item), fate, tidyAccept);
}

const tidyReject: OnText = (text) => (hasChanges(text) ? normalise(rejectText(text)) : text);
const tidyAccept: OnText = (text) => (hasChanges(text) ? normalise(acceptText(text)) : text);

/** Moved items at their new places, by id; of one amendment, or all. */
export function movedItems(r: Resolution, change?: string): Map<Id, PartItem> {
  const found = new Map<Id, PartItem>();
  const visit = <T extends PartItem>(items: T[]): T[] => {
    for (const item of items) {
      const { mark } = item;
      if (mark?.kind === "move-to" && (change === undefined || mark.change === change))
        found.set(item.id, item);
      if (item.type === "paragraph") visit(item.children);
    }
    return items;
  };
  mapRows(r, visit);
  return found;
}

/** Puts what one amendment moved back to where it was, with the changes that others made in it. */
function moveBack(r: Resolution, change: string): Resolution {
  const moved = movedItems(r, change);
  if (moved.size === 0) return r;
  const row = <T extends PartItem>(items: T[]): T[] =>
    replaceSame(items, (item): T[] => {
      const { mark } = item;
      if (mark?.kind === "move-to" && mark.change === change) return [];
      const back = mark?.kind === "move-from" && mark.change === change ? moved.get(item.id) : undefined;
      const here = back?.type === item.type ? unmarked(back as T) : item;
      return [withChildren(here, row)];
    });
  return mapRows(r, row);
}

/** One item of the text after, as what is struck in the changes back: what had been moved into it moves out of it. */
function asOld<T extends PartItem>(item: T): T {
  const turn = <I extends PartItem>(one: I): I => {
    const deep = withChildren(one, (children) => mapSame(children, turn));
    return deep.mark?.kind === "move-to" ? { ...deep, mark: { ...deep.mark, kind: "move-from" } } : deep;
  };
  return turn(itemAfter(item));
}

/** The texts of an item itself the other way round: what was put in is struck as it stands, what was struck comes in. */
function turnTexts<T extends PartItem>(item: T): T {
  if (item.type !== "paragraph") return mapOwnTexts(item, reverseText);
  return settleSegments(item, (one) => {
    const { mark } = one;
    if (mark?.kind === "ins") return { ...one, text: tidyAccept(one.text), mark: { ...mark, kind: "del" } };
    const text = reverseText(one.text);
    if (mark) return { ...one, text, mark: { ...mark, kind: "ins" } };
    return text === one.text ? one : { ...one, text };
  });
}

/**
 * The changes that lead from the text after back to the text before: accepting them gives the old text, rejecting the new. This is
 * how everything that was done is undone. At one spot what is struck comes first, as in every redline.
 */
export function reverseChanges(r: Resolution): Resolution {
  const moved = movedItems(r);
  const turn = <T extends PartItem>(item: T): T => withChildren(turnTexts(item), row);
  const row = <T extends PartItem>(items: T[]): T[] =>
    mapSame(items, (item): T => {
      const { mark } = item;
      if (!mark) return turn(item);
      const { change } = mark;
      switch (mark.kind) {
        case "ins":
          return { ...asOld(item), mark: { kind: "del", change } };
        case "del":
          return { ...turn(unmarked(item)), mark: { kind: "ins", change } };
        case "move-to":
          return { ...asOld(item), mark: { kind: "move-from", change } };
        case "move-from": {
          const now = moved.get(item.id);
          return {
            ...turn(now?.type === item.type ? unmarked(now as T) : item),
            mark: { kind: "move-to", change },
          };
        }
      }
    });
  const heads = mapHeads(r, reverseText);
  const rows = mapRows(heads, row);
  const notes = mapSame(rows.notes, (note): Note => {
    const text = reverseText(note.text);
    const { mark } = note;
    if (!mark) return text === note.text ? note : { ...note, text };
    return { ...note, text, mark: { kind: mark.kind === "ins" ? "del" : "ins", change: mark.change } };
  });
  return putStruckFirst(notes === rows.notes ? rows : { ...rows, notes });
}

/** Whether a resolution is in tracked form. */
export function isTracked(r: Resolution): boolean {
  let found =
    r.notes.some((note) => note.mark !== undefined) ||
    segments(r).some((segment) => hasChanges(segment.text));
  const visit = <T extends PartItem>(items: T[]): T[] => {
    for (const item of items) {
      found ||= item.mark !== undefined;
      if (item.type !== "paragraph") continue;
      found ||= ownSegments(item).some((one) => one.mark !== undefined);
      visit(item.children);
    }
    return items;
  };
  mapRows(r, visit);
  return found;
}

/** Whether a text of the resolution that stands outside its items has this id: the title, or the title of an annex. */
export function isHead(r: Resolution, id: Id): boolean {
  return id === "title" || r.annexes.some((annex) => annexTitleId(annex) === id);
}
