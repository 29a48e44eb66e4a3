/** One font file, parsed once per press: coverage, metrics and memoised shaping. The only door to fontkit. */
import { create, type FontkitFont, type FontkitGlyph } from "fontkit";
import { mirrored } from "./bidi.ts";
import type { Glyph, Shape } from "./line.ts";
import { PlainShaper } from "./plain-shaper.ts";
import { quickenLookups } from "./quick-lookups.ts";
import { recast } from "./recast.ts";
import { isInvisible, scriptOf } from "./script.ts";

/** Words kept per file: two generations of this many, the older dropped when the younger is full. */
const generation = 25_000;

/** Different glyphs kept per file; a text in one language has some hundreds. */
const mostGlyphs = 50_000;

const tags = { latin: "latn", cyrillic: "cyrl", arabic: "arab", han: "hani" } as const;

/** A static TrueType font. Throws when the bytes are something else, since the houses name the files. */
export class FontFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly font: FontkitFont;
  /** Thousandths of the em per font unit. */
  readonly scale: number;
  /** The head of the table `post`; fontkit would read the names of all glyphs with it. Degrees, font units. */
  readonly post: {
    italicAngle: number;
    underline: { position: number; thickness: number };
    fixedPitch: boolean;
  };
  readonly #coverage = new Map<number, boolean>();
  readonly #advances: number[] = [];
  readonly #space: number;
  readonly #glyphs = new Map<string, Glyph>();
  readonly #metrics: { view: DataView; start: number; full: number };
  readonly #plain: PlainShaper;
  #quickened = false;
  #young = new Map<string, Shape>();
  #old = new Map<string, Shape>();

  constructor(file: string, bytes: Uint8Array) {
    this.file = file;
    // A plain view: slices of a Buffer would share its memory, and we change what we slice.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const font = create(this.bytes);
    if (font.directory.tables.glyf === undefined) throw new Error(`${file} is not a static TrueType font.`);
    this.font = font;
    this.scale = 1000 / font.unitsPerEm;
    const { tables } = font.directory;
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    const start = tables.hmtx?.offset ?? 0;
    this.#metrics = { view, start, full: view.getUint16((tables.hhea?.offset ?? 0) + 34) };
    const post = tables.post?.offset;
    this.post = {
      italicAngle: post === undefined ? 0 : view.getInt32(post + 4) / 0x10000,
      underline: {
        position: post === undefined ? 0 : view.getInt16(post + 8),
        thickness: post === undefined ? 0 : view.getInt16(post + 10),
      },
      fixedPitch: post !== undefined && view.getUint32(post + 12) !== 0,
    };
    // A glyph that stands for two characters must not keep the first for both: code points belong to the occurrence. And
    // fontkit would read a glyph's whole outline to tell its advance.
    const opened = font.getGlyph.bind(font);
    font.getGlyph = (id: number, codePoints?: number[]): FontkitGlyph =>
      codePoints === undefined ? opened(id) : { id, codePoints, advanceWidth: this.#units(id) };
    this.#plain = new PlainShaper(this.bytes, tables, (code) => font._cmapProcessor.lookup(code));
    this.#space = font.glyphForCodePoint(0x20).id;
  }

  /** True when the font draws the character itself. */
  has(codePoint: number): boolean {
    let known = this.#coverage.get(codePoint);
    if (known === undefined) {
      known = this.font.hasGlyphForCodePoint(codePoint);
      this.#coverage.set(codePoint, known);
    }
    return known;
  }

  /** Advance of a glyph as the file says it, in thousandths of the em: what a reader of the PDF will move by. */
  advance(id: number): number {
    let known = this.#advances[id];
    if (known === undefined) {
      known = round(this.#units(id) * this.scale);
      this.#advances[id] = known;
    }
    return known;
  }

  /** Advance in font units, straight from `hmtx`; glyphs after the last full entry repeat its advance. */
  #units(id: number): number {
    return this.#metrics.view.getUint16(this.#metrics.start + Math.min(id, this.#metrics.full - 1) * 4);
  }

  /**
   * Shapes a stretch of one bidi level: logical order in, visual order out, brackets mirrored at odd levels while the
   * glyphs keep the characters that were written. The result is shared: do not change it.
   */
  shape(text: string, level: number): Shape {
    const key = level & 1 ? `\u200f${text}` : text;
    let shape = this.#young.get(key);
    if (shape !== undefined) return shape;
    shape = this.#old.get(key) ?? this.#shape(text, (level & 1) === 1);
    if (this.#young.size >= generation) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, shape);
    return shape;
  }

  #shape(text: string, rtl: boolean): Shape {
    let drawn = "";
    let script: string | undefined;
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0;
      if (isInvisible(code)) continue;
      const own = scriptOf(code);
      if (own !== undefined) script ??= tags[own];
      drawn += char === "\t" ? " " : rtl ? mirrored(char) : char;
    }
    if (drawn === "") return { glyphs: [], width: 0 };
    const plain = rtl ? undefined : this.#plain.shape(drawn, script ?? "DFLT");
    if (plain !== undefined) return this.#sideBySide(plain);
    if (!this.#quickened) quickenLookups(this.font, this.bytes);
    this.#quickened = true;
    // The direction is said outright: fontkit would guess it from the script and turn Arabic-Indic numbers round.
    const run = this.font.layout(drawn, { rtlm: false }, script ?? "DFLT", undefined, rtl ? "rtl" : "ltr");
    const glyphs: Glyph[] = [];
    let width = 0;
    run.glyphs.forEach((glyph, i) => {
      const at = run.positions[i];
      if (at === undefined) return;
      // Joiners come back as a space of no width: they have done their work.
      if (glyph.id === this.#space && at.xAdvance === 0) return;
      let source = "";
      for (const code of glyph.codePoints)
        source += rtl ? mirrored(String.fromCodePoint(code)) : String.fromCodePoint(code);
      const advance = at.xAdvance * this.scale;
      width += advance;
      glyphs.push({
        id: glyph.id,
        advance,
        dx: at.xOffset * this.scale,
        dy: at.yOffset * this.scale,
        text: source,
      });
    });
    // Without positioning tables fontkit leaves the logical order.
    if (rtl && this.font.GSUB === undefined && this.font.GPOS === undefined) glyphs.reverse();
    const settled = recast(glyphs, rtl, (id) => this.advance(id));
    return { glyphs: settled.map((glyph) => this.#shared(glyph)), width };
  }

  #sideBySide(plain: readonly { glyph: number; kern: number; char: string }[]): Shape {
    let width = 0;
    const glyphs = plain.map(({ glyph, kern, char }) => {
      const advance = this.#units(glyph) * this.scale + kern * this.scale;
      width += advance;
      return this.#shared({ id: glyph, advance, dx: 0, dy: 0, text: char });
    });
    return { glyphs, width };
  }

  /** One object for all glyphs that are equal, so that a document may know them by themselves. */
  #shared(glyph: Glyph): Glyph {
    const parts = glyph.cast?.parts.map((part) => `${part.id},${part.x},${part.y}`).join(";") ?? "";
    const key = `${glyph.id}:${glyph.advance}:${glyph.dx}:${glyph.dy}:${parts}:${glyph.text}`;
    const known = this.#glyphs.get(key);
    if (known !== undefined) return known;
    if (this.#glyphs.size >= mostGlyphs) this.#glyphs.clear();
    this.#glyphs.set(key, glyph);
    return glyph;
  }
}

/** Hundredths of a thousandth: what stands in the file and what we count with are the same number. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
