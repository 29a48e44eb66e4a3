import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { Project } from "./project.ts";

/** Bad input in lists of amendments: one finding at its place with a way out, and the list goes to the printer all the same. */

const work = "122-small";
const source = `resolutions/${work}/resolution.yaml`;
const file = `resolutions/${work}/amendments/dr.yaml`;
const later = `resolutions/${work}/amendments/rev.yaml`;

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  committee: peace-and-security
  submitters: { role: co-rapporteur, parties: [{ person: { id: a, honorific: ms, given: A, family: B, country: MX } }] }
  languages: [en]
stages:
  - { id: dr, kind: draft, symbol: C-I/122/DR, date: 2010-01-15 }
  - { id: rev, kind: revised-draft, symbol: C-I/122/DR-rev, date: 2010-03-15, applies: accepted }
  - { id: last, kind: committee-draft, symbol: C-I/122/DR-Com, date: 2010-03-31, applies: accepted }
title: The small title
preambular:
  - { id: pp01, text: _Aware_ of the old words and of the long night }
  - { id: pp02, text: _Recalling_ everything that was said before }
operative:
  - id: op01
    text: _Urges_ all parliaments
    children: [{ id: op01.a, text: to act at once with many actions }, { id: op01.b, text: to act later }]
  - { id: op02, text: _Invites_ governments to follow }
  - { id: op03, text: _Thanks_ the staff for its work }
`;

const start = `stage: dr
received: 2010-03-10
amendments:
  - { id: am-001, submitters: [CA], on: PP1, amend: [{ find: old words, put: new words }] }
  - { id: am-002, submitters: [MA], add: { after: PP1, text: _Noting_ the day } }
`;

const startLater = `stage: rev
received: 2010-03-20
amendments:
  - { id: am-101, submitters: [CA], on: PP1, amend: [{ find: long night, put: short night }] }
