import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

/** The way out that a finding about amendments names is one that leads out. */

const work = "122-small";
const file = `resolutions/${work}/amendments/dr.yaml`;
const decided = "decision: { outcome: accepted, date: 2010-03-12 }";

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  submitters: { role: co-rapporteur, parties: [{ person: { id: a, honorific: ms, given: A, family: B, country: MX } }] }
  languages: [en]
stages:
  - { id: dr, kind: draft, symbol: C-I/122/DR, date: 2010-01-15 }
  - { id: rev, kind: revised-draft, symbol: C-I/122/DR-rev, date: 2010-03-15, applies: accepted }
title: The small title
preambular:
  - { id: pp01, text: _Aware_ of the old words beside old words }
operative:
  - { id: op01, text: _Urges_ all parliaments to act }
  - { id: op02, text: _Invites_ governments to follow }
`;

let project: Project;
beforeEach(() => {
  project = new Project().write(`resolutions/${work}/resolution.yaml`, resolution);
});
afterEach(() => project.remove());

const table = (...entries: string[]): void => {
  const lines = entries.map((entry, i) => `  - { id: am-00${i + 1}, submitters: [CA], ${entry} }\n`);
  project.write(file, `stage: dr\nreceived: 2010-03-10\namendments:\n${lines.join("")}`);
};
const listed = () => project.run(`amend ${work} list`);

test("a body that is no body is a word of the command, and stands in no file", async () => {
  table("on: PP1, delete: yes");
  const before = project.read(file);
  const { code, err } = await project.run(
    `amend ${work} decide am-001 rejected --body drafting-comittee --date 2010-03-12`,
  );
  expect(code).toBe(1);
  expect(err).toMatch(/^error: There is no body “drafting-comittee”, as --body says/m);
  expect(err).toContain("Did you mean `drafting-committee`?");
  expect(err).not.toContain(file);
  expect(project.read(file)).toBe(before);
});

describe("words that do not stand there", () => {
  test("of a sub-amendment are to be copied from the amendment that it is to", async () => {
    table("add: { after: PP1, text: _Noting_ the day }", "to: am-001, amend: [{ find: xylophone, put: x }]");
    const { err } = await listed();
    expect(err).toContain(
      `hint: Copy the words from the text that am-001 proposes. am-001 stands in ${file}, line 4.`,
    );
    table("on: OP1, amend: [{ find: xylophone, put: x }]");
    expect((await listed()).err).toContain("hint: Copy the words from the text of the stage");
  });

  test("so often, although they stand there, may be counted as often as they do", async () => {
    table("on: PP1, amend: [{ find: old words, put: x, occurrence: 3 }]");
    expect((await listed()).err).toMatch(
      /“old words” stands in PP1 twice, .*\n.*hint: Write occurrence: 1 or 2\./,
    );
    table("on: OP1, amend: [{ find: act, put: x, occurrence: 3 }]");
    expect((await listed()).err).toMatch(/“act” stands in OP1 once, .*\n.*hint: Take `occurrence` out\./);
  });
});

test("`delete: no` is answered by what deletes, and what is left to say points to a list of examples", async () => {
  table("on: PP1, delete: no");
  expect((await listed()).err).toContain("hint: Write `delete: yes`, or take the line out.");
  table("on: PP1, delete: yes, reason: [x]");
  const { err } = await listed();
  expect(err).not.toContain("hemicycle init");
});

describe("two that are accepted and stand side by side", () => {
  const title = "Accepted side by side; nothing is to be done when the page is right\n";
  const add = (text: string): string => `add: { after: PP1, text: ${text} }, ${decided}`;

  test("are no longer in each other's way, and it is said what orders them and how to change that", async () => {
    table(add("_Noting_ the day"), add("_Noting_ the night"));
    const { code, out } = await listed();
    expect(code).toBe(0);
    expect(out).not.toContain("In each other's way");
    expect(out).toContain(
      `${title}  am-001 and am-002 both put a new paragraph at the same place, as PP1bis; both are accepted, and am-001 comes first because it does so in the list (to change that, move its entry below that of am-002).`,
    );
    const { out: page } = await project.run(`build ${work} --emit markup`);
    expect(page.indexOf("the day")).toBeLessThan(page.indexOf("the night"));
  });

  test("are still to be settled while one of them is open", async () => {
    table(add("_Noting_ the day"), "add: { after: PP1, text: _Noting_ the night }");
    const { out } = await listed();
    expect(out).toContain("In each other's way\n  am-001 and am-002 both put a new paragraph");
    expect(out).not.toContain(title);
  });

  test("but clash in another way are in each other's way", async () => {
    table(`on: OP1, replace: _Urges_ nobody, ${decided}`, `on: OP1, replace: _Urges_ somebody, ${decided}`);
    const { out } = await listed();
    expect(out).toContain("In each other's way\n  am-001 and am-002 each give OP1 another text");
    expect(out).not.toContain(title);
  });
});
