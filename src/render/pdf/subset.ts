/** Cuts a TrueType file down to the glyphs that a document uses, by copying outlines byte for byte (OpenType 1.9: glyf, loca, hmtx). */
import type { FontFile } from "./font-file.ts";

/** Tables that a PDF reader needs beside the outlines (ISO 32000-1, 9.9, table 126); the last three steer hinting. */
const carried = ["head", "hhea", "maxp", "cvt ", "fpgm", "prep"];

/** Composite glyphs: more parts follow, and how long a part is. */
const wordArguments = 0x1;
const oneScale = 0x8;
const moreParts = 0x20;
const twoScales = 0x40;
const matrix = 0x80;

/** A glyph to keep; `advance` (font units) where it is not the font's own. */
export interface Cut {
  id: number;
  advance?: number;
}

/**
 * A font with the glyphs in the order given, of which the first must be glyph 0; parts of composite glyphs follow at the
 * end. A glyph may come twice, with different advances.
 */
export function subsetFont(file: FontFile, cuts: readonly Cut[]): Uint8Array {
  const source = file.bytes;
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const tables = file.font.directory.tables;
  const at = (tag: string) => {
    const table = tables[tag];
    if (table === undefined) throw new Error(`${file.file} has no table ${tag}.`);
    return table;
  };
  const loca = at("loca").offset;
  const long = view.getInt16(at("head").offset + 50) === 1;
  const outline = (id: number): Uint8Array => {
    const from = long ? view.getUint32(loca + id * 4) : view.getUint16(loca + id * 2) * 2;
    const to = long ? view.getUint32(loca + id * 4 + 4) : view.getUint16(loca + id * 2 + 2) * 2;
    const start = at("glyf").offset;
    return source.slice(start + from, start + to);
  };

  const order = cuts.map((cut) => cut.id);
  const places = new Map(order.map((id, place) => [id, place]));
  const outlines: Uint8Array[] = [];
  for (let i = 0; i < order.length; i++) {
    const bytes = outline(order[i] ?? 0);
    renumberParts(bytes, (part) => {
      let place = places.get(part);
      if (place === undefined) {
        place = order.push(part) - 1;
        places.set(part, place);
      }
      return place;
    });
    outlines.push(bytes);
  }

  const offsets = new DataView(new ArrayBuffer((order.length + 1) * 4));
  let length = 0;
  outlines.forEach((bytes, i) => {
    length += (bytes.length + 3) & ~3;
    offsets.setUint32((i + 1) * 4, length);
  });
  const glyf = new Uint8Array(length);
  outlines.forEach((bytes, i) => {
    glyf.set(bytes, offsets.getUint32(i * 4));
  });

  const out = new Map<string, Uint8Array>([
    ["glyf", glyf],
    ["loca", new Uint8Array(offsets.buffer)],
    ["hmtx", copyMetrics(view, at("hmtx").offset, view.getUint16(at("hhea").offset + 34), order, cuts)],
  ]);
  for (const tag of carried) {
    const table = tables[tag];
    if (table !== undefined) out.set(tag, source.slice(table.offset, table.offset + table.length));
  }
  write16(out, "maxp", 4, order.length);
  write16(out, "hhea", 34, order.length);
  write16(out, "head", 50, 1);
  return assemble(out);
}

/** Gives each part of a composite glyph its new number, in place. */
function renumberParts(bytes: Uint8Array, renumber: (id: number) => number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 10 || view.getInt16(0) >= 0) return;
  let at = 10;
  let flags = moreParts;
  while (flags & moreParts) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, renumber(view.getUint16(at + 2)));
    at += 4 + (flags & wordArguments ? 4 : 2);
    at += flags & oneScale ? 2 : flags & twoScales ? 4 : flags & matrix ? 8 : 0;
  }
}

/** Advance and left side bearing of each glyph; glyphs after the last full entry repeat its advance. */
function copyMetrics(
  view: DataView,
  hmtx: number,
  full: number,
  order: readonly number[],
  cuts: readonly Cut[],
): Uint8Array {
  const out = new DataView(new ArrayBuffer(order.length * 4));
  order.forEach((id, i) => {
    const own = view.getUint16(hmtx + Math.min(id, full - 1) * 4);
    out.setUint16(i * 4, Math.round(cuts[i]?.advance ?? own));
    out.setInt16(
      i * 4 + 2,
      id < full ? view.getInt16(hmtx + id * 4 + 2) : view.getInt16(hmtx + full * 4 + (id - full) * 2),
    );
  });
  return new Uint8Array(out.buffer);
}

function write16(tables: Map<string, Uint8Array>, tag: string, offset: number, value: number): void {
  const bytes = tables.get(tag);
  if (bytes !== undefined) new DataView(bytes.buffer, bytes.byteOffset).setUint16(offset, value);
}

/** Joins tables to a font file, sorted by tag, with checksums (OpenType 1.9, "Organization of an OpenType font"). */
function assemble(tables: Map<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = tables.get("head");
  if (head !== undefined) new DataView(head.buffer, head.byteOffset).setUint32(8, 0);
  const start = 12 + sorted.length * 16;
  const total = sorted.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), start);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  const power = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, (sorted.length - 2 ** power) * 16);
  let offset = start;
  let headAt = 0;
  sorted.forEach(([tag, bytes], i) => {
    const entry = 12 + i * 16;
    for (let c = 0; c < 4; c++) out[entry + c] = tag.charCodeAt(c);
    out.set(bytes, offset);
    const padded = (bytes.length + 3) & ~3;
    view.setUint32(entry + 4, checksum(view, offset, padded));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, bytes.length);
    if (tag === "head") headAt = offset;
    offset += padded;
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, total)) >>> 0);
  return out;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
  return sum;
}
