/** Everything that the help and the README say one can type is there and does what it says. */
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { home, Project } from "./project.ts";

const readme = readFileSync(join(home, "README.md"), "utf8");
const first = "122-organized-crime";
const draft =
  "Water\n\nThe 150th Assembly of the Inter-Parliamentary Union,\n\n(1) Recalling x,\n\n1. Urges peace.\n";

let project: Project;
beforeEach(() => {
  project = new Project().copy("resolutions", "locales");
});
afterEach(() => project.remove());

/** The lines below `Examples:`, without `$ hemicycle`; a name in quotation marks as one word. */
async function examplesOf(command: string): Promise<string[]> {
  const { out } = await project.run(`${command} --help`);
  return [...out.matchAll(/^ {2}\$ hemicycle (.*)$/gm)].map(([, words = ""]) =>
    words.replace(/"([^"]*)"/g, (_, name: string) => name.replaceAll(" ", "")),
  );
}

/** What has to be there before the examples can be typed, in the order of the help. */
const before: Record<string, () => Promise<unknown>> = {
  import: async () => {
    project.write("draft.txt", draft).write("projet.txt", draft);
    await project.run(`build ${first} --lang en --format docx`);
    copyFileSync(project.path(`out/${first}/C-I-122-DR-Pre-en.docx`), project.path("draft.docx"));
  },
  translate: async () => {
    await project.run(`build ${first} --kind bilingual --lang en,fr --format docx`);
    const both = "C-I-122-DR-Pre-bilingual-en-fr.docx";
    copyFileSync(project.path(`out/${first}/${both}`), project.path(both));
    await project.run(`translate ${first} record`);
    await project.run(`translate ${first} export --lang fr --all`);
  },
  verify: () => project.run(`build ${first} --lang en`),
};

for (const command of [
  "init",
  "import",
  "check",
  "build",
  "amend",
  "diff",
  "translate",
  "language",
  "verify",
])
  test(`the examples in the help of ${command} can be typed, one after the other, and are done`, async () => {
    await before[command]?.();
    const examples = await examplesOf(command);
    expect(examples.length).toBeGreaterThan(0);
    for (const words of examples) {
      if (words.includes(" typo "))
        project.edit(`resolutions/${first}/resolution.yaml`, /(?<=id: op03\n.*\n.*) of /, " of all ");
      // Making the files takes long and is tried elsewhere; everything before is the same.
      const short = command === "build" && !words.includes("--emit") ? `${words} --emit tree` : words;
      const { code, err } = await project.run(short);
      expect([words, code, code === 0 ? "" : err]).toEqual([words, 0, ""]);
    }
  });

describe("the README", () => {
  const typed = [...readme.matchAll(/`([^`\n]+)`/g)].map(([, words = ""]) => words);

  test("has every command in its table, with all that amend and translate do", async () => {
    const rows = [...readme.matchAll(/^\| `hemicycle (\w+)(.*?) \| /gm)];
    const { out } = await project.run("--help");
    const commands = [...out.matchAll(/^ {2}(\w+) [[<]/gm)].map(([, name = ""]) => name);
    expect(rows.map(([, name]) => name).sort()).toEqual(commands.filter((name) => name !== "help").sort());
    for (const name of ["amend", "translate"]) {
      const help = (await project.run(`${name} --help`)).out;
      const actions = [...(help.split("Actions:")[1] ?? "").matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1]);
      const row = rows.find(([, command]) => command === name)?.[2] ?? "";
      expect([...row.matchAll(/(?<=[` ])([a-z]+)(?=`)/g)].map((m) => m[1])).toEqual(actions);
    }
  });

  test("mentions no option that no command has", async () => {
    const names = [...(await project.run("--help")).out.matchAll(/^ {2}(\w+) [[<]/gm)].map((m) => m[1]);
    const help = await Promise.all(names.map((name) => project.run(`${name} --help`)));
    const known = new Set(help.flatMap(({ out }) => out.match(/--[a-z-]+/g) ?? []));
    const said = typed
      .filter((words) => !/^npm |^-- /.test(words))
      .flatMap((words) => words.match(/--[a-z][a-z-]*/g) ?? []);
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((option) => !known.has(option))).toEqual([]);
  });

  test("walks from the draft to the adopted text with words that can be typed, and leaves the work as it was", async () => {
    const work = "122-organized-crime-rehearsal";
    const tour = readme.slice(readme.indexOf("## From the draft"), readme.indexOf("## Commands"));
    const steps = [...tour.matchAll(/`(?:npx hemicycle|…) ([^`]+)`/g)].map(([, words = ""]) => words);
    const list = project.read(`resolutions/${work}/amendments/dr-rev.yaml`);
    expect(steps).toHaveLength(12);
    for (const step of steps) {
      const before = step.startsWith("decide")
        ? `amend ${work} `
        : step.startsWith("--")
          ? `build ${work} `
          : "";
      const words = before + step;
      if (words.includes("am-142 pending")) await project.run(words.replace("am-142", "am-143"));
      const { code, err } = await project.run(
        words.startsWith("build") ? `${words} --lang en --format docx` : words,
      );
      expect([words, code, err]).toEqual([words, 0, ""]);
      if (words.includes("pending")) {
        const { out } = await project.run(`amend ${work} list`);
        expect(out.split("Proposed order")[1]).toMatch(/1\. am-142.*2\. am-143/s);
      }
    }
    expect(project.read(`resolutions/${work}/amendments/dr-rev.yaml`)).toBe(list);
  });
});
