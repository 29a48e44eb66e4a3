import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

const work = "122-organized-crime-rehearsal";
const folder = `resolutions/${work}`;
const list = `${folder}/amendments/dr-pre.yaml`;

let project: Project;
beforeEach(() => {
  project = new Project().copy(folder);
});
afterEach(() => project.remove());

const translate = (words: string) => project.run(`translate ${work} ${words}`);
interface Status {
  amendments: {
    file: string;
    languages: {
      language: string;
      unrecorded: number;
      toDo: { id: string; state: string; changes?: unknown[] }[];
    }[];
  }[];
}
const toDo = async (language: string): Promise<string[]> => {
  const { amendments } = JSON.parse((await translate("status --json")).out) as Status;
  return amendments.flatMap((a) =>
    a.languages
      .filter((l) => l.language === language)
      .flatMap((l) => l.toDo.map((t) => `${t.id} ${t.state}`)),
  );
};
/** What a translator does in a tool with one unit of a file. */
const translateUnit = (file: string, id: string, words: string, state = "translated") => {
  const at = project.read(file);
  const start = at.indexOf(`<trans-unit id="${id}"`);
  expect(start).toBeGreaterThan(0);
  const rest = at
    .slice(start)
    .replace(/<target[^>]*\/>|<target[^>]*>[\s\S]*?<\/target>/, `<target state="${state}">${words}</target>`);
  project.write(file, at.slice(0, start) + rest);
};
const file = `${work}-fr.xlf`;

