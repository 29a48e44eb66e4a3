import { describe, expect, it } from "vitest";
import { splitFields } from "../../src/language/fields.ts";
import { plainText } from "../../src/text/inline.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { change, copyOf, inMemory, locale } from "./worlds.ts";

const say = (code: string, key: string, values = {}) => printInline(locale(code).phrase(key, values));

function session(code: string, key: string, n: number, date: string): string {
  const speaker = locale(code);
  return printInline(
    speaker.phrase(key, {
      ordinal: speaker.ordinal(n, { gender: "f", superscript: true, date }),
      n: String(n),
    }),
  );
}

describe("fixed phrases", () => {
  it("open a resolution", () => {
    expect(session("en", "enacting.assembly", 122, "2010-03-27")).toBe(
      "The 122^nd^ Assembly of the Inter-Parliamentary Union,",
    );
    expect(session("fr", "enacting.assembly", 122, "2010-03-27")).toBe(
      "La 122^ème^ Assemblée de l’Union interparlementaire,",
    );
    expect(session("fr", "enacting.assembly", 141, "2019-10-13")).toBe(
      "La 141^e^ Assemblée de l’Union interparlementaire,",
    );
    expect(session("es", "enacting.assembly", 128, "2013-03-22")).toBe(
      "La 128ª Asamblea de la Unión Interparlamentaria,",
    );
    expect(session("en", "enacting.conference", 94, "1995-10-13")).toBe(
      "The 94^th^ Inter-Parliamentary Conference,",
    );
  });
  it("head a session", () => {
    expect(session("en", "session.assembly-and-related", 122, "2010-03-27")).toBe(
      "122^nd^ Assembly and related meetings",
    );
    expect(session("fr", "session.assembly-and-related", 122, "2010-03-27")).toBe(
      "122^ème^ Assemblée et réunions connexes",
    );
    expect(session("es", "session.assembly-and-related", 122, "2010-03-27")).toBe(
      "122ª Asamblea y reuniones conexas",
    );
  });
  it.each([
    ["en", 1, "Preliminary draft resolution submitted by the co-Rapporteur,"],
    ["en", 2, "Preliminary draft resolution submitted by the co-Rapporteurs"],
    ["fr", 2, "Avant-projet de résolution présenté par les co-rapporteurs"],
    ["es", 3, "Anteproyecto de resolución presentado por los co-Relatores"],
  ])("name the paper in %s for %i submitters", (code, count, wanted) => {
    const speaker = locale(code);
    const text = speaker.phrase("text.resolution.preliminary-draft");
    expect(printInline(speaker.phrase("stage-line.co-rapporteur", { text, count }))).toBe(wanted);
  });
  it("agree with a woman where the language has a form for it", () => {
    expect(say("es", "stage-line.co-rapporteur", { text: "X", count: 1, gender: "f" })).toBe(
      "X presentado por la co-Relatora,",
    );
    expect(say("es", "stage-line.co-rapporteur", { text: "X", count: 2, gender: "f" })).toBe(
      "X presentado por las co-Relatoras",
    );
    expect(say("en", "stage-line.co-rapporteur", { text: "X", count: 1, gender: "f" })).toBe(
      "X submitted by the co-Rapporteur,",
    );
  });
  it("say how a text was adopted, with the asterisk raised", () => {
    const french = locale("fr");
    const by = french.phrase("by.assembly", {
      ordinal: french.ordinal(122, { gender: "f", superscript: false, date: "2010-04-01" }),
    });
    const values = {
      text: french.phrase("text.resolution.adopted"),
      star: french.phrase("adoption.star"),
      by,
    };
    expect(printInline(french.phrase("adoption.consensus", values))).toBe(
      "Résolution adoptée par consensus^\\*^ par la 122ème Assemblée",
    );
  });
  it("have the French space before the colon", () => {
    expect(plainText(locale("fr").phrase("amendments:instruction.title"))).toBe(
      "Modifier le titre comme suit\u00A0:",
    );
  });
  it("carry the page field, which splits off", () => {
    expect(splitFields(plainText(locale("en").phrase("page.of")))).toEqual([
      { kind: "text", text: "Page " },
      { kind: "page" },
      { kind: "text", text: " of " },
      { kind: "pages" },
    ]);
  });
});

describe("the values of a phrase", () => {
  it("are text and never marks, blanks, fields of i18next or calls", () => {
    const hostile = "_x_ ^y^ {{city}} $t(draft.watermark) {{n, number}} <b>&amp;</b> \uE000";
    const tree = locale("en").phrase("place.city-dates-in-brackets", { city: hostile, range: "2010" });
    expect(tree).toEqual([{ kind: "text", text: `${hostile} (2010)` }]);
  });
  it("keep their marks when they are inline trees, also inside marks of the phrase", () => {
    const range = readInline("27^th^ March").value;
    expect(say("en", "place.city-and-dates", { city: "Bangkok", range })).toBe("Bangkok, 27^th^ March");
  });
  it("are missed aloud, every time, and the blank stays visible", () => {
    const english = locale("en");
    expect(plainText(english.phrase("place.city-and-dates", { city: "Bangkok" }))).toBe("Bangkok, {{range}}");
    english.phrase("place.city-and-dates", { city: "Bangkok" });
    expect(english.diagnostics).toHaveLength(2);
    expect(english.diagnostics[0]).toMatchObject({ code: "locale-value-missing", severity: "error" });
    expect(english.diagnostics[0]?.message).toContain("{{range}}");
  });
});

describe("a phrase that is not there", () => {
  it("is said with its file and key, and never taken from another language", () => {
    const french = locale("fr");
    expect(plainText(french.phrase("session.sunday"))).toBe("session.sunday");
    french.phrase("amendments:nothing.here");
    expect(french.diagnostics.map((d) => [d.code, d.place?.file])).toEqual([
      ["locale-key-missing", "locales/fr/phrases.json"],
      ["locale-key-missing", "locales/fr/amendments.json"],
    ]);
    expect(french.hasPhrase("session.sunday")).toBe(false);
    expect(french.hasPhrase("stage-line.co-rapporteur")).toBe(true);
  });
  it("is not found among the parts of every object", () => {
    const english = locale("en");
    for (const key of ["constructor", "__proto__", "session.toString"]) english.phrase(key);
    expect(english.diagnostics).toHaveLength(3);
  });
});

describe("plural forms", () => {
  it("follow the rules of the language, and take _other where a form is not given", () => {
    const texts = copyOf("en");
    change(texts, "locales/en/language.json", '"plurals": "en"', '"plurals": "ru"');
    change(
      texts,
      "locales/en/phrases.json",
      '"watermark": "DRAFT"',
      '"watermark": "DRAFT", "n_one": "{{count}} A", "n_few": "{{count}} B", "n_other": "{{count}} C"',
    );
    const russian = locale("en", inMemory(texts));
    const printed = [1, 2, 5, 21, 24].map((count) => plainText(russian.phrase("draft.n", { count })));
    expect(printed).toEqual(["1 A", "2 B", "5 C", "21 A", "24 B"]);
  });
});
