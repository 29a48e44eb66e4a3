/** Compares two texts word by word and shows the differences as tracked changes. */
import { findHunks, type HunkOptions } from "./hunks.ts";
import type { InlineText } from "./inline.ts";
import { normalise } from "./normalise.ts";
import { flatten, type Run, type Splice, sliceRuns, spliceRuns, unflatten, type View } from "./runs.ts";
import { type TokenOptions, tokenize } from "./tokens.ts";

/** One stretch of a comparison: in both texts, only in the old one, or only in the new one. */
export interface Edit {
  kind: "keep" | "del" | "ins";
  text: InlineText;
}

/**
 * The replacements that turn a view of `older` into the text of `newer`, in units of the view. Words that differ only in signs that
 * look the same on paper are the same, and stay as they were, unless `exact`.
 */
export function findSplices(
  older: readonly Run[],
  view: View,
  newer: readonly Run[],
  language: string,
  options: HunkOptions & TokenOptions = {},
): Splice[] {
  const before = tokenize(older, view, language, options);
  const after = tokenize(newer, "after", language, options);
  const spot = (tokens: readonly { start: number; end: number }[], i: number): number =>
    tokens[i]?.start ?? tokens.at(-1)?.end ?? 0;
  return findHunks(before, after, options).map((hunk) => ({
    start: spot(before, hunk.oldStart),
    end: spot(before, hunk.oldEnd),
    put: sliceRuns(newer, "after", spot(after, hunk.newStart), spot(after, hunk.newEnd)),
  }));
}

/**
 * The differences between two texts without tracked changes: each deletion followed by what comes in its place, whole words, marks,
 * notes and references with them. Both texts are taken in their normal form; what is kept is cut from the old one.
 */
export function diffWords(
  older: InlineText,
  newer: InlineText,
  language: string,
  options: HunkOptions & TokenOptions = {},
): Edit[] {
  const [before, after] = [flatten(normalise(older)), flatten(normalise(newer))];
  const out: Edit[] = [];
  const add = (kind: Edit["kind"], runs: readonly Run[]): void => {
    if (runs.length > 0) out.push({ kind, text: unflatten(runs) });
  };
  let at = 0;
  for (const { start, end, put } of findSplices(before, "after", after, language, options)) {
    add("keep", sliceRuns(before, "after", at, start));
    add("del", sliceRuns(before, "after", start, end));
    add("ins", put);
    at = end;
  }
  add("keep", sliceRuns(before, "after", at, Number.POSITIVE_INFINITY));
  return out;
}

/** The old text with the changes that make it the new one, under the id of an amendment. */
export function redlineText(
  older: InlineText,
  newer: InlineText,
  language: string,
  change?: string,
  options: HunkOptions = {},
): InlineText {
  const before = flatten(normalise(older));
  const splices = findSplices(before, "after", flatten(normalise(newer)), language, options);
  return unflatten(spliceRuns(before, "after", splices, change));
}
