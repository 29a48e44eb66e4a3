/** A work's own enacting line on its way through translation: missing, sent out, taken back, stale, side by side. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { Project } from "./project.ts";

const work = "122-organized-crime";
const source = `resolutions/${work}/resolution.yaml`;
const french = `resolutions/${work}/translations/fr.yaml`;
const own = "The 122^nd^ Inter-Parliamentary Assembly";
const usual = "La 122<sup>ème</sup> Assemblée de l’Union interparlementaire,";

let project: Project;
beforeEach(() => {
  project = new Project().copy(`resolutions/${work}`);
  project.edit(source, /^title:/m, `enacting: ${own}\ntitle:`);
});
afterEach(() => project.remove());

const markup = async (more: string) => (await project.run(`build ${work} --emit markup ${more}`)).out;
const toDo = async () => (await project.run(`translate ${work} status --lang fr`)).out;

test("the original says it, and a language without it waits for its translator", async () => {
  expect(await markup("--lang en")).toContain(">The 122<sup>nd</sup> Inter-Parliamentary Assembly,<");
  expect(await toDo()).toMatch(/ {2}enacting {2}missing {2}Enacting line\n/);
  const draft = await markup("--lang fr");
  expect(draft).not.toContain(usual);
  expect(draft).toMatch(/id="enacting">.*Non encore traduit.*Inter-Parliamentary Assembly/);
  const checked = await project.run(`check ${work}`);
  expect(checked.out + checked.err).toMatch(/resolution\.yaml:\d+:\d+: warning: `enacting` \(“The 122nd/);
});

test("it goes out to a translators' tool, comes back, and is stale when the original changes", async () => {
  await project.run(`translate ${work} export --lang fr`);
  project.edit(
    `${work}-fr.xlf`,
    '<target state="needs-translation"/>',
    '<target state="final">La 122<g id="s1">ème</g> Assemblée interparlementaire</target>',
  );
  expect((await project.run(`translate ${work} import ${work}-fr.xlf`)).out).toContain("taken: 1 (enacting)");
  expect(project.read(french)).toMatch(/ {2}enacting:\n {4}source: [\s\S]*interparlementaire/);
  expect(await markup("--lang fr")).toContain(">La 122<sup>ème</sup> Assemblée interparlementaire,<");
  project.edit(source, own, `${own} of the Union`);
  expect(await toDo()).toMatch(/ {2}enacting {2}stale {2}Enacting line\n.*\{\+ ?of the Union\+\}/);
});

test("it is a row of its own beside its translation, marked where there is none", async () => {
  const both = await markup("--kind bilingual --lang en,fr");
  expect(both).toMatch(/id="enacting"[^>]*>The 122<sup>nd<\/sup> Inter-Parliamentary Assembly,</);
  expect(both).toMatch(
    /id="fr:enacting"[^>]*><\/para>\s*<para style="bilingual-remark">\[Non encore traduit\]/,
  );
  expect(both).not.toContain(usual);
});

test("an imported draft keeps what its enacting line says beyond the usual one", async () => {
  const text = (line: string) =>
    `A title of the draft\n\n${line}\n\n(1)\nRecalling what was said,\n\n1.\nCalls on all to act.\n`;
  const line = "The 151st Assembly of the Inter-Parliamentary Union, meeting in Geneva,";
  project
    .write("own.txt", text(line))
    .write("usual.txt", text("The 151st Assembly of the Inter-Parliamentary Union,"));
  const said = await project.run("import own.txt --into 151-own --language en");
  expect(said.err).toMatch(/own\.txt:3:1: warning: The enacting line says more than the usual one/);
  expect(project.read("resolutions/151-own/resolution.yaml")).toContain(
    `enacting: ${line.replace(/,$/, "")}\n`,
  );
  expect((await project.run("build 151-own --emit markup --lang en")).out).toContain(`>${line}<`);
  await project.run("import usual.txt --into 151-usual --language en");
  expect(project.read("resolutions/151-usual/resolution.yaml")).not.toContain("enacting:");
});
