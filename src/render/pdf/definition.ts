/** From the page tree to what the kernel lays out (leaves, stacks, tables), with the structure tree built beside it. */

import type { Block, Cell, Columns, Document, Heading, Item, Table, TextBlock } from "../../document/tree.ts";
import { columnGap, columnLayout, shares, spannedWidth, tableLayout, textWidths } from "./grid.ts";
import { heightOf } from "./kernel/measure.ts";
import { isLeaf, leafNode, type Node, type StackNode, type TableNode } from "./kernel/node.ts";
import { type Leaf, setLeaf } from "./leaf.ts";
import { Lists } from "./lists.ts";
import { Notes } from "./notes.ts";
import { leafOf, ruleLeaf, type Setting } from "./paragraph.ts";
import { child, type Element, type Role } from "./structure.ts";

/** An entry of the outline; its place is where the leaf's first line stands. */
export interface Bookmark {
  text: string;
  /** 1-3 for headings; a part stands below the title, above its headings and paragraphs. */
  level: 1 | 2 | 3 | "part" | "paragraph";
  leaf: Leaf;
}

export interface Definition {
  content: StackNode;
  structure: Element;
  leaves: Leaf[];
  bookmarks: Bookmark[];
  notes: Notes;
}

/** Tallest header rows, as a share of the page, that are repeated. */
const headerShare = 0.4;
/** Words of a paragraph in the outline. */
const bookmarkWords = 8;

export interface Frame {
  /** Points of the text area. */
  width: number;
  height: number;
}

export function define(document: Document, setting: Setting, frame: Frame): Definition {
  const structure: Element = { role: "Document", kids: [] };
  return new Definer(document, setting, frame, structure).run();
}

/** Where blocks stand: their element, their open lists, their language. */
interface Place {
  home: Element;
  lists: Lists;
  lang: string;
  dir: "ltr" | "rtl";
  /** Side by side with other text: its lines have no number of their own. */
  beside?: boolean;
}

class Definer {
  readonly #document: Document;
  readonly #setting: Setting;
  readonly #frame: Frame;
  readonly #structure: Element;
  readonly #leaves: Leaf[] = [];
  readonly #bookmarks: Bookmark[] = [];
  readonly #notes: Notes;
  #level = 0;
  /** Lines count from the title on; a document without headings counts from its first line. */
  #numbered: boolean;

  constructor(document: Document, setting: Setting, frame: Frame, structure: Element) {
    this.#document = document;
    this.#setting = setting;
    this.#frame = frame;
    this.#structure = structure;
    this.#numbered = document.body.every((block) => block.kind !== "heading");
    this.#notes = new Notes(document, setting, frame.width);
  }

  run(): Definition {
    const { lang, dir } = this.#setting;
    const home = this.#structure;
    const body = trimmed(this.#document.body);
    const content: StackNode = {
      stack: this.#blocks(body, { home, lists: new Lists(home), lang, dir }, this.#frame.width),
    };
    return {
      content,
      structure: this.#structure,
      leaves: this.#leaves,
      bookmarks: this.#bookmarks,
      notes: this.#notes,
    };
  }

  #blocks(blocks: readonly Block[], place: Place, width: number): Node[] {
    return blocks.map((block) => this.#block(block, place, width));
  }

  #block(block: Block, place: Place, width: number): Node {
    switch (block.kind) {
      case "heading":
        place.lists.close();
        return this.#heading(block, place);
      case "para": {
        const look = this.#setting.look(block.style);
        if (!look.names.some((name) => name.includes("continued"))) place.lists.close();
        const home = place.lists.continued(look.indentStart);
        const leaf = this.#text(block, place, home, "P");
        if (block.bookmark) this.#bookmarks.push({ text: block.bookmark, level: "paragraph", leaf });
        return leafNode(leaf);
      }
      case "item":
        return this.#item(block, place);
      case "rule":
        return leafNode(this.#keep(ruleLeaf(block, this.#setting)));
      case "page-break":
        return { text: "", pageBreakHere: true };
      case "columns":
        place.lists.close();
        return this.#columns(block, place, width);
      case "table":
        place.lists.close();
        return this.#table(block, place, width);
    }
  }

  #keep(leaf: Leaf): Leaf {
    this.#leaves.push(leaf);
    return leaf;
  }

