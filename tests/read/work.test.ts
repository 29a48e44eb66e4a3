import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberParagraphs } from "../../src/model/number.ts";
import { segments } from "../../src/model/walk.ts";
import { inLanguage, listWorks, readWork } from "../../src/read/work.ts";
import { plainText } from "../../src/text/inline.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { fixtureWorld, folderWorld, memoryWorld } from "../fixtures/world.ts";

const project = folderWorld();
const seed = readWork(project, "122-organized-crime");

const small = (more = "") => `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  submitters: { role: co-rapporteur }
  languages: [fr]
stages: [{ id: dr, kind: draft, date: 2009-12-18 }]
title: T
operative:
  - { id: op01, text: _Urges_ all }
${more}`;

describe("the work of the project", () => {
  test("is read without a finding, in all its languages", () => {
    expect(listWorks(project)).toContain("122-organized-crime");
    expect(seed.diagnostics).toEqual([]);
    const languages = Object.keys(seed.value?.translations ?? {});
    expect(languages).toEqual(expect.arrayContaining(["ar", "es", "fr"]));
    for (const language of languages) {
      const there = seed.value && inLanguage(seed.value, language);
      expect(there?.diagnostics).toEqual([]);
      expect(there?.value?.language).toBe(language);
    }
  });

  test("has 6 preambular and 17 operative paragraphs, two co-Rapporteurs, and every opening word marked", () => {
    const r = seed.value?.resolution;
    expect(r?.preambular.map((p) => p.id)).toEqual(["pp01", "pp02", "pp03", "pp04", "pp05", "pp06"]);
    expect(r?.operative.length).toBe(17);
    expect(r && [...numberParagraphs(r).values()].map((p) => p.number)).toEqual([
      ...Array.from({ length: 6 }, (_, i) => i + 1),
      ...Array.from({ length: 17 }, (_, i) => i + 1),
    ]);
    expect(r?.instrument.submitters.parties).toMatchObject([
      { honorific: "ms", given: "Maria Teresa", family: "Ortuño", country: "MX" },
      { honorific: "mr", given: "Apiwan", family: "Wiriyachai", country: "TH" },
    ]);
    expect(r?.stages).toEqual([
      { id: "dr-pre", kind: "preliminary-draft", symbol: "C-I/122/DR-Pre", date: "2009-12-18", applies: [] },
    ]);
    for (const segment of r ? segments(r).slice(1) : []) {
      expect(segment.text[0], segment.id).toMatchObject({ kind: "emphasis", role: "opening" });
      expect(plainText(segment.text)).not.toMatch(/[,;.:]$/);
    }
  });

  test("knows the place of every text, translation and field", () => {
    const places = seed.value?.places;
    for (const s of seed.value ? segments(seed.value.resolution) : [])
      expect(places?.get(s.id)?.line, s.id).toBeGreaterThan(1);
    expect(places?.get("fr:pp01")?.file).toBe("resolutions/122-organized-crime/translations/fr.yaml");
    expect(places?.get("field:instrument.committee")?.line).toBeGreaterThan(5);
  });
});

