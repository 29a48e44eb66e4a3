import { rmSync } from "node:fs";
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
    const found = diagnostics.filter(
      ({ severity, code: own }) => severity !== "info" && own !== "amendment-pending",
    );
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

describe("submitters", () => {
  test("that nobody knows: a country, a body, a group, a title of a person", async () => {
    for (const [who, code, says] of [
      ["ZZ", "country-unknown", /no country with the code “ZZ”/],
      ["{ body: womens }", "body-unknown", /There is no body `womens`/],
      ["{ group: africans }", "name-unknown", /There is no group `africans`/],
      [
        "{ person: { id: a, honorific: mister, given: A, family: B, country: FR } }",
        "name-unknown",
        /There is no honorific `mister`/,
      ],
    ] as const) {
      project.write(file, start);
      add(`{ id: am-003, submitters: [${who}], on: OP2, delete: yes }`);
      await isSaidOnce({ code, line: "am-003", says, hint: /./, printed: /OP2/, rows: ["am-003"] });
    }
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
  test("are told on the list in its own words, and the last line in the terminal says what is to be mended", async () => {
    add("{ id: am-003, submitters: [FR], on: PP9, delete: yes }");
    add("{ id: am-004, submitters: [SE], on: OP1, move: { after: OP8 } }");
    const build = `build ${work} --stage dr --kind amendments --lang en --format pdf`;
    const { out } = await project.run(`${build} --emit markup`);
    expect(out).toContain("Not in the text: PP9");
    expect(out).toContain("the paragraph it speaks of is not there.");
    expect(out).toContain("the paragraph that it is to stand beside is not there.");
    expect(out.replace(/ id="[^"]*"/g, "")).not.toMatch(/`|am-00[34]|There is no/);
    const { code, err } = await project.run(build);
    expect(code).toBe(1);
    expect(err).toMatch(
      /2 warnings\nTo be mended before this goes out: \S+dr\.yaml:6:\d+, \S+dr\.yaml:7:\d+\n$/,
    );
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

describe("days", () => {
  test("a list of which all came in before the text that it says it is about", async () => {
    project.edit(file, "stage: dr", "stage: last");
    await isSaidOnce({
      code: "amendment-date",
      line: "stage: last",
      says: /All amendments of this list came in before the text of `last` of 2010-03-31 was there/,
      hint: /such as `dr` of 2010-01-15/,
      stage: "last",
      rows: ["am-001", "am-002"],
    });
  });
  test("one amendment that came in before the text that its list is about, which may be right", async () => {
    addLater("{ id: am-102, submitters: [FR], received: 2010-03-01, on: OP2, delete: yes }");
    const { code, out, err } = await project.run(`amend ${work} list --stage rev`);
    expect(code).toBe(0);
    expect(err).toMatch(
      /warning: am-102: It came in on 2010-03-01, before the text of `rev` of 2010-03-15 was there/,
    );
    expect(err).toContain("look whether it is about an earlier stage, such as `dr`");
    expect(out).toMatch(/^am-102 .*pending$/m);
  });
});

describe("stages of lists", () => {
  test("that the work does not have: said once, with the list shown as broken", async () => {
    project.edit(file, "stage: dr", "stage: dr-pree");
    const shown = await project.run(`amend ${work} list`);
    expect([shown.code, shown.err.match(/error:/g)?.length]).toEqual([1, 1]);
    expect(shown.err).toContain(`${file}:1:8: error: The work has no stage \`dr-pree\``);
    expect(shown.out).toMatch(
      /Amendments to dr-pree, which is no stage of the work: 2 broken[\s\S]*am-001, .*:4:/,
    );
    expect(shown.out).not.toContain("There are no amendments");
    const built = await project.run(`build ${work} --kind amendments --stage dr`);
    expect([built.code, built.err.match(/error:/g)?.length]).toEqual([1, 1]);
  });
});

describe("decisions", () => {
  test("on a withdrawn amendment, as a command: nothing is written", async () => {
    add(`{ id: am-003, submitters: [FR], on: OP2, delete: yes, ${withdrawn} }`);
    const before = project.read(file);
    const said = await project.run(
      `amend ${work} decide am-003 rejected --body drafting-committee --date 2010-03-30`,
    );
    expect([said.code, project.read(file)]).toEqual([1, before]);
    expect(said.err).toMatch(/am-003 was withdrawn .*nothing to decide[\s\S]*hint: .*decide … pending/);
  });
  test("on a withdrawn amendment, in the list", async () => {
    add(
      "{ id: am-003, submitters: [FR], on: OP2, delete: yes, decision: { outcome: withdrawn, body: drafting-committee, date: 2010-03-12 } }",
    );
    await isSaidOnce({
      code: "amendment-decision",
      line: "am-003",
      says: /It was withdrawn, so there was nothing left for a body to decide/,
      hint: /Take `body` out/,
      rows: ["am-003"],
    });
  });
  test("withdrawn by somebody else than those who submitted it", async () => {
    add(
      "{ id: am-003, submitters: [FR], on: OP2, delete: yes, decision: { outcome: withdrawn, by: [DE], date: 2010-03-12 } }",
    );
    await isSaidOnce({
      code: "amendment-decision",
      line: "by: [DE]",
      says: /Only those who submitted an amendment withdraw it/,
      hint: /`submitters` and `by`/,
      rows: ["am-003"],
    });
  });
  test("two on one amendment break that one alone", async () => {
    add(
      `id: am-003\n    submitters: [FR]\n    on: OP2\n    delete: yes\n    ${withdrawn}\n    ${accepted}`,
      "{ id: am-004, submitters: [FR], on: OP3, delete: yes }",
    );
    await isSaidOnce({
      code: "yaml-syntax",
      line: accepted,
      says: /The field `decision` is given twice/,
      hint: /Keep one of the two/,
      rows: ["am-003"],
    });
  });
  test("an accepted sub-amendment of a rejected amendment", async () => {
    project.edit(
      file,
      "text: _Noting_ the day }",
      "text: _Noting_ the day }, decision: { outcome: rejected }",
    );
    add(`{ id: am-003, submitters: [FR], to: am-002, amend: [{ find: day, put: night }], ${accepted} }`);
    await isSaidOnce({
      code: "amendment-decision",
      line: "am-003",
      says: /It was accepted, but am-002, to which it is a sub-amendment, was not: rejected/,
      hint: /its sub-amendments fall/,
      printed: false,
    });
  });
});

describe("sub-amendments", () => {
  const sub = (id: string, to: string): string =>
    `{ id: ${id}, submitters: [FR], to: ${to}, amend: [{ find: day, put: night }] }`;
  test("to an amendment that is not there", async () => {
    add(sub("am-003", "am-022"));
    await isSaidOnce({
      code: "amendment-parent",
      line: "to: am-022",
      says: /There is no amendment `am-022`/,
      hint: /Did you mean `am-002`/,
      rows: ["am-003"],
    });
  });
  test("to itself", async () => {
    add(sub("am-003", "am-003"));
    await isSaidOnce({
      code: "amendment-parent",
      line: "to: am-003",
      says: /sub-amendment to itself/,
      hint: /Take `to` out/,
      rows: ["am-003"],
    });
  });
  test("in a circle of two and of three: said once, and all of them are broken", async () => {
    add(sub("am-003", "am-004"), sub("am-004", "am-003"));
    await isSaidOnce({
      code: "amendment-parent",
      line: "to: am-004",
      says: /circle: am-003 to am-004 to am-003/,
      hint: /Take `to` out/,
      printed: /it does not fit the amendment that it is a sub-amendment to/,
      rows: ["am-003", "am-004"],
    });
    project.write(file, start);
    add(sub("am-003", "am-005"), sub("am-004", "am-003"), sub("am-005", "am-004"));
    await isSaidOnce({
      code: "amendment-parent",
      line: "to: am-005",
      says: /circle: am-003 to am-005 to am-004 to am-003/,
      hint: /Take `to` out/,
      rows: ["am-003", "am-004", "am-005"],
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

describe("a text that is missing in one language", () => {
  test("is a warning at its place; the words of the other stand there, marked, and the list is printed", async () => {
    project
      .edit(source, "languages: [en]", "languages: [en, fr]")
      .edit(file, "received", "languages: [en, fr]\nreceived")
      .edit(
        file,
        "amend: [{ find: old words, put: new words }]",
        "amend: { en: [{ find: old words, put: new words }], fr: [{ find: vieux mots, put: mots neufs }] }",
      );
    const texts = {
      title: "Le petit titre",
      pp01: "_consciente_ des vieux mots",
      pp02: "_rappelant_ tout",
      op01: "_prie_ tous les parlements",
      "op01.a": "d’agir",
      "op01.b": "d’agir plus tard",
      op02: "_invite_ à suivre",
      op03: "_remercie_ le personnel",
    };
    project.write(
      `resolutions/${work}/translations/fr.yaml`,
      `language: fr\ntexts:\n${Object.entries(texts)
        .map(([id, text]) => `  ${id}: { text: ${text} }\n`)
        .join("")}`,
    );
    const said = await project.run(`amend ${work} list`);
    expect(said.err).toContain(`${file}:6:37: warning: am-002: There is no text in \`fr\`.`);
    expect(said.err).toContain(
      "hint: Add it; until then the words in `en` stand in its place, marked as not yet translated.",
    );
    const paper = await project.run(`build ${work} --kind amendments --stage dr --lang fr --emit markup`);
    expect(paper.out).toMatch(/lang="en".*Noting/);
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

describe("a day that does not exist", () => {
  const last = /the last one of that month is 2010-02-28/;
  test("on which an amendment came in", async () => {
    add("{ id: am-003, submitters: [FR], received: 2010-02-30, on: OP2, delete: yes }");
    const says = /There is no such day as 2010-02-30: February 2010 has 28 days/;
    await isSaidOnce({ code: "wrong-type", line: /am-003/, says, hint: last, rows: ["am-003"] });
  });
  test("of a stage", async () => {
    project.edit(source, "date: 2010-01-15", "date: 2010-02-31");
    const { code, err } = await project.run(`build ${work}`);
    expect(code).toBe(1);
    expect(err).toMatch(
      /resolution.yaml:9:\d+: error: There is no such day as 2010-02-31: February 2010 has/,
    );
    expect(err).toMatch(last);
  });
});

describe("a list that is not read", () => {
  const folder = `resolutions/${work}/amendments`;
  const endings =
    "This file is not read: names of lists of amendments end in .yaml, so no amendment in it counts.";
  const names: [name: string, file: string, says: string, hint: RegExp][] = [
    ["late.yml", "late.yml", endings, /Rename it to late.yaml/],
    ["LATE.YAML", "LATE.YAML", endings, /Rename it to LATE.yaml/],
    ["late.yaml.txt", "late.yaml.txt", endings, /Rename it to late.yaml/],
    [
      "tabled.docx",
      "tabled.docx",
      endings,
      /Type what it says into a list \(hemicycle amend 122-small start/,
    ],
    ["old/late.yaml", "old", "This folder is not read", /Move its lists up into `amendments`/],
  ];
  test.each(names)(
    "%s: is warned of by list, check and build, with the way out",
    async (name, at, says, hint) => {
      project.write(`${folder}/${name}`, start.replaceAll("am-00", "am-10"));
      for (const command of [`amend ${work} list`, `check ${work}`, `build ${work} --format docx`]) {
        const { code, err } = await project.run(command);
        expect([command, code]).toEqual([command, 0]);
        expect(err).toContain(`${folder}/${at}:1:1: warning: ${says}`);
        expect(err).toMatch(hint);
      }
    },
  );

  test("is not said to be missing, when it is the only one", async () => {
    project.write(`${folder}/late.yml`, project.read(file)).write(file, "stage: dr\namendments: []\n");
    expect((await project.run(`amend ${work} list`)).out).toBe("There are no amendments to that stage.\n");
    rmSync(project.path(file));
    expect((await project.run(`amend ${work} list`)).out).toBe(
      `Nothing that lies in ${folder} is read as a list of amendments.\n`,
    );
  });

  const spoilt: [what: string, spoil: (list: string) => string | Uint8Array][] = [
    ["a tab", (list) => list.replace("received", "\treceived")],
    ["an indent that does not fit", (list) => list.replace("received", " received")],
    ["a bracket that is missing", (list) => list.replace("received: 2010-03-10", "languages: [en")],
    ["another encoding", (list) => Buffer.from(list.replace("day", "journée"), "latin1")],
  ];
  test.each(spoilt)("because of %s: is said to be so, and not that there is none", async (_, spoil) => {
    project.write(file, spoil(start));
    const { code, out, err } = await project.run(`amend ${work} list`);
    expect(code).toBe(1);
    expect(err).toContain(`${file}:`);
    expect(out).toBe("The list of amendments could not be read.\n");
  });
});

describe("an ellipsis from an example", () => {
  const entries: [entry: string, says: RegExp, hint: RegExp][] = [
    [
      "on: OP2, replace: { en: New text, fr: … }",
      /the words in `fr` are still to be written/,
      /in `fr`, or take/,
    ],
    [
      "on: OP2, amend: { fr: [{ find: …, put: … }] }",
      /the words in `fr` are still/,
      /Write the words in `fr`/,
    ],
    [
      "on: PP1, amend: [{ find: old words, put: ... }]",
      /the words are still to be written/,
      /Write the words/,
    ],
    ["on: PP1, amend: [{ delete: … }]", /the words are still to be written/, /or take the line out/],
    [
      "add: { after: OP2, text: { en: New, fr: … } }",
      /the words in `fr` are still/,
      /Write the words in `fr`/,
    ],
  ];
  test.each(entries)("%s: is no text, and breaks the amendment", async (entry, says, hint) => {
    project.edit(file, "received", "languages: [en]\nreceived");
    add(`{ id: am-003, submitters: [FR], ${entry} }`);
    await isSaidOnce({ code: "placeholder", line: /am-003/, says, hint, rows: ["am-003"] });
  });

  test("is printed nowhere, whatever was decided", async () => {
    add(`{ id: am-003, submitters: [FR], on: OP2, replace: …, ${accepted} }`);
    const { code, err } = await project.run(`build ${work}`);
    expect(code).toBe(1);
    expect(err).toContain("[placeholder]");
    const { out } = await project.run(`build ${work} --emit markup`);
    expect(out).not.toContain("…");
  });
});

describe("a country under another code", () => {
  test("is recognized in the work and behind --by, likeness of letters last", async () => {
    const by = await project.run(`amend ${work} withdraw am-001 --by UK`);
    expect(by.err).toContain("Did you mean GB (United Kingdom)? The submitters are: CA.");
    project.edit(source, "country: MX", "country: UK");
    expect((await project.run(`check ${work}`)).err).toContain("Did you mean `GB` (United Kingdom)?");
    project.edit(source, "country: UK", "country: GRC");
    expect((await project.run(`check ${work}`)).err).toContain("Write `country: GR`.");
  });
});

describe("a copy of a list in the folder", () => {
  const copy = `resolutions/${work}/amendments/dr (copy).yaml`;

  test("is one finding, and the amendments are those of the original", async () => {
    add("{ id: am-003, submitters: [FR], on: OP2, delete: yes }");
    project.write(copy, project.read(file));
    for (const command of [`amend ${work} list`, `check ${work}`, `build ${work} --kind amendments`]) {
      const { code, err } = await project.run(command);
      expect([command, code]).toEqual([command, 1]);
      expect(err.match(/error:.*/g)).toEqual([
        "error: This list holds the same amendments as dr.yaml, under the same ids; only those in dr.yaml are read. [duplicate-id]",
      ]);
      expect(err).toContain(`${copy}:1:1: error`);
      expect(err).toContain("Move the one of the two that is not wanted out of the folder");
    }
    const { out } = await project.run(`amend ${work} list`);
    expect(out).toContain("Amendments to dr, C-I/122/DR: 3 (3 pending)");
    await project.run(`amend ${work} decide am-003 rejected --body drafting-committee --date 2010-03-12`);
    expect(project.read(copy)).not.toContain("rejected");
  });
});
