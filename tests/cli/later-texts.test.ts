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
