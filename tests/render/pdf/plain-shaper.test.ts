import fc from "fast-check";
import { create, type FontkitFont } from "fontkit";
import { describe, expect, test } from "vitest";
import { PlainShaper } from "../../../src/render/pdf/plain-shaper.ts";
import { sampleFont } from "./sample.ts";

const open = (file: string) => {
  const bytes = new Uint8Array(sampleFont(`@expo-google-fonts/${file}`) ?? []);
  const font = create(bytes);
  return {
    font,
    plain: new PlainShaper(bytes, font.directory.tables, (code) => font.glyphForCodePoint(code).id),
  };
};

const asked = (font: FontkitFont, text: string, script: string) => {
  const run = font.layout(text, {}, script, undefined, "ltr");
  return run.glyphs.map((glyph, i) => [glyph.id, run.positions[i]?.xAdvance]);
};

const own = ({ font, plain }: ReturnType<typeof open>, text: string, script: string) =>
  plain.shape(text, script)?.map(({ glyph, kern }) => [glyph, font.getGlyph(glyph).advanceWidth + kern]);

const words = [
  "AVATAR",
  "To,",
  "Ty.",
  "Wiriyachai",
  "affluent",
  "fi",
  "ffi",
  "(C-I/122/DR-Pre)",
  "17\u00a0000",
  "l’Été",
  "Ÿves",
  "œuvre,",
  "“Resolution”",
  "—",
  "жизнь",
  "ГУ",
  "Т.",
  "РА",
  "ёй",
  "Αθήνα",
  "ÀÁÂ",
  "Łódź",
  "Việt",
  "№",
  "€5",
];

describe.each([
  "400Regular/Arimo_400Regular",
  "700Bold/Arimo_700Bold",
  "400Regular_Italic/Arimo_400Regular_Italic",
  "700Bold_Italic/Arimo_700Bold_Italic",
])("in %s", (name) => {
  const face = open(`arimo/${name}.ttf`);

  test.each(["latn", "cyrl", "DFLT"])("words of %s text come out as from the shaping engine", (script) => {
    for (const word of words) expect(own(face, word, script), word).toEqual(asked(face.font, word, script));
  });

  test("so do any letters in any order", () => {
    const letters = fc.constantFrom(
      ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,;:'’\"-–/()éÀçñüАБВГДТУРабвгдьял",
    );
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), (text) => {
        for (const script of ["latn", "cyrl"])
          expect(own(face, text, script)).toEqual(asked(face.font, text, script));
      }),
      { numRuns: 60 },
    );
  });

  test("marks, Arabic and Chinese are left to the engine", () => {
    for (const text of ["e\u0301", "i\u0307", "عم", "会", "a\u200db", "\u{1d400}"])
      expect(face.plain.shape(text, "latn")).toBeUndefined();
  });
});

test("a font whose letters join or change is left to the engine, or comes out the same", () => {
  const amiri = open("amiri/400Regular/Amiri_400Regular.ttf");
  for (const word of ["fi", "office", "AVATAR", "(IPU)", "2010", "To,"]) {
    const found = own(amiri, word, "latn");
    if (found !== undefined) expect(found, word).toEqual(asked(amiri.font, word, "latn"));
  }
});
