/** The page tree: what a page says, in order, with named styles; the only thing renderers read. */

/** A whole document. Everything printed is in here; measures are in the house style. */
export interface Document {
  kind: "document";
  /** BCP 47, e.g. `en-GB`, `fr`, `ar`, `zh-Hans`. */
  lang: string;
  dir: "ltr" | "rtl";
  /** Properties of the file, not printed. */
  meta: Meta;
  /** Numbering of each list that items name, one entry a depth. */
  numbering: Numbering[];
  /** Furniture of page 1 and of the following pages. */
  first: Furniture;
  rest: Furniture;
  body: Block[];
  /** Footnotes in the order of their calls. */
  notes: FootNote[];
}

export interface Meta {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  symbol: string;
  /** Date of issue, `YYYY-MM-DD`; the only date that a file carries. */
  date: string;
  /** A faint word across every page (`DRAFT`), if any. */
  watermark?: string;
  /** Hash of the source, 64 hex digits. */
  source: string;
  /** More that goes with the file, by name: what a file needs to find its way back. */
  properties?: Record<string, string>;
}

/** How a list counts. `levels[d]` is depth d + 1. */
export interface Numbering {
  list: string;
  levels: NumberingLevel[];
}

export interface NumberingLevel {
  numeral: "decimal" | "lowerLetter" | "lowerRoman" | "arabicIndic" | "arabicAbjad" | "bullet" | "hanzi";
  /** `(%)`, `%.`, `%)`; for bullets the bullet itself. */
  pattern: string;
  /** Words for inserted paragraphs: bis, ter, …; and how they are joined: `% #.`, `%` the number, `#` the word. */
  suffixes?: { words: string[]; pattern: string };
}

export interface Furniture {
  header: Block[];
  footer: Block[];
}

export type Block = Heading | Para | Item | Table | Columns | Rule | PageBreak;

/** What every block of text may carry. */
export interface TextBlock {
  /** Name of a style of the house. */
  style: string;
  /** Anchor for references, bookmarks and round trips. */
  id?: string;
  /** Language or direction where it differs from the document's. */
  lang?: string;
  dir?: "ltr" | "rtl";
  /** A bar in the margin marks a change. */
  changed?: boolean;
  /** Its last lines go with what follows, whatever its style says. */
  keepWithNext?: boolean;
  /** What happened to the paragraph as a whole, for redlines; `change` names the amendment. */
  mark?: Mark;
  /** A part of the text begins here: its name in the outline, one level above the paragraphs; not printed. */
  part?: string;
  inline: Inline[];
}

export interface Mark {
  kind: "ins" | "del" | "move-from" | "move-to";
  by: string;
  /** ISO date. */
  date: string;
}

export interface Heading extends TextBlock {
  kind: "heading";
  level: 1 | 2 | 3;
  /** Text of the entry in the outline; absent: the words of the heading; empty: no entry. */
  bookmark?: string;
}

export interface Para extends TextBlock {
  kind: "para";
  /** Text of the entry in the outline; absent or empty: none. */
  bookmark?: string;
}

/** A numbered or bulleted paragraph. */
export interface Item extends TextBlock {
  kind: "item";
  /** Names an entry of `numbering`. */
  list: string;
  /** 1 is the outermost. */
  depth: number;
  /** The printed label, e.g. `(1)`, `3 bis.`; Word's automatic number must come out the same. */
  label: string;
  /** The counter behind the label (1-based) and, for inserted paragraphs, 1 = bis, 2 = ter, … */
  number: number;
  suffix?: number;
  /** Starts the list anew (first item of an annex, for example). */
  restart?: boolean;
  bookmark?: string;
}

/** `widths` are shares of the measure; `lines` draws borders. The first `headerRows` rows repeat on each page. */
export interface Table {
  kind: "table";
  widths: number[];
  headerRows: number;
  lines: boolean;
  rows: Row[];
}
export interface Row {
  cells: Cell[];
}
export interface Cell {
  header?: boolean;
  span?: number;
  lang?: string;
  dir?: "ltr" | "rtl";
  blocks: Block[];
}

/** Side by side without borders, tops aligned: masthead. `widths` are shares. */
export interface Columns {
  kind: "columns";
  columns: { width: number; blocks: Block[] }[];
}

/** A line across the measure, in the house's rule style. */
export interface Rule {
  kind: "rule";
  style: string;
}

export interface PageBreak {
  kind: "page-break";
}

/** The text of a footnote. `label` is its printed number or `*`. */
export interface FootNote {
  id: string;
  label: string;
  blocks: Para[];
}

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "em"; role: "opening" | "title" | "plain"; children: Inline[] }
  | { kind: "strong"; children: Inline[] }
  | { kind: "sup"; children: Inline[] }
  | { kind: "ins" | "del"; by: string; date: string; children: Inline[] }
  /** Call of the footnote `id`; prints `label`. */
  | { kind: "call"; id: string; label: string }
  /** Cross-reference: prints `label`, leads to the block with the id `to`. */
  | { kind: "ref"; to: string; label: string }
  | { kind: "link"; href: string; children: Inline[] }
  | { kind: "isolate"; dir: "ltr" | "rtl" | "auto"; lang?: string; children: Inline[] }
  | { kind: "page" }
  | { kind: "pages" }
  | { kind: "br" }
  | { kind: "tab" };
