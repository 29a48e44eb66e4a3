/** Values of options as people type them: lists, days, names of works; each refusal says how to write it. */
import { InvalidArgumentError } from "commander";
import { noSuchDay } from "../read/days.ts";

export function listOf(what: string): (value: string) => string[] {
  return (value) => {
    const items = value.split(",").map((item) => item.trim());
    if (items.some((item) => !/^[A-Za-z0-9-]+$/.test(item))) {
      throw new InvalidArgumentError(`Give each ${what} by its code, with commas and no spaces between.`);
    }
    return [...new Set(items)];
  };
}

export function formats(value: string): string[] {
  const items = listOf("format")(value);
  if (items.some((item) => item !== "pdf" && item !== "docx"))
    throw new InvalidArgumentError("Formats are pdf and docx.");
  return items;
}

/** A code that can be a folder in locales/. */
export function languageCode(value: string): string {
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(value)) return value;
  throw new InvalidArgumentError("Give the code of a language, such as fr or pt-BR.");
}

/** A name that can be a folder anywhere. */
export function plainWork(value: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,79}$/.test(value)) return value;
  throw new InvalidArgumentError(
    "Name a work with small letters, digits and hyphens, such as 122-organized-crime.",
  );
}

export function isoDay(value: string): string {
  const none = noSuchDay(value);
  if (none) throw new InvalidArgumentError(`There is no such day: ${none.why}.`);
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)) return value;
  throw new InvalidArgumentError("Write a day as YYYY-MM-DD, such as 2009-12-18.");
}

export function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Give the number alone, such as 122.");
}

export function every(value: string): number {
  if (/^([1-9]\d?|100)$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Say every how many lines a number stands, from 1 to 100.");
}

export function cityAndCountry(value: string): { city: string; country: string } {
  const match = /^([a-z][a-z-]*),([A-Z]{2})$/.exec(value);
  if (match) return { city: match[1] ?? "", country: match[2] ?? "" };
  throw new InvalidArgumentError(
    "Write the city in small letters, a comma and the country's two capital letters, such as bangkok,TH.",
  );
}
