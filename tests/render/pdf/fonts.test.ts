import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { FontFile } from "../../../src/render/pdf/font-file.ts";
import { createTypecase, HouseFace, leading } from "../../../src/render/pdf/fonts.ts";
import { subsetFont } from "../../../src/render/pdf/subset.ts";
import { sampleFont } from "./sample.ts";
import { fonts, house, typecase } from "./text-kit.ts";

const at = (char: string) => char.codePointAt(0) ?? 0;
const face = (char: string, script: "latin" | "arabic" | "cyrillic" = "latin", bold = false) =>
  fonts.find(at(char), script, bold, false)?.file ?? "none";

describe("each character finds its face", () => {
  test("letters in the family of their own script, in any text", () => {
    expect(face("A", "arabic")).toContain("Arimo_400Regular");
    expect(face("ع")).toContain("Amiri_400Regular");
    expect(face("Ж", "arabic", true)).toContain("Arimo_700Bold");
  });

  test("signs in the family of the text around them", () => {
    expect(face("(", "arabic")).toContain("Amiri");
    expect(face("(", "latin")).toContain("Arimo");
  });

  test("another family of the house where the own one lacks it", () => {
    // Arabic comma asked for in a Latin text, ornate bracket known to Amiri alone.
    expect(face("،")).toContain("Amiri");
    expect(face("﴾")).toContain("Amiri");
  });

  test("nothing where no font has it", () => {
    expect(face("会")).toBe("none");
  });
});

test("files are read and parsed once for all documents of a press", () => {
  const asked: string[] = [];
  const press = createTypecase((file) => {
    asked.push(file);
    return sampleFont(file);
  });
  for (let i = 0; i < 3; i++) press.fonts(house).find(at("A"), "latin", false, false);
  expect(asked.length).toBe(1);
});

test.each(["latin", "arabic"] as const)("underlines, slant and pitch are the font's own (%s)", (script) => {
  for (const file of Object.values(house.fonts[script].files)) {
    const bytes = sampleFont(file);
    if (bytes === undefined) throw new Error(`${file} is missing`);
    const { post } = create(bytes) as unknown as { post: Record<string, number> };
    const { italicAngle, underline, fixedPitch } = new FontFile(file, bytes).post;
    expect([italicAngle, underline.position, underline.thickness, fixedPitch]).toEqual([
      post.italicAngle,
      post.underlinePosition,
      post.underlineThickness,
      post.isFixedPitch === 1,
    ]);
  }
});

test("an optional family that is not installed is named with its package", () => {
  const missing = typecase.missing(house);
  expect(missing.map((one) => [one.script, one.family.optional])).toEqual([
    ["han", "@expo-google-fonts/noto-sans-sc"],
  ]);
});

test("lines of Arabic stand further apart than lines of English", () => {
  expect(leading(fonts, "arabic", 11, 1.2)).toBeGreaterThan(leading(fonts, "latin", 11, 1.2));
  expect(leading(fonts, "latin", 10, 1.2)).toBe(12);
});

describe("shaping", () => {
  const amiri = fonts.of("arabic", false, false);
  const arimo = fonts.of("latin", false, false);

  test("never gives an invisible mark to the font", () => {
    const shape = arimo?.shape("co\u00adop\u200ber\u2060a", 0);
    expect(shape?.glyphs.map((glyph) => glyph.text).join("")).toBe("coopera");
  });

  test("joins Arabic letters and keeps each letter with its glyph", () => {
    const shape = amiri?.shape("لا إله", 1);
    expect(
      [...(shape?.glyphs ?? [])]
        .reverse()
        .map((glyph) => glyph.text)
        .join(""),
    ).toBe("لا إله");
    const alone = amiri?.shape("ه", 1).glyphs[0]?.id;
    expect(shape?.glyphs[0]?.id).not.toBe(alone);
  });

  test("mirrors brackets right to left and remembers which were written", () => {
    const rtl = amiri?.shape("(", 1).glyphs[0];
    expect(rtl?.id).toBe(amiri?.shape(")", 0).glyphs[0]?.id);
    expect(rtl?.text).toBe("(");
  });

  test("right to left every glyph stands at the pen, marks included, so that no reader parts a word", () => {
    const word = amiri?.shape("الإيجابية كثيراً عَلَيْكُمْ", 1);
    for (const glyph of word?.glyphs ?? []) expect([glyph.dx, glyph.dy]).toEqual([0, 0]);
    const sum = word?.glyphs.reduce((width, glyph) => width + glyph.advance, 0);
    expect(sum).toBeCloseTo(word?.width ?? 0, 6);
  });

  test("no glyph is without the character that it stands for", () => {
    const words = "الهيروين والكوكايين لكم الله كلكم مكافحة المخدرات لا الآن";
    for (const glyph of amiri?.shape(words, 1).glyphs ?? []) expect(glyph.text).not.toBe("");
  });

  test("a non-joiner parts letters without leaving a space", () => {
    const shape = amiri?.shape("می\u200cخواهم", 1);
    expect(shape?.glyphs.some((glyph) => glyph.text.includes(" "))).toBe(false);
  });
});

describe("a subset font", () => {
  const found = fonts.of("latin", false, false);
  if (!(found instanceof HouseFace)) throw new Error("no Latin face");
  const { source } = found;
  const whole = (id: number) => ({ parts: [{ id, x: 0, y: 0 }] });
  const glyph = (char: string) => source.font.glyphForCodePoint(at(char)).id;

  test("holds the outlines asked for, parts of accented letters included, and no others", () => {
    const ids = [glyph("H"), glyph("é"), glyph("Å")];
    const cut = create(subsetFont(source, [whole(0), ...ids.map(whole)]));
    expect(cut.numGlyphs).toBeLessThan(12);
    expect(cut.numGlyphs).toBeGreaterThanOrEqual(4);
    ids.forEach((id, i) => {
      const original = source.font.getGlyph(id) as unknown as { path: { toSVG(): string } };
      const copy = cut.getGlyph(i + 1) as unknown as { path: { toSVG(): string } };
      expect(copy.path.toSVG()).toBe(original.path.toSVG());
      expect(cut.getGlyph(i + 1).advanceWidth).toBe(source.font.getGlyph(id).advanceWidth);
    });
  });

  test("puts glyphs together where they are moved, with the ink in its new place", () => {
    const id = glyph("H");
    const cut = create(subsetFont(source, [whole(0), { parts: [{ id, x: 100, y: -50 }], advance: 700 }]));
    const box = (font: typeof cut, which: number) =>
      (font.getGlyph(which) as unknown as { bbox: { minX: number; minY: number; maxY: number } }).bbox;
    expect(box(cut, 1).minX).toBe(box(source.font, id).minX + 100);
    expect(box(cut, 1).maxY).toBe(box(source.font, id).maxY - 50);
    expect(cut.getGlyph(1).advanceWidth).toBe(700);
  });

  test("leaves the font that it was cut from as it was", () => {
    const before = Buffer.from(source.bytes).toString("base64");
    subsetFont(source, [whole(0), whole(glyph("é")), { ...whole(glyph("ç")), advance: 10 }]);
    expect(Buffer.from(source.bytes).toString("base64") === before).toBe(true);
  });
});
