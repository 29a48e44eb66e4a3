/** What a language still needs: every key, name, label and opening word that is not there, or that still reads as in English. */
import type { World } from "../world.ts";
import { flatten, topKeys } from "./keys.ts";
import { lexiconParts } from "./lexicon.ts";
import { localeFiles, reference } from "./load.ts";
import { baseKey } from "./phrasebook.ts";
import { isRecord, Sheet } from "./sheet.ts";

export type TodoKind =
  | "setting"
  | "label"
  | "calendar"
  | "name"
  | "country"
  | "phrase"
  | "opening-words"
  | "font";

export interface Todo {
  kind: TodoKind;
  /** `locales/xx/phrases.json`; for fonts, the file of the house. */
  file: string;
  /** Path in the file: `session.assembly`. */
  key: string;
  /** What stands there in English. */
  english: string;
  /**
   * `missing`: nothing can be printed without it. `english`: it reads as in English, in a file of which much does so.
   * `wanted`: texts can be printed, but not be looked over or imported as well.
   */
  state: "missing" | "english" | "wanted";
}

export interface TodoList {
  /** Texts that the language has, of so many. */
  there: number;
  of: number;
  todo: Todo[];
}

/** Works for any code, also one that has no folder yet. English itself, being the reference, needs nothing. */
export function languageTodo(world: World, code: string): TodoList {
  const out: TodoList = { there: 0, of: 0, todo: [] };
  if (code === reference) return out;
  for (const name of filesOf(world)) {
    const english = Sheet.read(world, `locales/${reference}`, name, []);
    const own = Sheet.read(world, `locales/${code}`, name, []);
    const wanted = wantedIn(english);
    const same = wanted.filter((w) => w.says && w.same(own));
    // A file that someone has copied to translate it; a few names are the same in any two languages.
    const copied = same.length * 2 > wanted.filter((w) => w.says).length;
    out.of += wanted.length;
    for (const want of wanted) {
      const there = want.there(own);
      const state = !there ? want.without : copied && want.says && want.same(own) ? "english" : undefined;
      if (state === undefined) out.there += 1;
      else out.todo.push({ kind: want.kind, file: own.file, key: want.key, english: want.english, state });
    }
  }
  return out;
}

/** The files of every language, and the phrases that a house has added to English. */
function filesOf(world: World): string[] {
  const fixed = new Set<string>([...localeFiles, "provenance"]);
  const more = world
    .list(`locales/${reference}`)
    .flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
  return [...localeFiles, ...more.filter((name) => !fixed.has(name))];
}

interface Want {
  kind: TodoKind;
  key: string;
  english: string;
  without: "missing" | "wanted";
  /** Whether two languages can hardly have the same there. */
  says: boolean;
  there(own: Sheet): boolean;
  /** Whether it reads as in English. */
  same(own: Sheet): boolean;
}

function wantedIn(english: Sheet): Want[] {
  switch (english.name) {
    case "language":
      return settings(english);
    case "calendar":
      return leaves(english, "calendar", () => true);
    case "names":
      return leaves(english, "name", (path) => !path.endsWith(".gender") && path !== "persons.women");
    case "countries":
      return countries(english);
    case "opening-words":
      return openings(english);
    default:
      return phrases(english);
  }
}

/** How the language works: any value will do, also an empty table, but its name and tag cannot be those of English. */
function settings(english: Sheet): Want[] {
  const own = new Set(["name", "tag", "plurals"]);
  return [...topKeys(english.data).keys()]
    .filter((path) => path.includes(".") || !isRecord(english.get(path)))
    .map((path) => ({
      kind: path.startsWith("labels.") ? "label" : "setting",
      key: path,
      english: JSON.stringify(english.get(path)),
      without: "missing",
      says: own.has(path),
      there: (sheet) => sheet.get(path) !== undefined,
      same: (sheet) => sheet.get(path) === english.get(path),
    }));
}

