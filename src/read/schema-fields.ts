/** The kinds of fields that files of a work are made of: texts, ids, keys, days, codes; each with what an editor shows. */
import * as z from "zod/mini";
import { noSuchDay } from "./days.ts";

/** Tags in messages of checks, by which `explain.ts` knows what to say. */
export const tags = { id: "invalid-id", empty: "empty", day: "no-such-day" } as const;

export const described = <T extends z.core.$ZodType>(schema: T, title: string, description: string): T => {
  z.globalRegistry.add(schema, { title, description });
  return schema;
};

export const pattern = (regex: RegExp, title: string, description: string) =>
  described(z.string().check(z.regex(regex)), title, description);

export const text = (description: string) =>
  described(
    z.string().check(z.minLength(1, tags.empty)),
    "text",
    `${description} In the small writing: _opening words_, *cited title*, [^n1], [@op04].`,
  );

export const words = (description: string) =>
  described(z.string().check(z.minLength(1, tags.empty)), "text", description);

export const id = (description: string) =>
  described(
    z.string().check(z.regex(/^[a-z][a-z0-9.-]*$/, tags.id), z.maxLength(80)),
    "an id",
    `${description} Lower-case letters, digits, - and ., first a letter. It never changes once it is given.`,
  );

export const key = (description: string) =>
  pattern(/^[a-z0-9][a-z0-9-]*$/, "a key (lower-case letters, digits and hyphens)", description);

export const day = (description: string) =>
  described(
    z.string().check(
      z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/),
      z.refine((text) => noSuchDay(text) === undefined, tags.day),
    ),
    "a day such as 2009-12-18",
    description,
  );

export const country = () =>
  pattern(/^[A-Z]{2}$/, "a country code such as MX", "ISO 3166-1 alpha-2 code of the country.");

export const language = (description: string) =>
  pattern(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, "a language such as fr", description);

export const maybe = z.optional;
