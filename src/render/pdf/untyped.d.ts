/** What we use of outside packages that carry no types of their own. */

declare module "fontkit" {
  export interface FontkitGlyph {
    id: number;
    codePoints: number[];
    advanceWidth: number;
  }
  /** A glyph on its way through the rules. */
  export interface FontkitInfo {
    id: number;
    features: Record<string, boolean>;
  }
  /** A rule of a feature; `index` is its place in the font's list. */
  export interface FontkitLookup {
    feature: string;
    index: number;
    readonly lookup: { lookupType: number; flags: unknown; subTables: readonly unknown[] };
  }
  export interface FontkitProcessor {
    scriptTag: string | null;
    features: Record<string, { lookupListIndexes: number[] } | undefined>;
    table: { lookupList: { get(index: number): FontkitLookup["lookup"] } };
    currentFeature: string | null;
    /** Made by `applyLookups`. */
    glyphIterator: { index: number; reset(flags: unknown): void; next(): unknown };
    selectScript(script: unknown, language?: string, direction?: string): string | null;
    lookupsForFeatures(tags?: string[], exclude?: number[]): FontkitLookup[];
    applyLookups(lookups: FontkitLookup[], glyphs: FontkitInfo[], positions: unknown): void;
    applyLookup(type: number, subtable: unknown): boolean;
  }
  export interface FontkitFont {
    postscriptName: string;
    unitsPerEm: number;
    ascent: number;
    descent: number;
    capHeight: number;
    xHeight: number;
    bbox: { minX: number; minY: number; maxX: number; maxY: number };
    numGlyphs: number;
    GSUB?: object;
    GPOS?: object;
    head: { macStyle: { italic: boolean } };
    "OS/2"?: { sFamilyClass: number; yStrikeoutPosition: number; yStrikeoutSize: number };
    /** Glyph of a code point, 0 where there is none; no glyph is opened for it. */
    _cmapProcessor: { lookup(codePoint: number): number };
    /** Made when first asked for; without an engine where the font has no rules. */
    _layoutEngine: {
      engine: { GSUBProcessor: FontkitProcessor | null; GPOSProcessor: FontkitProcessor | null } | null;
    };
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
