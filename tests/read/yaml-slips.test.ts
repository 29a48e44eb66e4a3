/** Slips that YAML lets pass for something else, or stumbles over further on: the cause is said, once, where it stands. */
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/read/yaml.ts";

const says = (lines: readonly string[]): string[] =>
  parseYaml(`${lines.join("\n")}\n`, "a.yaml", { keep: true }).diagnostics.map(
    (d) => `${d.place?.line}:${d.place?.column} ${d.message} | ${d.hint}`,
  );

/** One entry of a list, with more of them around it. */
const entry = (...lines: string[]): string[] => [
  "amendments:",
  "- id: am-001",
  "  submitters: [FR]",
  ...lines,
  "- id: am-002",
  "  submitters: [MA]",
  "  amend:",
  "    en: [{ find: old, put: new }]",
  "    fr: [{ find: vieux, put: neuf }]",
  "- { id: am-003, submitters: [CA, ES], on: PP1, delete: yes }",
];

describe("a comma in a text between braces", () => {
  const cut = (piece: string, whole: string): string =>
    `A comma ends a text inside { }, so “${piece}” was not read as part of it. | Put the whole text in quotation marks: "${whole}".`;

  test.each([
    [
      "{ id: op02.a, text: protect rivers, lakes and wells }",
      "lakes and wells",
      "protect rivers, lakes and wells",
    ],
    [
      "{ after: x, put: , composed equally of women }",
      "composed equally of women",
      ", composed equally of women",
    ],
    ["{ n1: See it, Progress on water, 2023 }", "Progress on water", "See it, Progress on water, 2023"],
    ["{ en: rivers, text, wells, fr: eaux }", "text", "rivers, text, wells"],
  ])("is one finding, with the text as it was meant: %s", (fields, piece, whole) => {
    const column = 6 + fields.indexOf(piece);
    expect(says(entry(`  x: ${fields}`))).toEqual([`4:${column} ${cut(piece, whole)}`]);
  });

  test("is none where a field of the entry was left without its value, or the text is in quotation marks", () => {
    expect(says(entry("  x: { on: PP1, delete }"))).toEqual([]);
    expect(says(entry("  x: { en: \"rivers, lakes\", fr: 'a, b' }"))).toEqual([]);
  });
});

describe("a slip in brackets is told by its cause", () => {
  test.each([
    [
      "a colon",
      "    fr: [{ find: assainissement : le rôle, put: x }]",
      '5:33 There is a colon in this text, so what stands before it was taken for the name of a field. | Put the whole text in quotation marks: "assainissement : le rôle".',
    ],
    [
      "an apostrophe",
      "    fr: [{ find: 'l'assainissement de l'eau', put: x }]",
      "5:20 This apostrophe ends the text, since the text stands in 'single quotation marks'. | Write it twice (l''assainissement), or put the text in \"double quotation marks\".",
    ],
    [
      "a mark of speech",
      '    en: [{ find: "the "old" words", put: x }]',
      '5:23 This mark ends the text, since the text stands in "double quotation marks". | Write \\" in its place',
    ],
    [
      "a bracket that is forgotten",
      "    en: [{ find: a, put: b }",
      "5:9 This [ is not closed. | Write ] where the list ends.",
    ],
    [
      "a brace that is forgotten",
      "    en: [{ find: a, put: b ]",
      "5:10 This { is not closed. | Write } where",
    ],
    [
      "a footnote in a text without marks",
      "    en: [{ find: a, put: the text[^n1] of it }]",
      "5:34 A text between brackets cannot hold [ unless it stands in quotation marks.",
    ],
  ])("%s", (_, line, said) => {
    expect(says(entry("  amend:", line))).toEqual([expect.stringContaining(said)]);
  });
});

test("brackets that go on over several lines are closed where they are closed", () => {
  const lines = ["- { id: am-004,", "  on: [PP1,", "  PP2], text: 'l''eau' }", "- text: [a", "  other: b"];
  expect(says(["amendments:", ...lines])).toEqual([
    "5:9 This [ is not closed. | Write ] where the list ends.",
  ]);
});

describe("the start of a line", () => {
  const space =
    "A character that only looks like a space (a no-break space, say) stands at the start of this line. | Take out what stands before the first letter, and type the spaces again.";

  test.each(["\u00a0\u00a0on: PP1", " \u00a0on: PP1", "\u202f on: PP1"])(
    "with a no-break space in it is told as such: %j",
    (line) => {
      expect(says(entry(line, "  delete: yes"))).toEqual([expect.stringMatching(/^4:[12] /)]);
      expect(says(entry(line, "  delete: yes"))[0]).toContain(space);
    },
  );

  test("with a hyphen and no space after it is one finding, also where all entries begin so", () => {
    const hyphen = "There is no space after the hyphen, so this line does not begin an entry of a list.";
    const one = says(entry("  on: PP1").map((line) => line.replace("- id: am-002", "-id: am-002")));
    expect(one).toEqual([`5:1 ${hyphen} | Write a space after it: \`- id: …\`.`]);
    expect(says(["amendments:", "-id: am-001", "  submitters: [FR]"])).toEqual([
      expect.stringContaining(`2:1 ${hyphen}`),
    ]);
  });
});

describe("a tab at the start of a line", () => {
  const tab = "A tab stands at the start of a line. | Use spaces only.";

  test.each([
    ["before a list in brackets", "- id: am-001", "\tsubmitters: [FR]"],
    ["before a map in braces", "- id: am-001", "\tamend: { en: [{ find: old, put: new }] }"],
    ["after spaces", "- id: am-001", "  \tsubmitters: [FR]"],
    ["before the words of a long text", "- id: am-001", "  reason: >-\n\tfoo bar"],
    ["inside brackets that go on", "- id: am-001", "  submitters: [FR,\n\tMA]"],
  ])("is named, whatever the line holds: %s", (_, ...lines) => {
    const found = says(["amendments:", ...lines]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(tab);
  });
});
