/** The shape of `resolution.yaml` and `translations/<lng>.yaml`, as people write them; also published as JSON Schema. */
import * as z from "zod/mini";
import { amendmentsSchema } from "./schema-amendments.ts";
import { day, described, id, language, maybe, pattern, tags, text, words } from "./schema-fields.ts";
import { instrument, type party, stage } from "./schema-instrument.ts";

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
    notice: maybe(words("A line under the title of every document, such as: draft for a seminar.")),
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
    enacting: maybe(
      text(
        "The line before the first paragraph, without its comma, where it is not the usual one of the body; translations have their own.",
      ),
    ),
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
            state: maybe(
              described(z.enum(["draft", "final"]), "draft or final", "How far it is. Left out: draft."),
            ),
            checked: maybe(
              described(
                z.strictObject({ by: words("Who looked."), date: day("When.") }),
                "fields",
                "Who looked at it after its source had changed, and found it still right.",
              ),
            ),
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

const hash = (description: string) =>
  pattern(/^[0-9a-f]{16}$/, "the hash of a text (16 hex digits)", description);

/** `history.yaml`. */
export const historySchema = described(
  z.strictObject({
    sources: maybe(
      described(
        z.nullable(z.record(hash("Hash of the text."), text("A text of the original."))),
        "fields",
        "Texts of the original, as translations were made from them, by hash.",
      ),
    ),
    amendments: maybe(
      described(
        z.nullable(
          z.record(
            hash("Hash of all texts of an amendment."),
            z.record(
              pattern(/^[a-z][a-z0-9.-]*$/, "a text such as put1", "Which text of the amendment."),
              z.nullable(text("The text; empty where it is not on record.")),
            ),
          ),
        ),
        "fields",
        "Texts of amendments, as translations were made from them, by the hash of all texts of one amendment.",
      ),
    ),
    typos: maybe(
      described(
        z.nullable(
          z.array(
            z.strictObject({
              text: pattern(/^[a-z][a-z0-9.-]*(?::[a-z][a-z0-9.-]*)?$/, "an id", "Id of the text."),
              from: hash("Hash before the correction."),
              to: hash("Hash after it."),
              by: words("Who says that it changes nothing for translators."),
              date: day("When."),
            }),
          ),
        ),
        "a list of corrections",
        "Corrections of typos, which leave translations as good as they were.",
      ),
    ),
  }),
  "a history",
  "What is remembered of the earlier texts of a work.",
);

export type ResolutionShape = z.infer<typeof resolutionSchema>;
export type TranslationShape = z.infer<typeof translationSchema>;
export type ItemShape = z.infer<typeof item>;
export type BlockShape = z.infer<typeof block>;
export type PartyShape = z.infer<typeof party>;
export type StageShape = z.infer<typeof stage>;

/** Names of the files in `schema/`. */
export type SchemaFile = `${"resolution" | "translation" | "amendments" | "history"}.schema.json`;

/** JSON Schemas for editors, by file name in `schema/`. */
export function jsonSchemas(): Record<SchemaFile, unknown> {
  const made = (schema: z.core.$ZodType): unknown =>
    z.toJSONSchema(schema, { target: "draft-7", reused: "inline" });
  return {
    "resolution.schema.json": made(resolutionSchema),
    "translation.schema.json": made(translationSchema),
    "amendments.schema.json": made(amendmentsSchema),
    "history.schema.json": made(historySchema),
  };
}
