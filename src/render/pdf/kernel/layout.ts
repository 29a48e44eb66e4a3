/**
 * The layout kernel with our lines in it. Base class: page breaking, columns, tables. Ours: the lines, widows and
 * orphans (two lines), keep-with-next, rows that stay whole, footnotes. No hook of the base class is patched: its own
 * assignments to `writer` and `docMeasure` come to our accessors.
 */

import { type KernelLine, type KernelNode, LayoutBuilder, TableProcessor } from "../deep.ts";
import type { Feet } from "../feet.ts";
import { type SetLine, setLeaf } from "../leaf.ts";
import { type Extra, FootContext } from "./context.ts";
import { PlacedLine } from "./line.ts";
import {
  chainCalls,
  chainHead,
  linkHead,
  rowCalls,
  rowHead,
  rowHeight,
  staysWhole,
  tailOf,
} from "./measure.ts";
import { isBreak, isLeaf, isTable, type LeafNode, type TableNode } from "./node.ts";
import { FootWriter } from "./writer.ts";

/** Points below a ruled table. */
const belowTable = 6;

/** Stands in for the kernel's own measuring of text: our leaves bring their lines with them. */
const noText = { buildInlines: () => ({ items: [], minWidth: 0, maxWidth: 0 }) };

export class HouseLayout extends LayoutBuilder {
  readonly #feet: Feet;
  readonly #extra: (page: number) => Extra;
  #writer: FootWriter | undefined;
  #measure: { textInlines: unknown } | undefined;

  constructor(
    size: { width: number; height: number },
    margins: { left: number; right: number; top: number; bottom: number },
    feet: Feet,
    extra: (page: number) => Extra,
  ) {
    super({ ...size, orientation: "portrait" }, margins, undefined);
    this.#feet = feet;
    this.#extra = extra;
  }

