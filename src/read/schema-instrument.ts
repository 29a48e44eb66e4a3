/** The shape of what stands around the text of a work: instrument, submitters, stages, adoption. */
import * as z from "zod/mini";
import { country, day, described, id, key, language, maybe, tags, text, words } from "./schema-fields.ts";

const place = described(
  z.strictObject({ city: key("Key of the city in the locales."), country: country() }),
  "fields",
  "Where it is held: { city: bangkok, country: TH }.",
);

export const person = described(
  z.strictObject({
    id: id("Names the person in translations, where the name is written in other letters."),
    honorific: maybe(key("Key in the locales: mr, ms, lord, baroness, senator, none.")),
    given: maybe(described(z.string(), "text", "Given names; left out for peers such as Lord Judd.")),
    family: words("Family name."),
    country: country(),
  }),
  "fields",
  "A person, with the country that the person represents.",
);

const rapporteur = described(
  z.enum(["co-rapporteur", "rapporteur"]),
  "a role",
  "Where a rapporteur submits as such: co-rapporteur or rapporteur.",
);

export const party = described(
  z.union([
    z.strictObject({ person, role: maybe(rapporteur) }),
    z.strictObject({ country: country(), role: maybe(rapporteur) }),
    z.strictObject({ group: words("Name of a group of delegations.") }),
    z.strictObject({ body: key("Key of a body in the locales.") }),
  ]),
  "a person, country, group or body",
  "Who submits or reserves: { person: … }, { country: FR }, { group: Arab Group } or { body: … }.",
);

const session = described(
  z.strictObject({
    number: described(
      z.int().check(z.minimum(1), z.maximum(9999)),
      "a whole number",
      "122 for the 122nd Assembly.",
    ),
    place,
    from: day("First day of the session."),
    to: day("Last day of the session."),
  }),
  "fields",
  "The session that deals with the text.",
);

const submitters = described(
  z.strictObject({
    role: described(
      z.enum(["co-rapporteur", "rapporteur", "committee", "delegation"]),
      "a role",
      "In which function the text is submitted.",
    ),
    parties: maybe(
      described(z.array(party), "a list", "Persons, countries, groups or bodies, in the order of printing."),
    ),
  }),
  "fields",
  "Who submits the text.",
);

export const instrument = z.strictObject({
  kind: maybe(
    described(
      z.enum(["resolution", "declaration"]),
      "resolution or declaration",
      "A declaration has free paragraphs and no enacting line. Left out: resolution.",
    ),
  ),
  body: key("Key of the enacting body in the locales: assembly, governing-council, conference."),
  session,
  committee: maybe(key("Key of the committee in the locales; left out for plenary papers.")),
  item: maybe(words("Agenda item of plenary papers, such as 2 or 4(c).")),
  submitters,
  languages: maybe(
    described(
      z.array(language("A language, such as fr.")),
      "a list of languages",
      "Languages that documents are wanted in, the original first.",
    ),
  ),
  house: maybe(key("House style: a folder of templates/houses. Left out: ipu.")),
  period: maybe(key("Heading period of the house, if not the one of the session's date.")),
});

const reason = text("The reason, if one is printed.");

const reservation = z.strictObject({
  party: maybe(party),
  parties: maybe(
    described(
      z.array(party).check(z.minLength(1, tags.empty)),
      "a list of those who reserve",
      "Those who reserve together, in place of `party`.",
    ),
  ),
  scope: described(
    z.union([z.literal("whole"), z.array(words("A paragraph.")).check(z.minLength(1, tags.empty))]),
    "whole, or a list of paragraphs",
    "`whole`, or what it is on: `title`, ids of paragraphs, or their numbers in the adopted text (PP2, OP15, OP3(a)).",
  ),
  wording: maybe(
    described(z.boolean(), "true or false", "Whether only the wording is meant, not what it says."),
  ),
  text: maybe(
    described(
      z.union([reason, z.record(language("Language of the text."), reason)]),
      "text, or texts by language",
      "The reason, if one is printed: { en: …, fr: … }.",
    ),
  ),
});

export const stage = z.strictObject({
  id: id("Name of the stage on the command line, such as dr-pre."),
  kind: described(
    z.enum([
      "preliminary-draft",
      "revised-draft",
      "draft",
      "revised-draft-resolution",
      "committee-draft",
      "adopted",
    ]),
    "a kind of stage",
    "Decides the line under the title, and whether preambular paragraphs carry numbers.",
  ),
  symbol: maybe(words("Symbol of the document, printed as it stands here and never translated.")),
  date: day("Date of issue."),
  preambularNumbers: maybe(
    described(
      z.boolean(),
      "true or false",
      "Whether preambular paragraphs carry numbers, if not as the house says.",
    ),
  ),
  watermark: maybe(
    described(
      z.boolean(),
      "true or false",
      "Whether the word for a draft stands across every page, if not as the house says.",
    ),
  ),
  lineNumbers: maybe(
    described(
      z.boolean(),
      "true or false",
      "Whether lines are numbered in the margin (PDF), if not as the house says.",
    ),
  ),
  applies: maybe(
    described(
      z.union([z.literal("accepted"), z.array(id("An amendment."))]),
      "accepted, or a list of ids",
      "Amendments to the stage before that this stage takes in; `accepted` for all that were accepted.",
    ),
  ),
  carriesOver: maybe(
    described(
      z.boolean(),
      "true or false",
      "Whether the amendments to the stage before stay open with this stage.",
    ),
  ),
  final: maybe(
    described(
      z.boolean(),
      "true or false",
      "Whether no language may go out with texts that are missing or stale; adopted texts always are final.",
    ),
  ),
  session: maybe(session),
  submitters: maybe(submitters),
  adoption: maybe(
    described(
      z.strictObject({
        mode: described(
          z.enum(["consensus", "unanimity", "without-vote", "vote"]),
          "a mode of adoption",
          "How it was adopted.",
        ),
        date: day("Day of adoption."),
        place,
        reservations: maybe(
          described(
            z.array(reservation),
            "a list",
            "Reservations, printed in the note of the adoption line.",
          ),
        ),
      }),
      "fields",
      "How, when and where the text was adopted.",
    ),
  ),
});
