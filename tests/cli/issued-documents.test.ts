/** Documents that were issued stay verifiable when the source goes on. */
import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseManifest } from "../../src/making/manifest.ts";
import { filledIn, Project } from "./project.ts";

const work = "150-water";
const source = `resolutions/${work}/resolution.yaml`;
const manifest = `out/${work}/manifest.json`;
const dr = "symbol: C-I/150/DR, date: 2025-01-20 }";
const rev = "\n  - { id: dr-rev, kind: revised-draft, symbol: C-I/150/DR-rev, date: 2025-02-20 }";

let project: Project;
beforeEach(() => {
  project = new Project().write(source, filledIn(work).replace(dr, dr + rev));
});
afterEach(() => project.remove());

/** The draft is issued, then the source changes: one more language is wanted. */
async function issueAndGoOn(): Promise<void> {
  await project.run("build --stage dr");
  project.edit(source, "languages: [en]", "languages: [en, fr]");
}

test("an issued draft is still verified after the source has changed, in one line and without a warning", async () => {
  await issueAndGoOn();
  await project.run("build --stage dr-rev");
  const said = await project.run("verify");
  expect(said).toEqual({
    code: 0,
    out: `4 files are as the manifests say.\n${work}: made from an earlier text: C-I-150-DR (en: docx, pdf)\n`,
    err: "",
  });
  const { earlier } = JSON.parse((await project.run("verify --json")).out);
  const state = parseManifest(project.read(manifest))?.earlier?.[0];
  expect(earlier).toMatchObject([
    { work, name: "C-I-150-DR-en.docx", source: state?.source, sameText: false },
    { work, name: "C-I-150-DR-en.pdf", source: state?.source, sameText: false },
  ]);
  expect(state?.source).not.toBe(parseManifest(project.read(manifest))?.source);
});

test("an issued draft that is spoiled or gone is an error, however often the work was built since", async () => {
  await issueAndGoOn();
  project.write(`out/${work}/C-I-150-DR-en.pdf`, "%PDF-spoiled");
  await project.run("build --stage dr-rev");
  await project.run("build --stage dr-rev --format pdf");
  rmSync(project.path(`out/${work}/C-I-150-DR-en.docx`));
  const { code, err } = await project.run("verify");
  expect(code).toBe(1);
  expect(err).toContain(`"out/${work}/C-I-150-DR-en.pdf" is not the file that the manifest lists`);
  expect(err).toContain(`"out/${work}/C-I-150-DR-en.docx" is in the manifest but not in the folder`);
  expect(err).not.toContain("Build again");
});

test("an issued redline still has to give both its texts", async () => {
  await project.run("build --stage dr-rev --kind redline --format docx");
  project.edit(source, "languages: [en]", "languages: [en, fr]");
  await project.run("build --stage dr --format docx");
  expect(await project.run("verify")).toMatchObject({ code: 0, err: "" });
  const redline = parseManifest(project.read(manifest))?.earlier?.[0]?.files[0]?.redline;
  project.edit(manifest, `"accepted": "${redline?.accepted}"`, `"accepted": "${"0".repeat(64)}"`);
  const { code, err } = await project.run("verify");
  expect([code, err]).toEqual([
    1,
    expect.stringContaining("does not give the new text when all its changes"),
  ]);
});

test("the manifest is the same in whatever order the parts of a text were built", async () => {
  const after = async (...commands: string[]) => {
    rmSync(project.path("out"), { recursive: true, force: true });
    project.edit(source, "languages: [en, fr]", "languages: [en]");
    await issueAndGoOn();
    for (const command of commands) await project.run(`build ${command}`);
    return project.snapshot();
  };
  await issueAndGoOn();
  const [pdf, docx] = ["--stage dr-rev --format pdf", "--stage dr-rev --format docx"];
  const both = await after("--stage dr-rev");
  expect(await after(pdf, docx)).toEqual(both);
  expect(await after(docx, pdf, docx)).toEqual(both);
  const all = await after("--stage all");
  expect(await after(pdf, "--stage dr", docx)).toEqual(all);
  expect(all[manifest]).not.toContain('"earlier"');
});

test("a source that is as it was takes its documents back among the present ones", async () => {
  await project.run("build --stage all");
  const before = project.snapshot();
  project.edit(source, "languages: [en]", "languages: [en, fr]");
  await project.run("build --stage dr-rev");
  expect(project.read(manifest)).toContain('"earlier"');
  project.edit(source, "languages: [en, fr]", "languages: [en]");
  await project.run("build --stage dr-rev");
  expect(project.snapshot()).toEqual(before);
});

test("what only other words of the house make different is not called an earlier text", async () => {
  await project.run("build --stage dr");
  project.copy("locales").edit("locales/en/phrases.json", "Draft resolution", "Proposed resolution");
  await project.run("build --stage dr-rev");
  expect((await project.run("verify")).out).toContain(
    `${work}: made from this text, but before templates, phrases or Hemicycle changed: C-I-150-DR (en: docx, pdf)`,
  );
});

test("a document of a language that can no longer be made is left from an earlier build, not issued", async () => {
  const french = `resolutions/${work}/translations/fr.yaml`;
  project.edit(source, "languages: [en]", "languages: [en, fr]");
  const texts = ["title", "pp01", "op01"].map((id) => `  ${id}: { source: "0000000000000000", text: x }`);
  project.write(french, `language: fr\ntexts:\n${texts.join("\n")}\n`);
  await project.run("build --stage dr --format docx");
  project.edit(french, / {2}op01.*\n/, "");
  await project.run("build --stage dr --format docx");
  const said = await project.run("verify");
  expect(said.out).toBe("1 file is as the manifests say.\n");
  expect(said.err).toContain(`"out/${work}/C-I-150-DR-fr.docx" is in the folder but not in the manifest`);
});
