/** Holds the keys of names in a work against the languages it is made in, and says at the field which of them lack one. */

import type { Resolution } from "../model/resolution.ts";
import type { Code } from "../report/codes.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { codeMeant } from "./country-meant.ts";
import type { Locale, NameKind } from "./locale.ts";
import { type NameUsed, namesUsed } from "./names-used.ts";

/** The table of each kind in the files of a language, and the code of a finding. */
const tables: Record<NameKind, { file: string; table: string; code: Code }> = {
  city: { file: "names", table: "cities", code: "name-unknown" },
  country: { file: "countries", table: "names", code: "country-unknown" },
  body: { file: "names", table: "bodies", code: "body-unknown" },
  honorific: { file: "names", table: "persons.honorifics", code: "name-unknown" },
  group: { file: "names", table: "groups", code: "name-unknown" },
  language: { file: "names", table: "languages", code: "name-unknown" },
};

/**
 * An error for every name that one of the languages does not have, at its field: `places` by `field:<path>`. `english` names the
 * languages to the author.
 */
export function unknownNames(
  resolution: Resolution,
  locales: readonly Locale[],
  places: ReadonlyMap<string, Place>,
  english: Locale | undefined,
): Diagnostic[] {
  const known = new Map<string, ReadonlySet<string>>();
  const has = (locale: Locale, kind: NameKind, key: string): boolean => {
    const table = `${kind} ${locale.code}`;
    const keys = known.get(table) ?? new Set(locale.keys(kind));
    known.set(table, keys);
    return keys.has(key);
  };
  return namesUsed(resolution).flatMap((used): Diagnostic[] => {
    const lacking = locales.filter((locale) => !has(locale, used.kind, used.key));
    if (lacking.length === 0) return used.field === "instrument.body" ? enacting(used, locales, places) : [];
    const all = lacking.length === locales.length;
    const names = lacking.map((locale) => nameOf(locale, english));
    const place = places.get(`field:${used.field}`);
    return [
      {
        code: tables[used.kind].code,
        severity: "error",
        message: `There is no ${used.as ?? used.kind} \`${used.key}\` in the names of ${listed(names)}.`,
        ...(place ? { place } : {}),
        hint: `${all ? meant(used, lacking) : ""}${whereTo(used, lacking)}`,
      },
    ];
  });
}

/** What every text of a body prints: its session, how the text begins and by whom it was adopted. */
const adopting = ["session", "enacting", "by"];

/** Committees are bodies too, but adopt no texts: no phrases are there for them. */
function enacting(
  { key, field }: NameUsed,
  locales: readonly Locale[],
  places: ReadonlyMap<string, Place>,
): Diagnostic[] {
  const lacks = (body: string): string[] =>
    adopting.map((p) => `${p}.${body}`).filter((p) => !locales.some((locale) => locale.hasPhrase(p)));
  const bodies = [...new Set(locales.flatMap((locale) => locale.keys("body")))];
  const lacking = lacks(key);
  const adopters = bodies.filter((body) => lacks(body).length === 0);
  // Where no body has them all, a phrase is missing that each would need, and is missed by its own name.
  if (adopters.length === 0 || lacking.length === 0) return [];
  const place = places.get(`field:${field}`);
  return [
    {
      code: "body-unknown",
      severity: "error",
      message: `\`${key}\` is no body that adopts texts.`,
      ...(place ? { place } : {}),
      hint: `It is one of: ${adopters.join(", ")}. A committee goes after \`committee:\`. For a new one, phrases.json of every language needs: ${lacking.join(", ")}.`,
    },
  ];
}

function meant({ kind, key }: NameUsed, locales: readonly Locale[]): string {
  if (kind === "country" && key === "ZZ") return "Importing puts ZZ where it does not know a country. ";
  const [first] = locales;
  const keys = locales.flatMap((locale) => locale.keys(kind));
  const code = kind === "country" ? codeMeant(key) : undefined;
  const near = code !== undefined && keys.includes(code) ? code : nearest(key, keys);
  if (near === undefined || !first) return "";
  return `Did you mean \`${near}\`${kind === "country" ? ` (${first.country(near).list})` : ""}? `;
}

function whereTo({ kind }: NameUsed, locales: readonly Locale[]): string {
  const { file, table } = tables[kind];
  const files = listed(locales.map((locale) => `locales/${locale.code}/${file}.json`));
  if (kind === "country")
    return `Write the two capital letters of ISO 3166-1, such as UZ; names of countries are in ${files}.`;
  const words = kind === "group" ? ", or write its name out in words" : "";
  return `A new one is added to ${files}, under "${table}"${words}.`;
}

function nameOf(locale: Locale, english: Locale | undefined): string {
  return english?.keys("language").includes(locale.code) ? english.languageName(locale.code) : locale.name;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
