/** What an amendment is: an operation on a paragraph, who submits it, what became of it; plain data. */
import type { Place } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import type { MadeFrom } from "./amendment-texts.ts";
import type { IsoDate, Party } from "./instrument.ts";
import type { Id } from "./resolution.ts";

/** Issued once and never used again, even when the amendment is withdrawn. */
export type AmendmentId = string;

/** One amendment of a list. Texts are held by language (BCP 47, folder names of the locales). */
export interface Amendment {
  id: AmendmentId;
  /** In the order given by the author; lists print them in each language's own order. */
  submitters: Party[];
  /** The stage whose printed numbers and words the amendment speaks of. */
  base: string;
  /** Language it was written in. */
  original: string;
  /** Day on which it was received; dates its tracked changes until it is decided. */
  received: IsoDate;
  operation: Operation;
  /** The language versions that it corrects (house-style 2.3); the others stay as they are. Absent: it is about all of them. */
  only?: string[];
  /** The amendment that this one is a sub-amendment to (house-style 2.3, 2.7). */
  parent?: AmendmentId;
  /** Why, in the submitter's words, by language. */
  reason?: Record<string, InlineText>;
  /** Footnotes that its texts call and that are not in the resolution yet, by language and id. */
  notes?: Record<string, Record<Id, InlineText>>;
  /** By language: from which texts in `original` those in it were made; kept by the tool. Absent: nobody knows. */
  sources?: Record<string, MadeFrom>;
  decision: Decision;
}

/**
 * Where something stands: the title, or a paragraph. The id of a heading, or of one text of a paragraph (a tail, an item of a
 * list, a quotation), is taken as well. `P` is its id, or how it was written before it is looked up.
 */
export type Target<P = Id> = { kind: "title" } | { kind: "paragraph"; id: P };

export type Operation<P = Id> =
  /** Words of the target: each change finds its words exactly once in the plain text of that language. */
  | { kind: "amend"; target: Target<P>; changes: Record<string, WordChange[]> }
  /** The whole text of the target, blocks and sub-paragraphs left as they are. */
  | { kind: "replace"; target: Target<P>; text: Record<string, InlineText> }
  /**
   * One or several new paragraphs; `ids` name them, once for good. `depths`: 1 for one that stands at the place itself, 2 for a
   * sub-paragraph of the last one of depth 1 before it, and so on; all 1 when left out.
   */
  | { kind: "add"; place: Placement<P>; ids: Id[]; depths?: number[]; texts: Record<string, InlineText[]> }
  | { kind: "delete"; target: Target<P> }
  | { kind: "move"; target: Target<P>; place: Placement<P> }
  /** The target takes the text given, the others go. */
  | { kind: "merge"; target: Target<P>; others: P[]; text: Record<string, InlineText> }
  /** The target keeps the first text, the rest are new paragraphs after it. */
  | { kind: "split"; target: Target<P>; ids: Id[]; texts: Record<string, InlineText[]> }
  /** All that can be done to the title: new words, or changes of words. */
  | { kind: "retitle"; text?: Record<string, InlineText>; changes?: Record<string, WordChange[]> };

/** `find` is plain words; `put` is marked up; empty `put` takes the words out. */
export interface WordChange {
  find: string;
  put: InlineText;
  /** `put` is new beside the found words, which stay; absent: in their place. */
  beside?: "after" | "before";
  /** Which one, counted from 1, when the words stand there several times. */
  occurrence?: number;
}

/** After or before a paragraph, or first or last of a part. */
export type Placement<P = Id> =
  | { at: "after" | "before"; id: P }
  | { at: "start" | "end"; part: "preambular" | "operative" }
  /** First or last sub-paragraph of a paragraph. */
  | { at: "start" | "end"; within: P };

/** An amendment as it came in: its paragraphs are as written, to be looked up in the text of the stage it speaks of. */
export interface Tabled extends Omit<Amendment, "operation" | "decision"> {
  operation: Operation<Spot>;
  decision: Omit<Decision, "result"> & { result?: Operation<Spot> };
  /** Its entry in the list. */
  place: Place;
  /** Places inside the entry, by field: `on`, `to`, `received`, `decision`, `amend.en.0.find`. */
  places: Record<string, Place>;
}

/** A paragraph as someone wrote it, such as `OP 3 (a)`: `op03` can be an id and a number; an id that is there goes first. */
export interface Spot {
  written: string;
  place: Place;
  id?: Id;
  number?: PrintedNumber;
}

/** A number as printed, from the paragraph down to the sub-paragraph; `suffix` 2 is bis. */
export interface PrintedNumber {
  part: "preambular" | "operative";
  path: { number: number; suffix?: number }[];
}

export type Outcome =
  | "pending"
  | "accepted"
  | "accepted-as-amended"
  | "rejected"
  | "withdrawn"
  | "falls"
  | "not-considered";

export interface Decision {
  outcome: Outcome;
  /** Key of the deciding body in the locales (`standing-committee`, `drafting-committee`, …). */
  body?: string;
  date?: IsoDate;
  /** Who withdrew or moved it, where that is recorded. */
  by?: Party[];
  /** What the body made of it, for `accepted-as-amended` without a recorded sub-amendment. */
  result?: Operation;
  note?: Record<string, InlineText>;
}
