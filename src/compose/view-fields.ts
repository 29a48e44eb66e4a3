/** Every field that a template can use, with its kind and meaning: type, static check and manual come from this one table. */

/** text: plain words, escaped on printing; inline: words with marks, printed with the helper `inline`. */
export type Field =
  | { kind: "text" | "inline" | "flag" | "number"; about: string }
  | { kind: "group" | "list"; about: string; fields: Fields };

export interface Fields {
  readonly [name: string]: Field;
}

/** Markup of running text, made by us and escaped; only `{{inline …}}` prints it. */
export type InlineMarkup = string & { readonly markup: true };

/** The data type that a table of fields describes. Nothing is ever missing: what there is none of is `""`, false or empty. */
export type ViewOf<F extends Fields> = { [K in keyof F]: ValueOf<F[K]> };

type ValueOf<F extends Field> = F extends { kind: "inline" }
  ? InlineMarkup
  : F extends { kind: "text" }
    ? string
    : F extends { kind: "flag" }
      ? boolean
      : F extends { kind: "number" }
        ? number
        : F extends { kind: "list"; fields: infer G extends Fields }
          ? ViewOf<G>[]
          : F extends { kind: "group"; fields: infer G extends Fields }
            ? ViewOf<G>
            : never;

const text = (about: string) => ({ kind: "text", about }) as const;
const inline = (about: string) => ({ kind: "inline", about }) as const;
const flag = (about: string) => ({ kind: "flag", about }) as const;
const number = (about: string) => ({ kind: "number", about }) as const;
const group = <F extends Fields>(about: string, fields: F) => ({ kind: "group", about, fields }) as const;
const list = <F extends Fields>(about: string, fields: F) => ({ kind: "list", about, fields }) as const;

const line = { text: inline("the line") };

/** One printed block of a part: numbered, unnumbered or a heading; `kind` says which. */
export const blockFields = {
  kind: text("`item` (numbered or bulleted), `para` or `heading`"),
  id: text("name of the paragraph or text, as in the source"),
  style: text("style of the house"),
  text: inline("the words"),
  ending: inline("closing punctuation by place and language"),
  list: text("items: `preambular`, `operative` or `bullet`"),
  depth: number("items: 1 is the outermost"),
  label: text("items: the printed number"),
  number: number("items: the counter behind the label"),
  suffix: number("items: 1 for bis, 2 for ter; else 0"),
  restart: flag("items: counting starts anew"),
  bookmark: text("items and unnumbered paragraphs: entry in the outline; empty for none"),
  part: text("first block of the preamble and of the operative part: its name in the outline; else empty"),
  level: number("headings: 2 or 3"),
  changed: flag("redlines: something in it changed"),
  keep: flag("lists of amendments: its last lines stay with the submitters below"),
  mark: text("redlines: `ins`, `del`, `move-from`, `move-to` for a whole paragraph; else empty"),
  markBy: text("redlines: whose change that is"),
  markDate: text("redlines: the day of that change"),
} as const;

/** What every paper begins with, and what stands on its later pages. */
export const headFields = {
  kind: text("`resolution` or `declaration`"),
  stage: text("kind of the stage, such as `preliminary-draft`"),
  lang: text("language of the document"),
  dir: text("`ltr` or `rtl`"),
  organization: inline("name of the organization, as in the masthead"),
  session: group("the session, in the forms of different years", {
    number: text("122"),
    assembly: inline("122nd Assembly"),
    related: inline("122nd Assembly and related meetings"),
    ipu: inline("132nd IPU Assembly"),
    ipuCapitals: inline("130th IPU ASSEMBLY"),
    relatedCapitals: inline("AND RELATED MEETINGS; empty for other bodies"),
    ipuRelatedCapitals: inline("135th IPU ASSEMBLY AND RELATED MEETINGS"),
  }),
  place: group("where and when, in the forms of different years", {
    full: inline("Bangkok (Thailand), 27th March - 1st April 2010"),
    city: inline("Geneva, 16 – 20.3.2014"),
    brackets: inline("Manama (11–15 March 2023)"),
    cityCountry: inline("Kigali, Rwanda"),
    dates: inline("11-15 October 2022"),
  }),
  committee: list("lines of the committee; of the body and the item for plenary papers", line),
  symbol: text("symbol of the document; empty when it has none"),
  date: inline("day of issue"),
  title: inline("title of the resolution, in capitals where the period wants them"),
  notice: inline("what this translation is, or what the author says of the original; else empty"),
  notes: list("footnotes in the order of their calls", {
    id: text("name that the call uses"),
    label: text("printed number, or `*`"),
    text: inline("the words"),
  }),
  runningHead: group("head of the pages after the first", {
    page: inline("- 2 -"),
    symbol: text("symbol of the document"),
    place: inline("Geneva, 17 - 19.10.2005, in the years that print it there; else empty"),
  }),
} as const;

