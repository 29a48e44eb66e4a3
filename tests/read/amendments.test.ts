import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readWork, type Work } from "../../src/read/work.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { plainText } from "../../src/text/inline.ts";
import { memoryWorld, projectRoot } from "../fixtures/world.ts";

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  submitters:
    role: co-rapporteur
    parties:
      - person: { id: ortuno, honorific: ms, given: Maria, family: Ortuño, country: MX }
stages:
  - { id: dr-pre, kind: preliminary-draft, date: 2009-12-18 }
  - { id: dr-rev, kind: revised-draft, date: 2010-02-15, applies: accepted }
title: T
preambular:
  - { id: pp01, text: _Aware_ of this }
operative:
  - { id: op01, text: "_Urges_ all[^n1]" }
  - { id: op02, text: _Invites_ some, children: [{ id: op02.a, text: first }] }
notes: { n1: a note }
`;

const locale = (file: string): string => readFileSync(join(projectRoot, "locales/en", file), "utf8");
const locales = {
  "locales/en/countries.json": locale("countries.json"),
  "locales/en/names.json": locale("names.json"),
  "locales/fr/x.json": "{}",
};

function read(lists: Record<string, string>, source = resolution): { work: Work; diagnostics: Diagnostic[] } {
  const files = Object.entries(lists).map(([name, text]) => [`resolutions/w/amendments/${name}`, text]);
  const world = memoryWorld({
    ...locales,
    "resolutions/w/resolution.yaml": source,
    ...Object.fromEntries(files),
  });
  const { value, diagnostics } = readWork(world, "w");
  if (!value) throw new Error("the work could not be read");
  return { work: value, diagnostics };
}

/** A list with a head; entries are written from the margin. */
function list(entries: string, head = ""): string {
  const body = entries
    .trim()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  return `stage: dr-pre\nreceived: 2010-01-10\n${head}amendments:\n${body}\n`;
}

const said = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map((d) => `${d.place?.line}:${d.place?.column} ${d.code} ${d.message} | ${d.hint ?? ""}`);

/** What is wrong with one entry; the first line of it is line 4. */
function faults(entry: string, head = ""): string[] {
  return said(read({ "a.yaml": list(entry, head) }).diagnostics);
}

describe("a list of amendments", () => {
  test("reads every operation, in one language or several, and gives new paragraphs ids", () => {
    const { work, diagnostics } = read({
      "a.yaml": list(`
