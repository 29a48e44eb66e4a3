/** Looks a work over without making anything: source, translations, locales, house, templates and the rules of lint. */

import { compose } from "../compose/compose.ts";
import { reviewInOrder } from "../language/review.ts";
import { inLanguage, listWorks } from "../read/work.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { distinctDiagnostics } from "../report/print.ts";
import type { World } from "../world.ts";
import { tryAmendments } from "./amending.ts";
import { staleFindings } from "./amendment-translation.ts";
import { languagesOf } from "./languages.ts";
import { type LeftOut, type Plan, planWork } from "./plan.ts";
import { crossingFindings, proposalFindings } from "./proposal-findings.ts";
import { reserved } from "./reserved.ts";
import { stageFindings } from "./stage-findings.ts";
import { gatherSupplies, type Supplies } from "./supplies.ts";
import { written } from "./text-places.ts";

export interface CheckRequest {
  /** Names of works; absent: all. */
  works?: readonly string[];
  /** Also lists the phrases that wait for a look by the secretariat: those that the documents print, or all. */
  review?: "first" | "all";
}

export interface CheckReport {
  works: string[];
  /** Languages that are not complete. */
  leftOut: LeftOut[];
  /** How many phrases of each language wait for a look, when that was asked: those that documents print, and the others. */
  review: { language: string; first: number; later: number }[];
}

/** Findings of all works; what several languages find at one spot is said once. */
export async function check(world: World, request: CheckRequest): Promise<Checked<CheckReport>> {
  const supplies = await gatherSupplies(world);
  const works = [...(request.works ?? listWorks(world))];
  const diagnostics: Diagnostic[] = [];
  const leftOut: LeftOut[] = [];
  const languages = new Set<string>();
  for (const name of works) {
    const found = checkWork(world, supplies, name);
    diagnostics.push(...found.diagnostics);
    leftOut.push(...(found.value?.leftOut ?? []));
    for (const { resolution } of found.value?.texts ?? []) languages.add(resolution.language);
  }
  const review: CheckReport["review"] = [];
  for (const language of request.review ? [...languages].sort() : []) {
    const printed = supplies.locale(language).value?.printed ?? new Set();
    const { first, later } = reviewInOrder(world, language, printed).value ?? { first: [], later: [] };
    review.push({ language, first: first.length, later: later.length });
    diagnostics.push(...first, ...(request.review === "all" ? later : []));
  }
  return { value: { works, leftOut, review }, diagnostics: distinctDiagnostics(diagnostics) };
}

function checkWork(world: World, supplies: Supplies, name: string): Checked<Plan> {
  const planned = planWork(world, supplies, name, { unmarked: true });
  const diagnostics = [...planned.diagnostics];
  const plan = planned.value;
  if (!plan) return { diagnostics };
  const languages = plan.texts.map(({ resolution }) => resolution.language);
  if (plan.work.tabled.length > 0)
    diagnostics.push(
      ...tryAmendments(plan.work, plan.amending, languages).diagnostics,
      ...languagesOf(plan.work).flatMap((language) =>
        staleFindings(plan.work, language).map((f) => f.finding),
      ),
      ...crossingFindings(plan.work, plan.amending),
      ...proposalFindings({
        work: plan.work,
        amending: plan.amending,
        languages: [plan.work.resolution.original, ...languagesOf(plan.work)],
        locale: (code) => supplies.locale(code).value,
      }),
    );
  for (const { stage, resolution, locale } of plan.sound ? plan.texts : []) {
    const { house, templates, work } = plan;
    const { sourceHash } = work;
    const made = compose({ resolution, stage, kind: "clean", locale, house, templates, sourceHash });
    diagnostics.push(...made.diagnostics.map((d) => written(reserved(d, plan.amending), work)));
  }
  diagnostics.push(...stageFindings(plan));
  for (const { language } of plan.leftOut) {
    if (plan.work.translations[language])
      diagnostics.push(...softened(inLanguage(plan.work, language).diagnostics));
  }
  return { value: plan, diagnostics };
}

/** A missing translation holds up one language, not the work: a warning here, paragraph by paragraph. */
function softened(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.map((d) => (d.code === "translation-missing" ? { ...d, severity: "warning" } : d));
}