/** The view of a resolution or declaration, clean or as a redline. */
export const viewFields = {
  ...headFields,
  adopted: flag("the text has been adopted"),
  stageLine: inline("what the paper is and by whom; empty on adopted texts"),
  submitters: list("lines of names under the stage line", line),
  adoption: group("adopted texts; empty on others", {
    line: inline("Resolution adopted by consensus* by the 122nd IPU Assembly"),
    place: inline("(Bangkok, 1 April 2010)"),
  }),
  comparison: group("redlines: what is compared and how it is shown; empty on clean texts", {
    heading: inline("Changes between two texts"),
    before: inline("the text that the changes start from"),
    after: inline("the text that they lead to, or what is proposed"),
    legend: list("how changes are shown", line),
    titleChanged: flag("the title changed"),
    enactingChanged: flag("the enacting line changed"),
    changes: list("whose the changes are, in the order of the text", {
      paragraph: inline("OP3; OP4 (old); with the first words where the preamble has no numbers"),
      what: inline("new"),
      by: list("whose it is, one a line", { name: text("submitters of one amendment, in running form") }),
    }),
  }),
  enacting: inline("enacting line; empty for declarations"),
  preambular: list("blocks of the preamble", blockFields),
  operative: list("blocks of the operative part, or of a declaration", blockFields),
  annexes: list("annexes", {
    id: text("name of the annex"),
    heading: inline("Annex I"),
    title: inline("its title"),
    titleChanged: flag("redlines: its title changed"),
    blocks: list("its blocks", blockFields),
  }),
} as const;

/** One amendment as it is printed. */
export const amendmentFields = {
  id: text("id of the amendment"),
  sub: inline("Sub-amendment to the amendment submitted by Cuba; else empty"),
  synthesis: inline("Synthesis amendment proposed by …; else empty"),
  instruction: inline("Amend to read as follows:; empty where it cannot be told"),
  blocks: list("the text: new words marked, old words struck; new paragraphs as they are", blockFields),
  broken: inline("why it cannot be put into the text; else empty"),
  proposed: list("of one that cannot be put into the text: what it says, as it came in", line),
  submitter: inline("(Islamic Republic of Iran)"),
} as const;

/** The view of a list of amendments. */
export const amendmentsFields = {
  ...headFields,
  head: inline("Amendments to the … submitted within the statutory deadline by the delegations of …"),
  sections: list("title, preamble, operative part and annexes, as far as something is to be said on them", {
    name: inline("PREAMBLE; empty for the title"),
    places: list("places in the order of the text", {
      head: inline("Preambular paragraph 1"),
      amendments: list("amendments to this place in the order of consideration", amendmentFields),
    }),
  }),
} as const;

/** The view of an annotated list. */
export const decisionsFields = {
  ...headFields,
  head: inline("Annotated list of amendments"),
  introduction: list("what the list holds, and how it is to be read", line),
  legend: list("PP: Preambular Paragraph", line),
  columns: group("heads of the columns", {
    number: inline("Paragraph number in the Revised draft resolution"),
    amendment: inline("Amendment"),
    decision: inline("Decision"),
  }),
  rows: list("one row an amendment", {
    number: inline("number in the next text: `PP1`, `TITLE`"),
    head: inline("number in the text that it speaks of: Preambular paragraph 1; empty for sub-amendments"),
    amendment: group("the amendment", amendmentFields),
    decision: inline("Withdrawn by Switzerland"),
    resultHead: inline("Text as accepted:, above the next; else empty"),
    result: list("what was accepted of it, where that is recorded", blockFields),
    note: inline("a remark of the record; else empty"),
  }),
} as const;

/** The view of a table of old and new numbers. */
export const renumberingFields = {
  ...headFields,
  head: inline("Old and new paragraph numbers"),
  before: inline("the text with the old numbers"),
  after: inline("the text with the new ones"),
  counted: inline("how preambular paragraphs without numbers are counted; empty where all have some"),
  columns: group("heads of the columns", {
    before: inline("Old number"),
    after: inline("New number"),
    fate: inline("What became of it"),
    words: inline("How it begins"),
  }),
  parts: list("preamble, operative part, annexes", {
    name: inline("Preamble"),
    rows: list("paragraphs in the order of the new text", {
      before: inline("old number; empty for a new one"),
      after: inline("new number; empty for one that is gone"),
      fate: inline("moved, with changed words"),
      words: inline("its first words"),
    }),
  }),
} as const;

/** Which view each template of a kind of document sees. */
export const entries = {
  resolution: viewFields,
  declaration: viewFields,
  amendments: amendmentsFields,
  decisions: decisionsFields,
  renumbering: renumberingFields,
} as const satisfies Record<string, Fields>;

export type HeadView = ViewOf<typeof headFields>;
export type View = ViewOf<typeof viewFields>;
export type BlockView = ViewOf<typeof blockFields>;
export type AmendmentView = ViewOf<typeof amendmentFields>;
export type AmendmentsView = ViewOf<typeof amendmentsFields>;
export type DecisionsView = ViewOf<typeof decisionsFields>;
export type RenumberingView = ViewOf<typeof renumberingFields>;
