/** Puts lines on pages: a line with footnote calls goes only where its notes find room at the foot. */

import { type Fragment, type KernelLine, PageElementWriter } from "../deep.ts";
import type { Feet } from "../feet.ts";
import type { FootContext } from "./context.ts";
import { PlacedLine } from "./line.ts";

/** Points below the top within which a page counts as empty (padding and border of a first row). */
const nearTop = 8;

export class FootWriter extends PageElementWriter {
  readonly #feet: Feet;
  readonly #context: FootContext;
  /** Where text begins on each page, repeated header rows counted. */
  readonly #tops = new Map<number, number>();
  /** How far down lines reach on each page, over all columns. */
  readonly #deepest = new Map<number, number>();

  constructor(context: FootContext, feet: Feet) {
    super(context);
    this.#context = context;
    this.#feet = feet;
    // Every table around a cell listens for page breaks; more than ten of them are no leak.
    this.setMaxListeners(0);
  }

  /** True inside header rows, which the kernel sets aside as one block and places later. */
  get aside(): boolean {
    return this.transactionLevel > 0;
  }

  /** True when a move to the next page would gain nothing. */
  get atTop(): boolean {
    const context = this.#context;
    const top = this.#tops.get(context.page) ?? context.y;
    return context.y - top < nearTop;
  }

  /** Remembers where the first page begins. */
  begin(): void {
    if (!this.#tops.has(this.#context.page)) this.#tops.set(this.#context.page, this.#context.y);
  }

  /** Points for text on an empty page (about: the following pages are alike). */
  get fullPage(): number {
    const { pageMargins, pages, page } = this.#context;
    return (pages[page]?.pageSize.height ?? 0) - pageMargins.top - pageMargins.bottom;
  }

  override moveToNextPage(orientation?: string): void {
    super.moveToNextPage(orientation);
    if (!this.aside) this.#tops.set(this.#context.page, this.#context.y);
  }

  override addLine(line: KernelLine, keepPosition?: boolean, index?: number): unknown {
    if (this.aside || !(line instanceof PlacedLine)) return super.addLine(line, keepPosition, index);
    const ids = this.#feet.open(line.set);
    if (ids.length > 0) this.#place(ids, line.getHeight());
    const position = super.addLine(line, keepPosition, index);
    const page = this.#context.page;
    this.#deepest.set(page, Math.max(this.#deepest.get(page) ?? 0, this.#context.y));
    return position;
  }

  /** Header rows come as a fragment; their notes are placed with them. Repeated ones have none left to place. */
  override addFragment(block: Fragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): unknown {
    if (!this.aside && useX !== true) {
      const ids = new Set<string>();
      for (const { item } of block.items)
        if (item instanceof PlacedLine) for (const id of this.#feet.open(item.set)) ids.add(id);
      if (ids.size > 0) this.#place([...ids], block.height);
    }
    return super.addFragment(block, useX, useY, keepPosition);
  }

  /** Finds room for notes below `height` points of text, on this page or the first one that other columns left free. */
  #place(ids: readonly string[], height: number): void {
    while (!this.#take(ids, height, false)) {
      const { page, y } = this.#context;
      const taken = (this.#deepest.get(page) ?? 0) > y + height;
      if (this.atTop && !taken) {
        this.#take(ids, height, true);
        return;
      }
      this.moveToNextPage();
    }
  }

  #take(ids: readonly string[], height: number, force: boolean): boolean {
    const context = this.#context;
    const bottom = context.y + context.availableHeight;
    const room = bottom - Math.max(context.y + height, this.#deepest.get(context.page) ?? 0);
    // A note cannot continue on a page that another column has filled already.
    const divide = context.page === context.pages.length - 1;
    if (room < 0 && !force) return false;
    const taken = this.#feet.take(ids, context.page, room, { divide, force });
    if (taken === undefined) return false;
    context.reserve(taken);
    return true;
  }
}
