/** The file: the shell with its text, beside parts that docx cannot say, zipped so that a document has the same bytes anywhere. */
import { zip } from "../../text/zip.ts";
import type { Context } from "./context.ts";
import { type El, toXml } from "./elements.ts";
import { fillSlots, type Slot, shellOf } from "./shell.ts";

export interface Parts {
  slots: Record<Slot, readonly El[]>;
  /** Parts that the shell does not have, or not in this way: path -> root element. */
  own: Record<string, El>;
}

export function packDocument({ house, document }: Context, { slots, own }: Parts): Uint8Array {
  const indic = document.numbering.some((n) => n.levels[0]?.numeral === "arabicIndic");
  const shell = shellOf({ page: house.page, dir: document.dir, indic });
  const content = Object.fromEntries(
    Object.entries(slots).map(([slot, elements]) => [slot, elements.map(toXml).join("")]),
  ) as Record<Slot, string>;
  const encoder = new TextEncoder();
  const entries: Record<string, Uint8Array> = {};
  for (const path of [...new Set([...shell.keys(), ...Object.keys(own)])].sort(packageOrder)) {
    const root = own[path];
    const xml = root ? declaration + toXml(root) : fillSlots(shell.get(path) ?? "", content);
    entries[path] = encoder.encode(xml);
  }
  return zip(entries);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Content types and root relationships first, as readers expect; the rest by code point. */
function packageOrder(a: string, b: string): number {
  const rank = (path: string): number =>
    path === "[Content_Types].xml" ? 0 : path === "_rels/.rels" ? 1 : 2;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
