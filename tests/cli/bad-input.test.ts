import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { starter } from "../../src/cli/starter.ts";
import { sizeLimit } from "../../src/cli/world-disk.ts";
import { type Disk, realDisk } from "../../src/cli/write.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { Project } from "./project.ts";

const source = "resolutions/150-water/resolution.yaml";
const french = "resolutions/150-water/translations/fr.yaml";

let project: Project;
beforeEach(() => {
  project = new Project().write(source, starter("150-water"));
});
afterEach(() => project.remove());

interface Expected {
  code: string;
  /** The file, and a piece of the line that the finding must point to. */
  at?: { file: string; line: string | RegExp };
  says?: string | RegExp;
}

/** Gives the command and holds it to the law: exit code 1, a message with place and hint, nothing written or lost. */
async function isRefused(words: string, expected: Expected, more: Partial<Io> = {}): Promise<void> {
  const before = project.snapshot();
  const said = await project.run(words, more);
  const report = `${said.err}\n--- and on standard output:\n${said.out}`;
  expect(said.code, report).toBe(1);
  const lines = said.err.split("\n");
  const index = lines.findIndex((line) => line.includes(`[${expected.code}]`));
  expect(index, report).toBeGreaterThanOrEqual(0);
  const message = lines[index] ?? "";
  expect(lines[index + 1], report).toMatch(/^ {2}hint: ./);
  if (expected.at) {
    const [, file, line, column] = /^(.+?):(\d+):(\d+): error: ./.exec(message) ?? [];
    expect(file, report).toBe(expected.at.file);
    expect(Number(column)).toBeGreaterThan(0);
    expect(project.read(expected.at.file).split("\n")[Number(line) - 1], report).toMatch(expected.at.line);
  }
  if (expected.says) expect(`${message}\n${lines[index + 1]}`).toMatch(expected.says);
  if (expected.code !== "work-unknown") expect(report).not.toContain("[work-unknown]");
  expect(said.out, report).not.toContain("There are no works");
  expect(project.snapshot()).toEqual(before);
}

describe("before anything is spoilt", () => {
  test("the starting work passes check without an error and is built", async () => {
    const checked = await project.run("check");
    expect([checked.code, checked.err]).toEqual([0, expect.not.stringContaining("error")]);
    const built = await project.run("build --format docx");
    expect([built.code, built.out]).toEqual([0, expect.stringContaining("out/150-water/C-I-150-DR-en.docx")]);
  });
});

