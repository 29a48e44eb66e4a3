/** The shape of `resolution.yaml` and `translations/<lng>.yaml`, as people write them; also published as JSON Schema. */
import * as z from "zod/mini";

/** Tags in messages of checks, by which `explain.ts` knows what to say. */
export const tags = { id: "invalid-id", empty: "empty" } as const;

const described = <T extends z.core.$ZodType>(schema: T, title: string, description: string): T => {
  z.globalRegistry.add(schema, { title, description });
  return schema;
};

const pattern = (regex: RegExp, title: string, description: string) =>
  described(z.string().check(z.regex(regex)), title, description);

const text = (description: string) =>
  described(
    z.string().check(z.minLength(1, tags.empty)),
    "text",
    `${description} In the small writing: _opening words_, *cited title*, [^n1], [@op04].`,
  );

const words = (description: string) =>
  described(z.string().check(z.minLength(1, tags.empty)), "text", description);

const id = (description: string) =>
  described(
    z.string().check(z.regex(/^[a-z][a-z0-9.-]*$/, tags.id), z.maxLength(80)),
    "an id",
    `${description} Lower-case letters, digits, - and ., first a letter. It never changes once it is given.`,
  );

const key = (description: string) =>
  pattern(/^[a-z0-9][a-z0-9-]*$/, "a key (lower-case letters, digits and hyphens)", description);

