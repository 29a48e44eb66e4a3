/** The nouns of setting text: run, face, glyph, piece, line and the order for a paragraph; every measure in points. */

import type { Script } from "../../document/house.ts";
import type { Inline } from "../../document/tree.ts";

/**
 * The inline nodes that a stretch stands in, outermost first; the nodes themselves, so that a link over three runs is
 * one link. Two runs have the same path exactly when they share the same array.
 */
export type TagPath = readonly Inline[];

/** A stretch of a paragraph with one look. All runs of a paragraph joined are its text; offsets count into that. */
export interface Run {
  /**
   * UTF-16, NFC. May hold LRI, RLI, FSI and PDI (isolates), "\n" (a forced break) and "\t"; isolates are never drawn.
   */
  text: string;
  /** Whose family is asked first for signs that belong to no script (digits, punctuation). */
  script: Script;
  bold: boolean;
  italic: boolean;
  /** Points, before the family's own scale; superscripts already made smaller. */
  size: number;
  /** Points above the baseline. */
  rise: number;
  /** Six hex digits. */
  colour: string;
  underline?: "single" | "double" | "dotted";
  strike?: boolean;
  /** BCP 47. */
  lang: string;
  tag: TagPath;
}

/**
 * A glyph recast: outlines of the font put together, with an advance of their own. Readers take letters apart where pen
 * and letter do not follow each other smoothly, as joined letters and their marks do not; recast, they do.
 */
export interface Cast {
  /** Glyphs of the font and where they stand, in thousandths of the em from the pen. */
  parts: readonly { id: number; x: number; y: number }[];
  advance: number;
}

/** One glyph of a shaped stretch. Units are thousandths of the em. */
export interface Glyph {
  id: number;
  /** How far the pen moves. */
  advance: number;
  /** Where the glyph stands beside the pen. */
  dx: number;
  dy: number;
  /** Set where the document must carry the glyph in another form than the font; `dx` and `dy` are 0 then. */
  cast?: Cast;
  /** The characters it stands for, in logical order; empty for the second glyph of a character. */
  text: string;
}

/** Shaped characters in visual order, left to right. `width` is the sum of advances, in thousandths of the em. */
export interface Shape {
  glyphs: readonly Glyph[];
  width: number;
}

/** One font file, parsed once per press. `ascent`, `descent` (positive) and the rule lines are in ems. */
export interface Face {
  file: string;
  ascent: number;
  descent: number;
  underline: { position: number; thickness: number };
  strike: { position: number; thickness: number };
  /** The scale of the family it was asked for as, e.g. 1.13 for Amiri. */
  scale: number;
  /** The family's share in line heights, 1 for most. */
  leading: number;
  /** Bold or italic that the family lacks changes nothing here: a family may repeat its regular. */
  has(codePoint: number): boolean;
  /** Shapes a stretch of one level and one script; `level` odd means right to left. */
  shape(text: string, level: number): Shape;
}

/** A stretch of a line drawn with one face at one level: a word, or the spaces after it. */
export interface Piece {
  run: Run;
  face: Face;
  /** Points, with the family's scale. */
  size: number;
  level: number;
  /** What was set: UTF-16 offsets [start, end) into the paragraph's text. */
  start: number;
  end: number;
  shape: Shape;
  /** Points from the left edge of the line's measure. */
  x: number;
  /** Points, stretch included. */
  width: number;
  /** Points added after each glyph (stretched spaces; characters of justified Chinese). */
  stretch: number;
  /** White space: stretches, is not underlined at a line's end. */
  space: boolean;
}

/** One set line. The text of all lines of a paragraph, end to start, is the paragraph: `lines[i].end === lines[i + 1].start`. */
export interface Line {
  /**
   * Visual order, left to right. Of white space at the line's end one space stays, outside `width`, so that the words of
   * two lines keep apart for a reader that hears them.
   */
  pieces: readonly Piece[];
  /** UTF-16 offsets [start, end) into the paragraph's text. */
  start: number;
  end: number;
  /** Points from the left edge of the measure to the first piece and from there to the end of the last one. */
  x: number;
  width: number;
  /** Points from top to bottom and from top to baseline. */
  height: number;
  ascent: number;
  /** A hyphen that is not in the text ends the line. */
  hyphenated: boolean;
  /** Ends at a forced break. */
  forced: boolean;
  /** Ends the paragraph. */
  last: boolean;
  /** The paragraph's direction: where the line starts. */
  dir: "ltr" | "rtl";
}

/** The fonts of one house, asked character by character. */
export interface Fonts {
  /** The face for a character: family of its own script (or `script` for signs of none), then latin, then the others. */
  find(codePoint: number, script: Script, bold: boolean, italic: boolean): Face | undefined;
  /** The face of a script's family itself; decides the height of lines. */
  of(script: Script, bold: boolean, italic: boolean): Face | undefined;
}

/** Where a word may be cut: UTF-16 offsets into it, ascending; empty for words that must stay whole. */
export interface Hyphens {
  points(word: string, lang: string): readonly number[];
}

/** Everything that decides how a paragraph is broken; equal orders give equal lines. */
export interface ParagraphSpec {
  runs: readonly Run[];
  fonts: Fonts;
  dir: "ltr" | "rtl";
  /** BCP 47; chooses hyphenation and the rules of breaking. */
  lang: string;
  /** Points between start and end edge. */
  measure: number;
  /** Points that the text of the first line starts after the start edge: first-line indent, or room for a run-in label. */
  firstIndent?: number;
  align: "start" | "end" | "center" | "justify";
  /** Points from one baseline to the next: size times the style's line height (see `leading` in fonts.ts). */
  leading: number;
  /** Where words may be cut (`loadHyphens` in hyphenate.ts); absent: nowhere. */
  hyphens?: Hyphens;
  /** Lines of about equal length (titles). */
  balance?: boolean;
  /** UTF-16 offsets at which the lines end, as they once did; kept when every line still fits, else chosen anew. */
  ends?: readonly number[];
}

/*
 * Doors of the text half:
 *   runs.ts       flattenInline(inline: Inline[], context: InlineContext): Run[]
 *   fonts.ts      createTypecase(font): Typecase;  typecase.fonts(house): Fonts;  leading(fonts, script, size, lineHeight)
 *   hyphenate.ts  await loadHyphens(languages): Hyphens
 *   preflight.ts  preflight(document: Document, fonts: Fonts): Diagnostic[]
 *   breaker.ts    breakParagraph(spec: ParagraphSpec): Line[]                always at least one line
 *   draw.ts       drawLine(doc, line, x, y, around)     x: left edge of the measure, y: top of the line, around(tag, draw, box)
 *   embed.ts      bindFace(doc, face): EmbeddedFace     called by drawLine; fonts are written by doc.end()
 */
