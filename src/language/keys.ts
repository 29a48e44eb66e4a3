/** Holds the keys of a language against the reference language: what is missing, unknown, or has blanks that do not exist. */
import { nearest } from "../report/nearest.ts";
import { blanksOf } from "./fill.ts";
import { baseKey } from "./phrasebook.ts";
import { isRecord, type Sheet } from "./sheet.ts";

const maxDepth = 12;

/** All texts of a file by path, in the order of the file. Lists by days and plain lists count as one text. */
export function flatten(data: Record<string, unknown>): Map<string, string> {
  const out = new Map<string, string>();
  const walk = (value: unknown, path: string, depth: number): void => {
    if (typeof value === "string") out.set(path, value);
    else if (Array.isArray(value)) out.set(path, listText(value));
    else if (isRecord(value) && depth < maxDepth)
      for (const key of Object.keys(value)) walk(value[key], path === "" ? key : `${path}.${key}`, depth + 1);
    else if (value !== null && value !== undefined) out.set(path, String(value));
  };
  walk(data, "", 0);
  return out;
}

/** For hints: the texts of a list, the last first where it goes by days. */
function listText(list: readonly unknown[]): string {
  const short = (v: unknown) => (typeof v === "object" ? "…" : String(v));
  const words = (v: unknown): unknown =>
    isRecord(v)
      ? (v.text ??
        Object.entries(v)
          .flatMap(([key, text]) => (key === "until" ? [] : [text]))
          .join(", "))
      : v;
  return list.map((v) => short(words(v))).join(" | ");
}

/** Both maps hold the texts of the same file. `plain`: whether keys have plural forms and blanks (phrases) or not (names). */
export function compareKeys(
  sheet: Sheet,
  own: ReadonlyMap<string, string>,
  reference: ReadonlyMap<string, string>,
  kind: "phrases" | "names",
): void {
  const base = (key: string) => (kind === "phrases" ? baseKey(key) : key);
  const wanted = group(reference, base);
  const found = group(own, base);
  for (const [key, english] of wanted) {
    const forms = found.get(key);
    // A plural phrase is there when its `_other` form is.
    const plural = kind === "phrases" && english.some(([k]) => k.endsWith("_other"));
    if (!forms) sheet.missing(plural ? `${key}_other` : key, english.at(-1)?.[1]);
    else if (kind === "phrases") {
      if (plural && !forms.some(([k]) => k.endsWith("_other")) && !forms.some(([k]) => k === key))
        sheet.missing(`${key}_other`, english.at(-1)?.[1]);
      checkBlanks(sheet, forms, english);
    }
  }
  sayUnknown(
    sheet,
    new Map([...found].map(([key, forms]) => [key, forms[0]?.[0] ?? key])),
    new Set(wanted.keys()),
  );
}

/** Warns of keys that the reference does not have. `found`: key, and the path where it stands. */
export function sayUnknown(
  sheet: Sheet,
  found: ReadonlyMap<string, string>,
  wanted: { has(key: string): boolean; keys(): Iterable<string> },
): void {
  for (const [key, path] of found) {
    if (wanted.has(key)) continue;
    const meant = nearest(key, wanted.keys());
    sheet.say(
      "unknown-field",
      "warning",
      path,
      `"${key}" is not a key of ${sheet.name}.json.`,
      meant ? `Did you mean "${meant}"?` : "Remove it, or add it to locales/en as well.",
    );
  }
}

/** The keys of the first two levels, where a file is not free to name them (groups of opening words are). */
export function topKeys(data: Record<string, unknown>): Map<string, string> {
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(data)) {
    out.set(key, key);
    if (!isRecord(value) || freeBelow.has(key)) continue;
    for (const inner of Object.keys(value)) out.set(`${key}.${inner}`, `${key}.${inner}`);
  }
  return out;
}

const freeBelow = new Set([
  "equivalents",
  "days",
  "masculine",
  "preambular",
  "operative",
  "preambular-inner",
  "operative-inner",
]);

type Forms = [string, string][];

function group(texts: ReadonlyMap<string, string>, base: (key: string) => string): Map<string, Forms> {
  const out = new Map<string, Forms>();
  for (const [key, text] of texts) {
    const forms = out.get(base(key));
    if (forms) forms.push([key, text]);
    else out.set(base(key), [[key, text]]);
  }
  return out;
}

function checkBlanks(sheet: Sheet, forms: Forms, english: Forms): void {
  if (!forms.some(([, text]) => text.includes("{{"))) return;
  const known = new Set(english.flatMap(([, text]) => blanksOf(text)));
  if (known.has("ordinal")) known.add("n");
  // A language may want a name without the article that a sentence gives it.
  if (known.has("inSentence")) known.add("name");
  // Those beside the delegations, whom English may join to them, need a sentence of their own elsewhere.
  if (known.has("others") && known.has("submitters")) known.add("countries");
  if (english.some(([key]) => key.endsWith("_other"))) known.add("count");
  for (const [key, text] of forms)
    for (const name of blanksOf(text))
      if (!known.has(name)) {
        const meant = nearest(name, known);
        sheet.say(
          "locale-value-missing",
          "error",
          key,
          `"${key}" has the blank {{${name}}}, which nothing fills.`,
          meant
            ? `Did you mean {{${meant}}}?`
            : `The English text has ${[...known].map((n) => `{{${n}}}`).join(" ") || "none"}.`,
        );
      }
}
