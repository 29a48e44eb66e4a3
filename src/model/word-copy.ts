/** A Word file with a text in two languages, as it came back from a translator; plain data. */
import type { Place } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import type { Id } from "./resolution.ts";

/** Names of the properties by which a file says what it was made from. */
export const copyProperties = {
  work: "Hemicycle Work",
  stage: "Hemicycle Stage",
  /** `en fr`: left, right. */
  languages: "Hemicycle Languages",
  /** Followed by 1, 2, …, because Word cuts a property after 255 characters: `<id>=<source>,<target>,<signs>` with spaces between. */
  texts: "Hemicycle Texts",
} as const;

/** What a text was when the file was made. */
export interface Made {
  /** Hash of the text in the original language. */
  source: string;
  /** Hash of the translation, `none` where there was none. */
  target: string;
  /** Number of characters that the house put behind the translation as closing punctuation. */
  signs: number;
}

export interface WordCopy {
  work: string;
  stage: string;
  /** Language of the left column, and of the right one. */
  left: string;
  right: string;
  made: Map<Id, Made>;
  texts: CopiedText[];
}

/** A text of the right column as it stands in the file: with closing punctuation, in the typography of the house. */
export interface CopiedText {
  id: Id;
  place: Place;
  text: InlineText;
  /** Why it cannot be taken as it is. */
  problem?: string;
}
