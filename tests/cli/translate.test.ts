import { existsSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

const work = "122-organized-crime";
const folder = `resolutions/${work}`;
const source = `${folder}/resolution.yaml`;
const french = `${folder}/translations/fr.yaml`;
const file = `${work}-fr.xlf`;

let project: Project;
beforeEach(() => {
  project = new Project().copy(folder);
});
afterEach(() => project.remove());

const translate = (words: string) => project.run(`translate ${work} ${words}`);
/** A shell would have taken the words in quotation marks as one; a name without spaces does as well. */
const vouched = "--by A.Editor --date 2010-02-03";
const changeSource = () => project.edit(source, "modern form of slavery", "contemporary form of slavery");
/** What a translator does in a tool: every target of the file filled in. */
const fillIn = (words: string, state = "final") =>
  project.edit(file, '<target state="needs-translation"/>', `<target state="${state}">${words}</target>`);
interface Status {
  languages: { language: string; counts: Record<string, number>; toDo: { id: string; state: string }[] }[];
}
const status = async (more = "") => JSON.parse((await translate(`status --json ${more}`)).out) as Status;
const toDo = async (language: string) =>
  (await status()).languages.find((l) => l.language === language)?.toDo.map((t) => `${t.id} ${t.state}`);

describe("translate status", () => {
  test("says of every language how far it is", async () => {
    const said = await translate("status");
    expect([said.code, said.err]).toEqual([0, ""]);
    for (const language of ["fr", "es", "ar"])
      expect(said.out).toMatch(new RegExp(`^${language} +0 +0 +\\d+ +\\d+ +complete$`, "m"));
  });
  test("names what is stale, and shows without colour what changed since it was translated", async () => {
    await translate("record");
    changeSource();
    project.edit(french, / {2}op02:\n[\s\S]*?(?= {2}op03:)/, "");
    const said = await translate("status --lang fr");
    expect(said.out).toContain("fr, to do:\n");
    expect(said.out).toMatch(/ {2}op02 {2}missing {2}Operative paragraph 2\n/);
    expect(said.out).toMatch(
      / {2}pp03 {2}stale {2}Preambular paragraph 3\n.*is a \[-modern-\]\{\+contemporary\+\} form/,
    );
    expect(said.out).not.toContain("\u001b");
  });
  test("says that the earlier text is not on record where nobody recorded it", async () => {
    rmSync(project.path(`${folder}/history.yaml`));
    changeSource();
    expect((await translate("status --lang fr")).out).toContain("not on record");
  });
  test("refuses a language and a stage that are not there", async () => {
    expect(await translate("status --lang xx")).toMatchObject({
      code: 1,
      err: expect.stringContaining("language-unknown"),
    });
    expect(await translate("status --stage dr-9")).toMatchObject({
      code: 1,
      err: expect.stringContaining("dr-pre"),
    });
  });
});

describe("one word of the source is changed", () => {
  beforeEach(async () => {
    await translate("record");
    changeSource();
  });

  test("then that paragraph goes out, comes back, is fresh, and stands in the documents", async () => {
    for (const language of ["fr", "es", "ar"]) expect(await toDo(language)).toEqual(["pp03 stale"]);
    expect((await translate("export --lang fr")).out).toBe(`${file}: 1 text for fr\n`);
    expect(project.read(file).match(/<trans-unit id="[^"]*"/g)).toEqual(['<trans-unit id="pp03"']);
    expect(project.read(file)).toContain("modern form of slavery");
    const before = project.read(french);
    fillIn('<g id="i1">consciente également</g> que la traite est neuve');
    const back = await translate(`import ${file}`);
    expect([back.code, back.out]).toEqual([0, `${file}, fr:\n  taken: 1 (pp03)\n`]);
    expect(back.err).toMatch(/info: .*`pp03`.* was replaced/);
    const now = project.read(french).split("\n");
    const gone = before.split("\n").filter((line) => !now.includes(line));
    expect(gone.filter((line) => !/source:/.test(line))).toHaveLength(6);
    expect(await toDo("fr")).toEqual([]);
    expect(await toDo("es")).toEqual(["pp03 stale"]);
    const built = await project.run("build --lang fr --emit markup");
    expect(built.out).toContain("que la traite est neuve");
    expect(built.out).not.toContain("[Traduction à revoir]");
    expect((await translate(`import ${file}`)).out).toContain("unchanged: 1 (pp03)");
  });

  test("then nothing is stale when it was a typo, and the history says who said so", async () => {
    const said = await translate(`typo pp03 ${vouched}`);
    expect([said.code, said.out]).toEqual([0, expect.stringContaining("[-modern-]{+contemporary+}")]);
    for (const language of ["fr", "es", "ar"]) expect(await toDo(language)).toEqual([]);
    expect(project.read(`${folder}/history.yaml`)).toMatch(/text: pp03, .*by: A\.Editor, date: 2010-02-03/);
    project.edit(source, "contemporary form", "new form");
    expect(await toDo("fr")).toEqual(["pp03 stale"]);
    expect((await translate(`typo pp03 ${vouched}`)).code).toBe(0);
    expect(await toDo("fr")).toEqual([]);
  });

  test("then one language is fresh again when somebody looked at it", async () => {
    expect((await translate(`fresh pp03 --lang es ${vouched}`)).out).toContain("Fresh again in es: pp03");
    expect(await toDo("es")).toEqual([]);
    expect(await toDo("fr")).toEqual(["pp03 stale"]);
    expect(project.read(`${folder}/translations/es.yaml`)).toContain(
      "checked: { by: A.Editor, date: 2010-02-03 }",
    );
  });

  test("then a draft prints the stale paragraph with a mark, and a final text does not go out", async () => {
    expect((await project.run("build --lang fr --emit markup")).out).toContain(
      "<strong>[Traduction à revoir]</strong> ",
    );
    project.edit(source, "date: 2009-12-18 }", "date: 2009-12-18, final: true }");
    const asked = await project.run("build --lang fr,en");
    expect([asked.code, existsSync(project.path("out"))]).toEqual([1, false]);
    expect(asked.err).toMatch(/error: Stage dr-pre is final: .*`pp03`/);
    const all = await project.run("build --format docx");
    expect(all.out).toMatch(/fr +stage dr-pre is final; stale texts: pp03/);
    expect(all.out).toMatch(/-en\.docx/);
    expect((await project.run("check")).err).toMatch(/translations\/fr\.yaml:\d+:\d+: warning: .*`pp03`/);
  });

  test("then two different typos of several translations are told apart by name", async () => {
    await translate(`fresh pp03 --lang es ${vouched}`);
    project.edit(source, "contemporary form", "new form");
    const said = await translate(`typo pp03 ${vouched}`);
    expect([said.code, said.err]).toEqual([1, expect.stringContaining("[typo-unclear]")]);
    const from = /--from: ([0-9a-f]{16}) \(es\)|; ([0-9a-f]{16}) \(es\)/.exec(said.err);
    expect((await translate(`typo pp03 --from ${from?.[1] ?? from?.[2]} ${vouched}`)).code).toBe(0);
    expect(await toDo("es")).toEqual([]);
    expect(await toDo("fr")).toEqual(["pp03 stale"]);
  });
});

describe("translate export and import", () => {
  test("make a translation that was not there, as far as the translator came", async () => {
    project.write(french, "language: fr\ntexts: {}\n");
    await translate("export --lang fr");
    project.edit(file, '<target state="needs-translation"/>', "<target>Titre neuf</target>");
    const said = await translate(`import ${file}`);
    expect([said.code, said.out]).toEqual([0, expect.stringContaining("taken: 1 (title)")]);
    expect(said.out).toMatch(/still to be translated: \d\d \(/);
    expect(project.read(french)).toMatch(
      /title:\n {4}source: [0-9a-f]{16}\n {4}state: draft\n {4}text: Titre neuf\n/,
    );
  });
  test("write nothing when nothing is to be done, and never over a file that may have been worked on", async () => {
    expect((await translate("export --lang fr")).out).toContain("Nothing is stale or missing");
    expect(existsSync(project.path(file))).toBe(false);
    project.write(file, "mine");
    expect(await translate("export --lang fr --all")).toMatchObject({
      code: 1,
      err: expect.stringContaining("file-exists"),
    });
    expect(project.read(file)).toBe("mine");
    expect((await translate("export --lang fr --all --force")).code).toBe(0);
  });
  test.each(["xliff12", "xliff21"])(
    "take everything back from %s without a change to any file",
    async (format) => {
      await translate("record");
      await translate(`export --lang ar --all --format ${format} --out there.xlf`);
      const before = project.snapshot();
      const said = await translate("import there.xlf");
      expect([said.code, said.err]).toEqual([0, ""]);
      expect(project.snapshot()).toEqual(before);
    },
  );
  test("keep a translation that was changed here since the export, and say so", async () => {
    await translate("export --lang fr --all");
    project.edit(file, /consciente<\/g> que le trafic/, "consciente</g> de ce que le trafic");
    project.edit(french, "_consciente_ que le trafic", "_consciente_ du fait que le trafic");
    const before = project.snapshot();
    const said = await translate(`import ${file}`);
    expect([said.code, said.err]).toEqual([1, expect.stringContaining("[exchange-conflict]")]);
    expect(project.snapshot()).toEqual(before);
    expect((await translate(`import ${file} --force`)).out).toContain("taken: 1 (pp02)");
    expect(project.read(french)).toContain("de ce que le trafic");
  });
  test("refuse the file of another language, and one that is not there", async () => {
    await translate("export --lang fr --all");
    expect(await translate(`import ${file} --lang es`)).toMatchObject({
      code: 1,
      err: expect.stringContaining("is in `fr`, not in `es`"),
    });
    expect(await translate("import nothing.xlf")).toMatchObject({
      code: 1,
      err: expect.stringContaining("file-missing"),
    });
  });
  test("make a memory of what is final, and of drafts when asked to", async () => {
    project.edit(french, "  pp01:\n", "  pp01:\n    state: final\n");
    await translate("export --lang fr --format tmx");
    expect(project.read(`${work}-fr.tmx`).match(/<tu tuid=/g)).toHaveLength(1);
    await translate("export --lang fr --format tmx --all --force");
    expect(project.read(`${work}-fr.tmx`).match(/<tu tuid=/g)?.length).toBeGreaterThan(20);
  });
  test("are told what they lack", async () => {
    for (const words of ["export", "fresh pp01 --lang fr", "typo", "import", "status pp01", "sing"])
      expect([words, (await translate(words)).code]).toEqual([words, 2]);
  });
});

describe("at a later stage, a paragraph that an amendment without words in a language changed", () => {
  const rehearsal = "122-organized-crime-rehearsal";
  const list = `resolutions/${rehearsal}/amendments/dr-pre.yaml`;
  beforeEach(() => {
    project.copy(`resolutions/${rehearsal}`);
    project.edit(list, / {6}es: \[\{ find: "partes interesadas.*\n/, "");
    project.edit(list, / {8}es: >-\n {10}_Recordando_ la Convención[\s\S]*?cumplimiento\n/, "");
  });

  test("is stale, a new one missing, at that stage and all after it", async () => {
    for (const stage of ["dr-rev", "adopted"]) {
      const said = await project.run(`translate ${rehearsal} status --lang es --stage ${stage}`);
      expect(said.out).toMatch(/ {2}pp01 +stale by (?:.*, )?am-002 /);
      expect(said.out).toMatch(/ {2}am-003\.a +missing by (?:.*, )?am-003 /);
      expect(said.out).toContain("[-stakeholders, actors and agencies-]{+public and private actors+}");
      expect((await project.run(`translate ${rehearsal} status --lang fr --stage ${stage}`)).out).toContain(
        "complete",
      );
    }
  });
  test("is printed in the original with a mark in a draft, and keeps an adopted text from going out", async () => {
    const draft = await project.run(`build ${rehearsal} --stage dr-rev --lang es --emit markup`);
    expect(draft.out).toMatch(
      /<strong>\[Pendiente de traducción\]<\/strong> <isolate dir="auto" lang="en">.*Recalling/,
    );
    const adopted = await project.run(`build ${rehearsal} --stage adopted --lang es`);
    expect([adopted.code, adopted.err]).toEqual([1, expect.stringContaining("error: am-002")]);
    const all = await project.run(`build ${rehearsal} --stage adopted --format docx`);
    expect(all.out).toMatch(/es +stage adopted: .*am-002, am-003/);
    expect(all.out).not.toMatch(/adopted-es/);
  });
});

describe("a file of another work", () => {
  const other = "122-organized-crime-rehearsal";

  test.each(["xliff12", "xliff21"])("is refused in one sentence that names it, in %s", async (format) => {
    project.copy(`resolutions/${other}`);
    await project.run(`translate ${other} export --lang fr --all --format ${format} --out x.xlf`);
    const said = await translate("import x.xlf");
    expect([said.code, said.err.match(/(?:error|warning|info): /g)]).toEqual([1, ["error: "]]);
    expect(said.err).toContain(`The file is of the work "${other}", not of "${work}".`);
  });
  test("is that of this one when the folder has got another name since", async () => {
    await translate("export --lang fr --all");
    const renamed = project.read(file).replaceAll(`resolutions/${work}/`, "resolutions/122-crime/");
    expect(await project.write("x.xlf", renamed).run(`translate ${work} import x.xlf`)).toMatchObject({
      code: 0,
      err: "",
    });
    const stranger = renamed.replaceAll(/source-hash=[0-9a-f]{16}/g, "source-hash=0123456789abcdef");
    const said = await project.write("x.xlf", stranger).run(`translate ${work} import x.xlf`);
    expect([said.code, said.err.match(/error: /g)]).toEqual([1, ["error: "]]);
    expect(said.err).toContain('of the work "122-crime"');
  });
});
