/** The languages of a work. */
import type { Work } from "../read/work.ts";

/** The original first, then the languages that the work is wanted in, then further translations that are there. */
export function languagesOf(work: Work): string[] {
  return [work.resolution.original, ...translationsOf(work)];
}

/** All of them but the original. */
export function translationsOf({ resolution, translations }: Work): string[] {
  return [...new Set([...resolution.instrument.languages, ...Object.keys(translations).sort()])].filter(
    (language) => language !== resolution.original,
  );
}
