/** The shape of `amendments/*.yaml`: the head of a list, and one amendment as a secretary types it. */
import * as z from "zod/mini";
import { day, described, id, key, language, maybe, pattern, tags, text, words } from "./schema-fields.ts";
import { submitters } from "./schema-submitters.ts";

const inLanguages = <T extends z.core.$ZodType>(schema: T) =>
  z.record(language("Language of the text."), schema);

const spot = (description: string) =>
  described(
    z.string().check(z.minLength(1, tags.empty)),
    "a paragraph such as PP1, OP3(a) or op03",
    `${description} PP1, OP3, OP3(a), title, or an id such as op03; as printed in the stage of the list.`,
  );

/** A text, in one or several languages. */
const texts = (what: string) =>
  described(
    z.union([text(what), inLanguages(text(what))]),
    "text, or texts by language",
    `${what} By language: { en: …, fr: … }; without one, in the language of the list.`,
  );

const change = described(
  z.strictObject({
    find: maybe(words("Words that stand in the text exactly once, without marks; `put` takes their place.")),
    put: maybe(
      described(z.string(), "text", "The new words, in the small writing; empty takes the words out."),
    ),
    delete: maybe(words("Words that are taken out.")),
    after: maybe(words("Words that stay; `put` comes after them.")),
    before: maybe(words("Words that stay; `put` comes before them.")),
    occurrence: maybe(
      described(
        z.int().check(z.minimum(1), z.maximum(999)),
        "a whole number",
        "Which one is meant, counted from 1, when the words stand there several times.",
      ),
    ),
  }),
  "a change such as { find: …, put: … }",
  "One change: { find: …, put: … }, { delete: … }, { after: …, put: … } or { before: …, put: … }.",
);
const changeList = z.array(change).check(z.minLength(1, tags.empty));
const changes = described(
  z.union([changeList, inLanguages(changeList)]),
  "a list of changes, or lists by language",
  "Changes of words by language: { en: [{ find: …, put: … }], fr: … }; without one, in the language of the list.",
);

/** A new paragraph as it is written. */
export type NewParagraphShape = string | { text: string; children?: NewParagraphShape[] | undefined };

const newParagraph: z.ZodMiniType<NewParagraphShape> = described(
  z.union([
    text("A new paragraph."),
    z.strictObject({
      text: text("The new paragraph, or what stands before its sub-paragraphs."),
      children: maybe(
        described(
          z.array(z.lazy(() => newParagraph)).check(z.minLength(1, tags.empty)),
          "a list of sub-paragraphs",
          "Its sub-paragraphs.",
        ),
      ),
    }),
  ]),
  "text, or { text, children }",
  "A new paragraph: its text, or { text: …, children: […] } with sub-paragraphs.",
);
z.globalRegistry.add(newParagraph, { ...z.globalRegistry.get(newParagraph), id: "NewParagraph" });

const manyOf = z.array(newParagraph).check(z.minLength(1, tags.empty));
const oneOrMany = z.union([text("The new paragraph."), manyOf]);
const newTexts = described(
  z.union([text("The new paragraph."), manyOf, inLanguages(oneOrMany)]),
  "text, a list of texts, or these by language",
  "The new paragraph, or a list of several, by language: { en: …, fr: … }; without one, in the language of the list.",
);

const newIds = maybe(
  described(
    z.array(id("Id of a new paragraph.")).check(z.minLength(1, tags.empty)),
    "a list of ids",
    "Ids of the new paragraphs, in their order. Left out: that of the amendment with .a, .b, …",
  ),
);

const whereTo = {
  after: maybe(spot("The paragraph it comes after, or the item of a list, by its id (op03.1).")),
  before: maybe(spot("The paragraph it comes before, or the item of a list, by its id (op03.1).")),
  at: maybe(
    described(
      z.string().check(z.minLength(1, tags.empty)),
      "a place such as start of preamble",
      "start of preamble, end of preamble, start of operative part, end of operative part, or start or end of a paragraph (end of OP3), as a sub-paragraph.",
    ),
  ),
};

const operations = {
  on: maybe(spot("The paragraph that is meant, or the title.")),
  amend: maybe(changes),
  replace: maybe(texts("The whole new text of the paragraph, or the new title.")),
  add: maybe(
    described(
      z.strictObject({ ...whereTo, text: newTexts, ids: newIds }),
      "fields",
      "New paragraphs: { after: PP1, text: … }; also before:, at: start of preamble.",
    ),
  ),
  delete: maybe(
    described(
      z.union([z.literal("yes"), z.literal(true)]),
      "yes",
      "`delete: yes` takes the paragraph out; with the id of an item of a list, a quotation or closing words (op03.1, op03.q1, op03.tail), only that.",
    ),
  ),
  move: maybe(described(z.strictObject(whereTo), "fields", "Where the paragraph goes: { after: OP3 }.")),
  merge: maybe(
    described(
      z.strictObject({
        with: described(
          z.array(spot("A paragraph that goes.")).check(z.minLength(1, tags.empty)),
          "a list of paragraphs",
          "The paragraphs that go into this one, such as [OP6].",
        ),
        text: texts("The text of both together."),
      }),
      "fields",
      "The paragraph and others become one: { with: [OP6], text: … }.",
    ),
  ),
  split: maybe(
    described(
      z.strictObject({ text: newTexts, ids: newIds }),
      "fields",
      "The paragraph keeps the first text, the others are new paragraphs after it.",
    ),
  ),
  retitle: maybe(texts("The new title.")),
};

