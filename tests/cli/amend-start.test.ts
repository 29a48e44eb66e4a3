import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { starter } from "../../src/cli/starter.ts";
import { Project } from "./project.ts";

const work = "150-water";
const file = `resolutions/${work}/amendments/dr.yaml`;

let project: Project;

const source = (languages: string): string =>
  starter(work)
    .replace("languages: [en]", `languages: [${languages}]`)
    .replace("what has gone before", "some words and what has gone before")
    .replaceAll(/^ {2}# (?!Sub)(?= *(?:- |text|children|tail))/gm, "  ");

beforeEach(() => {
  project = new Project().write(`resolutions/${work}/resolution.yaml`, source("en"));
});
afterEach(() => project.remove());

/** A list with its examples brought to life, and something written where another language is to be filled in. */
function comeAlive(list: string): string {
  const cut = list.indexOf("amendments:\n");
  const lines = list.slice(cut).replaceAll(/^# ( *- | {2})/gm, "$1");
  return (
    list.slice(0, cut) +
    lines
      .replaceAll("[…, …]", "[un mot, deux mots]")
      .replaceAll("find: …, put: …", "find: mots, put: autres")
      .replaceAll(": …", ": neuf mots")
  );
}

describe("amend start", () => {
  test("makes a list that is in order before anything is typed, and is named where there is none", async () => {
    expect((await project.run(`amend ${work} list`)).out).toBe(
      `There are no amendments yet. hemicycle amend ${work} start makes a list to type them into.\n`,
    );
    const { code, out, err } = await project.run(`amend ${work} start`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`${file} is ready for the amendments to dr`);
    expect(await project.run(`amend ${work} list`)).toMatchObject({ code: 0, err: "" });
    expect(project.read(file)).toContain("\nstage: dr\n");
  });

  test.each(["en", "en, fr"])("shows by example what an amendment can do, in %s", async (languages) => {
    project.write(`resolutions/${work}/resolution.yaml`, source(languages));
    await project.run(`amend ${work} start`);
    project.write(file, comeAlive(project.read(file)));
    const { code, out, err } = await project.run(`amend ${work} list`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows = [...out.matchAll(/^(am-\d+) {2}(.*?) {2,}(.*?) {2,}(.*?) {2,}/gm)].map((m) => m.slice(1, 5));
    expect(rows).toEqual([
      ["am-001", "PP1", "amend", "Canada"],
      ["am-002", "PP1", "replace", "Cuba"],
      ["am-003", "PP1", "delete", "India"],
      ["am-004", "after PP1", "new", "Morocco, Spain"],
      ["am-005", "OP1", "move end of operative part", "Sweden"],
      ["am-006", "new PP1bis", "amend (to am-004)", "Japan"],
      ["am-007", "OP1", "merge with OP2", "Japan"],
      ["am-008", "OP1", "split in 2", "India"],
      ["am-009", "end of OP2", "new", "Spain"],
      ["am-010", "OP2(a)", "delete", "Canada"],
      ["am-011", "title", "retitle", "Switzerland"],
      ["am-012", "PP1", "amend", "France"],
      ["am-013", "after PP1", "new", "Chile"],
      ["am-014", "PP1", "amend", "Brazil"],
    ]);
  });

  test("is for the last stage that can still be amended, not for a final text", async () => {
    const later =
      "  - { id: last, kind: committee-draft, date: 2025-04-09, applies: accepted, final: true }\n";
    const stages = source("en").replace(/^( {2}- \{ id: dr, .*\n)/m, `$1${later}`);
    project.write(`resolutions/${work}/resolution.yaml`, stages);
    expect((await project.run(`amend ${work} start`)).out).toContain("ready for the amendments to dr;");
  });

  test("leaves a list that is there as it is", async () => {
    project.write(file, "stage: dr\namendments: [] # mine\n");
    const { code, err } = await project.run(`amend ${work} start --stage dr`);
    expect(code).toBe(1);
    expect(err).toContain("There is a list of amendments to `dr` already; it was left as it is.");
    expect(project.read(file)).toContain("# mine");
  });

  test("finds the list of a stage under any name, and knows the stages", async () => {
    project.write(`resolutions/${work}/amendments/night.yaml`, "stage: dr\namendments: []\n");
    expect((await project.run(`amend ${work} start`)).err).toContain("night.yaml:1:1: error");
    expect((await project.run(`amend ${work} start --stage rd`)).err).toContain('Did you mean "dr"?');
    expect((await project.run(`amend ${work} start now`)).code).toBe(2);
  });
});
