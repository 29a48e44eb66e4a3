/** What authors write wrong, and what they are told: code, place, words and hint. */
import { describe, expect, test } from "vitest";
import { readWork } from "../../src/read/work.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { memoryWorld } from "../fixtures/world.ts";

const file = "resolutions/w/resolution.yaml";

const head = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  submitters: { role: co-rapporteur }
stages: [{ id: dr, kind: draft, symbol: C-I/122/DR, date: 2009-12-18 }]
`;
/** Number of lines of the head, for the places. */
const h = 6;

const world = (source: string | Uint8Array, more: Record<string, string> = {}) =>
  memoryWorld({
    [file]: source,
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [`resolutions/w/${name}`, text])),
  });

const found = (source: string | Uint8Array, more: Record<string, string> = {}): Diagnostic[] =>
  readWork(world(source, more), "w").diagnostics;

/** `line:column code message | hint` of every finding. */
const says = (source: string | Uint8Array, more: Record<string, string> = {}): string[] =>
  found(source, more).map(
    (d) =>
      `${d.place?.line}:${d.place?.column} ${d.code} ${d.message}${d.hint === undefined ? "" : ` | ${d.hint}`}`,
  );

const body = (text: string): string => `${head}title: T\n${text}`;

describe("a source without faults", () => {
  test("has no finding, with or without a byte order mark and Windows line ends", () => {
    const source = body("operative:\n  - id: op01\n    text: _Urges_ all\n");
    expect(found(source)).toEqual([]);
    expect(found(`\ufeff${source}`)).toEqual([]);
    expect(found(source.replaceAll("\n", "\r\n"))).toEqual([]);
  });
});

describe("an ellipsis", () => {
  const unfilled = "placeholder Only an ellipsis stands here: the words are still to be written.";
  const source = body("operative:\n  - { id: op01, text: _Urges_ all }\n");

  test("that stands alone is a text that nobody has written, in the work and in its translations", () => {
    for (const dots of ["…", "...", "… …"])
      expect(says(source.replace("_Urges_ all", dots))).toEqual([
        `${h + 3}:23 ${unfilled} | Write the words, or take the line out.`,
      ]);
    expect(
      says(source, { "translations/fr.yaml": "language: fr\ntexts:\n  op01: { source: x, text: … }\n" }),
    ).toEqual([`3:28 ${unfilled} | Write the words, or take the line out.`]);
  });

  test("that stands alone is no name and no notice", () => {
    expect(says(source.replace("title: T", "title: T\nnotice: …"))[0]).toContain(`8:9 ${unfilled}`);
    const french = "language: fr\nnotice: ...\npersons: { a: … }\ntexts: {}\n";
    expect(says(source, { "translations/fr.yaml": french }).slice(0, 2)).toEqual([
      expect.stringContaining(`3:15 ${unfilled}`),
      expect.stringContaining(`2:9 ${unfilled}`),
    ]);
  });

  test("inside or beside words is text", () => {
    for (const text of ["_Urges_ … all", "… all", "and so on…", "all ..."])
      expect(found(source.replace("_Urges_ all", text))).toEqual([]);
  });
});

describe("reservations", () => {
  const adopted = (reservation: string): string =>
    `${body("operative:\n  - { id: op01, text: _Urges_ all }\n").replace(
      "kind: draft,",
      "kind: adopted,",
    )}`.replace(
      "date: 2009-12-18 }",
      `date: 2009-12-18, adoption: { mode: vote, date: 2010-04-01, place: { city: bangkok, country: TH }, reservations: [${reservation}] } }`,
    );

  test("are somebody's, of one or of several", () => {
    expect(found(adopted("{ party: { country: CL }, scope: whole }"))).toEqual([]);
    expect(found(adopted("{ parties: [{ country: CL }, { country: SE }], scope: [title, OP1] }"))).toEqual(
      [],
    );
    expect(says(adopted("{ scope: whole }"))[0]).toContain(
      "missing-field This reservation does not say whose it is. | Add `party: { country: CL }`",
    );
    expect(
      says(adopted("{ party: { country: CL }, parties: [{ country: SE }], scope: whole }"))[0],
    ).toContain(
      "wrong-type This reservation has both `party` and `parties`. | Put all of them under `parties:`",
    );
  });

  test("are on something, and on paragraphs in a form that is understood", () => {
    expect(says(adopted("{ party: { country: CL }, scope: [] }"))[0]).toContain("empty");
    expect(says(adopted("{ party: { country: CL }, scope: [OP1, Chapter 3] }"))[0]).toContain(
      "dangling-reference “Chapter 3” is not understood as a paragraph. | Write the id of a paragraph, its number in the adopted text (PP2, OP15, OP3(a)), or title.",
    );
  });
});

describe("fields", () => {
  test("a misspelt one is named with the one that was meant", () => {
    expect(says(body("operativ:\n  - id: op01\n    txt: a\n"))).toEqual([
      `${h + 2}:1 unknown-field There is no field \`operativ\`. | Did you mean \`operative\`?`,
    ]);
    expect(says(body("operative:\n  - id: op01\n    txt: a\n"))).toEqual([
      `${h + 4}:5 unknown-field There is no field \`txt\` in operative 1. | Did you mean \`text\`?`,
    ]);
  });

  test("one that is far from all gets the list of those that exist", () => {
    expect(says(body("weather: fine\n"))[0]).toContain(
      "The fields here are: language, notice, instrument, stages, title",
    );
  });

  test("a missing one is said at the entry that lacks it", () => {
    expect(says("language: en\nstages: []\ntitle: T\n")).toEqual([
      "1:1 missing-field The field `instrument` is missing. | Add `instrument:` with its fields: body, session, submitters.",
      "2:9 missing-field `stages` is empty. | Put something in, or take the field out.",
    ]);
    expect(says(body("operative:\n  - text: a\n"))).toEqual([
      `${h + 3}:5 missing-field The field \`id\` is missing in operative 1. | Add \`id:\` with an id.`,
    ]);
    expect(says(body("operative:\n  - id: op01\n"))).toEqual([
      `${h + 3}:5 missing-field The paragraph \`op01\` has no text. | Add \`text:\` with the words of the paragraph.`,
    ]);
  });

  test("an empty one is missing too", () => {
    expect(says(`${head}title:\n`)).toEqual([
      `${h + 1}:1 missing-field \`title\` is empty. | Text belongs here.`,
    ]);
  });

  test("all faults are said, in one go", () => {
    const codes = found(
      body("operativ: []\npreambular:\n  - id: PP01\n    text: 1.10\n  - { id: x }\nnotes: [a]\n"),
    ).map((d) => d.code);
    expect(codes).toEqual(
      expect.arrayContaining(["unknown-field", "invalid-id", "unquoted-number", "wrong-type"]),
    );
  });
});

