/** Worlds for the tests of languages: the project's own folder, and changed copies of it in memory. */
import { readdirSync, readFileSync } from "node:fs";
import { loadLocale, localeFiles } from "../../src/language/load.ts";
import type { Locale } from "../../src/language/locale.ts";
import type { World } from "../../src/world.ts";

const root = new URL("../../", import.meta.url);

export const project: World = {
  read(path) {
    try {
      return new Uint8Array(readFileSync(new URL(path, root)));
    } catch {
      return undefined;
    }
  },
  list(folder) {
    try {
      return readdirSync(new URL(`${folder}/`, root), { withFileTypes: true })
        .map((e) => (e.isDirectory() ? `${e.name}/` : e.name))
        .sort();
    } catch {
      return [];
    }
  },
  font: () => undefined,
};

export const files = [...localeFiles, "provenance"];

/** The files of the project's languages by path, to be changed. */
export function copyOf(...codes: string[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const code of codes)
    for (const file of files) {
      const bytes = project.read(`locales/${code}/${file}.json`);
      if (bytes) out.set(`locales/${code}/${file}.json`, new TextDecoder().decode(bytes));
    }
  return out;
}

export function inMemory(texts: ReadonlyMap<string, string | Uint8Array>): World {
  return {
    read(path) {
      const text = texts.get(path);
      return typeof text === "string" ? new TextEncoder().encode(text) : text;
    },
    list(folder) {
      const names = new Set<string>();
      for (const path of texts.keys()) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [first = "", ...rest] = path.slice(folder.length + 1).split("/");
        names.add(rest.length > 0 ? `${first}/` : first);
      }
      return [...names].sort();
    },
    font: () => undefined,
  };
}

/** Replaces words in one file of a copy; fails when they are not there. */
export function change(texts: Map<string, string>, path: string, from: string, to: string): void {
  const text = texts.get(path) ?? "";
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  texts.set(
    path,
    text.replace(from, () => to),
  );
}

/** A locale of the project, or of another world. */
export function locale(code: string, world: World = project): Locale {
  const { value } = loadLocale(world, code);
  if (!value) throw new Error(`no locale ${code}`);
  return value;
}
