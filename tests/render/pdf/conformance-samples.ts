/** Writes PDFs with everything that a page can hold, for `npm run conformance`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPress } from "../../../src/render/pdf/index.ts";
import { houseAt, type SampleOptions, sample } from "./sample.ts";

const kinds: [string, SampleOptions, number | undefined][] = [
  ["draft", { watermark: "DRAFT" }, undefined],
  ["plain", { plain: true }, undefined],
  ["long", { times: 10, rows: 120, notes: true, calls: true }, 5],
];

/** One file for each kind and language, named `<kind>-<language>.pdf`. Throws when a document cannot be made. */
export async function writeSamples(root: string, folder: string): Promise<void> {
  const press = createPress((file) => readFileSync(join(root, "node_modules", file)));
  for (const lang of ["en", "ar"] as const)
    for (const [kind, options, lineNumbers] of kinds) {
      const made = await press.print(
        sample(lang, options),
        houseAt(root),
        lineNumbers ? { lineNumbers } : {},
      );
      if (made.value === undefined)
        throw new Error(made.diagnostics.map(({ message }) => message).join("\n"));
      writeFileSync(join(folder, `${kind}-${lang}.pdf`), made.value.bytes);
    }
}