describe("values", () => {
  test.each([
    ["1.10", "1.10 has no quotation marks, so it was read as the number 1.1, not as text."],
    ["12", "12 has no quotation marks, so it was read as a number, not as text."],
    ["true", "true has no quotation marks, so it was read as a yes/no value, not as text."],
    ["no", "no has no quotation marks; many programs would read it as a yes/no value, not as text."],
    ["2010-04-01", "2010-04-01 has no quotation marks; many programs would read it as a date, not as text."],
  ])("a plain %s where text is wanted asks for quotation marks", (value, message) => {
    expect(says(`${head}title: ${value}\n`)).toEqual([
      `${h + 1}:8 unquoted-number ${message} | Write "${value}".`,
    ]);
    expect(found(`${head}title: "${value}"\n`)).toEqual([]);
  });

  test("a symbol, a name or an agenda item that is a number asks for quotation marks too", () => {
    expect(says(body("").replace("symbol: C-I/122/DR", "symbol: 1.10"))[0]).toContain(
      "unquoted-number 1.10 has",
    );
  });

  test("codes that look like a yes/no value are what they are", () => {
    expect(found(body("").replace("country: TH", "country: NO"))).toEqual([]);
  });

  test("one of the wrong kind is said with the kind that is wanted", () => {
    expect(says(`${head}title: [a, b]\n`)).toEqual([
      `${h + 1}:8 wrong-type \`title\` must be text, not a list. | If this is a text with a colon or brackets in it, put it in quotation marks.`,
    ]);
    expect(says(body("operative: many\n"))).toEqual([
      `${h + 2}:12 wrong-type \`operative\` must be a list of paragraphs, not text. | Write each one on lines of its own, the first of them beginning with a hyphen and a space.`,
    ]);
  });

  test.each([
    ["number: 122", 'number: "122"', "Take the quotation marks away: `number: 122`."],
    ["number: 122", "number: 122nd", "Write the figures alone: `number: 122`."],
    ["number: 122", "number: first", "Write a whole number, in figures and without quotation marks."],
    ["number: 122", "number: 0", "It is at least 1."],
    ["date: 2009-12-18", "date: 18 December 2009", "Write `date: 2009-12-18`."],
    ["date: 2009-12-18", "date: 18.12.2009", "Write `date: 2009-12-18`."],
    ["date: 2009-12-18", "date: 12/18/2009", "Write year, month and day in figures: `date: 2009-12-18`."],
    ["country: TH", "country: th", "Write it in capitals: `country: TH`."],
    [
      "country: TH",
      "country: Thailand",
      "Write the two capital letters of the country (ISO 3166-1), such as `country: MX`.",
    ],
    ["body: assembly", "body: Governing Council", "Write `body: governing-council`."],
    [
      "body: assembly",
      "body: assembly\n  languages: en, fr",
      "Write a list in brackets: `languages: [en, fr]`.",
    ],
    [
      "kind: draft",
      'kind: draft, watermark: "yes"',
      "Write `watermark: true` or `watermark: false`, without quotation marks.",
    ],
    [
      "language: en",
      "language: English",
      "Write the code of the language in small letters, such as `language: fr`.",
    ],
    ["{ city: bangkok, country: TH }", "Bangkok", "Write its fields: `place: { city: …, country: … }`."],
  ])("%s written as %s is shown in the right form", (right, wrong, hint) => {
    expect(found(body("").replace(right, wrong)).map((d) => [d.code, d.hint])).toEqual([
      ["wrong-type", hint],
    ]);
  });

  test("a choice is said with the nearest and with all that there are", () => {
    expect(says(body("").replace("kind: draft", "kind: preliminary-daft"))).toEqual([
      "6:26 wrong-type `kind` cannot be “preliminary-daft”. | Did you mean `preliminary-draft`? It is one of: preliminary-draft, revised-draft, draft, revised-draft-resolution, committee-draft, adopted.",
    ]);
  });
});