- { id: am-001, submitters: CA, on: PP1, amend: [{ find: this, put: _that_ }, { delete: of }, { after: Aware, put: too }] }
- { id: am-002, submitters: [IR, { body: women }], on: op 2 (a), delete: yes }
- { id: am-003, submitters: [{ group: Arab Group }], on: op01, replace: { en: New, fr: Nouveau } }
- { id: am-004, submitters: [MA], add: { after: PP1, text: { en: Alpha, fr: Alpha } } }
- { id: am-005, submitters: [MA], add: { at: start of the preamble, text: [One, { text: Two, children: [Three, Four] }, Five] } }
- { id: am-006, submitters: [SE], on: OP2, move: { before: OP1 } }
- { id: am-007, submitters: [CH], on: OP1, merge: { with: [OP2], text: Both } }
- { id: am-008, submitters: [JP], on: OP1, split: { text: [One, Two, Three], ids: [op01x, op01y] } }
- { id: am-009, submitters: [{ person: ortuno }], on: title, replace: New title }
- { id: am-010, submitters: [{ country: BE, role: co-rapporteur }], to: am-004, amend: [{ find: Alpha, put: Beta }] }
- { id: am-011, submitters: [FR], add: { at: end of OP2, text: second } }
`),
    });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    const operations = Object.fromEntries(work.tabled.map((t) => [t.id, t.operation]));
    expect(operations["am-001"]).toMatchObject({
      kind: "amend",
      changes: {
        en: [
          { find: "this", put: [{ kind: "emphasis" }] },
          { find: "of", put: [] },
          { find: "Aware", beside: "after" },
        ],
      },
    });
    expect(operations["am-002"]).toMatchObject({
      kind: "delete",
      target: { id: { number: { part: "operative", path: [{ number: 2 }, { number: 1 }] } } },
    });
    expect(operations["am-003"]).toMatchObject({ kind: "replace", target: { id: { id: "op01" } } });
    expect(operations["am-004"]).toMatchObject({ kind: "add", ids: ["am-004.a"], place: { at: "after" } });
    expect(operations["am-005"]).toMatchObject({
      place: { at: "start", part: "preambular" },
      ids: ["am-005.a", "am-005.b", "am-005.c", "am-005.d", "am-005.e"],
      depths: [1, 1, 2, 2, 1],
    });
    expect(operations["am-006"]).toMatchObject({ kind: "move", place: { at: "before" } });
    expect(operations["am-007"]).toMatchObject({ kind: "merge", others: [{ written: "OP2" }] });
    expect(operations["am-008"]).toMatchObject({ kind: "split", ids: ["op01x", "op01y"] });
    expect(operations["am-009"]).toMatchObject({ kind: "retitle", text: { en: [{ text: "New title" }] } });
    expect(operations["am-010"]).toMatchObject({ target: { id: { id: "am-004.a" } } });
    expect(operations["am-011"]).toMatchObject({ place: { at: "end", within: { written: "OP2" } } });
    expect(work.tabled[1]?.submitters).toEqual([
      { type: "country", country: "IR" },
      { type: "body", body: "women" },
    ]);
    expect(work.tabled[8]?.submitters).toMatchObject([{ type: "person", family: "Ortuño" }]);
    expect(work.tabled[9]).toMatchObject({ parent: "am-004", base: "dr-pre", received: "2010-01-10" });
  });

  test("names each submitter once, in whatever role", () => {
    const { work } = read({
      "a.yaml": list(
        "- { id: am-001, submitters: [MA, ES, { country: MA, role: rapporteur }, MA], on: PP1, delete: yes }",
      ),
    });
    expect(work.tabled[0]?.submitters).toEqual([
      { type: "country", country: "MA" },
      { type: "country", country: "ES" },
    ]);
  });

  test("finds words without their marks, white space in one, references as they are written", () => {
    const { work } = read({
      "a.yaml": list(
        '- { id: am-001, submitters: [CA], on: PP1, amend: [{ find: "_Aware_  of\\n this [@op01]", put: x }] }',
      ),
    });
    const operation = work.tabled[0]?.operation;
    expect(operation?.kind === "amend" && operation.changes.en?.[0]?.find).toBe("Aware of this [@op01]");
  });

  test("reads lists in the order of their stages, then of their names", () => {
    const late = list("- { id: am-101, submitters: [CA], on: PP1, delete: yes }")
      .replace("dr-pre", "dr-rev")
      .replace("2010-01-10", "2010-03-10");
    const { work } = read({
      "a.yaml": late,
      "b.yaml": list("- { id: am-002, submitters: [CA], on: PP1, delete: yes }"),
      "c.yaml": list("- { id: am-001, submitters: [CA], on: PP1, delete: yes }"),
    });
    expect(work.tabled.map((t) => t.id)).toEqual(["am-002", "am-001", "am-101"]);
  });

  test("is part of what the work's hash is made from", () => {
    const one = read({ "a.yaml": list("- { id: am-001, submitters: [CA], on: PP1, delete: yes }") });
    const other = read({ "a.yaml": list("- { id: am-001, submitters: [CU], on: PP1, delete: yes }") });
    expect(one.work.sourceHash).not.toBe(other.work.sourceHash);
  });

  test("keeps the others when one is broken, and what the broken one says of itself", () => {
    const { work, diagnostics } = read({
      "a.yaml": list(`
