/** Composes everything that a plan asks for: texts, texts in two languages, papers about amendments. */

import { composeBilingual } from "../compose/bilingual.ts";
import { type Composition, compose, composeBoth } from "../compose/compose.ts";
import type { Document } from "../document/tree.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { sha256 } from "../text/sha256.ts";
import { pairsOf } from "./bilingual.ts";
import type { DocumentKind, Format, NameParts } from "./manifest.ts";
import { type AmendmentsKind, type Paper, papersOf } from "./papers.ts";
import type { LeftOut, Plan, PlannedText } from "./plan.ts";
import type { Supplies } from "./supplies.ts";

/** A document as it is set; of two languages side by side the language is `en-fr`. */
export interface Composed {
  text: PlannedText;
  kind: DocumentKind;
  name: NameParts;
  /** Codes of the locales that its words are in. */
  locales: readonly string[];
  composition: Composition;
  /** The two texts that a redline has to give back. */
  sides?: { before: Document; after: Document };
}

export interface ComposedAll {
  made: Composed[];
  leftOut: LeftOut[];
  diagnostics: Diagnostic[];
}

/** What of a request decides how documents are composed; see `BuildRequest`. */
interface Asked {
  kind?: DocumentKind;
  from?: string;
  languages?: readonly string[];
  formats?: readonly Format[];
  draft?: boolean;
}

/** Every document goes through the templates once, whatever the number of formats. */
export function composeAll(plan: Plan, request: Asked, supplies: Supplies): ComposedAll {
  const kind = request.kind ?? "clean";
  if (kind === "clean") return composeTexts(plan, request);
  return kind === "bilingual" ? composePairs(plan, request, supplies) : composePapers(plan, kind, request);
}

/** What is the same for all documents of a plan. */
function frameOf(plan: Plan, { draft }: Asked) {
  const { house, templates, work } = plan;
  return { house, templates, sourceHash: work.sourceHash, ...(draft === undefined ? {} : { draft }) };
}

function composeTexts(plan: Plan, request: Asked): ComposedAll {
  const out: ComposedAll = { made: [], leftOut: [], diagnostics: [] };
  for (const text of plan.texts) {
    const composed = compose({ ...frameOf(plan, request), ...text, kind: "clean" });
    out.diagnostics.push(...composed.diagnostics);
    const locales = [text.resolution.language];
    if (composed.value)
      out.made.push({ text, kind: "clean", name: {}, locales, composition: composed.value });
  }
  return out;
}

function composePairs(plan: Plan, request: Asked, supplies: Supplies): ComposedAll {
  const pairs = pairsOf(plan.work, plan.stages, request.languages, supplies);
  const out: ComposedAll = { made: [], leftOut: [], diagnostics: [...pairs.diagnostics] };
  for (const pair of pairs.value ?? []) {
    const composed = composeBilingual({ ...frameOf(plan, request), ...pair });
    out.diagnostics.push(...composed.diagnostics);
    const { resolution, locale } = pair.left;
    const locales = [resolution.language, pair.right.resolution.language];
    const language = locales.join("-");
    const text = { stage: pair.stage, resolution: { ...resolution, language }, locale };
    if (composed.value)
      out.made.push({ text, kind: "bilingual", name: {}, locales, composition: composed.value });
  }
  return out;
}

function composePapers(plan: Plan, kind: AmendmentsKind, request: Asked): ComposedAll {
  const { papers, leftOut, diagnostics } = papersOf(plan, kind, request.from);
  const out: ComposedAll = { made: [], leftOut, diagnostics: [...diagnostics] };
  for (const paper of papers) {
    const { text, name } = paper;
    const composed = composePaper(plan, paper, request);
    out.diagnostics.push(...composed.diagnostics);
    if (composed.value)
      out.made.push({ text, kind, name, locales: [text.resolution.language], ...composed.value });
  }
  return out;
}

function composePaper(
  plan: Plan,
  paper: Paper,
  request: Asked,
): Checked<Pick<Composed, "composition" | "sides">> {
  const { text, wanted, resolution, positions, amendments, comparison } = paper;
  const frame = {
    ...frameOf(plan, request),
    ...text,
    resolution,
    amendments,
    ...(positions ? { positions } : {}),
  };
  const composed = compose({ ...frame, ...wanted });
  const diagnostics = [...composed.diagnostics];
  if (!composed.value) return { diagnostics };
  const composition = composed.value;
  const inWord = request.formats === undefined || request.formats.includes("docx");
  if (!comparison || !inWord) return { value: { composition }, diagnostics };
  const both = composeBoth({ ...frame, comparison });
  diagnostics.push(...both.diagnostics);
  if (!both.value) return { diagnostics };
  const sides = { before: both.value.before.document, after: both.value.after.document };
  return { value: { composition, sides }, diagnostics };
}

/** What the words of a document come from besides its source: the locale of its language, or of both. */
export function localeHash({ locales }: Composed, supplies: Supplies): string {
  const [only = "", ...more] = locales.map((l) => supplies.hash(`locales/${l}`));
  return more.length === 0 ? only : sha256([only, ...more].join(" "));
}
