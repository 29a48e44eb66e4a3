/** Opens zip files that may be hostile: the list of entries is held against limits before a single byte is unpacked. */
import { crc32, inflateRawSync } from "node:zlib";

export interface ZipLimits {
  /** Bytes of the file. */
  file: number;
  entries: number;
  /** Bytes of one entry, and of all together, unpacked. */
  entry: number;
  total: number;
  /** How many times larger an entry of more than `small` bytes may become. */
  ratio: number;
  small: number;
}

const mega = 1024 * 1024;

/** Far above what a document comes to. */
export const usualLimits: ZipLimits = {
  file: 20 * mega,
  entries: 2000,
  entry: 60 * mega,
  total: 200 * mega,
  ratio: 200,
  small: mega,
};

/** Why a file, or one entry of it, is not opened. */
export interface ZipProblem {
  kind: "not-zip" | "too-large" | "encrypted" | "damaged" | "unsafe-name" | "duplicate" | "unsupported";
  message: string;
}

export interface Zip {
  /** Names of all entries, in the order of the file. */
  names: readonly string[];
  /** An entry unpacked, `undefined` when there is none of that name. It never unpacks more than the entry said. */
  read(name: string): Uint8Array | ZipProblem | undefined;
}

export function isProblem(value: Uint8Array | ZipProblem): value is ZipProblem {
  return !(value instanceof Uint8Array);
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Offset of the local header, and of the data behind it. */
  at: number;
  data: number;
}

/** Never throws. Names are looked at, but nothing is ever written under them. */
export function openZip(bytes: Uint8Array, limits: ZipLimits = usualLimits): Zip | ZipProblem {
  if (bytes.length > limits.file)
    return problem("too-large", `The file is larger than ${inMega(limits.file)} MB.`);
  const listed = listEntries(bytes, limits);
  if (!(listed instanceof Map)) return listed;
  return {
    names: [...listed.keys()],
    read(name) {
      const entry = listed.get(name);
      return entry && unpack(bytes, entry);
    },
  };
}

function problem(kind: ZipProblem["kind"], message: string): ZipProblem {
  return { kind, message };
}

function inMega(bytes: number): number {
  return Math.round(bytes / mega);
}

const endSize = 22;
const headSize = 46;
const localSize = 30;

function listEntries(bytes: Uint8Array, limits: ZipLimits): Map<string, Entry> | ZipProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return problem("not-zip", "The file is not a zip file, or its end is missing.");
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
    return problem("unsupported", "The file is a zip file of the kind for very large files (zip64).");
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    return problem("unsupported", "The file is a part of a zip file in several pieces.");
  if (count > limits.entries)
    return problem("too-large", `The file holds ${count} entries; ${limits.entries} is the most.`);

  const entries: Entry[] = [];
  let at = start;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const entry = readHead(view, bytes, at, end);
    if ("kind" in entry) return entry;
    const fault = tooMuch(entry, limits);
    if (fault) return fault;
    total += entry.size;
    if (total > limits.total)
      return problem("too-large", `All entries together come to more than ${inMega(limits.total)} MB.`);
    entries.push(entry);
    at = entry.next;
  }
  return laidOut(view, bytes, entries, start);
}

/** Offset of the record at the end of the file, whose remark reaches exactly to the end. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endSize;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === 0x06054b50 && view.getUint16(at + 20, true) === last - at) return at;
  }
  return undefined;
}

function readHead(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  end: number,
): (Entry & { next: number }) | ZipProblem {
  if (at + headSize > end || view.getUint32(at, true) !== 0x02014b50)
    return problem("damaged", "The list of entries in the zip file is damaged.");
  const length = view.getUint16(at + 28, true);
  const next = at + headSize + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) return problem("damaged", "The list of entries in the zip file is damaged.");
  const name = new TextDecoder().decode(bytes.subarray(at + headSize, at + headSize + length));
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if ((flags & 0x2041) !== 0) return problem("encrypted", `The entry “${shown(name)}” is encrypted.`);
  if (method !== 0 && method !== 8)
    return problem("unsupported", `The entry “${shown(name)}” is packed in a way that is not known.`);
  if (isUnsafe(name))
    return problem("unsafe-name", `The entry “${shown(name)}” has a name that leads out of the file.`);
  return {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
    data: 0,
    next,
  };
}

function shown(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, "?").slice(0, 60);
}

function isUnsafe(name: string): boolean {
  const parts = name.split("/");
  return (
    name === "" ||
    name.length > 240 ||
    /[\\\p{Cc}\ufffd]|^\/|^[A-Za-z]:/u.test(name) ||
    parts.includes("..") ||
    parts.includes(".")
  );
}

function tooMuch({ name, packed, size }: Entry, limits: ZipLimits): ZipProblem | undefined {
  if (size > limits.entry)
    return problem(
      "too-large",
      `The entry “${shown(name)}” unpacks to more than ${inMega(limits.entry)} MB.`,
    );
  if (size > limits.small && size > packed * limits.ratio)
    return problem(
      "too-large",
      `The entry “${shown(name)}” unpacks to more than ${limits.ratio} times its size, as only a trap does.`,
    );
  return undefined;
}

/** Every entry's own header says the same name, and no two entries share bytes. */
function laidOut(
  view: DataView,
  bytes: Uint8Array,
  entries: readonly Entry[],
  list: number,
): Map<string, Entry> | ZipProblem {
  const out = new Map<string, Entry>();
  const known = new Set<string>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (known.has(key))
      return problem("duplicate", `The file holds two entries of the name “${shown(entry.name)}”.`);
    known.add(key);
    out.set(entry.name, entry);
  }
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    const { at, name, packed } = entry;
    if (at < free || at + localSize > list || view.getUint32(at, true) !== 0x04034b50)
      return problem("damaged", `The entry “${shown(name)}” is not where the list says.`);
    const length = view.getUint16(at + 26, true);
    entry.data = at + localSize + length + view.getUint16(at + 28, true);
    free = entry.data + packed;
    if (free > list) return problem("damaged", `The entry “${shown(name)}” is cut off.`);
    const own = new TextDecoder().decode(bytes.subarray(at + localSize, at + localSize + length));
    if (own !== name) return problem("damaged", `The entry “${shown(name)}” has two names.`);
  }
  return out;
}

function unpack(
  bytes: Uint8Array,
  { name, method, crc, packed, size, data }: Entry,
): Uint8Array | ZipProblem {
  const stored = bytes.subarray(data, data + packed);
  let out: Uint8Array;
  try {
    // One byte more than it should be is enough to know that it lies.
    out = method === 0 ? stored : inflateRawSync(stored, { maxOutputLength: size + 1 });
  } catch (fault) {
    if (fault instanceof RangeError)
      return problem("too-large", `The entry “${shown(name)}” unpacks to more than it says.`);
    return problem("damaged", `The entry “${shown(name)}” cannot be unpacked.`);
  }
  if (out.length > size)
    return problem("too-large", `The entry “${shown(name)}” unpacks to more than it says.`);
  if (out.length < size || crc32(out) !== crc)
    return problem("damaged", `The entry “${shown(name)}” is damaged.`);
  return out;
}
