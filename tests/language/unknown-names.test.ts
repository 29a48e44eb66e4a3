import { describe, expect, test } from "vitest";
import { loadLocale } from "../../src/language/load.ts";
import type { Locale } from "../../src/language/locale.ts";
import { unknownNames } from "../../src/language/unknown-names.ts";
import type { Party } from "../../src/model/instrument.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { Place } from "../../src/report/diagnostic.ts";
import { fixtureWorld } from "../fixtures/world.ts";

const localeOf = (code: string): Locale => {
  const locale = loadLocale(fixtureWorld(), code).value;
  if (!locale) throw new Error(`no locale ${code}`);
  return locale;
};
const english = localeOf("en");
const french = localeOf("fr");

interface Names {
  body?: string;
  committee?: string;
  city?: string;
  country?: string;
  party?: Party;
}

function work({ body = "assembly", committee, city = "bangkok", country = "TH", party }: Names): Resolution {
  const session = { number: 122, place: { city, country }, from: "2010-03-27", to: "2010-04-01" };
  return {
    work: "w",
    kind: "resolution",
    language: "en",
    original: "en",
    instrument: {
      body,
      session,
      ...(committee === undefined ? {} : { committee }),
      submitters: { role: "co-rapporteur", parties: party ? [party] : [] },
      languages: ["en"],
      house: "ipu",
    },
    stages: [{ id: "dr", kind: "draft", date: "2010-01-01", session, applies: [] }],
    title: [],
    preambular: [],
    operative: [],
    annexes: [],
    notes: [],
    persons: {},
  };
}

const says = (names: Names, locales = [english, french]): string[] =>
  unknownNames(work(names), locales, new Map(), english).map((d) => `${d.message} | ${d.hint}`);

describe("names that a work asks for by a key", () => {
  test("and that every language has are not spoken of", () => {
    const person = {
      type: "person",
      id: "a",
      honorific: "ms",
      given: "A",
      family: "B",
      country: "MX",
    } as const;
    expect(says({ committee: "peace-and-security", party: person })).toEqual([]);
  });
  test("are said with the nearest, and with the files that a new one goes into", () => {
    expect(says({ city: "bangkokk" })[0]).toBe(
      'There is no city `bangkokk` in the names of English and French. | Did you mean `bangkok`? A new one is added to locales/en/names.json and locales/fr/names.json, under "cities".',
    );
    expect(says({ party: { type: "body", body: "woman" } })).toEqual([
      expect.stringMatching(/^There is no body `woman` .*Did you mean `women`\?/),
    ]);
  });
  test("are said at their fields, those of a stage too", () => {
    const at = (column: number): Place => ({ file: "f", line: 1, column });
    const places = new Map([
      ["field:instrument.session.place.country", at(1)],
      ["field:stages.0.session.place.country", at(2)],
    ]);
    const found = unknownNames(work({ country: "XQ" }), [english], places, english);
    expect(found.map((d) => [d.code, d.place?.column])).toEqual([
      ["country-unknown", 1],
      ["country-unknown", 2],
    ]);
  });
  test("are said for the language that lacks them, without guessing at another one", () => {
    const poorer: Locale = {
      ...french,
      keys: (kind) => french.keys(kind).filter((key) => key !== "bangkok"),
    };
    const [said] = says({}, [english, poorer]);
    expect(said).toContain("in the names of French. | A new one is added to locales/fr/names.json");
  });
  test("a group may be written out in words, a country that importing did not know is called so", () => {
    expect(says({ party: { type: "group", name: "Some Group" } })).toEqual([]);
    expect(says({ party: { type: "group", name: "arab" } })).toEqual([]);
    expect(says({ party: { type: "group", name: "arabs" } })[0]).toContain("or write its name out in words");
    expect(says({ party: { type: "country", country: "ZZ" } })[0]).toContain("Importing puts ZZ");
  });
  test("a committee adopts no texts", () => {
    expect(says({ body: "peace-and-security" })).toEqual([
      "`peace-and-security` is no body that adopts texts. | It is one of: assembly, conference, governing-council. A committee goes after `committee:`. For a new one, phrases.json of every language needs: session.peace-and-security, enacting.peace-and-security, by.peace-and-security.",
    ]);
  });
  test("a body with a name for its session only is told which phrases it still needs", () => {
    const half = {
      ...english,
      hasPhrase: (key: string) => key === "session.women" || english.hasPhrase(key),
    };
    expect(says({ body: "women" }, [half])[0]).toMatch(/every language needs: enacting\.women, by\.women\.$/);
  });
});
