/** Refusals: how the amending room stops inside an operation, and the sentences that say why. */
import type { Amendment } from "../model/amendment.ts";
import type { Refusal, RefusalCode, Whereabouts } from "../model/findings.ts";
import type { EditProblem } from "./track.ts";

/** Carries a refusal from the depth of an operation to its door, where it becomes a value. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export interface Reason {
  code: RefusalCode;
  message: string;
  hint?: string;
  /** Field of the amendment that it is about. */
  field: string;
  places?: Whereabouts[];
  by?: string;
  language?: string;
  stage?: string;
}

export function refusalOf(a: Pick<Amendment, "id">, reason: Reason): Refusal {
  const { code, message, hint, field, places = [], by, language, stage } = reason;
  return {
    amendment: a.id,
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(language === undefined ? {} : { language }),
    ...(by === undefined || by === "" ? {} : { by }),
    ...(stage === undefined ? {} : { stage }),
    places: [{ in: "amendment", amendment: a.id, field }, ...places],
  };
}

export function refuse(a: Pick<Amendment, "id">, reason: Reason): never {
  throw new Refused(refusalOf(a, reason));
}

/** Answers with the value of `f`, or with the refusal that it stopped at. */
export function attempt<T>(f: () => T): T | { refusal: Refusal } {
  try {
    return f();
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}

const longest = 80;

/** Words in quotation marks, shortened in the middle. */
export function quoted(words: string): string {
  const text = words.trim();
  if (text.length <= longest) return `“${text}”`;
  return `“${text.slice(0, 45).trim()} … ${text.slice(-25).trim()}”`;
}

function times(n: number): string {
  return n === 1 ? "once" : n === 2 ? "twice" : `${n} times`;
}

/** What `occurrence` can say of words that stand somewhere so often. */
function whichOf(count: number): string {
  if (count === 1) return "Take `occurrence` out.";
  return `Write occurrence: ${count === 2 ? "1 or 2" : `1 to ${count}`}.`;
}

/** The reason of a problem with words. `where` is the paragraph as printed, `field` the list of changes in the amendment. */
export function reasonOf(
  problem: EditProblem,
  find: string,
  where: string,
  field: string,
  language: string,
  /** What the words are to be copied from. */
  from = "the text of the stage that the amendment speaks of",
): Reason {
  const places = problem.spots.map(
    (spot): Whereabouts => ({
      in: "text",
      id: spot.id,
      offset: spot.offset,
      length: spot.length,
      words: spot.words,
    }),
  );
  const base = { code: problem.code, field, places, language, ...(problem.by ? { by: problem.by } : {}) };
  const count = problem.count ?? 0;
  switch (problem.code) {
    case "words-not-found":
      return {
        ...base,
        message:
          count > 0
            ? `${quoted(find)} stands in ${where} ${times(count)}, so there is no such occurrence to change.`
            : `${quoted(find)} does not stand in ${where}.`,
        hint:
          count > 0
            ? whichOf(count)
            : problem.nearest
              ? `The nearest words there are ${quoted(problem.nearest)}.`
              : `Copy the words from ${from}.`,
      };
    case "words-ambiguous":
      return {
        ...base,
        message: `${quoted(find)} stands in ${where} ${times(count)}: ${problem.spots.map((spot) => quoted(spot.words)).join(", ")}.`,
        hint: `Add a word or two that stand beside the right one, or say which with occurrence: 1 to ${count}.`,
      };
    case "words-changed":
      return {
        ...base,
        message: `The words of ${where} that it changes (${quoted(find)}) are changed by ${problem.by ?? "another amendment"} already.`,
        hint: "Decide between the two, or put into one of them what both want.",
      };
    case "text-changed":
      return {
        ...base,
        message: `It gives ${where} another text, but ${problem.by ?? "another amendment"} has changed words of the present one.`,
        hint: "Decide between the two; when a new text is taken, changes to the old one fall.",
      };
    case "text-empty":
      return {
        ...base,
        message: `Nothing would be left of a text of ${where}.`,
        hint: "To take out a paragraph, delete it as a whole.",
      };
  }
}
