/** What comes of amending, as plain data for lists, documents and the terminal: refusals, conflicts, order, renumbering. */
import type { Amendment, AmendmentId } from "./amendment.ts";
import type { Position } from "./number.ts";
import type { Id } from "./resolution.ts";

export type RefusalCode =
  /** There is no paragraph, heading or text of this id, and there was none at this stage. */
  | "target-missing"
  /** It was there, and another amendment (`by`) took it out. */
  | "target-gone"
  /** The same for the paragraph that something is to stand after, before or in. */
  | "place-missing"
  | "place-gone"
  /** The words to be changed do not stand there. */
  | "words-not-found"
  /** They stand there several times, and nothing says which are meant. */
  | "words-ambiguous"
  /** They stand in the printed text, but another amendment (`by`) has changed them. */
  | "words-changed"
  /** The whole text was replaced, or is to be, and another amendment (`by`) has changed words of it. */
  | "text-changed"
  /** The amendment speaks of another stage than the one it is to be applied to. */
  | "wrong-base"
  /** The amendment has no text in this language. A notice when the words of the original stand in for it. */
  | "text-missing"
  /** Ids and texts of new paragraphs differ in number. */
  | "texts-differ"
  /** A new paragraph has an id that something else has. */
  | "id-taken"
  /** Something would be moved into itself, or merged with what it stands in. */
  | "into-itself"
  /** The text would be empty; a paragraph is taken out by deleting it. */
  | "text-empty"
  /** This operation cannot be made on this kind of target. */
  | "target-unfit"
  /** Two stages take it in, or one names it twice. */
  | "taken-twice"
  /** What the decision says cannot be: taken in by a stage but not accepted, amended but nothing says how, accepted but in no stage. */
  | "decision-conflict"
  /** The amendment that a stage names, or that this is a sub-amendment to, is not there. */
  | "amendment-missing"
  | "parent-missing"
  /** A sub-amendment to a sub-amendment, or one that does not fit what its parent says (house-style 2.7). */
  | "parent-unfit"
  /** The parent was not accepted, so its sub-amendment falls. */
  | "parent-not-accepted"
  /** Sub-amendments that lead back to themselves. */
  | "cycle";

/**
 * A spot in an amendment (its `field` as in the file, such as `amend.en.0.find`; or `stages.2.applies.0`, where a stage names it) or in
 * the text of a stage.
 */
export type Whereabouts =
  | { in: "amendment"; amendment: AmendmentId; field: string }
  | {
      in: "text";
      /** Id of the text (segment) or paragraph. */
      id: Id;
      /** UTF-16 units in the plain text of the segment, where words are meant. */
      offset?: number;
      length?: number;
      /** The words there, with a little around them. */
      words?: string;
    };

/** Why an amendment was not applied, or (as a notice) what was done instead. The text is as if it had not been there. */
export interface Refusal {
  amendment: AmendmentId;
  code: RefusalCode;
  /** The language in which it could not be applied; absent when that is so in every language. */
  language?: string;
  /** A sentence and what to do about it, in English, with paragraphs named as printed (`OP3(a)`). */
  message: string;
  hint?: string;
  /** The spot in the amendment first, then those in the text. */
  places: Whereabouts[];
  /** The other amendment that is in the way. */
  by?: AmendmentId;
  /** The stage that would take it in, where it is about that. */
  stage?: string;
}

/** Words that one amendment put in and another took out again: a redline of both shows nothing, this says who did what. */
export interface Absorbed {
  change: AmendmentId;
  by: AmendmentId;
  /** Segment or paragraph. */
  id: Id;
  words: string;
}

export type ConflictKind =
  /** Both say the same; one decision serves both. */
  | "same-proposal"
  /** Both change the same words, in part or whole. */
  | "same-words"
  /** The words of one lie inside the words of the other. */
  | "contained"
  /** Both give the paragraph another text. */
  | "rival-texts"
  /** One gives the paragraph another text, the other changes words of the present one. */
  | "replaces-what-other-edits"
  | "deletes-what-other-edits"
  | "deletes-what-other-moves"
  /** One puts something beside a paragraph that the other takes out or moves, or words beside words that the other changes. */
  | "place-goes"
  /** Both put something at the same place: two new paragraphs `1bis`, or words at one spot. */
  | "same-place"
  /** Both move the same paragraph. */
  | "both-move";

/** Two amendments that cannot both be taken as they stand, or not without a word about it. */
export interface Conflict {
  /** In the order of the list. */
  a: AmendmentId;
  b: AmendmentId;
  kind: ConflictKind;
  /** What they meet at: `title`, the id of a paragraph or segment, or of the paragraph before a place. */
  at: Id;
  /** The words that both change. */
  words?: string;
  /** The languages in which they meet, when there are others in which they do not. */
  languages?: string[];
  /** Which of the two falls when the other is adopted; both for rivals, none when they can stand together. */
  falls: AmendmentId[];
  /** Both are accepted and stand together: something to look at once, and nothing to decide. */
  settled?: true;
  /** Parts of the sentence: ids and labels by name (`a`, `b`, `where`, `words`, `first`, `second`, …). */
  values: Record<string, string>;
  /** The same in English. */
  sentence: string;
}

/** What kind of proposal it is, in the order in which a chair takes them (house-style 2.2, 2.7). */
export type Rank = "delete" | "replace" | "merge" | "split" | "amend" | "move" | "add";

/** One amendment in the order of consideration. */
export interface OrderStep {
  amendment: AmendmentId;
  /** `title`, the id of the paragraph it concerns, or of the one it comes after; `preambular` or `operative` for the start of a part. */
  at: Id;
  /** As printed, in English: `PP1`, `new PP1bis`, `title`. */
  where: string;
  rank: Rank;
  /** Words struck and put in, counted in the language of the work: how far it is from the text. */
  distance: number;
  /** The amendment that this one is a sub-amendment to; it comes directly after this one and its siblings. */
  parent?: AmendmentId;
  /** Those still open that fall when this one is adopted. */
  felled: AmendmentId[];
  /** One sentence in English. */
  why: string;
}

export type Fate = "kept" | "moved" | "new" | "deleted" | "merged-into" | "split-from";

/** One line of the table of numbers: where a paragraph stood and where it stands. */
export interface Renumbered {
  id: Id;
  /** Absent for new paragraphs. */
  before?: Position;
  /** Absent for paragraphs that are gone. */
  after?: Position;
  fate: Fate;
  /** The paragraph it was merged into or split from. */
  other?: Id;
  /** Whether its words were changed, in the language that the table is in. */
  reworded: boolean;
  /** Amendments that had a hand in it, in the order of their application. */
  changes: AmendmentId[];
}

/** What became of an amendment that waits for its decision when others were taken in. */
export interface Rebased {
  /** As it has to read against the new text; the same object when nothing had to change. */
  amendment: Amendment;
  state: "unchanged" | "rebased" | "refused";
  /** What was changed in it and why, one English sentence each. */
  notes: string[];
  /** Why it cannot be put any more. */
  refusals: Refusal[];
}
