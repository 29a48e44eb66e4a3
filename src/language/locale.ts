/** A language as one typed look-up: phrases, names, numbers, dates, typography; data comes from `locales/<lng>/`. */
import type { IsoDate } from "../model/instrument.ts";
import type { InlineText } from "../text/inline.ts";
import type { NumberingLevel } from "../document/tree.ts";
import type { Script } from "../document/house.ts";

/** Everything a view needs to speak a language. Missing keys and values are collected by the maker of the locale. */
export interface Locale {
  /** Folder name, e.g. `fr`; and full BCP 47 tag for files, e.g. `fr`, `en-GB`, `zh-Hans`. */
  code: string;
  tag: string;
  dir: "ltr" | "rtl";
  script: Script;
  /** A fixed phrase with its blanks filled, as small inline writing (`text/write.ts`); counts choose the plural form. */
  phrase(key: string, values?: Record<string, string | number>): InlineText;
  /** `122nd`, with the suffix raised where `superscript`; `gender` of the thing counted; `period` chooses 122ème or 141e. */
  ordinal(n: number, options: { gender: "f" | "m"; superscript: boolean; date: IsoDate }): InlineText;
  /** `18 December 2009`, `1er avril 2010`. */
  date(day: IsoDate): InlineText;
  /** First to last day of a session in one of the forms of house-style 1.3 (`ordinal-dash`, `to`, `dash`, `numeric`, `closed`). */
  range(from: IsoDate, to: IsoDate, form: string): InlineText;
  /** Country names by ISO 3166-1 alpha-2: list form, running form, and running form after "The delegation of". */
  country(code: string): { list: string; running: string; ofDelegation: string };
  city(key: string): string;
  /** A person: honorific, name, country in parentheses. */
  person(p: { honorific: string; name: string; country?: string }): string;
  /** Name of a body or committee on a day, in one of its printed forms (`full`, `heading`: lines of the masthead). */
  body(key: string, day: IsoDate, form: string): string;
  genderOf(body: string): "f" | "m";
  /** Capitals by the language's policy on accents. */
  capitals(text: string): string;
  /** House typography on ready text: space before the colon, apostrophes, digits. */
  typography(text: InlineText): InlineText;
  /** `A, B and C`. */
  join(parts: string[]): string;
  endings: { preambular: string; operative: string; last: string; chapeau: string; lastButOneItem: string };
  /** Labels of preambular, operative, sub-levels 1-4, bullets; each also as Word numbers them. */
  labels: { preambular: NumberingLevel; operative: NumberingLevel; sub: NumberingLevel[]; bullet: NumberingLevel };
  /** Digits of computed numbers and pages. */
  digits(n: number): string;
  /** Opening words, longest first, of the preamble and the operative part. */
  lexicon: { preambular: string[]; operative: string[] };
  /** Compares two names in this language's alphabetical order (own rules, not the runtime's). */
  compare(a: string, b: string): number;
}
