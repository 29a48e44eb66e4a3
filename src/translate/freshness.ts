/** How each text of a resolution stands in another language: missing, stale, draft or final, by the hash of its source. */
import type { Id, Resolution } from "../model/resolution.ts";
import {
  answers,
  type Freshness,
  type History,
  type TranslatedText,
  type Translation,
} from "../model/translation.ts";
import { type SegmentAt, segments } from "../model/walk.ts";
import { textHash } from "../text/hash.ts";
import type { InlineText } from "../text/inline.ts";

/** How a text of a work stands in a language, wherever in the work it is. */
export interface UnitState {
  segment: Pick<SegmentAt, "id" | "text">;
  state: Freshness;
  /** Of the source as it is now. */
  hash: string;
  /** Absent when missing. */
  translated?: TranslatedText;
  /** The amendments by which the text became stale or new at this stage. */
  amendments?: string[];
  /** Those whose words in the language answer an earlier text of the amendment. */
  outdated?: string[];
  /** For stale ones, the source that the translation was made from, where it is on record. */
  before?: InlineText;
}

export interface SegmentState extends UnitState {
  segment: SegmentAt;
}

/** The state of every text, in document order. `r` holds the texts in the original language, at whatever stage. */
export function freshness(
  r: Resolution,
  translation: Translation | undefined,
  history: History,
): SegmentState[] {
  const texts = translation?.texts ?? {};
  return segments(r).map((segment) => {
    const hash = textHash(segment.text);
    const translated = own(texts, segment.id);
    if (!translated) return { segment, state: "missing", hash };
    if (answers(segment.id, translated.source, hash, history))
      return { segment, state: translated.state ?? "draft", hash, translated };
    const before = own(history.sources, translated.source);
    return { segment, state: "stale", hash, translated, ...(before ? { before } : {}) };
  });
}

function own<T>(record: Record<Id, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export const states: readonly Freshness[] = ["missing", "stale", "draft", "final"];

/** Those that somebody has to do something about. */
export function toDo<T extends UnitState>(all: readonly T[]): T[] {
  return all.filter(({ state }) => state === "missing" || state === "stale");
}

/** Texts of the original that fresh translations were made from and that are not on record yet, by hash. */
export function unrecorded(
  r: Resolution,
  translations: readonly Translation[],
  history: History,
): Record<string, InlineText> {
  const found: Record<string, InlineText> = {};
  for (const translation of translations) {
    for (const { segment, hash, translated } of freshness(r, translation, history)) {
      if (translated?.source === hash && !Object.hasOwn(history.sources, hash)) found[hash] = segment.text;
    }
  }
  return found;
}
