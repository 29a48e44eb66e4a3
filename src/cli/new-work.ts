/** Puts the source of a new work where it belongs, and never over one that is there. */
import { join } from "node:path";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Io } from "./io.ts";
import { isThere } from "./paths.ts";
import { writeAll } from "./write.ts";

/** Path of a work's source in its project. */
export function sourceOf(work: string): string {
  return `resolutions/${work}/resolution.yaml`;
}

/** Answers what stood in the way; nothing was written then. */
export async function writeNewWork(io: Io, root: string, work: string, yaml: string): Promise<Diagnostic[]> {
  const taken = workExists(root, work);
  if (taken) return [taken];
  const files = [{ path: sourceOf(work), bytes: new TextEncoder().encode(yaml) }];
  return writeAll(root, files, { within: root, ...(io.disk ? { disk: io.disk } : {}) });
}

/** The finding that a work of this name is there already, if it is. */
export function workExists(root: string, work: string): Diagnostic | undefined {
  if (!isThere(join(root, "resolutions", work))) return undefined;
  return {
    code: "work-exists",
    severity: "error",
    message: `There is a folder resolutions/${work} already; it was left as it is.`,
    hint: "Choose another name, or move the folder away first.",
  };
}
