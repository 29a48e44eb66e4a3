/**
 * Shapes the words that need no shaping engine: letters, digits and signs that the font only places side by side and kerns.
 * It reads the font's own tables (OpenType 1.9: GSUB, GPOS) and steps back wherever a rule of the font could do more; there
 * fontkit is asked. Most Latin, Greek and Cyrillic words go this way, some hundred times as fast.
 */
import { classOf, coverageIndex } from "./glyph-tables.ts";

/** Characters that may be plain; marks and scripts with joining letters are not among them. */
const candidates: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x24f],
  [0x384, 0x3ce],
  [0x400, 0x482],
  [0x48a, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
];

/** Features that are on without being asked for (OpenType registry), besides kerning and the placing of marks. */
const usual = new Set([
  "rvrn",
  "ltra",
  "ltrm",
  "ccmp",
  "locl",
  "rlig",
  "calt",
  "clig",
  "liga",
  "rclt",
  "curs",
]);

type Kern = (first: number, second: number) => number;

/** What one script of a font allows: characters that are plain, and how far pairs move together. Font units. */
interface Manner {
  glyphs: ReadonlyMap<number, number>;
  kern: Kern;
}

export class PlainShaper {
  readonly #view: DataView;
  readonly #tables: Record<string, { offset: number; length: number }>;
  readonly #glyphOf: (codePoint: number) => number;
  #known: Map<number, number> | undefined;
  readonly #manners = new Map<string, Manner | undefined>();

  /** `glyphOf` answers 0 for characters that the font does not have. */
  constructor(
    bytes: Uint8Array,
    tables: Record<string, { offset: number; length: number }>,
    glyphOf: (codePoint: number) => number,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#tables = tables;
    this.#glyphOf = glyphOf;
  }

  /** Glyphs and kerns after them, left to right; undefined where the text is not plain in this font. */
  shape(text: string, script: string): { glyph: number; kern: number; char: string }[] | undefined {
    if (!this.#manners.has(script)) this.#manners.set(script, this.#mannerOf(script));
    const manner = this.#manners.get(script);
    if (manner === undefined) return undefined;
    const out: { glyph: number; kern: number; char: string }[] = [];
    for (let i = 0; i < text.length; i++) {
      const glyph = manner.glyphs.get(text.charCodeAt(i));
      if (glyph === undefined) return undefined;
      const before = out.at(-1);
      if (before !== undefined) before.kern = manner.kern(before.glyph, glyph);
      out.push({ glyph, kern: 0, char: text.charAt(i) });
    }
    return out;
  }

  #mannerOf(script: string): Manner | undefined {
    const kern = this.#kerning(script);
    if (kern === undefined) return undefined;
    const glyphs = new Map(this.#candidates());
    const touched = this.#touched(script, new Set(glyphs.values()));
    if (touched === undefined) return undefined;
    for (const [code, glyph] of glyphs) if (touched.has(glyph)) glyphs.delete(code);
    return { glyphs, kern };
  }

  #candidates(): ReadonlyMap<number, number> {
    if (this.#known === undefined) {
      this.#known = new Map();
      for (const [from, to] of candidates) {
        for (let code = from; code <= to; code++) {
          const glyph = this.#glyphOf(code);
          if (glyph !== 0) this.#known.set(code, glyph);
        }
      }
    }
    return this.#known;
  }

