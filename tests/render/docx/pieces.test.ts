import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Anchors } from "../../../src/render/docx/anchors.ts";
import { balanceInset } from "../../../src/render/docx/balance.ts";
import { divide } from "../../../src/render/docx/measure.ts";
import { stretches } from "../../../src/render/docx/script.ts";

describe("stretches of one direction", () => {
  const shown = (text: string, base: "ltr" | "rtl") => stretches(text, base).map((s) => [s.text, s.rtl]);

  test("a symbol or a name in Arabic stays whole, brackets and digits around it follow the paragraph", () => {
    expect(shown("قرار (A/RES/63/194) لعام 2008", "rtl")).toEqual([
      ["قرار (", true],
      ["A/RES/63/194", false],
      [") لعام 2008", true],
    ]);
  });

  test("Arabic words in a Latin text are one stretch with the spaces between them", () => {
    expect(shown("see نص عربي, end", "ltr")).toEqual([
      ["see ", false],
      ["نص عربي", true],
      [", end", false],
    ]);
  });

  test("they join to the same text, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("ltr" as const, "rtl" as const),
        (text, base) => {
          expect(
            stretches(text, base)
              .map((s) => s.text)
              .join(""),
          ).toBe(text);
        },
      ),
    );
  });
});

describe("balanced lines", () => {
  test("a line that fits is left alone, and a long one is narrowed by less than half", () => {
    expect(balanceInset("SHORT TITLE", 12, true, 166)).toBe(0);
    const inset = balanceInset(
      "COOPERATION AND SHARED RESPONSIBILITY IN THE GLOBAL FIGHT AGAINST ORGANIZED CRIME AND TERRORISM",
      12,
      true,
      166,
    );
    expect(inset).toBeGreaterThan(10);
    expect(inset).toBeLessThan(83);
  });

  test("the narrower the lines, the fewer they stay: a title that fills its lines is not narrowed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("TITLE", "of", "Responsibility"), { minLength: 1, maxLength: 60 }),
        (words) => {
          const inset = balanceInset(words.join(" "), 12, false, 166);
          expect(inset).toBeGreaterThanOrEqual(0);
          expect(inset).toBeLessThanOrEqual(83);
        },
      ),
    );
  });
});

test("bookmarks of different ids differ, and every name is one that Word takes", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 40 }), (ids) => {
      const anchors = new Anchors();
      const names = ids.map((id) => anchors.name(id));
      expect(new Set(names.map((n) => n.toLowerCase())).size).toBe(ids.length);
      for (const name of names) expect(name).toMatch(/^_[A-Za-z0-9_]{0,39}$/);
    }),
  );
});

test("parts of a width add up to it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20000 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
      (total, shares) => {
        expect(divide(total, shares).reduce((a, b) => a + b, 0)).toBe(total);
      },
    ),
  );
});
