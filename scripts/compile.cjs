/** Runs every command once in this process and keeps the code that V8 compiled for it beside the chunks. */
"use strict";
const { cpSync, mkdirSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const [, , dist = "dist", out = "out"] = process.argv;
const { load, loaded, optimiseLater } = require(join(dist, "hemicycle.js"));
const home = dirname(__dirname);
const runs = [
  ["--help"],
  ["build", "--help"],
  ["check", "--json"],
  ["build", "--out", out],
  ["verify", out],
  ["check", "--project", ownTemplates()],
];

/** A project that changed a file of the templates, so that they are read, checked and compiled in the run. */
function ownTemplates() {
  const project = join(out, "project");
  mkdirSync(join(project, "templates"), { recursive: true });
  writeFileSync(join(project, "templates/README.md"), "Ours.\n");
  cpSync(join(home, "resolutions"), join(project, "resolutions"), { recursive: true });
  return project;
}

async function keep() {
  optimiseLater();
  const { run } = load("main.js");
  const silent = { write: () => true };
  for (const words of runs) {
    await run(words, { stdout: silent, stderr: silent, cwd: home, home, isTTY: false });
  }
  for (const { filename, script } of loaded.values())
    writeFileSync(`${filename}.cache`, script.createCachedData());
}

keep();
