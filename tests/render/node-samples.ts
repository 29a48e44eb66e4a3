/** Makes documents of every language and says the sums of their bytes, for `npm run nodes`: other versions of Node must say the same. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { openDisk } from "../../src/cli/world-disk.ts";
import type { HouseStyle } from "../../src/document/house.ts";
import type { Document } from "../../src/document/tree.ts";
import { build } from "../../src/making/build.ts";
import { readHouse } from "../../src/read/house.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { createPress } from "../../src/render/pdf/index.ts";
import { big, bilingual } from "./pdf/big.ts";

const sum = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/**
 * SHA-256 by name: each PDF without compression (another zlib may compress otherwise and be right), each part of each Word
 * file. `root`: of the project.
 */
export async function sums(root: string): Promise<Record<string, string>> {
  const world = openDisk(root, root);
  const house = readHouse(world, "ipu").value;
  if (house === undefined) throw new Error("the house style cannot be read");
  const made: Record<string, string> = {};
  const built = await build(world, { onlyCompose: true });
  for (const { work, compositions } of built.value?.works ?? [])
    for (const { language, composition } of compositions)
      await add(made, `${work} ${language}`, composition.document, house, root);
  await add(made, "big en", big("en"), house, root);
  await add(made, "big ar", big("ar"), house, root);
  await add(made, "bilingual", bilingual(), house, root);
  return made;
}

async function add(
  made: Record<string, string>,
  name: string,
  document: Document,
  house: HouseStyle,
  root: string,
): Promise<void> {
  const press = createPress((file) => {
    try {
      return readFileSync(join(root, "node_modules", file));
    } catch {
      return undefined;
    }
  });
  const { value, diagnostics } = await press.print(document, house, { compress: false, lineNumbers: 5 });
  made[`${name} pdf`] = value ? sum(value.bytes) : diagnostics.map(({ message }) => message).join(" ");
  const word = await renderDocx(document, house);
  if (word.value === undefined)
    made[`${name} docx`] = word.diagnostics.map(({ message }) => message).join(" ");
  else
    for (const [part, bytes] of Object.entries(unzipSync(word.value)))
      made[`${name} docx ${part}`] = sum(bytes);
}
