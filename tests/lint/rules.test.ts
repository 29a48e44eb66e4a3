import { describe, expect, test } from "vitest";
import { openDisk } from "../../src/cli/world-disk.ts";
import { loadLocale } from "../../src/language/load.ts";
import type { Locale } from "../../src/language/locale.ts";
import { lint, lintLanguages, rules } from "../../src/lint/index.ts";
import type { Example } from "../../src/lint/rule.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import { importPlainText } from "../../src/read/plain-text.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { home } from "../cli/project.ts";
import { plainResolution, written } from "../fixtures/resolutions.ts";

const world = openDisk(home, home);
function localeOf(language: string): Locale {
  const locale = loadLocale(world, language).value;
  if (!locale) throw new Error(`no locale ${language}`);
  return locale;
}
const locale = localeOf("en");

function resolutionOf(example: Example, original = example.language ?? "en"): Resolution {
  return plainResolution({
    language: example.language ?? "en",
    original,
    stages: [
      { id: "dr", kind: "draft", symbol: example.symbol ?? "C-I/122/DR", date: "2009-12-18", applies: [] },
    ],
    title: readInline(example.title ?? "A title").value,
    preambular: (example.preambular ?? []).map((text, i) => written(`pp${i + 1}`, text)),
    operative: (example.operative ?? []).map((text, i) => written(`op${i + 1}`, text)),
  });
}

function found(code: string, example: Example): string[] {
  const rule = rules.find((r) => r.code === code);
  return rule ? rule.check(resolutionOf(example), locale).map((f) => f.at ?? "none") : ["no such rule"];
}

describe("every rule", () => {
  for (const rule of rules) {
    test(`${rule.code} finds nothing in its good example`, () => {
      expect(rule.check(resolutionOf(rule.good), localeOf(rule.good.language ?? "en"))).toEqual([]);
    });
    test(`${rule.code} finds something in its bad example, says how to mend it and speaks in sentences`, () => {
      const findings = rule.check(resolutionOf(rule.bad), localeOf(rule.bad.language ?? "en"));
      expect(findings).toHaveLength(1);
      for (const { message, hint } of findings) {
        expect(message).toMatch(/\.$/);
        expect(hint).toMatch(/[.…]$/);
      }
      expect(rule.sentence).toMatch(/^[A-Z].*\.$/);
    });
  }
});

describe("single cases", () => {
  test("opening words that nobody marked are named, and unknown ones asked for", () => {
    const list = lint(resolutionOf({ preambular: ["Also recalling this", "Water is wet"] }), locale);
    expect(list.map((d) => d.hint)).toEqual([
      "Write _Also recalling_.",
      expect.stringContaining("_Recalling_"),
    ]);
  });
  test("a word that only begins like an opening word is not one", () => {
    expect(lint(resolutionOf({ operative: ["Urgesome things"] }), locale)[0]?.message).toContain(
      "no opening words",
    );
  });
  test("a heading between two equal openings parts them, a full row is reported from its second on", () => {
    expect(found("also-chain", { operative: ["_Urges_ a", "_Urges_ b", "_Urges_ c"] })).toEqual([
      "op2",
      "op3",
    ]);
    expect(found("also-chain", { operative: ["_Urges_ a", "_Invites_ b", "_Urges_ c"] })).toEqual([]);
  });
  test("the hint on equal openings gives the next ones of the language", () => {
    const hints = (language: string, operative: string[]): (string | undefined)[] =>
      lint(resolutionOf({ language, operative }), localeOf(language))
        .filter((d) => d.code === "also-chain")
        .map((d) => d.hint);
    expect(hints("en", ["_Encourages_ a", "_Encourages_ b", "_Encourages_ c"])).toEqual([
      expect.stringContaining("_Also encourages_"),
      expect.stringContaining("_Further encourages_"),
    ]);
    expect(hints("en", ["_Encourages_ x", "_Also encourages_ a", "_Also encourages_ b"])).toEqual([
      expect.stringContaining("_Further encourages_"),
    ]);
    expect(hints("fr", ["_encourage_ a", "_encourage_ b"])).toEqual([
      expect.stringContaining("_encourage également_"),
    ]);
    expect(hints("en", ["_Sings_ a", "_Sings_ b"])).toEqual([expect.stringContaining("word for also")]);
  });
  test("symbols, Roman numbers and the organization's own name are no abbreviations", () => {
    expect(
      found("abbreviation", {
        operative: ["_Urges_ IPU Members to read Part II of C-III/122/DR and A/RES/63/194"],
      }),
    ).toEqual([]);
  });
  test("an abbreviation introduced in the plural or between other words is introduced", () => {
    const operative = [
      "_Urges_ the Millennium Development Goals (MDGs) and the Office (hereafter UNODC)",
      "_Urges_ UNODC and each MDG",
    ];
    expect(found("abbreviation", { operative })).toEqual([]);
  });
  test("an abbreviation is reported at its first use only", () => {
    expect(found("abbreviation", { operative: ["_Urges_ ABC", "_Urges_ ABC"] })).toEqual(["op1"]);
  });
  test("an ending that the author wants keeps its sign", () => {
    const r = resolutionOf({ operative: ["_Urges_ peace."] });
    for (const item of r.operative) if (item.type === "paragraph") item.ending = ".";
    expect(lint(r, locale)).toEqual([]);
  });
  test("Arabic and Chinese closing signs are found too", () => {
    expect(found("closing-punctuation", { operative: ["_تدعو_ الدول؛", "_敦促_各国。"] })).toEqual([
      "op1",
      "op2",
    ]);
  });
  test.each([
    ["en", "_Urges_ States to legislate against illegal logging; and", "; and"],
    ["fr", "_engage_ les États à légiférer ; et ", "; et"],
    ["es", "_Insta_ a los Estados a legislar; y", "; y"],
    ["ru", "_призывает_ государства; и", "; и"],
    ["ar", "_تدعو_ الدول؛ و", "؛ و"],
    ["en", "_Urges_ States to sign, ratify, and", ", and"],
  ])("the word for and behind a closing sign is found with it: %s, %s", (language, text, sign) => {
    const r = resolutionOf({ language, operative: [text] });
    const said = lint(r, localeOf(language)).filter(({ code }) => code === "closing-punctuation");
    expect(said.map(({ message }) => message)).toEqual([
      `op1: the text ends with "${sign}", but its closing sign is printed by itself: both would stand there.`,
    ]);
  });
  test("an and that no closing sign stands before is a word of the text", () => {
    expect(
      found("closing-punctuation", { operative: ["_Urges_ x; y and", "_Urges_ the island; _and_"] }),
    ).toEqual(["op2"]);
  });
  test("guillemets fit French and Russian but not English", () => {
    const preambular = ["_x_ «mot»"];
    expect(
      ["fr", "ru", "en"].map((language) => found("quotation-marks", { language, preambular }).length),
    ).toEqual([0, 0, 1]);
  });
  test("a stretch in another language may have that language's marks", () => {
    expect(found("quotation-marks", { preambular: ["_Noting_ [fr: «mot»]"] })).toEqual([]);
  });
  test("every symbol found on a real document passes", () => {
    const real =
      "C-I/122/DR-Pre C-III/122/DR-rev C-I/2004/DR.1.Rev. C-II/122/DR-am C-I/132/DR C-III/132/DR-am-annotated A/122/C.1 A/127/4(c)-R.1 A/148/2-P.1-rev A/148/2-P.4-rev.2 A/127/5(a)-DR.rev.1 CL/198/SR.1 CL/198/A.1 CL/198/7(a)-R.1 CONF/108/8-DR.1 C-III/132/Inf-1 A/132/3-DR";
    for (const symbol of real.split(" "))
      expect([symbol, found("symbol-grammar", { symbol })]).toEqual([symbol, []]);
  });
});

