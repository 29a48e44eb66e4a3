/** Names of bodies, groups, persons, cities and languages in a locale, on the day they are asked for. */
import type { IsoDate } from "../model/instrument.ts";
import { fillText } from "./fill.ts";
import type { NameKind } from "./locale.ts";
import { datedText, isDated, isRecord, type Sheet } from "./sheet.ts";

const tables = {
  city: "cities",
  honorific: "persons.honorifics",
  group: "groups",
  language: "languages",
} as const;

/** Printed forms of a body: see locales/README.md. */
export const bodyForms = ["full", "running", "by", "heading"] as const;
/** Those of a group; one text stands for both. */
const groupForms = ["full", "running"] as const;

export interface Names {
  organization: { full: string; short: string };
  body(key: string, day: IsoDate, form: string): string;
  genderOf(body: string): "f" | "m";
  /** Keys of a table. */
  keys(kind: Exclude<NameKind, "country">): readonly string[];
  group(key: string, form: "full" | "running"): string;
  city(key: string): string;
  language(code: string): string;
  person(p: { honorific: string; name: string }): string;
  /** Whether a title is a woman's. */
  isWoman(honorific: string): boolean;
  withCountry(person: string, country: string): string;
  ofCountry(person: string, country: string): string;
}

/** `missing` is told the path of a name that is asked for and not there. */
export function readNames(sheet: Sheet, missing: (path: string) => void): Names {
  const bodies = sheet.record("bodies");
  for (const [key, body] of Object.entries(bodies)) {
    if (!isRecord(body)) sheet.bad(`bodies.${key}`, body, "the forms of a name", undefined);
    else {
      if (body.gender !== "f" && body.gender !== "m")
        sheet.bad(`bodies.${key}.gender`, body.gender, '"f" or "m"', undefined);
      for (const form of bodyForms) if (!isDated(body[form])) sheet.dated(`bodies.${key}.${form}`);
    }
  }
  const groups = sheet.record("groups");
  for (const [key, name] of Object.entries(groups))
    if (isRecord(name)) for (const form of groupForms) sheet.text(`groups.${key}.${form}`);
    else if (typeof name !== "string") sheet.bad(`groups.${key}`, name, "a name, or its forms", undefined);
  const table = (path: string) => {
    const map = sheet.map(path);
    return (key: string): string => {
      if (Object.hasOwn(map, key)) return map[key] ?? key;
      missing(`${path}.${key}`);
      return key;
    };
  };
  const honorific = table(tables.honorific);
  const women = new Set(sheet.texts("persons.women"));
  const withCountry = sheet.text("persons.with-country");
  const ofCountry = sheet.text("persons.of-country");
  const bodyOf = (key: string): Record<string, unknown> => {
    const body = Object.hasOwn(bodies, key) ? bodies[key] : undefined;
    if (isRecord(body)) return body;
    missing(`bodies.${key}`);
    return {};
  };
  const organization = sheet.map("organization");
  for (const form of ["full", "short"])
    if (organization[form] === undefined) sheet.missing(`organization.${form}`);
  return {
    organization: { full: organization.full ?? "", short: organization.short ?? "" },
    body(key, day, form) {
      const body = bodyOf(key);
      const name = body[form] ?? body.full;
      if (isDated(name)) return datedText(name, day);
      return key;
    },
    keys: (kind) =>
      Object.keys(kind === "body" ? bodies : kind === "group" ? groups : sheet.map(tables[kind])),
    genderOf: (key) => (bodyOf(key).gender === "m" ? "m" : "f"),
    group(key, form) {
      const name = Object.hasOwn(groups, key) ? groups[key] : undefined;
      if (name === undefined) missing(`groups.${key}`);
      const text = isRecord(name) ? name[form] : name;
      return typeof text === "string" ? text : key;
    },
    city: table(tables.city),
    language: table(tables.language),
    isWoman: (honorific) => women.has(honorific),
    person: (p) => fillText(honorific(p.honorific), { name: p.name }).trim(),
    withCountry: (person, country) => fillText(withCountry, { person, country }),
    ofCountry: (person, country) => fillText(ofCountry, { person, country }),
  };
}
