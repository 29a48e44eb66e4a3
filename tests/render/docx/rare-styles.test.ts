import { expect, test } from "vitest";
import type { Document } from "../../../src/document/tree.ts";
import { renderDocx } from "../../../src/render/docx/index.ts";
import { sampleHouse } from "./house.ts";
import { partOf } from "./parts.ts";
import { sample, t } from "./sample.ts";

const house = sampleHouse();
const styles = {
  ...house.styles,
  "rare-base": { word: "Rare Base", basedOn: "normal", rare: true },
  "rare-text": { word: "Rare Text", basedOn: "rare-base", rare: true },
  "rare-other": { word: "Rare Other", basedOn: "normal", rare: true },
};

async function offered(document: Document): Promise<string[]> {
  const { value } = await renderDocx(document, { ...house, styles });
  const xml = partOf(value ?? new Uint8Array(), "word/styles.xml");
  return [...xml.matchAll(/<w:name w:val="(Rare[^"]*)"/g)].map(([, name]) => name ?? "");
}

test("a rare style is in a Word file only where something has it, with the style that it is based on", async () => {
  expect(await offered(sample("en"))).toEqual([]);
  const plain = sample("en");
  const inside = { kind: "para" as const, style: "rare-text", inline: [t("words")] };
  const table = {
    kind: "table" as const,
    widths: [1],
    headerRows: 0,
    lines: true,
    rows: [{ cells: [{ blocks: [inside] }] }],
  };
  expect(await offered({ ...plain, body: [...plain.body, table] })).toEqual(["Rare Base", "Rare Text"]);
});
