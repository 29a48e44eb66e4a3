import { describe, expect, it } from "vitest";
import { printMarkup } from "../../src/document/print-markup.ts";
import type { Item } from "../../src/document/tree.ts";
import { inLanguage, readWork } from "../../src/read/work.ts";
import { projectWorld } from "./disk.ts";
import { composed } from "./samples.ts";

const work = readWork(projectWorld(), "122-organized-crime").value;
if (!work) throw new Error("the seed cannot be read");

function seed(language: string) {
  const resolution = inLanguage(work as NonNullable<typeof work>, language).value;
  const stage = resolution?.stages[0];
  if (!resolution || !stage) throw new Error(`no seed in ${language}`);
  return composed(resolution, { language, stage });
}
const items = (language: string) => seed(language).document.body.filter((b): b is Item => b.kind === "item");

describe("the preliminary draft on organized crime", () => {
  it("is this page tree in English", async () => {
    const { document } = seed("en");
    await expect(printMarkup(document)).toMatchFileSnapshot("../golden/122-organized-crime-en.xml");
    await expect(
      `${JSON.stringify({ meta: document.meta, numbering: document.numbering }, null, 2)}\n`,
    ).toMatchFileSnapshot("../golden/122-organized-crime-en.json");
  });

  it("has the same paragraphs and counters in every language, with the language's labels", () => {
    const counters = (language: string) =>
      items(language).map(({ id, list, depth, number }) => ({ id, list, depth, number }));
    expect(counters("en").length).toBe(23);
    for (const language of Object.keys(work?.translations ?? {}))
      expect(counters(language), language).toEqual(counters("en"));
    expect(items("en").map((i) => i.label)).toEqual(
      [..."123456"].map((n) => `(${n})`).concat(Array.from({ length: 17 }, (_, i) => `${i + 1}.`)),
    );
  });

  it("survives JSON", () => {
    const { document, view } = seed("ar");
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});
