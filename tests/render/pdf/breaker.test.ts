import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Inline } from "../../../src/document/tree.ts";
import { loadHyphens } from "../../../src/render/pdf/hyphenate.ts";
import type { Hyphens, Line } from "../../../src/render/pdf/line.ts";
import { set, sourceOf, specOf, text } from "./text-kit.ts";

let hyphens: Hyphens;
beforeAll(async () => {
  hyphens = await loadHyphens(["en", "fr", "ru"]);
});

const seed =
  "Cognizant of the fact that while globalization fosters many positive advancements, interdependence between States " +
  "and the opening of borders, it also facilitates transnational organized crime, in particular drug trafficking.";

const words = (lines: readonly Line[], source: string) =>
  lines.map((line) => source.slice(line.start, line.end));
const naturalSpace = (line: Line) =>
  line.pieces
    .filter((piece) => piece.space && piece.x < line.x + line.width - 0.01)
    .map((piece) => piece.width);

describe("no character is lost or doubled", () => {
  const alphabets: Record<string, string[]> = {
    Latin: [
      "a",
      "é",
      "word",
      "Résolution",
      " ",
      "  ",
      "-",
      "’",
      "C-I/122/DR-Pre",
      "17\u00a0000",
      "\u00ad",
      "(x)",
      "e\u0301",
      "122",
    ],
    Arabic: ["ال", "مجلس", "عَلَيْكُمْ", " ", "،", "٢٠١٠", "2010", "(", ")", "«", "»", "ـ", "\u200f"],
    mixed: [
      "الجمعية",
      "IPU",
      " ",
      "(2010)",
      "٢٥٪",
      "25%",
      "\u2067",
      "\u2069",
      "\u2068",
      "Москва",
      "—",
      "\t",
      "\n",
    ],
    Chinese: ["大", "会", "，", "。", "（", "）", "“", "”", "《", "》", "122", "IPU", " ", "\u3000", "𠀀"],
  };
  const langs: Record<string, string> = { Latin: "en", Arabic: "ar", mixed: "ar", Chinese: "zh-Hans" };

  test.each(Object.keys(alphabets))("in %s text", (name) => {
    const unit = fc.constantFrom(...(alphabets[name] ?? []));
    const run = fc.record({ words: fc.array(unit, { maxLength: 25 }), strong: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("start", "end", "center", "justify"),
        fc.integer({ min: 4, max: 300 }),
        fc.integer({ min: -20, max: 40 }),
        fc.boolean(),
        (runs, align, measure, firstIndent, balance) => {
          const inline: Inline[] = runs.map((one) => {
            const child = text(one.words.join(""));
            return one.strong ? { kind: "strong", children: [child] } : child;
          });
          const dir = name === "Arabic" ? "rtl" : "ltr";
          const spec = specOf(inline, {
            align,
            measure,
            firstIndent,
            balance,
            dir,
            hyphens,
            lang: langs[name] ?? "en",
          });
          const source = sourceOf(spec);
          const lines = set(inline, {
            align,
            measure,
            firstIndent,
            balance,
            dir,
            hyphens,
            lang: langs[name] ?? "en",
          });
          // Lines join without gap or overlap, from the first character to the last.
          expect(lines[0]?.start).toBe(0);
          expect(lines.at(-1)?.end).toBe(source.length);
          expect(lines.at(-1)?.last).toBe(true);
          lines.slice(1).forEach((line, i) => {
            expect(line.start).toBe(lines[i]?.end);
          });
          // And what is drawn is what stands in the text: every visible character once.
          const visible = (s: string) =>
            [...s.replace(/[\s\u00a0\u00ad\u200f\u2066-\u2069]/g, "")].sort().join("");
          const drawn = lines
            .flatMap((line) => line.pieces)
            .flatMap((piece) => piece.shape.glyphs.map((glyph) => glyph.text))
            .join("");
          expect(visible(drawn)).toBe(visible(source));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("justified lines", () => {
  test("end at the measure, but for the last", () => {
    const lines = set(seed, { hyphens });
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(200, 1);
    expect(lines.at(-1)?.width).toBeLessThan(200);
    expect(lines.at(-1)?.x).toBe(0);
  });

  test("stretch every space of a line by the same and nothing else", () => {
    const inline: Inline[] = [
      { kind: "em", role: "opening", children: [text("Cognizant")] },
      text(seed.slice(9)),
    ];
    for (const line of set(inline, { measure: 300 }).slice(0, -1)) {
      const spaces = naturalSpace(line);
      expect(Math.max(...spaces) - Math.min(...spaces)).toBeLessThan(0.01);
      for (const piece of line.pieces) if (!piece.space) expect(piece.stretch).toBe(0);
    }
  });

  test("have no gap where the style changes without a space", () => {
    const inline: Inline[] = [
      text("the 122"),
      { kind: "sup", children: [text("nd")] },
      text(" Assembly, "),
      { kind: "strong", children: [text("styl")] },
      text("ed, and other words to fill the line up to the next one and beyond it"),
    ];
    for (const line of set(inline)) {
      line.pieces.slice(1).forEach((piece, i) => {
        const before = line.pieces[i];
        expect(piece.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 6);
      });
    }
  });

  test("of Chinese stretch between the characters", () => {
    const lines = set("大会通过了关于打击跨国有组织犯罪的决议并且呼吁各国议会采取行动以便共同应对", {
      lang: "zh-Hans",
      measure: 103,
    });
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(103, 1);
  });

  test("leave a line with one word alone", () => {
    const [line] = set("internationalization antidisestablishmentarianism", { measure: 130 });
    expect(line?.width).toBeLessThan(130);
  });
});

describe("alignment", () => {
  test("starts at the left edge in English and at the right one in Arabic", () => {
    const [english] = set("short", { align: "start" });
    const [arabic] = set("قصير", { align: "start", dir: "rtl", lang: "ar" });
    expect(english?.x).toBe(0);
    expect((arabic?.x ?? 0) + (arabic?.width ?? 0)).toBeCloseTo(200, 6);
  });

  test("ends at the other edge, and the middle is the middle", () => {
    const [end] = set("short", { align: "end" });
    const [middle] = set("short", { align: "center" });
    expect((end?.x ?? 0) + (end?.width ?? 0)).toBeCloseTo(200, 6);
    expect((middle?.x ?? 0) * 2 + (middle?.width ?? 0)).toBeCloseTo(200, 6);
  });

  test("leaves room for a run-in label on the first line only, at the start edge of either direction", () => {
    const english = set(seed, { firstIndent: 36 });
    expect(english[0]?.x).toBe(36);
    expect(english[1]?.x).toBe(0);
    const arabic = set("إذ تدرك أن العولمة وإن كانت تعزز كثيرا من أوجه التقدم الإيجابية", {
      firstIndent: 36,
      dir: "rtl",
      lang: "ar",
      measure: 150,
    });
    const first = arabic[0];
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(114, 6);
  });
});

test("no line is ever wider than its measure, the last neither", () => {
  const sources: [string, string][] = [
    [seed, "en"],
    ["大会通过了关于打击跨国有组织犯罪的决议，并且呼吁各国议会采取行动以便共同应对洗钱，", "zh-Hans"],
    ["сознавая, что глобализация способствует взаимозависимости государств и открытию границ,", "ru"],
  ];
  for (const [source, lang] of sources) {
    for (let measure = 60; measure < 400; measure += 3) {
      for (const line of set(source, { lang, measure, hyphens }))
        expect(line.width).toBeLessThan(measure + 0.01);
    }
  }
});

describe("where lines end", () => {
  test("words are cut only when whole words leave gaps", () => {
    expect(set(seed, { hyphens, measure: 480 }).some((line) => line.hyphenated)).toBe(false);
    expect(set(seed, { hyphens, measure: 110 }).some((line) => line.hyphenated)).toBe(true);
    expect(set(seed, { measure: 110 }).some((line) => line.hyphenated)).toBe(false);
  });

  test("hyphens make no ladder of three lines, and no word is cut for a scrap of a last line", async () => {
    const russian = await loadHyphens(["ru"]);
    const source = readFileSync("resolutions/122-organized-crime/translations/ru.yaml", "utf8");
    const paragraphs = [...source.matchAll(/text: >-\n((?: {6}.*\n)+)/g)].map(([, words = ""]) =>
      words.replaceAll("_", "").replace(/\s+/g, " ").trim(),
    );
    expect(paragraphs.length).toBeGreaterThan(20);
    for (const words of paragraphs) {
      const lines = set(words, { lang: "ru", hyphens: russian, measure: 442, size: 11 });
      const ends = lines.map((line) => (line.hyphenated ? "-" : "."));
      expect(ends.join("")).not.toContain("---");
      if (ends.at(-2) === "-") expect(lines.at(-1)?.width).toBeGreaterThan(50);
    }
  });

  test("a cut word shows a hyphen that says in the copied text that it is none of the author's", () => {
    const cut = set(seed, { hyphens, measure: 110 }).find((line) => line.hyphenated);
    expect(cut?.pieces.at(-1)?.shape.glyphs.map((glyph) => glyph.text)).toEqual(["\u00ad"]);
  });

  test("a soft hyphen of the author shows at a line end and nowhere else", () => {
    const lines = set("inter\u00adnational co\u00adoperation for hu\u00adman beings", {
      measure: 60,
      align: "start",
    });
    const drawn = lines
      .flatMap((line) => line.pieces)
      .flatMap((piece) => piece.shape.glyphs.map((glyph) => glyph.text))
      .join("");
    expect(drawn.match(/\u00ad/g)?.length ?? 0).toBe(lines.filter((line) => line.hyphenated).length);
  });

  test("a word wider than the measure is cut at a hyphen where the language has a place for one", () => {
    const source = "Recommends that parliaments act";
    const lines = set(source, { hyphens, measure: 50 });
    expect(words(lines, source)).toEqual(["Recom", "mends ", "that parlia", "ments act"]);
    expect(lines.map((line) => line.hyphenated)).toEqual([true, false, true, false]);
  });

  test("a word wider than the measure is cut and begins on a line with no gap before it", () => {
    const source = `a ${"Donaudampfschifffahrt".repeat(3)} z`;
    const lines = words(set(source, { measure: 100 }), source);
    expect(lines.join("")).toBe(source);
    for (const line of lines) expect(line.startsWith(" ")).toBe(false);
  });

  test("a forced break ends its line without stretching it", () => {
    const lines = set([text("one two"), { kind: "br" }, text("three")]);
    expect(lines.map((line) => line.forced)).toEqual([true, false]);
    expect(lines[0]?.width).toBeLessThan(60);
  });

  test("two breaks in a row leave an empty line, one at the end too", () => {
    expect(set([text("one"), { kind: "br" }, { kind: "br" }, text("two")]).length).toBe(3);
    expect(set([text("one"), { kind: "br" }]).length).toBe(2);
  });

  test("an empty paragraph is one empty line", () => {
    const lines = set("");
    expect(lines.map((line) => [line.pieces.length, line.last])).toEqual([[0, true]]);
  });

  test("the lines of a balanced title are about as long as each other and no more than needed", () => {
    const title =
      "Cooperation and shared responsibility in the global fight against organized crime, in particular";
    const plain = set(title, { align: "center", measure: 260 });
    const balanced = set(title, { align: "center", measure: 260, balance: true });
    const ragged = (lines: Line[]) =>
      Math.max(...lines.map((line) => line.width)) - Math.min(...lines.map((line) => line.width));
    expect(balanced.length).toBe(plain.length);
    expect(ragged(balanced)).toBeLessThan(60);
  });

  test("a balanced Chinese title parts after a mark, not inside a word, when it can", () => {
    const title = "在全球打击有组织犯罪，特别是毒品贩运、非法武器销售、人口贩运和跨境恐怖主义的斗争中的合作";
    const source = sourceOf(specOf(title));
    const [first] = words(
      set(title, { align: "center", measure: 320, balance: true, lang: "zh-Hans" }),
      source,
    );
    expect(first).toMatch(/[，、]$/);
  });

  test("a note call stays with its word", () => {
    const inline: Inline[] = [
      text("one two three four five six seven"),
      { kind: "call", id: "n1", label: "12" },
      text(" eight nine"),
    ];
    const spec = specOf(inline);
    for (let measure = 40; measure < 160; measure += 7) {
      for (const line of words(set(inline, { measure }), sourceOf(spec)))
        expect(line.startsWith("12")).toBe(false);
    }
  });
});

test("equal orders give equal lines", () => {
  expect(set(seed, { hyphens })).toEqual(set(seed, { hyphens }));
});

test("the baseline is the same whatever stands on the line", () => {
  const lines = set([text("one "), { kind: "sup", children: [text("nd")] }, text(" العربية")], {
    measure: 30,
  });
  expect(new Set(lines.map((line) => line.ascent)).size).toBe(1);
});