const day = (description: string) =>
  pattern(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a day such as 2009-12-18", description);

const country = () =>
  pattern(/^[A-Z]{2}$/, "a country code such as MX", "ISO 3166-1 alpha-2 code of the country.");

const language = (description: string) =>
  pattern(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, "a language such as fr", description);

const maybe = z.optional;

const place = described(
  z.strictObject({ city: key("Key of the city in the locales."), country: country() }),
  "fields",
  "Where it is held: { city: bangkok, country: TH }.",
);

const person = described(
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

const party = described(
  z.union([
    z.strictObject({ person }),
    z.strictObject({ country: country() }),
    z.strictObject({ group: words("Name of a group of delegations.") }),
    z.strictObject({ body: key("Key of a body in the locales.") }),
  ]),
  "a person, country, group or body",
  "Who submits or reserves: { person: … }, { country: FR }, { group: Arab Group } or { body: … }.",
);

const instrument = z.strictObject({
  kind: maybe(
    described(
      z.enum(["resolution", "declaration"]),
      "resolution or declaration",
      "A declaration has free paragraphs and no enacting line. Left out: resolution.",
    ),
  ),
  body: key("Key of the enacting body in the locales: assembly, governing-council, conference."),
  session: described(
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
  ),
  committee: maybe(key("Key of the committee in the locales; left out for plenary papers.")),
  item: maybe(words("Agenda item of plenary papers, such as 2 or 4(c).")),
  submitters: described(
    z.strictObject({
      role: described(
        z.enum(["co-rapporteur", "rapporteur", "committee", "delegation"]),
        "a role",
        "In which function the text is submitted.",
      ),
      parties: maybe(
        described(
          z.array(party),
          "a list",
          "Persons, countries, groups or bodies, in the order of printing.",
        ),
      ),
    }),
    "fields",
    "Who submits the text.",
  ),
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

const reservation = z.strictObject({
  party,
  scope: described(
    z.union([z.literal("whole"), z.array(id("A paragraph."))]),
    "whole, or a list of ids",
    "`whole`, or the ids of the paragraphs concerned.",
  ),
  text: maybe(text("The reason, if one is printed.")),
});

const stage = z.strictObject({
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
  applies: maybe(
    described(z.array(id("An amendment.")), "a list of ids", "Amendments that this stage takes in."),
  ),
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

const segment = (what: string) =>
  described(
    z.union([
      text(`The ${what}.`),
      z.strictObject({ id: maybe(id(`Id of the ${what}.`)), text: text(`The ${what}.`) }),
    ]),
    "text",
    `The ${what}: the text, or { id: …, text: … }.`,
  );

const block = described(
  z.union([
    z.strictObject({
      id: maybe(id("Id of the text; the first one has the paragraph's id.")),
      text: text("A text."),
    }),
    z.strictObject({
      list: described(
        z.array(segment("item")).check(z.minLength(1, tags.empty)),
        "a list of items",
        "A bulleted list.",
      ),
    }),
    z.strictObject({ quote: segment("quotation") }),
  ]),
  "a text, list or quote",
  "A text, a bulleted list, or a quotation set off from the text.",
);

/** A paragraph as it is written. */
export interface ParagraphShape {
  id: string;
  text?: string | undefined;
  blocks?: z.infer<typeof block>[] | undefined;
  children?: ParagraphShape[] | undefined;
  tail?: string | { id?: string | undefined; text: string } | undefined;
  ending?: string | undefined;
}

const paragraph: z.ZodMiniType<ParagraphShape> = described(
  z.strictObject({
    id: id("Id of the paragraph."),
    text: maybe(text("The paragraph, without closing punctuation.")),
    blocks: maybe(
      described(z.array(block), "a list of blocks", "Texts, bulleted lists and quotations, in order."),
    ),
    children: maybe(
      described(
        z.array(z.lazy(() => paragraph)),
        "a list of paragraphs",
        "Sub-paragraphs: (a), (i), … by depth.",
      ),
    ),
    tail: maybe(segment("text after the sub-paragraphs")),
    ending: maybe(
      described(
        z.string(),
        "text",
        'Closing punctuation, if not the one that place and language give; "" for none.',
      ),
    ),
  }),
  "a paragraph",
  "A numbered paragraph; `children` are its sub-paragraphs, `tail` the text after them.",
);
z.globalRegistry.add(paragraph, { ...z.globalRegistry.get(paragraph), id: "Paragraph" });

const heading = z.strictObject({
  heading: described(
    z.strictObject({
      id: id("Id of the heading."),
      level: maybe(
        described(z.union([z.literal(1), z.literal(2)]), "1 or 2", "1 is the higher. Left out: 1."),
      ),
      text: text("The heading."),
    }),
    "fields",
    "A heading between paragraphs; numbers go on after it.",
  ),
});

const prose = z.strictObject({
  prose: described(
    z.strictObject({
      id: id("Id of the paragraph."),
      text: text("The paragraph."),
    }),
    "fields",
    "A paragraph without a number.",
  ),
});

const item = described(
  z.union([paragraph, heading, prose]),
  "a paragraph, heading or prose",
  "A numbered paragraph, a heading, or (prose) a paragraph without a number.",
);

/** `resolution.yaml`. */
export const resolutionSchema = described(
  z.strictObject({
    language: language("Language that the work is written in."),
    instrument: described(
      instrument,
      "fields",
      "Which body deals with the text, when and where, and who submits it.",
    ),
    stages: described(
      z.array(stage).check(z.minLength(1, tags.empty)),
      "a list of stages",
      "Every version of the text, the earliest first.",
    ),
    title: text("Title, in sentence case; capitals are made where the house wants them."),
    preambular: maybe(described(z.array(item), "a list of paragraphs", "The preambular paragraphs.")),
    operative: maybe(described(z.array(item), "a list of paragraphs", "The operative paragraphs.")),
    annexes: maybe(
      described(
        z.array(
          z.strictObject({
            id: id("Id of the annex."),
            title: text("Title of the annex."),
            items: maybe(
              described(z.array(item), "a list of paragraphs", "Paragraphs of the annex, counted from 1."),
            ),
          }),
        ),
        "a list of annexes",
        "Annexes, in the order of printing.",
      ),
    ),
    notes: maybe(
      described(
        z.record(id("Id of the note, called in the text as [^n1]."), text("Text of the footnote.")),
        "fields",
        "Footnotes by id; their numbers follow the order of the calls.",
      ),
    ),
  }),
  "a resolution",
  "One resolution or declaration: who, when, its stages and its text.",
);

/** `translations/<lng>.yaml`. */
export const translationSchema = described(
  z.strictObject({
    language: language("Language of this file; the same as its name."),
    notice: maybe(
      described(z.nullable(z.string()), "text", "What this translation is, such as: unofficial translation."),
    ),
    persons: maybe(
      described(
        z.nullable(z.record(id("Id of a person."), words("The name in the letters of this language."))),
        "fields",
        "Names of persons by id, where the letters differ.",
      ),
    ),
    texts: described(
      z.nullable(
        z.record(
          id("Id of the text that is translated."),
          z.strictObject({
            source: maybe(
              described(
                z.nullable(z.string()),
                "text",
                "Hash of the text that was translated (16 hex digits), by which a later change is noticed.",
              ),
            ),
            text: described(
              z.nullable(z.string()),
              "text",
              "The translation, in the small writing, without closing punctuation; empty while there is none.",
            ),
            state: maybe(described(z.enum(["draft", "final"]), "draft or final", "How far it is.")),
          }),
        ),
      ),
      "fields",
      "Translations by the id of the text.",
    ),
  }),
  "a translation",
  "The texts of a work in one language.",
);

export type ResolutionShape = z.infer<typeof resolutionSchema>;
export type TranslationShape = z.infer<typeof translationSchema>;
export type ItemShape = z.infer<typeof item>;
export type BlockShape = z.infer<typeof block>;
export type PartyShape = z.infer<typeof party>;
export type StageShape = z.infer<typeof stage>;

/** JSON Schemas for editors, by file name in `schema/`. */
export function jsonSchemas(): Record<"resolution.schema.json" | "translation.schema.json", unknown> {
  const made = (schema: z.core.$ZodType): unknown =>
    z.toJSONSchema(schema, { target: "draft-7", reused: "inline" });
  return {
    "resolution.schema.json": made(resolutionSchema),
    "translation.schema.json": made(translationSchema),
  };
}
