import { describe, expect, test } from "vitest";
import { loadHyphens } from "../../../src/render/pdf/hyphenate.ts";

const hyphens = await loadHyphens(["en-GB", "fr", "es", "pt", "ru", "ar"]);
const cut = (word: string, lang: string) => {
  let out = "";
  let from = 0;
  for (const point of hyphens.points(word, lang)) {
    out += `${word.slice(from, point)}-`;
    from = point;
  }
  return out + word.slice(from);
};

describe("words are cut by the patterns of their language", () => {
  test.each([
    ["resolution", "en", "res-ol-u-tion"],
    ["parlementaire", "fr", "par-le-men-taire"],
    ["responsabilidad", "es", "res-pon-sa-bi-li-dad"],
    ["resolução", "pt", "re-so-lu-ção"],
    ["организация", "ru", "ор-га-ни-за-ция"],
  ])("%s in %s", (word, lang, expected) => {
    expect(cut(word, lang)).toBe(expected);
  });

  test.each(["UNODC", "Parliament", "C-I/122/DR-Pre", "122nd", "cases"])("but %s stays whole", (word) => {
    expect(cut(word, "en")).toBe(word);
  });

  test("and words of a language without patterns stay whole", () => {
    expect(cut("мусульманских", "ar")).toBe("мусульманских");
  });

  test("two letters at least stay before a cut and three after it", () => {
    for (const lang of ["en", "fr", "es", "pt"]) {
      for (const word of ["abandonment", "immigration", "economia", "organisation", "responsable"]) {
        for (const point of hyphens.points(word, lang)) {
          expect(point).toBeGreaterThanOrEqual(2);
          expect(word.length - point).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });
});
