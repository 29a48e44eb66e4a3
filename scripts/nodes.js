/**
 * Makes documents of every language with every Node that we promise and compares the sums of their bytes.
 *
 *   npm run nodes             PDF without compression and every part of the Word files
 *   npm run nodes -- --test   the whole test suite with each of them, too
 *
 * Other Nodes come from the npm package `node`, once, into .cache/node/; what cannot be had is said, and nothing is claimed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
const cache = join(root, ".cache", "node");
const majors = ["20", "22", "24"];

function versionOf(program) {
  const run = spawnSync(program, ["-v"], { encoding: "utf8" });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

/** The program of a major version, fetched when it is neither running nor there; undefined when it cannot be had. */
function nodeOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const folder = join(cache, major);
  const program = join(folder, "node_modules", "node", "bin", "node");
  const right = () => existsSync(program) && versionOf(program)?.startsWith(`v${major}.`);
  if (right()) return program;
  console.log(`Fetching Node ${major} into .cache/node/${major}, once ...`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `node@${major}`];
  const got = spawnSync("npm", args, { encoding: "utf8", cwd: folder });
  if (got.status === 0 && right()) return program;
  console.log(`${got.stdout ?? ""}${got.stderr ?? ""}`.trim().split("\n").slice(-5).join("\n"));
  return undefined;
}

/** The maker of documents as one file that any Node can run. */
async function writeMaker() {
  mkdirSync(cache, { recursive: true });
  const samples = join(cache, "samples.mjs");
  await build({
    entryPoints: [join(root, "tests", "render", "node-samples.ts")],
    outfile: samples,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const maker = join(cache, "maker.mjs");
  const lines = [
    `import { sums } from ${JSON.stringify(pathToFileURL(samples).href)};`,
    `console.log(JSON.stringify(await sums(${JSON.stringify(root.replace(/[\\/]$/, ""))})));`,
  ];
  writeFileSync(maker, `${lines.join("\n")}\n`);
  return maker;
}

const maker = await writeMaker();
const found = [];
let failed = 0;
for (const major of majors) {
  const program = nodeOf(major);
  if (program === undefined) {
    console.log(`NOT RUN: Node ${major} cannot be had here (npm install node@${major} failed).`);
    continue;
  }
  const version = versionOf(program);
  const run = spawnSync(program, [maker], { encoding: "utf8", cwd: root, maxBuffer: 1 << 28 });
  if (run.status !== 0) {
    failed++;
    console.log(`FAIL  ${version}: ${run.stderr}`);
    continue;
  }
  found.push({ version, sums: JSON.parse(run.stdout) });
  console.log(`made  ${Object.keys(found.at(-1).sums).length} sums with ${version}`);
  if (!process.argv.includes("--test")) continue;
  const tests = spawnSync(program, [join(root, "node_modules", "vitest", "vitest.mjs"), "run"], {
    cwd: root,
    stdio: "inherit",
  });
  if (tests.status !== 0) failed++;
  console.log(`${tests.status === 0 ? "pass" : "FAIL"}  the test suite with ${version}`);
}
const [first, ...others] = found;
for (const { version, sums } of others) {
  const names = [...new Set([...Object.keys(first.sums), ...Object.keys(sums)])];
  const different = names.filter((name) => sums[name] !== first.sums[name]);
  if (different.length > 0) failed++;
  console.log(
    different.length === 0
      ? `same  ${version} as ${first.version}`
      : `FAIL  ${version} is not the same as ${first.version}: ${different.join(", ")}`,
  );
}
if (others.length === 0) console.log("NOTHING WAS COMPARED: only one Node could be had.");
process.exitCode = failed === 0 ? 0 : 1;
