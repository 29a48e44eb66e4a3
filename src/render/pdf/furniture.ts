/** Headers and footers: blocks set one below the other at a fixed place of a page, said by no screen reader. */

import type { Block, Furniture } from "../../document/tree.ts";
import { columnGap, shares } from "./grid.ts";
import { setLeaf } from "./leaf.ts";
import { leafOf, ruleLeaf, type Setting } from "./paragraph.ts";
import type { Sheet, SheetLine } from "./sheet.ts";
import type { ArtifactKind } from "./tags.ts";

/** Points between furniture that is higher than its margin and the text. */
const clearance = 8;

/** Where the text area lies; points from the page's edges. */
export interface PageFrame {
  width: number;
  height: number;
  margins: { top: number; bottom: number; left: number; right: number };
  headerDistance: number;
  footerDistance: number;
}

/** Points that header and footer need beyond the margins. */
export function beyondMargins(
  furniture: Furniture,
  setting: Setting,
  frame: PageFrame,
): { top: number; bottom: number } {
  const { margins, headerDistance, footerDistance } = frame;
  const header = setStack(furniture.header, setting, textWidth(frame)).height;
  const footer = setStack(furniture.footer, setting, textWidth(frame)).height;
  return {
    top: header === 0 ? 0 : Math.max(0, headerDistance + header + clearance - margins.top),
    bottom: footer === 0 ? 0 : Math.max(0, footerDistance + footer + clearance - margins.bottom),
  };
}

/** Adds the furniture of one page; `setting` says what its page fields print. */
export function furnish(sheet: Sheet, furniture: Furniture, setting: Setting, frame: PageFrame): void {
  const { left } = frame.margins;
  const header = setStack(furniture.header, setting, textWidth(frame));
  place(sheet, header.lines, left, frame.headerDistance, "header");
  const footer = setStack(furniture.footer, setting, textWidth(frame));
  place(sheet, footer.lines, left, frame.height - frame.footerDistance - footer.height, "footer");
}

export function textWidth(frame: PageFrame): number {
  return frame.width - frame.margins.left - frame.margins.right;
}

function place(
  sheet: Sheet,
  lines: readonly SheetLine[],
  x: number,
  y: number,
  artifact: ArtifactKind,
): void {
  for (const line of lines) sheet.items.push({ ...line, x: line.x + x, y: line.y + y, artifact });
}

interface Stack {
  lines: SheetLine[];
  height: number;
}

function setStack(blocks: readonly Block[], setting: Setting, width: number): Stack {
  const stack: Stack = { lines: [], height: 0 };
  for (const block of blocks) add(stack, block, setting, width);
  return stack;
}

function add(stack: Stack, block: Block, setting: Setting, width: number): void {
  switch (block.kind) {
    case "page-break":
      return;
    case "columns":
      beside(stack, block.columns, setting, width);
      return;
    case "table":
      for (const row of block.rows)
        beside(
          stack,
          row.cells.map((cell, i) => ({ width: block.widths[i] ?? 1, blocks: cell.blocks })),
          setting,
          width,
        );
      return;
    default: {
      const leaf = block.kind === "rule" ? ruleLeaf(block, setting) : leafOf(block, setting);
      leaf.counted = false;
      stack.height += stack.lines.length === 0 ? 0 : leaf.before;
      for (const set of setLeaf(leaf, width)) {
        stack.lines.push({ kind: "line", set, x: 0, y: stack.height, width });
        stack.height += set.height;
      }
      stack.height += leaf.after;
    }
  }
}

function beside(
  stack: Stack,
  columns: readonly { width: number; blocks: readonly Block[] }[],
  setting: Setting,
  width: number,
): void {
  const widths = shares(
    columns.map((column) => column.width),
    width - columnGap * (columns.length - 1),
  );
  let x = 0;
  let deepest = 0;
  for (const [i, column] of columns.entries()) {
    const share = widths[i] ?? 0;
    const set = setStack(column.blocks, setting, share);
    for (const line of set.lines) stack.lines.push({ ...line, x: line.x + x, y: line.y + stack.height });
    deepest = Math.max(deepest, set.height);
    x += share + columnGap;
  }
  stack.height += deepest;
}
