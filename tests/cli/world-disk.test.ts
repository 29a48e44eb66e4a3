import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDisk, sizeLimit } from "../../src/cli/world-disk.ts";
import { Project } from "./project.ts";

let project: Project;
let installed: Project;
beforeEach(() => {
  project = new Project();
  installed = new Project();
});
afterEach(() => {
  project.remove();
  installed.remove();
});
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);
const open = () => openDisk(project.root, installed.root);

describe("the world on a disk", () => {
  test("reads a file of the project and answers nothing for one that is not there", () => {
    project.write("resolutions/a/resolution.yaml", "title: x");
    expect(text(open().read("resolutions/a/resolution.yaml"))).toBe("title: x");
    expect(open().read("resolutions/b/resolution.yaml")).toBeUndefined();
  });

  test("lends templates, locales and schema of the installed package file by file, and nothing else", () => {
    installed
      .write("templates/a.hbs", "ours")
      .write("templates/b.hbs", "ours")
      .write("resolutions/x/resolution.yaml", "ours");
    project.write("templates/b.hbs", "theirs").write("templates/c.hbs", "theirs");
    const world = open();
    expect(["a", "b", "c"].map((n) => text(world.read(`templates/${n}.hbs`)))).toEqual([
      "ours",
      "theirs",
      "theirs",
    ]);
    expect(world.list("templates")).toEqual(["a.hbs", "b.hbs", "c.hbs"]);
    expect(world.read("resolutions/x/resolution.yaml")).toBeUndefined();
    expect(world.list("resolutions")).toEqual([]);
  });

  test("lists folders with a stroke, in the order of code points", () => {
    project.write("locales/fr/a.json", "").write("locales/Z.json", "").write("locales/a.json", "");
    expect(open().list("locales")).toEqual(["Z.json", "a.json", "fr/"]);
  });

  for (const path of [
    "../secret",
    "resolutions/../../secret",
    "/etc/passwd",
    "resolutions\\..\\secret",
    "C:/secret",
    "",
    "a\u0000b",
  ]) {
    test(`does not read "${path.replace("\u0000", "NUL")}", and says why`, () => {
      const world = open();
      expect(world.read(path)).toBeUndefined();
      expect(world.refused()).toMatchObject([{ code: "path-outside", severity: "error" }]);
    });
  }

  test("does not follow a link to a file outside, nor through a linked folder", () => {
    installed.write("secret.yaml", "secret");
    mkdirSync(project.path("resolutions/a"), { recursive: true });
    symlinkSync(installed.path("secret.yaml"), project.path("resolutions/a/resolution.yaml"));
    symlinkSync(installed.root, project.path("resolutions/b"));
    const world = open();
    expect(world.read("resolutions/a/resolution.yaml")).toBeUndefined();
    expect(world.read("resolutions/b/secret.yaml")).toBeUndefined();
    expect(world.list("resolutions/b")).toEqual([]);
    expect(world.refused().map((d) => d.code)).toEqual(["path-outside", "path-outside", "path-outside"]);
  });

  test("a link that leaves the project is not replaced by the installed file of that name", () => {
    installed.write("templates/a.hbs", "ours").write("secret", "secret");
    mkdirSync(project.path("templates"));
    symlinkSync(installed.path("secret"), project.path("templates/a.hbs"));
    expect(open().read("templates/a.hbs")).toBeUndefined();
  });

  test("follows a link that stays inside", () => {
    project.write("resolutions/a/real.yaml", "real");
    symlinkSync("real.yaml", project.path("resolutions/a/resolution.yaml"));
    expect(text(open().read("resolutions/a/resolution.yaml"))).toBe("real");
  });

  test("does not read a file over the size limit, and says how large it is", () => {
    project.write("resolutions/a/resolution.yaml", "");
    truncateSync(project.path("resolutions/a/resolution.yaml"), sizeLimit + 1);
    const world = open();
    expect(world.read("resolutions/a/resolution.yaml")).toBeUndefined();
    expect(world.refused()).toMatchObject([
      { code: "file-too-large", place: { file: "resolutions/a/resolution.yaml" } },
    ]);
  });

  test("does not take a folder for a file", () => {
    project.write("resolutions/a/b", "");
    expect(open().read("resolutions/a")).toBeUndefined();
  });

  test("finds fonts in packages, ours before the project's, and no other files", () => {
    installed.write("node_modules/@fonts/a/x.ttf", "ours").write("secret.ttf", "secret");
    project.write("node_modules/@fonts/a/x.ttf", "theirs").write("node_modules/b/y.ttf", "theirs");
    const world = open();
    expect(text(world.font("@fonts/a/x.ttf"))).toBe("ours");
    expect(text(world.font("b/y.ttf"))).toBe("theirs");
    expect(world.font("b/../../secret.ttf")).toBeUndefined();
    expect(world.font("c/z.ttf")).toBeUndefined();
    symlinkSync(installed.path("secret.ttf"), project.path("node_modules/b/z.ttf"));
    expect(world.font("b/z.ttf")).toBeUndefined();
  });
});
