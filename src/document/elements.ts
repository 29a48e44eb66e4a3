/** The one table of the markup: every element, where it may stand, its attributes, and what they mean in plain words. */

/** What an attribute's value must look like; `style` names a style of the house. */
export type ValueKind =
  | "text"
  | "style"
  | "id"
  | "flag"
  | "count"
  | "number"
  | "numbers"
  | "date"
  | readonly string[];

export interface AttributeRule {
  value: ValueKind;
  needed?: boolean;
  about: string;
}

/** What may stand inside: other elements by name, and text only where `text` is set. */
export interface ElementRule {
  about: string;
  attributes: Record<string, AttributeRule>;
  children: readonly string[];
  text: boolean;
}

const direction = ["ltr", "rtl"] as const;
const inlineElements = [
  "em",
  "strong",
  "sup",
  "ins",
  "del",
  "call",
  "ref",
  "link",
  "isolate",
  "page",
  "pages",
  "br",
  "tab",
];
const blockElements = ["heading", "para", "item", "table", "columns", "rule", "page-break"];

const common: Record<string, AttributeRule> = {
  style: { value: "style", needed: true, about: "a style of the house" },
  id: { value: "id", about: "anchor for references and bookmarks" },
  lang: { value: "text", about: "language, where it differs from the document's" },
  dir: { value: direction, about: "direction, where it differs from the document's" },
  changed: { value: "flag", about: "a bar in the margin marks a change" },
  "keep-with-next": { value: "flag", about: "its last lines go with what follows, whatever its style says" },
  mark: { value: ["ins", "del", "move-from", "move-to"], about: "what happened to the paragraph as a whole" },
  "mark-by": { value: "text", about: "who changed it" },
  "mark-date": { value: "date", about: "when it was changed" },
  part: { value: "text", about: "a part begins here: its name in the outline, not printed" },
};
const bookmark: AttributeRule = { value: "text", about: "entry in the outline; empty for none" };
const by: Record<string, AttributeRule> = {
  by: { value: "text", needed: true, about: "whose change it is" },
  date: { value: "date", needed: true, about: "the day of the change" },
};

function inline(about: string, attributes: Record<string, AttributeRule> = {}): ElementRule {
  return { about, attributes, children: inlineElements, text: true };
}
function blocks(about: string, attributes: Record<string, AttributeRule> = {}): ElementRule {
  return { about, attributes, children: blockElements, text: false };
}
function empty(about: string, attributes: Record<string, AttributeRule> = {}): ElementRule {
  return { about, attributes, children: [], text: false };
}

/** Every element of the markup by name, outermost first. */
export const elements: Readonly<Record<string, ElementRule>> = {
  document: {
    about: "the whole document",
    attributes: {
      lang: { value: "text", needed: true, about: "language of the document, BCP 47" },
      dir: { value: direction, needed: true, about: "direction of the document" },
    },
    children: ["header", "footer", "note", ...blockElements],
    text: false,
  },
  header: blocks("what stands at the head of pages", {
    on: { value: ["first", "rest"], needed: true, about: "page 1, or the pages after it" },
  }),
  footer: blocks("what stands at the foot of pages", {
    on: { value: ["first", "rest"], needed: true, about: "page 1, or the pages after it" },
  }),
  note: {
    about: "the text of a footnote, called by `call`",
    attributes: {
      id: { value: "id", needed: true, about: "the name that the call uses" },
      label: { value: "text", needed: true, about: "printed number, or `*`" },
    },
    children: ["para"],
    text: false,
  },
  columns: {
    about: "blocks side by side without borders",
    attributes: {},
    children: ["column"],
    text: false,
  },
  column: blocks("one of the columns", {
    width: { value: "number", needed: true, about: "share of the measure, such as 1 or 2" },
  }),
  heading: inline("a heading", {
    ...common,
    level: { value: ["1", "2", "3"], needed: true, about: "1 is the highest" },
    bookmark,
  }),
  para: inline("a paragraph without a number", { ...common, bookmark }),
  item: inline("a numbered or bulleted paragraph", {
    ...common,
    list: { value: "id", needed: true, about: "`preambular`, `operative` or `bullet`" },
    depth: { value: "count", needed: true, about: "1 is the outermost" },
    label: { value: "text", needed: true, about: "the printed number" },
    number: { value: "count", needed: true, about: "the counter behind the label" },
    suffix: { value: "count", about: "1 for bis, 2 for ter, for inserted paragraphs" },
    restart: { value: "flag", about: "counting starts anew here" },
    bookmark,
  }),
  table: {
    about: "a table",
    attributes: {
      widths: { value: "numbers", needed: true, about: "shares of the measure, such as `1 2 2`" },
      "header-rows": { value: "count", about: "rows repeated on each page" },
      lines: { value: "flag", about: "draws borders" },
    },
    children: ["row"],
    text: false,
  },
  row: { about: "a row of a table", attributes: {}, children: ["cell"], text: false },
  cell: blocks("a cell of a row", {
    header: { value: "flag", about: "a heading of its column or row" },
    span: { value: "count", about: "columns it reaches over" },
    lang: { value: "text", about: "language of the cell" },
    dir: { value: direction, about: "direction of the cell" },
  }),
  rule: empty("a line across the measure", {
    style: { value: "style", needed: true, about: "a style of the house with a thickness" },
  }),
  "page-break": empty("what follows starts on a new page"),
  em: inline("emphasis; the house says how it looks in each script", {
    role: {
      value: ["opening", "title", "plain"],
      needed: true,
      about: "opening words, a cited title, or other",
    },
  }),
  strong: inline("strong emphasis"),
  sup: inline("raised, as in 122nd"),
  ins: inline("inserted words", by),
  del: inline("deleted words", by),
  call: empty("calls a footnote", {
    id: { value: "id", needed: true, about: "the `id` of the note" },
    label: { value: "text", needed: true, about: "printed number, or `*`" },
  }),
  ref: empty("a cross-reference", {
    to: { value: "id", needed: true, about: "the `id` of the block meant" },
    label: { value: "text", needed: true, about: "what is printed" },
  }),
  link: inline("a link", {
    href: { value: "text", needed: true, about: "address: https, http or mailto" },
  }),
  isolate: inline("words kept apart from the direction around them, or in another language", {
    dir: { value: ["ltr", "rtl", "auto"], needed: true, about: "their direction" },
    lang: { value: "text", about: "their language" },
  }),
  page: empty("the number of the page"),
  pages: empty("how many pages there are"),
  br: empty("a new line in the same paragraph"),
  tab: empty("a jump to the next tab stop"),
};

/** True for elements whose content is running text. */
export function isInline(name: string): boolean {
  return inlineElements.includes(name);
}
