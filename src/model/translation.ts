/** The texts of a work in another language, and what is remembered of its earlier texts so that a later change can be shown. */
import type { InlineText } from "../text/inline.ts";
import type { TextKey } from "./amendment-texts.ts";
import type { IsoDate } from "./instrument.ts";
import type { Id } from "./resolution.ts";

/** The texts of a work in another language. */
export interface Translation {
  language: string;
  /** What this translation is, for readers. */
  notice?: string;
  /** Names of persons by id, where the letters differ. */
  persons: Record<Id, string>;
  /** By id of the text; `source` is the hash of the text that was translated, `""` where none is given. */
  texts: Record<Id, TranslatedText>;
}

export interface TranslatedText {
  source: string;
  text: InlineText;
  /** How far it is; `draft` when nothing is said. */
  state?: "draft" | "final";
  /** Who looked at it last after its source had changed, and found it still right. */
  checked?: Vouched;
}

/** Who says so, and when. */
export interface Vouched {
  by: string;
  date: IsoDate;
}

/** `history.yaml` of a work. */
export interface History {
  /** Texts of the original, as translations were made from them, by hash. */
  sources: Record<string, InlineText>;
  typos: Typo[];
  /** The texts of amendments, by the hash of all of one amendment together; one that is not on record is empty. */
  amendments?: Record<string, Record<TextKey, InlineText>>;
}

/** A correction that changes nothing for translators: of one text, from one hash to another. */
export interface Typo extends Vouched {
  text: Id;
  from: string;
  to: string;
}

export const noHistory: History = { sources: {}, typos: [] };

/**
 * Whether a translation made from the text with the hash `made` answers the text with the hash `now`: they are the same, or
 * corrections of typos lead from one to the other, also several after one another.
 */
export function answers(id: Id, made: string, now: string, { typos }: History): boolean {
  const reached = new Set([made]);
  for (const hash of reached) {
    if (hash === now) return true;
    for (const typo of typos) if (typo.text === id && typo.from === hash) reached.add(typo.to);
  }
  return false;
}

/** How a text stands in a language. `stale`: translated, but from a text that has changed since. */
export type Freshness = "missing" | "stale" | "draft" | "final";
