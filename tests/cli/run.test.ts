import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

describe("the command line", () => {
  test("--help names every command on standard output and is done", async () => {
    const said = await project.run("--help");
    expect(said.code).toBe(0);
    for (const command of ["init", "import", "check", "build", "verify"])
      expect(said.out).toMatch(new RegExp(`^ +${command} `, "m"));
    expect(said.err).toBe("");
  });

  test("--version prints the version of the package", async () => {
    const said = await project.run("--version");
    expect([said.code, said.out]).toEqual([0, "0.1.0\n"]);
  });

  for (const command of [
    "init",
    "import",
    "language",
    "check",
    "build",
    "translate",
    "amend",
    "diff",
    "verify",
  ]) {
    test(`the help of ${command} begins with its usage and has an example and the options that every command has`, async () => {
      const said = await project.run(`${command} --help`);
      expect(said.code).toBe(0);
      expect(said.out).toMatch(new RegExp(`^Usage: hemicycle ${command} `));
      const heads = [...said.out.matchAll(/^(\w+):/gm)].map((m) => m[1]);
      const acts = command === "amend" || command === "translate" ? ["Actions"] : [];
      expect(heads).toEqual(["Usage", "Arguments", "Options", ...acts, "Examples"]);
      expect(said.out).toContain(`  $ hemicycle ${command}`);
      expect(said.out).toContain("--json");
      expect(said.out).toContain("--project");
    });
  }

  const wrong: [words: string, says: string][] = [
    ["biuld", "Did you mean build?"],
    ["build --fromat pdf", "Did you mean --format?"],
    ["build --format odt", "Formats are pdf and docx."],
    ["build --emit nonsense", "view, markup, tree"],
    ["build --lang en,,fr", "code"],
    ["import a.txt", "--into"],
    ["import a.txt --into ../x", "small letters"],
    ["import a.txt --into x --date 2009-2-3", "Write a day as YYYY-MM-DD"],
    ["import a.txt --into x --date 2009-13-01", "Write a day as YYYY-MM-DD"],
    ["import a.txt --into x --date 2009-02-30", "There is no such day: February 2009 has 28 days."],
    ["init", "work"],
    ["init a/b", "small letters"],
  ];
  for (const [words, says] of wrong) {
    test(`"${words}" is wrong usage: said on standard error, nothing on standard output, nothing written`, async () => {
      const said = await project.run(words);
      expect(said.code).toBe(2);
      expect(said.err).toContain(says);
      expect(said.out).toBe("");
      expect(project.snapshot()).toEqual({});
    });
  }

  test("with --json wrong usage is one JSON document, too", async () => {
    for (const words of ["build --fromat pdf --json", "import x --json", "nonsense --json"]) {
      const said = await project.run(words);
      expect(said.code).toBe(2);
      expect(JSON.parse(said.out)).toMatchObject({ ok: false, usage: expect.stringContaining(" ") });
    }
  });

  test("no words at all show the help and are wrong usage", async () => {
    const said = await project.run("");
    expect(said.code).toBe(2);
    expect(said.err).toContain("Usage: hemicycle");
  });

  test("a fault of ours is owned up to, with the plea to send the message, and has a code of its own", async () => {
    const broken = {
      mkdir: () => Promise.reject(new Error("the roof fell in")),
      create: fail,
      rename: fail,
      remove: fail,
    };
    const said = await project.run("init 150-water", { disk: broken });
    expect(said.code).toBe(70);
    expect(said.err).toContain("the roof fell in");
    expect(said.err).toContain("Please send this whole message");
    const asJson = await project.run("init 150-water --json", { disk: broken });
    expect(JSON.parse(asJson.out)).toMatchObject({ ok: false, fault: "the roof fell in" });
  });
});

async function fail(): Promise<void> {
  throw new Error("the roof fell in");
}
