#!/usr/bin/env node
/** Starts Hemicycle: loads chunks of the program from V8's compiled code, or from source where V8 refuses it. */
"use strict";
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

const chunks = join(__dirname, "chunks");
/** By file name: `{ exports, script, filename }`. */
const loaded = new Map();

/** The exports of the chunk `name`, a file of chunks/. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const filename = join(chunks, name);
  // The bundle is ASCII; one byte a letter is the cheapest string that V8 has.
  const script = new Script(readFileSync(filename, "latin1"), {
    filename,
    cachedData: compiledCode(filename),
  });
  const module = { exports: {}, script, filename };
  loaded.set(name, module);
  script.runInThisContext()(module.exports, requireFrom, module, filename, chunks);
  return module.exports;
}

/** Undefined where there is none; V8 itself refuses code of another version and then compiles the source. */
function compiledCode(filename) {
  try {
    return readFileSync(`${filename}.cache`);
  } catch {
    return undefined;
  }
}

function requireFrom(name) {
  return name.startsWith("./") ? load(name.slice(2)) : require(name);
}
requireFrom.resolve = require.resolve;

/** By version of V8: when a function has run often enough to be optimised. */
const laterThanUsual = {
  11: "--interrupt-budget=500000",
  12: "--invocation-count-for-turbofan=12000",
  13: "--invocation-count-for-turbofan=12000",
};

/**
 * Most runs end before optimised code has paid for its making, which took a third of their processor time. Not for those
 * who load the program into theirs: it holds for the whole process, and compiled code fits only processes of one kind.
 */
function optimiseLater() {
  const flag = laterThanUsual[process.versions.v8.split(".")[0]];
  if (flag) setFlagsFromString(flag);
}

if (require.main === module) {
  optimiseLater();
  load("main.js").main(dirname(__dirname));
} else module.exports = { load, loaded, optimiseLater };
