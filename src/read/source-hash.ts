/** The fingerprint of a whole work, so that a document can say what it was made from. */
import { createHash } from "node:crypto";
import type { World } from "../world.ts";

/** Files that editors leave behind are no part of a work. */
const ignored = /^\.|~$|^#.*#$/;

/** Paths of all files below a folder, relative to it, sorted by code point. */
function filesBelow(world: World, folder: string, depth = 0): string[] {
  if (depth > 8) return [];
  return world.list(folder).flatMap((name) => {
    if (ignored.test(name)) return [];
    if (!name.endsWith("/")) return [name];
    return filesBelow(world, `${folder}/${name.slice(0, -1)}`, depth + 1).map((inner) => name + inner);
  });
}

/** SHA-256, 64 hex digits, over path, length and bytes of every file of the folder; moving the folder changes nothing. */
export function sourceHash(world: World, folder: string): string {
  const hash = createHash("sha256");
  for (const path of filesBelow(world, folder).sort()) {
    const bytes = world.read(`${folder}/${path}`);
    if (!bytes) continue;
    hash.update(`${path}\0${bytes.length}\0`, "utf8").update(bytes);
  }
  return hash.digest("hex");
}