  override get writer(): FootWriter {
    if (this.#writer === undefined) throw new Error("the layout has not begun");
    return this.#writer;
  }

  override set writer(_kernels: unknown) {
    this.#writer = new FootWriter(new FootContext(this.#feet, this.#extra), this.#feet);
  }

  override get docMeasure(): { textInlines: unknown } {
    if (this.#measure === undefined) throw new Error("the layout has not begun");
    return this.#measure;
  }

  override set docMeasure(measure: { textInlines: unknown }) {
    measure.textInlines = noText;
    this.#measure = measure;
  }

  /** Points down from here to the foot of the page. */
  get #room(): number {
    return this.writer.context().availableHeight;
  }

  override processVerticalContainer(node: KernelNode): void {
    const stack = node.stack ?? [];
    this.writer.begin();
    stack.forEach((item, i) => {
      if (isBreak(item)) {
        if (!this.writer.aside && !this.writer.atTop) this.writer.moveToNextPage();
        return;
      }
      if (!this.writer.aside && !this.writer.atTop) this.#keepTogether(stack, i);
      if (!this.writer.aside && isLeaf(item))
        item.tail = tailOf(stack, i, this.writer.context().availableWidth, this.writer.fullPage);
      this.processNode(item);
    });
  }

  /** Moves on when what holds together from here would be divided; a chain longer than a page holds link by link. */
  #keepTogether(stack: readonly KernelNode[], at: number): void {
    const first = stack[at];
    if (first === undefined || (isLeaf(first) && !first.leaf.keepWithNext)) return;
    const width = this.writer.context().availableWidth;
    const before = stack[at - 1];
    const inChain = before !== undefined && isLeaf(before) && before.leaf.keepWithNext;
    const page = this.writer.fullPage;
    const chain = inChain ? Number.POSITIVE_INFINITY : chainHead(stack, at, width, page);
    const need = chain > page ? linkHead(stack, at, width, page) : chain;
    const notes = chain > page ? 0 : this.#chainNotes(stack, at, width);
    if (need + notes > this.#room && need <= page) this.writer.moveToNextPage();
  }

  /** Points at the foot of this page that the notes of what holds together from here need at least. */
  #chainNotes(stack: readonly KernelNode[], at: number, width: number): number {
    const ids = chainCalls(stack, at, width, (line) => this.#feet.open(line));
    return this.#feet.least(ids, this.writer.context().page, false);
  }

  override processLeaf(node: KernelNode): void {
    if (!isLeaf(node)) return;
    const { leaf } = node;
    const lines = setLeaf(leaf, this.writer.context().availableWidth);
    leaf.served = lines;
    node.queue = { lines, next: 0 };
    this.#space(leaf.before, lines[0]?.height ?? 0);
    super.processLeaf(node);
    // Space below never opens a page. What is set aside has no page yet and no end.
    const room = this.writer.aside ? leaf.after : Math.max(0, this.#room);
    this.writer.context().moveDown(Math.min(leaf.after, room));
  }

  /** Space above a paragraph; none at the top of a page. */
  #space(before: number, line: number): void {
    if (this.writer.aside) this.writer.context().moveDown(before);
    else if (
      !this.writer.atTop ||
      this.writer.context().snapshots.length > 0 ||
      this.writer.context().page === 0
    )
      this.writer.context().moveDown(Math.min(before, Math.max(0, this.#room - Math.min(line, this.#room))));
  }

  override buildNextLine(node: KernelNode): KernelLine | null {
    if (!isLeaf(node)) return null;
    const { queue } = node;
    const line = queue?.lines[queue.next];
    if (queue === undefined || line === undefined) return null;
    if (!this.writer.aside && !this.writer.atTop && this.#breaksBadly(node, queue.lines, queue.next))
      this.writer.moveToNextPage();
    queue.next++;
    return new PlacedLine(line, this.writer.context().availableWidth);
  }

  /** True when the page should end above line `next`, so that no single line of a paragraph stands alone. */
  #breaksBadly(node: LeafNode, lines: readonly SetLine[], next: number): boolean {
    const left = lines.length - next;
    const tail = node.tail ?? 0;
    let fit = this.#fit(lines, next, tail);
    if (fit >= left) {
      if (tail === 0 || fit > left) return false;
      // All lines would fit, but not what they hold to: the last two go over with it.
      fit = left - 2;
    }
    if (next > 0) {
      // The line before the last goes over with it; then this one ends the page.
      const ends = fit - (left - fit === 1 ? 1 : 0);
      return next >= 2 && (ends === 0 || (ends === 1 && cutOverleaf(lines, next)));
    }
    if (node.leaf.keepTogether && heightOfLines(lines) <= this.writer.fullPage) return true;
    return fit < 2 || (left === 3 && fit === 2);
  }

  /**
   * How many lines from `next` on find room on this page together with their notes; one more than there are when `tail` points
   * find room below them as well.
   */
  #fit(lines: readonly SetLine[], next: number, tail: number): number {
    const context = this.writer.context();
    let used = 0;
    let notes = false;
    for (let i = next; i < lines.length; i++) {
      const line = lines[i];
      if (line === undefined) break;
      const ids = line.calls.length > 0 ? this.#feet.open(line) : [];
      used += line.height + this.#feet.least(ids, context.page, notes);
      notes ||= ids.length > 0;
      if (used > context.availableHeight) return i - next;
    }
    const below = used + tail <= context.availableHeight;
    return lines.length - next + (below ? 1 : 0);
  }

  /** As the base class does, but short rows stay whole and no row begins with less than its first lines. */
  override processTable(node: KernelNode): void {
    if (!isTable(node)) throw new Error("a table of the kernel's own");
    this.nestedLevel++;
    const processor = new TableProcessor(node);
    processor.beginTable(this.writer);
    const { body } = node.table;
    for (let row = 0; row < body.length; row++) {
      if (row >= processor.headerRows && this.#rowWantsNewPage(node, row)) {
        this.writer.moveToNextPage();
        if (processor.headerRows === 0 && row > 0) processor.drawHorizontalLine(row, this.writer);
      }
      processor.beginRow(row, this.writer);
      const { pageBreaks } = this.processRow({
        marginX: [0, 0],
        dontBreakRows: false,
        rowsWithoutPageBreak: processor.rowsWithoutPageBreak,
        cells: body[row] ?? [],
        widths: node.table.widths,
        gaps: node._offsets?.offsets ?? [],
        tableBody: body,
        tableNode: node,
        rowIndex: row,
      });
      processor.endRow(row, this.writer, pageBreaks);
    }
    processor.endTable(this.writer);
    if (node.padding.down > 0 && !this.writer.aside)
      this.writer.context().moveDown(Math.min(belowTable, Math.max(0, this.#room)));
    this.nestedLevel--;
    if (this.nestedLevel === 0) this.writer.context().resetMarginXTopParent();
  }

  #rowWantsNewPage(node: TableNode, row: number): boolean {
    if (this.writer.aside || this.writer.atTop) return false;
    const page = this.writer.fullPage;
    if (!staysWhole(node, row, page)) {
      const head = rowHead(node, row, page);
      return head > this.#room && head <= page;
    }
    const ids = rowCalls(node, row, (line) => this.#feet.open(line));
    const need = rowHeight(node, row) + this.#feet.least(ids, this.writer.context().page, false);
    return need > this.#room;
  }

  /** Opens the pages on which the last notes go on. */
  finishNotes(): void {
    while (this.writer.context().pages.length <= this.#feet.last) this.writer.moveToNextPage();
  }
}

/** A word that is cut at the foot of a page is read on overleaf: a line earlier the page ends better, if that one is whole. */
function cutOverleaf(lines: readonly SetLine[], last: number): boolean {
  return lines[last]?.line?.hyphenated === true && lines[last - 1]?.line?.hyphenated === false;
}

function heightOfLines(lines: readonly SetLine[]): number {
  let sum = 0;
  for (const line of lines) sum += line.height;
  return sum;
}