for (const command of ["check", "build --format docx"]) {
  describe(`bad sources, with ${command}`, () => {
    test("YAML that cannot be read", async () => {
      project.edit(source, "languages: [en]", "languages: [en");
      await isRefused(command, { code: "yaml-syntax", at: { file: source, line: /./ } });
    });
    test("a misspelt field, with the nearest known one", async () => {
      project.edit(source, "preambular:", "preambluar:");
      await isRefused(command, {
        code: "unknown-field",
        at: { file: source, line: "preambluar" },
        says: /preambular/,
      });
    });
    test("a value of the wrong type", async () => {
      project.edit(source, "number: 150", "number: [150]");
      await isRefused(command, { code: "wrong-type", at: { file: source, line: "number:" } });
    });
    test("a city, country, committee or honorific that no language has a name for, at its field", async () => {
      const at = (line: string) => ({ file: source, line });
      const names = [
        ["city: tashkent", "city: tashkentt", "name-unknown", /Did you mean `tashkent`/],
        ["country: UZ", "country: UX", "country-unknown", /`UX`/],
        ["committee: peace-and", "committee: piece-and", "body-unknown", /Did you mean `peace-and-security`/],
        ["honorific: ms", "honorific: mrs", "name-unknown", /no honorific `mrs` in the names of English/],
      ] as const;
      for (const [right, wrong, code, says] of names) {
        project.edit(source, new RegExp(`(?<!# )${right}`), wrong);
        await isRefused(command, { code, at: at(wrong), says });
        project.edit(source, wrong, right);
      }
    });
    test("a period that the house does not have, and an adopted text without its adoption", async () => {
      project.edit(source, "house: ipu", "house: ipu\n  period: twenties");
      await isRefused(command, { code: "wrong-type", at: { file: source, line: "period: twenties" } });
      project.edit(source, "\n  period: twenties", "").edit(source, "kind: draft", "kind: adopted");
      await isRefused(command, { code: "missing-field", at: { file: source, line: "kind: adopted" } });
    });
    test("a missing field", async () => {
      project.edit(source, "    from: 2025-04-05\n", "");
      await isRefused(command, { code: "missing-field", at: { file: source, line: /./ }, says: /from/ });
    });
    test("two paragraphs with one id", async () => {
      project.edit(source, "id: op01", "id: pp01");
      await isRefused(command, { code: "duplicate-id", at: { file: source, line: "pp01" } });
    });
    test("an id with signs that ids must not have", async () => {
      project.edit(source, "id: op01", 'id: "../op 01"');
      await isRefused(command, { code: "invalid-id", at: { file: source, line: "op 01" } });
    });
    test("a reference to a paragraph that is not there", async () => {
      project.edit(source, "parliaments to act", "parliaments to act as in [@op99]");
      await isRefused(command, { code: "dangling-reference", at: { file: source, line: "op99" } });
    });
    test("a call of a footnote that is not there", async () => {
      project.edit(source, "parliaments to act", "parliaments to act[^n9]");
      await isRefused(command, { code: "dangling-reference", at: { file: source, line: "n9" } });
    });
    test("a number without quotation marks that YAML would shorten", async () => {
      project.edit(source, "symbol: C-I/150/DR", "symbol: 1.10");
      await isRefused(command, {
        code: "unquoted-number",
        at: { file: source, line: "1.10" },
        says: /"1\.10"|'1\.10'/,
      });
    });
    test("marks that are not closed", async () => {
      project.edit(source, "_Calls on_", "_Calls on");
      await isRefused(command, { code: "inline-syntax", at: { file: source, line: "Calls on" } });
    });
    test("a control character", async () => {
      project.edit(
        source,
        "text: _Calls on_ parliaments to act",
        'text: "_Calls on_ parliaments \\x07 to act"',
      );
      await isRefused(command, { code: "control-character", at: { file: source, line: "Calls on" } });
    });
    test("a file that is not UTF-8", async () => {
      project.write(source, Uint8Array.of(0xff, 0xfe, 0x41, 0x00));
      await isRefused(command, { code: "file-encoding" });
    });
    test("a file over the size limit", async () => {
      truncateSync(project.path(source), sizeLimit + 1);
      await isRefused(`${command} 150-water`, { code: "file-too-large", says: /MB/ });
    });
    test("a work that is not there, with the nearest one", async () => {
      await isRefused(`${command} 150-watre`, { code: "work-unknown", says: /150-water/ });
    });
    test("a work outside the project", async () => {
      await isRefused(`${command} ../150-water`, { code: "work-unknown" });
    });
    test("a house style that is not there, or lies outside", async () => {
      project.edit(source, "house: ipu", "house: ipo");
      await isRefused(command, { code: "house-unknown", at: { file: source, line: "house:" }, says: /ipu/ });
      project.edit(source, "house: ipo", "house: ../../..");
      await isRefused(command, { code: "wrong-type", at: { file: source, line: "house:" } });
    });
  });

  describe(`bad translations, with ${command}`, () => {
    const translation = (texts: string): string => `language: fr\ntexts:\n${texts}`;
    test("a translation of a paragraph that does not exist is said and stops nothing", async () => {
      const texts = ["title", "pp01", "op01", "op77"].map((id) => `  ${id}: { text: _mot_ }\n`).join("");
      const said = await project.write(french, translation(texts)).run(`${command} --json`);
      const { diagnostics } = JSON.parse(said.out) as { diagnostics: Diagnostic[] };
      const about = diagnostics.filter((d) => d.message.includes("op77"));
      expect(about).toMatchObject([{ severity: "warning", place: { file: french, line: 6 } }]);
      expect(said.code).toBe(0);
    });
    test("YAML that cannot be read in a translation keeps the whole work from being built", async () => {
      project.write(french, "texts: {");
      await isRefused(command, { code: "yaml-syntax" });
    });
  });

  describe(`bad locales, templates and houses, with ${command}`, () => {
    test("a phrase that a locale lacks", async () => {
      project.copy("locales");
      const phrases = JSON.parse(project.read("locales/en/phrases.json")) as Record<string, unknown>;
      delete phrases.enacting;
      project.write("locales/en/phrases.json", JSON.stringify(phrases, null, 2));
      await isRefused(command, { code: "locale-key-missing", says: /enacting/ });
    });
    test("a locale file that is no JSON", async () => {
      project.copy("locales").write("locales/en/phrases.json", '{\n  "a": }\n');
      await isRefused(command, { code: "locale-syntax", at: { file: "locales/en/phrases.json", line: "}" } });
    });
    test("a work in a language without a locale", async () => {
      project.edit(source, "language: en", "language: tlh");
      await isRefused(command, { code: "language-unknown" });
    });
    test("a style that the house does not define", async () => {
      project.copy("templates");
      const file = templateWith(/style="title"/);
      project.edit(file, 'style="title"', 'style="titel"');
      await isRefused(command, { code: "style-unknown", at: { file, line: "titel" }, says: /title/ });
    });
    test("a template with crossed tags", async () => {
      project.copy("templates");
      const file = templateWith(/<\/para>/);
      project.edit(file, "</para>", "</item>");
      await isRefused(command, { code: "template-syntax", at: { file, line: /./ } });
    });
    test("a template with an element that does not exist", async () => {
      project.copy("templates");
      const file = templateWith(/<para/);
      project.edit(file, "<para", "<script>x</script><para");
      await isRefused(command, { code: "template-element", at: { file, line: "script" } });
    });
    test("a house style with a wrong value", async () => {
      project.copy("templates").edit("templates/houses/ipu/house.yaml", /size: \d+/, "size: huge");
      await isRefused(command, {
        code: "house-syntax",
        at: { file: "templates/houses/ipu/house.yaml", line: "huge" },
      });
    });
  });

  describe(`tricks with links, with ${command}`, () => {
    test("a source that is a link to a file outside the project", async () => {
      const other = new Project().write("secret.yaml", starter("150-water"));
      rmSync(project.path(source));
      symlinkSync(other.path("secret.yaml"), project.path(source));
      await isRefused(command, { code: "path-outside" });
      other.remove();
    });
    test("a work that is a link to a folder outside the project", async () => {
      const other = new Project();
      renameSync(project.path("resolutions/150-water"), other.path("w"));
      symlinkSync(other.path("w"), project.path("resolutions/150-water"));
      await isRefused(`${command} 150-water`, { code: "path-outside" });
      other.remove();
    });
  });
}

