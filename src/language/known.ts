/** The names that the locales know, to hold against what an author typed. */
import type { World } from "../world.ts";
import { listLocales } from "./load.ts";
import { isRecord } from "./sheet.ts";

export interface KnownNames {
  /** Codes of the languages there are; empty where a project has no locales. */
  languages: readonly string[];
  /** ISO 3166-1 alpha-2. */
  countries: ReadonlySet<string>;
  /** Keys of bodies and committees. */
  bodies: ReadonlySet<string>;
  /** Keys of honorifics, and of groups that have one. */
  honorifics: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  /** Every name of a country in every language, English first, with its code; made when first asked for. */
  countryNames(): ReadonlyMap<string, string>;
}

/** What is wrong with a locale is for its loader to say: here it only makes the lists shorter. */
export function knownNames(world: World): KnownNames {
  const languages = listLocales(world);
  const read = (language: string, file: string, field: string): Record<string, unknown> => {
    const bytes = world.read(`locales/${language}/${file}.json`);
    if (!bytes) return {};
    try {
      const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
      const found = isRecord(data) ? data[field] : undefined;
      return isRecord(found) ? found : {};
    } catch {
      return {};
    }
  };
  const first = languages.includes("en") ? "en" : (languages[0] ?? "en");
  const { honorifics } = read(first, "names", "persons");
  let names: Map<string, string> | undefined;
  return {
    languages,
    countries: new Set(Object.keys(read(first, "countries", "names"))),
    bodies: new Set(Object.keys(read(first, "names", "bodies"))),
    honorifics: new Set(isRecord(honorifics) ? Object.keys(honorifics) : []),
    groups: new Set(Object.keys(read(first, "names", "groups"))),
    countryNames: () => {
      names ??= new Map(
        [first, ...languages.filter((l) => l !== first)].flatMap((language) =>
          Object.entries(read(language, "countries", "names")).flatMap(([code, name]) =>
            textsOf(name).map((text): [string, string] => [text, code]),
          ),
        ),
      );
      return names;
    },
  };
}

/** A name, or all the names that a country had. */
function textsOf(name: unknown): string[] {
  if (typeof name === "string") return [name];
  if (!Array.isArray(name)) return [];
  return name.flatMap((entry) => (isRecord(entry) && typeof entry.text === "string" ? [entry.text] : []));
}
