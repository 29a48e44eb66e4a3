import { readFileSync } from "node:fs";
import fc from "fast-check";
import { create, type FontkitFont } from "fontkit";
import { describe, expect, test } from "vitest";
import { quickenLookups } from "../../../src/render/pdf/quick-lookups.ts";
import { sampleFont, sampleHouse } from "./sample.ts";

const { arabic, latin } = sampleHouse().fonts;

/** The same font twice: as fontkit reads it, and quickened. */
function both(file: string): [FontkitFont, FontkitFont] {
  const bytes = sampleFont(file);
  if (bytes === undefined) throw new Error(`${file} is missing`);
  const quick = create(bytes);
  quickenLookups(quick, bytes);
  return [create(bytes), quick];
}

function laid(font: FontkitFont, word: string, script: string, direction: "ltr" | "rtl") {
  const { glyphs, positions } = font.layout(word, {}, script, undefined, direction);
  return glyphs.map(({ id, codePoints }, i) => {
    const { xAdvance, xOffset, yOffset } = positions[i] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
    return [id, codePoints.join(), xAdvance, xOffset, yOffset];
  });
}

const seed = readFileSync("resolutions/122-organized-crime/translations/ar.yaml", "utf8");
const words = [...new Set(seed.match(/[\u0600-\u06ff]+/g) ?? [])];
const vocalised = [
  "مُحَمَّدٌ",
  "قالَ",
  "إنَّهُ",
  "لِلّٰهِ",
  "كركة",
  "المشتركة",
  "بيپچ",
  "١٢٫٥٪",
  "الـ136",
  "لا",
  "شكراً",
  "(أ)",
];

describe("rules that are passed over change nothing", () => {
  test.each([arabic.files.regular, arabic.files.bold])("in Arabic (%s)", (file) => {
    expect(words.length).toBeGreaterThan(300);
    const [plain, quick] = both(file);
    for (const word of [...words, ...vocalised])
      expect(laid(quick, word, "arab", "rtl"), word).toEqual(laid(plain, word, "arab", "rtl"));
  });

  test("in Latin and Cyrillic, ligatures and kerning among them", () => {
    const [plain, quick] = both(latin.files.regular);
    for (const word of ["office", "AVATAR", "fiancé", "e\u0301te\u0301", "½", "Ты"])
      for (const script of ["latn", "cyrl"])
        expect(laid(quick, word, script, "ltr"), word).toEqual(laid(plain, word, script, "ltr"));
  });

  test("whatever letters and marks stand together, and whatever was laid before", () => {
    const [plain, quick] = both(arabic.files.regular);
    const signs = [
      ..."ابتثجحخدذرزسشصضطظعغفقكلمنهوية ءأإآؤئىپچگ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640abc12٣(.،",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 12 }).map((list) => list.join("")),
        fc.constantFrom("arab", "latn", "DFLT"),
        fc.constantFrom("rtl" as const, "ltr" as const),
        (word, script, direction) => {
          expect(laid(quick, word, script, direction)).toEqual(laid(plain, word, script, direction));
        },
      ),
      { numRuns: 300 },
    );
  });
});