describe("what only building finds", () => {
  test("a character that no font has", async () => {
    project.edit(source, "parliaments to act", "parliaments to act 𓀀");
    await isRefused("build --format pdf", {
      code: "glyph-missing",
      says: /13000/,
      at: { file: source, line: "𓀀" },
    });
  });
  test("a character that no font has, in a translation, is said at its place there", async () => {
    const file = "resolutions/122-organized-crime/translations/fr.yaml";
    project.copy("resolutions/122-organized-crime").edit(file, "consciente", "consciente 𓀀");
    await isRefused("build 122-organized-crime --lang fr --format pdf", {
      code: "glyph-missing",
      at: { file, line: "text:" },
    });
  });
  test("a character that no font has, in an amendment, is said at the amendment", async () => {
    const work = "122-organized-crime-rehearsal";
    const file = `resolutions/${work}/amendments/dr-pre.yaml`;
    project.copy(`resolutions/${work}`).edit(file, "the security of society", "the security of society 𓀀");
    await isRefused(`build ${work} --stage dr-rev --lang en --format pdf`, {
      code: "glyph-missing",
      at: { file, line: "am-004" },
      says: /as changed by am-004/,
    });
  });
  test("a language that was asked for and has no translation", async () => {
    await isRefused("build --lang fr", { code: "translation-missing", says: /"fr"/ });
  });
  test("paragraphs that a final text asked for in a language lacks, each by its id", async () => {
    project.write(french, "language: fr\ntexts:\n  title:\n    text: Titre\n");
    project.edit(
      source,
      /(\{ id: dr.*?) \}/,
      "{ id: dr, kind: draft, symbol: C-I/150/DR, date: 2025-01-20, final: true }",
    );
    const said = await project.run("build --lang fr");
    expect(said.code).toBe(1);
    expect(said.err.match(/error: .*\[translation-missing\]/g)).toHaveLength(2);
    expect(existsSync(project.path("out"))).toBe(false);
  });
  test("a stage that the work does not have", async () => {
    await isRefused("build --stage dr-final", { code: "stage-unknown", says: /dr/ });
  });
  test("a work with an error does not stop another one, and writes nothing itself", async () => {
    project.write(
      "resolutions/151-fire/resolution.yaml",
      starter("151-fire").replace("number: 150", "number: no"),
    );
    const said = await project.run("build --format docx");
    expect([said.code, said.err]).toEqual([1, expect.stringContaining("151-fire/resolution.yaml:")]);
    expect(said.out).toMatch(/^work .*\n150-water +en +docx .*\n$/);
    expect(existsSync(project.path("out/150-water/C-I-150-DR-en.docx"))).toBe(true);
    expect(existsSync(project.path("out/151-fire"))).toBe(false);
  });
  test("what the language lacks for one work does not stop the next one", async () => {
    const other = "resolutions/149-air/resolution.yaml";
    project.write(other, starter("149-air").replace("role: co-rapporteur", "role: rapporteur"));
    project.copy("locales").edit("locales/en/phrases.json", /"rapporteur(?=[_"])/g, '"raporteur');
    const said = await project.run("build --format docx");
    expect([said.code, said.out]).toEqual([1, expect.stringMatching(/^work .*\n150-water +en +docx /)]);
    expect(said.out).not.toContain("Nothing was made");
  });
  test("an incomplete translation that nobody asked for is left out and said, and the rest is built", async () => {
    project.edit(source, "languages: [en]", "languages: [en, fr, es]");
    project.write(french, "language: fr\ntexts:\n  title:\n    text: Titre\n");
    const said = await project.run("build --format docx");
    expect([said.code, said.out]).toEqual([
      0,
      expect.stringMatching(/Left out:\n.* fr .*2 texts have no translation: pp01, op01/),
    ]);
    expect(said.out).toContain("there is no resolutions/150-water/translations/es.yaml");
  });
});

