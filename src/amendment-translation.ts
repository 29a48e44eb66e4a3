/** The texts of all amendments of a work in another language: which are wanted, how they stand, what translators are told of them. */
import { effectiveOperation, isAccepted } from "./amend/decided.ts";
import { nameOf } from "./amend/label.ts";
import type { AmendedWork } from "./amend/source.ts";
import { cleanStage } from "./amend/stages.ts";
import { prepareAmendments, tryOne } from "./amending.ts";
import { withGapsFilled } from "./gaps.ts";
import { loadLocale } from "./language/load.ts";
import { partyName } from "./language/party-name.ts";
import type { Amendment, AmendmentId, Operation, Tabled, WordChange } from "./model/amendment.ts";
import { changesOf, isWords, type TextKey, textsIn } from "./model/amendment-texts.ts";
import type { Refusal } from "./model/findings.ts";
import type { Translation } from "./model/translation.ts";
import { find } from "./model/walk.ts";
import type { AmendmentList, Work } from "./read/work.ts";
import { type InlineText, plainText } from "./text/inline.ts";
import { type AmendmentTextState, amendmentStates, concernsLanguage } from "./translate/amendment-states.ts";
import { beginning } from "./translate/context.ts";
import type { World } from "./world.ts";

/** One list, and how its texts stand in a language. */
export interface ListStates {
  list: AmendmentList;
  states: AmendmentTextState[];
}

/**
 * By list, the texts that there are in a language or that are wanted in it: those of a list that names the language, and those of
 * amendments that were accepted, in the languages of the work. `all`: also reasons, which nobody prints.
 */
export function listStates(
  work: Work,
  language: string,
  languages: readonly string[],
  options: { all?: boolean } = {},
): ListStates[] {
  return work.lists.map((list) => {
    const own = work.tabled.filter((t) => t.place.file === list.file);
    return {
      list,
      states: own.flatMap((t) => {
        const wanted = list.languages.includes(language) || (isTaken(t) && languages.includes(language));
        return amendmentStates(t, language, work.history, options).filter(
          ({ state }) => wanted || state !== "missing",
        );
      }),
    };
  });
}

function isTaken({ decision: { outcome } }: Tabled): boolean {
  return outcome === "accepted" || outcome === "accepted-as-amended";
}

/** Accepted amendments whose words in a language answer an earlier text of the original. */
export function staleAmendments(work: Work, language: string): AmendmentId[] {
  return work.tabled.flatMap((t) =>
    amendmentStates(t, language, work.history).some(
      ({ state, key }) => state === "stale" && key !== "reason" && !key.startsWith("decision-"),
    )
      ? [t.id]
      : [],
  );
}

/** Languages that amendments were written in other than that of the work. */
export function originalsOf(work: Work): string[] {
  return [...new Set(work.tabled.map((t) => t.original))].sort();
}

const kinds: [RegExp, string][] = [
  [/^find/, "words that stand in the paragraph; translate them as they stand there in your language"],
  [/^put/, "words that are put in"],
  [/^text/, "new text"],
  [/^note-/, "footnote"],
  [/^reason/, "reason"],
  [/^decision-note/, "remark on the decision"],
];

/** `new text 2`, `words put in 1`: in English, for lists. */
export function nameOfKey(key: TextKey): string {
  const plain = key.replace(/^result-/, "");
  const number = /\d+$/.exec(plain)?.[0];
  const numbered = number === undefined || plain.startsWith("note-") ? "" : ` ${number}`;
  const names: [RegExp, string][] = [
    [/^find/, `words found${numbered}`],
    [/^put/, `words put in${numbered}`],
    [/^text/, `new text${numbered}`],
    [/^note-/, `footnote ${plain.slice(5)}`],
    [/^reason/, "reason"],
    [/^decision-note/, "remark on the decision"],
  ];
  const name = names.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
  return plain === key ? name : `${name}, as decided`;
}

