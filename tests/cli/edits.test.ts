import { readFileSync, renameSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { partOf } from "../render/docx/parts.ts";
import { open, stretches, textOf } from "../render/pdf/pages-kit.ts";
import { filledIn, Project } from "./project.ts";

let project: Project;
beforeEach(() => {
  project = new Project().write("resolutions/150-water/resolution.yaml", filledIn("150-water"));
});
afterEach(() => project.remove());

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(project.path(path)));
}

/** Builds and gives the words of both files, and the size of the title in points. */
async function built(): Promise<{ words: string[]; titleSizes: number[] }> {
  const said = await project.run("build");
  expect([said.code, said.err]).toEqual([0, ""]);
  const pdf = await open(bytesOf("out/150-water/C-I-150-DR-en.pdf"));
  const docx = bytesOf("out/150-water/C-I-150-DR-en.docx");
  const xml = partOf(docx, "word/document.xml");
  const wordText = xml.replace(/<\/w:p>/g, " ").replace(/<[^>]+>/g, "");
  const title = (await stretches(pdf, 1)).find(({ text }) => /^water/i.test(text))?.size ?? 0;
  const style = /w:styleId="Title".*?<w:sz w:val="(\d+)"/s.exec(partOf(docx, "word/styles.xml"))?.[1];
  return { words: [await textOf(pdf, 1), wordText], titleSizes: [title, Number(style) / 2] };
}

describe("without touching the program", () => {
  test("an edited phrase of a language shows in PDF and Word", async () => {
    project.copy("locales").edit("locales/en/phrases.json", "Draft resolution", "Proposed text");
    for (const words of (await built()).words) expect(words).toContain("Proposed text submitted by");
  });

  test("an edited template shows in PDF and Word", async () => {
    project
      .copy("templates")
      .edit(
        "templates/resolution.hbs",
        "{{> notes}}",
        '<para style="prose">Printed in the basement</para>{{> notes}}',
      );
    for (const words of (await built()).words) expect(words).toContain("Printed in the basement");
  });

  test("an edited style shows in PDF and Word", async () => {
    const before = (await built()).titleSizes;
    project
      .copy("templates")
      .edit(
        "templates/houses/ipu/house.yaml",
        "word: Title, basedOn: normal, size: 12",
        "word: Title, basedOn: normal, size: 18",
      );
    const after = (await built()).titleSizes;
    expect([before, after]).toEqual([
      [12, 12],
      [18, 18],
    ]);
  });

  test("a folder of locales is a new language, down to the files", async () => {
    project.copy("locales/en");
    renameSync(project.path("locales/en"), project.path("locales/fy"));
    project.edit("locales/fy/language.json", /"tag": "[^"]+"/, '"tag": "fy"');
    project.edit("locales/fy/phrases.json", "Draft resolution", "Untwerpresolúsje");
    project.write(
      "resolutions/150-water/translations/fy.yaml",
      "language: fy\ntexts: { title: { text: Titel }, pp01: { text: _Mei_ oantinken }, op01: { text: _Ropt_ op } }\n",
    );
    const said = await project.run("build --lang fy --json");
    expect(JSON.parse(said.out)).toMatchObject({
      ok: true,
      files: [{ name: "C-I-150-DR-fy.pdf" }, { name: "C-I-150-DR-fy.docx" }],
    });
    const words = await textOf(await open(bytesOf("out/150-water/C-I-150-DR-fy.pdf")), 1);
    expect(words).toMatch(/Titel Untwerpresolúsje.* Mei oantinken, .*Ropt op\.$/);
  });
});
