/** Knows a text that nobody has written yet: an ellipsis alone, as examples have it and as importing leaves it. */
import type { Diagnostic, Place } from "../report/diagnostic.ts";

/** An ellipsis inside or beside words is a text like any other. */
export function isUnfilled(text: string): boolean {
  return /^[\s.…]*(?:…|\.{3})[\s.…]*$/u.test(text);
}

/** `language`: in which the words are wanted, where that is known. */
export function unfilled(place: Place, language?: string): Diagnostic {
  const words = language === undefined ? "the words" : `the words in \`${language}\``;
  return {
    code: "placeholder",
    severity: "error",
    message: `Only an ellipsis stands here: ${words} are still to be written.`,
    place,
    hint: `Write ${words}, or take the line out.`,
  };
}
