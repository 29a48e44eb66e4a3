/** Loads a language from its folder in `locales/`: reads and checks the files, and makes the one look-up of them. */
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";
import { readCalendar } from "./calendar.ts";
import { type CapitalsPolicy, capitals, capitalTree } from "./capitals.ts";
import { createCompare } from "./collate.ts";
import { type Countries, readCountries } from "./countries.ts";
import { flat } from "./fill.ts";
import { join, type ListRules } from "./join.ts";
import { compareKeys, flatten, sayUnknown, topKeys } from "./keys.ts";
import { readLabels } from "./labels.ts";
import { type Lexicon, readLexicon, stretches } from "./lexicon.ts";
import type { Locale } from "./locale.ts";
import { readNames } from "./names.ts";
import { readOrdinals } from "./ordinals.ts";
import { createPhrasebook } from "./phrasebook.ts";
import { isMap, isRecord, Sheet } from "./sheet.ts";
import { createTypography, type TypographyRules } from "./typography.ts";

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
 */
export function loadLocale(world: World, code: string): Checked<Locale> {
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
  if (name !== reference && known.includes(reference))
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

function makeLocale(
  code: string,
  language: Sheet,
  texts: ReadonlyMap<string, Map<string, string>>,
  sheets: { calendar: Sheet; names: Sheet; countries: Sheet; words: Sheet },
  folder: string,
  loaded: Diagnostic[],
): Locale {
  const asked: Diagnostic[] = [];
  const said = new Set<string>(loaded.map((d) => d.message));
  const say = (
    code: "locale-key-missing" | "locale-value-missing",
    file: string,
    message: string,
    hint: string,
  ): void => {
    if (said.has(message)) return;
    said.add(message);
    asked.push({ code, severity: "error", message, place: { file, line: 1, column: 1 }, hint });
  };
  const missing = (file: string) => (path: string) =>
    say(
      "locale-key-missing",
      `${folder}/${file}.json`,
      `${folder}/${file}.json lacks "${path}".`,
      "Add it there, or correct the name that was asked for.",
    );

  const digits = digitsOf(language);
  const typography = createTypography(typographyRules(language, digits.table));
  const phrasebook = createPhrasebook({
    plurals: language.text("plurals") || "en",
    files: texts,
    finish: typography,
    missing(key, blank) {
      const [file = "phrases", path = key] = key.includes(":") ? key.split(":", 2) : ["phrases", key];
      if (blank === undefined) missing(file)(path);
      else
        say(
          "locale-value-missing",
          `${folder}/${file}.json`,
          `The phrase "${key}" has the blank {{${blank}}}, and nothing was given for it.`,
          "Correct the template that prints the phrase, or the phrase.",
        );
    },
  });
  const ordinals = readOrdinals(language, phrasebook.ordinalCategory, digits.write);
  const calendar = readCalendar(sheets.calendar, ordinals, digits.write, (form) =>
    missing("calendar")(`ranges.${form}`),
  );
  const names = readNames(sheets.names, missing("names"));
  const countries = readCountries(sheets.countries, missing("countries"));
  const policy = capitalsPolicy(language);
  const list = listRules(language);
  const labels = readLabels(language);
  const later = lazy(() => readLexicon(sheets.words));
  const words = lazy(() => lexiconOf(later()));
  const compare = lazy(() => createCompare(alphabetOf(language, countries)));
  for (const part of ["preambular", "operative", "preambular-inner", "operative-inner", "chain", "masculine"])
    sheets.words.record(part);

  const personName = (p: { honorific: string; name: string }) => names.person(p);
  return {
    code,
    tag: language.text("tag") || code,
    dir: oneOf(language, "dir", ["ltr", "rtl"]),
    script: oneOf(language, "script", ["latin", "cyrillic", "arabic", "han"]),
    diagnostics: asked,
    phrase: (key, values = {}) => phrasebook.phrase(key, values),
    hasPhrase: (key) => phrasebook.has(key),
    ordinal(n, { gender, superscript, date }) {
      const tree = ordinals.ordinal(n, gender, date);
      return superscript ? tree : flat(tree);
    },
    date: calendar.date,
    range: calendar.range,
    country: countries.country,
    city: names.city,
    person: (p) =>
      p.country === undefined
        ? personName(p)
        : names.withCountry(personName(p), countries.country(p.country).running),
    personOf: (p) => names.ofCountry(personName(p), countries.country(p.country).running),
    group: names.group,
    languageName: names.language,
    organization: names.organization,
    body: names.body,
    genderOf: names.genderOf,
    capitals: (text) => capitals(text, policy),
    capitalTree: (text) => capitalTree(text, policy),
    typography,
    join: (parts) => join(parts, list),
    endings: {
      preambular: language.text("endings.preambular"),
      operative: language.text("endings.operative"),
      last: language.text("endings.last"),
      chapeau: language.text("endings.chapeau"),
      lastButOneItem: language.text("endings.lastButOneItem"),
    },
    labels: {
      preambular: labels.preambular,
      operative: labels.operative,
      sub: labels.sub,
      bullet: labels.bullet,
    },
    annexNumber: (n) => labels.annex[n - 1] ?? digits.write(n),
    digits: digits.write,
    get lexicon() {
      return words();
    },
    get openings() {
      return later();
    },
    compare: (a, b) => compare()(a, b),
  };
}

function lexiconOf(all: Lexicon): Locale["lexicon"] {
  return { preambular: stretches(all.preambular), operative: stretches(all.operative) };
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function oneOf<T extends string>(sheet: Sheet, path: string, choices: readonly [T, ...T[]]): T {
  const value = sheet.text(path);
  const found = choices.find((c) => c === value);
  return (
    found ?? (value === "" ? choices[0] : sheet.bad(path, value, `one of ${choices.join(", ")}`, choices[0]))
  );
}

function digitsOf(sheet: Sheet): { table: string; write: (n: number) => string } {
  const text = sheet.text("digits");
  const table = [...text].length === 10 ? text : "0123456789";
  if (table !== text && text !== "") sheet.bad("digits", text, "ten digits from zero", undefined);
  if (table === "0123456789") return { table, write: String };
  const signs = [...table];
  return { table, write: (n) => String(n).replace(/\d/g, (d) => signs[Number(d)] ?? d) };
}

function typographyRules(sheet: Sheet, digits: string): TypographyRules {
  const map = (name: string) => new Map(Object.entries(sheet.map(`typography.${name}`)));
  const [open = '"', close = '"'] = sheet.texts("typography.quotes");
  return {
    apostrophe: sheet.text("typography.apostrophe"),
    quotes: [open, close],
    before: map("before"),
    after: map("after"),
    signs: map("signs"),
    thousands: sheet.text("typography.thousands"),
    keepAfter: sheet.texts("typography.keepAfter"),
    keepBefore: sheet.texts("typography.keepBefore"),
    digits,
  };
}

function capitalsPolicy(sheet: Sheet): CapitalsPolicy {
  const accents = oneOf(sheet, "capitals.accents", ["keep", "drop"]);
  return { accents, exceptions: new Map(Object.entries(sheet.map("capitals.exceptions"))) };
}

function listRules(sheet: Sheet): ListRules {
  const rules = sheet.get("list.lastBefore");
  const texts = (value: unknown) => (Array.isArray(value) ? value.map((v) => String(v).toLowerCase()) : []);
  return {
    two: sheet.text("list.two"),
    between: sheet.text("list.between"),
    last: sheet.text("list.last"),
    lastBefore: (Array.isArray(rules) ? rules : sheet.bad("list.lastBefore", rules, "a list", [])).flatMap(
      (rule: unknown) =>
        isRecord(rule) && typeof rule.text === "string"
          ? [{ starts: texts(rule.starts), not: texts(rule.not), text: rule.text }]
          : sheet.bad("list.lastBefore", rule, 'entries { "starts", "not", "text" }', []),
    ),
  };
}

function alphabetOf(sheet: Sheet, countries: Countries) {
  const expand = sheet.get("alphabet.expand");
  const skip = sheet.get("alphabet.skip");
  const letters = sheet.get("alphabet.letters");
  return {
    letters: typeof letters === "string" ? letters : "",
    expand: new Map(Object.entries(isMap(expand) ? expand : {})),
    skip: Array.isArray(skip) ? skip.map(String) : [],
    keys: countries.sortKeys(),
  };
}
