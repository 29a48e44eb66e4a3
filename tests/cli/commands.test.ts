import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { starter } from "../../src/cli/starter.ts";
import { filledIn, Project } from "./project.ts";

const source = "resolutions/150-water/resolution.yaml";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

describe("init", () => {
  test("makes a work that check finds only unfilled and that build prints in both formats", async () => {
    const made = await project.run("init 150-water");
    expect([made.code, made.out]).toEqual([0, expect.stringContaining(source)]);
    const checked = await project.run("check");
    expect([checked.code, checked.err.match(/ warning: .*|\d+ .*$/gm)]).toEqual([
      0,
      [
        " warning: The submitter is still called “Given Name”. [placeholder]",
        " warning: title: it is still “Title of the resolution”. [placeholder]",
        "2 warnings",
      ],
    ]);
    const built = await project.run("build");
    expect(built.code).toBe(0);
    expect(built.err).toBe(checked.err);
    expect(built.out).toMatch(/150-water +en +pdf +1 +out\/150-water\/C-I-150-DR-en\.pdf/);
    expect(Object.keys(project.snapshot())).toContain("out/150-water/manifest.json");
  });
});

describe("import", () => {
  const text =
    "Water for all\n\nThe 150th Assembly of the Inter-Parliamentary Union,\n\n(1)\nRecalling its resolution,\n\n1.\nUrges peace.\n";
  test("understands the heading block of a printed draft", async () => {
    const text = [
      "UNION INTERPARLEMENTAIRE",
      "122nd Assembly and related meetings",
      "Bangkok (Thailand), 27th March - 1st April 2010",
      "First Standing Committee                  C-I/122/DR-Pre",
      "Peace and International Security        18 December 2009",
      "",
      "Water for all",
      "Preliminary draft resolution submitted by the co-Rapporteur,",
      "Lord Judd (United Kingdom)",
      "The 122nd Assembly of the Inter-Parliamentary Union,",
      "Recalling what was,",
      "1. Calls on parliaments to act.",
    ].join("\n");
    const said = await project.write("text.txt", text).run("import text.txt --into 122-water");
    expect(said).toMatchObject({ code: 0, err: "" });
    const source = project.read("resolutions/122-water/resolution.yaml");
    for (const part of [
      "bangkok",
      "TH",
      "2010-03-27",
      "2010-04-01",
      "peace-and-security",
      "C-I/122/DR-Pre",
      "2009-12-18",
    ])
      expect(source).toContain(part);
  });

  test("makes a work of a text and says how much was taken over", async () => {
    const said = await project
      .write("text.txt", text)
      .run("import text.txt --into 150-water --symbol C-I/150/DR --date 2025-01-20 --session 150");
    expect([said.code, said.out]).toEqual([0, expect.stringContaining("3 texts were taken over")]);
    expect(project.read(source)).toContain("_Urges_ peace");
    expect(project.read("text.txt")).toBe(text);
  });

  test("refuses a committee that nobody knows before anything is written, and speaks of a city that is new", async () => {
    project.write("text.txt", text);
    const wrong = await project.run("import text.txt --into 150-water --committee peace-and-securty");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("There is no committee `peace-and-securty` in the names of English.");
    expect(wrong.err).toContain("Did you mean `peace-and-security`?");
    const far = await project.run("import text.txt --into 150-water --committee xyz");
    expect([far.code, far.err]).toEqual([
      1,
      expect.stringMatching(/There are: (?!.*assembly).*peace-and-security/),
    ]);
    expect(Object.keys(project.snapshot())).toEqual(["text.txt"]);
    const right = "import text.txt --into 150-water --committee peace-and-security --place samarkand,UZ";
    const said = await project.run(right);
    expect([said.code, said.err]).toEqual([0, expect.stringContaining("There is no city `samarkand`")]);
    expect(project.read(source)).toContain("committee: peace-and-security");
  });

  test("keeps and lists what it does not understand, and is done all the same", async () => {
    const odd = text.replace("1.\nUrges", "9.\nUrges");
    const said = await project.write("text.txt", odd).run("import text.txt --into 150-water");
    expect(said.code).toBe(0);
    expect(said.err).toMatch(/^text\.txt:8:1: warning: .*\[import-number\]$/m);
    expect(project.read(source)).toContain("_Urges_ peace");
  });
});