describe("a number sign in a text", () => {
  test("that would cut the text off is said; a note after a text is fine", () => {
    expect(says(body("operative:\n  - id: op01\n    text: Urges item #3 of it\n"))).toEqual([
      `${h + 4}:11 yaml-syntax “#3 of it” is not read: what follows a space and # is a note of your own. | Put the whole text in quotation marks, or write \`# \` with a space if it is a note.`,
    ]);
    expect(found(body("operative:\n  - id: op01\n    text: Urges C#3 # a note\n"))).toEqual([]);
  });
});

describe("ids", () => {
  test("used twice are said with both places", () => {
    expect(says(body("operative:\n  - { id: op01, text: a }\n  - { id: op01, text: b }\n"))).toEqual([
      `${h + 4}:11 duplicate-id The id \`op01\` is given twice; the first is in line ${h + 3}, column 11. | Give the newer of the two another id; an id that is in use never changes.`,
    ]);
    expect(says(body("operative:\n  - { id: n1, text: 'a[^n1]' }\nnotes: { n1: x }\n"))[0]).toContain(
      "duplicate-id",
    );
    expect(says(body("operative:\n  - { id: title, text: a }\n"))[0]).toContain(
      "duplicate-id The id `title`",
    );
  });

  test("with capitals or spaces are refused, with one that would do", () => {
    expect(says(body('operative:\n  - { id: "OP 01", text: a }\n'))).toEqual([
      `${h + 3}:11 invalid-id “OP 01” cannot be an id. | Ids have lower-case letters, digits, - and ., first a letter, such as op-01.`,
    ]);
    expect(says(body("notes: { N1: a }\n"))[0]).toBe(
      `${h + 2}:10 invalid-id “N1” cannot be an id. | Ids have lower-case letters, digits, - and ., first a letter, such as n1.`,
    );
  });
});