`;

const accepted = "decision: { outcome: accepted, date: 2010-03-12 }";
const withdrawn = "decision: { outcome: withdrawn, date: 2010-03-12 }";

let project: Project;
beforeEach(() => {
  project = new Project().write(source, resolution).write(file, start);
});
afterEach(() => project.remove());

const add = (...entries: string[]): void => {
  project.write(file, `${project.read(file)}${entries.map((entry) => `  - ${entry}\n`).join("")}`);
};
const addLater = (...entries: string[]): void => {
  project.write(later, `${startLater}${entries.map((entry) => `  - ${entry}\n`).join("")}`);
};

interface Wanted {
  code: Diagnostic["code"];
  /** What stands in the line that the finding names. */
  line: string | RegExp;
  file?: string;
  says: RegExp;
  /** What the way out says. */
  hint: RegExp;
  /** The stage whose list is printed. */
  stage?: string;
  /** What the printed list says of it; absent where the amendment itself can be printed as it is. */
  printed?: RegExp | false;
  /** Amendments whose row is marked; absent: the last of the list. */
  rows?: string[];
}

/** `list` and `check` say it once and fail; the list is printed with the broken one as broken, and the exit code says so. */
async function isSaidOnce({
  code,
  line,
  file: at = file,
  says,
  hint,
  stage = "dr",
  printed = /This amendment cannot be/,
  rows,
}: Wanted) {
  for (const command of [`amend ${work} list`, `check ${work}`]) {
    const said = await project.run(`${command} --json`);
    const { diagnostics } = JSON.parse(said.out) as { diagnostics: Diagnostic[] };
    const found = diagnostics.filter(({ severity }) => severity !== "info");
    expect(found.map((d) => `${d.severity} ${d.message}`)).toEqual([expect.stringMatching(/^error /)]);
    const [one] = found;
    expect([said.code, one?.code, one?.place?.file]).toEqual([1, code, at]);
    expect(project.read(at).split("\n")[(one?.place?.line ?? 0) - 1]).toMatch(line);
    expect(one?.message).toMatch(says);
    expect(one?.hint).toMatch(hint);
  }
  const { out } = await project.run(`amend ${work} list`);
  for (const id of rows ?? []) expect(out).toMatch(new RegExp(`^${id} .*(broken|does not fit)`, "m"));
  const paper = await project.run(`build ${work} --kind amendments --stage ${stage} --emit markup`);
  if (printed) expect(paper.out.replaceAll(/<[^>]*>/g, "")).toMatch(printed);
  else expect(paper.out).toContain("Amendments to the");
  const built = await project.run(`build ${work} --kind amendments --stage ${stage} --json`);
  const made = JSON.parse(built.out) as { files: { file: string }[]; diagnostics: Diagnostic[] };
  expect(built.code).toBe(1);
  expect(made.files.map((one) => one.file.replace(/.*\./, ""))).toEqual(["pdf", "docx"]);
  expect(made.diagnostics.filter((d) => d.message === undefined || says.test(d.message))).toHaveLength(1);
}

describe("stages", () => {
  test("two that take in the same amendment: one finding in the second, which names both", async () => {
    project.edit(source, "applies: accepted }\n  - { id: last", "applies: [am-003] }\n  - { id: last");
    project.edit(source, /applies: accepted }\ntitle/, "applies: [am-003] }\ntitle");
    add(`{ id: am-003, submitters: [FR], on: OP2, delete: yes, ${accepted} }`);
    await isSaidOnce({
      code: "amendment-stage",
      file: source,
      line: /id: last.*am-003/,
      says: /`last`.*am-003.*`rev`/,
      hint: /one of the two stages: `rev` or `last`/,
      printed: false,
    });
  });
  test("one that names an amendment twice", async () => {
    project.edit(
      source,
      "applies: accepted }\n  - { id: last",
      "applies: [am-003, am-003] }\n  - { id: last",
    );
    add(`{ id: am-003, submitters: [FR], on: OP2, delete: yes, ${accepted} }`);
    await isSaidOnce({
      code: "amendment-stage",
      file: source,
      line: /id: rev/,
      says: /`rev` names am-003 twice/,
      hint: /once/,
      printed: false,
    });
  });
  test("one that takes in what was withdrawn", async () => {
    project.edit(source, "applies: accepted }\n  - { id: last", "applies: [am-003] }\n  - { id: last");
    add(`{ id: am-003, submitters: [FR], on: OP2, delete: yes, ${withdrawn} }`);
    await isSaidOnce({
      code: "amendment-decision",
      file: source,
      line: /id: rev/,
      says: /`rev` takes in am-003, but its decision is: withdrawn/,
      hint: /Take it out of the stage/,
      printed: false,
    });
  });
});

describe("paragraphs", () => {
  test("that are not there, by number, by id, or as a place", async () => {
    for (const [on, line, says, hint] of [
      ["on: PP9, delete: yes", "PP9", /There is no PP9/, /preamble has PP1 to PP2/],
      [
        "on: OP1(d), delete: yes",
        "OP1(d)",
        /There is no OP1\(d\)/,
        /OP1 has the sub-paragraphs OP1\(a\) to OP1\(b\)/,
      ],
      ["on: op0l, delete: yes", "op0l", /There is no paragraph `op0l`/, /Did you mean `op01`/],
      ["on: PP1bis, delete: yes", "PP1bis", /only proposed/, /write to: am-002 in place of on:/],
      ["add: { after: OP9, text: _Noting_ x }", "OP9", /There is no OP9/, /operative part has OP1 to OP3/],
    ] as const) {
      project.write(file, start);
      add(`{ id: am-003, submitters: [FR], ${on} }`);
      await isSaidOnce({ code: "amendment-target", line, says, hint, rows: ["am-003"] });
    }
  });
  test("that were there in an earlier text, by id and by number", async () => {
    add(`{ id: am-003, submitters: [FR], on: OP2, delete: yes, ${accepted} }`);
    for (const [on, says, hint] of [
      [
        "op02",
        /OP2 of `dr` \(`op02`\) is not in the text of `rev` any more: am-003 took it out/,
        /earlier stage/,
      ],
      ["OP3", /There is no OP3 in the text of `rev`/, /The OP3 of `dr` is OP2 in `rev`/],
    ] as const) {
      addLater(`{ id: am-102, submitters: [FR], on: ${on}, delete: yes }`);
      await isSaidOnce({
        code: "amendment-target",
        file: later,
        line: `on: ${on},`,
        says,
        hint,
        stage: "rev",
        rows: ["am-102"],
      });
    }
  });
  test("with numbers of a later text than the list says", async () => {
    add(
      `{ id: am-003, submitters: [FR], add: { after: PP2, text: _Noting_ x }, ${accepted} }`,
      "{ id: am-004, submitters: [FR], on: PP3, delete: yes }",
    );
    await isSaidOnce({
      code: "amendment-target",
      line: "PP3",
      says: /There is no PP3 in the text of `dr`/,
      hint: /The text of `rev` has PP3; amendments to it stand in a list with `stage: rev`/,
      rows: ["am-004"],
    });
  });
});

describe("words", () => {
  test("that are not there", async () => {
    add("{ id: am-003, submitters: [FR], on: OP1(a), amend: [{ find: many actoins, put: much }] }");
    await isSaidOnce({
      code: "amendment-words",
      line: "many actoins",
      says: /“many actoins” does not stand in OP1\(a\)/,
      hint: /nearest words there are “many actions”/,
      rows: ["am-003"],
    });
  });
  test("of the text of another stage", async () => {
    add(
      `{ id: am-003, submitters: [FR], on: PP2, amend: [{ find: everything, put: all }], ${accepted} }`,
      "{ id: am-004, submitters: [FR], on: PP2, amend: [{ find: all that, put: what }] }",
    );
    await isSaidOnce({
      code: "amendment-words",
      line: "find: all that",
      says: /“all that” does not stand in PP2/,
      hint: /They stand in the text of `rev`; amendments to it stand in a list with `stage: rev`/,
      rows: ["am-004"],
    });
  });
  test("that are there twice, with both places", async () => {
    add("{ id: am-003, submitters: [FR], on: OP1, amend: [{ find: act, put: rest }] }");
    await isSaidOnce({
      code: "amendment-words",
      line: "find: act",
      says: /stands in OP1 twice: .*at once.*later/,
      hint: /occurrence: 1 to 2/,
      rows: ["am-003"],
    });
  });
});

describe("ids", () => {
  test("given twice in one list, with the place of the first and one that is free", async () => {
    add("{ id: am-002, submitters: [FR], on: OP2, delete: yes }");
    await isSaidOnce({
      code: "duplicate-id",
      line: /am-002, submitters: \[FR\]/,
      says: /This id is taken by the amendment in line 5/,
      hint: /such as am-003/,
    });
  });
  test("given in two lists", async () => {
    addLater("{ id: am-002, submitters: [FR], on: OP2, delete: yes }");
    await isSaidOnce({
      code: "duplicate-id",
      file: later,
      line: /am-002, submitters: \[FR\]/,
      says: /This id is taken by the amendment in .*dr.yaml, line 5/,
      hint: /such as am-003/,
      stage: "rev",
      rows: ["am-002"],
    });
  });
});
