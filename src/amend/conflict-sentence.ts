/** One English sentence for each kind of conflict, from its parts. */
import type { Conflict, ConflictKind } from "../model/findings.ts";
import { quoted } from "./refuse.ts";

/** What a sentence depends on beside the two amendments themselves. */
export interface Circumstances {
  /** Ids of those that the body has taken already. */
  accepted: ReadonlySet<string>;
  /** Names of the languages in which they meet, when that is not so in all. */
  languages?: readonly string[];
}

type Met = Pick<Conflict, "kind" | "a" | "b" | "falls" | "values">;

/** `values` as in `Conflict`: `first` is the one that acts (deletes, replaces, contains), `second` the one that suffers. */
export function conflictSentence(met: Met, circumstances: Circumstances): string {
  const { languages } = circumstances;
  const where = languages ? `, ${inLanguages(languages)}` : "";
  return `${clause(met.kind, met.values)}${where}; ${outcome(met, circumstances)}.`;
}

/** `in French only`, `in French and Spanish`. */
function inLanguages(names: readonly string[]): string {
  return names.length === 1 ? `in ${names[0] ?? ""} only` : `in ${listed(names)}`;
}

/** `French`, `French, Spanish and Arabic`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** How they meet. */
function clause(kind: ConflictKind, values: Record<string, string>): string {
  const {
    a = "",
    b = "",
    first = "",
    second = "",
    where = "",
    words = "",
    acts = "",
    does = "",
    puts = "",
    also = "",
  } = values;
  switch (kind) {
    case "same-proposal":
      return `${a} and ${b} ${puts === "" ? `propose the same for ${where}` : puts}`;
    case "same-words":
      return `${a} and ${b} both change the words ${quoted(words)} of ${where}`;
    case "contained":
      return `${second} changes words of ${where} inside those that ${first} changes (${quoted(words)})`;
    case "rival-texts":
      return `${a} and ${b} each give ${where} another text`;
    case "replaces-what-other-edits":
    case "deletes-what-other-edits":
    case "deletes-what-other-moves":
      return `${first} ${acts}, and ${second} ${does}`;
    case "place-goes":
      return `${second} ${puts}, and ${first} ${acts}`;
    case "same-place":
      return also === "" ? `${a} and ${b} both ${puts}` : `${a} ${puts}, and ${b} ${also}`;
    case "both-move":
      return `${a} and ${b} both move ${where}`;
  }
}

/** What follows from it for the body. */
function outcome({ kind, a, b, falls, values }: Met, { accepted, languages }: Circumstances): string {
  const both = accepted.has(a) && accepted.has(b);
  if (kind === "same-place") {
    if (!both) return "both can be adopted, and which comes first has to be settled";
    return values.order === "list"
      ? `both are accepted, and ${a} comes first because it does so in the list (to change that, move its entry below that of ${b})`
      : "both are accepted, so look whether the right one comes first (to change that, let `after` or `before` name the other)";
  }
  if (kind === "place-goes")
    return both
      ? "both are accepted, so look whether it stands where it should"
      : "both can be adopted, but the place has to be looked at again";
  const same = kind === "same-proposal";
  if (same && languages)
    return "one decision serves both, and where their words differ one of the texts has to be chosen";
  if (falls.length === 0 && !same) {
    const words = `their words${languages ? ` in ${listed(languages)}` : ""} have to be settled`;
    return both ? `both are accepted, but ${words}` : `both can be adopted, but ${words}`;
  }
  if (both) return "both are recorded as accepted, but only one of them can stand";
  const taken = [a, b].find((id) => accepted.has(id));
  if (same && taken !== undefined) return `${taken} is accepted, so ${taken === a ? b : a} falls`;
  if (same) return "one decision serves both: when one is accepted, record that the other falls";
  const [loser = ""] = falls;
  if (taken !== undefined && falls.some((id) => id !== taken))
    return `${taken} is accepted, so ${taken === a ? b : a} falls`;
  if (kind === "both-move") return "only one of them can be adopted";
  if (falls.length > 1) return "when one is adopted, the other falls";
  const again = accepted.has(loser) ? ", although it is accepted" : "";
  return `when ${loser === a ? b : a} is adopted, ${loser} falls${again}`;
}
