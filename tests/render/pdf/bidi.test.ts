import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelsOf, mirrored, visualOrder } from "../../../src/render/pdf/bidi.ts";
import { seen, set } from "./text-kit.ts";

/** `x`: removed by rule X9, its level does not matter. Letters a-z are L, Hebrew R, ع is AL. */
interface Case {
  rule: string;
  text: string;
  dir: "ltr" | "rtl";
  levels: string;
}

const cases: Case[] = [
  { rule: "I1", text: "abc", dir: "ltr", levels: "000" },
  { rule: "I1", text: "אבג", dir: "ltr", levels: "111" },
  { rule: "I2", text: "abc", dir: "rtl", levels: "222" },
  { rule: "I2", text: "אבג", dir: "rtl", levels: "111" },
  { rule: "W1", text: "א\u0301b", dir: "ltr", levels: "110" },
  { rule: "W2", text: "ع1", dir: "ltr", levels: "12" },
  { rule: "W2", text: "ع 1", dir: "ltr", levels: "112" },
  { rule: "W2", text: "א 1", dir: "ltr", levels: "112" },
  { rule: "W3", text: "ع-א", dir: "ltr", levels: "111" },
  { rule: "W4", text: "1,2", dir: "rtl", levels: "222" },
  { rule: "W4", text: "1+2", dir: "rtl", levels: "222" },
  { rule: "W4", text: "ع1,2", dir: "rtl", levels: "1222" },
  { rule: "W4", text: "ع1+2", dir: "rtl", levels: "1212" },
  { rule: "W4", text: "1,,2", dir: "rtl", levels: "2112" },
  { rule: "W5", text: "%25", dir: "rtl", levels: "222" },
  { rule: "W5", text: "25%", dir: "rtl", levels: "222" },
  { rule: "W5", text: "ع 25%", dir: "rtl", levels: "11221" },
  { rule: "W6", text: "א%ב", dir: "ltr", levels: "111" },
  { rule: "W7", text: "a1", dir: "rtl", levels: "22" },
  { rule: "W7", text: "a 1", dir: "rtl", levels: "222" },
  { rule: "W7", text: "1", dir: "rtl", levels: "2" },
  { rule: "N0", text: "א(b)", dir: "ltr", levels: "1000" },
  { rule: "N0", text: "a(ב)c", dir: "ltr", levels: "00100" },
  { rule: "N0", text: "א(ב)c", dir: "ltr", levels: "11110" },
  { rule: "N0", text: "א(b)", dir: "rtl", levels: "1121" },
  { rule: "N0", text: "a(b)ב", dir: "rtl", levels: "22221" },
  { rule: "N0", text: "a(b ב)c", dir: "rtl", levels: "2121112" },
  { rule: "N0", text: "a([ב])c", dir: "ltr", levels: "0001000" },
  { rule: "N0", text: "א(1)", dir: "ltr", levels: "1121" },
  { rule: "N0", text: "א(ב)\u0301c", dir: "ltr", levels: "111110" },
  { rule: "N0", text: "a(ב[c)ד]", dir: "ltr", levels: "00100010" },
  { rule: "N1", text: "א-ב", dir: "ltr", levels: "111" },
  { rule: "N1", text: "a-b", dir: "rtl", levels: "222" },
  { rule: "N1", text: "א 1 ב", dir: "ltr", levels: "11211" },
  { rule: "N2", text: "a-א", dir: "ltr", levels: "001" },
  { rule: "N2", text: "a-א", dir: "rtl", levels: "211" },
  { rule: "X2", text: "a\u202bb\u202cc", dir: "ltr", levels: "0x2x0" },
  { rule: "X3", text: "\u202aא\u202c", dir: "ltr", levels: "x3x" },
  { rule: "X4", text: "\u202eab\u202c", dir: "ltr", levels: "x11x" },
  { rule: "X5", text: "\u202dאב\u202c", dir: "rtl", levels: "x22x" },
  { rule: "X5a", text: "a\u2067b ב\u2069c", dir: "ltr", levels: "0021100" },
  { rule: "X5b", text: "א\u2066b\u2069ג", dir: "ltr", levels: "11211" },
  { rule: "X5b", text: "א\u2066b, ג\u2069", dir: "rtl", levels: "1122231" },
  { rule: "X5c", text: "\u2068אb\u2069", dir: "ltr", levels: "0120" },
  { rule: "X5c", text: "\u2068b א\u2069", dir: "rtl", levels: "12231" },
  { rule: "X6a", text: "a\u2069ב", dir: "ltr", levels: "001" },
  { rule: "X7", text: "a\u202cב", dir: "ltr", levels: "0x1" },
];

