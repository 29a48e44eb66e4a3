import { describe, expect, it } from "vitest";
import { formatLabel, formatNumeral } from "../../src/document/label.ts";
import type { NumberingLevel } from "../../src/document/tree.ts";

const operative: NumberingLevel = {
  numeral: "decimal",
  pattern: "%.",
  suffixes: { words: ["bis", "ter"], pattern: "% #." },
};

describe("labels of paragraphs", () => {
  it("puts the numeral into the pattern", () => {
    expect(formatLabel({ numeral: "decimal", pattern: "(%)" }, 12)).toBe("(12)");
    expect(formatLabel({ numeral: "lowerLetter", pattern: "%)" }, 3)).toBe("c)");
    expect(formatLabel({ numeral: "bullet", pattern: "•" }, 3)).toBe("•");
  });

  it("names inserted paragraphs bis, ter, and numbers those beyond the known words", () => {
    expect(formatLabel(operative, 3, 1)).toBe("3 bis.");
    expect(formatLabel(operative, 3, 2)).toBe("3 ter.");
    expect(formatLabel(operative, 3, 3)).toBe("3 4.");
    expect(formatLabel(operative, 3)).toBe("3.");
  });

  it("counts letters on as Word does: z, aa, bb", () => {
    expect([26, 27, 28, 53].map((n) => formatNumeral("lowerLetter", n))).toEqual(["z", "aa", "bb", "aaa"]);
  });

  it("writes roman, Arabic-Indic, abjad and Chinese numerals", () => {
    expect([4, 9, 14, 40, 1999].map((n) => formatNumeral("lowerRoman", n))).toEqual([
      "iv",
      "ix",
      "xiv",
      "xl",
      "mcmxcix",
    ]);
    expect(formatNumeral("arabicIndic", 1029)).toBe("١٠٢٩");
    expect([1, 2, 3, 10, 11, 28, 29].map((n) => formatNumeral("arabicAbjad", n))).toEqual([
      "أ",
      "ب",
      "ج",
      "ي",
      "ك",
      "غ",
      "أأ",
    ]);
    expect([1, 10, 11, 20, 101, 110, 1005].map((n) => formatNumeral("hanzi", n))).toEqual([
      "一",
      "十",
      "十一",
      "二十",
      "一百〇一",
      "一百一十",
      "一千〇五",
    ]);
  });

  it("keeps dollar signs of a pattern as they are", () => {
    expect(formatLabel({ numeral: "decimal", pattern: "$&%." }, 1)).toBe("$&1.");
  });

  it("refuses a number that no counter gives", () => {
    expect(() => formatLabel(operative, 0)).toThrow(RangeError);
  });
});