/** What a translator is told of a text of an amendment, in English: what it is, who proposes it, where, and what stands there now. */
export function amendmentNotes(
  world: World,
  work: Work,
  language: string,
): (s: AmendmentTextState) => string {
  const english = loadLocale(world, "en").value;
  const amended = prepareAmendments(workFor(work, language, undefined)).work;
  const byId = new Map(amended.amendments.map((a) => [a.id, a]));
  return ({ amendment, key, covered }) => {
    const a = byId.get(amendment);
    if (!a) return `Amendment ${amendment}.`;
    const what = kinds.find(([pattern]) => pattern.test(key.replace(/^result-/, "")))?.[1] ?? "text";
    const by = english ? a.submitters.map((p) => partyName(english, p, a.received)).join("; ") : "";
    const parts = [
      `Amendment ${amendment}${by === "" ? "" : ` by ${by}`}: ${what}.`,
      ...(key.startsWith("result-") ? ["As the body amended it."] : []),
      ...around(amended, a, byId, isWords(key) ? Number.POSITIVE_INFINITY : 60, language),
      ...(covered ? ["In your language other words are changed in its place."] : []),
    ];
    return parts.join(" ");
  };
}

function around(
  work: AmendedWork,
  a: Amendment,
  byId: ReadonlyMap<AmendmentId, Amendment>,
  length: number,
  language: string,
): string[] {
  const languages = [...new Set([a.original, language])];
  const show = (text: InlineText | undefined): string => (text ? beginning({ text }, length) : "not there");
  const parent = a.parent === undefined ? undefined : byId.get(a.parent);
  if (parent) {
    const texts = languages.map((code) => {
      const own = [...textsIn(parent, code)].find(([key]) => /^(?:put|text)/.test(key))?.[1];
      return `In ${code}: ${show(own)}.`;
    });
    return [`To the amendment ${parent.id}.`, ...texts];
  }
  const id = idOf(a.operation);
  if (id === undefined) return [];
  const original = cleanStage(work, a.base, work.resolution.original);
  if (!original) return [];
  const name = id === "title" ? "the title" : nameOf(original, id);
  const texts = languages.map((code) => {
    const there = cleanStage(work, a.base, code);
    return `In ${code}: ${show(there && find(there, id)?.text)}.`;
  });
  const place = "place" in a.operation ? `Place: ${a.operation.place.at} ${name}.` : `It is about ${name}.`;
  return [place, ...texts];
}

/** The text that an operation is about, or that its place is found by. */
function idOf(operation: Operation): string | undefined {
  if (operation.kind === "retitle") return "title";
  if ("place" in operation && operation.kind === "add")
    return "id" in operation.place
      ? operation.place.id
      : "within" in operation.place
        ? operation.place.within
        : undefined;
  if (!("target" in operation)) return undefined;
  return operation.target.kind === "title" ? "title" : operation.target.id;
}

/** The work with a text for everything in the language, so that amendments can be put into it. */
function workFor(work: Work, language: string, translation: Translation | undefined): Work {
  if (language === work.resolution.original) return work;
  const own = translation ?? work.translations[language] ?? { language, persons: {}, texts: {} };
  const translations = { ...work.translations, [language]: own };
  return withGapsFilled({ ...work, translations }, language, { missing: [], stale: [] });
}

/** A returned amendment that does not fit, and why. */
export interface Misfit {
  amendment: AmendmentId;
  /** Texts that cannot be taken. */
  keys: TextKey[];
  reason: string;
  hint?: string;
}

/**
 * Puts returned changes of words into the texts that they are about: words to be changed stand there exactly once, and a list of
 * changes that was not there comes whole. `translation` is that of the paragraphs as it is going to be.
 */
