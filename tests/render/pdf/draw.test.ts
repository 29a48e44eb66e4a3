import { describe, expect, test } from "vitest";
import type { Inline } from "../../../src/document/tree.ts";
import { type Box, drawLine } from "../../../src/render/pdf/draw.ts";
import type { PdfDocument } from "../../../src/render/pdf/embed.ts";
import { loadHyphens } from "../../../src/render/pdf/hyphenate.ts";
import type { Line, TagPath } from "../../../src/render/pdf/line.ts";
import { chinese, copiedOut, joined, pdfOf, type Setting, set, sourceOf, specOf, text } from "./text-kit.ts";

/** A page that only writes down what it is told. */
function listener(): { doc: PdfDocument; content: string[] } {
  const content: string[] = [];
  const ref = () => ({ data: {}, end: () => undefined });
  const doc: PdfDocument = {
    page: { height: 800, fonts: {} },
    ref,
    addContent: (one) => content.push(one),
    _fontFamilies: {},
    _fontCount: 0,
  };
  return { doc, content };
}

const words: Record<string, { source: string; setting: Setting }> = {
  English: {
    source:
      "Cognizant of the Inter-Parliamentary Union’s co-operation (C-I/122/DR-Pre), non-governmental efforts, affluent " +
      "offices and the fight against “transnational” crime in A/RES/63/194,",
    setting: { lang: "en-GB" },
  },
  French: {
    source:
      "consciente que l’interdépendance : « 17\u00a0000 » victimes, la non‑prolifération; cœur, Élan, ÿ, Œuvre,",
    setting: { lang: "fr" },
  },
  Spanish: {
    source: "Recordando la 122ª Asamblea, ¿cómo? ¡sí! el 1º de abril, párrafo 15, año,",
    setting: { lang: "es" },
  },
  Russian: {
    source:
      "сознавая, что «глобализация» — 122-я Ассамблея № 5 способствует взаимозависимости государств ё й,",
    setting: { lang: "ru" },
  },
};

describe("text copied out of the page is the text that was written", () => {
  test.each(Object.keys(words))("in %s, over cut words", async (name) => {
    const { source, setting } = words[name] ?? { source: "", setting: {} };
    const hyphens = await loadHyphens([setting.lang ?? "en"]);
    const lines = set(source, { ...setting, hyphens, measure: 90 });
    expect(lines.some((line) => line.hyphenated) || name === "Spanish").toBe(true);
    const copied = (await copiedOut(await pdfOf(lines))).trim().split("\n");
    // pdf.js keeps back the hyphen of a cut word: it is none of the author's.
    expect(copied.map(joined)).toEqual(lines.map((line) => joined(source.slice(line.start, line.end))));
  });

  test("in Arabic in logical order, letters whole, numbers and Latin words in place", async () => {
    const source =
      "إذ تدرك أن العولمة، وإن كانت تعزز كثيرا من أوجه التقدم الإيجابية (IPU)، فإنها تيسر الجريمة المنظمة في الوثيقة " +
      "C-I/122/DR-Pre المؤرخة 18 ديسمبر 2009 (الفقرة 13) بنسبة ٢٥ في عام ٢٠١٠ لا الآن،";
    const lines = set(source, { dir: "rtl", lang: "ar", measure: 300 });
    const copied = joined(await copiedOut(await pdfOf(lines)));
    const bare = (s: string) => s.replace(/[()]/g, "").split(/\s+/).filter(Boolean);
    expect(bare(copied)).toEqual(bare(source));
  });

  test("in Arabic with the marks of tanween and of letters that are drawn in two pieces", async () => {
    const source = "كثيراً من الهيروين والكوكايين شكراً جزيلاً لكم";
    const lines = set(source, { dir: "rtl", lang: "ar", measure: 400 });
    expect(joined(await copiedOut(await pdfOf(lines)))).toBe(source);
  });

  test.skipIf(chinese === undefined)("in Chinese, character by character", async () => {
    const source =
      "认识到全球化虽然促进了“进步”（见第3段），参见C-I/122/DR-Pre号文件和2010年4月1日《公约》。";
    const lines = set(source, { lang: "zh-Hans", measure: 150, ...(chinese ? { fonts: chinese } : {}) });
    expect(lines.length).toBeGreaterThan(2);
    expect((await copiedOut(await pdfOf(lines))).replace(/\s/g, "")).toBe(source);
  });

  test("no-break spaces, hyphens of three kinds and soft hyphens keep apart", async () => {
    const source = "a\u00a0b c d-e f\u2011g inter\u00adnational h-i";
    const lines = set(source, { measure: 400, align: "start" });
    const copied = (await copiedOut(await pdfOf(lines))).trim();
    expect(copied.replace(/\u00a0/g, " ")).toBe("a b c d-e f\u2011g international h-i");
  });

  test("letters of two alphabets that share a glyph stay what they were", async () => {
    const lines = set("Ao Ао Αο", { align: "start" });
    expect((await copiedOut(await pdfOf(lines))).trim()).toBe("Ao Ао Αο");
  });
});

