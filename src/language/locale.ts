/** A language as one typed look-up: phrases, names, numbers, dates, typography; data comes from `locales/<lng>/`. */

import type { Script } from "../document/house.ts";
import type { NumberingLevel } from "../document/tree.ts";
import type { IsoDate } from "../model/instrument.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import type { Value } from "./fill.ts";
import type { Lexicon, OpeningGrammar } from "./lexicon.ts";

/** What a locale has names for; each has a table of its own. */
export type NameKind = "city" | "country" | "body" | "honorific" | "group" | "language";

/** Everything a view needs to speak a language. Missing keys and values are collected by the maker of the locale. */
export interface Locale {
  /** Folder name, e.g. `fr`; and full BCP 47 tag for files, e.g. `fr`, `en-GB`, `zh-Hans`. */
  code: string;
  tag: string;
  /** The language's own name, as it heads a column: `Français`. */
  name: string;
  dir: "ltr" | "rtl";
  script: Script;
  /**
   * A fixed phrase with its blanks filled, house typography applied. `key` is a path in `phrases.json` or `<file>:<path>`
   * (`amendments:instruction.delete`). A text value prints as it is (marks are ordinary characters); an inline tree, such as an
   * ordinal, keeps its marks. `count` (number) chooses the plural form, `gender: "f"` the form for a woman, where there is one.
   * `<page/>` and `<pages/>` stay in the text for the page fields (`fields.ts` splits them off).
   */
  phrase(key: string, values?: Record<string, Value>): InlineText;
  hasPhrase(key: string): boolean;
  /** Paths of the phrases given out since the locale was loaded (`phrases.enacting.assembly`), without plural forms. */
  readonly printed: ReadonlySet<string>;
  /** What was asked for and was not there (`locale-key-missing`, `locale-value-missing`), in the order of asking, since the locale was loaded. */
  readonly diagnostics: readonly Diagnostic[];
  /** `122nd`, with the suffix raised where `superscript`; `gender` of the thing counted; `period` chooses 122ème or 141e. */
  ordinal(n: number, options: { gender: "f" | "m"; superscript: boolean; date: IsoDate }): InlineText;
  /** Names of the months as they stand in a day, January first. */
  months: readonly string[];
  /** `18 December 2009`, `1er avril 2010`. */
  date(day: IsoDate): InlineText;
  /** First to last day of a session in one of the forms of house-style 1.3 (`ordinal-dash`, `to`, `dash`, `numeric`, `closed`). */
  range(from: IsoDate, to: IsoDate, form: string): InlineText;
  /**
   * Country names by ISO 3166-1 alpha-2: list form, running form, that with its article as inside a sentence (`la Thaïlande`), and
   * what follows "The delegation", preposition included (`of the Islamic Republic of Iran`, `de la Thaïlande`). `day`: the name it
   * had then (Turkey, Türkiye).
   */
  country(
    code: string,
    day?: IsoDate,
  ): { list: string; running: string; inSentence: string; ofDelegation: string };
  /** The keys that the locale has names for, of one kind, in the order of its file. */
  keys(kind: NameKind): readonly string[];
  /** Codes of all countries that the locale names, sorted. */
  countryCodes(): string[];
  city(key: string): string;
  /** A person: honorific, name, country in parentheses. */
  person(p: { honorific: string; name: string; country?: string }): string;
  /** Whether an honorific is a woman's, for phrases that have a form for women. */
  isWoman(honorific: string): boolean;
  /** `Senator Sonia Escudero of Argentina`, as lists of amendments name one parliamentarian. */
  personOf(p: { honorific: string; name: string; country: string }): string;
  /** A geopolitical group: its name alone (`full`), or with its article as inside a sentence (`running`). */
  group(key: string, form: "full" | "running"): string;
  /** Name of a language, `French`. */
  languageName(code: string): string;
  organization: { full: string; short: string };
  /**
   * Name of a body or committee on a day, in one of its printed forms: `full` (name alone), `running` (with article), `by` (after
   * "submitted by"), `heading` (lines of the masthead, parted by line feeds).
   */
  body(key: string, day: IsoDate, form: string): string;
  genderOf(body: string): "f" | "m";
  /** Capitals by the language's policy on accents. */
  capitals(text: string): string;
  /** A tree in capitals; raised stretches (122nd) and isolates stay as they are. */
  capitalTree(text: InlineText): InlineText;
  /** House typography on ready text: space before the colon, apostrophes, digits. */
  typography(text: InlineText): InlineText;
  /** `A, B and C`. */
  join(parts: string[]): string;
  endings: { preambular: string; operative: string; last: string; chapeau: string; lastButOneItem: string };
  /** Labels of preambular, operative, sub-levels 1-4, bullets; each also as Word numbers them. */
  labels: {
    preambular: NumberingLevel;
    operative: NumberingLevel;
    sub: NumberingLevel[];
    bullet: NumberingLevel;
  };
  /** Printed number of the `n`-th annex (1-based): `II`. */
  annexNumber(n: number): string;
  /** Digits of computed numbers and pages. */
  digits(n: number): string;
  /** Opening words as they are emphasized (`Also aware`, without "that"), longest first, of the preamble and the operative part. */
  lexicon: { preambular: string[]; operative: string[] };
  /** The same as whole phrases with verb, chain and gender, and the second verbs inside paragraphs. */
  openings: Lexicon;
  /** How opening words agree with the body, are joined and stand for each other. */
  openingGrammar: OpeningGrammar;
  /** Compares two names in this language's alphabetical order (own rules, not the runtime's). */
  compare(a: string, b: string): number;
}
