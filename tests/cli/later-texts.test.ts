import { afterEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

const work = "150-small";
const source = `resolutions/${work}/resolution.yaml`;
const file = `resolutions/${work}/amendments/dr.yaml`;

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 150, place: { city: tashkent, country: UZ }, from: 2025-04-05, to: 2025-04-09 }
  committee: sustainable-development
  submitters: { role: co-rapporteur, parties: [{ person: { id: a, honorific: ms, given: Anne, family: Dupont, country: BE } }] }
  languages: [en]
stages:
  - { id: dr, kind: draft, symbol: C-II/150/DR, date: 2025-01-31 }
  - { id: committee, kind: committee-draft, symbol: C-II/150/DR-rev, date: 2025-04-07, applies: accepted }
  - { id: adopted, kind: adopted, date: 2025-04-09, adoption: { mode: consensus, date: 2025-04-09, place: { city: tashkent, country: UZ }, reservations: [] } }
title: Water for all
preambular:
  - { id: pp01, text: _Recalling_ the right to water }
  - { id: pp02, text: _Also recalling_ the right to sanitation }
  - { id: pp03, text: _Noting_ that rivers know no borders }
  - { id: pp04, text: _Convinced_ that shared waters are a source of peace }
operative:
  - { id: op01, text: _Calls on_ parliaments to act }
  - { id: op02, text: _Urges_ governments to follow }
  - { id: op03, text: _Requests_ the Secretary General to report }
`;

const accepted = "decision: { outcome: accepted, body: drafting-committee, date: 2025-04-06 }";

let project: Project;

/** The small work with amendments to its first stage, an entry a line. */
function open(entries: readonly string[], text = resolution): Project {
  const list = ["stage: dr", "received: 2025-03-21", "amendments:", ...entries.map((e) => `  - ${e}`), ""];
  project = new Project().write(source, text).write(file, list.join("\n"));
  return project;
}

afterEach(() => project.remove());

describe("a reservation on what the adopted text does not have", () => {
  const reserving = (scope: string) =>
    resolution.replace("reservations: []", `reservations: [{ party: { country: IR }, scope: [${scope}] }]`);

  test("is told who took the paragraph out, and proposes no other one", async () => {
    open([`{ id: am-003, submitters: [IN], on: PP3, delete: yes, ${accepted} }`], reserving("pp03"));
    for (const command of ["check", `build ${work} --format docx`]) {
      const { code, err } = await project.run(command);
      expect(code).toBe(1);
      expect(err).toContain(
        "A reservation is on `pp03`. PP3 of `dr` (`pp03`) is not in the text of `adopted` any more: am-003 took it out.",
      );
      expect(err).not.toContain("Did you mean");
    }
  });

  test("is told where a number has gone", async () => {
    open([`{ id: am-003, submitters: [IN], on: OP2, delete: yes, ${accepted} }`], reserving("OP3"));
    const { code, err } = await project.run("check");
    expect(code).toBe(1);
    expect(err).toContain("The OP3 of `dr` is OP2 in `adopted`.");
  });
});

describe("what good drafting finds in the text of a later stage", () => {
  test("stands at the amendment that made it so, with the stage, and leaves the first text alone", async () => {
    open([
      `{ id: am-001, submitters: [CU], on: PP1, replace: { en: _Reaffirming_ the right to water }, ${accepted} }`,
      `{ id: am-002, submitters: [SE], on: PP3, delete: yes, ${accepted} }`,
    ]);
    const { err } = await project.run("check");
    expect(err).toContain(
      `${file}:4:11: warning: In \`committee\`, pp02: the paragraph begins with "Also recalling", but no paragraph before it says the same.`,
    );
    expect(err).toContain("That comes of am-001. Leave the text of `dr` as it is; an amendment mends this.");
    expect(err).not.toContain(`${source}:`);
  });

  test("stands at the words of an amendment where they are its own", async () => {
    open([
      `{ id: am-001, submitters: [CU], add: { after: OP1, text: { en: Stresses the need for water; } }, ${accepted} }`,
    ]);
    const { err } = await project.run("check");
    expect(err).toContain(
      `${file}:4:68: warning: In \`committee\`, am-001.a: the opening words "Stresses" are not marked.`,
    );
    expect(err).not.toContain("Leave the text");
  });

  test("stays with the source where the first text has it already", async () => {
    open(
      [`{ id: am-001, submitters: [CU], on: OP1, delete: yes, ${accepted} }`],
      resolution.replace("no borders }", "no borders. }"),
    );
    const { err } = await project.run("check");
    expect(err).toContain(`${source}:16:`);
    expect(err).toContain("warning: pp03: the text ends with");
  });

  test("is told by build too where a closing sign would be printed twice", async () => {
    open([
      `{ id: am-001, submitters: [CU], on: OP1, amend: { en: [{ find: act, put: "act;" }] }, ${accepted} }`,
    ]);
    for (const kind of ["--stage committee", "--stage dr --kind amendments", "--stage dr --kind decisions"]) {
      const { code, err } = await project.run(`build ${work} ${kind} --format docx`);
      expect(code).toBe(0);
      expect(err, kind).toContain(`${file}:4:`);
      expect(err, kind).toContain('ends with ";", but its closing sign is printed by itself');
    }
    expect((await project.run(`build ${work} --stage dr --format docx`)).err).toBe("");
  });
});

