/** Closing punctuation by place and language: it is grammar, so sources carry none (house-style 5 and 6, 1). */
import type { Locale } from "../language/locale.ts";
import { plainText } from "../text/inline.ts";

export type Part = "preambular" | "operative";

/** What closes a paragraph of a part; `last`: no paragraph of the part follows. The last preambular one ends as the others do. */
export function closing(part: Part, last: boolean, locale: Locale): string {
  if (part === "preambular") return locale.endings.preambular;
  return last ? locale.endings.last : locale.endings.operative;
}

/** What closes the `i`-th of `count` items of a series; the last item takes what closes the whole. */
export function itemClosing(i: number, count: number, whole: string, locale: Locale): string {
  if (i === count - 1) return whole;
  return i === count - 2 ? locale.endings.lastButOneItem : locale.endings.operative;
}

/** Punctuation as the language's typography sets it after a word: French puts an unbreakable space before a colon. */
export function setEnding(ending: string, locale: Locale): string {
  if (ending === "") return "";
  return plainText(locale.typography([{ kind: "text", text: `x${ending}` }])).slice(1);
}