  /** Lookups [type, subtable offsets] that the wanted features of a script bring; undefined where the script is unknown. */
  #lookups(
    table: string,
    script: string,
    wanted: (tag: string) => boolean,
  ): [number, number[]][] | undefined {
    const start = this.#tables[table]?.offset;
    if (start === undefined) return [];
    const view = this.#view;
    const scripts = start + view.getUint16(start + 4);
    let found: number | undefined;
    for (const tag of [script, "DFLT", "dflt", "latn"]) {
      for (let i = 0; i < view.getUint16(scripts) && found === undefined; i++) {
        if (this.#tag(scripts + 2 + i * 6) === tag) found = scripts + view.getUint16(scripts + 6 + i * 6);
      }
    }
    if (found === undefined || view.getUint16(found) === 0) return undefined;
    const system = found + view.getUint16(found);
    const features = start + view.getUint16(start + 6);
    const lookups = start + view.getUint16(start + 8);
    const indexes = new Set<number>();
    for (let i = 0; i < view.getUint16(system + 4); i++) {
      const record = features + 2 + view.getUint16(system + 6 + i * 2) * 6;
      if (!wanted(this.#tag(record))) continue;
      const feature = features + view.getUint16(record + 4);
      for (let k = 0; k < view.getUint16(feature + 2); k++) indexes.add(view.getUint16(feature + 4 + k * 2));
    }
    return [...indexes]
      .sort((a, b) => a - b)
      .map((index) => {
        const lookup = lookups + view.getUint16(lookups + 2 + index * 2);
        const offsets: number[] = [];
        let type = view.getUint16(lookup);
        for (let i = 0; i < view.getUint16(lookup + 4); i++) {
          let at = lookup + view.getUint16(lookup + 6 + i * 2);
          if (type === (table === "GSUB" ? 7 : 9)) {
            const real = view.getUint16(at + 2);
            at += view.getUint32(at + 4);
            if (i === view.getUint16(lookup + 4) - 1) type = real;
          }
          offsets.push(at);
        }
        return [type, offsets];
      });
  }

  #tag(at: number): string {
    return String.fromCharCode(...[0, 1, 2, 3].map((i) => this.#view.getUint8(at + i)));
  }

  /** Kerning as one function; undefined where the font moves glyphs in ways that are not simple pairs. */
  #kerning(script: string): Kern | undefined {
    // The old table of the same name is fontkit's business.
    if (this.#tables.kern !== undefined) return undefined;
    const others = this.#lookups("GPOS", script, (tag) => usual.has(tag));
    const pairs = this.#lookups("GPOS", script, (tag) => tag === "kern");
    if (pairs === undefined || others === undefined || others.length > 0) return undefined;
    const view = this.#view;
    const simple = pairs.every(
      ([type, subtables]) =>
        type === 2 && subtables.every((at) => view.getUint16(at + 4) === 4 && view.getUint16(at + 6) === 0),
    );
    if (!simple) return undefined;
    const known = new Map<number, number>();
    return (first, second) => {
      const key = first * 0x10000 + second;
      let kern = known.get(key);
      if (kern === undefined) {
        kern = 0;
        for (const [, subtables] of pairs) {
          for (const at of subtables) {
            const moved = this.#pair(at, first, second);
            if (moved === undefined) continue;
            kern += moved;
            break;
          }
        }
        known.set(key, kern);
      }
      return kern;
    };
  }

  /** GPOS lookup type 2: what a subtable says of a pair, if anything. */
  #pair(at: number, first: number, second: number): number | undefined {
    const view = this.#view;
    const covered = coverageIndex(view, at + view.getUint16(at + 2), first);
    if (covered < 0) return undefined;
    if (view.getUint16(at) === 1) {
      const set = at + view.getUint16(at + 10 + covered * 2);
      for (let i = 0; i < view.getUint16(set); i++) {
        if (view.getUint16(set + 2 + i * 4) === second) return view.getInt16(set + 4 + i * 4);
      }
      return undefined;
    }
    const one = classOf(view, at + view.getUint16(at + 8), first);
    const other = classOf(view, at + view.getUint16(at + 10), second);
    return view.getInt16(at + 16 + (one * view.getUint16(at + 14) + other) * 2);
  }

  /**
   * Glyphs of `plain` that a substitution could change while only plain glyphs stand around; undefined where the font's
   * rules are of a kind that is not read here.
   */
  #touched(script: string, plain: ReadonlySet<number>): Set<number> | undefined {
    const lookups = this.#lookups("GSUB", script, (tag) => usual.has(tag));
    if (lookups === undefined) return undefined;
    const view = this.#view;
    const touched = new Set<number>();
    const touch = (coverage: number) => {
      for (const glyph of plain) if (coverageIndex(view, coverage, glyph) >= 0) touched.add(glyph);
    };
    const meets = (coverage: number) => [...plain].some((glyph) => coverageIndex(view, coverage, glyph) >= 0);
    for (const [type, subtables] of lookups) {
      for (const at of subtables) {
        if (type === 4) {
          for (const glyph of plain) if (this.#ligates(at, glyph, plain)) touched.add(glyph);
        } else if (type === 6 && view.getUint16(at) === 3) {
          // Backtrack, input and lookahead, each a count and its coverages.
          const lists: number[][] = [];
          let pen = at + 2;
          for (let list = 0; list < 3; list++) {
            const count = view.getUint16(pen);
            lists.push(Array.from({ length: count }, (_, i) => at + view.getUint16(pen + 2 + i * 2)));
            pen += 2 + count * 2;
          }
          if (lists.flat().every(meets)) for (const coverage of lists[1] ?? []) touch(coverage);
        } else if (type === 6 && view.getUint16(at) === 2) {
          for (const glyph of plain) if (this.#chains(at, glyph, plain)) touched.add(glyph);
        } else if (type <= 3) touch(at + view.getUint16(at + 2));
        else return undefined;
      }
    }
    return touched;
  }

  /** GSUB lookup type 4: a ligature of plain glyphs alone begins with this one. */
  #ligates(at: number, glyph: number, plain: ReadonlySet<number>): boolean {
    const view = this.#view;
    const covered = coverageIndex(view, at + view.getUint16(at + 2), glyph);
    if (covered < 0) return false;
    const set = at + view.getUint16(at + 6 + covered * 2);
    for (let i = 0; i < view.getUint16(set); i++) {
      const ligature = set + view.getUint16(set + 2 + i * 2);
      let all = true;
      for (let k = 0; k < view.getUint16(ligature + 2) - 1; k++) {
        if (!plain.has(view.getUint16(ligature + 4 + k * 2))) all = false;
      }
      if (all) return true;
    }
    return false;
  }

  /** GSUB lookup type 6, format 2: some rule that begins with this glyph may hold where all glyphs around are plain. */
  #chains(at: number, glyph: number, plain: ReadonlySet<number>): boolean {
    const view = this.#view;
    if (coverageIndex(view, at + view.getUint16(at + 2), glyph) < 0) return false;
    const classes = [4, 6, 8].map((field) => at + view.getUint16(at + field));
    const present = classes.map((table) => new Set([...plain].map((one) => classOf(view, table, one))));
    const own = classOf(view, classes[1] ?? 0, glyph);
    if (own >= view.getUint16(at + 10)) return false;
    const offset = view.getUint16(at + 12 + own * 2);
    if (offset === 0) return false;
    const set = at + offset;
    for (let i = 0; i < view.getUint16(set); i++) {
      let pen = set + view.getUint16(set + 2 + i * 2);
      let possible = true;
      for (let list = 0; list < 3; list++) {
        // The first glyph of the input is the one at hand and not in the list.
        const count = view.getUint16(pen) - (list === 1 ? 1 : 0);
        for (let k = 0; k < count; k++) {
          if (!present[list]?.has(view.getUint16(pen + 2 + k * 2))) possible = false;
        }
        pen += 2 + count * 2;
      }
      if (possible) return true;
    }
    return false;
  }
}
