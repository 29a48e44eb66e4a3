/** Paths that cannot leave their root: checked by spelling first and then by where links really lead. */
import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";

/** True for a relative path with `/` that names something below its root and nothing else. */
export function isPlainPath(path: string): boolean {
  if (path === "" || isAbsolute(path) || /[\\\u0000]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** True when the absolute path `path` is `root` or lies below it, by spelling. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

export type Found =
  | { kind: "found"; path: string }
  /** Nothing there. */
  | { kind: "missing" }
  /** Spelled or linked to somewhere outside the root. */
  | { kind: "outside" };

/** Where `path` (relative, `/`) really is below `root` (absolute); `base` is `root` without links. */
export function locate(root: string, path: string, base = realPath(root)): Found {
  if (!isPlainPath(path)) return { kind: "outside" };
  const there = realPath(join(root, path));
  if (there === undefined || base === undefined) return { kind: "missing" };
  return isInside(base, there) ? { kind: "found", path: there } : { kind: "outside" };
}

/** The path without links, or undefined when nothing is there (or it may not be looked at). */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** What is known of a path, links followed; undefined when nothing is there or it may not be looked at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** The bytes of a file, or undefined when it may not be read. */
export function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whether anything stands at an absolute path; also true for a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