describe("levels follow UAX #9", () => {
  test.each(cases)("$rule: $text in a $dir paragraph", ({ text, dir, levels }) => {
    const found = [...levelsOf(text, dir)]
      .map((level, i) => (levels[i] === "x" ? "x" : String(level)))
      .join("");
    expect(found).toBe(levels);
  });

  test("a forced line break ends the line but not the isolate around it", () => {
    expect([...levelsOf("\u2067a\nb\u2069", "ltr")]).toEqual([0, 2, 2, 2, 0]);
  });

  test("a thousand nested embeddings stay below the deepest level", () => {
    expect(Math.max(...levelsOf(`${"\u202b".repeat(1000)}a`, "ltr"))).toBeLessThanOrEqual(126);
  });
});

describe("the order on a line follows rule L2", () => {
  test.each([
    { levels: [0, 0, 0], order: [0, 1, 2] },
    { levels: [1, 1, 1], order: [2, 1, 0] },
    { levels: [0, 1, 1, 0], order: [0, 2, 1, 3] },
    { levels: [1, 1, 1, 2, 2, 1, 2, 2], order: [6, 7, 5, 3, 4, 2, 1, 0] },
    { levels: [0, 1, 2, 2, 1, 0], order: [0, 4, 2, 3, 1, 5] },
    { levels: [0, 1, 2, 3, 3, 2, 1, 0], order: [0, 6, 2, 4, 3, 5, 1, 7] },
  ])("levels $levels", ({ levels, order }) => {
    expect(visualOrder(levels)).toEqual(order);
  });

  test("nothing is lost or doubled by reordering", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 60 }), (levels) => {
        expect([...visualOrder(levels)].sort((a, b) => a - b)).toEqual(levels.map((_, i) => i));
      }),
    );
  });
});

describe("a set line shows", () => {
  const line = (text: string, dir: "ltr" | "rtl" = "rtl") => {
    const [first] = set(text, { dir, lang: dir === "rtl" ? "ar" : "en-GB", measure: 500, align: "start" });
    return first === undefined ? "" : seen(first);
  };

  test("Latin symbols and Western numbers left to right inside Arabic", () => {
    expect(line("في C-I/122/DR-Pre عام 2010")).toBe("2010 ماع C-I/122/DR-Pre يف");
  });

  test("Arabic-Indic numbers left to right", () => {
    expect(line("عام ٢٠١٠ و١٢٫٥٪")).toBe("٪١٢٫٥و ٢٠١٠ ماع");
  });

  test("brackets and quotation marks on the side where they belong", () => {
    expect(line("من (IPU) «أ»")).toBe("»أ« )IPU( نم");
  });

  test("spaces at the end of a line at the paragraph's end edge (rule L1)", () => {
    const lines = set("العربية English words", { dir: "rtl", lang: "ar", measure: 85, align: "start" });
    expect(lines.length).toBeGreaterThan(1);
    for (const one of lines.slice(0, -1)) expect(one.pieces[0]?.space).toBe(true);
  });

  test("two isolates side by side in the order of the paragraph, not as one stretch", () => {
    expect(line("\u2066A/1\u2069\u2066B/2\u2069")).toBe("B/2A/1");
  });

  test("digits after Arabic letters in the same word on their left", () => {
    expect(line("الـ136")).toBe("136ـلا");
  });
});

test("a bracket has its other half, a letter only itself", () => {
  expect([mirrored("("), mirrored("»"), mirrored("a"), mirrored("ع")]).toEqual([")", "«", "a", "ع"]);
});
