/** Loads a language from its folder in `locales/`: finds the files, reads them and holds their keys against English. */
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";
import { compareKeys, flatten, sayUnknown, topKeys } from "./keys.ts";
import type { Locale } from "./locale.ts";
import { makeLocale } from "./make.ts";
import { Sheet } from "./sheet.ts";

/** The language that every other is held against. */
export const reference = "en";
/** Files every language has; further ones are phrases of a house. */
export const localeFiles = [
  "language",
  "calendar",
  "names",
  "countries",
  "phrases",
  "amendments",
  "opening-words",
] as const;

/** Codes of the languages that have a folder, sorted. */
export function listLocales(world: World): string[] {
  return world
    .list("locales")
    .filter((name) => /^[A-Za-z][A-Za-z0-9-]{1,34}\/$/.test(name))
    .map((name) => name.slice(0, -1))
    .sort();
}

/** The folder for a language tag: its own, or that of a shorter tag (`fr` for `fr-CH`). */
function folderOf(known: readonly string[], code: string): string | undefined {
  const steps = code.split("-");
  for (let n = steps.length; n > 0; n--) {
    const tag = steps.slice(0, n).join("-").toLowerCase();
    const found = known.find((k) => k.toLowerCase() === tag);
    if (found) return found;
  }
  return undefined;
}

/** Files of phrases in a folder: the two of every language and any more a house has added. */
function phraseFiles(world: World, folder: string): string[] {
  const fixed = new Set<string>([...localeFiles, "provenance"]);
  const more = world
    .list(folder)
    .flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
  return ["phrases", "amendments", ...more.filter((name) => !fixed.has(name))];
}

/**
 * Loads and checks a language. Everything missing or wrong is reported with its place; the locale is given as far as it can be read,
 * so that a check can go on, and is absent only when there is no such language.
 * `sound`: whether the files of a folder are known to hold their own against English; then they are not held against it again.
 */
export function loadLocale(
  world: World,
  code: string,
  sound: (folder: string) => boolean = () => false,
): Checked<Locale> {
  const known = listLocales(world);
  const name = folderOf(known, code);
  if (name === undefined) {
    const meant = nearest(code, known);
    const message = `There is no language "${code}" in locales/.`;
    const hint = `${meant ? `Did you mean "${meant}"? ` : ""}There is ${known.join(", ") || "none"}; locales/README.md says how to add one.`;
    return { diagnostics: [{ code: "language-unknown", severity: "error", message, hint }] };
  }
  const folder = `locales/${name}`;
  const diagnostics: Diagnostic[] = [];
  const open = (file: string) => Sheet.read(world, folder, file, diagnostics);
  const language = open("language");
  const files = new Map(phraseFiles(world, folder).map((file) => [file, open(file)]));
  const sheets = {
    calendar: open("calendar"),
    names: open("names"),
    countries: open("countries"),
    words: open("opening-words"),
  };
  const texts = new Map([...files].map(([file, sheet]) => [file, flatten(sheet.data)]));
  if (name !== reference && known.includes(reference) && !sound(folder))
    holdAgainst(world, [language, ...files.values(), ...Object.values(sheets)], texts);
  return { value: makeLocale(name, language, texts, sheets, folder, diagnostics), diagnostics };
}

/** Compares the keys of the files with those of the reference language. */
function holdAgainst(
  world: World,
  sheets: readonly Sheet[],
  texts: ReadonlyMap<string, Map<string, string>>,
): void {
  for (const sheet of sheets) {
    const english = englishSheet(world, sheet.name);
    if (sheet.source === "" || english.source === "") continue;
    const phrases = texts.get(sheet.name);
    if (phrases) compareKeys(sheet, phrases, flatten(english.data), "phrases");
    else if (sheet.name === "names") compareKeys(sheet, flatten(sheet.data), flatten(english.data), "names");
    else {
      if (sheet.name === "countries") compareKeys(sheet, namesOnly(sheet), namesOnly(english), "names");
      // What is missing in these was said when it was read.
      else sayUnknown(sheet, topKeys(sheet.data), topKeys(english.data));
    }
  }
}

/** The reference files read last, kept as long as their bytes stay the same: every other language is held against them. */
const englishSheets = new WeakMap<World, Map<string, { bytes: Uint8Array; sheet: Sheet }>>();

function englishSheet(world: World, name: string): Sheet {
  const kept = englishSheets.get(world) ?? new Map<string, { bytes: Uint8Array; sheet: Sheet }>();
  englishSheets.set(world, kept);
  const bytes = world.read(`locales/${reference}/${name}.json`) ?? new Uint8Array();
  const known = kept.get(name);
  if (known && known.bytes.length === bytes.length && known.bytes.every((b, i) => b === bytes[i]))
    return known.sheet;
  const sheet = Sheet.read(world, `locales/${reference}`, name, []);
  kept.set(name, { bytes, sheet });
  return sheet;
}

function namesOnly(countries: Sheet): Map<string, string> {
  return flatten({ names: countries.get("names") });
}
