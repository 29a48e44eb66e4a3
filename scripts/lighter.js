/** A plugin of the bundler: leaves out what the program never uses of its libraries, and lets Node do what it does better. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Encryption and pictures of PDFs, and compressed fonts: house styles and templates cannot ask for them. Nor do commands start programs. */
const unused =
  /^(@noble\/ciphers\/aes|@noble\/hashes\/(sha2|utils)|brotli\/decompress\.js|png-js|node:child_process)$/;

/** Node's own inflating takes a hundredth of the time, which starting spends on tables of Unicode. */
const inflate = `const { inflateRawSync } = require("node:zlib");
module.exports = (source, target) => {
  const bytes = inflateRawSync(source);
  target.set(bytes);
  return target;
};`;

/** Data that is read is there sooner than data that runs as code: tables of hyphenation are some ten thousand objects. */
const data = (path) => `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(require(path)))});`;

export const lighter = {
  name: "lighter",
  setup(build) {
    // Two of its users ask for it in two ways, and would get it twice.
    build.onResolve({ filter: /^fontkit$/ }, () => ({ path: require.resolve("fontkit") }));
    // The same packer without threads, for which Node would load half of itself.
    build.onResolve({ filter: /^fflate$/ }, () => ({
      path: join(dirname(require.resolve("fflate/package.json")), "esm/browser.js"),
    }));
    build.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: "unused" }));
    build.onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get(_, name) {
  if (name === "__esModule" || typeof name === "symbol") return undefined;
  throw new Error("${path} is not in the bundle");
} });`,
    }));
    build.onLoad({ filter: /[\\/]hyphen[\\/]patterns[\\/]/ }, ({ path }) => ({ contents: data(path) }));
    build.onResolve({ filter: /^tiny-inflate$/ }, ({ path }) => ({ path, namespace: "inflate" }));
    build.onLoad({ filter: /.*/, namespace: "inflate" }, () => ({
      contents: inflate,
      resolveDir: import.meta.dirname,
    }));
  },
};
