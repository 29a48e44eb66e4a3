/** Where things stand in a resolution in tracked form: by id, with what stands above them and what has become of them. */
import type { AmendmentId } from "../model/amendment.ts";
import { ownSegments } from "../model/items.ts";
import type { ChangeMark, Id, Paragraph, PartItem, Resolution } from "../model/resolution.ts";
import { annexTitleId } from "../model/walk.ts";
import type { InlineText } from "../text/inline.ts";

/** An item and its surroundings. */
export interface Located {
  item: PartItem;
  /** `preambular`, `operative`, or the id of an annex. */
  part: string;
  /** Paragraphs above it, outermost first. */
  above: readonly Paragraph[];
  /** The amendment that took it out, itself or with a paragraph above it, or moved it away from here. */
  goneBy?: AmendmentId;
  /** The amendment that put it in, itself or with a paragraph above it. */
  putInBy?: AmendmentId;
}

/** One text of an item: the first block of a paragraph has the id of the paragraph. */
export interface TextAt {
  id: Id;
  text: InlineText;
}

/** Every item of a tracked resolution by id, built once for one state of it. */
export interface Index {
  /** What stands in the text now; a moved paragraph at its new place. */
  live: Map<Id, Located>;
  /** What was struck, or stood here before it was moved. */
  dead: Map<Id, Located>;
  /** Ids of texts that are no items (tails, items of lists, quotations), struck ones too, with the item that holds them. */
  holders: Map<Id, Id>;
  /** Those of them that were struck while their paragraph stays, and those that were put into it, with the amendment. */
  struck: Map<Id, AmendmentId>;
  putIn: Map<Id, AmendmentId>;
  heads: Map<Id, InlineText>;
}

const indexes = new WeakMap<Resolution, Index>();

function gone(mark: ChangeMark | undefined): AmendmentId | undefined {
  return mark && (mark.kind === "del" || mark.kind === "move-from") ? mark.change : undefined;
}

/** The index of a resolution, kept as long as the resolution is. */
export function indexOf(r: Resolution): Index {
  const known = indexes.get(r);
  if (known) return known;
  const index: Index = {
    live: new Map(),
    dead: new Map(),
    holders: new Map(),
    struck: new Map(),
    putIn: new Map(),
    heads: new Map([
      ["title", r.title],
      ...r.annexes.map((annex): [Id, InlineText] => [annexTitleId(annex), annex.title]),
    ]),
  };
  const visit = (
    items: readonly PartItem[],
    part: string,
    above: readonly Paragraph[],
    goneAbove: AmendmentId | undefined,
    putInAbove: AmendmentId | undefined,
  ): void => {
    for (const item of items) {
      const goneBy = goneAbove ?? gone(item.mark);
      const kind = item.mark?.kind;
      const putInBy = kind === "ins" ? item.mark?.change : kind === "move-to" ? undefined : putInAbove;
      const at: Located = {
        item,
        part,
        above,
        ...(goneBy === undefined ? {} : { goneBy }),
        ...(putInBy === undefined ? {} : { putInBy }),
      };
      const map = goneBy === undefined ? index.live : index.dead;
      if (!map.has(item.id)) map.set(item.id, at);
      if (item.type !== "paragraph") continue;
      for (const { id, mark } of ownSegments(item)) {
        if (id !== item.id) index.holders.set(id, item.id);
        if (mark) (mark.kind === "del" ? index.struck : index.putIn).set(id, mark.change);
      }
      visit(item.children, part, [...above, item], goneBy, putInBy);
    }
  };
  visit(r.preambular, "preambular", [], undefined, undefined);
  visit(r.operative, "operative", [], undefined, undefined);
  for (const annex of r.annexes) visit(annex.items, annex.id, [], undefined, undefined);
  indexes.set(r, index);
  return index;
}

/** The texts of an item itself that still stand, in order. */
export function textsOf(item: PartItem): TextAt[] {
  if (item.type !== "paragraph") return [{ id: item.id, text: item.text }];
  return ownSegments(item).filter(({ mark }) => mark?.kind !== "del");
}

/** The texts of an item and of the sub-paragraphs that still stand in it, in order, with the item that holds each. */
export function textsWithin(item: PartItem): (TextAt & { holder: Id })[] {
  if (item.type !== "paragraph") return [{ id: item.id, text: item.text, holder: item.id }];
  const own = textsOf(item).map((text) => ({ ...text, holder: item.id }));
  const inner = item.children.flatMap((child) => (gone(child.mark) === undefined ? textsWithin(child) : []));
  if (!item.tail || gone(item.tail.mark) !== undefined) return [...own, ...inner];
  return [...own.slice(0, -1), ...inner, ...own.slice(-1)];
}

/** Whether an id names anything of the resolution, standing or struck. */
export function isTaken(index: Index, id: Id): boolean {
  return index.live.has(id) || index.dead.has(id) || index.holders.has(id) || index.heads.has(id);
}