describe("a work that uses everything", () => {
  const everything = readWork(fixtureWorld(), "everything");
  const r = everything.value?.resolution;

  test("is read without a finding", () => {
    expect(everything.diagnostics).toEqual([]);
    expect(readWork(fixtureWorld(), "declaration").diagnostics).toEqual([]);
  });

  test("unfolds the short forms and gives out the ids that are not written", () => {
    expect(r && segments(r).map((s) => `${s.id} ${s.kind}`)).toEqual([
      "title title",
      "pp01 paragraph",
      "pp01.1 item",
      "pp01.geneva item",
      "pp01.3 item",
      "pp02 paragraph",
      "pp03 paragraph",
      "pp03.q1 quote",
      "pp03.t2 paragraph",
      "pp04 paragraph",
      "h1 heading",
      "op01 paragraph",
      "op01.a paragraph",
      "op01.a.i paragraph",
      "op01.a.ii paragraph",
      "op01.b paragraph",
      "op01.tail tail",
      "op02 paragraph",
      "h2 heading",
      "op03 paragraph",
      "op03.1 item",
      "op03.2 item",
      "op03.a paragraph",
      "op03.end tail",
      "d1 prose",
      "op04 paragraph",
      "annex1.title annex-title",
      "annex1.h heading",
      "annex1.p1 paragraph",
      "annex1.d prose",
      "n1 note",
      "n2 note",
    ]);
  });

  test("keeps endings, peers without a given name, reservations and an empty preamble", () => {
    expect(r?.preambular[3]).toMatchObject({ id: "pp04", ending: ";" });
    expect(r?.instrument.submitters.parties[1]).toMatchObject({
      honorific: "lord",
      given: "",
      family: "Judd",
    });
    expect(r?.stages[1]?.adoption?.reservations.map((x) => x.scope)).toEqual(["whole", ["pp02", "op03"]]);
    const declaration = readWork(fixtureWorld(), "declaration").value?.resolution;
    expect(declaration).toMatchObject({ kind: "declaration", preambular: [], instrument: { item: "5(a)" } });
  });
});

test("reservations are of one or of several, on ids or printed numbers, on the wording, with reasons by language", () => {
  const source = small().replace(
    "[{ id: dr, kind: draft, date: 2009-12-18 }]",
    `
  - id: adopted
    kind: adopted
    date: 2010-04-01
    adoption:
      mode: consensus
      date: 2010-04-01
      place: { city: bangkok, country: TH }
      reservations:
        - { party: { country: CL }, scope: [PP2], wording: true, text: No word. }
        - { parties: [{ country: AU }, { country: SE }], scope: [op01, operative paragraph 3 (b), Title], text: { fr: Non. } }`,
  );
  const { value, diagnostics } = readWork(memoryWorld({ "resolutions/w/resolution.yaml": source }), "w");
  expect(diagnostics).toEqual([]);
  expect(value?.resolution.stages[0]?.adoption?.reservations).toEqual([
    {
      parties: [{ type: "country", country: "CL" }],
      scope: [{ written: "PP2", number: { part: "preambular", path: [{ number: 2 }] } }],
      wording: true,
      text: { en: [{ kind: "text", text: "No word." }] },
    },
    {
      parties: [
        { type: "country", country: "AU" },
        { type: "country", country: "SE" },
      ],
      scope: [
        "op01",
        {
          written: "operative paragraph 3 (b)",
          number: { part: "operative", path: [{ number: 3 }, { number: 2 }] },
        },
        "title",
      ],
      text: { fr: [{ kind: "text", text: "Non." }] },
    },
  ]);
});