  /** A leaf with its element; notes that it calls follow it in the reading order. */
  #text(block: TextBlock | Item, place: Place, home: Element, role: Role): Leaf {
    const leaf = this.#keep(leafOf(block, this.#setting, place.lang, place.dir));
    leaf.counted = this.#numbered && place.home === this.#structure && place.beside !== true;
    if (block.part) this.#bookmarks.push({ text: block.part, level: "part", leaf });
    const lang = block.lang !== undefined && block.lang !== place.lang ? block.lang : undefined;
    let element = child(home, role, lang);
    if (block.mark !== undefined) {
      const added = block.mark.kind === "ins" || block.mark.kind === "move-to";
      element = child(element, added ? "Ins" : "Del");
    }
    leaf.element = element;
    for (const run of leaf.spec?.runs ?? [])
      for (const node of run.tag) if (node.kind === "call") this.#notes.call(node.id, home);
    return leaf;
  }

  #heading(heading: Heading, place: Place): Node {
    // A level must not be skipped on the way down (ISO 14289-1, 7.4.2).
    this.#level = Math.min(heading.level, this.#level + 1);
    this.#numbered = true;
    const role: Role = this.#level === 1 ? "H1" : this.#level === 2 ? "H2" : "H3";
    const leaf = this.#text(heading, place, place.home, role);
    const text = heading.bookmark ?? wordsOf(leaf);
    if (text !== "") this.#bookmarks.push({ text, level: heading.level, leaf });
    return leafNode(leaf);
  }

  #item(item: Item, place: Place): Node {
    const look = this.#setting.look(item.style);
    const numbering = this.#document.numbering.find(({ list }) => list === item.list);
    const numeral = numbering?.levels[item.depth - 1]?.numeral;
    const indent = look.label.kind === "hanging" ? look.indentStart : 0;
    const { label, body } = place.lists.item(item, indent, numeral);
    const leaf = this.#text(item, place, body, "P");
    leaf.labelElement = label;
    const entry = item.depth === 1 && item.id !== undefined;
    const text = item.bookmark ?? (entry ? `${item.label} ${startOf(leaf)}` : "");
    if (text !== "") this.#bookmarks.push({ text, level: "paragraph", leaf });
    return leafNode(leaf);
  }

  /** Side by side without borders; no table to a screen reader. */
  #columns(block: Columns, place: Place, width: number): TableNode {
    const gaps = columnGap * (block.columns.length - 1);
    const widths = shares(
      block.columns.map((column) => column.width),
      width - gaps,
    );
    const cells = block.columns.map((column, i) => ({
      stack: this.#blocks(
        column.blocks,
        { ...place, lists: new Lists(place.home), beside: true },
        widths[i] ?? width,
      ),
    }));
    return {
      table: { widths, body: [cells], headerRows: 0 },
      layout: columnLayout,
      padding: { down: 0 },
    };
  }

  #table(table: Table, place: Place, width: number): TableNode {
    const count = Math.max(1, table.widths.length);
    const lines = table.lines ? 0.5 : 0;
    const given = table.widths.length > 0 ? table.widths : [1];
    const widths = textWidths(given, width, lines);
    const home = child(place.home, "Table");
    const node: TableNode = {
      table: { widths, body: [], headerRows: 0 },
      layout: tableLayout(count, lines),
      padding: { down: lines > 0 ? 2 : 0 },
    };
    table.rows.forEach((row, r) => {
      const tr = child(home, "TR");
      const cells: (Node & { colSpan?: number; _span?: boolean })[] = [];
      const tops: { stack: Node[]; width: number }[] = [];
      for (const cell of row.cells) {
        if (cells.length >= count) break;
        const span = Math.min(Math.max(1, cell.span ?? 1), count - cells.length);
        const room = spannedWidth(widths.slice(cells.length, cells.length + span), lines);
        const stack = this.#cell(cell, tr, r < table.headerRows, span, place, room);
        tops.push({ stack, width: room });
        cells.push(span > 1 ? { stack, colSpan: span } : { stack });
        for (let i = 1; i < span; i++) cells.push({ stack: [], _span: true });
      }
      while (cells.length < count) {
        const header = r < table.headerRows;
        const empty = child(tr, header ? "TH" : "TD");
        if (header) empty.scope = "Column";
        cells.push({ stack: [] });
      }
      levelTops(tops);
      node.table.body.push(cells);
    });
    if (node.table.body.length === 0)
      return { ...node, table: { widths: [width], body: [[{ stack: [] }]], headerRows: 0 } };
    // The kernel sets header rows aside as one block that cannot be divided: never a tall one.
    const wanted = Math.min(table.headerRows, table.rows.length);
    let tall = 0;
    for (let r = 0; r < wanted; r++)
      tall += Math.max(0, ...(node.table.body[r] ?? []).map((cell, c) => heightOf(cell, widths[c] ?? width)));
    if (tall <= this.#frame.height * headerShare) node.table.headerRows = wanted;
    return node;
  }

  #cell(cell: Cell, row: Element, top: boolean, span: number, place: Place, width: number): Node[] {
    const header = cell.header === true || top;
    const lang = cell.lang ?? place.lang;
    const home = child(row, header ? "TH" : "TD", lang === place.lang ? undefined : lang);
    if (header) home.scope = top ? "Column" : "Row";
    if (span > 1) home.span = span;
    return this.#blocks(
      trimmed(cell.blocks),
      { home, lists: new Lists(home), lang, dir: cell.dir ?? place.dir },
      width,
    );
  }
}

/** Gives the first lines of a row one baseline, whatever their fonts: letters of a text and its translation stand level. */
function levelTops(cells: readonly { stack: readonly Node[]; width: number }[]): void {
  const tops = cells.flatMap(({ stack: [first], width }) => {
    if (first === undefined || !isLeaf(first)) return [];
    const line = setLeaf(first.leaf, width)[0]?.line;
    return line === undefined ? [] : [{ leaf: first.leaf, depth: first.leaf.before + line.ascent }];
  });
  const deepest = Math.max(0, ...tops.map(({ depth }) => depth));
  for (const { leaf, depth } of tops) leaf.before += deepest - depth;
}

function startOf(leaf: Leaf): string {
  const words = wordsOf(leaf).split(" ");
  return words.slice(0, bookmarkWords).join(" ") + (words.length > bookmarkWords ? " …" : "");
}

/** The printed words of a leaf, white space collapsed. */
function wordsOf(leaf: Leaf): string {
  const text = (leaf.spec?.runs ?? [])
    .map((run) => (run.tag.some((node) => node.kind === "call") ? "" : run.text))
    .join("");
  return text
    .replace(/[\u2066-\u2069\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Page breaks at the end would only add an empty page. */
function trimmed(blocks: readonly Block[]): readonly Block[] {
  let end = blocks.length;
  while (end > 0 && blocks[end - 1]?.kind === "page-break") end--;
  return blocks.slice(0, end);
}
