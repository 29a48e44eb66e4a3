/** The stages of a text's life (house-style 1.1), each with symbol, date and what it takes in. */
import type { InlineText } from "../text/inline.ts";
import type { IsoDate, Party } from "./instrument.ts";

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
  /** Ids of amendments taken in since the stage before. */
  applies: string[];
  adoption?: Adoption;
}

export interface Adoption {
  mode: "consensus" | "unanimity" | "without-vote" | "vote";
  date: IsoDate;
  place: { city: string; country: string };
  reservations: Reservation[];
}

/** One delegation's reservation, printed in the asterisk note (house-style 1.8). */
export interface Reservation {
  party: Party;
  /** `whole` or the ids of the paragraphs concerned. */
  scope: "whole" | string[];
  text?: InlineText;
}