export function misfits(
  work: Work,
  language: string,
  translation: Translation | undefined,
  returned: ReadonlyMap<AmendmentId, ReadonlyMap<TextKey, InlineText>>,
): Misfit[] {
  const found: Misfit[] = [];
  const amended = prepareAmendments(workFor(work, language, translation)).work;
  const tried = amended.amendments.map((a): Amendment => {
    const texts = returned.get(a.id);
    if (!texts) return a;
    const whole = incomplete(a, language, texts);
    if (whole.length > 0) {
      found.push({
        amendment: a.id,
        keys: [...texts.keys()].filter((key) => !key.startsWith("note-") && !isRemark(key)),
        reason: `its other texts did not come with it (${whole.join(", ")})`,
        hint: "Translate all texts of the amendment and import them together.",
      });
      return a;
    }
    return withTexts(a, language, texts);
  });
  const failed = new Set(found.map((m) => m.amendment));
  const trial: AmendedWork = { ...amended, amendments: tried };
  for (const a of tried) {
    const texts = returned.get(a.id);
    if (!texts || failed.has(a.id) || ![...texts.keys()].some(isWords)) continue;
    const refusal = tryOne(a, trial, language) ?? refusedResult(a, trial, language);
    if (!refusal) continue;
    found.push({
      amendment: a.id,
      keys: [...texts.keys()].filter(isWords),
      reason: refusal.message,
      ...(refusal.hint === undefined ? {} : { hint: refusal.hint }),
    });
  }
  return found;
}

function refusedResult(a: Amendment, work: AmendedWork, language: string): Refusal | undefined {
  if (!a.decision.result || !isAccepted(a)) return undefined;
  const made = effectiveOperation(a, work.amendments);
  if ("refusal" in made) return made.refusal;
  return tryOne({ ...a, operation: made.operation }, work, language);
}

function isRemark(key: TextKey): boolean {
  return key === "reason" || key === "decision-note";
}

/** Texts without which the operation could not be written in the language. */
function incomplete(a: Amendment, language: string, texts: ReadonlyMap<TextKey, InlineText>): TextKey[] {
  const there = textsIn(a, language);
  return [...textsIn(a, a.original).keys()].filter((key) => {
    if (key.startsWith("note-") || isRemark(key) || texts.has(key) || there.has(key)) return false;
    const side = key.startsWith("result-") ? "result-" : "";
    const touched = [...texts.keys()].some(
      (k) => !k.startsWith("note-") && !isRemark(k) && k.startsWith("result-") === (side !== ""),
    );
    if (!touched) return false;
    const n = Number(/\d+$/.exec(key)?.[0] ?? 1);
    const changes = changesOf(a, key, language);
    // What other changes of the language stand for; a new one needs both its sides.
    if (changes) return changes.length < n && (texts.has(`${side}find${n}`) || texts.has(`${side}put${n}`));
    return true;
  });
}

function withTexts(a: Amendment, language: string, texts: ReadonlyMap<TextKey, InlineText>): Amendment {
  const { result } = a.decision;
  return {
    ...a,
    operation: operationWith(a.operation, a, language, texts, ""),
    decision: {
      ...a.decision,
      ...(result ? { result: operationWith(result, a, language, texts, "result-") } : {}),
    },
  };
}

function operationWith(
  operation: Operation,
  { original }: Amendment,
  language: string,
  texts: ReadonlyMap<TextKey, InlineText>,
  before: "" | "result-",
): Operation {
  if (!("changes" in operation) || !operation.changes) return operation;
  const mine = operation.changes[language] ?? [];
  const changes = Array.from(
    { length: Math.max(mine.length, operation.changes[original]?.length ?? 0) },
    (_, i): WordChange[] => {
      const [words, put] = [texts.get(`${before}find${i + 1}`), texts.get(`${before}put${i + 1}`)];
      const own = mine[i];
      if (own) return [{ ...own, ...(words ? { find: plainText(words) } : {}), ...(put ? { put } : {}) }];
      if (!words) return [];
      const beside = operation.changes?.[original]?.[i]?.beside;
      return [{ find: plainText(words), put: put ?? [], ...(beside ? { beside } : {}) }];
    },
  ).flat();
  return changes.length === 0
    ? operation
    : { ...operation, changes: { ...operation.changes, [language]: changes } };
}

/** Whether an amendment of the work could have texts in the language. */
export function anyConcerns(work: Work, language: string): boolean {
  return work.tabled.some((t) => concernsLanguage(t, language));
}
