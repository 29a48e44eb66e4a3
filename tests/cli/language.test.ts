import { afterEach, beforeEach, expect, test } from "vitest";
import { Project } from "./project.ts";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

test("language lists how far each one is, and for one of them what is to be done", async () => {
  const all = await project.run("language");
  expect(all).toMatchObject({ code: 0, err: "" });
  expect(all.out).toMatch(/^en +the reference/m);
  expect(all.out).toMatch(/^fr +\d+ of \d+ +0 +0 +\d+$/m);
  const french = await project.run("language fr");
  expect(french.out).toContain("Documents can be made in it.");
  expect(french.out).toContain("_Aiming_ to ensure");
});

test("language says of one that is not there how to begin, and gives its list as JSON", async () => {
  const said = await project.run("language sw");
  expect(said.code).toBe(0);
  expect(said.out).toContain("There is no folder locales/sw.");
  expect(said.out).toMatch(/^ {4}session\.assembly +\{\{ordinal\}\} Assembly$/m);
  const json = JSON.parse((await project.run("language sw --json")).out);
  expect(json).toMatchObject({
    ok: true,
    command: "language",
    code: "sw",
    exists: false,
    there: 0,
    ready: false,
  });
  expect(json.todo).toHaveLength(json.of);
});

test("language refuses what can be no code", async () => {
  const said = await project.run("language ../en");
  expect(said.code).toBe(2);
  expect(said.err).toContain("such as fr or pt-BR");
});
