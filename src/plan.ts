/** What is to be made of one work: its stage, its house, and its text in each language that can be had. */
import type { Templates } from "./compose/compose.ts";
import type { HouseStyle } from "./document/house.ts";
import type { Locale } from "./language/locale.ts";
import type { Resolution } from "./model/resolution.ts";
import type { Stage } from "./model/stage.ts";
import { segments } from "./model/walk.ts";
import { inLanguage, readWork, type Work } from "./read/work.ts";
import type { Checked, Diagnostic, Place } from "./report/diagnostic.ts";
import { nearest } from "./report/nearest.ts";
import type { Supplies } from "./supplies.ts";
import type { World } from "./world.ts";

export interface Plan {
  work: Work;
  stage: Stage;
  house: HouseStyle;
  templates: Templates;
  texts: PlannedText[];
  leftOut: LeftOut[];
  /** No error in the work's own files: composing will not stumble over what has been said already. */
  sound: boolean;
}

export interface PlannedText {
  resolution: Resolution;
  locale: Locale;
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
}

export interface PlanRequest {
  /** Id of the stage; absent: the last one. */
  stage?: string;
  /** BCP 47; absent: the original and every language with a complete translation. */
  languages?: readonly string[];
}

/** Everything that stands in the way is a finding; `value` holds what can be looked at further, also beside errors. */
export function planWork(
  world: World,
  supplies: Supplies,
  name: string,
  request: PlanRequest,
): Checked<Plan> {
  const read = readWork(world, name);
  const diagnostics = [...read.diagnostics];
  const work = read.value;
  if (!work) return { diagnostics };

  /** Takes the findings over; those without a place get that of the field which asked for the thing. */
  const keep = <T>(checked: Checked<T>, field?: string): T | undefined => {
    const place = field === undefined ? undefined : work.places.get(`field:${field}`);
    diagnostics.push(...checked.diagnostics.map((d) => (d.place || !place ? d : { ...d, place })));
    return checked.value;
  };
  const stage = keep(chooseStage(work, request.stage));
  const house = keep(supplies.house(work.resolution.instrument.house), "instrument.house");
  const templates = keep(supplies.templates(work.resolution.instrument.house), "instrument.house");

  const texts: PlannedText[] = [];
  const leftOut: LeftOut[] = [];
  for (const language of request.languages ?? languagesOf(work)) {
    const missing = untranslated(work, language);
    if (missing.length > 0 && !request.languages) {
      leftOut.push(notTranslated(work, language, missing, read.diagnostics));
      continue;
    }
    const resolution = keep(
      hasTexts(work, language) ? inLanguage(work, language) : noTranslation(work, language),
    );
    const locale = keep(supplies.locale(language), "instrument.languages");
    if (resolution && locale) texts.push({ resolution, locale });
  }
  if (!stage || !house || !templates) return { diagnostics };
  const sound = !diagnostics.some((d) => d.severity === "error" && isOwnFile(d, work));
  return { value: { work, stage, house, templates, texts, leftOut, sound }, diagnostics };
}

function isOwnFile(d: Diagnostic, work: Work): boolean {
  return d.place?.file.startsWith(`resolutions/${work.name}/`) ?? false;
}

/** The original first, then the languages the work asks for, then further translations that are there. */
function languagesOf(work: Work): string[] {
  const { original, instrument } = work.resolution;
  return [...new Set([original, ...instrument.languages, ...Object.keys(work.translations).sort()])];
}

function chooseStage(work: Work, wanted: string | undefined): Checked<Stage> {
  const { stages } = work.resolution;
  const stage = wanted === undefined ? stages.at(-1) : stages.find((s) => s.id === wanted);
  if (stage) return { value: stage, diagnostics: [] };
  const ids = stages.map((s) => s.id);
  const place: Place = { file: `resolutions/${work.name}/resolution.yaml`, line: 1, column: 1 };
  const message =
    wanted === undefined
      ? `The work "${work.name}" has no stage.`
      : `The work "${work.name}" has no stage "${wanted}".`;
  const hint = ids.length > 0 ? `Its stages are: ${ids.join(", ")}.` : 'Give it one under "stages:".';
  return { diagnostics: [{ code: "stage-unknown", severity: "error", message, place, hint }] };
}

function fileOf(work: Work, language: string): string {
  return `resolutions/${work.name}/translations/${language}.yaml`;
}

function hasTexts(work: Work, language: string): boolean {
  return language === work.resolution.original || work.translations[language] !== undefined;
}

/** Ids of the texts without a translation, in document order. */
export function untranslated(work: Work, language: string): string[] {
  if (language === work.resolution.original) return [];
  const texts = work.translations[language]?.texts ?? {};
  return segments(work.resolution)
    .map((s) => s.id)
    .filter((id) => !Object.hasOwn(texts, id));
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
  const there = [work.resolution.original, ...Object.keys(work.translations).sort()];
  const near = nearest(language, there);
  const place: Place = { file: fileOf(work, language), line: 1, column: 1 };
  const message = `The work "${work.name}" has no translation into "${language}".`;
  const hint = `${near ? `Did you mean "${near}"? ` : ""}It is there in: ${there.join(", ")}.`;
  return { diagnostics: [{ code: "translation-missing", severity: "error", message, place, hint }] };
}
