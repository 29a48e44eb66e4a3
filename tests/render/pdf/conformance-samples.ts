/** Writes PDFs with everything that a page can hold, for `npm run conformance`, and tells it the kinds of documents. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../../../src/document/tree.ts";
import { createPress, type PrintOptions } from "../../../src/render/pdf/index.ts";
import { big, bilingual } from "./big.ts";
import { houseAt, sample } from "./sample.ts";

export { documentKinds } from "../../../src/making/manifest.ts";

const documents: [string, Document, PrintOptions][] = (["en", "ar"] as const).flatMap(
  (lang): [string, Document, PrintOptions][] => [
    [`draft-${lang}`, sample(lang, { watermark: "DRAFT" }), {}],
    [`plain-${lang}`, sample(lang, { plain: true }), { lineNumbers: 1 }],
    [`big-${lang}`, big(lang), { lineNumbers: 5 }],
  ],
);
documents.push(["bilingual", bilingual(), {}]);

/** One file for each document, named as it is. Throws when one cannot be made. */
export async function writeSamples(root: string, folder: string): Promise<void> {
  const press = createPress((file) => readFileSync(join(root, "node_modules", file)));
  for (const [name, document, options] of documents) {
    const made = await press.print(document, houseAt(root), options);
    if (made.value === undefined) throw new Error(made.diagnostics.map(({ message }) => message).join("\n"));
    writeFileSync(join(folder, `${name}.pdf`), made.value.bytes);
  }
}
