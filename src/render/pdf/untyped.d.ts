/** What we use of outside packages that carry no types of their own. */

declare module "fontkit" {
  export interface FontkitGlyph {
    id: number;
    codePoints: number[];
    advanceWidth: number;
  }
  export interface FontkitFont {
    postscriptName: string;
    unitsPerEm: number;
    ascent: number;
    descent: number;
    capHeight: number;
    xHeight: number;
    italicAngle: number;
    underlinePosition: number;
    underlineThickness: number;
    bbox: { minX: number; minY: number; maxX: number; maxY: number };
    numGlyphs: number;
    GSUB?: object;
    GPOS?: object;
    post: { isFixedPitch: number };
    head: { macStyle: { italic: boolean } };
    "OS/2"?: { sFamilyClass: number; yStrikeoutPosition: number; yStrikeoutSize: number };
    directory: { tables: Record<string, { offset: number; length: number }> };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): FontkitGlyph;
    getGlyph(id: number, codePoints?: number[]): FontkitGlyph;
    layout(
      text: string,
      features: Record<string, boolean>,
      script?: string,
      language?: string,
      direction?: "ltr" | "rtl",
    ): { glyphs: FontkitGlyph[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[] };
  }
  export function create(bytes: Uint8Array): FontkitFont;
}

declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}

declare module "hyphen" {
  export default function createHyphenator(
    patterns: unknown,
    options: { hyphenChar?: string; minWordLength?: number; html?: boolean },
  ): (text: string) => string;
}

declare module "hyphen/patterns/*" {
  const patterns: unknown;
  export default patterns;
}
