/** Makes beforehand what documents have in common: shells for a page, and packed parts that hold nothing of an author. */
import type { PageSetup } from "../../document/house.ts";
import { sha256 } from "../../text/sha256.ts";
import { openZip } from "../../text/unzip.ts";
import { pack } from "../../text/zip.ts";
import type { PreparedPart } from "./prepared-parts.ts";
import type { PreparedShells } from "./prepared-shells.ts";
import { makeShell } from "./shell.ts";
import { keyOf } from "./shells.ts";

/** The shells of a page in both directions and kinds of digits. */
export function prepareShells(page: PageSetup): PreparedShells {
  const shells: PreparedShells = {};
  for (const dir of ["ltr", "rtl"] as const)
    for (const indic of [false, true]) {
      const kind = { page, dir, indic };
      shells[keyOf(kind)] = Object.fromEntries(makeShell(kind));
    }
  return shells;
}

const ofTheHouse = new Set(["word/styles.xml", "word/numbering.xml", "word/settings.xml"]);
const ofTheAuthor = /^(word\/(document|header\d+)|docProps\/(core|custom))\.xml$/;

/** Parts of some documents that are likely to be the same in others. */
export function prepareParts(files: readonly Uint8Array[]): Record<string, PreparedPart> {
  const seen = new Map<string, { bytes: Uint8Array; times: number }>();
  for (const file of files) {
    const zip = openZip(file);
    if ("kind" in zip) throw new Error(zip.message);
    for (const path of zip.names.filter((name) => !ofTheAuthor.test(name))) {
      const bytes = zip.read(path);
      if (!(bytes instanceof Uint8Array)) throw new Error(`${path} cannot be read`);
      const key = sha256(bytes);
      const times = (seen.get(key)?.times ?? 0) + (ofTheHouse.has(path) ? 2 : 1);
      seen.set(key, { bytes, times });
    }
  }
  const often = [...seen].filter(([, { times }]) => times > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    often.map(([key, { bytes }]) => {
      const { data, size, crc } = pack(bytes);
      return [key, { data: Buffer.from(data).toString("base64"), size, crc }];
    }),
  );
}
