/** The texts of all amendments of a work in another language: which are wanted, how they stand, what translators are told of them. */
import { nameOf } from "./amend/label.ts";
import type { AmendedWork } from "./amend/source.ts";
import { cleanStage } from "./amend/stages.ts";
import { prepareAmendments } from "./amending.ts";
import { withGapsFilled } from "./gaps.ts";
import { loadLocale } from "./language/load.ts";
import { partyName } from "./language/party-name.ts";
import type { Amendment, AmendmentId, Operation, Tabled } from "./model/amendment.ts";
import { isWords, type TextKey, textsIn } from "./model/amendment-texts.ts";
import type { Translation } from "./model/translation.ts";
import { find } from "./model/walk.ts";
import type { AmendmentList, Work } from "./read/work.ts";
import type { Diagnostic } from "./report/diagnostic.ts";
import type { InlineText } from "./text/inline.ts";
import { type AmendmentTextState, amendmentStates } from "./translate/amendment-states.ts";
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

/** Amendments whose words in a language answer an earlier text of the original. */
export function staleAmendments(work: Work, language: string): AmendmentId[] {
  return work.tabled.filter((t) => staleKeys(t, work, language).length > 0).map((t) => t.id);
}

function staleKeys(t: Tabled, { history }: Work, language: string): TextKey[] {
  return amendmentStates(t, language, history).flatMap(({ state, key }) =>
    state === "stale" && !isRemark(key) ? [key] : [],
  );
}

/** The same as findings at the amendments. */
export function staleFindings(
  work: Work,
  language: string,
  severity: "warning" | "error" = "warning",
): { amendment: AmendmentId; finding: Diagnostic }[] {
  return work.tabled.flatMap((t) => {
    const keys = staleKeys(t, work, language);
    if (keys.length === 0) return [];
    const place = t.places[`${t.operation.kind}.${language}`] ?? t.places[t.operation.kind] ?? t.place;
    const finding: Diagnostic = {
      code: "translation-stale",
      severity,
      message: `${t.id}: The text in \`${language}\` was made from an earlier text of the amendment (${keys.map(nameOfKey).join(", ")}).`,
      place,
      hint: `Export it and import it again; hemicycle translate ${work.name} status shows what changed.`,
    };
    return [{ amendment: t.id, finding }];
  });
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
export function workFor(work: Work, language: string, translation: Translation | undefined): Work {
  if (language === work.resolution.original) return work;
  const own = translation ?? work.translations[language] ?? { language, persons: {}, texts: {} };
  const translations = { ...work.translations, [language]: own };
  return withGapsFilled({ ...work, translations }, language, { missing: [], stale: [] });
}

/** Remarks are printed beside the text, if at all. */
export function isRemark(key: TextKey): boolean {
  return key === "reason" || key === "decision-note";
}