function leaves(english: Sheet, kind: TodoKind, says: (path: string) => boolean): Want[] {
  return [...flatten(english.data)].map(([path, text]) => ({
    kind,
    key: path,
    english: text,
    without: "missing",
    says: says(path) && hasLetters(text),
    there: (sheet) => sheet.get(path) !== undefined,
    same: (sheet) => textAt(sheet, path) === text,
  }));
}

function countries(english: Sheet): Want[] {
  const own = new Map(Object.entries({ names: english.get("names") }));
  const names = [...flatten(Object.fromEntries(own))].map(
    ([path, text]): Want => ({
      kind: "country",
      key: path,
      english: text,
      without: "missing",
      says: true,
      there: (sheet) => sheet.get(path) !== undefined,
      same: (sheet) => textAt(sheet, path) === text,
    }),
  );
  const rules = ["brackets", "running", "of.default"].map(
    (path): Want => ({
      kind: "country",
      key: path,
      english: path === "running" ? "{ … }" : String(english.get(path)),
      without: "missing",
      says: path === "of.default",
      there: (sheet) => sheet.get(path) !== undefined,
      same: (sheet) => sheet.get(path) === english.get(path),
    }),
  );
  return [...names, ...rules];
}

/** A phrase is there in any of its plural forms. */
function phrases(english: Sheet): Want[] {
  const wanted = new Map<string, [path: string, text: string]>();
  for (const [path, text] of flatten(english.data)) {
    const base = baseKey(path);
    if (!wanted.has(base) || path.endsWith("_other")) wanted.set(base, [path, text]);
  }
  return [...wanted].map(([base, [path, text]]) => ({
    kind: "phrase",
    key: path,
    english: text,
    without: "missing",
    says: hasLetters(text),
    there: (sheet) => basesOf(sheet).has(base),
    same: (sheet) => textAt(sheet, path) === text,
  }));
}

const bases = new WeakMap<Sheet, Set<string>>();

function basesOf(sheet: Sheet): Set<string> {
  const known = bases.get(sheet) ?? new Set([...flatten(sheet.data).keys()].map(baseKey));
  bases.set(sheet, known);
  return known;
}

/** Verbs, in whatever groups: a language need not have a word for each, but chains are checked and equivalents proposed by them. */
function openings(english: Sheet): Want[] {
  const verbs = lexiconParts.flatMap((part) =>
    [...verbsOf(english, part)].map(
      ([verb, phrases]): Want => ({
        kind: "opening-words",
        key: `${part}.*.${verb}`,
        english: phrases.join(" | "),
        without: "wanted",
        says: true,
        there: (sheet) => verbsOf(sheet, part).has(verb),
        same: (sheet) => verbsOf(sheet, part).get(verb)?.join(" | ") === phrases.join(" | "),
      }),
    ),
  );
  const chains = ["chain.also", "chain.further"].map(
    (path): Want => ({
      kind: "opening-words",
      key: path,
      english: JSON.stringify(english.get(path)),
      without: "missing",
      says: true,
      there: (sheet) => sheet.get(path) !== undefined,
      same: (sheet) => JSON.stringify(sheet.get(path)) === JSON.stringify(english.get(path)),
    }),
  );
  return [...chains, ...verbs];
}

function verbsOf(sheet: Sheet, part: string): Map<string, string[]> {
  const out = new Map<string, string[]>();
  const groups = sheet.get(part);
  for (const group of Object.values(isRecord(groups) ? groups : {})) {
    for (const [verb, list] of Object.entries(isRecord(group) ? group : {})) {
      const phrases = Array.isArray(list) ? list.map(String) : [];
      out.set(verb, [...(out.get(verb) ?? []), ...phrases]);
    }
  }
  return out;
}

function textAt(sheet: Sheet, path: string): string | undefined {
  return flatOf(sheet).get(path);
}

const flats = new WeakMap<Sheet, Map<string, string>>();

function flatOf(sheet: Sheet): Map<string, string> {
  const known = flats.get(sheet) ?? flatten(sheet.data);
  flats.set(sheet, known);
  return known;
}

/** Blanks and fields are the same in every language. */
function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\{.*?\}\}|<.*?>/g, ""));
}