describe("languages", () => {
  const work = (fr: string, source = small()) =>
    readWork(
      memoryWorld({ "resolutions/w/resolution.yaml": source, "resolutions/w/translations/fr.yaml": fr }),
      "w",
    );

  test("the original is always the first of the languages wanted", () => {
    expect(work("language: fr\ntexts: {}\n").value?.resolution.instrument.languages).toEqual(["en", "fr"]);
  });

  test("every text without a translation is an error at its source, with what to write", () => {
    const read = work(
      "language: fr\ntexts:\n  title: { source: 1, text: '' }\n".replace("source: 1", "source: ''"),
    );
    expect(read.diagnostics).toEqual([]);
    const french = read.value && inLanguage(read.value, "fr");
    expect(french?.value).toBeUndefined();
    expect(french?.diagnostics.map((d) => [d.code, d.place?.line, d.hint])).toEqual([
      [
        "translation-missing",
        8,
        expect.stringMatching(/^Add it under `texts:` as `title: \{ source: "[0-9a-f]{16}", text: … \}`\.$/),
      ],
      ["translation-missing", 10, expect.stringContaining("op01: { source:")],
    ]);
    expect(french?.diagnostics[1]?.message).toBe(
      "`op01` (“Urges all”) has no translation in resolutions/w/translations/fr.yaml.",
    );
  });

  test("a translation of an earlier text is a warning at the translation, and is used", () => {
    const read = work(
      "language: fr\ntexts:\n  title: { source: 0000000000000000, text: t }\n  op01: { text: _prie_ tous }\n".replace(
        "0000000000000000",
        '"0000000000000000"',
      ),
    );
    const french = read.value && inLanguage(read.value, "fr");
    expect(french?.diagnostics.map((d) => `${d.severity} ${d.code} ${d.place?.line} ${d.message}`)).toEqual([
      "warning translation-stale 3 The translation of `title` was made from an earlier text.",
      "warning translation-stale 4 The translation of `op01` does not say which text it was made from.",
    ]);
    expect(french?.value && segments(french.value).map((s) => printInline(s.text))).toEqual([
      "t",
      "_prie_ tous",
    ]);
  });

  test("a translation that nobody asked for is not looked into, but its bytes count and its file is known", () => {
    const there = memoryWorld({
      "resolutions/w/resolution.yaml": small(),
      "resolutions/w/translations/fr.yaml": "language: [",
      "resolutions/w/translations/es.yaml": "language: es\ntexts: {}\n",
    });
    const read = readWork(there, "w", ["es"]);
    expect(read.diagnostics).toEqual([]);
    expect(Object.keys(read.value?.translations ?? {})).toEqual(["es"]);
    expect(read.value?.translatedInto).toEqual(["es", "fr"]);
    expect(readWork(there, "w").diagnostics).toMatchObject([{ code: "yaml-syntax" }]);
    expect(read.value?.sourceHash).toBe(readWork(there, "w").value?.sourceHash);
  });

  test("a language without a file is one error that says which there are", () => {
    const read = work("language: fr\ntexts: {}\n").value;
    expect(read && inLanguage(read, "es").diagnostics).toMatchObject([
      { code: "translation-missing", hint: "The work is there in: en, fr." },
    ]);
  });
});

describe("the hash of a work", () => {
  const hash = (files: Record<string, string>, folder = "w") =>
    readWork(
      memoryWorld(
        Object.fromEntries(Object.entries(files).map(([n, t]) => [`resolutions/${folder}/${n}`, t])),
      ),
      folder,
    ).value?.sourceHash;
  const base = { "resolution.yaml": small(), "translations/fr.yaml": "language: fr\ntexts: {}\n" };

  test("changes with every byte and every file, and not with the name of the folder or an editor's leavings", () => {
    const first = hash(base);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ ...base }, "other")).toBe(first);
    expect(hash({ ...base, ".resolution.yaml.swp": "x", "resolution.yaml~": "y" })).toBe(first);
    expect(hash({ ...base, "amendments/a.yaml": "x" })).not.toBe(first);
    expect(hash({ ...base, "resolution.yaml": small("# comment\n") })).not.toBe(first);
  });
});

describe("any file at all", () => {
  test("is read without an accident, and whatever is wrong has a place and words", () => {
    const lines = small().split("\n");
    const edit = fc.record({
      line: fc.nat({ max: lines.length - 1 }),
      what: fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 12 }),
        fc.constantFrom(
          "- ",
          "  ",
          "\t",
          "*a",
          "&b",
          "!c",
          "{",
          "[",
          '"',
          "'",
          ": ",
          "#",
          "|",
          ">",
          "?",
          "%",
          "---",
        ),
      ),
      at: fc.nat({ max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = [...lines];
        for (const { line, what, at } of edits)
          text[line] = `${text[line]?.slice(0, at)}${what}${text[line]?.slice(at)}`;
        const { diagnostics } = readWork(
          memoryWorld({ "resolutions/w/resolution.yaml": text.join("\n") }),
          "w",
        );
        for (const d of diagnostics) {
          expect(d.message.length).toBeGreaterThan(10);
          expect(d.place?.line).toBeGreaterThan(0);
          expect(d.place?.line).toBeLessThanOrEqual(text.join("\n").split("\n").length + 1);
          expect(d.place?.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