describe("one word of an amendment is changed in English", () => {
  beforeEach(() => {
    project.edit(list, "put: illicit trafficking in arms", "put: illicit trade in arms");
  });

  test("then exactly that text is stale in each language, with the change shown", async () => {
    for (const language of ["fr", "es", "ar"]) expect(await toDo(language)).toEqual(["am-001:put1 stale"]);
    const said = await translate("status --lang fr");
    expect(said.out).toMatch(
      /fr, dr-pre\.yaml, to do:\n {2}am-001:put1 {2}stale {2}Amendment am-001, words put in 1\n.*\[-trafficking-\]\{\+trade\+\}/,
    );
  });

  test.each(["xliff12", "xliff21"])(
    "then the file holds exactly it, and import makes it fresh, in %s",
    async (format) => {
      expect((await translate(`export --lang fr --format ${format}`)).out).toBe(`${file}: 1 text for fr\n`);
      const before = project.read(list);
      if (format === "xliff12") translateUnit(file, "am-001:put1", "le commerce illicite d’armes", "final");
      else
        project.edit(
          file,
          /(<segment id="s1" state=)"initial"([\s\S]*?<\/source>)/,
          '<segment id="s1" state="final"><source xml:space="preserve">illicit trade in arms</source><target xml:space="preserve">le commerce illicite d’armes</target>',
        );
      const back = await translate(`import ${file}`);
      expect([back.code, back.out]).toEqual([0, `${file}, fr:\n  taken: 1 (am-001:put1)\n`]);
      expect(await toDo("fr")).toEqual([]);
      expect(await toDo("es")).toEqual(["am-001:put1 stale"]);
      const now = project.read(list).split("\n");
      expect(now.filter((line) => !before.split("\n").includes(line)).map((line) => line.trim())).toEqual([
        "fr: [{ find: la vente illégale d’armes, put: le commerce illicite d’armes }]",
        expect.stringMatching(/^sources: \{ fr: \{ source: [0-9a-f]{16}, final: \[put1\] \}, es: /),
      ]);
      const built = await project.run(`build ${work} --stage dr-rev --lang fr --emit markup`);
      expect(built.out).toContain("le commerce illicite d’armes");
      expect((await translate(`import ${file}`)).out).toContain("unchanged: 1 (am-001:put1)");
    },
  );

  test("then nothing is stale when it was a typo, with the change shown and a name on record", async () => {
    const said = await translate("typo am-001:put1 --by Editor --date 2010-02-03");
    expect(said.code).toBe(0);
    expect(said.out).toContain("am-001:put1: fresh again in ar, es, fr");
    expect(said.out).toContain("[-trafficking-]{+trade+}");
    for (const language of ["fr", "es", "ar"]) expect(await toDo(language)).toEqual([]);
    expect(project.read(`${folder}/history.yaml`)).toMatch(/am-001:put1.*Editor/s);
    const again = await translate("typo am-001:put1 --by Editor --date 2010-02-03");
    expect(again.code).toBe(1);
    expect(again.err).toContain("No translation of `am-001:put1` is stale.");
    const unknown = await translate("typo am-001:put9 --by Editor --date 2010-02-03");
    expect(unknown.err).toContain("There is no text `am-001:put9` in the work.");
  });

  test("then a look at it makes it fresh in that language, with name and day in its list and nothing else touched", async () => {
    const before = project.read(list).split("\n");
    const said = await translate("fresh am-001:put1 --lang fr --by Reader --date 2010-02-03");
    expect([said.code, said.err, said.out]).toEqual([0, "", "Fresh again in fr: am-001:put1\n"]);
    expect(await toDo("fr")).toEqual([]);
    expect(await toDo("es")).toEqual(["am-001:put1 stale"]);
    const lines = project.read(list).split("\n");
    expect(lines).toHaveLength(before.length);
    expect(lines.filter((line, i) => line !== before[i]).map((line) => line.trim())).toEqual([
      expect.stringMatching(
        /^sources: \{ fr: \{ source: [0-9a-f]{16}, checked: \[\{ texts: \[put1\], by: Reader, date: 2010-02-03 \}\] \}, es: /,
      ),
    ]);
    const built = await project.run(`build ${work} --stage dr-rev --lang fr --emit markup`);
    expect([built.code, built.out]).toEqual([0, expect.not.stringContaining("[Traduction à revoir]")]);
    const again = await translate("fresh am-001:put1 --lang fr --by Reader --date 2010-02-04");
    expect([again.code, again.err]).toEqual([0, expect.stringContaining("is fresh already")]);
  });

  test("then it can be looked at with all of its amendment, together with texts of the resolution", async () => {
    project.edit(`${folder}/resolution.yaml`, "Cooperation and shared", "Shared");
    const said = await translate("fresh title am-001 --lang fr --by Reader --date 2010-02-03");
    expect([said.err, said.out]).toEqual(["", "Fresh again in fr: title, am-001:put1\n"]);
    expect(await toDo("fr")).toEqual([]);
    expect(project.read(`${folder}/translations/fr.yaml`)).toContain("checked: { by: Reader,");
  });

  test("then a look stays on record until the text is translated anew", async () => {
    await translate("fresh am-001 --lang fr --by Reader --date 2010-02-03");
    await translate("export --lang fr --all");
    translateUnit(file, "am-001:find1", "la vente illégale");
    expect((await translate(`import ${file}`)).out).toContain("taken: 1 (am-001:find1)");
    expect(project.read(list)).toContain("checked: [{ texts: [put1], by: Reader");
    await translate("export --lang fr --all --force");
    translateUnit(file, "am-001:put1", "le commerce illicite d’armes");
    expect((await translate(`import ${file}`)).out).toContain("taken: 1 (am-001:put1)");
    expect(project.read(list)).not.toContain("checked:");
  });

  test("then a misspelt id is said with the likely one, and nothing is written", async () => {
    const before = project.snapshot();
    const wrong = await translate("fresh am-001 am-001:put2 am-0001 --lang fr --by Reader --date 2010-02-03");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/no text `am-001:put2` in the work[\s\S]*`am-001:put1`/);
    expect(wrong.err).toMatch(/no text `am-0001` in the work[\s\S]*`am-001`/);
    const own = await translate("fresh am-001 --lang en --by Reader --date 2010-02-03");
    expect([own.code, own.err]).toEqual([1, expect.stringContaining("is written in `en`")]);
    expect(project.snapshot()).toEqual(before);
  });

  test("then a draft that takes it in prints it marked, a final text does not go out, and check says it", async () => {
    const draft = await project.run(`build ${work} --stage dr-rev --lang fr --emit markup`);
    expect(draft.out.match(/<strong>\[Traduction à revoir\]/g)).toHaveLength(1);
    expect(draft.err).toMatch(
      /dr-pre\.yaml:\d+:\d+: warning: am-001: The text in `fr` was made from an earlier/,
    );
    const asked = await project.run(`build ${work} --stage adopted --lang fr`);
    expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/error: am-001: The text in `fr`/)]);
    const all = await project.run(`build ${work} --stage adopted --format docx`);
    expect(all.out).toMatch(/fr +stage adopted is final; stale texts: pp01/);
    expect((await project.run("check")).err).toMatch(/warning: am-001: .*`fr`/);
  });

  test("then the stage that takes it in waits for its translators too", async () => {
    const said = await translate("status --stage dr-rev --lang fr");
    expect(said.out).toMatch(/ {2}pp01 {2}stale by am-001 {2}Preambular paragraph 1\n/);
  });
});

