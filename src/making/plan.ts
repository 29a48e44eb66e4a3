/** What is to be made of one work: its stages, its house, and its text of each stage in each language that can be had. */

import type { Templates } from "../compose/compose.ts";
import type { HouseStyle } from "../document/house.ts";
import { reference } from "../language/load.ts";
import type { Locale } from "../language/locale.ts";
import { unknownNames } from "../language/unknown-names.ts";
import type { Resolution } from "../model/resolution.ts";
import { isFinal, type Stage } from "../model/stage.ts";
import { inLanguage, readWork, type Work } from "../read/work.ts";
import type { Checked, Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";
import { type Amending, pendingFindings, prepareAmendments } from "./amending.ts";
import { draftText, findGaps, gapReason, marksOf, passage, refusals, withGapsFilled } from "./gaps.ts";
import { languagesOf } from "./languages.ts";
import type { DocumentKind } from "./manifest.ts";
import { type MarkedWork, markedText, markedWork, type StageMade, textAt } from "./stage-text.ts";
import type { Supplies } from "./supplies.ts";

export interface Plan {
  work: Work;
  amending: Amending;
  stages: Stage[];
  house: HouseStyle;
  templates: Templates;
  texts: PlannedText[];
  leftOut: LeftOut[];
  /** No error in the work's own files: composing will not stumble over what has been said already. */
  sound: boolean;
}

export interface PlannedText {
  stage: Stage;
  /** The clean text of the stage. */
  resolution: Resolution;
  locale: Locale;
  marked?: MarkedWork;
}

/** A document nobody insisted on and that cannot be made, and why. */
export interface LeftOut {
  work: string;
  language: string;
  /** Absent: no format at all. */
  format?: "pdf" | "docx";
  reason: string;
  /** Ids of the texts that wait for a translation. */
  missing?: string[];
  /** Ids of the texts that were translated from a text that has changed since. */
  stale?: string[];
}

export interface PlanRequest {
  /** Id of the stage, or `all`; absent: the last one (of lists of amendments: the last that has one). */
  stage?: string;
  /** Lists of amendments are of stages that have one; what compares is of stages that have one before them. */
  kind?: DocumentKind;
  /** Every work was asked for, and it is no fault of one that it has no document of this kind. */
  anyWork?: boolean;
  /** BCP 47; absent: the original and every language with a complete translation. */
  languages?: readonly string[];
  /** Settles everything but the texts, whose languages are read; for a document in two languages, which stands by itself. */
  noTexts?: boolean;
  /** Texts that are stale stand in drafts without the marks that say so: for checking, not for printing. */
  unmarked?: boolean;
}

/** Everything that stands in the way is a finding; `value` holds what can be looked at further, also beside errors. */
export function planWork(
  world: World,
  supplies: Supplies,
  name: string,
  request: PlanRequest,
): Checked<Plan> {
  const read = readWork(world, name, request.languages);
  const diagnostics = [...read.diagnostics];
  const work = read.value;
  if (!work) return { diagnostics };

  /** Takes the findings over; those without a place get that of the field which asked for the thing. */
  const keep = <T>(checked: Checked<T>, field?: string): T | undefined => {
    const place = field === undefined ? undefined : work.places.get(`field:${field}`);
    diagnostics.push(...checked.diagnostics.map((d) => (d.place || !place ? d : { ...d, place })));
    return checked.value;
  };
  const chosen = chooseStages(work, request);
  const stages =
    keep(isLost(work, request, read.diagnostics) ? { ...chosen, diagnostics: [] } : chosen) ?? [];
  const amending = prepareAmendments(work);
  diagnostics.push(...amending.diagnostics, ...pendingFindings(work, amending, stages));
  const house = keep(supplies.house(work.resolution.instrument.house), "instrument.house");
  const templates = keep(supplies.templates(work.resolution.instrument.house), "instrument.house");

  const texts: PlannedText[] = [];
  const leftOut: LeftOut[] = [];
  /** Languages that documents will be made in, and how often each had lacked something before. */
  const speaking = new Map<Locale, number>();
  for (const language of request.noTexts ? [] : (request.languages ?? languagesOf(work))) {
    const asked = request.languages !== undefined;
    const gaps = findGaps(work, language);
    const known = hasTexts(work, language);
    const pass = (stage: Stage) =>
      known ? passage(stage, gaps, asked, house) : asked ? "printed" : "left-out";
    const printed = stages.filter((stage) => pass(stage) === "printed");
    for (const stage of stages.filter((s) => pass(s) === "refused")) {
      if (asked) diagnostics.push(...refusals(work, language, stage));
      else leftOut.push({ work: work.name, language, ...gaps, reason: gapReason(gaps, stage) });
    }
    if (stages.some((stage) => pass(stage) === "left-out"))
      leftOut.push(notTranslated(work, language, gaps.missing, read.diagnostics));
    if (printed.length === 0) continue;
    const locale = keep(supplies.locale(language), "instrument.languages");
    if (locale) speaking.set(locale, locale.diagnostics.length);
    const marked = locale && !request.unmarked && known && gaps.missing.length + gaps.stale.length > 0;
    const filled = marked ? withGapsFilled(work, language, marksOf(locale)) : work;
    const checked = !known
      ? noTranslation(work, language)
      : marked
        ? draftText(work, filled, language)
        : inLanguage(work, language);
    const first = keep(checked);
    if (!first || !locale) continue;
    const amended = marked ? prepareAmendments(filled) : amending;
    for (const stage of printed) {
      const made = textAt(work, filled, amended, stage, first);
      const stale = made.outdated.map((s) => s.segment.id);
      if (made.wanting.length > 0 && !asked) leftOut.push(notWorded(work, stage, made));
      else if (stale.length > 0 && isFinal(stage)) {
        const gap = { missing: [], stale };
        if (asked) diagnostics.push(...made.diagnostics);
        else leftOut.push({ work: work.name, language, ...gap, reason: gapReason(gap, stage) });
      } else {
        diagnostics.push(...made.diagnostics);
        const marks = marksOf(locale);
        const resolution = request.unmarked ? made.resolution : markedText(filled, stage, made, marks);
        const marked = request.unmarked ? undefined : markedWork(work, filled, amended, first, marks);
        texts.push({ stage, resolution, locale, ...(marked && { marked }) });
      }
    }
  }
  if (request.noTexts)
    for (const language of [work.resolution.original, ...Object.keys(work.translations).sort()]) {
      const locale = supplies.locale(language).value;
      if (locale) speaking.set(locale, locale.diagnostics.length);
    }
  const english = supplies.locale(reference).value;
  diagnostics.push(...unknownNames(work.resolution, [...speaking.keys()], work.places, english));
  for (const [locale, asked] of speaking) diagnostics.push(...locale.diagnostics.slice(asked));
  if (stages.length === 0 || !house || !templates) return { diagnostics };
  // A list prints what is broken in it as broken; documents that do not show the list need not speak of it so loudly.
  const isList = request.kind === "amendments" || request.kind === "decisions";
  // Which amendments have no words in a language, each list says itself of its own.
  const told = diagnostics.filter((d) => !isList || d.code !== "amendment-text-missing");
  const found = told.map((d) =>
    concerns(d, work, stages) ? d : { ...d, severity: "warning" as const, ...(isList && { unmended: true }) },
  );
  const sound = !found.some((d) => d.severity === "error" && isOwnFile(d, work));
  // Who checks wants to hear of everything, whatever it holds up.
  const said = request.unmarked ? diagnostics : found;
  return { value: { work, amending, stages, house, templates, texts, leftOut, sound }, diagnostics: said };
}

function notWorded(work: Work, stage: Stage, { resolution, wanting }: StageMade): LeftOut {
  const count = `${wanting.length} ${wanting.length === 1 ? "amendment has" : "amendments have"} no text`;
  const named = `${wanting.slice(0, 3).join(", ")}${wanting.length > 3 ? ", …" : ""}`;
  const { language } = resolution;
  const reason = `stage ${stage.id}: ${count} in ${language}: ${named}`;
  return { work: work.name, language, reason, missing: wanting };
}

/**
 * What is wrong in a list of amendments does not hold up the text that the list is about, nor those before it; nor does what a later
 * stage takes in.
 */
function concerns(d: Diagnostic, work: Work, stages: readonly Stage[]): boolean {
  const list = work.lists.find(({ file }) => file === d.place?.file);
  const order = work.resolution.stages.map((stage) => stage.id);
  const taker = takerOf(d);
  if (taker !== undefined) return stages.some((stage) => order.indexOf(stage.id) >= taker);
  if (!list || d.severity !== "error") return true;
  const base = order.indexOf(list.stage);
  return stages.some((stage) => order.indexOf(stage.id) > base);
}

/** Index of the stage that names an amendment which the finding is about. */
function takerOf({ severity, place }: Diagnostic): number | undefined {
  const [field, stage, applies] = place?.path ?? [];
  return severity === "error" && field === "stages" && applies === "applies" && typeof stage === "number"
    ? stage
    : undefined;
}

function isOwnFile(d: Diagnostic, work: Work): boolean {
  return d.place?.file.startsWith(`resolutions/${work.name}/`) ?? false;
}

/** The last stage, the one named, or every one; a stage that has the id `all` goes before. */
function chooseStages(work: Work, { stage: wanted, kind = "clean", anyWork }: PlanRequest): Checked<Stage[]> {
  const { stages } = work.resolution;
  const fit = stages.filter((s, i) => {
    if (kind === "amendments" || kind === "decisions") return work.lists.some((list) => list.stage === s.id);
    return i > 0 || (kind !== "renumbering" && (kind !== "redline" || wanted !== "all"));
  });
  const stage = wanted === undefined ? fit.at(-1) : stages.find((s) => s.id === wanted);
  if (stage && fit.includes(stage)) return { value: [stage], diagnostics: [] };
  if (wanted === "all" && fit.length > 0) return { value: fit, diagnostics: [] };
  if (anyWork && stages.length > 0 && fit.length === 0) return { diagnostics: [] };
  if (stages.length > 0 && (stage || wanted === undefined || wanted === "all"))
    return { diagnostics: [notOfStage(work, kind, stage)] };
  const ids = stages.map((s) => s.id);
  const place: Place = { file: `resolutions/${work.name}/resolution.yaml`, line: 1, column: 1 };
  const message =
    wanted === undefined
      ? `The work "${work.name}" has no stage.`
      : `The work "${work.name}" has no stage "${wanted}".`;
  const near = wanted === undefined ? undefined : nearest(wanted, ids);
  const hint =
    ids.length > 0
      ? `${near ? `Did you mean "${near}"? ` : ""}Its stages are: ${ids.join(", ")}.`
      : 'Give it one under "stages:".';
  return { diagnostics: [{ code: "stage-unknown", severity: "error", message, place, hint }] };
}

/** Whether there is a list that cannot be read, or is to no stage: that it is missing then has been said. */
function isLost(work: Work, { stage, kind }: PlanRequest, found: readonly Diagnostic[]): boolean {
  const ids = work.resolution.stages.map((s) => s.id);
  if ((kind !== "amendments" && kind !== "decisions") || (stage !== undefined && !ids.includes(stage)))
    return false;
  const read = work.lists.filter((list) => ids.includes(list.stage)).map((list) => list.file);
  return found.some(
    ({ severity, place: { file } = { file: "" } }) =>
      severity === "error" && file.startsWith(`resolutions/${work.name}/amendments/`) && !read.includes(file),
  );
}

function notOfStage(work: Work, kind: DocumentKind, stage: Stage | undefined): Diagnostic {
  const about = stage ? `The stage "${stage.id}" of "${work.name}"` : `The work "${work.name}"`;
  const place = work.places.get("field:stages");
  const base = { code: "stage-unknown" as const, severity: "error" as const, ...(place ? { place } : {}) };
  if (kind === "renumbering")
    return {
      ...base,
      message: stage
        ? `${about} is the first one, so no numbers have changed.`
        : `${about} has one stage only, so no numbers have changed.`,
      hint: stage ? "Choose a later one with --stage." : 'Give it the next one under "stages:".',
    };
  const lists = [...new Set(work.lists.map((list) => list.stage))];
  return {
    ...base,
    message: `${about} has no list of amendments.`,
    hint:
      lists.length > 0
        ? `There are lists to: ${lists.join(", ")}.`
        : `Lists stand in resolutions/${work.name}/amendments/, each with "stage:" at its head.`,
  };
}

function fileOf(work: Work, language: string): string {
  return `resolutions/${work.name}/translations/${language}.yaml`;
}

function hasTexts(work: Work, language: string): boolean {
  return language === work.resolution.original || work.translations[language] !== undefined;
}

function notTranslated(
  work: Work,
  language: string,
  missing: string[],
  found: readonly Diagnostic[],
): LeftOut {
  const base = { work: work.name, language, missing };
  const file = fileOf(work, language);
  if (!hasTexts(work, language)) {
    const broken = found.some((d) => d.severity === "error" && d.place?.file === file);
    return { ...base, reason: broken ? `${file} cannot be read` : `there is no ${file}` };
  }
  const named = missing.slice(0, 3).join(", ");
  const count = `${missing.length} ${missing.length === 1 ? "text has" : "texts have"} no translation`;
  return { ...base, reason: `${count}: ${named}${missing.length > 3 ? ", …" : ""}` };
}

function noTranslation(work: Work, language: string): Checked<Resolution> {
  const there = [work.resolution.original, ...work.translatedInto];
  const near = nearest(language, there);
  const place: Place = { file: fileOf(work, language), line: 1, column: 1 };
  const message = `The work "${work.name}" has no translation into "${language}".`;
  const hint = `${near ? `Did you mean "${near}"? ` : ""}It is there in: ${there.join(", ")}.`;
  return { diagnostics: [{ code: "translation-missing", severity: "error", message, place, hint }] };
}