describe("a drawn line", () => {
  const inline: Inline[] = [
    { kind: "em", role: "opening", children: [text("Recalling")] },
    text(" the "),
    {
      kind: "link",
      href: "https://ipu.org",
      children: [text("see "), { kind: "strong", children: [text("this")] }],
    },
    text(" resolution,"),
  ];
  const draw = (lines: readonly Line[]) => {
    const { doc, content } = listener();
    const tags: TagPath[] = [];
    const boxes: Box[] = [];
    for (const line of lines) {
      drawLine(doc, line, 50, 100, (tag, print, box) => {
        tags.push(tag);
        boxes.push(box);
        content.push("<<");
        print();
        content.push(">>");
      });
    }
    return { content, tags, boxes };
  };

  test("is one text object for each stretch of equal nodes, in reading order", () => {
    const { content, tags } = draw(set(inline, { measure: 400, align: "start" }));
    expect(tags.map((path) => path.map((node) => node.kind).join("/"))).toEqual([
      "em",
      "",
      "link",
      "link/strong",
      "",
    ]);
    expect(content.filter((one) => one.startsWith("BT")).length).toBe(5);
    expect(content.every((one) => /^(<<|>>|BT[\s\S]*ET)$/.test(one))).toBe(true);
  });

  test("shares the node of a link over its stretches, so that both become one link", () => {
    const { tags } = draw(set(inline, { measure: 400, align: "start" }));
    expect(tags[2]?.[0]).toBe(tags[3]?.[0]);
  });

  test("says where each stretch stands, for the link's area", () => {
    const { boxes } = draw(set(inline, { measure: 400, align: "start" }));
    expect(boxes[0]?.x).toBe(50);
    expect(boxes[1]?.x).toBeCloseTo((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0), 6);
    expect(boxes.map((box) => box.y)).toEqual([100, 100, 100, 100, 100]);
  });

  test("comes in logical order in Arabic too, though it stands right to left", () => {
    const arabic: Inline[] = [
      { kind: "em", role: "opening", children: [text("إذ تدرك")] },
      text(" أن العولمة"),
    ];
    const { tags, boxes } = draw(set(arabic, { dir: "rtl", lang: "ar", measure: 400 }));
    expect(tags.map((path) => path.length)).toEqual([1, 0]);
    expect(boxes[0]?.x).toBeGreaterThan(boxes[1]?.x ?? 0);
  });

  test("underlines inserted words twice and strikes deleted ones through, spaces between words included", () => {
    const changed: Inline[] = [
      { kind: "ins", by: "x", date: "2010-01-01", children: [text("new words")] },
      text(" "),
      { kind: "del", by: "x", date: "2010-01-01", children: [text("old words")] },
    ];
    const { content } = draw(set(changed, { measure: 400, align: "start" }));
    const strips = content.map((one) => one.match(/ re f/g)?.length ?? 0).filter((count) => count > 0);
    expect(strips).toEqual([2, 1]);
  });

  test("keeps one space at its end, so that words of two lines do not run together", () => {
    const [first] = set("one two three", { measure: 30, align: "start" });
    expect(first?.pieces.at(-1)?.space).toBe(true);
    expect((first?.width ?? 99) <= 30).toBe(true);
  });
});

test("the same lines give the same bytes", async () => {
  const spec = specOf("Inter-Parliamentary Union العربية 122");
  expect(sourceOf(spec)).toContain("Union");
  const print = () => pdfOf(set("Inter-Parliamentary Union العربية 122"));
  expect(Buffer.from(await print()).equals(Buffer.from(await print()))).toBe(true);
});