describe("what a work starts with", () => {
  const imported = (source: string, more: { date?: string; from?: string; to?: string } = {}) => {
    const made = importPlainText(source, {
      work: "w",
      file: "t.txt",
      lexicon: locale.lexicon,
      ...more,
    }).value;
    if (!made) throw new Error("nothing was imported");
    return made;
  };
  const fields = (r: Resolution): (string | undefined)[] =>
    rules
      .find((rule) => rule.code === "placeholder")
      ?.check(r, locale)
      .map((f) => f.field ?? f.at) ?? [];
  const text = "Water for all\n\n(1)\nRecalling this,\n\n1.\nUrges peace.\n";
  const session = "instrument.session";

  test("by importing a text that says nothing of its session is said field by field", () => {
    expect(fields(imported(text))).toEqual([
      `${session}.number`,
      `${session}.place.city`,
      `${session}.from`,
      "stages.0.date",
      "stages.0",
    ]);
  });
  test("is told from what the import was given", () => {
    const dated = imported(text, { date: "2009-12-18" });
    expect(dated.instrument.session.from).toBe("2009-01-01");
    expect(fields(dated)).toEqual([
      `${session}.number`,
      `${session}.place.city`,
      `${session}.from`,
      "stages.0",
    ]);
    const days = { from: "2010-03-27", to: "2010-04-01" };
    expect(fields(imported(text, { date: "2009-12-18", ...days }))).toEqual([
      `${session}.number`,
      "stages.0",
    ]);
  });
  test("is said of the original only", () => {
    const bad = resolutionOf({ title: "Title of the resolution" });
    expect([fields(bad), fields({ ...bad, language: "fr" })]).toEqual([["title"], []]);
  });
});

describe("lint", () => {
  test("puts the place of the text on a finding, by language", () => {
    const place = (file: string) => ({ file, line: 3, column: 5 });
    const places = new Map([
      ["pp1", place("o")],
      ["fr:pp1", place("f")],
    ]);
    const bad = { preambular: ["Recalling this"] };
    expect(lint(resolutionOf(bad), locale, places)[0]?.place?.file).toBe("o");
    expect(lint(resolutionOf({ ...bad, language: "fr" }, "en"), locale, places)[0]?.place?.file).toBe("f");
  });
  test("says for the original only what a translation shares with it", () => {
    const original = { preambular: ["_Recalling_ a", "_Recalling_ b"] };
    const french = { language: "fr", preambular: ["_rappelant_ a", "_rappelant_ b", "sans rien"] };
    const texts = [resolutionOf(original), resolutionOf(french, "en")].map((resolution) => ({
      resolution,
      locale,
    }));
    expect(lintLanguages(texts, new Map()).map((d) => `${d.code} ${d.message}`)).toEqual([
      expect.stringContaining("also-chain pp2: "),
      expect.stringContaining("opening-words pp3: "),
    ]);
  });
  test("never forbids writing", () => {
    const all = rules.flatMap((rule) => lint(resolutionOf(rule.bad), locale));
    expect(all.every((d) => d.severity !== "error")).toBe(true);
  });
});
