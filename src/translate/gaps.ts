/** Texts that are missing or stale as a draft prints them: marked in place, and never silently in another language. */
import type { Resolution } from "../model/resolution.ts";
import type { History, TranslatedText, Translation } from "../model/translation.ts";
import { mapSegments } from "../model/walk.ts";
import type { InlineText } from "../text/inline.ts";
import { freshness, type SegmentState, toDo } from "./freshness.ts";

/** What stands before such texts, in the language of the document. */
export interface GapMarks {
  missing: InlineText;
  stale: InlineText;
}

/** A text in the original language, marked and kept apart from the language around it. */
export function untranslated(text: InlineText, original: string, marks: GapMarks): InlineText {
  const apart = { kind: "isolate", dir: "auto", lang: original, children: text } as const;
  return [...lead(marks.missing), apart];
}

function lead(mark: InlineText): InlineText {
  return [
    { kind: "strong", children: mark },
    { kind: "text", text: " " },
  ];
}

/**
 * The translation with a text for everything: what is missing stands there in the original language, what is stale as it is, both
 * with their marks. Made for printing, it answers the texts as they are now.
 */
export function fillGaps(
  r: Resolution,
  translation: Translation,
  history: History,
  marks: GapMarks,
): Translation {
  const texts: Record<string, TranslatedText> = { ...translation.texts };
  for (const { segment, state, hash, translated } of toDo(freshness(r, translation, history))) {
    const text =
      state === "stale" && translated
        ? [...lead(marks.stale), ...translated.text]
        : untranslated(segment.text, r.original, marks);
    texts[segment.id] = { source: hash, text };
  }
  return { ...translation, texts };
}

/**
 * The text of a later stage in a language, with every paragraph that an amendment without words in this language changed printed
 * in the original, marked. `states` are those of the stage.
 */
export function markAmended(
  text: Resolution,
  states: readonly SegmentState[],
  original: string,
  marks: GapMarks,
): Resolution {
  const lacking = new Map(
    states.filter((s) => s.amendments !== undefined).map((s) => [s.segment.id, s.segment.text]),
  );
  return mapSegments(text, (segment) => {
    const source = lacking.get(segment.id);
    return source ? untranslated(source, original, marks) : segment.text;
  });
}

/** The text with the mark of stale translations before those that are named. */
export function markOutdated(
  text: Resolution,
  outdated: readonly SegmentState[],
  marks: GapMarks,
): Resolution {
  if (outdated.length === 0) return text;
  const ids = new Set(outdated.map((s) => s.segment.id));
  return mapSegments(text, ({ id, text: own }) => (ids.has(id) ? [...lead(marks.stale), ...own] : own));
}
