/** How high things will be, before they are placed: for keeping rows together and headings with what follows. */

import type { KernelNode } from "../deep.ts";
import { type SetLine, setLeaf } from "../leaf.ts";
import { isLeaf, isStack, isTable, type LeafNode, type TableNode } from "./node.ts";

/** Rows up to this share of a page are not divided. */
const wholeRow = 0.35;

/** Points from the top to the bottom of a node set in a container of `width` points, footnotes not counted. */
export function heightOf(node: KernelNode, width: number): number {
  if (isLeaf(node)) {
    const { leaf } = node;
    let sum = leaf.before + leaf.after;
    for (const line of setLeaf(leaf, width)) sum += line.height;
    return sum;
  }
  if (isTable(node)) return node.table.body.reduce((sum, _, row) => sum + rowHeight(node, row), 0);
  let sum = 0;
  for (const child of node.stack ?? []) sum += heightOf(child, width);
  return sum;
}

/** Points of a row, padding included. */
export function rowHeight(node: TableNode, row: number): number {
  return acrossRow(node, row, heightOf);
}

/** The footnotes that a row calls, each once; `open` tells those of a line that stand nowhere yet. */
export function rowCalls(node: TableNode, row: number, open: (line: SetLine) => readonly string[]): string[] {
  const ids = new Set<string>();
  const gather = (cell: KernelNode): void => {
    if (isLeaf(cell))
      for (const line of cell.leaf.cache?.lines ?? []) for (const id of open(line)) ids.add(id);
    for (const child of cell.stack ?? []) gather(child);
  };
  for (const cell of node.table.body[row] ?? []) gather(cell);
  return [...ids];
}

/** Whether a row goes over to the next page rather than being divided; `page`: points of a full page, here and below. */
export function staysWhole(node: TableNode, row: number, page: number): boolean {
  return rowHeight(node, row) <= page * wholeRow;
}

/** Points without which it makes no sense to begin a row that may be divided on a page. */
export function rowHead(node: TableNode, row: number, page: number): number {
  return acrossRow(node, row, (cell, width) => headOf(cell, width, page));
}

/** Points without which it makes no sense to begin a node: the lines that widows and orphans need, header rows with a row below. */
export function headOf(node: KernelNode, width: number, page: number): number {
  if (isLeaf(node)) {
    const { leaf } = node;
    const lines = setLeaf(leaf, width);
    const count = leaf.keepTogether || lines.length <= 3 ? lines.length : 2;
    let sum = leaf.before;
    for (const line of lines.slice(0, count)) sum += line.height;
    return sum;
  }
  if (isTable(node)) {
    let sum = 0;
    const { body, headerRows } = node.table;
    for (let row = 0; row < headerRows; row++) sum += rowHeight(node, row);
    if (headerRows === body.length) return sum;
    const whole = staysWhole(node, headerRows, page);
    return sum + (whole ? rowHeight(node, headerRows) : rowHead(node, headerRows, page));
  }
  return isStack(node) ? chainHead(node.stack, 0, width, page) : 0;
}

/** Whether a leaf that holds to what follows may be divided all the same: only its last lines go with it. */
function divides(node: LeafNode, width: number): boolean {
  return !node.leaf.keepTogether && setLeaf(node.leaf, width).length > 3;
}

/** Points of the nodes from `from` on that hold together (`keepWithNext`), and of the beginning of what they lead to. */
export function chainHead(stack: readonly KernelNode[], from: number, width: number, page: number): number {
  let sum = 0;
  for (let i = from; i < stack.length; i++) {
    const node = stack[i];
    if (node === undefined) break;
    const holds = isLeaf(node) && (node.leaf.keepWithNext || node.leaf.rule !== undefined);
    if (holds && i < stack.length - 1 && !divides(node, width)) sum += heightOf(node, width);
    else return sum + headOf(node, width, page);
  }
  return sum;
}

/** The footnotes called in what `chainHead` counts, each once. */
export function chainCalls(
  stack: readonly KernelNode[],
  from: number,
  width: number,
  open: (line: SetLine) => readonly string[],
): string[] {
  const ids = new Set<string>();
  for (let i = from; i < stack.length; i++) {
    const node = stack[i];
    if (node === undefined || !isLeaf(node)) break;
    const goesOn = node.leaf.keepWithNext && !divides(node, width);
    const lines = setLeaf(node.leaf, width);
    for (const line of goesOn || lines.length <= 3 ? lines : lines.slice(0, 2))
      for (const id of open(line)) ids.add(id);
    if (!goesOn) break;
  }
  return [...ids];
}

/** Points of one node with the beginning of the next, where it holds to it. */
export function linkHead(stack: readonly KernelNode[], at: number, width: number, page: number): number {
  const node = stack[at];
  const next = stack[at + 1];
  if (node === undefined) return 0;
  if (!isLeaf(node) || !node.leaf.keepWithNext || next === undefined || divides(node, width))
    return headOf(node, width, page);
  return heightOf(node, width) + headOf(next, width, page);
}

/** Points below the last lines of a leaf that may be divided, for its space and for what it holds to; 0 where it holds to nothing. */
export function tailOf(stack: readonly KernelNode[], at: number, width: number, page: number): number {
  const node = stack[at];
  if (node === undefined || !isLeaf(node) || !node.leaf.keepWithNext || at === stack.length - 1) return 0;
  if (!divides(node, width)) return 0;
  const chain = chainHead(stack, at + 1, width, page);
  const least = chain > page / 2 ? linkHead(stack, at + 1, width, page) : chain;
  return least > page / 2 ? 0 : node.leaf.after + least;
}

function acrossRow(
  node: TableNode,
  row: number,
  measure: (node: KernelNode, width: number) => number,
): number {
  const cells = node.table.body[row] ?? [];
  let most = 0;
  cells.forEach((cell, column) => {
    if (cell._span === true) return;
    most = Math.max(most, measure(cell, cellWidth(node, column, cell.colSpan ?? 1)));
  });
  return most + 2 * node.padding.down + 1;
}

/** Points for the text of a cell, over the columns that it spans. */
export function cellWidth(node: TableNode, column: number, span: number): number {
  let width = 0;
  for (let i = column; i < column + span; i++) {
    width += widthOf(node.table.widths[i]);
    if (i > column) width += node._offsets?.offsets[i] ?? 0;
  }
  return width;
}

/** The kernel replaces widths by objects while it measures. */
function widthOf(width: number | { width?: number; _calcWidth?: number } | undefined): number {
  if (typeof width === "number") return width;
  return width?._calcWidth ?? width?.width ?? 0;
}
