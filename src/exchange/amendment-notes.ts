/** What translators are told of the texts of amendments: what each is, who proposes it, and what stands now where it is to stand. */
import { nameOf } from "../amend/label.ts";
import type { AmendedWork } from "../amend/source.ts";
import { cleanStage } from "../amend/stages.ts";
import { loadLocale } from "../language/load.ts";
import { partyName } from "../language/party-name.ts";
import { prepareAmendments } from "../making/amending.ts";
import { workFor } from "../making/amendment-translation.ts";
import type { Amendment, AmendmentId, Operation } from "../model/amendment.ts";
import { isWords, textsIn } from "../model/amendment-texts.ts";
import { find, type SegmentAt } from "../model/walk.ts";
import type { Work } from "../read/work.ts";
import type { InlineText } from "../text/inline.ts";
import { flatten, type Run } from "../text/runs.ts";
import type { AmendmentTextState } from "../translate/amendment-states.ts";
import { beginning } from "../translate/context.ts";
import type { World } from "../world.ts";

const kinds: [RegExp, string][] = [
  [/^find/, "words that stand in the paragraph; translate them as they stand there in your language"],
  [/^put/, "words that are put in"],
  [/^text/, "new text"],
  [/^note-/, "footnote"],
  [/^reason/, "reason"],
  [/^decision-note/, "remark on the decision"],
];

/** What a translator is told of a text of an amendment. */
export interface AmendmentTelling {
  /** In English: what it is, who proposes it, where, and what stands there now. */
  note: (s: AmendmentTextState) => string;
  /** The part of the resolution that it is about, by which opening words are chosen; undefined for the title, notes and remarks. */
  part: (s: AmendmentTextState) => SegmentAt["part"] | undefined;
}

export function tellOfAmendments(world: World, work: Work, language: string): AmendmentTelling {
  const english = loadLocale(world, "en").value;
  const amended = prepareAmendments(workFor(work, language, undefined)).work;
  const byId = new Map(amended.amendments.map((a) => [a.id, a]));
  const note = ({ amendment, key, covered }: AmendmentTextState): string => {
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
  const part = ({ amendment, key }: AmendmentTextState): SegmentAt["part"] | undefined => {
    const a = byId.get(amendment);
    if (!a || !/^(?:result-)?(?:put|text)/.test(key)) return undefined;
    const about = (a.parent === undefined ? undefined : byId.get(a.parent)) ?? a;
    const { operation } = about;
    if ("place" in operation && "part" in operation.place) return operation.place.part;
    const id = idOf(operation);
    const original = cleanStage(amended, about.base, work.resolution.original);
    return id === undefined || !original ? undefined : find(original, id)?.part;
  };
  return { note, part };
}

function around(
  work: AmendedWork,
  a: Amendment,
  byId: ReadonlyMap<AmendmentId, Amendment>,
  length: number,
  language: string,
): string[] {
  const languages = [...new Set([a.original, language])];
  const show = (text: InlineText | undefined): string =>
    text && !isBorrowed(text, work.resolution.original) ? beginning({ text }, length) : "not there";
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

/** Whether a text stands wholly in the original language, in the place of a translation that is not there. */
function isBorrowed(text: InlineText, original: string): boolean {
  const words = flatten(text).filter((run) => run.text.trim() !== "");
  const apart = (run: Run): boolean =>
    run.marks.some((mark) => mark.kind === "isolate" && mark.lang === original);
  return words.length > 0 && words.every(apart);
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
