/** Which phrases of a language are ours and wait for a look by the secretariat, by `provenance.json`. */
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import type { World } from "../world.ts";
import { flatten } from "./keys.ts";
import { listLocales, localeFiles } from "./load.ts";
import { baseKey } from "./phrasebook.ts";
import { isMap, Sheet } from "./sheet.ts";

export type Provenance = "official" | "press" | "un" | "ours";
const provenances: readonly Provenance[] = ["official", "press", "un", "ours"];

/** Where a text comes from: the longest key that covers its own wins (locales/README.md). */
export function provenanceOf(table: ReadonlyMap<string, Provenance>, key: string): Provenance {
  for (let end = key.length; end > 0; end--) {
    if (end < key.length && !".-_".includes(key.charAt(end))) continue;
    const found = table.get(key.slice(0, end));
    if (found) return found;
  }
  return table.get("default") ?? "ours";
}

export function readProvenance(
  world: World,
  code: string,
  diagnostics: Diagnostic[],
): Map<string, Provenance> {
  const sheet = Sheet.read(world, `locales/${code}`, "provenance", diagnostics);
  const table = new Map<string, Provenance>();
  if (!isMap(sheet.data)) return table;
  for (const [key, value] of Object.entries(sheet.data)) {
    const provenance = provenances.find((p) => p === value);
    if (provenance) table.set(key, provenance);
    else
      sheet.say(
        "locale-syntax",
        "error",
        key,
        `"${value}" is not a provenance.`,
        `Write one of ${provenances.join(", ")}.`,
      );
  }
  return table;
}

/** What stands in every document, whatever the phrases. */
const everywhere = ["calendar.", "language.", "names.organization."];

/**
 * The same, parted: `first` is what the documents at hand print (`printed`, as the locale keeps it) or every document does, `later`
 * the rest, such as opening words that are only looked up.
 */
export function reviewInOrder(
  world: World,
  code: string,
  printed: ReadonlySet<string>,
): Checked<{ first: Diagnostic[]; later: Diagnostic[] }> {
  const all = reviewList(world, code);
  const isFirst = ({ message }: Diagnostic): boolean => {
    const path = message.slice(0, message.indexOf(": "));
    return printed.has(baseKey(path)) || everywhere.some((start) => path.startsWith(start));
  };
  const list = all.value ?? [];
  return {
    value: { first: list.filter(isFirst), later: list.filter((d) => !isFirst(d)) },
    diagnostics: all.diagnostics,
  };
}

/** One finding (`phrase-to-review`, info) for each text that is ours, in the order of the files. */
export function reviewList(world: World, code: string): Checked<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  if (!listLocales(world).includes(code)) return { value: [], diagnostics };
  const table = readProvenance(world, code, diagnostics);
  const found: Diagnostic[] = [];
  for (const name of localeFiles) {
    const sheet = Sheet.read(world, `locales/${code}`, name, diagnostics);
    for (const [path, text] of flatten(sheet.data)) {
      if (provenanceOf(table, `${name}.${path}`) !== "ours") continue;
      found.push({
        code: "phrase-to-review",
        severity: "info",
        message: `${name}.${path}: ${text}`,
        place: sheet.place(path),
        hint: `When it has been looked at, say so in locales/${code}/provenance.json.`,
      });
    }
  }
  return { value: found, diagnostics };
}
