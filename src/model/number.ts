/** Counts paragraphs: which number each has in its part, apart from how a language or a house writes it. */
import type { Id, Paragraph, PartItem, Resolution } from "./resolution.ts";

/** Where a paragraph stands in the count. */
export interface Position {
  /** `preambular`, `operative`, or the id of an annex; each counts for itself. */
  part: "preambular" | "operative" | (string & {});
  /** 1 for a paragraph of the part, 2 for its sub-paragraphs, and so on. */
  depth: number;
  /** Counts from 1 among the paragraphs that share the parent. */
  number: number;
  /** 2 for bis, 3 for ter: a paragraph put in without renumbering the others. */
  suffix?: number;
  /** The numbers from the outermost paragraph down to this one. */
  path: number[];
  /** The suffix of each number in `path`, 0 where it has none; absent when none has one. */
  suffixes?: number[];
}

function count(
  items: readonly PartItem[],
  part: string,
  above: readonly number[],
  into: Map<Id, Position>,
): void {
  let number = 0;
  for (const item of items) {
    // Headings and unnumbered paragraphs stand between numbers and do not restart them (house-style 1.7).
    if (item.type !== "paragraph") continue;
    // In tracked form what is struck or moved away stands there without a number of its own.
    if (item.mark?.kind === "del" || item.mark?.kind === "move-from") continue;
    number += 1;
    place(item, part, [...above, number], into);
  }
}

function place(paragraph: Paragraph, part: string, path: number[], into: Map<Id, Position>): void {
  into.set(paragraph.id, { part, depth: path.length, number: path.at(-1) ?? 1, path });
  count(paragraph.children, part, path, into);
}

/**
 * The position of every paragraph and sub-paragraph by id, in document order; the same for every language. A text in tracked form
 * is counted as it stands after its changes.
 */
export function numberParagraphs(r: Resolution): Map<Id, Position> {
  const into = new Map<Id, Position>();
  count(r.preambular, "preambular", [], into);
  count(r.operative, "operative", [], into);
  for (const annex of r.annexes) count(annex.items, annex.id, [], into);
  return into;
}
