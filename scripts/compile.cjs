/** Runs every command once in this process and keeps the code that V8 compiled for it beside the chunks. */
"use strict";
const { cpSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
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
  ["build", "--project", ownHouse(), "--lang", "en", "--format", "docx"],
];

/** A project whose pages are wider, so that nothing that was prepared serves it. */
function ownHouse() {
  const project = join(out, "project");
  const house = "templates/houses/ipu/house.yaml";
  mkdirSync(dirname(join(project, house)), { recursive: true });
  writeFileSync(
    join(project, house),
    readFileSync(join(home, house), "utf8").replace("width: 210", "width: 211"),
  );
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
