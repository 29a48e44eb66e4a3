/** Which list, item and depth a block of the page tree belongs to in the structure: items come flat, lists are nested. */

import type { Item, NumberingLevel } from "../../document/tree.ts";
import { child, type Element } from "./structure.ts";

interface Open {
  list: Element;
  body: Element;
  name: string;
  depth: number;
  /** Points from the start edge to the text of the item. */
  indent: number;
}

/** The names of the standard; it has none for other scripts. */
const numberings: Partial<Record<NumberingLevel["numeral"], NonNullable<Element["numbering"]>>> = {
  lowerLetter: "LowerAlpha",
  lowerRoman: "LowerRoman",
  bullet: "Disc",
};

/** The lists that are open at a place of the page tree. */
export class Lists {
  readonly #home: Element;
  readonly #open: Open[] = [];

  constructor(home: Element) {
    this.#home = home;
  }

  /** Opens an item and answers the elements of its label and its body; `numeral` is what its list counts with. */
  item(item: Item, indent: number, numeral?: NumberingLevel["numeral"]): { label: Element; body: Element } {
    while (this.#top !== undefined && this.#top.depth > item.depth) this.#open.pop();
    const top = this.#top;
    if (top !== undefined && top.depth === item.depth) {
      this.#open.pop();
      // Another list, or the same one counting anew, is a list of its own beside this one.
      if (top.name === item.list && item.restart !== true) return this.#into(top.list, item, indent);
    }
    const list = child(this.#top?.body ?? this.#home, "L");
    list.numbering = numberings[numeral ?? "decimal"] ?? "Decimal";
    return this.#into(list, item, indent);
  }

  /** The home of a later block or tail: the deepest open item whose text begins where the block begins. */
  continued(indent: number): Element {
    while (this.#top !== undefined && this.#top.indent > indent + 0.5) this.#open.pop();
    return this.#top?.body ?? this.#home;
  }

  close(): void {
    this.#open.length = 0;
  }

  get #top(): Open | undefined {
    return this.#open[this.#open.length - 1];
  }

  #into(list: Element, item: Item, indent: number): { label: Element; body: Element } {
    const entry = child(list, "LI");
    const label = child(entry, "Lbl");
    const body = child(entry, "LBody");
    this.#open.push({ list, body, name: item.list, depth: item.depth, indent });
    return { label, body };
  }
}
