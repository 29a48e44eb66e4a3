/** What an amendment is: an operation on a paragraph, who submits it, what became of it; plain data. */
import type { InlineText } from "../text/inline.ts";
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
  /** The amendment that this one is a sub-amendment to (house-style 2.3, 2.7). */
  parent?: AmendmentId;
  /** Why, in the submitter's words, by language. */
  reason?: Record<string, InlineText>;
  decision: Decision;
}

/** Where something stands: the title, or a paragraph by its id. */
export type Target = { kind: "title" } | { kind: "paragraph"; id: Id };

export type Operation =
  /** Words of the target: each change finds its words exactly once in the plain text of that language. */
  | { kind: "amend"; target: Target; changes: Record<string, WordChange[]> }
  /** The whole text of the target, blocks and sub-paragraphs left as they are. */
  | { kind: "replace"; target: Target; text: Record<string, InlineText> }
  /** One or several new paragraphs; `ids` name them, once for good. */
  | { kind: "add"; place: Placement; ids: Id[]; texts: Record<string, InlineText[]> }
  | { kind: "delete"; target: Target }
  | { kind: "move"; target: Target; place: Placement }
  /** The target takes the text given, the others go. */
  | { kind: "merge"; target: Target; others: Id[]; text: Record<string, InlineText> }
  /** The target keeps the first text, the rest are new paragraphs after it. */
  | { kind: "split"; target: Target; ids: Id[]; texts: Record<string, InlineText[]> }
  | { kind: "retitle"; text?: Record<string, InlineText>; changes?: Record<string, WordChange[]> };

/** `find` is plain words; `put` is marked up; empty `put` takes the words out. `after` and `before` anchor an insertion. */
export interface WordChange {
  find: string;
  put: InlineText;
  /** Which one, counted from 1, when the words stand there several times. */
  occurrence?: number;
}

/** After or before a paragraph, or first or last of a part. */
export type Placement =
  | { at: "after" | "before"; id: Id }
  | { at: "start" | "end"; part: "preambular" | "operative" };

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
