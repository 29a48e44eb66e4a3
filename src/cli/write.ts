/** Writes a set of files all or nothing: each to a temporary sibling first, then renamed; a failure puts everything back. */
import * as fs from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Diagnostic } from "../report/diagnostic.ts";
import { isInside, isPlainPath } from "./paths.ts";

/** The calls that writing needs of a disk; a test puts failing ones in their place. */
export interface Disk {
  /** Makes one folder; fails when it is there. */
  mkdir(path: string): Promise<void>;
  /** Makes a new file, writes all bytes and waits until they are on the disk; fails when it is there. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

// Waiting for the disk is done for all files at once; what only looks or renames is quicker without a detour.
const open = promisify(fs.open);
const writeFile = promisify(fs.writeFile);
const sync = promisify(fs.fsync);
const close = promisify(fs.close);

export const realDisk: Disk = {
  mkdir: async (path) => fs.mkdirSync(path),
  create: async (path, bytes) => {
    const file = await open(path, "wx");
    try {
      await writeFile(file, bytes);
      await sync(file);
    } finally {
      await close(file);
    }
  },
  rename: async (from, to) => fs.renameSync(from, to),
  remove: async (path) => fs.rmSync(path, { force: true }),
};

/** `path` is relative to the output root, with `/`. */
export interface OutputFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * Writes `files` below `root` (absolute; made when it is not there). Answers what went wrong: nothing, or one finding,
 * and then every file is as it was before and no folder is left that was not there. `within` (absolute): the output
 * must not lead out of this folder through links. Throws what is no answer of the disk, after putting everything back.
 */
export async function writeAll(
  root: string,
  files: readonly OutputFile[],
  options: { within?: string; disk?: Disk } = {},
): Promise<Diagnostic[]> {
  const disk = options.disk ?? realDisk;
  const undo: (() => Promise<unknown>)[] = [];
  const tidy: (() => Promise<unknown>)[] = [];
  try {
    await makeFolder(root, disk, undo);
    const base = fs.realpathSync.native(root);
    if (options.within && !isInside(fs.realpathSync.native(options.within), base))
      return await back(undo, outside(root));
    const moves: { from: string; to: string }[] = [];
    for (const file of files) {
      if (!isPlainPath(file.path)) return await back(undo, outside(file.path));
      const target = join(base, file.path);
      await makeFolder(dirname(target), disk, undo);
      if (!isInside(base, fs.realpathSync.native(dirname(target))))
        return await back(undo, outside(file.path));
      moves.push({ from: sibling(target, "new"), to: target });
    }
    const results = await Promise.allSettled(
      moves.map(async ({ from }, i) => {
        undo.push(() => disk.remove(from));
        await disk.remove(from);
        await disk.create(from, files[i]?.bytes ?? new Uint8Array());
      }),
    );
    for (const result of results) if (result.status === "rejected") throw result.reason;
    for (const { from, to } of moves) {
      const there = kindOf(to);
      if (there === "folder") throw Object.assign(new Error(to), { code: "EISDIR" });
      if (there) {
        const kept = sibling(to, "old");
        await disk.rename(to, kept);
        undo.push(() => disk.rename(kept, to));
        tidy.push(() => disk.remove(kept));
      } else undo.push(() => disk.remove(to));
      await disk.rename(from, to);
    }
    for (const step of tidy) await step().catch(() => undefined);
    return [];
  } catch (fault) {
    await back(undo, []);
    return [failed(root, fault)];
  }
}

/** Takes back what was done, last step first; a step that fails does not stop the others. */
async function back(undo: (() => Promise<unknown>)[], findings: Diagnostic[]): Promise<Diagnostic[]> {
  for (const step of undo.reverse()) await step().catch(() => undefined);
  return findings;
}

async function makeFolder(path: string, disk: Disk, undo: (() => Promise<unknown>)[]): Promise<void> {
  if (kindOf(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path), disk, undo);
  await disk.mkdir(path);
  undo.push(async () => fs.rmdirSync(path));
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return fs.lstatSync(path).isDirectory() ? "folder" : "file";
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return undefined;
    throw fault;
  }
}

/** A name beside `path` that no other run uses at the same time. */
function sibling(path: string, role: "new" | "old"): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${role}`);
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "";
}

function outside(path: string): Diagnostic[] {
  return [
    {
      code: "path-outside",
      severity: "error",
      message: `Nothing was written: "${path}" leads out of the output folder, by its spelling or through a link.`,
      hint: "Remove the link, or choose another folder with --out.",
    },
  ];
}

const refusals: Record<string, string> = {
  EACCES: "it may not be written to",
  EPERM: "it may not be written to",
  EROFS: "its disk can only be read",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  EISDIR: "a folder has the name of a file that is to be written",
};

function failed(root: string, fault: unknown): Diagnostic {
  const code = codeOf(fault);
  const refusal = refusals[code];
  if (refusal) {
    return {
      code: "output-not-writable",
      severity: "error",
      message: `Nothing was written: the output folder "${root}" cannot be used, because ${refusal}.`,
      hint: "Choose another folder with --out, or have its permissions changed.",
    };
  }
  if (code === "") throw fault;
  const full = code === "ENOSPC" || code === "EDQUOT";
  return {
    code: "write-failed",
    severity: "error",
    message: `Nothing was written to "${root}": ${full ? "the disk is full" : `the disk answered ${code}`}. What was there before is unchanged.`,
    hint: full
      ? "Make room on the disk, or choose a folder on another one with --out."
      : "Try again, or choose another folder with --out.",
  };
}
