/** Texts of a work in two languages: the first language beside each of the others, what is not translated left empty and marked. */
import { stageText } from "../amend/stages.ts";
import type { Side } from "../compose/bilingual.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { TranslatedText, Translation } from "../model/translation.ts";
import { mapSegments } from "../model/walk.ts";
import { inLanguage, type Work } from "../read/work.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { freshness, type SegmentState } from "../translate/freshness.ts";
import { prepareAmendments } from "./amending.ts";
import { statesAtStage } from "./stage-freshness.ts";
import type { Supplies } from "./supplies.ts";

/** One stage in two languages. */
export interface Pair {
  stage: Stage;
  left: Side;
  right: Side;
  /** The text of the stage in the original language. */
  original: Resolution;
}

/**
 * The pairs of every stage: the first language with each of the others. With one language only, the original stands before it; with
 * none, every translation there is stands beside the original.
 */
export function pairsOf(
  work: Work,
  stages: readonly Stage[],
  asked: readonly string[] | undefined,
  supplies: Supplies,
): Checked<Pair[]> {
  const diagnostics: Diagnostic[] = [];
  const { original } = work.resolution;
  const languages = languagesOf(asked, original, Object.keys(work.translations).sort());
  const [first, ...others] = languages;
  if (first === undefined || others.length === 0) {
    const hint = "Name two with --lang, such as --lang en,fr.";
    const message = `The work "${work.name}" has one language only.`;
    return { diagnostics: [{ code: "translation-missing", severity: "error", message, hint }] };
  }
  const pairs = stages.flatMap((stage): Pair[] => {
    const sides = languages.map((language) => sideOf(work, stage, language, supplies));
    diagnostics.push(...sides.flatMap((s) => s.diagnostics));
    const [left, ...rest] = sides;
    const text = originalAt(work, stage);
    return rest.flatMap((right) =>
      left?.value && right.value ? [{ stage, left: left.value, right: right.value, original: text }] : [],
    );
  });
  return { value: pairs, diagnostics };
}

function languagesOf(
  asked: readonly string[] | undefined,
  original: string,
  translated: readonly string[],
): string[] {
  if (!asked) return [original, ...translated];
  const [only, second] = asked;
  return second === undefined && only !== undefined && only !== original ? [original, only] : [...asked];
}

function originalAt(work: Work, stage: Stage): Resolution {
  const { resolution } = work;
  if (stage.id === resolution.stages[0]?.id) return resolution;
  return stageText(prepareAmendments(work).work, stage.id, resolution.original)?.clean ?? resolution;
}

function sideOf(work: Work, stage: Stage, language: string, supplies: Supplies): Checked<Side> {
  const locale = supplies.locale(language);
  const diagnostics = [...locale.diagnostics];
  if (!locale.value) return { diagnostics };
  const empty = withEmptyTexts(work, language);
  const first = inLanguage(empty, language);
  diagnostics.push(...first.diagnostics.filter((d) => d.severity === "error"));
  if (!first.value) return { diagnostics };
  const at =
    stage.id === work.resolution.stages[0]?.id
      ? undefined
      : stageText(prepareAmendments(empty).work, stage.id, language)?.clean;
  const states = statesOf(work, stage, language);
  const ids = (state: "missing" | "stale"): Set<Id> =>
    new Set(states.filter((s) => s.state === state).map((s) => s.segment.id));
  const missing = ids("missing");
  // What an amendment without words in this language changed stands there in the original; a cell is never in two languages.
  const resolution = mapSegments(at ?? first.value, (s) => (missing.has(s.id) ? [] : s.text));
  return { value: { resolution, locale: locale.value, missing, stale: ids("stale") }, diagnostics };
}

function statesOf(work: Work, stage: Stage, language: string): SegmentState[] {
  const { resolution, translations, history } = work;
  if (language === resolution.original) return [];
  const later = statesAtStage(work, stage.id);
  return later ? later.states(language) : freshness(resolution, translations[language], history);
}

/** The work with an answer for every text in a language: its own, also where it is stale, else one without words. */
function withEmptyTexts(work: Work, language: string): Work {
  const { resolution, translations, history } = work;
  if (language === resolution.original) return work;
  const own: Translation = translations[language] ?? { language, persons: {}, texts: {} };
  const texts: Record<Id, TranslatedText> = {};
  for (const { segment, hash, translated } of freshness(resolution, own, history))
    texts[segment.id] = { ...translated, source: hash, text: translated?.text ?? [] };
  return { ...work, translations: { ...translations, [language]: { ...own, texts } } };
}
