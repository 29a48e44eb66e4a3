/** Shows an author how a value is written that was written in another way than its field wants. */
import { codeMeant } from "../language/country-meant.ts";
import { dayMeant } from "./days.ts";
import { name as keyName } from "./schema-at.ts";

/** What a field takes. */
export interface Wanted {
  /** In words, as `schema-fields.ts` calls it: `a day such as 2009-12-18`. */
  title: string;
  /** Kinds of values, as zod calls them: `string`, `number`, `boolean`, `array`, `object`. */
  types: ReadonlySet<string>;
  /** Names of the fields, where it is a group of them. */
  fields: readonly string[];
  /** Whether the entries of a list are groups of fields. */
  listsGroups: boolean;
}

/** One sentence for the hint, with the field's own name; undefined where nothing better can be said than what is wanted. */
export function rightForm(field: string | undefined, input: unknown, wanted: Wanted): string | undefined {
  const { title, types } = wanted;
  const as = (value: string): string => `\`${field === undefined ? "" : `${field}: `}${value}\``;
  // `delete: no` is an amendment that does nothing.
  if (title === "yes") return `Write ${as("yes")}, or take the line out.`;
  if (types.has("number")) return numberForm(input, title, as);
  if (types.has("boolean")) return `Write ${as("true")} or ${as("false")}, without quotation marks.`;
  if (types.has("array")) return listForm(input, wanted, as);
  if (types.has("object"))
    return `Write its fields: ${as(
      `{ ${wanted.fields
        .slice(0, 4)
        .map((f) => `${f}: …`)
        .join(", ")} }`,
    )}.`;
  const text = typeof input === "string" ? input.trim() : "";
  if (title.startsWith("a day")) {
    const day = dayMeant(text);
    return day ? `Write ${as(day)}.` : `Write year, month and day in figures: ${as("2009-12-18")}.`;
  }
  if (title.startsWith("a country code such")) {
    const code = codeMeant(text);
    if (code !== undefined) return `Write ${as(code)}.`;
    if (/^[a-z]{2}$/i.test(text)) return `Write it in capitals: ${as(text.toUpperCase())}.`;
    return `Write the two capital letters of the country (ISO 3166-1), such as ${as("MX")}.`;
  }
  if (title.startsWith("a language"))
    return `Write the code of the language in small letters, such as ${as("fr")}.`;
  if (title === keyName) {
    const key = keyOf(text);
    return key === "" ? `Write ${title}.` : `Write ${as(key)}.`;
  }
  return undefined;
}

function numberForm(input: unknown, title: string, as: (value: string) => string): string {
  if (typeof input === "string") {
    const text = input.trim();
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return `Take the quotation marks away: ${as(text)}.`;
    const figures = /^\D*?(\d+(?:\.\d+)?)\D*$/.exec(text)?.[1];
    if (figures !== undefined) return `Write the figures alone: ${as(figures)}.`;
  }
  return `Write ${title}, in figures and without quotation marks.`;
}

function listForm(
  input: unknown,
  { fields, listsGroups }: Wanted,
  as: (value: string) => string,
): string | undefined {
  if (listsGroups)
    return "Write each one on lines of its own, the first of them beginning with a hyphen and a space.";
  if (typeof input !== "string")
    return fields.length > 0 ? undefined : `Write a list in brackets: ${as("[…, …]")}.`;
  const entries = input.split(/[,;\s]+/).filter((entry) => /^[\p{L}\d.-]+$/u.test(entry));
  return `Write a list in brackets: ${as(`[${entries.length > 0 ? entries.slice(0, 6).join(", ") : "…"}]`)}.`;
}

function keyOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}