describe("output that cannot be written", () => {
  const words = "build --format docx";
  const failing = (call: keyof Disk, code: string): { disk: Disk } => ({
    disk: { ...realDisk, [call]: () => Promise.reject(Object.assign(new Error(code), { code })) },
  });

  test("an output folder that may not be written to", async () => {
    await isRefused(words, { code: "output-not-writable", says: /--out/ }, failing("mkdir", "EACCES"));
  });
  test("an output folder that is a file", async () => {
    writeFileSync(project.path("out"), "a file of mine");
    await isRefused(words, { code: "output-not-writable" });
  });
  test("a work whose folder cannot be written does not hide what was made of another", async () => {
    project
      .write("out/150-water", "a file of mine")
      .write("resolutions/151-fire/resolution.yaml", starter("151-fire"));
    const said = await project.run(words);
    expect([said.code, said.err]).toEqual([1, expect.stringContaining("[output-not-writable]")]);
    expect(said.out).toMatch(/^work .*\n151-fire +en +docx +.*151-fire\/C-I-150-DR-en.docx\n$/);
  });
  test("a disk that is full leaves the documents of the last build as they were", async () => {
    expect((await project.run(words)).code).toBe(0);
    project.edit(source, "parliaments to act", "parliaments to act at once");
    for (const call of ["create", "rename"] as const) {
      await isRefused(words, { code: "write-failed", says: /ENOSPC|full/ }, failing(call, "ENOSPC"));
    }
    expect((await project.run(words)).code).toBe(0);
    expect((await project.run("verify")).code).toBe(0);
  });
  test("an output folder that a link leads out of the project", async () => {
    const other = new Project();
    symlinkSync(other.root, project.path("out"));
    await isRefused(words, { code: "path-outside" });
    expect(other.snapshot()).toEqual({});
    other.remove();
  });
  test("a work's output folder that a link leads elsewhere", async () => {
    const other = new Project();
    mkdirSync(project.path("out"));
    symlinkSync(other.root, project.path("out/150-water"));
    await isRefused(words, { code: "path-outside" });
    expect(other.snapshot()).toEqual({});
    other.remove();
  });
  test("a project in which a file stands where the works should", async () => {
    rmSync(project.path("resolutions"), { recursive: true });
    project.write("resolutions", "a file of mine");
    await isRefused("init 151-new", { code: "output-not-writable" });
  });
  test("init and import never write over a work", async () => {
    project.write(
      "text.txt",
      "A title\n\nThe 150th Assembly of the Inter-Parliamentary Union,\n\n1.\nUrges peace.\n",
    );
    await isRefused("init 150-water", { code: "work-exists" });
    await isRefused("import text.txt --into 150-water", { code: "work-exists" });
  });
  test("a text to import that is not there, is too large or no text", async () => {
    await isRefused("import nowhere.txt --into 151-new", { code: "file-missing" });
    project.write("binary.txt", Uint8Array.of(0xff, 0xff));
    await isRefused("import binary.txt --into 151-new", { code: "file-encoding", says: /UTF-8/ });
    project.write("large.txt", "");
    truncateSync(project.path("large.txt"), sizeLimit + 1);
    await isRefused("import large.txt --into 151-new", { code: "file-too-large" });
  });
});

describe("for machines", () => {
  test("the same findings come as one JSON document on standard output", async () => {
    project.edit(source, "preambular:", "preambluar:");
    const said = await project.run("check --json");
    expect([said.code, said.err]).toEqual([1, ""]);
    const { ok, diagnostics } = JSON.parse(said.out);
    expect(ok).toBe(false);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: "unknown-field",
        severity: "error",
        place: expect.objectContaining({ file: source }),
      }),
    );
  });
});

/** The first template of the project in which `sign` stands. */
function templateWith(sign: RegExp): string {
  const found = Object.entries(project.snapshot()).find(
    ([path, text]) => path.endsWith(".hbs") && sign.test(text),
  );
  if (!found) throw new Error(`no template has ${sign}`);
  return found[0];
}
