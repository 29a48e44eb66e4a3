/** The file: the shell with its text, beside parts that docx cannot say, zipped so that a document has the same bytes anywhere. */
import { sha256 } from "../../text/sha256.ts";
import { type Packed, zip } from "../../text/zip.ts";
import type { Context } from "./context.ts";
import { type El, toXml } from "./elements.ts";
import { preparedParts } from "./prepared-parts.ts";
import { fillSlots, isOwn, type OwnPart, ownParts, type Slot, shellOf } from "./shells.ts";

export interface Parts {
  slots: Record<Slot, readonly El[]>;
  own: Record<OwnPart, El>;
}

export async function packDocument({ house, document }: Context, { slots, own }: Parts): Promise<Uint8Array> {
  const indic = document.numbering.some((n) => n.levels[0]?.numeral === "arabicIndic");
  const shell = await shellOf({ page: house.page, dir: document.dir, indic });
  const content = Object.fromEntries(
    Object.entries(slots).map(([slot, elements]) => [slot, elements.map(toXml).join("")]),
  ) as Record<Slot, string>;
  const entries: Record<string, Uint8Array | Packed> = {};
  for (const path of [...shell.keys(), ...ownParts].sort(packageOrder)) {
    const xml = isOwn(path) ? declaration + toXml(own[path]) : fillSlots(shell.get(path) ?? "", content);
    entries[path] = packedBefore(xml) ?? new TextEncoder().encode(xml);
  }
  return zip(entries);
}

function packedBefore(xml: string): Packed | undefined {
  const part = preparedParts[sha256(xml)];
  return part && { ...part, data: Buffer.from(part.data, "base64") };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Content types and root relationships first, as readers expect; the rest by code point. */
function packageOrder(a: string, b: string): number {
  const rank = (path: string): number =>
    path === "[Content_Types].xml" ? 0 : path === "_rels/.rels" ? 1 : 2;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