const decision = described(
  z.strictObject({
    outcome: described(
      z.enum([
        "pending",
        "accepted",
        "accepted-as-amended",
        "rejected",
        "withdrawn",
        "falls",
        "not-considered",
      ]),
      "an outcome",
      "What became of it. Left out with the whole decision: pending.",
    ),
    body: maybe(key("Key of the deciding body in the locales, such as drafting-committee.")),
    date: maybe(day("Day of the decision.")),
    by: maybe(submitters("Who withdrew or moved it.")),
    result: maybe(
      described(
        z.strictObject(operations),
        "fields",
        "For accepted-as-amended without a sub-amendment: what was accepted, such as { replace: … }.",
      ),
    ),
    note: maybe(texts("A remark on the decision.")),
  }),
  "fields",
  "What became of the amendment; hemicycle amend writes it.",
);

const hash = () =>
  pattern(/^[0-9a-f]{16}$/, "a hash (16 hex digits)", "Hash of the texts of the amendment in its original.");

const madeFrom = described(
  z.union([
    hash(),
    z.strictObject({
      source: hash(),
      state: maybe(described(z.enum(["draft", "final"]), "draft or final", "How far all its texts are.")),
      final: maybe(
        described(
          z.array(z.string()),
          "a list of texts such as put1",
          "Texts that are final, while others are drafts.",
        ),
      ),
      checked: maybe(
        described(
          z.array(
            z.strictObject({
              texts: described(z.array(z.string()), "a list of texts such as put1", "Which texts."),
              by: words("Who looked."),
              date: day("When."),
            }),
          ),
          "a list of { texts, by, date }",
          "Who looked at texts after the original had changed, and found them still right.",
        ),
      ),
    }),
  ]),
  "a hash, or { source, state }",
  "Hash of what was translated, alone for a draft, or { source: …, state: final }.",
);

/** The head of `amendments/*.yaml`; the amendments are looked at one by one, so that a broken one leaves the others whole. */
export const listHeadSchema = z.strictObject({
  stage: id("The stage whose printed numbers and words the amendments speak of."),
  language: maybe(
    language("What texts without a language are written in. Left out: the language of the work."),
  ),
  symbol: maybe(
    words("Symbol of the printed list, such as C-I/122/DR-am. Left out: made from that of the stage."),
  ),
  date: maybe(day("Day of the printed list. Left out: the last day of receipt.")),
  received: maybe(day("Day of receipt of all amendments that have none of their own.")),
  languages: maybe(
    described(
      z.array(language("A language, such as fr.")).check(z.minLength(1, tags.empty)),
      "a list of languages",
      "Languages that every text is wanted in. Left out: those that occur in this list.",
    ),
  ),
  amendments: described(
    z.nullable(z.array(z.unknown())),
    "a list of amendments",
    "The amendments, in the order of their receipt.",
  ),
});

/** One amendment of a list. */
export const amendmentSchema = described(
  z.strictObject({
    id: id("Id of the amendment, such as am-001; never used again, even when it is withdrawn."),
    submitters: submitters("Who submits it: [CA, FR], { group: … }, { body: … }, { person: … }."),
    received: maybe(day("Day on which it was received.")),
    language: maybe(language("What its texts without a language are written in, if not the list's.")),
    only: maybe(
      described(
        z.array(language("A language, such as fr.")).check(z.minLength(1, tags.empty)),
        "a list of languages",
        "For a correction that concerns some language versions only: these, such as [fr].",
      ),
    ),
    to: maybe(id("For a sub-amendment: the id of the amendment whose text it speaks of.")),
    ...operations,
    notes: maybe(
      described(
        z.record(id("Id of the footnote, called in the text as [^…]."), texts("Text of the footnote.")),
        "fields",
        "Footnotes that its texts call and that the resolution does not have.",
      ),
    ),
    sources: maybe(
      described(
        z.record(language("Language of the translated texts."), madeFrom),
        "hashes by language",
        "Kept by hemicycle translate: from which texts the others were translated. Leave it as it is, or out.",
      ),
    ),
    reason: maybe(texts("Why it is proposed, in the submitter's words.")),
    decision: maybe(decision),
  }),
  "an amendment",
  "One amendment: who submits it, what it speaks of, and exactly one of amend, replace, add, delete, move, merge, split, retitle.",
);

/** The whole file, for editors. */
export const amendmentsSchema = described(
  z.extend(listHeadSchema, {
    amendments: described(
      z.nullable(z.array(amendmentSchema)),
      "a list of amendments",
      "The amendments, in the order of their receipt.",
    ),
  }),
  "a list of amendments",
  "Amendments to one stage of a work, with what became of them.",
);

export type ListHeadShape = z.infer<typeof listHeadSchema>;
export type AmendmentShape = z.infer<typeof amendmentSchema>;
export type OperationShape = Pick<AmendmentShape, keyof typeof operations>;
export type ChangeShape = z.infer<typeof change>;
export type MadeFromShape = z.infer<typeof madeFrom>;
export type TextsShape = z.infer<ReturnType<typeof texts>>;
export type ChangesShape = z.infer<typeof changes>;
export type NewTextsShape = z.infer<typeof newTexts>;
