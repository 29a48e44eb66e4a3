/**
 * Judges PDF files by veraPDF against PDF/UA-1 and PDF/A-2a and fails on any finding.
 *
 *   npm run conformance                 documents of every kind and language, made anew, and samples with all a page can hold
 *   npm run conformance -- a.pdf b.pdf  these files
 *
 * veraPDF is a Java library on Maven Central; it is fetched once into .cache/verapdf/ and checked by its sum. It judges
 * our files and is no part of what we ship.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { bin, root } from "./lib/folders.js";

const cache = join(root, ".cache", "verapdf");
const version = "1.28.2";
const jar = join(cache, `greenfield-apps-${version}.jar`);
const sum = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6";
const flavours = [
  ["ua1", "PDF/UA-1"],
  ["2a", "PDF/A-2a"],
];
/** Findings printed for a rule of a file; the rest is counted. */
const shown = 3;

/** What cannot be run says so at the top of its voice: nothing was checked, nothing may be claimed. */
function missing(lines) {
  const bar = "!".repeat(72);
  console.error([bar, "CONFORMANCE WAS NOT CHECKED", ...lines, bar].join("\n"));
  process.exit(2);
}

function runs(command, args) {
  return spawnSync(command, args, { encoding: "utf8" }).status === 0;
}

function prepare() {
  if (!runs("java", ["-version"]))
    missing([
      "There is no Java here. Install a Java runtime, version 11 or later (Debian: apt install default-jre).",
    ]);
  if (!existsSync(jar)) {
    if (!runs("mvn", ["-version"]))
      missing([
        "veraPDF is not in .cache/verapdf/ and there is no Maven to fetch it with (Debian: apt install maven).",
        `Or put greenfield-apps-${version}.jar (org.verapdf.apps on Maven Central) there by hand.`,
      ]);
    mkdirSync(cache, { recursive: true });
    console.log(`Fetching veraPDF ${version} into ${relative(root, cache)}, once ...`);
    const coordinates = `org.verapdf.apps:greenfield-apps:${version}`;
    const args = ["-q", "-B", "dependency:copy", `-Dartifact=${coordinates}`, `-DoutputDirectory=${cache}`];
    const got = spawnSync("mvn", args, { encoding: "utf8", cwd: cache });
    if (got.status !== 0 || !existsSync(jar))
      missing([
        "Maven could not fetch veraPDF; is Maven Central within reach?",
        `${got.stdout}${got.stderr}`.trim(),
      ]);
  }
  if (createHash("sha256").update(readFileSync(jar)).digest("hex") !== sum) {
    rmSync(jar);
    missing([
      `${relative(root, jar)} is not the file it should be (SHA-256 differs); it was removed. Run again.`,
    ]);
  }
}

function pdfsIn(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".pdf"));
  return names.map((name) => join(folder, name)).sort();
}

/** Every kind of document of every work in every language that it has; a kind of which nothing could be made is a fault. */
function builtKinds(kinds, folder) {
  if (!existsSync(bin)) missing(["dist/ is missing. Run: npm ci"]);
  const more = { clean: ["--stage", "all", "--draft", "--line-numbers"], bilingual: ["--lang", "en,ar"] };
  return kinds.flatMap((kind) => {
    const out = join(folder, kind);
    const args = [bin, "build", "--kind", kind, "--format", "pdf", "--out", out, ...(more[kind] ?? [])];
    const run = spawnSync(process.execPath, args, { encoding: "utf8", cwd: root });
    const made = pdfsIn(out);
    if (run.status !== 0 || made.length === 0) {
      failed++;
      console.log(`FAIL  of kind ${kind} ${made.length} documents were made:\n${run.stderr}${run.stdout}`);
    }
    return made;
  });
}

/** Samples made by the sources as they are now, and the kinds of documents that they know. */
async function samples(folder) {
  const { build } = await import("esbuild");
  const outfile = join(folder, "samples.mjs");
  const entryPoints = [join(root, "tests", "render", "pdf", "conformance-samples.ts")];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  const { writeSamples, documentKinds } = await import(pathToFileURL(outfile).href);
  await writeSamples(root, folder);
  return { files: pdfsIn(folder), kinds: documentKinds };
}

async function ownDocuments() {
  const folder = join(root, ".cache", "conformance");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { files, kinds } = await samples(folder);
  return [...files, ...builtKinds(kinds, folder)];
}

/** veraPDF's report on all files for one flavour. */
function judge(flavour, files) {
  const args = [
    "-cp",
    jar,
    "org.verapdf.apps.GreenfieldCliWrapper",
    "-f",
    flavour,
    "--format",
    "json",
    ...files,
  ];
  const run = spawnSync("java", ["-Xmx1g", ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
  try {
    return JSON.parse(run.stdout).report.jobs;
  } catch {
    missing(["veraPDF gave no report that can be read.", run.stderr.slice(0, 2000)]);
  }
}

function printFindings(job) {
  const rules = job.validationResult?.[0]?.details.ruleSummaries ?? [];
  if (job.validationResult === undefined)
    console.log(`    could not be read: ${job.taskException?.exceptionMessage ?? "no reason given"}`);
  for (const rule of rules) {
    console.log(
      `    ${rule.specification}, clause ${rule.clause}, test ${rule.testNumber}: ${rule.failedChecks} x`,
    );
    console.log(`      ${rule.description}`);
    for (const check of rule.checks.slice(0, shown))
      console.log(`      at ${check.context}\n         ${check.errorMessage ?? ""}`);
  }
}

let failed = 0;
prepare();
const given = process.argv.slice(2);
const files = given.length > 0 ? given : await ownDocuments();
for (const [flavour, name] of flavours) {
  const jobs = judge(flavour, files);
  if (jobs.length !== files.length) failed++;
  for (const job of jobs) {
    const passed = job.validationResult?.[0]?.compliant === true;
    if (!passed) failed++;
    console.log(
      `${passed ? "pass" : "FAIL"}  ${name.padEnd(8)}  ${relative(process.cwd(), job.itemDetails.name)}`,
    );
    if (!passed) printFindings(job);
  }
}
const what = `${files.length} files, ${flavours.map(([, name]) => name).join(" and ")}`;
console.log(
  failed === 0
    ? `veraPDF ${version} found nothing: ${what}.`
    : `veraPDF ${version}: ${failed} failed (${what}).`,
);
process.exitCode = failed === 0 ? 0 : 1;
