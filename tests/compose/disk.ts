/** The project's own files as a world, with files replaced or added by a test. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { World } from "../../src/world.ts";

/** `undefined` as text takes a file away. */
export function projectWorld(changed: Record<string, string | undefined> = {}): World {
  return {
    read(path) {
      if (Object.hasOwn(changed, path)) {
        const text = changed[path];
        return text === undefined ? undefined : new TextEncoder().encode(text);
      }
      try {
        return readFileSync(path);
      } catch {
        return undefined;
      }
    },
    list(folder) {
      const names = new Set<string>();
      try {
        for (const name of readdirSync(folder))
          names.add(statSync(`${folder}/${name}`).isDirectory() ? `${name}/` : name);
      } catch {
        // There is no such folder.
      }
      for (const [path, text] of Object.entries(changed)) {
        const rest = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : "";
        if (rest === "" || rest.includes("/")) continue;
        if (text === undefined) names.delete(rest);
        else names.add(rest);
      }
      return [...names].sort();
    },
    font: () => undefined,
  };
}

export function fileText(path: string): string {
  return readFileSync(path, "utf8");
}
