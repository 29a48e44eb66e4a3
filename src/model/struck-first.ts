/** The order of changes at one spot of a resolution: first what is struck or moved away, then what is new, as a redline is read. */
import type { InlineText } from "../text/inline.ts";
import { struckFirst } from "../text/struck-first.ts";
import { mapOwnTexts, mapRows, mapSame, withChildren } from "./items.ts";
import type { Annex, ChangeMark, Note, ParagraphBlock, PartItem, Resolution } from "./resolution.ts";

/**
 * The same changes with deletions before insertions wherever the two meet, of words, items of lists and paragraphs. What stays stands where it
 * stood, so accepting and rejecting give what they gave. The same object when everything is in order.
 */
export function putStruckFirst(r: Resolution): Resolution {
  const row = <T extends PartItem>(items: T[]): T[] =>
    orderMarked(mapSame(items, (item) => withChildren(orderLists(mapOwnTexts(item, struckFirst)), row)));
  const rows = mapRows(r, row);
  const title = struckFirst(r.title);
  const annexes = mapSame(rows.annexes, (annex): Annex => withWords(annex, "title"));
  const notes = mapSame(rows.notes, (note): Note => withWords(note, "text"));
  const isSame = title === r.title && annexes === rows.annexes && notes === rows.notes;
  return isSame ? rows : { ...rows, title, annexes, notes };
}

function withWords<K extends string, T extends Record<K, InlineText>>(one: T, key: K): T {
  const text = struckFirst(one[key]);
  return text === one[key] ? one : { ...one, [key]: text };
}

function orderLists<T extends PartItem>(item: T): T {
  if (item.type !== "paragraph") return item;
  const blocks = mapSame(item.blocks, (block): ParagraphBlock => {
    if (block.type !== "list") return block;
    const items = orderMarked(block.items);
    return items === block.items ? block : { ...block, items };
  });
  return blocks === item.blocks ? item : { ...item, blocks };
}

/** A row with what goes before what comes, between two that stay; the row itself when it is so. */
function orderMarked<T extends { mark?: ChangeMark }>(row: T[]): T[] {
  const out: T[] = [];
  let coming: T[] = [];
  for (const one of row) {
    const kind = one.mark?.kind;
    if (kind === "ins" || kind === "move-to") {
      coming.push(one);
      continue;
    }
    if (kind === undefined) {
      out.push(...coming);
      coming = [];
    }
    out.push(one);
  }
  out.push(...coming);
  return out.every((one, i) => one === row[i]) ? row : out;
}
