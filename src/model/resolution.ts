/** What a resolution is: instrument, stages, title, paragraphs, notes, annexes, as plain data in one language. */
import type { InlineText } from "../text/inline.ts";
import type { Instrument } from "./instrument.ts";
import type { Stage } from "./stage.ts";

/** An id: lower-case letters, digits, `-` and `.`, first a letter; never changes once issued. */
export type Id = string;

/** A work's resolution with its texts in one language (`language`, BCP 47). */
export interface Resolution {
  /** Name of the work folder. */
  work: string;
  /** `declaration` has free blocks and no enacting line (house-style section 6, 17). */
  kind: "resolution" | "declaration";
  /** Language of the texts held here. */
  language: string;
  /** Language the work was written in. */
  original: string;
  instrument: Instrument;
  stages: Stage[];
  /** Sentence case, marked up; capitals are made per house, period and language. */
  title: InlineText;
  /** The enacting line without its comma, where the work has its own (house-style 6, 15); absent: the locale's phrase. */
  enacting?: InlineText;
  preambular: PartItem[];
  operative: PartItem[];
  annexes: Annex[];
  /** Footnotes by id, in any order; numbers follow the order of the calls. */
  notes: Note[];
  /** Names of persons in this language's letters, by person id, where a translation gives them. */
  persons: Record<Id, string>;
  /** A line under the title that says what this text is: an unofficial translation, a rehearsal. A translation's own goes before the original's. */
  notice?: string;
}

/**
 * What an amendment does to a paragraph, heading or note as a whole. A resolution with such marks, and with `ins` and `del` in its
 * texts, is in tracked form: it holds the text before and the text after (`changes.ts` gives back either).
 * `del` and `move-from` items hold the old text and nothing tracked. `move-from` stays at the old place under the same id as
 * the `move-to` at the new one, which holds the text with its tracked changes; both name the same amendment.
 */
export interface ChangeMark {
  kind: "ins" | "del" | "move-from" | "move-to";
  /** Id of the amendment. */
  change: string;
}

/** What a part consists of, in order. */
export type PartItem = Paragraph | Heading | Prose;

/** A numbered paragraph (unless the stage prints no numbers for its part). */
export interface Paragraph {
  type: "paragraph";
  id: Id;
  /** The chapeau first; lists and quotations as they come. At least one block. */
  blocks: ParagraphBlock[];
  /** Sub-paragraphs, to any depth; each is numbered (a), (i), … by depth. */
  children: Paragraph[];
  /** Text after the sub-paragraphs, back at the level of the chapeau. */
  tail?: Segment;
  /** Overrides the closing punctuation that place, language and house would give; `""` for none. */
  ending?: string;
  mark?: ChangeMark;
}

/** A text that a translator works on: an inline tree under an id of its own. */
export interface Segment {
  id: Id;
  text: InlineText;
  /** Taken out of, or put into, a paragraph that stays: `del` with the old text and nothing tracked, or `ins`. */
  mark?: ChangeMark;
}

export type ParagraphBlock =
  /** The first text block of a paragraph has the paragraph's own id; it goes only with the paragraph. */
  | ({ type: "text" } & Segment)
  /** A bulleted list inside the paragraph (house-style section 6, 1). */
  | { type: "list"; items: Segment[] }
  /** A verbatim quotation set off from the text. */
  | ({ type: "quote" } & Segment);

/** A heading between paragraphs; level 1 is the highest. */
export interface Heading {
  type: "heading";
  id: Id;
  level: 1 | 2;
  text: InlineText;
  mark?: ChangeMark;
}

/** A paragraph without a number: declarations, annexes. */
export interface Prose {
  type: "prose";
  id: Id;
  text: InlineText;
  mark?: ChangeMark;
}

export interface Annex {
  id: Id;
  title: InlineText;
  items: PartItem[];
}

export interface Note {
  id: Id;
  text: InlineText;
  mark?: ChangeMark;
}
