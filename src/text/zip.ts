/** Packs files into one zip file, the same bytes everywhere; the one door to the packer. `unzip.ts` is the way back. */
import { zipSync } from "fflate";

/**
 * A zip file with the entries in their order. The packer deflates because it is JavaScript: zlib's output differs between
 * processors and versions of Node.
 */
export function zip(entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(entries, { level: 6, mtime: fixedTime() });
}

/** Local fields of a day far from the turn of a year: a DOS time has no zone, so the stamp is the same in each. */
function fixedTime(): Date {
  return new Date(1980, 0, 1, 12, 0, 0);
}
