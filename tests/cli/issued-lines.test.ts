import { afterEach, beforeEach, expect, test } from "vitest";
import { parseLineRecord } from "../../src/document/line-record.ts";
import { parseManifest } from "../../src/making/manifest.ts";
import { Project } from "./project.ts";

const work = "122-organized-crime";
const record = `out/${work}/C-I-122-DR-Pre-en-lines.json`;
const pdf = `out/${work}/C-I-122-DR-Pre-en.pdf`;
const source = `resolutions/${work}/resolution.yaml`;
const numbered = `build ${work} --lang en --format pdf --line-numbers`;

let project: Project;
beforeEach(() => {
  project = new Project().copy(`resolutions/${work}`, "templates", "locales");
});
afterEach(() => project.remove());

const latin = () => Buffer.from(project.read(pdf)).toString("latin1");

test("numbered lines are stored beside the PDF, listed in the manifest, and the same in the next build", async () => {
  expect((await project.run(numbered)).code).toBe(0);
  const first = project.snapshot();
  const lines = parseLineRecord(project.read(record));
  expect(lines?.pages.length).toBeGreaterThan(1);
  const manifest = parseManifest(project.read(`out/${work}/manifest.json`));
  expect(manifest?.files.map(({ name, format }) => [name, format])).toContainEqual([
    "C-I-122-DR-Pre-en-lines.json",
    "lines",
  ]);
  expect((await project.run("verify out")).err).toBe("");
  expect((await project.run(numbered)).code).toBe(0);
  expect(project.snapshot()).toEqual(first);
});

test("a text that has changed since is said, and the issued files stay", async () => {
  await project.run(numbered);
  const before = project.read(record);
  const bytes = latin();
  project.edit(source, "money laundering", "the laundering of money");
  const said = await project.run(numbered);
  expect(said.code).toBe(1);
  expect(said.err).toContain(
    "C-I-122-DR-Pre-en.pdf: The text has changed since its lines were numbered: pp04",
  );
  expect([project.read(record), latin()]).toEqual([before, bytes]);
  expect((await project.run(`${numbered} --renumber-lines`)).code).toBe(0);
  expect(project.read(record)).not.toBe(before);
});

test("a record that was spoiled is no reason to count anew in silence", async () => {
  await project.run(numbered);
  project.write(record, "{}");
  const said = await project.run(numbered);
  expect(said.code).toBe(1);
  expect(said.err).toContain("--renumber-lines");
});

test("house and stage can ask for numbers, the stage has the last word", async () => {
  project.edit(
    "templates/houses/ipu/house.yaml",
    "lineNumbers: { stages: []",
    "lineNumbers: { stages: [preliminary-draft]",
  );
  await project.run(`build ${work} --lang en --format pdf`);
  expect(parseLineRecord(project.read(record))).toBeDefined();
  project.edit(source, "kind: preliminary-draft", "kind: preliminary-draft, lineNumbers: false");
  const other = await project.run(`build ${work} --lang en --format pdf --out plain`);
  expect(other.code).toBe(0);
  expect(Object.keys(project.snapshot()).filter((name) => name.startsWith("plain/"))).toEqual([
    `plain/${work}/C-I-122-DR-Pre-en.pdf`,
    `plain/${work}/manifest.json`,
  ]);
});

test("--draft puts the language's word across the pages; a stage can do so too", async () => {
  const tree = async (words = "") =>
    JSON.parse((await project.run(`build ${work} --lang fr --emit tree ${words}`)).out).meta.watermark;
  expect(await tree()).toBeUndefined();
  expect(await tree("--draft")).toBe("PROJET");
  project.edit(source, "kind: preliminary-draft", "kind: preliminary-draft, watermark: true");
  expect(await tree()).toBe("PROJET");
});

test("a period can count pages as `Page 2 of 3`", async () => {
  project.edit("templates/houses/ipu/house.yaml", "name: 2006-2010,", "name: 2006-2010, pageOf: true,");
  const { out } = await project.run(`build ${work} --lang en --emit markup`);
  expect(out).toContain("Page <page/> of <pages/>");
});

test("a number of lines that is none is wrong usage", async () => {
  expect((await project.run(`build ${work} --line-numbers=0`)).code).toBe(2);
});
