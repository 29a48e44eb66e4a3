/** Which body deals with the text, at which session, where and when, and who submits it. */

/** Gregorian day as `YYYY-MM-DD`. */
export type IsoDate = string;

export interface Instrument {
  /** Key of the enacting body in the locales (`assembly`, `governing-council`, `conference`). */
  body: string;
  session: Session;
  /** Key of the committee in the locales (`peace-and-security`, …), absent for plenary papers. */
  committee?: string;
  /** Agenda item for plenary papers, such as `2` or `4(c)`. */
  item?: string;
  submitters: SubmitterLine;
  /** Languages that the documents are wanted in, BCP 47, the original first. */
  languages: string[];
  /** House style, a folder of `templates/houses/`. */
  house: string;
  /** Overrides the heading period that the session's date would choose (house-style 1.3). */
  period?: string;
}

export interface Session {
  /** 122 for the 122nd Assembly. */
  number: number;
  /** City key in the locales and ISO 3166-1 alpha-2 country code. */
  place: { city: string; country: string };
  from: IsoDate;
  to: IsoDate;
}

/** Who submits the text, and in which function. */
export interface SubmitterLine {
  role: "co-rapporteur" | "rapporteur" | "committee" | "delegation";
  parties: Party[];
}

/** Anyone who can submit, propose or reserve. */
export type Party =
  /** A delegation; `role` where one of the (co-)rapporteurs submits as such and only the country is named. */
  | { type: "country"; country: string; role?: RapporteurRole }
  | PersonParty
  | { type: "group"; name: string }
  | { type: "body"; body: string };

export type RapporteurRole = "co-rapporteur" | "rapporteur";

export interface PersonParty {
  type: "person";
  /** Key for names given by translations. */
  id: string;
  /** Key in the locales: `mr`, `ms`, `lord`, `baroness`, `senator`, or `none`. */
  honorific: string;
  given: string;
  family: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  role?: RapporteurRole;
}
