/** Papers about amendments: redlines, lists, lists with decisions, tables of numbers; each of what a plan has, ready to be composed. */
import { frozenNumbers, redlineNumbers, renumbering } from "../amend/number.ts";
import { refusalOf } from "../amend/refuse.ts";
import { stageBefore } from "../amend/source.ts";
import { between, cleanStage, pendingText } from "../amend/stages.ts";
import { lacksText } from "../amend/sub.ts";
import type { Comparison, Wanted } from "../compose/compose.ts";
import type { Amendment } from "../model/amendment.ts";
import type { Docket, Unread } from "../model/docket.ts";
import type { Refusal } from "../model/findings.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { findingOf, tryOne } from "./amending.ts";
import { docketOf } from "./docket.ts";
import type { DocumentKind, NameParts } from "./manifest.ts";
import type { LeftOut, Plan, PlannedText } from "./plan.ts";
import { markedRedline } from "./stage-text.ts";

/** A paper about amendments. */
export type AmendmentsKind = Exclude<DocumentKind, "clean" | "bilingual">;

/** One paper in one language, as the composing room takes it. */
export interface Paper {
  text: PlannedText;
  wanted: Wanted;
  /** In tracked form for a redline. */
  resolution: Resolution;
  positions?: ReadonlyMap<Id, Position>;
  amendments: readonly Amendment[];
  name: NameParts;
  /** For a redline: what it has to give back. */
  comparison?: Comparison;
}

export interface Papers {
  papers: Paper[];
  leftOut: LeftOut[];
  diagnostics: Diagnostic[];
}

/** `from`: id of the stage to compare with; absent: the one before. The stage itself: its amendments as proposals. */
export function papersOf(plan: Plan, kind: AmendmentsKind, from: string | undefined): Papers {
  const out: Papers = { papers: [], leftOut: [], diagnostics: [] };
  const { stages } = plan.work.resolution;
  if (from !== undefined && !stages.some((stage) => stage.id === from)) {
    out.diagnostics.push(unknownStage(plan, from));
    return out;
  }
  for (const text of plan.texts) {
    const made = paperOf(plan, text, kind, from);
    if ("reason" in made) {
      const { language } = text.resolution;
      out.leftOut.push({ work: plan.work.name, language, reason: made.reason });
      continue;
    }
    out.diagnostics.push(...made.diagnostics);
    out.papers.push(made.paper);
  }
  return out;
}

type Made = { paper: Paper; diagnostics: Diagnostic[] } | { reason: string };

function paperOf(plan: Plan, text: PlannedText, kind: AmendmentsKind, from: string | undefined): Made {
  if (kind === "amendments" || kind === "decisions") return listOf(plan, text, kind);
  const { stages } = plan.work.resolution;
  const { stage } = text;
  const before = from === undefined ? stageBefore(stages, stage.id) : stages.find((s) => s.id === from);
  if (kind === "renumbering") return tableOf(plan, text, before);
  if (before === undefined || before.id === stage.id) return proposalsOf(plan, text);
  return redlineOf(plan, text, before);
}

function noText(stage: Stage, { resolution }: PlannedText): { reason: string } {
  return { reason: `the text of ${stage.id} is not complete in ${resolution.language}` };
}

/** The list of a stage. Of several lists to one stage, the first that says so gives symbol and day. */
function listOf(plan: Plan, text: PlannedText, kind: "amendments" | "decisions"): Made {
  const { work, amending } = plan;
  const { stage, resolution } = text;
  const unread = amending.broken.flatMap(({ id, base, written, submitters, reason }): Unread[] =>
    base === stage.id
      ? [
          {
            id: id ?? "–",
            ...(written === undefined ? {} : { written }),
            submitters,
            ...(reason === undefined ? {} : { reason }),
          },
        ]
      : [],
  );
  const made = docketOf(amending.work, { stage, language: resolution.language, kind, unread });
  if (!made) return noText(stage, text);
  const lists = work.lists.filter((list) => list.stage === stage.id);
  const date = kind === "amendments" ? lists.find((list) => list.date !== undefined)?.date : undefined;
  const symbol = symbolOf(plan, stage, kind) ?? made.symbol;
  const docket = {
    ...made,
    ...(symbol === undefined ? {} : { symbol }),
    ...(date === undefined ? {} : { date }),
  };
  const paper: Paper = {
    text,
    wanted: { kind, docket },
    resolution,
    amendments: amending.work.amendments,
    name: symbol === undefined ? {} : { symbol },
  };
  const { language } = resolution;
  return {
    paper,
    diagnostics: [...unfit(plan, docket, language), ...wordless(plan, docket, kind, language)],
  };
}

/** What the list prints as broken, since it does not fit the text: for the list no obstacle, but to be mended. */
function unfit({ work, amending }: Plan, { entries }: Docket, language: string): Diagnostic[] {
  return entries.flatMap(({ amendment, refusal }): Diagnostic[] => {
    const why = refusal && tryOne(amendment, amending.work, language);
    return why ? [{ ...findingOf(why, work, "warning", amendment), unmended: true }] : [];
  });
}

