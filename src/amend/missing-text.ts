/** What is said of an amendment that has no words in a language. */
import type { Reason } from "./refuse.ts";

/** `where`: why it needs them there, after a comma; `field`: the field in which they would stand. */
export function missingText(language: string, field: string, where = ""): Reason {
  return {
    code: "text-missing",
    message: `It has no text in the language \`${language}\`${where}.`,
    hint: `Add \`${language}:\` beside the texts in the other languages.`,
    field,
    language,
  };
}

/** The same where the words of another language stand in. */
export function standInText(language: string, from: string, field: string): Reason {
  return {
    ...missingText(language, field),
    message: `It has no text in the language \`${language}\`; the words in \`${from}\` stand in its place.`,
  };
}