- { id: am-001, submitters: [CA], on: PP1, delete: yes }
- { id: am-002, submitters: [FR], on: PP1, deltee: yes }
- { id: am-003, submitters: [CU], on: PP1, replace: Words }
`),
    });
    expect(work.tabled.map((t) => t.id)).toEqual(["am-001", "am-003"]);
    expect(work.broken).toMatchObject([
      { id: "am-002", written: "PP1", base: "dr-pre", submitters: [{ country: "FR" }], place: { line: 5 } },
    ]);
    expect(said(diagnostics)).toEqual([
      "5:46 unknown-field am-002: There is no field `deltee`. | Did you mean `delete`?",
    ]);
  });

  test("has footnotes of its own, and says which are not there", () => {
    expect(
      faults('- { id: am-001, submitters: [CA], on: PP1, replace: "A[^n1] b[^x1]", notes: { x1: A note } }'),
    ).toEqual([]);
    expect(faults('- { id: am-001, submitters: [CA], on: PP1, replace: "A[^n2] [@op99]" }')).toEqual([
      "4:57 dangling-reference am-001: There is no footnote `n2`. | Did you mean `n1`?",
      "4:63 dangling-reference am-001: There is no paragraph `op99`. | Write the id of a paragraph after the @.",
    ]);
  });

  test("a withdrawn amendment was withdrawn by those who submitted it, unless it says who did", () => {
    const { work } = read({
      "a.yaml": list(`