describe("build", () => {
  beforeEach(() => {
    project.write(source, starter("150-water"));
  });

  test("takes names of works, their folders as a shell completes them, and a project elsewhere", async () => {
    const names = ["150-water", "resolutions/150-water/", `./${source}`];
    for (const name of names) expect((await project.run(`build ${name} --format docx`)).code).toBe(0);
    const elsewhere = new Project();
    const said = await elsewhere.run(`build --format docx --project ${project.root}`);
    expect(said.code).toBe(0);
    expect(elsewhere.snapshot()).toEqual({});
    elsewhere.remove();
  });

  test("asking for one format later does not forget the other; a changed source does", async () => {
    await project.run("build --format docx");
    await project.run("build --format pdf");
    expect((await project.run("verify")).out).toBe("2 files are as the manifests say.\n");
    project.edit(source, "parliaments to act", "parliaments to act now");
    await project.run("build --format pdf");
    const said = await project.run("verify");
    expect([said.code, said.out]).toEqual([0, "1 file is as the manifests say.\n"]);
    expect(said.err).toContain("C-I-150-DR-en.docx");
  });

  test("a file that was thrown away is not listed again", async () => {
    await project.run("build");
    rmSync(project.path("out/150-water/C-I-150-DR-en.pdf"));
    await project.run("build --format docx");
    expect(await project.run("verify")).toMatchObject({
      code: 0,
      out: "1 file is as the manifests say.\n",
      err: "",
    });
  });

  test("gives the same bytes in another folder, another time zone and on a second run", async () => {
    const zone = process.env.TZ;
    const other = new Project().write(source, starter("150-water"));
    await project.run("build");
    process.env.TZ = "Pacific/Kiritimati";
    try {
      await other.run("build");
      const [one, two] = [project.snapshot(), other.snapshot()];
      expect(Object.keys(one)).toHaveLength(4);
      expect(two).toEqual(one);
      await project.run("build");
      expect(project.snapshot()).toEqual(one);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
      other.remove();
    }
  });

  test("writes to the folder named with --out, also outside the project", async () => {
    const elsewhere = new Project();
    expect((await project.run(`build --format docx --out ${elsewhere.root}`)).code).toBe(0);
    expect(Object.keys(elsewhere.snapshot())).toContain(join("150-water", "C-I-150-DR-en.docx"));
    elsewhere.remove();
  });

  test("--emit prints a step on the way and writes nothing", async () => {
    const before = project.snapshot();
    expect((await project.run("build --emit markup")).out).toMatch(/^<document /);
    expect(JSON.parse((await project.run("build --emit tree")).out)).toMatchObject({
      kind: "document",
      lang: "en-GB",
    });
    expect(JSON.parse((await project.run("build --emit view")).out)).toBeTypeOf("object");
    const { items } = JSON.parse((await project.run("build --emit markup --json")).out);
    expect(items).toMatchObject([{ work: "150-water", language: "en" }]);
    expect(project.snapshot()).toEqual(before);
  });

  test("--json is one document with every file, its pages and its sum", async () => {
    const said = await project.write(source, filledIn("150-water")).run("build --json");
    const { ok, files, leftOut, diagnostics } = JSON.parse(said.out);
    expect([ok, leftOut, diagnostics, said.err]).toEqual([true, [], [], ""]);
    expect(files).toMatchObject([
      { work: "150-water", language: "en", format: "pdf", pages: 1, file: "out/150-water/C-I-150-DR-en.pdf" },
      { work: "150-water", language: "en", format: "docx", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test("a text without a symbol is named after body, session and stage", async () => {
    project.edit(source, "symbol: C-I/150/DR, ", "");
    const said = await project.run("build --format docx --json");
    expect(JSON.parse(said.out).files).toMatchObject([{ name: "assembly-150-dr-en.docx" }]);
  });

  test("a phrase that the project says otherwise changes both formats", async () => {
    await project.run("build --out before");
    project.copy("locales").edit("locales/en/phrases.json", "Draft resolution", "Proposed resolution");
    await project.run("build --out after");
    for (const name of ["C-I-150-DR-en.pdf", "C-I-150-DR-en.docx"]) {
      const [before, after] = ["before", "after"].map((out) =>
        readFileSync(project.path(`${out}/150-water/${name}`)),
      );
      expect(after?.equals(before ?? Buffer.of())).toBe(false);
    }
    const { items } = JSON.parse((await project.run("build --emit markup --json")).out);
    expect(items[0].value).toContain("Proposed resolution");
  });

  test("a project without works is told how to begin", async () => {
    const empty = new Project();
    expect(await empty.run("check")).toMatchObject({
      code: 0,
      out: expect.stringContaining("hemicycle init"),
    });
    expect(await empty.run("build")).toMatchObject({
      code: 0,
      out: expect.stringContaining("hemicycle init"),
    });
    empty.remove();
  });
});

describe("check", () => {
  test("lists the phrases that wait for the secretariat only when asked", async () => {
    project.write(source, filledIn("150-water"));
    expect((await project.run("check")).err).toBe("");
    expect((await project.run("check --review")).err).toContain("[phrase-to-review]");
  });

  test("says drafting faults as warnings with their place", async () => {
    project.write(source, starter("150-water").replace("parliaments to act", "parliaments to act."));
    const said = await project.run("check");
    expect([said.code, said.err]).toEqual([
      0,
      expect.stringMatching(/resolution\.yaml:\d+:\d+: warning: op01: .*\[closing-punctuation\]/),
    ]);
  });

  test("on a terminal shows the line with a caret, and colours only where wanted", async () => {
    project.write(source, starter("150-water").replace("house: ipu", "house: ipo"));
    const plain = await project.run("check", { isTTY: true, colour: false });
    expect(plain.err).toMatch(/\n {2}\d+ \| {3}house: ipo\n +\| {10}\^\n/);
    expect(plain.err).not.toContain("\u001b");
    const coloured = await project.run("check", { isTTY: true });
    expect(coloured.err).toContain("\u001b[");
    expect((await project.run("check")).err).not.toMatch(/\^|\u001b/);
  });
});
