/** Whether a stage can go out in a language in which texts are missing or stale, and what it says in their places when it can. */
import type { HouseStyle } from "../document/house.ts";
import type { Locale } from "../language/locale.ts";
import type { Resolution } from "../model/resolution.ts";
import { isFinal, type Stage } from "../model/stage.ts";
import { inLanguage, type Work } from "../read/work.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { freshness } from "../translate/freshness.ts";
import { fillGaps, type GapMarks } from "../translate/gaps.ts";

/** Ids of the texts that wait for a translation or a second look, in the order of the text. */
export interface Gaps {
  missing: string[];
  stale: string[];
}

export function findGaps(work: Work, language: string): Gaps {
  const { resolution, translations, history } = work;
  if (language === resolution.original) return { missing: [], stale: [] };
  const all = freshness(resolution, translations[language], history);
  const ids = (state: "missing" | "stale"): string[] =>
    all.filter((s) => s.state === state).map((s) => s.segment.id);
  return { missing: ids("missing"), stale: ids("stale") };
}

/**
 * `refused`: it is final, and the language is not complete and fresh. `left-out`: texts are missing, and nobody asked for this language
 * by name, nor does the house print drafts so. `printed`: with marks where there are gaps.
 */
export function passage(
  stage: Stage,
  { missing, stale }: Gaps,
  asked: boolean,
  house: HouseStyle | undefined,
): "refused" | "left-out" | "printed" {
  if (missing.length + stale.length === 0) return "printed";
  if (isFinal(stage)) return "refused";
  if (missing.length === 0 || asked || house?.gaps?.includes(stage.kind)) return "printed";
  return "left-out";
}

export function marksOf(locale: Locale): GapMarks {
  return {
    missing: locale.phrase("translation.gap-missing"),
    stale: locale.phrase("translation.gap-stale"),
  };
}

/** The work with a text for everything in a language, as a draft prints it. */
export function withGapsFilled(work: Work, language: string, marks: GapMarks): Work {
  const { resolution, translations, history } = work;
  const translation = translations[language];
  if (!translation) return work;
  const filled = fillGaps(resolution, translation, history, marks);
  return { ...work, translations: { ...translations, [language]: filled } };
}

/** The text of the first stage in a language, gaps filled and marked; each of them is a warning. */
export function draftText(work: Work, filled: Work, language: string): Checked<Resolution> {
  const diagnostics = inLanguage(work, language).diagnostics.map((d) => ({
    ...d,
    severity: "warning" as const,
  }));
  const { value } = inLanguage(filled, language);
  return { ...(value ? { value } : {}), diagnostics };
}

/** Every text that keeps a final stage from going out in a language, as an error at its place. */
export function refusals(work: Work, language: string, stage: Stage): Diagnostic[] {
  return inLanguage(work, language).diagnostics.map((d) => ({
    ...d,
    severity: "error",
    message: `Stage ${stage.id} is final: ${d.message}`,
  }));
}

/** Why a language is left out, with the texts named. */
export function gapReason({ missing, stale }: Gaps, stage: Stage): string {
  const named = (what: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${what}: ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", …" : ""}`];
  const parts = [...named("missing texts", missing), ...named("stale texts", stale)];
  return `stage ${stage.id} is final; ${parts.join("; ")}`;
}
