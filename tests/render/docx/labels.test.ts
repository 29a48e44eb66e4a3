import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatLabel } from "../../../src/document/label.ts";
import type { Block, Document, Item } from "../../../src/document/tree.ts";
import { formatNumber } from "../../../src/document/word-counting.ts";
import { shownLabels } from "../../../src/render/docx/labels.ts";
import { visitBlocks } from "../../../src/render/docx/scan.ts";
import { made, partOf, styleXml } from "./parts.ts";
import { item, sample, t } from "./sample.ts";

function labelsOf(document: Document): string[] {
  const labels: string[] = [];
  visitBlocks(document.body, document.lang, (block: Block) => {
    if (block.kind === "item") labels.push(block.label);
  });
  return labels;
}

describe("Word's own count gives the printed labels", () => {
  test.each(["en", "ar", "zh"] as const)("in the sample in %s", async (language) => {
    const document = sample(language);
    expect(shownLabels(await made(document)).map((l) => l.label)).toEqual(labelsOf(document));
  });

  /** A step in a list: a paragraph at a depth, perhaps an inserted one, perhaps the first of an annex, perhaps a jump. */
  const step = fc.record({
    depth: fc.integer({ min: 1, max: 5 }),
    bis: fc.boolean(),
    restart: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    jump: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? 4 : 0)),
  });

  test("in any order of paragraphs, sub-paragraphs, inserted ones, restarts and jumps", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("en" as const, "ar" as const, "zh" as const),
        fc.array(step, { minLength: 1, maxLength: 25 }),
        async (language, steps) => {
          const document = sample(language);
          document.body = outline(document, steps);
          document.notes = [];
          expect(shownLabels(await made(document)).map((l) => l.label)).toEqual(labelsOf(document));
        },
      ),
      { numRuns: 60 },
    );
  });
});

function outline(
  document: Document,
  steps: { depth: number; bis: boolean; restart: boolean; jump: number }[],
): Item[] {
  const levels = document.numbering.find((n) => n.list === "operative")?.levels ?? [];
  const counters = [0, 0, 0, 0, 0];
  let suffix = 0;
  let before = 0;
  return steps.map(({ depth: wanted, bis, restart, jump }) => {
    const depth = restart ? 1 : Math.min(wanted, before + 1);
    before = depth;
    const insert = bis && depth === 1 && !restart && (counters[0] ?? 0) > 0 && suffix < 2;
    if (depth === 1) suffix = insert ? suffix + 1 : 0;
    if (restart) counters.fill(0);
    const number = (counters[depth - 1] ?? 0) + (insert ? 0 : 1 + jump);
    counters[depth - 1] = number;
    counters.fill(0, depth);
    const level = levels[depth - 1];
    if (!level) throw new Error("no level");
    const own = insert ? suffix : undefined;
    const label = formatLabel(level, number, own);
    return item("operative", depth, label, number, [t("words")], {
      ...(own === undefined ? {} : { suffix: own }),
      ...(restart ? { restart: true } : {}),
    });
  });
}

test("an ordinary list needs no frozen number: every paragraph says only its style", async () => {
  const document = sample("en");
  document.body = outline(
    document,
    [1, 2, 3, 3, 2, 1, 1, 2].map((depth) => ({ depth, bis: false, restart: false, jump: 0 })),
  );
  document.notes = [];
  const main = partOf(await made(document), "word/document.xml");
  expect(main).not.toContain("<w:numPr>");
});

test("a label that fills its room is parted from the text by a space, a shorter one by the tab", async () => {
  const parted = async (label: string, number: number, frozen = false) => {
    const body = [
      item("operative", 1, `${number}.`, number, [t("words")]),
      item("operative", 1, label, number, [t("words")], { suffix: 1 }),
    ];
    const document = { ...sample("en"), body, notes: [] };
    for (const { list, levels } of document.numbering)
      if (list === "operative" && levels[0]) levels[0].suffixes = { words: ["bis"], pattern: "%#." };
    const numbering = partOf(await made(document), "word/numbering.xml");
    const shown = frozen ? label : label.replace(/^\d+/, "%1");
    const level = numbering.split("<w:lvl ").find((one) => one.includes(`<w:lvlText w:val="${shown}"/>`));
    return level?.includes('<w:suff w:val="space"/>');
  };
  expect(await parted("1bis.", 1)).toBe(false);
  expect(await parted("12bis.", 12)).toBe(true);
  expect(await parted("1 quinquies.", 1, true)).toBe(true);
});

test("numbers are written as the labels write them, in every numeral", () => {
  const formats = [
    ["decimal", "decimal"],
    ["lowerLetter", "lowerLetter"],
    ["lowerRoman", "lowerRoman"],
    ["arabicIndic", "hindiNumbers"],
    ["arabicAbjad", "arabicAbjad"],
    ["hanzi", "chineseCountingThousand"],
  ] as const;
  for (const [numeral, format] of formats) {
    for (let n = 1; n < 100; n++)
      expect(formatNumber(format, n)).toBe(formatLabel({ numeral, pattern: "%" }, n));
  }
});

test("a style for every depth is linked to its list, also where the document does not use it", async () => {
  const document = { ...sample("en"), body: [item("operative", 1, "1.", 1, [t("words")])], notes: [] };
  const bytes = await made(document);
  const numbering = partOf(bytes, "word/numbering.xml");
  const styles = partOf(bytes, "word/styles.xml");
  for (const id of [
    "Preambular",
    "Operative",
    "Operative2",
    "Operative3",
    "Operative4",
    "Operative5",
    "Bullet",
  ]) {
    expect(numbering).toContain(`<w:pStyle w:val="${id}"/>`);
    expect(styleXml(styles, id)).toContain("<w:numPr>");
  }
});
