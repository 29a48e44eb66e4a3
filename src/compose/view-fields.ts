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
  ending: text("closing punctuation by place and language"),
  list: text("items: `preambular`, `operative` or `bullet`"),
  depth: number("items: 1 is the outermost"),
  label: text("items: the printed number"),
  number: number("items: the counter behind the label"),
  suffix: number("items: 1 for bis, 2 for ter; else 0"),
  restart: flag("items: counting starts anew"),
  bookmark: text("items and unnumbered paragraphs: entry in the outline; empty for none"),
  part: text("first block of the preamble and of the operative part: its name in the outline; else empty"),
  level: number("headings: 2 or 3"),
} as const;

/** The view of a resolution or declaration. */
export const viewFields = {
  kind: text("`resolution` or `declaration`"),
  stage: text("kind of the stage, such as `preliminary-draft`"),
  adopted: flag("the text has been adopted"),
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
  title: inline("title, in capitals where the period wants them"),
  stageLine: inline("what the paper is and by whom; empty on adopted texts"),
  submitters: list("lines of names under the stage line", line),
  adoption: group("adopted texts; empty on others", {
    line: inline("Resolution adopted by consensus* by the 122nd IPU Assembly"),
    place: inline("(Bangkok, 1 April 2010)"),
  }),
  notice: inline("what this translation is; empty for the original"),
  enacting: inline("enacting line; empty for declarations"),
  preambular: list("blocks of the preamble", blockFields),
  operative: list("blocks of the operative part, or of a declaration", blockFields),
  annexes: list("annexes", {
    id: text("name of the annex"),
    heading: inline("Annex I"),
    title: inline("its title"),
    blocks: list("its blocks", blockFields),
  }),
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

export type View = ViewOf<typeof viewFields>;
export type BlockView = ViewOf<typeof blockFields>;
