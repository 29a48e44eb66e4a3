/** The nodes of a kernel definition: leaves, stacks, tables and page breaks, and nothing else. */

import type { KernelNode } from "../deep.ts";
import type { Leaf, SetLine } from "../leaf.ts";

export interface LeafNode extends KernelNode {
  text: "";
  leaf: Leaf;
  /** Lines in work and the number of the next one. */
  queue?: { lines: readonly SetLine[]; next: number };
  /** Points that its last lines need below them, for what they hold to. */
  tail?: number;
}

export interface StackNode extends KernelNode {
  stack: Node[];
}

export interface TableNode extends KernelNode {
  table: { widths: number[]; body: KernelNode[][]; headerRows: number };
  /** Points above and below the text of a cell. */
  padding: { down: number };
}

export interface BreakNode extends KernelNode {
  text: "";
  pageBreakHere: true;
}

export type Node = LeafNode | StackNode | TableNode | BreakNode;

export function leafNode(leaf: Leaf): LeafNode {
  return { text: "", leaf };
}

export function isLeaf(node: KernelNode): node is LeafNode {
  return "leaf" in node;
}

export function isStack(node: KernelNode): node is StackNode {
  return node.stack !== undefined;
}

export function isTable(node: KernelNode): node is TableNode {
  return node.table !== undefined && "padding" in node;
}

export function isBreak(node: KernelNode): node is BreakNode {
  return "pageBreakHere" in node;
}
