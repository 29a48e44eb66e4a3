/**
 * A face inside one PDF document: numbers (CIDs) for glyphs as they are used, and at the end the font objects.
 * One CID stands for one pair of glyph and source characters, so that what is copied out of the page is what was
 * written, also where two characters share a glyph (ISO 32000-1, 9.7.4 and 9.10.3).
 */
import type { FontFile } from "./font-file.ts";
import { HouseFace } from "./fonts.ts";
import type { Face, Glyph } from "./line.ts";
import { type Cut, subsetFont } from "./subset.ts";

/** What we ask of pdfkit's objects. */
export interface PdfReference {
  data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
}
export interface PdfDocument {
  page: { height: number; fonts: Record<string, PdfReference> };
  ref(data?: Record<string, unknown>): PdfReference;
  addContent(content: string): unknown;
  /** Fonts by any name; `end()` finalizes each. */
  _fontFamilies: Record<string, unknown>;
  _fontCount: number;
}

/** The document's copy of a face, made when first asked for. pdfkit writes it at `doc.end()`. */
export function bindFace(doc: PdfDocument, face: Face): EmbeddedFace {
  if (!(face instanceof HouseFace)) throw new Error(`${face.file} was not taken from a typecase.`);
  const name = `face:${face.file}`;
  const bound = doc._fontFamilies[name];
  if (bound instanceof EmbeddedFace) return bound;
  doc._fontCount += 1;
  const made = new EmbeddedFace(doc, face.source, `F${doc._fontCount}`);
  doc._fontFamilies[name] = made;
  return made;
}

/** Stands among pdfkit's own fonts and answers what the document asks of them: `id`, `name`, `ref`, `finalize`. */
export class EmbeddedFace {
  readonly id: string;
  readonly name: string;
  readonly #doc: PdfDocument;
  readonly #file: FontFile;
  /** Shaped words are shared, so that their glyphs come again as the same objects. */
  readonly #codes = new Map<Glyph, string>();
  readonly #cids = new Map<string, number>();
  /** By CID, of which 0 is the empty glyph: the characters, and the place of the outline in the subset. */
  readonly #texts: string[] = [""];
  readonly #outlines: number[] = [0];
  /** The subset: glyphs by place. */
  readonly #cuts: Cut[] = [{ parts: [{ id: 0, x: 0, y: 0 }] }];
  readonly #widths: number[] = [];
  readonly #places = new Map<string, number>([[":0,0,0", 0]]);
  #dictionary: PdfReference | undefined;
  #written = false;

  constructor(doc: PdfDocument, file: FontFile, id: string) {
    this.#doc = doc;
    this.#file = file;
    this.id = id;
    this.name = file.font.postscriptName;
    this.#widths.push(file.advance(0));
  }

  /** The number of a glyph for what it stands for here: four hex digits, as strings in a content stream want it. */
  code(glyph: Glyph): string {
    let code = this.#codes.get(glyph);
    if (code === undefined) {
      code = hex(this.#cid(glyph));
      this.#codes.set(glyph, code);
    }
    return code;
  }

  #cid(glyph: Glyph): number {
    const place = this.#outline(glyph);
    const key = `${place}:${glyph.text}`;
    let cid = this.#cids.get(key);
    if (cid === undefined) {
      cid = this.#texts.push(glyph.text) - 1;
      this.#outlines.push(place);
      this.#cids.set(key, cid);
    }
    return cid;
  }

  /** The place of an outline in the subset. */
  #outline({ id, cast }: Glyph): number {
    const { scale } = this.#file;
    const units = (thousandths: number) => Math.round(thousandths / scale);
    const cut: Cut =
      cast === undefined
        ? { parts: [{ id, x: 0, y: 0 }] }
        : {
            parts: cast.parts.map((part) => ({ id: part.id, x: units(part.x), y: units(part.y) })),
            advance: units(cast.advance),
          };
    const key = `${cut.advance ?? ""}:${cut.parts.map((part) => `${part.id},${part.x},${part.y}`).join(";")}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#cuts.push(cut) - 1;
      this.#places.set(key, place);
      this.#widths.push(cut.advance === undefined ? this.#file.advance(id) : hundredths(cut.advance * scale));
    }
    return place;
  }

  /** Thousandths of the em that a reader moves by after a glyph. */
  advance(glyph: Glyph): number {
    if (glyph.cast === undefined) return this.#file.advance(glyph.id);
    return hundredths(Math.round(glyph.cast.advance / this.#file.scale) * this.#file.scale);
  }

  ref(): PdfReference {
    this.#dictionary ??= this.#doc.ref();
    return this.#dictionary;
  }

  finalize(): void {
    if (this.#written || this.#dictionary === undefined) return;
    this.#written = true;
    const doc = this.#doc;
    const { font, post, scale } = this.#file;
    const program = subsetFont(this.#file, this.#cuts);
    const file = doc.ref({ Length1: program.length });
    file.end(program);

    const name = `${subsetTag(this.id)}+${this.name.replaceAll(" ", "_")}`;
    const { bbox } = font;
    const descriptor = doc.ref({
      Type: "FontDescriptor",
      FontName: name,
      Flags: flags(this.#file),
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((value) => Math.round(value * scale)),
      ItalicAngle: post.italicAngle,
      Ascent: Math.round(font.ascent * scale),
      Descent: Math.round(font.descent * scale),
      CapHeight: Math.round((font.capHeight || font.ascent) * scale),
      XHeight: Math.round((font.xHeight || 0) * scale),
      StemV: 0,
      FontFile2: file,
    });
    descriptor.end();

    // Several CIDs may show one glyph, so the map is written out.
    const map = new DataView(new ArrayBuffer(this.#outlines.length * 2));
    this.#outlines.forEach((place, cid) => {
      map.setUint16(cid * 2, place);
    });
    const toGlyph = doc.ref();
    toGlyph.end(new Uint8Array(map.buffer));

    const descendant = doc.ref({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: literal("Adobe"), Ordering: literal("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, this.#outlines.map((place) => this.#widths[place] ?? 0)],
      CIDToGIDMap: toGlyph,
    });
    descendant.end();

    const unicode = doc.ref();
    unicode.end(toUnicode(this.#texts));
    Object.assign(this.#dictionary.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    });
    this.#dictionary.end();
  }
}

/** pdfkit prints a bare string as a name and a String object as a string in brackets. */
function literal(text: string): object {
  return Object(text);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, "0");
}

/** Six capitals, another for each font of a document (ISO 32000-1, 9.6.4). */
function subsetTag(id: string): string {
  let rest = Number(id.slice(1));
  let tag = "";
  for (let i = 0; i < 6; i++) {
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
    rest = Math.floor(rest / 26);
  }
  return tag;
}

/** ISO 32000-1, table 123: bit 1 fixed pitch, 3 symbolic (our numbers are no standard encoding), 7 italic. */
function flags(file: FontFile): number {
  return (file.post.fixedPitch ? 1 : 0) | 4 | (file.font.head.macStyle.italic ? 64 : 0);
}

/**
 * The CMap that leads from CIDs back to characters. A glyph that is the second half of a character gets the invisible
 * word joiner, since PDF/UA-1 (7.21.7) wants every glyph to lead somewhere.
 */
function toUnicode(texts: readonly string[]): string {
  const lines = texts.slice(1).map((text, i) => {
    const source = text === "" ? "\u2060" : text;
    let units = "";
    for (let at = 0; at < source.length; at++) units += hex(source.charCodeAt(at));
    return `<${hex(i + 1)}> <${units}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <ffff>",
    "endcodespacerange",
    ...blocks,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}
