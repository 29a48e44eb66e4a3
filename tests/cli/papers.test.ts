import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Manifest } from "../../src/making/manifest.ts";
import { Project } from "./project.ts";

const work = "122-organized-crime-rehearsal";
const folder = `resolutions/${work}`;
const lists = `${folder}/amendments`;

let project: Project;

beforeAll(() => {
  project = new Project().copy(folder);
});
afterAll(() => project.remove());

const manifest = (): Manifest => JSON.parse(project.read(`out/${work}/manifest.json`));

/** Names of the files that a build in Word and English makes. */
async function build(words: string): Promise<{ code: number; names: string[]; err: string }> {
  const { code, out, err } = await project.run(`build ${work} --format docx --lang en ${words} --json`);
  const { files } = JSON.parse(out);
  return { code, names: files.map((f: { name: string }) => f.name), err };
}

describe("build of papers about amendments", () => {
  test("makes the last stage when none is named, and every one when all are", async () => {
    expect((await build("")).names).toEqual(["assembly-122-adopted-en.docx"]);
    expect((await build("--stage all")).names).toEqual([
      "C-I-122-Rehearsal-DR-Pre-en.docx",
      "C-I-122-Rehearsal-DR-rev-en.docx",
      "C-I-122-Rehearsal-DR-en.docx",
      "assembly-122-adopted-en.docx",
    ]);
  });

  test("makes the list of the last stage that has one, and tells those of other stages apart by name", async () => {
    expect((await build("--kind amendments")).names).toEqual(["C-I-122-Rehearsal-DR-am-en.docx"]);
    expect((await build("--kind amendments --stage all")).names).toEqual([
      "C-I-122-Rehearsal-DR-Pre-am-en.docx",
      "C-I-122-Rehearsal-DR-am-en.docx",
    ]);
    expect((await build("--kind decisions --stage dr-rev")).names).toEqual([
      "C-I-122-Rehearsal-DR-am-annotated-en.docx",
    ]);
  });

  test("takes symbol and day of a list from the list itself", async () => {
    const own = new Project().copy(folder);
    own.edit(
      `${lists}/dr-rev.yaml`,
      "stage: dr-rev",
      "stage: dr-rev\nsymbol: C-I/122/R-am.1\ndate: 2010-03-14",
    );
    const { out } = await own.run(`build ${work} --kind amendments --lang en --emit tree`);
    expect(JSON.parse(out).meta).toMatchObject({ symbol: "C-I/122/R-am.1", date: "2010-03-14" });
    own.remove();
  });

  test("compares with the stage before, with any other, or shows what is proposed to the stage itself", async () => {
    expect((await build("--kind redline --stage dr-rev")).names).toEqual([
      "C-I-122-Rehearsal-DR-rev-redline-en.docx",
    ]);
    expect((await build("--kind redline --stage adopted --from dr-pre")).names).toEqual([
      "assembly-122-adopted-redline-dr-pre-en.docx",
    ]);
    expect((await build("--kind redline --stage dr-rev --from dr-rev")).names).toEqual([
      "C-I-122-Rehearsal-DR-rev-redline-proposals-en.docx",
    ]);
    expect((await build("--kind renumbering --stage committee")).names).toEqual([
      "C-I-122-Rehearsal-DR-renumbering-en.docx",
    ]);
  });

  test("says in the table of numbers that a paragraph has other words only where it has: am-149 corrects French alone", async () => {
    const fates = await Promise.all(
      ["en", "fr"].map(async (language) => {
        const { out } = await project.run(
          `build ${work} --kind renumbering --stage committee --lang ${language} --emit markup`,
        );
        const row = out.split("<row>").find((one) => /(OP|PD)5<.*(OP|PD)6</s.test(one));
        return row?.match(/>([^<>]*)<\/para>/g)?.[2]?.slice(1, -"</para>".length);
      }),
    );
    expect(fates).toEqual(["kept", "maintenu, texte modifié"]);
  });

  test("notes in the manifest which texts a redline gives back, and holds the file to it again", async () => {
    await build("--kind redline --stage committee");
    const path = `out/${work}/manifest.json`;
    const entry = manifest().files.find((f) => f.name === "C-I-122-Rehearsal-DR-redline-en.docx");
    expect(entry?.kind).toBe("redline");
    expect(entry?.redline?.accepted).toMatch(/^[0-9a-f]{64}$/);
    expect(entry?.redline?.accepted).not.toBe(entry?.redline?.rejected);
    expect((await project.run("verify out")).code).toBe(0);
    const sum = entry?.redline?.rejected ?? "";
    const before = project.read(path);
    project.write(path, before.replaceAll(sum, "0".repeat(64)));
    const { code, err } = await project.run("verify out");
    project.write(path, before);
    expect(code).toBe(1);
    expect(err).toContain(
      `"out/${work}/C-I-122-Rehearsal-DR-redline-en.docx" does not give the old text when all its changes are rejected`,
    );
  });

  test("the texts of a redline are those of the clean documents of both stages", async () => {
    const both = await project.run(
      `build ${work} --kind redline --stage dr-rev --lang en --format docx --json`,
    );
    const [redline] = JSON.parse(both.out).files;
    const back = await project.run(
      `build ${work} --kind redline --stage dr-pre --from dr-rev --lang en --format docx --json`,
    );
    const [reverse] = JSON.parse(back.out).files.filter((f: { name: string }) =>
      f.name.includes("DR-Pre-redline"),
    );
    expect(reverse.redline).toEqual({
      accepted: redline.redline.rejected,
      rejected: redline.redline.accepted,
    });
  });

  test.each([
    [
      "--kind decisions --stage adopted",
      "has no list of amendments. [stage-unknown]\n  hint: There are lists to: dr-pre, dr-rev.",
    ],
    ["--kind renumbering --stage dr-pre", "is the first one, so no numbers have changed"],
    ["--kind redline --from dr-rve", 'Did you mean "dr-rev"?'],
    ["--stage comittee", 'Did you mean "committee"?'],
  ])("says why there is nothing with %s", async (words, said) => {
    const { code, err } = await project.run(`build ${work} --lang en --format docx ${words}`);
    expect(code).toBe(1);
    expect(err).toContain(said);
  });

  test("leaves works without amendments alone when lists of all works are wanted", async () => {
    const own = new Project().copy(folder, "resolutions/122-organized-crime");
    const { code, out } = await own.run("build --kind amendments --lang en --format docx --json");
    expect(code).toBe(0);
    expect(JSON.parse(out).files.map((f: { work: string }) => f.work)).toEqual([work]);
    own.remove();
  });
});

