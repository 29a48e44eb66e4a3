/** Opens Word files for the tests: XML of parts, and files with a part changed. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Document } from "../../../src/document/tree.ts";
import { renderDocx } from "../../../src/render/docx/index.ts";
import { sampleHouse } from "./house.ts";

const house = sampleHouse();

export async function made(document: Document): Promise<Uint8Array> {
  const { value, diagnostics } = await renderDocx(document, house);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** Path to XML, in the order of the zip. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

export function partOf(bytes: Uint8Array, path: string): string {
  const part = partsOf(bytes).get(path);
  if (part === undefined) throw new Error(`no part ${path}`);
  return part;
}

/** The same file with one place of one part replaced; throws when there is no such place. */
export function changed(bytes: Uint8Array, path: string, from: string | RegExp, to: string): Uint8Array {
  const before = partOf(bytes, path);
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`nothing to change in ${path}: ${from}`);
  return zipSync({ ...unzipSync(bytes), [path]: strToU8(after) });
}

/** The XML of one style. */
export function styleXml(styles: string, id: string): string {
  const found = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles);
  if (!found) throw new Error(`no style ${id}`);
  return found[0];
}

/** The XML of the paragraph that holds `words`. */
export function paragraphWith(xml: string, words: string): string {
  const found = xml.match(/<w:p>.*?<\/w:p>/g)?.find((p) => p.includes(words));
  if (found === undefined) throw new Error(`no paragraph with ${words}`);
  return found;
}