- { id: am-001, submitters: [CA, FR], on: PP1, delete: yes, decision: { outcome: withdrawn } }
- { id: am-002, submitters: [CA, FR], on: PP1, delete: yes, decision: { outcome: withdrawn, by: FR } }
`),
    });
    expect(work.tabled.map((t) => t.decision.by?.length)).toEqual([2, 1]);
  });

  test("a result without `on` is about what its amendment is about", () => {
    const { work } = read({
      "a.yaml": list(
        "- { id: am-001, submitters: [CA], on: OP1, delete: yes, decision: { outcome: accepted-as-amended, date: 2010-03-30, result: { amend: [{ find: all, put: some }] } } }",
      ),
    });
    expect(work.tabled[0]?.decision.result).toMatchObject({
      kind: "amend",
      target: { id: { written: "OP1" } },
    });
  });
});

describe("what is wrong in a list is said at its place", () => {
  const entry = (rest: string, id = "am-001"): string => `- { id: ${id}, submitters: [CA], ${rest} }`;

  test.each<[what: string, entry: string, finding: string]>([
    [
      "no operation",
      entry("on: PP1"),
      "4:5 amendment-operation am-001: It is not said what is to be done. | Add one of amend",
    ],
    [
      "two operations",
      entry("on: PP1, delete: yes, replace: x"),
      "4:46 amendment-operation am-001: Both `replace` and `delete` are given",
    ],
    ["no paragraph", entry("delete: yes"), "4:5 missing-field am-001: The field `on` is missing"],
    [
      "no number",
      entry("on: PPP3, delete: yes"),
      "4:41 amendment-target am-001: “PPP3” is not the number of a paragraph, and no id. | Write PP1",
    ],
    [
      "an addition on a paragraph",
      entry("on: PP1, add: { after: PP1, text: x }"),
      "4:37 amendment-operation am-001: A new paragraph stands after or before another one, not `on` it. | Take `on` out, and write add: { after: PP1",
    ],
    [
      "an addition nowhere",
      entry("add: { text: x }"),
      "4:42 amendment-operation am-001: It is not said where the paragraph goes. | Add after:",
    ],
    [
      "an addition in two places",
      entry("add: { after: PP1, before: OP1, text: x }"),
      "4:56 amendment-operation am-001: Both `after` and `before` are given",
    ],
    [
      "an addition after the title",
      entry("add: { after: title, text: x }"),
      "4:51 amendment-target am-001: The title cannot be named here.",
    ],
    [
      "a place that is none",
      entry("add: { at: start of preambel, text: x }"),
      "4:48 amendment-target am-001: “start of preambel” is no place in the text. | Did you mean: start of preamble?",
    ],
    [
      "the title deleted",
      entry("on: title, delete: yes"),
      "4:48 amendment-operation am-001: The title cannot be changed by `delete`.",
    ],
    [
      "a paragraph retitled",
      entry("on: PP1, retitle: x"),
      "4:46 amendment-operation am-001: `retitle` is for the title",
    ],
    [
      "a change of nothing",
      entry("on: PP1, amend: [{ put: x }]"),
      "4:54 amendment-operation am-001: This change does not say which words it means.",
    ],
    [
      "a change without new words",
      entry("on: PP1, amend: [{ find: x }]"),
      "4:54 amendment-operation am-001: `put` is missing beside `find`. | Add `put:` with the new words, or write `delete`",
    ],
    [
      "a change of two kinds",
      entry("on: PP1, amend: [{ find: x, after: y, put: z }]"),
      "4:65 amendment-operation am-001: This change has both `find` and `after`.",
    ],
    [
      "a change that changes nothing",
      entry("on: PP1, amend: [{ find: x, put: x }]"),
      "4:65 amendment-operation am-001: The new words are the same as the old ones.",
    ],
    [
      "a paragraph split in one",
      entry("on: PP1, split: { text: [x] }"),
      "4:61 amendment-operation am-001: A paragraph is split into at least two",
    ],
    [
      "languages that differ in number",
      entry("add: { after: PP1, text: { en: [a, b], fr: c } }"),
      "4:76 amendment-operation am-001: There is 1 paragraph in `fr`, but 2 in `en`.",
    ],
    [
      "ids that differ in number",
      entry("add: { after: PP1, text: x, ids: [a, b] }"),
      "4:70 amendment-operation am-001: There is 1 new paragraph, but 2 ids.",
    ],
    [
      "a language that is not there",
      entry("on: PP1, replace: { fe: x }"),
      "4:57 language-unknown am-001: There is no language `fe`. | Did you mean `fr`?",
    ],
    [
      "a deletion in one language",
      entry("on: PP1, delete: yes, only: [fr]"),
      "4:59 amendment-operation am-001: A paragraph cannot be put in, taken out or moved in some languages only.",
    ],
    [
      "an unknown field",
      entry("on: PP1, delete: yes, sumbitted: x"),
      "4:59 unknown-field am-001: There is no field `sumbitted`.",
    ],
    [
      "a country by its name",
      "- { id: am-001, submitters: [Canada], on: PP1, delete: yes }",
      "4:32 country-unknown am-001: There is no country with the code “Canada”. | Write CA for Canada.",
    ],
    [
      "a country in small letters",
      "- { id: am-001, submitters: [ca], on: PP1, delete: yes }",
      "4:32 country-unknown am-001: There is no country with the code “ca”. | Write it in capitals: CA.",
    ],
    [
      "a country that is not there",
      "- { id: am-001, submitters: [XX], on: PP1, delete: yes }",
      "4:32 country-unknown am-001: There is no country with the code “XX”. | Did you mean MX (Mexico)?",
    ],
    ...(
      [
        ["UK", "Write GB for United Kingdom."],
        ["EL", "Write GR for Greece."],
        ["GBR", "Write GB for United Kingdom."],
        ["FRA", "Write FR for France."],
        ["zaf", "Write ZA for South Africa."],
        ["Korea", "Write KP for Democratic People’s Republic of Korea, or KR for Republic of Korea."],
        ["Britain", "Write GB for United Kingdom."],
        ["Frankreich", "A delegation is named by two capital letters"],
        ["Niger", "Write NE for Niger."],
      ] as const
    ).map(([typed, hint]): [string, string, string] => [
      `a country as it is often written, ${typed}`,
      `- { id: am-001, submitters: [${typed}], on: PP1, delete: yes }`,
      `4:32 country-unknown am-001: There is no country with the code “${typed}”. | ${hint}`,
    ]),
    [
      "a submitter who stands there twice",
      "- { id: am-001, submitters: [MA, ES, MA], on: PP1, delete: yes }",
      "4:40 submitter-twice am-001: MA stands in this list already, and is named once. | Take it out here,",
    ],
    [
      "a body that is not there",
      "- { id: am-001, submitters: [{ body: woman }], on: PP1, delete: yes }",
      "4:40 body-unknown am-001: There is no body `woman`. | Did you mean `women`?",
    ],
    [
      "a group that is not there",
      "- { id: am-001, submitters: [{ group: arabs }], on: PP1, delete: yes }",
      "4:41 name-unknown am-001: There is no group `arabs`. | Did you mean `arab`?",
    ],
    [
      "an honorific that is not there",
      "- { id: am-001, submitters: [{ person: { id: x, honorific: mrs, family: X, country: MX } }], on: PP1, delete: yes }",
      "4:62 name-unknown am-001: There is no honorific `mrs`. | Did you mean `mr`?",
    ],
    [
      "nobody",
      "- { id: am-001, on: PP1, delete: yes }",
      "4:5 missing-field am-001: The field `submitters` is missing. | Add `submitters:` with a list",
    ],
    [
      "a person who is not there",
      "- { id: am-001, submitters: [{ person: ortuna }], on: PP1, delete: yes }",
      "4:42 dangling-reference am-001: No person `ortuna` submits the work. | Did you mean `ortuno`?",
    ],
    [
      "a decision before the receipt",
      entry("on: PP1, delete: yes, decision: { outcome: accepted, date: 2010-01-09 }"),
      "4:96 amendment-date am-001: It was decided on 2010-01-09, before it was received on 2010-01-10.",
    ],
    [
      "a day of decision without one",
      entry("on: PP1, delete: yes, decision: { outcome: pending, date: 2010-03-30 }"),
      "4:95 amendment-decision am-001: There is a day of decision, but the amendment is still pending.",
    ],
    [
      "a result of a rejection",
      entry("on: PP1, delete: yes, decision: { outcome: rejected, result: { replace: x } }"),
      "4:90 amendment-decision am-001: There is a result although the outcome is rejected.",
    ],
    [
      "an outcome that is none",
      entry("on: PP1, delete: yes, decision: { outcome: accpted }"),
      "4:80 wrong-type am-001: `outcome` cannot be “accpted”. | Did you mean `accepted`?",
    ],
    [
      "the id of a paragraph",
      entry("on: PP1, delete: yes", "op01"),
      "4:11 duplicate-id op01: `op01` is the id of a paragraph.",
    ],
    [
      "a new paragraph with a taken id",
      entry("add: { after: PP1, text: x, ids: [pp01] }"),
      "4:11 duplicate-id am-001: The id `pp01` of its new paragraph is taken by the text.",
    ],
    [
      "a parent that is not there",
      entry("to: am-002, delete: yes"),
      "4:41 amendment-parent am-001: There is no amendment `am-002`.",
    ],
    [
      "its own parent",
      entry("to: am-001, delete: yes"),
      "4:41 amendment-parent am-001: The amendment is a sub-amendment to itself.",
    ],
    ["something else", "- 17", "4:5 wrong-type This entry must be an amendment, not the number 17."],
  ])("%s", (_, source, finding) => {
    const [first = "", ...rest] = faults(source);
    expect(first.slice(0, finding.length)).toBe(finding);
    expect(rest).toEqual([]);
  });

  test("an id that is used again, with the place where it was first, also in another list", () => {
    const taken = list(`