describe("a broken list", () => {
  test("holds up the stages that take it in, not the text that it is about", async () => {
    const own = new Project().copy(folder);
    own.edit(`${lists}/dr-rev.yaml`, /on: PP1$/m, "on: PP99");
    const early = await own.run(`build ${work} --stage dr-rev --lang en --format docx`);
    expect(early.code).toBe(0);
    expect(early.err).toContain("warning: am-");
    expect(early.err).toContain("There is no PP99 in the text of `dr-rev`.");
    const late = await own.run(`build ${work} --stage committee --lang en --format docx`);
    expect(late.code).toBe(1);
    expect(late.out).toContain("Nothing was made.");
    const list = await own.run(`build ${work} --kind amendments --lang en --emit markup`);
    expect(list.out).toContain("PP99");
    const printed = await own.run(`build ${work} --kind amendments --lang en --format docx`);
    expect(printed.out).toContain("-DR-am-en.docx");
    expect(printed.code).toBe(1);
    own.remove();
  });
});

test("a redline over several stages holds a reservation on a paragraph that an amendment brought", async () => {
  const own = new Project().copy(folder);
  own.edit(`${folder}/resolution.yaml`, "scope: [op06, op16]", "scope: [am-117.a, op16]");
  const { code, err } = await own.run(
    `build ${work} --format docx --lang en --stage adopted --kind redline --from dr-pre`,
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  own.remove();
});

describe("an amendment that still waits for its decision", () => {
  let own: Project;
  beforeAll(async () => {
    own = new Project().copy(folder);
    for (const id of ["am-142", "am-143"]) await own.run(`amend ${work} decide ${id} pending`);
  });
  afterAll(() => own.remove());

  test("is said of a text that is made without it, with the way out", async () => {
    const { code, err } = await own.run(`build ${work} --format docx --lang en --stage committee`);
    expect(code).toBe(0);
    expect(err).toMatch(/dr-rev\.yaml:\d+:\d+: warning: 2 amendments are still pending: am-142, am-143/);
    expect(err).toContain("The text of `committee` is made without them.");
    expect(err).toContain(`hemicycle amend ${work} decide am-142`);
    const list = await own.run(`build ${work} --format docx --lang en --kind amendments --stage dr-rev`);
    expect(list).toMatchObject({ code: 0, err: "" });
  });

  test("keeps a final text from going out", async () => {
    const { code, err } = await own.run(`build ${work} --format docx --lang en --stage adopted`);
    expect(code).toBe(1);
    expect(err).toContain("The stage `adopted` is final, and nothing may be open in it.");
    expect(Object.keys(own.snapshot()).filter((path) => path.includes("adopted"))).toEqual([]);
  });
});

describe("check", () => {
  test("finds nothing wrong with the rehearsal, and says what does not fit the text", async () => {
    expect((await project.run(`check ${work}`)).code).toBe(0);
    const own = new Project().copy(folder);
    own.edit(`${lists}/dr-pre.yaml`, "find: illegal arms sales", "find: illegal arm sales");
    const { code, err } = await own.run(`check ${work}`);
    expect(code).toBe(1);
    expect(err).toMatch(/dr-pre\.yaml:\d+:\d+: error: am-001: “illegal arm sales” does not stand in PP1\./);
    own.remove();
  });
});

describe("diff", () => {
  test("shows the words that changed, whose they are, and how numbers moved", async () => {
    const { code, out } = await project.run(`diff ${work} dr-pre dr-rev`);
    expect(code).toBe(0);
    expect(out).toContain("{-illegal arms sales-}{+illicit trafficking in arms+}");
    expect(out).toMatch(/^PP2: new {2}\[am-003 \(Kenya\)\]$/m);
    expect(out).toMatch(/^PP3 \(was PP2\) {2}\[am-004 \(Finland\)\]$/m);
    expect(out.split("\n").every((line) => line.length <= 160)).toBe(true);
    expect(out).not.toContain("\u001b");
  });

  test("goes backwards, through several stages, and in other languages", async () => {
    const back = await project.run(`diff ${work} dr-rev dr-pre`);
    expect(back.out).toContain("{-illicit trafficking in arms-}");
    expect(back.out).toContain("{+illegal arms sales+}");
    expect((await project.run(`diff ${work} dr-pre adopted --lang fr`)).out).toContain("{+");
    expect((await project.run(`diff ${work} dr-rev dr-rev`)).out).toBe("Nothing changed.\n");
  });

  test("strikes and underlines on a terminal, with the signs still there", async () => {
    const { out } = await project.run(`diff ${work} dr-pre dr-rev`, { isTTY: true, colour: true });
    expect(out).toContain("\u001b[31m");
    expect(out).toContain("{-illegal arms sales-}");
  });

  test("gives the same as JSON", async () => {
    const { out } = await project.run(`diff ${work} dr-pre dr-rev --json`);
    const { changes, language } = JSON.parse(out);
    expect(language).toBe("en");
    expect(changes).toContainEqual(
      expect.objectContaining({ after: "PP2", kind: "new", amendments: ["am-003"] }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ id: "pp04", before: "PP4", after: "PP5", kind: "renumbered" }),
    );
  });

  test("names the nearest stage and language", async () => {
    const stage = await project.run(`diff ${work} dr-per dr-rev`);
    expect(stage.code).toBe(1);
    expect(stage.err).toContain('Did you mean "dr-pre"?');
    const language = await project.run(`diff ${work} dr-pre dr-rev --lang pt`);
    expect(language.code).toBe(1);
    expect(language.err).toContain("It is there in: en, ar, es, fr.");
  });
});
