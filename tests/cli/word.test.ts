import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { p, wordFile } from "../fixtures/word-file.ts";
import { changedPart } from "../translate/word.ts";
import { Project } from "./project.ts";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(project.path(path)));

describe("build --kind bilingual", () => {
  beforeEach(() => {
    project.copy("resolutions/122-organized-crime");
  });
  test("puts every further language beside the first, in both formats, and lists them in the manifest", async () => {
    const said = await project.run("build --kind bilingual --lang en,fr,ar");
    expect(said).toMatchObject({ code: 0, err: "" });
    const files = Object.keys(project.snapshot()).filter((path) => path.includes("bilingual"));
    const base = "out/122-organized-crime/C-I-122-DR-Pre-bilingual-en";
    expect(files).toEqual([`${base}-ar.docx`, `${base}-ar.pdf`, `${base}-fr.docx`, `${base}-fr.pdf`]);
    const manifest = JSON.parse(project.read("out/122-organized-crime/manifest.json"));
    expect(manifest.files.map((f: { kind: string; language: string }) => `${f.kind} ${f.language}`)).toEqual([
      "bilingual en-ar",
      "bilingual en-ar",
      "bilingual en-fr",
      "bilingual en-fr",
    ]);
    expect((await project.run("verify out")).code).toBe(0);
  });
  test("takes the original where one language is named, and says so where there is only one", async () => {
    expect((await project.run("build --kind bilingual --lang ar --format docx")).out).toContain("en-ar");
    const said = await project.run("build --kind bilingual --lang en --format docx");
    expect(said.code).toBe(1);
    expect(said.err).toContain("one language only");
  });
  test("makes a file that goes out to a translator and comes back: what was edited is taken, nothing else changes", async () => {
    await project.run("build --kind bilingual --lang en,fr --format docx");
    const path = "out/122-organized-crime/C-I-122-DR-Pre-bilingual-en-fr.docx";
    const before = project.read("resolutions/122-organized-crime/translations/fr.yaml");
    const untouched = await project.run(`translate 122-organized-crime import ${path}`);
    expect([untouched.code, untouched.out]).toEqual([0, expect.stringContaining("unchanged: 24")]);
    expect(project.read("resolutions/122-organized-crime/translations/fr.yaml")).toBe(before);

    project.write(
      "back.docx",
      changedPart(bytesOf(path), "word/document.xml", (xml) =>
        xml.replace("blanchiment d’argent", "blanchiment de fonds"),
      ),
    );
    const said = await project.run("translate 122-organized-crime import back.docx");
    expect(said.code).toBe(0);
    expect(said.out).toContain("taken: 1 (pp01)");
    const after = project.read("resolutions/122-organized-crime/translations/fr.yaml");
    expect(after).toContain("blanchiment de fonds");
    const others = (text: string): string => text.replace(/ {2}pp01:[\s\S]*?(?= {2}pp02:)/, "");
    expect(others(after)).toBe(others(before));
  });
  test("is refused where it belongs to another work or another language", async () => {
    await project.run("build --kind bilingual --lang en,fr --format docx");
    const path = "out/122-organized-crime/C-I-122-DR-Pre-bilingual-en-fr.docx";
    const other = await project.run(`translate 122-organized-crime import ${path} --lang ar`);
    expect([other.code, other.err]).toEqual([1, expect.stringContaining("in `fr`, not in `ar`")]);
    project.write(
      "x.docx",
      changedPart(bytesOf(path), "docProps/custom.xml", (xml) =>
        xml.replace("122-organized-crime<", "150-water<"),
      ),
    );
    const work = await project.run("translate 122-organized-crime import x.docx");
    expect([work.code, work.err]).toEqual([1, expect.stringContaining('of the work "150-water"')]);
  });
});

describe("import of a Word file", () => {
  test("makes a work of it", async () => {
    const body =
      p("Water for all") + p("The 150th Assembly of the Inter-Parliamentary Union,") + p("1. Urges peace.");
    const said = await project
      .write("draft.docx", wordFile({ body }))
      .run("import draft.docx --into 150-water");
    expect([said.code, said.out]).toEqual([0, expect.stringContaining("2 texts were taken over")]);
    expect(project.read("resolutions/150-water/resolution.yaml")).toContain("_Urges_ peace");
    expect((await project.run("check 150-water")).code).toBe(0);
  });
  test("refuses what is none, with a hint, and writes nothing", async () => {
    const older = new Uint8Array(600);
    older.set([0xd0, 0xcf, 0x11, 0xe0]);
    project.write("draft.docx", "plain words").write("draft.doc", older);
    for (const name of ["draft.docx", "draft.doc"]) {
      const said = await project.run(`import ${name} --into 150-water`);
      expect(said.code).toBe(1);
      expect(said.err).toContain("[word-refused]");
      expect(said.err).toContain("save");
    }
    expect(Object.keys(project.snapshot())).toEqual(["draft.doc", "draft.docx"]);
  });
});
