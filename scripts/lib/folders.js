/** The repository's folder, the bundled program in it, and folders for a run that are gone after it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const bin = join(root, "dist", "hemicycle.js");

/** A new folder that is taken away when the process ends. */
export function scratchFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `hemicycle-${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