describe("references", () => {
  const text = (words: string, more = "") =>
    body(`operative:\n  - id: op01\n    text: >-\n      _Urges_ all\n      ${words}\n${more}`);

  test("to nothing are said where they stand, with the nearest that exists", () => {
    expect(says(text("as in [@op10]"))).toEqual([
      `${h + 6}:13 dangling-reference There is no paragraph \`op10\`. | Did you mean \`op01\`?`,
    ]);
    expect(says(text("so[^n1]"))).toEqual([
      `${h + 6}:9 dangling-reference There is no footnote \`n1\`. | Add it under \`notes:\` as \`n1: …\`.`,
    ]);
  });

  test("to a text without a number are said", () => {
    expect(says(text("as in [@h1]", "  - heading: { id: h1, text: H }\n"))[0]).toContain(
      "points to a text that has no number",
    );
  });

  test("a note that nothing calls is a warning", () => {
    const [warning] = found(body("notes: { n1: a }\n"));
    expect(warning).toMatchObject({
      code: "note-unused",
      severity: "warning",
      place: { line: h + 2, column: 10 },
    });
  });

  test("a note inside a note is refused", () => {
    expect(says(text("so[^n1]", "notes: { n1: 'a[^n1]' }\n"))).toEqual([
      `${h + 7}:16 inline-syntax The footnote \`n1\` calls the footnote \`n1\`; a footnote cannot have footnotes. | Write the words into the footnote itself.`,
    ]);
  });
});

describe("marks", () => {
  const place = (yaml: string): string[] =>
    found(body(yaml)).map((d) => `${d.code} ${d.place?.line}:${d.place?.column}`);

  test("an open one is said at its own line and column, in every way YAML writes a text", () => {
    expect(place("operative:\n  - id: op01\n    text: one _two three\n")).toEqual([
      `inline-syntax ${h + 4}:15`,
    ]);
    expect(place("operative:\n  - id: op01\n    text: one\n      two _three\n")).toEqual([
      `inline-syntax ${h + 5}:11`,
    ]);
    expect(
      place("operative:\n  - id: op01\n    text: >-\n      one\n      two\n\n      and _three\n"),
    ).toEqual([`inline-syntax ${h + 8}:11`]);
    expect(
      place("operative:\n  - id: op01\n    text: |\n      one\n        two\n      and _three\n"),
    ).toEqual([`inline-syntax ${h + 7}:11`]);
    expect(place("operative:\n  - id: op01\n    text: 'it''s one _two'\n")).toEqual([
      `inline-syntax ${h + 4}:22`,
    ]);
    expect(place('operative:\n  - id: op01\n    text: "\\u00e9\\"\\\n      x _two"\n')).toEqual([
      `inline-syntax ${h + 5}:9`,
    ]);
  });
});

describe("characters", () => {
  test("that cannot be printed are said one by one with their places", () => {
    expect(says(body('operative:\n  - id: op01\n    text: "one\\u0007 two\\ud800"\n'))).toEqual([
      `${h + 4}:15 control-character The text holds the character U+0007, which cannot be printed. | Take it out; it often comes along when text is copied from elsewhere.`,
      `${h + 4}:25 lone-surrogate The text holds half a character. | Type the character again.`,
    ]);
  });

  test("invisible direction signs are a warning that names the mark to use", () => {
    const [warning] = found(body("operative:\n  - id: op01\n    text: one \u202etwo\n"));
    expect(warning).toMatchObject({
      severity: "warning",
      code: "control-character",
      place: { line: h + 4, column: 15 },
    });
  });
});

describe("files", () => {
  test("that are not UTF-8 are said with the place of the first wrong byte", () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("language: en\ntitle: "), 0xe9, 0x20, 0x61]);
    expect(says(bytes)).toEqual([
      "2:8 file-encoding The file is not text in UTF-8. | Save it again with the encoding UTF-8.",
    ]);
    expect(says(new Uint8Array([0xff, 0xfe, 0x61, 0]))[0]).toContain("The file is in UTF-16");
  });

  test("that are too large are not read", () => {
    expect(says(new Uint8Array(9 * 1024 * 1024))[0]).toContain(
      "file-too-large The file has 9.0 MB; at most 8 MB are read.",
    );
  });

  test("a work that is not there is said with the nearest, and no path leads out of the folder", () => {
    const there = memoryWorld({ "resolutions/122-crime/resolution.yaml": "" });
    expect(readWork(there, "122-crme").diagnostics[0]).toMatchObject({
      code: "work-unknown",
      hint: "Did you mean `122-crime`?",
    });
    expect(readWork(there, "../resolutions/122-crime").diagnostics[0]?.code).toBe("work-unknown");
  });
});

