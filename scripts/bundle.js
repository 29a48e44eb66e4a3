/**
 * Makes dist/ (or the folder named on the command line): the program in chunks that are loaded when needed, each with V8's
 * compiled code beside it, and with it what is worked out of its own templates, houses and locales once for all runs.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { lighter } from "./lighter.js";

const home = fileURLToPath(new URL("..", import.meta.url));
const dist = resolve(process.argv[2] ?? join(home, "dist"));

const common = {
  absWorkingDir: home,
  bundle: true,
  platform: "node",
  target: "node20.19",
  mainFields: ["main", "module"],
  conditions: ["node", "require"],
  logLevel: "warning",
};

/** Names of the public API, as the entry `index` exports them. */
let api = [];

rmSync(dist, { recursive: true, force: true });
await writeChunks(await prepared());
writeFileSync(join(dist, "package.json"), '{ "type": "commonjs" }\n');
writeFileSync(join(dist, "hemicycle.js"), readFileSync(join(home, "scripts/launcher.cjs")));
chmodSync(join(dist, "hemicycle.js"), 0o755);
writeFileSync(join(dist, "index.js"), apiModule());
keepCompiledCode();

/** The modules that stand in place of those in src/, by path; see src/making/prepare.ts. */
async function prepared() {
  const folder = mkdtempSync(join(tmpdir(), "hemicycle-"));
  const outfile = join(folder, "prepare.cjs");
  const contents = `export { prepare } from "./making/prepare.ts"; export { openDisk } from "./cli/world-disk.ts";`;
  await build({ ...common, stdin: { contents, resolveDir: join(home, "src") }, outfile, format: "cjs" });
  const { prepare, openDisk } = createRequire(import.meta.url)(outfile);
  const modules = await prepare(openDisk(home, home));
  rmSync(folder, { recursive: true, force: true });
  return modules;
}

/**
 * Splits the program at its dynamic imports, then turns each chunk from ESM into a function expression over CommonJS:
 * only such code can be compiled from a cache on every Node that we run on, and only so do packages that call
 * `require` work inside a bundle.
 */
async function writeChunks(modules) {
  const plugin = {
    name: "prepared",
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]src[\\/].*prepared[^\\/]*\.ts$/ }, ({ path }) => {
        const name = relative(join(home, "src"), path).replaceAll("\\", "/");
        return { contents: modules[name], loader: "js" };
      }),
  };
  const bundle = await build({
    ...common,
    plugins: [plugin, lighter],
    entryPoints: { main: "src/cli/main.ts", index: "src/index.ts" },
    outdir: join(dist, "chunks"),
    chunkNames: "[name]-[hash]",
    splitting: true,
    format: "esm",
    // Names stay, so that the trace of a fault can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    write: false,
    metafile: true,
  });
  for (const file of bundle.outputFiles) {
    const { code } = await transform(file.text, {
      format: "cjs",
      platform: "node",
      target: "node20.19",
      supported: { "dynamic-import": false },
      minifySyntax: true,
      minifyWhitespace: true,
    });
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, `(function(exports,require,module,__filename,__dirname){${ascii(code)}\n})`);
  }
  const [, entry] =
    Object.entries(bundle.metafile.outputs).find(([path]) => path.endsWith("/index.js")) ?? [];
  api = entry?.exports ?? [];
}

/** esbuild escapes what is not ASCII in strings; this does the same in regular expressions, which it leaves alone. */
function ascii(code) {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The second line never runs: it tells Node which names `import { … } from "hemicycle"` may use. */
function apiModule() {
  return `module.exports = require("./hemicycle.js").load("index.js");\n0 && (module.exports = { ${api.join(", ")} });\n`;
}

/** Runs the commands once and keeps what V8 compiled; without it everything works, only later. */
function keepCompiledCode() {
  const out = mkdtempSync(join(tmpdir(), "hemicycle-"));
  const { status, stderr } = spawnSync(process.execPath, [join(home, "scripts/compile.cjs"), dist, out], {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  rmSync(out, { recursive: true, force: true });
  if (status !== 0) console.warn(`No compiled code was kept, so starting takes longer: ${stderr}`);
}
