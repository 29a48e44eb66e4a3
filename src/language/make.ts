/** Makes the one look-up of a language out of its files; what is asked for later and not there is collected in it. */
import type { Diagnostic } from "../report/diagnostic.ts";
import { readCalendar } from "./calendar.ts";
import { capitals, capitalTree } from "./capitals.ts";
import { createCompare } from "./collate.ts";
import { readCountries } from "./countries.ts";
import { flat } from "./fill.ts";
import { join } from "./join.ts";
import { readLabels } from "./labels.ts";
import { checkLexicon, type Lexicon, readGrammar, readLexicon, stretches } from "./lexicon.ts";
import type { Locale } from "./locale.ts";
import { readNames } from "./names.ts";
import { readOrdinals } from "./ordinals.ts";
import { createPhrasebook } from "./phrasebook.ts";
import { alphabetOf, capitalsPolicy, digitsOf, listRules, oneOf, typographyRules } from "./settings.ts";
import type { Sheet } from "./sheet.ts";
import { createTypography } from "./typography.ts";

export function makeLocale(
  code: string,
  language: Sheet,
  texts: ReadonlyMap<string, Map<string, string>>,
  sheets: { calendar: Sheet; names: Sheet; countries: Sheet; words: Sheet },
  folder: string,
  loaded: Diagnostic[],
): Locale {
  const asked: Diagnostic[] = [];
  const printed = new Set<string>();
  const said = new Set<string>(loaded.map((d) => d.message));
  // The same again is said again, so that whoever makes a document hears what it lacks, and not what one before it lacked.
  const say = (
    code: "locale-key-missing" | "locale-value-missing",
    file: string,
    message: string,
    hint: string,
  ): void => {
    if (said.has(message)) return;
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
  const grammar = lazy(() => readGrammar(sheets.words));
  const compare = lazy(() => createCompare(alphabetOf(language, countries)));
  checkLexicon(sheets.words);

  const personName = (p: { honorific: string; name: string }) => names.person(p);
  return {
    code,
    tag: language.text("tag") || code,
    name: language.text("name") || code,
    dir: oneOf(language, "dir", ["ltr", "rtl"]),
    script: oneOf(language, "script", ["latin", "cyrillic", "arabic", "han"]),
    diagnostics: asked,
    phrase: (key, values = {}) => {
      printed.add(key.includes(":") ? key.replace(":", ".") : `phrases.${key}`);
      return phrasebook.phrase(key, values);
    },
    printed,
    hasPhrase: (key) => phrasebook.has(key),
    ordinal(n, { gender, superscript, date }) {
      const tree = ordinals.ordinal(n, gender, date);
      return superscript ? tree : flat(tree);
    },
    months: calendar.months,
    date: calendar.date,
    range: calendar.range,
    country: countries.country,
    countryCodes: countries.codes,
    keys: (kind) => (kind === "country" ? countries.codes() : names.keys(kind)),
    city: names.city,
    person: (p) =>
      p.country === undefined
        ? personName(p)
        : names.withCountry(personName(p), countries.country(p.country).running),
    isWoman: names.isWoman,
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
    get openingGrammar() {
      return grammar();
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