- { id: am-003, submitters: [CA], on: PP1, delete: yes, decision: { outcome: withdrawn } }
- { id: am-004, submitters: [CA], on: PP1, delete: yes }
`);
    const again = list("- { id: am-003, submitters: [FR], on: OP1, delete: yes }");
    const { work, diagnostics } = read({ "a.yaml": taken, "b.yaml": again });
    expect(said(diagnostics)).toEqual([
      "4:11 duplicate-id am-003: This id is taken by the amendment in resolutions/w/amendments/a.yaml, line 4. It was withdrawn, but an id is never used again. | Give this one an id of its own, such as am-005.",
    ]);
    expect(diagnostics[0]?.place?.file).toBe("resolutions/w/amendments/b.yaml");
    expect(work.broken.map((b) => b.id)).toEqual(["am-003"]);
  });

  test("sub-amendments in a circle, to another sub-amendment, to a broken one, to several paragraphs", () => {
    expect(
      faults(`
- { id: am-001, submitters: [CA], to: am-002, delete: yes }
- { id: am-002, submitters: [CA], to: am-001, delete: yes }
- { id: am-003, submitters: [CA], add: { after: PP1, text: [x, y] } }
- { id: am-004, submitters: [CA], to: am-003, on: am-003.b, amend: [{ find: y, put: z }] }
- { id: am-005, submitters: [CA], to: am-004, amend: [{ find: z, put: q }] }
- { id: am-006, submitters: [CA], to: am-003, amend: [{ find: x, put: z }] }
- { id: am-007, submitters: [CA], on: PP1 }
- { id: am-008, submitters: [CA], to: am-007, amend: [{ find: x, put: z }] }
`).map((line) => line.replace(/ \|.*/, "")),
    ).toEqual([
      "4:41 amendment-parent am-001: The sub-amendments run in a circle: am-001 to am-002 to am-001.",
      "8:41 amendment-parent am-005: `am-004` is a sub-amendment itself, and a sub-amendment cannot be amended.",
      "9:5 amendment-target am-006: `am-003` has 2 new paragraphs, and it is not said which one is meant.",
      "10:5 amendment-operation am-007: It is not said what is to be done.",
      "11:41 amendment-parent am-008: `am-007` cannot be read, and so nobody can tell what this one speaks of.",
    ]);
  });

  test("a stage that the work does not have, once for the whole list, which is broken then", () => {
    const { work, diagnostics } = read({
      "a.yaml": list("- { id: am-001, submitters: [CA], on: PP1, delete: yes }").replace("dr-pre", "dr-per"),
    });
    expect(said(diagnostics)).toEqual([
      "1:8 stage-unknown The work has no stage `dr-per`, so nobody can tell which text is meant. | Did you mean `dr-pre`? The stages are: dr-pre, dr-rev.",
    ]);
    expect(work.broken).toMatchObject([{ id: "am-001", base: "dr-per" }]);
  });

  test("a language that lacks a text, as far as the list wants it", () => {
    const entries = `
