/** What this program is: its version, and the versions of the packages that shape the bytes it makes. */
import own from "../package.json" with { type: "json" };

/** Version of Hemicycle. */
export const version: string = own.version;

/** Packages that only serve the terminal; every other one can change a document. */
const onlyTerminal = new Set(["cli-progress", "commander"]);

/** Exact versions by package name, sorted by name; the package file pins them. */
export const libraries: Record<string, string> = Object.fromEntries(
  Object.entries<string>(own.dependencies)
    .filter(([name]) => !onlyTerminal.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
