import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listLocales, loadLocale } from "../../src/language/load.ts";
import { dayMeant, daysMeant, noSuchDay, writtenDay } from "../../src/read/days.ts";
import { plainText } from "../../src/text/inline.ts";
import { folderWorld } from "../fixtures/world.ts";

const world = folderWorld();
const locales = listLocales(world).flatMap((code) => loadLocale(world, code).value ?? []);
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const anyDay = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true })
  .map(iso);
const forms = ["ordinal-dash", "to", "dash", "closed"];

describe.each(locales.map((locale) => [locale.code, locale] as const))("in %s", (_, locale) => {
  test("every day that the house prints is read", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(writtenDay(plainText(locale.date(day)), locale.months)).toBe(day);
      }),
    );
  });

  test("the days of every session that the house prints are read", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(...forms),
        (from, length, form) => {
          const to = iso(new Date(Date.parse(from) + length * 86_400_000));
          const printed = plainText(locale.range(from, to, form));
          expect([printed, daysMeant(printed, locale.months)]).toEqual([printed, { from, to }]);
        },
      ),
    );
  });
});

const monthsOf = (code: string): readonly string[] | undefined =>
  locales.find((locale) => locale.code === code)?.months;

test.each([
  ["fr", "du 27 mars au 1er avril 2010"],
  ["fr", "27 MARS – 1ER AVRIL 2010"],
  ["es", "del 27 de marzo al 1 de abril de 2010"],
  ["pt", "de 27 de março a 1 de abril de 2010"],
  ["pt", "27 de março – 1.º de abril de 2010"],
  ["ru", "с 27 марта по 1 апреля 2010 г."],
  ["ru", "27 марта – 1 апреля 2010 г"],
  ["ar", "من 27 مارس إلى 1 أبريل 2010"],
  ["ar", "٢٧ آذار/مارس – ١ نيسان/أبريل ٢٠١٠"],
  ["zh", "2010 年 3 月 27 日 – 4 月 1 日"],
])("as people write them in %s: %s", (code, text) => {
  expect(daysMeant(text, monthsOf(code))).toEqual({ from: "2010-03-27", to: "2010-04-01" });
});

test.each([
  ["2025-02-29", "February 2025 has 28 days", "2025-02-28"],
  ["2024-02-30", "February 2024 has 29 days", "2024-02-29"],
  ["1900-02-29", "February 1900 has 28 days", "1900-02-28"],
  ["2000-02-30", "February 2000 has 29 days", "2000-02-29"],
  ["2025-04-31", "April 2025 has 30 days", "2025-04-30"],
])("there is no %s, and the last day of the month is named", (day, why, last) => {
  expect(noSuchDay(day)).toEqual({ why, last });
  expect(noSuchDay(last)).toBeUndefined();
});

test("a day that does not exist is not read from a text", () => {
  expect(dayMeant("30 February 2010")).toBeUndefined();
  expect(dayMeant("29 February 2008")).toBe("2008-02-29");
});

test.each([
  ["fr", "27 March - 1 April 2010"],
  ["fr", "1er avril - 27 mars 2010"],
  ["es", "27 de marzo al 1 de abril al 3 de abril de 2010"],
  ["fr", "27 mars"],
  ["zh", "3月27日至4月1日"],
])("what is no such days in %s is left: %s", (code, text) => {
  expect(daysMeant(text, monthsOf(code))).toBeUndefined();
});