- { id: am-001, submitters: [CA], on: PP1, replace: { en: A, fr: A } }
- { id: am-002, submitters: [CA], on: PP1, replace: { en: A } }
- { id: am-003, submitters: [CA], on: PP1, delete: yes }
- { id: am-004, submitters: [CA], on: PP1, only: [fr], amend: { fr: [{ find: A, put: B }] } }
`;
    expect(faults(entries)).toEqual([
      "5:46 amendment-text-missing am-002: There is no text in `fr`. | Add it; until then the words in `en` stand in its place, marked as not yet translated.",
    ]);
    expect(faults(entries, "languages: [en]\n")).toEqual([]);
  });

  test("a stage that takes in what is not there", () => {
    const { diagnostics } = read(
      { "a.yaml": list("- { id: am-001, submitters: [CA], on: PP1, delete: yes }") },
      resolution.replace("applies: accepted", "applies: [am-010]"),
    );
    expect(said(diagnostics)).toEqual([
      "11:68 amendment-unknown The stage `dr-rev` takes in `am-010`, but there is no such amendment. | Did you mean `am-001`?",
    ]);
  });

  test("a file that is no list", () => {
    const { work, diagnostics } = read({
      "a.yaml": "- one\n",
      "notes.txt": "x",
      ".a.yaml.swp": "x",
      "b.yaml": "",
    });
    expect(diagnostics.map((d) => [d.place?.file, d.code])).toEqual([
      ["resolutions/w/amendments/a.yaml", "wrong-type"],
      ["resolutions/w/amendments/b.yaml", "missing-field"],
      ["resolutions/w/amendments/notes.txt", "file-unread"],
    ]);
    expect([...work.tabled, ...work.broken]).toEqual([]);
  });

  test("nothing at all, where there are no lists yet, or an empty one", () => {
    expect(read({}).diagnostics).toEqual([]);
    expect(read({ "a.yaml": "stage: dr-pre\namendments:\n" }).diagnostics).toEqual([]);
  });
});

test("the texts of an amendment keep their marks", () => {
  const { work } = read({
    "a.yaml": list("- { id: am-001, submitters: [CA], on: PP1, replace: _Aware_ of *A Report* }"),
  });
  const operation = work.tabled[0]?.operation;
  const text = operation?.kind === "replace" ? operation.text.en : undefined;
  expect(plainText(text ?? [])).toBe("Aware of A Report");
  expect(text?.filter((node) => node.kind === "emphasis").map((node) => node.role)).toEqual([
    "opening",
    "title",
  ]);
});
