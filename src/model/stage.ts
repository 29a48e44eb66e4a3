/** The stages of a text's life (house-style 1.1), each with symbol, date and what it takes in. */
import type { InlineText } from "../text/inline.ts";
import type { PrintedNumber } from "./amendment.ts";
import type { IsoDate, Party, Session, SubmitterLine } from "./instrument.ts";
import type { Id } from "./resolution.ts";

export type StageKind =
  | "preliminary-draft"
  | "revised-draft"
  | "draft"
  | "revised-draft-resolution"
  | "committee-draft"
  | "adopted";

export interface Stage {
  /** Name on the command line: `dr-pre`, `dr-rev`, `adopted`. */
  id: string;
  kind: StageKind;
  /** Printed from this one field everywhere, never translated; absent on adopted texts. */
  symbol?: string;
  /** Date of issue. Documents carry it as their date of creation. */
  date: IsoDate;
  /** Whether preambular paragraphs carry numbers; absent: as the house says for this kind. */
  preambularNumbers?: boolean;
  /** Whether the word for a draft stands across every page, and whether lines are numbered; absent: as the house says. */
  watermark?: boolean;
  lineNumbers?: boolean;
  /**
   * Ids of the amendments taken in since the stage before, or `accepted`: every one that was tabled to the stage before
   * and accepted, also as amended.
   */
  applies: string[] | "accepted";
  /**
   * The list of the stage before stays before the body with this stage (house-style 1.1 C): what was decided after the day of
   * issue, or is still pending, is taken in by a later stage, and its numbers go on speaking of the older text.
   */
  carriesOver?: boolean;
  /** Nothing may be open in it any more: no language goes out with texts that are missing or stale. Adopted texts always are final. */
  final?: boolean;
  /** The Assembly that this stage is before, from here on, when it is not the one of the instrument. */
  session?: Session;
  /** Who submits the text from this stage on, when that is not who submitted it first (the committee and its rapporteur). */
  submitters?: SubmitterLine;
  adoption?: Adoption;
}

/** Whether a stage may go out only in languages that are complete and fresh. */
export function isFinal(stage: Stage): boolean {
  return stage.kind === "adopted" || stage.final === true;
}

export interface Adoption {
  mode: "consensus" | "unanimity" | "without-vote" | "vote";
  date: IsoDate;
  place: { city: string; country: string };
  reservations: Reservation[];
}

/** The reservation of one or several delegations, printed in the asterisk note (house-style 1.8). */
export interface Reservation {
  /** At least one; printed in each language's own alphabetical order. */
  parties: Party[];
  /** `whole`, or what it is on: at least one. */
  scope: "whole" | ReservedOn[];
  /** Whether only the wording is meant, not what it says. */
  wording?: true;
  /** The reason, if one is printed, by language. */
  text?: Record<string, InlineText>;
}

/** `title`, a paragraph by its id, or by the number that it has in the text of the stage, as it was written. */
export type ReservedOn = Id | { written: string; number: PrintedNumber };
