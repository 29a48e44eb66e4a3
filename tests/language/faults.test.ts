import { describe, expect, it } from "vitest";
import { listLocales, loadLocale } from "../../src/language/load.ts";
import { change, copyOf, inMemory, project } from "./worlds.ts";

/** What a changed copy of English and French says about French. */
function french(
  edit: (texts: Map<string, string | Uint8Array>, change: (from: string, to: string) => void) => void,
  file = "phrases",
) {
  const texts = copyOf("en", "fr");
  edit(texts, (from, to) => change(texts, `locales/fr/${file}.json`, from, to));
  return { texts, ...loadLocale(inMemory(texts), "fr") };
}

function lineOf(texts: ReadonlyMap<string, string>, path: string, words: string): number {
  return (texts.get(path) ?? "").split(words)[0]?.split("\n").length ?? 0;
}

describe("a language with a fault", () => {
  it("lacking a key says which, where it belongs, and the English words", () => {
    const { texts, diagnostics, value } = french((_, edit) =>
      edit('"item": "Point {{item}}"', '"itme": "Point {{item}}"'),
    );
    expect(diagnostics).toEqual([
      {
        code: "locale-key-missing",
        severity: "error",
        message: 'locales/fr/phrases.json lacks "masthead.item".',
        place: {
          file: "locales/fr/phrases.json",
          line: lineOf(texts, "locales/fr/phrases.json", '"masthead"'),
          column: 3,
          path: ["masthead", "item"],
        },
        hint: "Add it here; in English it is: Item {{item}}",
      },
      expect.objectContaining({
        code: "unknown-field",
        severity: "warning",
        hint: 'Did you mean "masthead.item"?',
      }),
    ]);
    expect(value).toBeDefined();
  });
  it("lacking several keys says all of them", () => {
    const { diagnostics } = french((_, edit) => {
      edit('"preamble": "Préambule",', "");
      edit('"operative": "Dispositif",', "");
    });
    expect(diagnostics.map((d) => d.message)).toEqual([
      'locales/fr/phrases.json lacks "outline.preamble".',
      'locales/fr/phrases.json lacks "outline.operative".',
    ]);
  });
  it("lacking the _other form says so even when another form is there", () => {
    const { diagnostics } = french((_, edit) =>
      edit('"original_other": "Original : {{languages}}"', '"original_many": "Original : {{languages}}"'),
    );
    expect(diagnostics.map((d) => d.message)).toEqual([
      'locales/fr/phrases.json lacks "translation.original_other".',
    ]);
  });
  it("with a blank that nothing fills names the right one", () => {
    const { diagnostics } = french((_, edit) => edit('"item": "Point {{item}}"', '"item": "Point {{itme}}"'));
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "locale-value-missing",
        severity: "error",
        hint: "Did you mean {{item}}?",
      }),
    ]);
  });
  it.each([
    ['"masthead": {', '"masthead" {', 'A colon is missing after "masthead".'],
    [
      '"item": "Point {{item}}"',
      '"item": "Point {{item}}",',
      "There is a comma after the last entry; remove it.",
    ],
    [
      '"organization": "UNION INTERPARLEMENTAIRE",',
      '"organization": "UNION INTERPARLEMENTAIRE"',
      "A comma is missing before this.",
    ],
    [
      '"organization": "UNION',
      '"organization": "UNION\n',
      'A quotation mark " is missing at the end of this text.',
    ],
    [
      '"organization": "UNION INTERPARLEMENTAIRE"',
      "'organization': 1",
      "A key between straight double quotation marks was expected.",
    ],
    ['"^\\\\*^"', '"^\\*^"', "A single backslash stands here; write two: \\\\."],
  ])("that cannot be read says where: %s as %s", (from, to, message) => {
    const { diagnostics } = french((_, edit) => edit(from, to));
    expect(diagnostics[0]).toMatchObject({ code: "locale-syntax", severity: "error", message });
    expect(diagnostics[0]?.place?.file).toBe("locales/fr/phrases.json");
    expect(diagnostics[0]?.place?.line).toBeGreaterThan(30);
  });
  it("whose file ends too early names the line of the open bracket", () => {
    const { diagnostics } = french((texts) =>
      texts.set("locales/fr/phrases.json", '{\n  "page": {\n    "word": "Page"\n'),
    );
    expect(diagnostics[0]?.message).toBe("The { of line 2 is not closed.");
  });
  it("without a file says which to copy", () => {
    const { diagnostics } = french((texts) => texts.delete("locales/fr/calendar.json"));
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: "file-missing",
        hint: "Copy locales/en/calendar.json and translate it.",
      }),
    );
  });
  it("in another encoding says so", () => {
    const { diagnostics } = french((texts) =>
      texts.set("locales/fr/names.json", new Uint8Array([0x7b, 0xe9, 0x7d])),
    );
    expect(diagnostics[0]).toMatchObject({ code: "file-encoding", severity: "error" });
  });
  it("with values of the wrong kind says each, with its line", () => {
    const { diagnostics } = french((_, edit) => {
      edit('"dir": "ltr"', '"dir": "sideways"');
      edit('"apostrophe": "’"', '"apostrophe": 7');
    }, "language");
    expect(diagnostics.map((d) => [d.code, d.message])).toEqual(
      expect.arrayContaining([
        ["locale-syntax", '"dir" should be one of ltr, rtl.'],
        ["locale-syntax", '"typography.apostrophe" should be a text between quotation marks.'],
      ]),
    );
    for (const d of diagnostics) expect(d.place?.line).toBeGreaterThan(1);
  });
  it("with eleven months says so", () => {
    const { diagnostics } = french((_, edit) => edit('"janvier",', ""), "calendar");
    expect(diagnostics.map((d) => d.message)).toContain('"months" should be a list of twelve names.');
  });
  it("with a lexicon of the wrong shape says which verb", () => {
    const { diagnostics } = french(
      (_, edit) => edit('"alarmed": ["_alarmée_ par"]', '"alarmed": "_alarmée_ par"'),
      "opening-words",
    );
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "locale-syntax",
        message: '"preambular.found.alarmed" should be a list of phrases.',
      }),
    ]);
  });
  it("nested without end is refused and not followed", () => {
    const { diagnostics } = french((texts) =>
      texts.set("locales/fr/amendments.json", `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`),
    );
    expect(diagnostics.some((d) => d.place?.file === "locales/fr/amendments.json")).toBe(true);
  });
  it("keeps keys such as __proto__ to itself", () => {
    const { diagnostics } = french((_, edit) =>
      edit('"masthead": {', '"__proto__": { "polluted": "yes" }, "masthead": {'),
    );
    expect(diagnostics.map((d) => d.severity)).toEqual(["warning"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("a language that is not there", () => {
  it("is said with what there is", () => {
    expect(loadLocale(project, "frr").diagnostics[0]).toMatchObject({
      code: "language-unknown",
      severity: "error",
    });
    expect(loadLocale(project, "frr").diagnostics[0]?.hint).toMatch(/^Did you mean "fr"\? There is /);
    expect(loadLocale(project, "../en").value).toBeUndefined();
  });
  it("is found under its shorter tag", () => {
    expect(loadLocale(project, "fr-CH").value?.code).toBe("fr");
  });
  it("is listed only as a folder", () => {
    expect(
      listLocales(
        inMemory(
          new Map([
            ["locales/README.md", ""],
            ["locales/fr/phrases.json", "{}"],
          ]),
        ),
      ),
    ).toEqual(["fr"]);
  });
});
