import { rmSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Manifest, parseManifest, printManifest } from "../../src/making/manifest.ts";
import { mergeManifests } from "../../src/making/manifest-history.ts";
import { sha256 } from "../../src/text/sha256.ts";
import { Project } from "./project.ts";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

function entry(name: string, content: string): Manifest["files"][number] {
  const format = name.endsWith("pdf") ? "pdf" : "docx";
  return {
    name,
    language: "en",
    format,
    stage: "dr",
    kind: "clean",
    bytes: content.length,
    sha256: sha256(content),
  };
}

function manifest(...files: Manifest["files"]): Manifest {
  const hash = "0".repeat(64);
  const base = { hemicycle: "0.1.0", libraries: {}, work: "w", source: hash, house: "ipu", templates: hash };
  return { ...base, locales: { en: hash }, files };
}

function madeWork(): void {
  project.write("out/w/a.pdf", "AAA").write("out/w/b.docx", "BB");
  project.write("out/w/manifest.json", printManifest(manifest(entry("a.pdf", "AAA"), entry("b.docx", "BB"))));
}

describe("verify", () => {
  test("is content when every file is as listed, from the output folder and from the work's", async () => {
    madeWork();
    expect(await project.run("verify")).toEqual({
      code: 0,
      out: "2 files are as the manifests say.\n",
      err: "",
    });
    expect((await project.run("verify out/w")).code).toBe(0);
  });

  test("finds a changed, a missing and an extra file, by name", async () => {
    madeWork();
    project.write("out/w/a.pdf", "AAB").write("out/w/c.pdf", "C");
    rmSync(project.path("out/w/b.docx"));
    const said = await project.run("verify out --json");
    expect(said.code).toBe(1);
    const messages = JSON.parse(said.out).diagnostics.map(
      (d: { severity: string; message: string }) => `${d.severity} ${d.message}`,
    );
    expect(messages).toEqual([
      expect.stringMatching(/^error "out\/w\/a.pdf" is not the file/),
      expect.stringMatching(/^error "out\/w\/b.docx" is in the manifest but not/),
      expect.stringMatching(/^warning "out\/w\/c.pdf" is in the folder but not/),
    ]);
  });

  test("an extra file alone is a warning", async () => {
    madeWork();
    project.write("out/w/c.pdf", "C");
    expect((await project.run("verify out")).code).toBe(0);
  });

  test("says so when there is no manifest, or a broken one", async () => {
    expect((await project.run("verify nowhere")).err).toContain("[manifest-missing]");
    project.write("out/w/manifest.json", "{");
    const said = await project.run("verify");
    expect([said.code, said.err]).toEqual([1, expect.stringContaining("out/w/manifest.json:1:1: error:")]);
  });

  test("says so when the documents of one work have lost their manifest beside others that have theirs", async () => {
    madeWork();
    project.write("out/x/a.pdf", "AAA").write("out/notes/list.txt", "nothing of ours");
    const said = await project.run("verify");
    expect(said.code).toBe(1);
    expect(said.err).toContain('There are documents in "out/x" but no manifest.json');
    expect(said.err).not.toContain("notes");
  });

  test("is not led out of the folder by a manifest or a link", async () => {
    project
      .write("secret", "AAA")
      .write("out/w/x", "")
      .write(
        "out/w/manifest.json",
        printManifest(manifest(entry("../../secret", "AAA"), entry("l.pdf", "AAA"))),
      );
    symlinkSync(project.path("secret"), project.path("out/w/l.pdf"));
    const said = await project.run("verify");
    expect(said.code).toBe(1);
    expect(said.err.match(/leads out of the folder/g)).toHaveLength(2);
  });
});

describe("the manifest", () => {
  test("is read back as it was written, and always written the same", () => {
    const one = manifest(entry("b.docx", "B"), entry("a.pdf", "A"));
    const other = { ...one, files: [...one.files].reverse() };
    expect(printManifest(other)).toBe(printManifest(one));
    expect(parseManifest(printManifest(one))?.files.map((f) => f.name)).toEqual(["a.pdf", "b.docx"]);
  });

  test("keeps what was made before from the same source beside the new, and from anything else as earlier", () => {
    const before = manifest(entry("a.pdf", "A"));
    const now = manifest(entry("b.docx", "B"));
    const names = ({ files, earlier }: Manifest) => [
      files.map((f) => f.name),
      earlier?.map((state) => state.files.map((f) => f.name)),
    ];
    const other = "1".repeat(64);
    expect(names(mergeManifests(before, now))).toEqual([["b.docx", "a.pdf"], undefined]);
    for (const change of [{ source: other }, { templates: other }, { locales: { en: other } }])
      expect(names(mergeManifests(before, { ...now, ...change }))).toEqual([["b.docx"], [["a.pdf"]]]);
    expect(mergeManifests(before, manifest(entry("a.pdf", "new"))).files).toEqual([entry("a.pdf", "new")]);
  });

  test("does not keep an earlier document that was made anew in another format or is left out now", () => {
    const arabic = (name: string) => ({ ...entry(name, "A"), language: "ar" });
    const before = manifest(entry("a-en.docx", "A"), arabic("a-ar.pdf"), arabic("a-ar.docx"));
    const now = { ...manifest(entry("a-en.pdf", "B")), source: "1".repeat(64) };
    const earlier = (...leftOut: Parameters<typeof mergeManifests>[2] & object) =>
      mergeManifests(before, now, leftOut).earlier?.flatMap((state) => state.files.map((f) => f.name));
    expect(earlier()).toEqual(["a-ar.docx", "a-ar.pdf"]);
    expect(earlier({ language: "ar", format: "pdf" })).toEqual(["a-ar.docx"]);
    expect(earlier({ language: "ar" })).toBeUndefined();
  });

  test("that was changed among the earlier files is not taken for one", () => {
    const { work: _, ...state } = manifest(entry("a.pdf", "A"));
    const whole = { ...manifest(entry("b.pdf", "B")), earlier: [state] };
    expect(parseManifest(printManifest(whole))?.earlier).toEqual([state]);
    const broken = printManifest(whole).replace('"earlier": [', '"earlier": [ 7,');
    expect(parseManifest(broken)).toBeUndefined();
  });
});
