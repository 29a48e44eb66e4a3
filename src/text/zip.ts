/** Packs files into one zip file, the same bytes everywhere; the one door to the packer. `unzip.ts` is the way back. */
import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";

/** A file that has been packed already. */
export interface Packed {
  data: Uint8Array;
  /** Bytes of the file before. */
  size: number;
  crc: number;
}

/** The packer deflates because it is JavaScript: zlib's output differs between processors and versions of Node. */
export function pack(bytes: Uint8Array): Packed {
  return { data: deflateSync(bytes, { level: 6 }), size: bytes.length, crc: crc32(bytes) };
}

/** A zip file with the entries in their order (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
export function zip(entries: Readonly<Record<string, Uint8Array | Packed>>): Uint8Array {
  const heads: Uint8Array[] = [];
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const [path, entry] of Object.entries(entries)) {
    const packed = entry instanceof Uint8Array ? pack(entry) : entry;
    const name = new TextEncoder().encode(path);
    const local = [...fields(localSign, 4), ...shared(packed, name)];
    heads.push(
      Uint8Array.from([
        ...fields(centralSign, 4),
        ...fields(version, 2),
        ...shared(packed, name),
        // Comment, disk, attributes inside and outside: none.
        ...fields(0, 2 + 2 + 2 + 4),
        ...fields(offset, 4),
        ...name,
      ]),
    );
    pieces.push(Uint8Array.from([...local, ...name]), packed.data);
    offset += local.length + name.length + packed.data.length;
  }
  const size = heads.reduce((sum, head) => sum + head.length, 0);
  const count = fields(heads.length, 2);
  const end = [
    ...fields(endSign, 4),
    0,
    0,
    0,
    0,
    ...count,
    ...count,
    ...fields(size, 4),
    ...fields(offset, 4),
    0,
    0,
  ];
  return joined([...pieces, ...heads, Uint8Array.from(end)]);
}

const localSign = 0x04034b50;
const centralSign = 0x02014b50;
const endSign = 0x06054b50;
/** The oldest that can unpack it: 2.0. */
const version = 20;
const utf8Name = 1 << 11;
const deflated = 8;
/** Noon of 1 January 1980, the first day there is; such a stamp has no time zone. */
const time = 12 << 11;
const day = (1 << 5) | 1;

/** What both heads of an entry say. */
function shared({ data, size, crc }: Packed, name: Uint8Array): number[] {
  return [
    ...fields(version, 2),
    ...fields(name.some((byte) => byte > 127) ? utf8Name : 0, 2),
    ...fields(deflated, 2),
    ...fields(time, 2),
    ...fields(day, 2),
    ...fields(crc, 4),
    ...fields(data.length, 4),
    ...fields(size, 4),
    ...fields(name.length, 2),
    ...fields(0, 2),
  ];
}

/** A number as bytes, the lowest first. */
function fields(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => (i < 4 ? (value >>> (8 * i)) & 255 : 0));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
