/** The rules of `language.json` as the rooms of letters want them: digits, typography, capitals, lists, alphabet. */
import type { CapitalsPolicy } from "./capitals.ts";
import type { Alphabet } from "./collate.ts";
import type { Countries } from "./countries.ts";
import type { ListRules } from "./join.ts";
import { isMap, isRecord, type Sheet } from "./sheet.ts";
import type { TypographyRules } from "./typography.ts";

/** One of a few words; the first stands in for a wrong one. */
export function oneOf<T extends string>(sheet: Sheet, path: string, choices: readonly [T, ...T[]]): T {
  const value = sheet.text(path);
  const found = choices.find((c) => c === value);
  return (
    found ?? (value === "" ? choices[0] : sheet.bad(path, value, `one of ${choices.join(", ")}`, choices[0]))
  );
}

/** The ten digits, and the function that writes numbers with them. */
export function digitsOf(sheet: Sheet): { table: string; write: (n: number) => string } {
  const text = sheet.text("digits");
  const table = [...text].length === 10 ? text : "0123456789";
  if (table !== text && text !== "") sheet.bad("digits", text, "ten digits from zero", undefined);
  if (table === "0123456789") return { table, write: String };
  const signs = [...table];
  return { table, write: (n) => String(n).replace(/\d/g, (d) => signs[Number(d)] ?? d) };
}

export function typographyRules(sheet: Sheet, digits: string): TypographyRules {
  const map = (name: string) => new Map(Object.entries(sheet.map(`typography.${name}`)));
  const [open = '"', close = '"'] = sheet.texts("typography.quotes");
  return {
    apostrophe: sheet.text("typography.apostrophe"),
    quotes: [open, close],
    before: map("before"),
    after: map("after"),
    signs: map("signs"),
    thousands: sheet.text("typography.thousands"),
    keepAfter: sheet.texts("typography.keepAfter"),
    keepBefore: sheet.texts("typography.keepBefore"),
    digits,
  };
}

export function capitalsPolicy(sheet: Sheet): CapitalsPolicy {
  const accents = oneOf(sheet, "capitals.accents", ["keep", "drop"]);
  return { accents, exceptions: new Map(Object.entries(sheet.map("capitals.exceptions"))) };
}

export function listRules(sheet: Sheet): ListRules {
  const rules = sheet.get("list.lastBefore");
  const texts = (value: unknown) => (Array.isArray(value) ? value.map((v) => String(v).toLowerCase()) : []);
  return {
    two: sheet.text("list.two"),
    between: sheet.text("list.between"),
    last: sheet.text("list.last"),
    lastBefore: (Array.isArray(rules) ? rules : sheet.bad("list.lastBefore", rules, "a list", [])).flatMap(
      (rule: unknown) =>
        isRecord(rule) && typeof rule.text === "string"
          ? [{ starts: texts(rule.starts), not: texts(rule.not), text: rule.text }]
          : sheet.bad("list.lastBefore", rule, 'entries { "starts", "not", "text" }', []),
    ),
  };
}

export function alphabetOf(sheet: Sheet, countries: Countries): Alphabet {
  const expand = sheet.get("alphabet.expand");
  const skip = sheet.get("alphabet.skip");
  const letters = sheet.get("alphabet.letters");
  return {
    letters: typeof letters === "string" ? letters : "",
    expand: new Map(Object.entries(isMap(expand) ? expand : {})),
    skip: Array.isArray(skip) ? skip.map(String) : [],
    keys: countries.sortKeys(),
  };
}
