/** One English sentence for each kind of conflict, from its parts. */
import type { ConflictKind } from "../model/findings.ts";
import { quoted } from "./refuse.ts";

/** `values` as in `Conflict`: `first` is the one that acts (deletes, replaces, contains), `second` the one that suffers. */
export function conflictSentence(kind: ConflictKind, values: Record<string, string>): string {
  const {
    a = "",
    b = "",
    first = "",
    second = "",
    where = "",
    words = "",
    does = "",
    place = "",
    what = "",
  } = values;
  switch (kind) {
    case "same-proposal":
      return `${a} and ${b} propose the same for ${where}; one decision serves both.`;
    case "same-words":
      return `${a} and ${b} both change the words ${quoted(words)} of ${where}; when one is adopted, the other falls.`;
    case "contained":
      return `${second} changes words of ${where} inside those that ${first} changes (${quoted(words)}); when ${first} is adopted, ${second} falls.`;
    case "rival-texts":
      return `${a} and ${b} each give ${where} another text; when one is adopted, the other falls.`;
    case "replaces-what-other-edits":
      return `${first} gives ${where} another text, and ${second} changes words of the present one; when ${first} is adopted, ${second} falls.`;
    case "deletes-what-other-edits":
      return `${first} takes out ${where}, and ${second} ${does}; when ${first} is adopted, ${second} falls.`;
    case "deletes-what-other-moves":
      return `${first} takes out ${where}, and ${second} moves it; when ${first} is adopted, ${second} falls.`;
    case "place-goes":
      return `${second} names ${where} as a place, and ${first} ${does} it; both can be adopted, but the place has to be looked at again.`;
    case "same-place":
      return `${a} and ${b} both put ${what} at ${place}; both can be adopted, and which comes first has to be settled.`;
    case "both-move":
      return `${a} and ${b} both move ${where}; only one of them can be adopted.`;
  }
}
