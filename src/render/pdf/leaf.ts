/** A paragraph on its way to a page: what to set, how much room it wants, and the lines it became; points throughout. */

import { breakParagraph } from "./breaker.ts";
import type { Line, ParagraphSpec } from "./line.ts";
import type { Element } from "./structure.ts";

/** The label of an item, set as a line of its own and drawn with the first line, so that the two cannot part. */
export interface Label {
  line: Line;
  /** From the start edge of the container to the start edge of the label. */
  offset: number;
}

/** A paragraph, or a rule across the measure (`spec` absent). */
export interface Leaf {
  spec?: Omit<ParagraphSpec, "measure">;
  rule?: { thickness: number; colour: string };
  dir: "ltr" | "rtl";
  before: number;
  after: number;
  indentStart: number;
  indentEnd: number;
  label?: Label;
  keepWithNext: boolean;
  keepTogether: boolean;
  /** Where its text stands in the structure; absent for furniture. */
  element?: Element;
  labelElement?: Element;
  /** Anchor for references and bookmarks. */
  id?: string;
  changed: boolean;
  /** Counts in the line numbers of the margin. */
  counted: boolean;
  /** The lines that were given to the pages. */
  served?: readonly SetLine[];
  cache?: { width: number; lines: readonly SetLine[] };
}

/** One line of a leaf, ready to be placed. */
export interface SetLine {
  leaf: Leaf;
  index: number;
  /** Absent for a rule. */
  line?: Line;
  height: number;
  /** Ids of the footnotes called in it. */
  calls: readonly string[];
}

const noCalls: readonly string[] = [];
/** Narrower measures cannot be set; the text then runs out of its column instead of being lost. */
const narrowest = 24;

/** Breaks a leaf for a container of `width` points; the same width again costs nothing. */
export function setLeaf(leaf: Leaf, width: number): readonly SetLine[] {
  if (leaf.cache?.width === width) return leaf.cache.lines;
  const lines = leaf.spec === undefined ? [setRule(leaf)] : setText(leaf, leaf.spec, width);
  leaf.cache = { width, lines };
  return lines;
}

function setRule(leaf: Leaf): SetLine {
  return { leaf, index: 0, height: leaf.rule?.thickness ?? 0, calls: noCalls };
}

function setText(leaf: Leaf, spec: Omit<ParagraphSpec, "measure">, width: number): SetLine[] {
  const measure = Math.max(narrowest, width - leaf.indentStart - leaf.indentEnd);
  return breakParagraph({ ...spec, measure }).map((line, index) => ({
    leaf,
    index,
    line,
    height: line.height,
    calls: callsIn(line),
  }));
}

function callsIn(line: Line): readonly string[] {
  let calls: string[] | undefined;
  for (const piece of line.pieces)
    for (const node of piece.run.tag)
      if (node.kind === "call" && !calls?.includes(node.id)) {
        calls ??= [];
        calls.push(node.id);
      }
  return calls ?? noCalls;
}
