/** The shape of those who submit an amendment, or withdraw or move it. */
import * as z from "zod/mini";
import { country, described, id, key, maybe, tags, words } from "./schema-fields.ts";
import { person } from "./schema-instrument.ts";

const role = maybe(
  described(
    z.enum(["co-rapporteur", "rapporteur"]),
    "co-rapporteur or rapporteur",
    "For a synthesis amendment: the function in which it is submitted.",
  ),
);

const submitter = described(
  z.union([
    described(
      z.string().check(z.minLength(1, tags.empty)),
      "a country code such as MX",
      "ISO 3166-1 alpha-2 code of a delegation, such as MX.",
    ),
    z.strictObject({ country: country(), role }),
    z.strictObject({ group: words("Name of a group of delegations, such as Arab Group.") }),
    z.strictObject({ body: key("Key of a body in the locales, such as women.") }),
    z.strictObject({
      person: described(
        z.union([id("Id of a person who submits the work itself."), person]),
        "an id or the fields of a person",
        "A person: { id: …, honorific: senator, given: …, family: …, country: AR }, or the id of a submitter of the work.",
      ),
      role,
    }),
  ]),
  "a country code, country, person, group or body",
  "A delegation by its code (MX), { country: BE, role: co-rapporteur }, { person: … }, { group: Arab Group } or { body: women }.",
);

export const submitters = (description: string) =>
  described(
    z.union([submitter, z.array(submitter).check(z.minLength(1, tags.empty))]),
    "a list of country codes, persons, groups or bodies",
    description,
  );

export type SubmitterShape = z.infer<typeof submitter>;
