/** Days and sessions in a language's words, from its own data: `1er avril 2010`, `27th March - 1st April 2010`. */
import type { IsoDate } from "../model/instrument.ts";
import type { InlineText } from "../text/inline.ts";
import { createFiller, type Value } from "./fill.ts";
import type { Ordinals } from "./ordinals.ts";
import { isMap, type Sheet } from "./sheet.ts";

/** The forms of house-style 1.3, and the cases each must cover. */
export const rangeForms = ["ordinal-dash", "to", "dash", "numeric", "closed"] as const;
export const rangeCases = ["one-day", "one-month", "one-year", "two-years"] as const;

export interface Calendar {
  months: readonly string[];
  date(day: IsoDate): InlineText;
  range(from: IsoDate, to: IsoDate, form: string): InlineText;
}

interface Day {
  n: number;
  month: number;
  year: number;
}

function split(day: IsoDate): Day {
  const [year = 0, month = 0, n = 0] = day.split("-").map(Number);
  return { n, month, year };
}

/** `unknownForm` is told of a form of ranges that the locale does not have; `dash` stands in. */
export function readCalendar(
  sheet: Sheet,
  ordinals: Ordinals,
  digits: (n: number) => string,
  unknownForm: (form: string) => void,
): Calendar {
  const months = sheet.texts("months");
  if (months.length !== 12) sheet.bad("months", months, "a list of twelve names", "");
  const days = new Map(Object.entries(sheet.map("days")));
  const date = sheet.text("date");
  const ranges = readRanges(sheet);
  const fill = createFiller();

  const words = (day: Day): { day: Value; month: string; n: string; m: string; year: string } => {
    const pattern = days.get(String(day.n)) ?? days.get("other");
    const n = digits(day.n);
    return {
      n,
      day: pattern === undefined ? n : fill(pattern, { n }),
      month: months[day.month - 1] ?? digits(day.month),
      m: digits(day.month),
      year: digits(day.year),
    };
  };

  return {
    months,
    date: (day) => fill(date, words(split(day))),
    range(from, to, form) {
      const patterns = ranges.get(form) ?? ranges.get("dash");
      if (!ranges.has(form)) unknownForm(form);
      const [first, last] = [split(from), split(to)];
      const which =
        from === to
          ? "one-day"
          : first.year !== last.year
            ? "two-years"
            : first.month !== last.month
              ? "one-year"
              : "one-month";
      const pattern = patterns?.get(which);
      if (pattern === undefined) return [{ kind: "text", text: `${from} – ${to}` }];
      const [a, b] = [words(first), words(last)];
      return fill(pattern, {
        ...{ day1: a.day, n1: a.n, month1: a.month, m1: a.m, year1: a.year },
        ...{ day2: b.day, n2: b.n, month2: b.month, m2: b.m, year2: b.year },
        ordinal1: ordinals.ordinal(first.n, "m", from),
        ordinal2: ordinals.ordinal(last.n, "m", to),
      });
    },
  };
}

function readRanges(sheet: Sheet): Map<string, Map<string, string>> {
  const out = new Map<string, Map<string, string>>();
  const found = sheet.record("ranges");
  for (const form of rangeForms) if (found[form] === undefined) sheet.missing(`ranges.${form}`);
  for (const [form, cases] of Object.entries(found)) {
    if (!isMap(cases)) {
      sheet.bad(`ranges.${form}`, cases, "texts by case", undefined);
      continue;
    }
    for (const name of rangeCases) if (cases[name] === undefined) sheet.missing(`ranges.${form}.${name}`);
    out.set(form, new Map(Object.entries(cases)));
  }
  return out;
}
