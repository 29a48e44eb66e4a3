/** Country names of a locale by ISO 3166-1 alpha-2: list form, running form, and the words after "The delegation". */
import { fillText } from "./fill.ts";
import { type Dated, datedText, isDated, isRecord, onDay, type Sheet } from "./sheet.ts";

export interface CountryName {
  /** `Iran (Islamic Republic of)` */
  list: string;
  /** `Islamic Republic of Iran` */
  running: string;
  /** `the Islamic Republic of Iran`, `la Thaïlande`: the running form as it stands inside a sentence. */
  inSentence: string;
  /** `of the Islamic Republic of Iran`, `de la Thaïlande`: preposition included. */
  ofDelegation: string;
}

export interface Countries {
  /** `day`: the name the country had then; without it, today's. */
  country(code: string, day?: string): CountryName;
  codes(): string[];
  /** Letters to sort by, for names that need them. */
  sortKeys(): Map<string, string>;
}

export function readCountries(sheet: Sheet, missing: (path: string) => void): Countries {
  const names = sheet.record("names");
  const running = sheet.map("running");
  const brackets = sheet.text("brackets");
  const of = sheet.record("of");
  const sentence = sheet.map("in-sentence");
  const standard = typeof of.default === "string" ? of.default : sheet.text("of.default");
  const patterns = new Map<string, string>();
  for (const [pattern, codes] of Object.entries(of)) {
    if (pattern === "default") continue;
    if (!Array.isArray(codes)) sheet.bad(`of.${pattern}`, codes, "a list of country codes", undefined);
    else for (const code of codes) patterns.set(String(code), pattern);
  }
  const listName = (code: string): Dated | undefined => {
    const name = Object.hasOwn(names, code) ? names[code] : undefined;
    return isDated(name) ? name : undefined;
  };
  const runningName = (code: string, list: string): string => {
    const own = running[code];
    if (own !== undefined) return own;
    const bracketed = /^(.*\S)\s*[（(](.*)[)）]$/.exec(list);
    if (!bracketed) return list;
    const [, before = "", inside = ""] = bracketed;
    const joined = fillText(brackets, { before, inside });
    // An elided article takes no space: République islamique d’Iran.
    return /[’']$/.test(inside) ? joined.replace(`${inside} `, inside) : joined;
  };
  const cache = new Map<string, CountryName>();
  return {
    country(code, day) {
      const key = `${code} ${day ?? ""}`;
      const known = cache.get(key);
      if (known) return known;
      const dated = listName(code);
      if (dated === undefined) missing(`names.${code}`);
      const list = dated === undefined ? code : datedText(dated, day);
      const form = runningName(code, list);
      // A name that changed may have changed its article with it.
      const own = Array.isArray(dated) ? onDay(dated, day)?.of : undefined;
      const filled = (pattern: string): string => fillText(pattern, { list, running: form });
      const ofDelegation = own ?? filled(patterns.get(code) ?? standard);
      // The article is the one that the name has after "The delegation".
      const article = Object.keys(sentence).find((pattern) => filled(pattern) === ofDelegation);
      const made = {
        list,
        running: form,
        inSentence: article === undefined ? form : filled(sentence[article] ?? article),
        ofDelegation,
      };
      cache.set(key, made);
      return made;
    },
    codes: () => Object.keys(names).sort(),
    sortKeys() {
      const sort = sheet.get("sort");
      const out = new Map<string, string>();
      if (isRecord(sort))
        for (const [code, letters] of Object.entries(sort)) {
          const name = listName(code);
          if (name !== undefined && typeof letters === "string") out.set(datedText(name), letters);
        }
      return out;
    },
  };
}
