import { describe, expect, it } from "vitest";
import { listLocales, loadLocale } from "../../src/language/load.ts";
import { plainText } from "../../src/text/inline.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { change, copyOf, inMemory, locale } from "./worlds.ts";

/** A folder more, as someone would make it from the English one. */
function withToki(): Map<string, string> {
  const texts = copyOf("en");
  for (const [path, text] of [...texts]) texts.set(path.replace("/en/", "/tok/"), text);
  const edit = (file: string, from: string, to: string) =>
    change(texts, `locales/tok/${file}.json`, from, to);
  edit("language", '"tag": "en-GB"', '"tag": "tok"');
  edit("language", '"few": "{{n}}^rd^"', '"122": "nanpa {{n}}"');
  edit("language", '"digits": "0123456789"', '"digits": "０１２３４５６７８９"');
  edit("calendar", '"date": "{{day}} {{month}} {{year}}"', '"date": "sike {{year}}, {{month}} {{day}}"');
  edit("calendar", '"December"', '"mun lete"');
  edit("phrases", '"assembly": "{{ordinal}} Assembly"', '"assembly": "kulupu *{{ordinal}}*"');
  edit("countries", '"TH": "Thailand"', '"TH": "ma Tawi"');
  return texts;
}

describe("a folder added to locales/", () => {
  it("is a language at once, without code", () => {
    const world = inMemory(withToki());
    expect(listLocales(world)).toEqual(["en", "tok"]);
    expect(loadLocale(world, "tok").diagnostics).toEqual([]);
    const toki = locale("tok", world);
    expect(toki.tag).toBe("tok");
    const ordinal = toki.ordinal(122, { gender: "f", superscript: true, date: "2010-03-27" });
    expect(printInline(toki.phrase("session.assembly", { ordinal }))).toBe("kulupu *nanpa １２２*");
    expect(plainText(toki.date("2009-12-18"))).toBe("sike ２００９, mun lete １８");
    expect(toki.person({ honorific: "ms", name: "X", country: "TH" })).toBe("Ms. X (ma Tawi)");
  });
  it("works without English beside it", () => {
    const alone = new Map([...withToki()].filter(([path]) => path.startsWith("locales/tok/")));
    const { value, diagnostics } = loadLocale(inMemory(alone), "tok");
    expect(diagnostics).toEqual([]);
    expect(plainText(value?.phrase("outline.preamble") ?? [])).toBe("Preamble");
  });
  it("may bring phrases of its own in a file of its own, for templates of a house", () => {
    const texts = withToki();
    texts.set("locales/en/courtesy.json", '{ "thanks": "Thank you, {{name}}" }');
    texts.set("locales/tok/courtesy.json", '{ "thanks": "pona, {{name}}" }');
    const world = inMemory(texts);
    expect(loadLocale(world, "tok").diagnostics).toEqual([]);
    expect(plainText(locale("tok", world).phrase("courtesy:thanks", { name: "jan" }))).toBe("pona, jan");
  });
  it("half done says everything that is still missing", () => {
    const texts = withToki();
    texts.set("locales/tok/amendments.json", "{}");
    const { diagnostics } = loadLocale(inMemory(texts), "tok");
    expect(diagnostics.length).toBeGreaterThan(40);
    expect(new Set(diagnostics.map((d) => d.code))).toEqual(new Set(["locale-key-missing"]));
  });
});
