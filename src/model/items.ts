/** Rebuilds the items of a resolution, at every depth; what does not change stays the same object. */
import type { InlineText } from "../text/inline.ts";
import type { Annex, Paragraph, ParagraphBlock, PartItem, Resolution, Segment } from "./resolution.ts";

/** `map` that gives back the row itself when nothing in it changed. */
export function mapSame<T>(row: T[], f: (one: T) => T): T[] {
  let changed = false;
  const out = row.map((one) => {
    const now = f(one);
    changed ||= now !== one;
    return now;
  });
  return changed ? out : row;
}

/** `flatMap` of the same kind: `f` answers with the row of what comes in the place of one. */
export function replaceSame<T>(row: T[], f: (one: T) => readonly T[]): T[] {
  let changed = false;
  const out: T[] = [];
  for (const one of row) {
    const now = f(one);
    changed ||= now.length !== 1 || now[0] !== one;
    out.push(...now);
  }
  return changed ? out : row;
}

function holder<T extends { text: InlineText }>(one: T, f: (text: InlineText) => InlineText): T {
  const text = f(one.text);
  return text === one.text ? one : { ...one, text };
}

/** The item with its own texts (blocks, items of lists, tail) changed; not those of sub-paragraphs. */
export function mapOwnTexts<T extends PartItem>(item: T, f: (text: InlineText, id: string) => InlineText): T {
  if (item.type !== "paragraph") {
    const text = f(item.text, item.id);
    return text === item.text ? item : { ...item, text };
  }
  const blocks = mapSame(item.blocks, (block): ParagraphBlock => {
    if (block.type !== "list") return holder(block, (text) => f(text, block.id));
    const items = mapSame(block.items, (one) => holder(one, (text) => f(text, one.id)));
    return items === block.items ? block : { ...block, items };
  });
  const { tail } = item;
  const end = tail && holder(tail, (text) => f(text, tail.id));
  if (blocks === item.blocks && end === tail) return item;
  return { ...item, blocks, ...(end ? { tail: end } : {}) };
}

/** The texts of a paragraph itself in order: blocks, items of lists, the tail; those with a mark as well. */
export function ownSegments({ blocks, tail }: Paragraph): Segment[] {
  const row = blocks.flatMap((block): Segment[] => (block.type === "list" ? block.items : [block]));
  return tail ? [...row, tail] : row;
}

/** The item with `f` made on each text of a paragraph itself; undefined takes it out. A list that loses all its items goes. */
export function settleSegments<T extends PartItem>(
  item: T,
  f: <S extends Segment>(one: S) => S | undefined,
): T {
  if (item.type !== "paragraph") return item;
  const kept = <S extends Segment>(one: S): S[] => {
    const now = f(one);
    return now === undefined ? [] : [now];
  };
  const blocks = replaceSame(item.blocks, (block): ParagraphBlock[] => {
    if (block.type !== "list") return kept(block);
    const items = replaceSame(block.items, kept);
    if (items === block.items) return [block];
    return items.length > 0 ? [{ ...block, items }] : [];
  });
  const end = item.tail && f(item.tail);
  if (blocks === item.blocks && end === item.tail) return item;
  const { tail: _, ...bare } = item;
  // Only texts differ, so it is still a T.
  return { ...bare, blocks, ...(end ? { tail: end } : {}) } as unknown as T;
}

/** The item with other sub-paragraphs. Headings and prose have none. */
export function withChildren<T extends PartItem>(item: T, f: (children: Paragraph[]) => Paragraph[]): T {
  if (item.type !== "paragraph") return item;
  const children = f(item.children);
  return children === item.children ? item : { ...item, children };
}

/** A row of items: those of a part, or the sub-paragraphs of a paragraph, which are paragraphs only. */
export type Row = <T extends PartItem>(items: T[]) => T[];

/** The resolution with `f` made on the rows of its parts and annexes; `f` goes deeper itself. */
export function mapRows(r: Resolution, f: Row): Resolution {
  const preambular = f(r.preambular);
  const operative = f(r.operative);
  const annexes = mapSame(r.annexes, (annex): Annex => {
    const items = f(annex.items);
    return items === annex.items ? annex : { ...annex, items };
  });
  if (preambular === r.preambular && operative === r.operative && annexes === r.annexes) return r;
  return { ...r, preambular, operative, annexes };
}

/** The same item without its mark. */
export function unmarked<T extends { mark?: unknown }>(one: T): T {
  if (one.mark === undefined) return one;
  const { mark: _, ...bare } = one;
  // Only the optional field is gone, so it is still a T.
  return bare as unknown as T;
}
