/** The world on a disk: a project folder, with the installed package behind it for templates, locales and schema. */
import { type Dirent, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { World } from "../world.ts";
import { bytesOf, type Found, isFolder, isInside, isPlainPath, locate, realPath, statOf } from "./paths.ts";

/** Bytes an input file may have: a resolution of 10,000 paragraphs has about 4 MB. */
export const sizeLimit = 16 * 1024 * 1024;
/** Bytes a font may have. */
const fontLimit = 64 * 1024 * 1024;
/** Folders that the installed package lends to a project, file by file. */
const lent = new Set(["templates", "locales", "schema"]);

export interface DiskWorld extends World {
  /** Absolute path of the project. */
  root: string;
  /** What was not read although it is there, and why; one finding a file. */
  refused(): Diagnostic[];
}

/** `project` and `home` are absolute paths; what the project lacks in templates, locales and schema comes from `home`. */
export function openDisk(project: string, home: string): DiskWorld {
  const refusals = new Map<string, Diagnostic>();
  const lends = (path: string): boolean => lent.has(path.split("/")[0] ?? "");
  const rootsOf = (path: string): string[] => (lends(path) && home !== project ? [project, home] : [project]);

  /** What was read once is read the same for the whole run, whatever happens on the disk meanwhile. */
  const known = new Map<string, { bytes: Uint8Array | undefined }>();
  function read(path: string): Uint8Array | undefined {
    const before = known.get(path);
    if (before) return before.bytes;
    const bytes = readNow(path);
    known.set(path, { bytes });
    return bytes;
  }

  const bases = new Map<string, string | undefined>();
  const folders = new Map<string, boolean>();
  /** What a project has not of its own is looked for once, not once for every file that could be in it. */
  function find(root: string, path: string): Found {
    if (!bases.has(root)) bases.set(root, realPath(root));
    if (root !== home && isPlainPath(path) && lends(path) && !hasFolder(root, dirname(path)))
      return { kind: "missing" };
    return locate(root, path, bases.get(root));
  }

  function hasFolder(root: string, folder: string): boolean {
    if (folder === ".") return true;
    const path = join(root, folder);
    const has = folders.get(path) ?? (hasFolder(root, dirname(folder)) && realPath(path) !== undefined);
    folders.set(path, has);
    return has;
  }

  function readNow(path: string): Uint8Array | undefined {
    for (const root of rootsOf(path)) {
      const found = find(root, path);
      if (found.kind === "missing") continue;
      if (found.kind === "outside") {
        refusals.set(path, outside(path));
        return undefined;
      }
      const stat = statOf(found.path);
      if (!stat?.isFile()) return undefined;
      if (stat.size > sizeLimit) {
        refusals.set(path, tooLarge(path, stat.size));
        return undefined;
      }
      const bytes = bytesOf(found.path);
      if (!bytes) refusals.set(path, unreadable(path));
      return bytes;
    }
    return undefined;
  }

  function list(folder: string): string[] {
    const names = new Set<string>();
    for (const root of rootsOf(folder)) {
      const found = folder === "" ? { kind: "found" as const, path: root } : find(root, folder);
      if (found.kind === "outside") refusals.set(folder, outside(folder));
      if (found.kind !== "found" || !isFolder(found.path)) continue;
      for (const entry of entriesOf(found.path)) {
        const folderLike =
          entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(found.path, entry.name)));
        names.add(folderLike ? `${entry.name}/` : entry.name);
      }
    }
    return [...names].sort(byCodePoint);
  }

  /** The package next to Hemicycle first, so that what is pinned wins; then one that the project installed. */
  function font(file: string): Uint8Array | undefined {
    if (!isPlainPath(file)) return undefined;
    const parts = file.split("/");
    const name = parts.slice(0, file.startsWith("@") ? 2 : 1).join("/");
    for (const start of home === project ? [home] : [home, project]) {
      for (const folder of upwards(start)) {
        const base = realPath(join(folder, "node_modules", name));
        const path = base && realPath(join(folder, "node_modules", file));
        if (!base || !path || !isInside(base, path)) continue;
        const stat = statOf(path);
        if (stat?.isFile() && stat.size <= fontLimit) return bytesOf(path);
      }
    }
    return undefined;
  }

  return { root: project, read, list, font, refused: () => [...refusals.values()] };
}

function outside(path: string): Diagnostic {
  return {
    code: "path-outside",
    severity: "error",
    message: `"${path}" leads out of the project folder (by its spelling or through a link), so it was not read.`,
    place: { file: path, line: 1, column: 1 },
    hint: "Put the file itself into the project folder in place of the link.",
  };
}

function unreadable(path: string): Diagnostic {
  return {
    code: "file-missing",
    severity: "error",
    message: `"${path}" is there but may not be read.`,
    place: { file: path, line: 1, column: 1 },
    hint: "Have its permissions changed.",
  };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function tooLarge(path: string, size: number): Diagnostic {
  const mega = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  return {
    code: "file-too-large",
    severity: "error",
    message: `"${path}" has ${mega(size)} MB; at most ${mega(sizeLimit)} MB are read.`,
    place: { file: path, line: 1, column: 1 },
    hint: "Check that this is the right file; divide it into several works if it is.",
  };
}

function* upwards(path: string): Generator<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return;
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
