import { rmSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Manifest, mergeManifests, parseManifest, printManifest } from "../../src/manifest.ts";
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

  test("keeps what was made before from the same source, and forgets it when anything changed", () => {
    const before = manifest(entry("a.pdf", "A"));
    const now = manifest(entry("b.docx", "B"));
    expect(mergeManifests(before, now).files.map((f) => f.name)).toEqual(["b.docx", "a.pdf"]);
    expect(mergeManifests(before, { ...now, source: "1".repeat(64) }).files).toHaveLength(1);
    expect(mergeManifests(before, { ...now, locales: { en: "1".repeat(64) } }).files).toHaveLength(1);
    expect(mergeManifests(before, manifest(entry("a.pdf", "new"))).files).toEqual([entry("a.pdf", "new")]);
  });
});