describe("a proposal", () => {
  const sign = 'the text ends with ";", but its closing sign is printed by itself: both would stand there.';

  test("is told of its closing sign and unmarked opening words at its line, by list and by check", async () => {
    open([
      "{ id: am-001, submitters: [CU], add: { after: PP1, text: { en: Bearing in mind Goal 6; } } }",
      '{ id: am-002, submitters: [SE], to: am-001, amend: { en: [{ find: Goal 6;, put: "Goal 6\u00a0 and 7" }] } }',
    ]);
    for (const command of [`amend ${work} list`, "check"]) {
      const { err } = await project.run(command);
      expect(err).toContain(
        `${file}:4:68: warning: am-001: ${sign} [closing-punctuation]\n  hint: Take it out.\n`,
      );
      expect(err).toContain('am-001: the opening words "Bearing in mind" are not marked.');
      expect(err).toContain(`${file}:5:62: warning: am-002: two spaces stand in "`);
      expect(err).not.toContain("am-002: the opening words");
    }
  });

  test("is told of an `; and` at the end of a new sub-paragraph", async () => {
    open([
      "{ id: am-001, submitters: [CU], add: { at: end of OP1, text: { en: legislate firmly against illegal logging; and } } }",
    ]);
    expect((await project.run("check")).err).toContain('warning: am-001: the text ends with "; and"');
  });

  test("that is rejected is left alone, but printed in lists, which say it of all", async () => {
    open([
      "{ id: am-001, submitters: [CU], on: OP1, replace: { en: _Asks_ all to act; }, decision: { outcome: rejected, body: drafting-committee, date: 2025-04-06 } }",
    ]);
    expect((await project.run(`amend ${work} list`)).err).toBe("");
    const { err } = await project.run(`build ${work} --stage dr --kind decisions --format docx`);
    expect(err).toContain(`am-001: ${sign}`);
  });

  test("to move a paragraph out of its part, or to merge it with one of another, is taken for a slip and stays possible", async () => {
    open([
      `{ id: am-001, submitters: [SE], on: PP4, move: { before: OP1 }, ${accepted} }`,
      "{ id: am-002, submitters: [SE], on: OP2, merge: { with: [PP3], text: { en: _Urges_ all } } }",
      "{ id: am-003, submitters: [SE], on: OP2, move: { at: end of preamble } }",
      "{ id: am-004, submitters: [SE], on: OP3, move: { before: OP1 } }",
      "{ id: am-005, submitters: [SE], on: PP4, move: { before: OP2 }, decision: { outcome: withdrawn, date: 2025-04-06, by: [SE] } }",
    ]);
    for (const command of [`amend ${work} list`, "check", `build ${work} --stage committee --format docx`]) {
      const { err } = await project.run(command);
      expect(err, command).toContain(
        `${file}:4:62: warning: am-001: it moves PP4 out of the preamble into the operative part. [amendment-target]\n  hint: If PP1 is meant, write PP1; leave it if it is meant so.\n`,
      );
      expect(err).toContain("am-002: it merges OP2 of the operative part with PP3 of the preamble.");
      expect(err).toContain("If OP3 is meant, write OP3");
      expect(err).toContain("am-003: it moves OP2 out of the operative part into the preamble.");
      expect(err).not.toMatch(/am-00[45]: it moves/);
    }
    const built = await project.run(`build ${work} --stage committee --format docx --lang en --emit markup`);
    expect(built.code).toBe(0);
    expect(built.out.indexOf("source of peace")).toBeGreaterThan(built.out.indexOf("no borders"));
  });
});
