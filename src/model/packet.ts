/** Texts on their way to a translators' tool, and what comes back from it; plain data. */
import type { Place } from "../report/diagnostic.ts";
import type { Coded } from "../text/codes.ts";
import type { InlineText } from "../text/inline.ts";
import type { Id } from "./resolution.ts";
import type { Freshness } from "./translation.ts";

/** Texts of one work for one language. */
export interface Packet {
  work: string;
  /** Language of the texts, and the one they are wanted in (BCP 47). */
  original: string;
  language: string;
  /** Direction of the language they are wanted in. */
  dir: "ltr" | "rtl";
  units: Unit[];
}

export interface Unit {
  id: Id;
  state: Freshness;
  /** What it is, its number, and what stands before and after it, in English. */
  note: string;
  /** What its opening words may be in the language, in an English sentence; absent where the lexicons do not know them. */
  terms?: string;
  source: InlineText;
  /** Hash of the source. */
  hash: string;
  /** What stands in the place of the translation to begin with. */
  target?: InlineText;
  /** Hash of the translation that there is, `none` where there is none, by which one that was written meanwhile is noticed. */
  targetHash: string;
  /** For stale ones: the translation, and the text it was made from where that is on record. */
  previous?: { source?: InlineText; target: InlineText };
}

/** What a tool gave back. */
export interface Returned {
  /** The work that the texts are of, where the file says so. */
  work?: string;
  /** Absent where the file does not say. */
  original?: string;
  language?: string;
  units: ReturnedUnit[];
}

export interface ReturnedUnit {
  id: string;
  place: Place;
  source: Coded[];
  /** Absent where there is none. */
  target?: Coded[];
  /** `open`: the tool says that it still has to be translated. Absent: it says nothing. */
  state?: "open" | "draft" | "final";
  hash?: string;
  targetHash?: string;
  /** Why the words cannot be read. */
  problem?: string;
}
