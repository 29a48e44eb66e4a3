/** Every language that a document uses somewhere, for loading what each needs. */

import type { Block, Document, Inline } from "../../document/tree.ts";

/** BCP 47 tags, sorted, the document's own among them. */
export function languagesOf(document: Document): string[] {
  const found = new Set([document.lang]);
  blocks(document.body, found);
  for (const furniture of [document.first, document.rest]) {
    blocks(furniture.header, found);
    blocks(furniture.footer, found);
  }
  for (const note of document.notes) blocks(note.blocks, found);
  return [...found].sort();
}

function blocks(list: readonly Block[], found: Set<string>): void {
  for (const block of list) {
    if (block.kind === "table")
      for (const row of block.rows)
        for (const cell of row.cells) {
          if (cell.lang !== undefined) found.add(cell.lang);
          blocks(cell.blocks, found);
        }
    else if (block.kind === "columns") for (const column of block.columns) blocks(column.blocks, found);
    else if (block.kind !== "rule" && block.kind !== "page-break") {
      if (block.lang !== undefined) found.add(block.lang);
      inlines(block.inline, found);
    }
  }
}

function inlines(list: readonly Inline[], found: Set<string>): void {
  for (const node of list) {
    if (node.kind === "isolate" && node.lang !== undefined) found.add(node.lang);
    if ("children" in node) inlines(node.children, found);
  }
}
