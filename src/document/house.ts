/** A house style as data: page, fonts, named styles, looks of emphasis and change, periods. */

export type Script = "latin" | "cyrillic" | "arabic" | "han";

/** Measures are mm or pt as named; everything a renderer needs to set a page tree. */
export interface HouseStyle {
  name: string;
  page: PageSetup;
  /** Font family by script; `latin` is also the fallback inside other scripts. */
  fonts: Record<Script, FontFamily>;
  /** Look of each emphasis role by script. */
  emphasis: Record<Script, Record<"opening" | "title" | "plain", Look>>;
  /** Look of inserted and deleted words, and of moved paragraphs where it is another one; readable without colour. */
  changes: { ins: Look; del: Look; moveTo?: Look; moveFrom?: Look };
  /** Kinds of stages whose preambular paragraphs carry numbers (house-style 1.7). */
  preambularNumbers: string[];
  /** Kinds of stages that carry the faint word of the locale (`DRAFT`) across every page; none when absent. */
  watermark?: string[];
  /** Kinds of stages that are printed also in languages where texts are missing, marked in place; absent: only when a language is named. */
  gaps?: string[];
  /** Kinds of stages whose lines are numbered in the margin, every so many of them (PDF); none when absent. */
  lineNumbers?: { stages: string[]; every: number };
  styles: Record<string, Style>;
  periods: Period[];
}

export interface PageSetup {
  /** mm */
  width: number;
  height: number;
  /** mm; `start` is left in left-to-right documents. */
  margins: { top: number; bottom: number; start: number; end: number };
  /** mm from the paper's edge to the furniture of the following pages. */
  headerDistance: number;
  footerDistance: number;
}

export interface FontFamily {
  /** Name that Word shows and asks for (`Arial`); PDF embeds the files. */
  word: string;
  name: string;
  /** Names for `World.font`. `italic` may repeat `regular` where a script has none. */
  files: { regular: string; bold: string; italic: string; boldItalic: string };
  /** Multiplies sizes, e.g. 1.13 for Amiri beside Arimo. */
  scale: number;
  /** Multiplies line heights, for scripts that reach higher and lower; 1 when absent. */
  leading?: number;
  /** npm package to install when the files are absent (optional fonts). */
  optional?: string;
}

export interface Look {
  bold?: boolean;
  italic?: boolean;
  underline?: "single" | "double" | "dotted";
  strike?: boolean;
  /** Six hex digits. */
  colour?: string;
}

/** One named style; renderers and Word show it under its own name. */
export interface Style {
  /** Name shown in Word, e.g. `Operative Paragraph`. */
  word: string;
  /** A style whose values hold where this one is silent. */
  basedOn?: string;
  /** pt */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  colour?: string;
  align?: "start" | "end" | "center" | "justify";
  /** Multiple of the size. */
  lineHeight?: number;
  /** pt */
  before?: number;
  after?: number;
  /** mm; `firstLine` is relative to `indentStart` and may be negative. */
  indentStart?: number;
  indentEnd?: number;
  firstLine?: number;
  /**
   * Where an item's label stands. `hanging`: it ends at `indentStart`, `width` mm before the text.
   * `run-in`: it starts the first line at `indentStart`, the text follows `width` mm later and later lines return (house-style 1.7).
   */
  label?: { kind: "hanging" | "run-in"; width: number };
  keepWithNext?: boolean;
  keepTogether?: boolean;
  /** Lines of about equal length (titles). */
  balance?: boolean;
  hyphenate?: boolean;
  /** Outline level in Word, 1-3, for headings. */
  outline?: number;
  /** For rules: thickness in pt. */
  rule?: number;
  /** Of papers of one kind: Word files in which nothing has this style do not offer it. */
  rare?: boolean;
}

/** Which heading a session gets by its date (house-style 1.3); dates inclusive, `YYYY-MM-DD`. */
export interface Period {
  name: string;
  from: string;
  to?: string;
  /** Template of the first page's heading block, a file of the house's `headings/`. */
  heading: string;
  /** Form of dates and ordinals that locales know: see `language/locale.ts`. */
  ordinals: "superscript" | "plain";
  dateRange: string;
  titleCapitals: boolean;
  /** Given names of submitters in full or as initials (house-style 1.5). */
  givenNames: "full" | "initials";
  /** Enacting line of the time where it differs: a key below `enacting` in the locales' phrases. */
  enacting?: string;
  /** How the adoption line names the Assembly: a key below `by` in the locales' phrases; absent: `ipu-assembly` (house-style 1.8). */
  adoptedBy?: string;
  /** Papers say `prepared by`, not `submitted by` (house-style 1.5). */
  prepared?: boolean;
  /** The running head repeats place and dates. */
  runningHeadPlace?: boolean;
  /** The running head says `Page 2 of 5` in place of `- 2 -`. */
  pageOf?: boolean;
}
