/** Cuts a TrueType file down to the glyphs that a document uses, by copying outlines byte for byte (OpenType 1.9: glyf, loca, hmtx). */
import type { FontFile } from "./font-file.ts";

/** Tables that a PDF reader needs beside the outlines (ISO 32000-1, 9.9, table 126); the last three steer hinting. */
const carried = ["head", "hhea", "maxp", "cvt ", "fpgm", "prep"];

/** Composite glyphs: more parts follow, and how long a part is. */
const wordArguments = 0x1;
const offsetArguments = 0x2;
const oneScale = 0x8;
const moreParts = 0x20;
const twoScales = 0x40;
const matrix = 0x80;

/** A glyph to keep: outlines of the font and where they stand, and an advance where it is not the font's own. Font units. */
export interface Cut {
  parts: readonly { id: number; x: number; y: number }[];
  advance?: number;
}

/**
 * A font with the glyphs in the order given, of which the first must be glyph 0; what composite glyphs are made of follows
 * at the end.
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

  /** Glyphs of the font that stand in the subset as they are, by place; -1 for those that we put together. */
  const order = cuts.map(({ parts: [part], parts: { length } }) =>
    part !== undefined && length === 1 && part.x === 0 && part.y === 0 ? part.id : -1,
  );
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = (id: number): number => {
    let place = places.get(id);
    if (place === undefined) {
      place = order.push(id) - 1;
      places.set(id, place);
    }
    return place;
  };
  const outlines: Uint8Array[] = [];
  const bearings = new Map<number, number>();
  for (let i = 0; i < order.length; i++) {
    const id = order[i] ?? 0;
    const cut = cuts[i];
    if (id === -1 && cut !== undefined) {
      const made = composite(cut, outline, placeOf);
      bearings.set(i, made.bearing);
      outlines.push(made.bytes);
      continue;
    }
    const bytes = outline(id);
    renumberParts(bytes, placeOf);
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
    [
      "hmtx",
      copyMetrics(view, at("hmtx").offset, view.getUint16(at("hhea").offset + 34), order, cuts, bearings),
    ],
  ]);
  for (const tag of carried) {
    const table = tables[tag];
    if (table !== undefined) out.set(tag, source.slice(table.offset, table.offset + table.length));
  }
  write16(out, "maxp", 4, order.length);
  // Room for what we put together: as many parts as any cut has, one level deeper than the font goes itself.
  const maxp = at("maxp").offset;
  const most = Math.max(view.getUint16(maxp + 28), ...cuts.map((cut) => cut.parts.length));
  const times = (field: number, base: number) =>
    Math.min(0xffff, Math.max(view.getUint16(maxp + field), view.getUint16(maxp + base) * most));
  if (bearings.size > 0) {
    write16(out, "maxp", 10, times(10, 6));
    write16(out, "maxp", 12, times(12, 8));
    write16(out, "maxp", 28, most);
    write16(out, "maxp", 30, view.getUint16(maxp + 30) + 1);
  }
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

/** A glyph made of others (OpenType 1.9, glyf, "Composite glyph description"), and where its ink begins. */
function composite(cut: Cut, outline: (id: number) => Uint8Array, placeOf: (id: number) => number) {
  const inked = cut.parts.filter((part) => outline(part.id).length > 0);
  if (inked.length === 0) return { bytes: new Uint8Array(0), bearing: 0 };
  const out = new DataView(new ArrayBuffer(10 + inked.length * 8));
  const box = [32767, 32767, -32768, -32768] as [number, number, number, number];
  inked.forEach((part, i) => {
    const bytes = outline(part.id);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    box[0] = Math.min(box[0], view.getInt16(2) + part.x);
    box[1] = Math.min(box[1], view.getInt16(4) + part.y);
    box[2] = Math.max(box[2], view.getInt16(6) + part.x);
    box[3] = Math.max(box[3], view.getInt16(8) + part.y);
    const at = 10 + i * 8;
    out.setUint16(at, wordArguments | offsetArguments | (i < inked.length - 1 ? moreParts : 0));
    out.setUint16(at + 2, placeOf(part.id));
    out.setInt16(at + 4, part.x);
    out.setInt16(at + 6, part.y);
  });
  out.setInt16(0, -1);
  box.forEach((edge, i) => {
    out.setInt16(2 + i * 2, edge);
  });
  return { bytes: new Uint8Array(out.buffer), bearing: box[0] };
}

/** Advance and left side bearing of each glyph; glyphs after the last full entry repeat its advance. */
function copyMetrics(
  view: DataView,
  hmtx: number,
  full: number,
  order: readonly number[],
  cuts: readonly Cut[],
  bearings: ReadonlyMap<number, number>,
): Uint8Array {
  const out = new DataView(new ArrayBuffer(order.length * 4));
  const bearingOf = (id: number) =>
    id < full ? view.getInt16(hmtx + id * 4 + 2) : view.getInt16(hmtx + full * 4 + (id - full) * 2);
  order.forEach((id, i) => {
    const advance = cuts[i]?.advance ?? view.getUint16(hmtx + Math.min(Math.max(id, 0), full - 1) * 4);
    out.setUint16(i * 4, advance);
    out.setInt16(i * 4 + 2, bearings.get(i) ?? bearingOf(Math.max(id, 0)));
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