describe("an amendment without words in a language", () => {
  beforeEach(() => {
    project.edit(list, /\n {6}fr: \[\{ find: la vente illégale d’armes.*\]/, "");
  });

  test("is exported with the paragraph as it stands in that language, and comes back into its list", async () => {
    expect(await toDo("fr")).toEqual(["am-001:find1 missing", "am-001:put1 missing"]);
    await translate("export --lang fr");
    const sent = project.read(file);
    expect(sent).toContain("Amendment am-001 by Japan");
    expect(sent).toContain("In fr: “reconnaissant que, si la mondialisation favorise");
    translateUnit(file, "am-001:find1", "la vente illégale d’armes");
    translateUnit(file, "am-001:put1", "le commerce d’armes");
    const back = await translate(`import ${file}`);
    expect([back.err, back.code]).toEqual(["", 0]);
    expect(project.read(list)).toContain(
      "fr: [{ find: la vente illégale d’armes, put: le commerce d’armes }]",
    );
    expect(await toDo("fr")).toEqual([]);
    expect((await project.run("check")).err).not.toMatch(/am-001/);
  });

  test("is refused with words that do not stand in the translated paragraph, and nothing is written", async () => {
    await translate("export --lang fr");
    translateUnit(file, "am-001:find1", "le commerce de bananes");
    translateUnit(file, "am-001:put1", "le commerce d’armes");
    const before = project.snapshot();
    const back = await translate(`import ${file}`);
    expect(back.code).toBe(1);
    expect(back.err).toMatch(/`am-001:find1` was not taken: .*bananes/);
    expect(back.out).toContain("refused: 2 (am-001:find1, am-001:put1)");
    expect(project.snapshot()).toEqual(before);
  });

  test("is refused where the words stand there several times, or only one side of the change came back", async () => {
    await translate("export --lang fr");
    const sent = project.read(file);
    translateUnit(file, "am-001:find1", "et");
    translateUnit(file, "am-001:put1", "ou");
    expect((await translate(`import ${file}`)).err).toMatch(/`am-001:find1` was not taken: /);
    project.write(file, sent);
    translateUnit(file, "am-001:put1", "le commerce d’armes");
    expect((await translate(`import ${file}`)).err).toMatch(
      /`am-001:put1` was not taken: its other texts did not come with it \(find1\)/,
    );
  });
});

test("an amendment goes to translators with the opening words of the house, by the part that it is about", async () => {
  await translate("export --lang fr --all");
  const note = (id: string): string =>
    new RegExp(`<trans-unit id="${id}"[\\s\\S]*?</trans-unit>`).exec(project.read(file))?.[0] ?? "";
  expect(note("am-003:text")).toMatch(/annotates="target">Opening words .*“Recalling”: “rappelant”/);
  expect(note("am-011:text")).toContain("“Also encourages”: “encourage également”.");
  expect(note("am-001:put1")).not.toContain("Opening words");
});

test("a new paragraph typed without a language becomes one with two when its translation comes", async () => {
  project.edit(
    list,
    /(id: am-003[\s\S]*?text:)[\s\S]*?(\n {4}sources:.*)?\n {4}decision/,
    "id: am-003\n    submitters: [KE]\n    received: 2010-02-01\n    add:\n      after: PP1\n      text: >- # kept\n        _Recalling_ the United Nations\n        Convention\n    decision",
  );
  await translate("export --lang fr");
  translateUnit(file, "am-003:text", '<g id="i1">rappelant</g> la Convention');
  const back = await translate(`import ${file}`);
  expect([back.err, back.code]).toEqual(["", 0]);
  const said = project.read(list);
  expect(said).toContain("# kept");
  expect(said).toMatch(/\n {8}fr: _rappelant_ la Convention\n/);
  expect(await toDo("fr")).toEqual([]);
  expect(await toDo("es")).toEqual(["am-003:text missing"]);
});

test("without a hash translations are drafts, and status says that nothing is recorded", async () => {
  project.write(list, project.read(list).replace(/\n {4}sources: .*/g, ""));
  const said = await translate("status --lang fr");
  expect(said.out).toMatch(/fr +0 +0 +\d+ +0 +complete, \d+ not recorded\n/);
  expect(said.out).toContain("it is not recorded what they were translated from");
  expect((await translate("record")).out).toMatch(/^0 texts and \d+ amendments put on record/);
  expect((await translate("status --lang fr")).out).not.toContain("not recorded");
});

test("texts of which nothing is known are fresh after a look", async () => {
  project.write(list, project.read(list).replace(/\n {4}sources: .*/g, ""));
  const said = await translate("fresh am-001 --lang fr --by О:Читатель --date 2010-02-03");
  expect(said.out).toBe("Fresh again in fr: am-001:find1, am-001:put1, am-001:reason\n");
  expect(project.read(list)).toMatch(
    /sources: \{ fr: \{ source: [0-9a-f]{16}, checked: \[\{ texts: \[find1, put1, reason\], by: "О:Читатель", date: 2010-02-03 \}\] \} \}/,
  );
  expect((await translate("status --lang fr")).err).toBe("");
  project.edit(list, "put: illicit trafficking in arms", "put: illicit trade in arms");
  expect(await toDo("fr")).toEqual(["am-001:put1 stale"]);
});

test("a text that was typed by hand beside final ones is put on record as a draft", async () => {
  project.edit(
    list,
    "sources: { fr: 21a4ad0833d75162,",
    "sources: { fr: { source: 21a4ad0833d75162, state: final },",
  );
  project.edit(
    list,
    "    sources: { fr: { source: 21a4",
    "    reason: { en: It is new., fr: Elle est nouvelle. }\n    sources: { fr: { source: 21a4",
  );
  await translate("record");
  expect(project.read(list)).toMatch(/\{ fr: \{ source: [0-9a-f]{16}, final: \[text\] \}, es: /);
});

test("without the texts behind its hash, a changed amendment is stale as a whole, and a look at one text is one at that alone", async () => {
  project.edit(list, "put: illicit trafficking in arms", "put: illicit trade in arms");
  project.write(`${folder}/history.yaml`, "sources: {}\n");
  const all = ["am-001:find1 stale", "am-001:put1 stale", "am-001:reason stale"];
  expect(await toDo("fr")).toEqual(all);
  expect((await translate("fresh am-001:put1 --lang fr --by Reader --date 2010-02-03")).code).toBe(0);
  expect(await toDo("fr")).toEqual([all[0], all[2]]);
});

test("a language without words for an amendment has nothing to be looked at", async () => {
  project.edit(list, /\n {6}fr: \[\{ find: la vente illégale d’armes.*\]/, "");
  const said = await translate("fresh am-001 --lang fr --by Reader --date 2010-02-03");
  expect([said.code, said.err]).toEqual([
    1,
    expect.stringContaining("`am-001` has no translation into `fr`"),
  ]);
});

test("an amendment written in French waits in English, in a file of its own", async () => {
  project.edit(
    list,
    "  - id: am-002\n",
    "  - { id: am-990, submitters: [FR], language: fr, on: PP2, replace: { fr: _sachant_ cela } }\n\n  - id: am-002\n",
  );
  expect(await toDo("en")).toEqual(["am-990:text missing"]);
  const english = `${work}-en-from-fr.xlf`;
  expect((await translate("export --lang en")).out).toBe(`${english}: 1 text for en\n`);
  expect(project.read(english)).toContain('source-language="fr"');
  translateUnit(english, "am-990:text", '<g id="i1">Aware</g> of it');
  const back = await translate(`import ${english}`);
  expect([back.err, back.code]).toEqual(["", 0]);
  expect(project.read(list)).toMatch(/replace: \{ fr: _sachant_ cela, en: _Aware_ of it \}/);
  expect(await toDo("en")).toEqual([]);
});

test.each(["xliff12", "xliff21"])(
  "the rehearsal comes back from %s as it went, amendments and all",
  async (format) => {
    const before = project.snapshot();
    for (const language of ["fr", "es", "ar"]) {
      const out = `all-${language}.xlf`;
      await translate(`export --lang ${language} --all --format ${format} --out ${out}`);
      const back = await translate(`import ${out}`);
      expect([back.err, back.code]).toEqual(["", 0]);
      expect(back.out).toMatch(/unchanged: 18\d /);
      expect(back.out).not.toMatch(/taken|refused/);
    }
    const after = Object.entries(project.snapshot()).filter(([path]) => !path.endsWith(".xlf"));
    expect(Object.fromEntries(after)).toEqual(before);
  },
);

describe("a language that nothing is translated into yet", () => {
  test("is told the words of a text in the original alone, until there are some of its own", async () => {
    const notes = (path: string): string[] =>
      [...project.read(path).matchAll(/<note[^>]*>([^<]*In en: [^<]*)<\/note>/g)].map(
        ([, note]) => note ?? "",
      );
    await translate("export --lang pt --out pt.xlf");
    expect(notes("pt.xlf").length).toBeGreaterThan(0);
    for (const note of notes("pt.xlf")) expect(note).toContain("In pt: not there.");
    await translate("export --lang fr --all --out fr.xlf");
    expect(notes("fr.xlf").some((note) => /In fr: “[^”]*\bde\b/.test(note))).toBe(true);
  });
});