describe("YAML", () => {
  test.each([
    ["a tab at the start of a line", "operative:\n\t- id: op01\n", "A tab stands at the start of a line."],
    [
      "a colon in a text",
      "operative:\n  - id: op01\n    text: Noting: this\n",
      "There is a colon in this text",
    ],
    [
      "a text that starts with an asterisk",
      "operative:\n  - id: op01\n    text: *Title* of it\n",
      "A text cannot start with * unless it stands in quotation marks.",
    ],
    [
      "a text that starts with a bracket",
      "operative:\n  - id: op01\n    text: [ltr: A/1] is it\n",
      "A text cannot start with [ unless",
    ],
    [
      "an open quotation mark",
      'operative:\n  - id: op01\n    text: "open\n',
      "The text that begins with this quotation mark does not end.",
    ],
    ["an exclamation mark", "operative:\n  - id: op01\n    text: !now do it\n", "cannot start with !"],
    ["a field given twice", "operative: []\noperative: []\n", "The field `operative` is given twice."],
    ["two documents", "---\na: b\n", "A line with --- or ... starts a second document."],
  ])("with %s is explained", (_name, yaml, message) => {
    const all = found(body(yaml));
    expect(all.map((d) => d.code)).toContain("yaml-syntax");
    expect(all.map((d) => d.message).join(" ")).toContain(message);
    for (const d of all) {
      expect(d.hint).toBeDefined();
      expect(d.place?.line).toBeGreaterThan(h);
    }
  });

  test("references that blow up are refused without being followed", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
      .split("")
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(",")}]`)
      .join("\n")}\n`;
    const all = found(bomb);
    expect(new Set(all.map((d) => d.code))).toEqual(new Set(["yaml-syntax"]));
  });

  test("nested a hundred thousand deep is a finding, not a crash", () => {
    expect(found("[".repeat(100_000)).length).toBeGreaterThan(0);
    expect(found(`${"{a: ".repeat(3000)}x${"}".repeat(3000)}`)[0]?.code).toMatch(
      /nesting-too-deep|yaml-syntax/,
    );
    expect(found("").map((d) => d.code)).toEqual(["missing-field"]);
  });
});

describe("translations", () => {
  const source = body("operative:\n  - { id: op01, text: '_Urges_ all[^n1]' }\nnotes: { n1: N }\n");
  const fr = (text: string) => says(source, { "translations/fr.yaml": text });

  test("in another language than the file's name says", () => {
    expect(fr("language: es\ntexts: {}\n")).toEqual([
      "1:11 language-mismatch The file says that it is in `es`, its name says `fr`. | Write `language: fr`, or name the file es.yaml.",
    ]);
  });

  test("of a text that is not there, with the nearest", () => {
    expect(fr("language: fr\ntexts:\n  op1: { source: x, text: a }\n")).toEqual([
      "3:3 translation-unknown There is no text `op1` to translate. | Did you mean `op01`?",
    ]);
  });

  test("that lose a footnote, or call one that is not there", () => {
    expect(fr("language: fr\ntexts:\n  op01: { source: x, text: _prie_ tous }\n")[0]).toBe(
      "3:28 translation-differs The translation of `op01` lacks [^n1] of its source. | Footnote calls and cross-references are the same in every language.",
    );
    expect(fr("language: fr\ntexts:\n  op01: { source: x, text: 'tous[^n2]' }\n")[0]).toContain(
      "3:33 dangling-reference There is no footnote `n2`.",
    );
  });

  test("in a file that is not named after a language", () => {
    expect(says(source, { "translations/french.yaml": "" })[0]).toContain(
      "file-unread This file is not read: translations are named after their language",
    );
    expect(says(source, { "translations/en.yaml": "" })[0]).toContain(
      "the work itself is written in this language",
    );
  });
});