/** What the list prints without words in its language, or in those of another one. */
function wordless(
  { work }: Plan,
  { entries }: Docket,
  kind: "amendments" | "decisions",
  language: string,
): Diagnostic[] {
  const said = new Set<string>();
  return entries.flatMap(({ amendment, refusal, borrowed, elsewhere }): Diagnostic[] => {
    if (elsewhere) return [];
    const { operation, decision, original } = amendment;
    const { result } = decision;
    const own = borrowed || refusal?.code === "text-missing";
    const decided = kind === "decisions" && result !== undefined && lacksText(result, language);
    const tell = (what: string, field: string): Diagnostic => {
      const finding = findingOf(
        refusalOf(amendment, {
          code: "text-missing",
          message: `${what} no text in \`${language}\`; the list says so in its place.`,
          hint: `Add \`${language}:\` beside \`${original}:\`, or have it translated: hemicycle translate ${work.name} export --lang ${language}.`,
          field,
          language,
        }),
        work,
        "warning",
      );
      const file = finding.place?.file ?? "";
      const isNamed = work.lists.some((list) => list.file === file && list.languages.includes(language));
      // Once for a list is enough.
      const more = isNamed || said.has(file) ? "" : ` ${unnamed(language)}`;
      said.add(file);
      return { ...finding, unmended: true, hint: `${finding.hint}${more}` };
    };
    return [
      ...(own ? [tell("It has", operation.kind)] : []),
      ...(decided ? [tell("What was made of it has", `decision.result.${result.kind}`)] : []),
    ];
  });
}

function unnamed(language: string): string {
  return `The list does not name \`${language}\` under \`languages:\`; with it there, check and translate status count such texts as missing.`;
}

/**
 * As the list itself says. The lists to a later stage have the plain form (`DR-am`); those to an earlier one are told apart by the
 * symbol of their stage.
 */
function symbolOf({ work }: Plan, stage: Stage, kind: "amendments" | "decisions"): string | undefined {
  const end = kind === "decisions" ? "-annotated" : "";
  const own = work.lists.find((list) => list.stage === stage.id && list.symbol !== undefined)?.symbol;
  if (own !== undefined) return `${own}${end}`;
  const withLists = work.resolution.stages.filter((s) => work.lists.some((list) => list.stage === s.id));
  if (withLists.at(-1)?.id === stage.id || stage.symbol === undefined) return undefined;
  return `${stage.symbol}-am${end}`;
}

function tableOf(plan: Plan, text: PlannedText, from: Stage | undefined): Made {
  const { work } = plan.amending;
  const { stage, resolution } = text;
  const before = from && cleanStage(work, from.id, resolution.language);
  if (!from || !before) return noText(from ?? stage, text);
  const paper: Paper = {
    text,
    wanted: {
      kind: "renumbering",
      renumbering: { from, before, rows: renumbering(work, from.id, stage.id, resolution.language) },
    },
    resolution,
    amendments: work.amendments,
    name: against(plan, stage, from),
  };
  return { paper, diagnostics: [] };
}

function redlineOf(plan: Plan, text: PlannedText, from: Stage): Made {
  const { stage, resolution, marked } = text;
  const work = marked?.work ?? plan.amending.work;
  const made = between(work, from.id, stage.id, resolution.language);
  if (!made) return noText(stage, text);
  const tracked = marked ? markedRedline(made.tracked, marked.late(from), marked.late(stage)) : made.tracked;
  const numbers = redlineNumbers(tracked);
  const comparison: Comparison = { from, positions: numbers.before };
  const paper: Paper = {
    text,
    wanted: { kind: "redline", comparison },
    resolution: tracked,
    positions: numbers.after,
    amendments: work.amendments,
    name: against(plan, stage, from),
    comparison,
  };
  return { paper, diagnostics: made.refusals.map((refusal) => findingOf(refusal, plan.work)) };
}

/** The text of a stage with what is proposed to it; what cannot stand beside the rest is said. */
function proposalsOf(plan: Plan, text: PlannedText): Made {
  const { stage, resolution, marked } = text;
  const work = marked?.work ?? plan.amending.work;
  const made = pendingText(work, stage.id, resolution.language);
  if (!made) return noText(stage, text);
  const late = marked?.late(stage) ?? new Map();
  const tracked = markedRedline(made.tracked, late, late);
  const comparison: Comparison = {
    from: stage,
    positions: numberParagraphs(made.clean),
    pending: true,
  };
  const paper: Paper = {
    text,
    wanted: { kind: "redline", comparison },
    resolution: tracked,
    positions: frozenNumbers(tracked),
    amendments: work.amendments,
    name: { against: "proposals" },
    comparison,
  };
  const left = made.refusals.map((refusal): Diagnostic => notShown(refusal, plan));
  return { paper, diagnostics: left };
}

function notShown(refusal: Refusal, plan: Plan): Diagnostic {
  const finding = findingOf(refusal, plan.work, "warning");
  return { ...finding, message: `${finding.message} It is not shown in the redline.` };
}

function against(plan: Plan, stage: Stage, from: Stage): NameParts {
  const usual = stageBefore(plan.work.resolution.stages, stage.id);
  return usual?.id === from.id ? {} : { against: from.id };
}

function unknownStage({ work }: Plan, wanted: string): Diagnostic {
  const ids = work.resolution.stages.map((stage) => stage.id);
  const near = nearest(wanted, ids);
  return {
    code: "stage-unknown",
    severity: "error",
    message: `The work "${work.name}" has no stage "${wanted}" to compare with.`,
    place: { file: `resolutions/${work.name}/resolution.yaml`, line: 1, column: 1 },
    hint: `${near ? `Did you mean "${near}"? ` : ""}Its stages are: ${ids.join(", ")}.`,
  };
}
