/** The main job: every work asked for, in every language that can be had, as files with a list of what was made. */
import { libraries, version } from "../about.ts";
import { isPending } from "../amend/decided.ts";
import type { Composition } from "../compose/compose.ts";
import { type LineRecord, parseLineRecord, printLineRecord } from "../document/line-record.ts";
import { lintPlaceholders, printedTwice } from "../lint/index.ts";
import { listWorks } from "../read/work.ts";
import type { PrintOptions } from "../render/pdf/index.ts";
import { type Checked, type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { distinctDiagnostics } from "../report/print.ts";
import { sha256 } from "../text/sha256.ts";
import type { World } from "../world.ts";
import { type Composed, composeAll, localeHash } from "./composing.ts";
import {
  type DocumentKind,
  type Format,
  fileName,
  linesFile,
  type Manifest,
  type ManifestFile,
} from "./manifest.ts";
import { type LeftOut, type Plan, planWork } from "./plan.ts";
import { crossingFindings, proposalFindings } from "./proposal-findings.ts";
import { reserved } from "./reserved.ts";
import { stageFindings } from "./stage-findings.ts";
import { gatherSupplies, type Supplies } from "./supplies.ts";
import { placed, written } from "./text-places.ts";

export interface BuildRequest {
  /** Names of works; absent: all. */
  works?: readonly string[];
  /** Id of a stage, or `all`; absent: the last of each work. */
  stage?: string;
  /** BCP 47; absent: the original and every language with a complete translation. */
  languages?: readonly string[];
  /** Absent: all. */
  formats?: readonly Format[];
  kind?: DocumentKind;
  /** Redlines and tables of numbers: id of the stage to compare with; absent: the one before. */
  from?: string;
  /** Puts the word for a draft across every page; absent: as stage and house say. */
  draft?: boolean;
  /** Numbers lines in the margin of PDFs, every so many of them; absent: as stage and house say. */
  lineNumbers?: number;
  /** The record of lines of an issued document by the name of its file: they and their numbers are printed again. */
  issuedLines?: (work: string, name: string) => string | undefined;
  /** Stops at the compositions: nothing is rendered. */
  onlyCompose?: boolean;
}

export interface Built {
  works: BuiltWork[];
}

/** One work that went through; a work with an error is not among the built ones. */
export interface BuiltWork {
  work: string;
  compositions: { stage: string; language: string; composition: Composition }[];
  /** The finished files in the order of the manifest's `files`; none where only compositions were asked for. */
  files: { name: string; bytes: Uint8Array }[];
  manifest: Manifest;
  leftOut: LeftOut[];
}

/** Told before each step of the work: `step` is for people; `done` of `of` documents are ready. */
export type Progress = (step: string, done: number, of: number) => void;

/** One document that is to be made. */
interface Order extends Composed {
  format: Format;
}

/** Makes everything in memory; a work with an error makes nothing and does not stop the others. */
export async function build(
  world: World,
  request: BuildRequest,
  progress: Progress = () => {},
): Promise<Checked<Built>> {
  const supplies = await gatherSupplies(world);
  const diagnostics: Diagnostic[] = [];
  const works: BuiltWork[] = [];
  for (const name of request.works ?? listWorks(world)) {
    const built = await buildWork(world, supplies, name, request, progress);
    diagnostics.push(...built.diagnostics);
    if (built.value) works.push(built.value);
  }
  return { value: { works }, diagnostics: distinctDiagnostics(diagnostics) };
}

async function buildWork(
  world: World,
  supplies: Supplies,
  name: string,
  request: BuildRequest,
  progress: Progress,
): Promise<Checked<BuiltWork>> {
  progress(name, 0, 0);
  const kind = request.kind ?? "clean";
  // Two languages side by side are not held up by what one of them lacks, so that pairs are planned by themselves.
  const planned = planWork(world, supplies, name, {
    ...request,
    anyWork: request.works === undefined,
    ...(kind === "bilingual" ? { noTexts: true } : {}),
  });
  const diagnostics = [...planned.diagnostics];
  const plan = planned.value;
  if (!plan?.sound) return { diagnostics };
  diagnostics.push(
    ...lintPlaceholders(plan.work.resolution, plan.work.places),
    ...crossingFindings(plan.work, plan.amending),
    ...signsTwice(plan, kind, supplies),
  );

  const composed = composeAll(plan, request, supplies);
  diagnostics.push(...composed.diagnostics.map((d) => written(reserved(d, plan.amending), plan.work)));
  if (hasErrors(diagnostics)) return { diagnostics };

  const compositions = composed.made.map(({ text, composition }) => ({
    stage: text.stage.id,
    language: text.resolution.language,
    composition,
  }));
  const work: BuiltWork = {
    work: name,
    compositions,
    files: [],
    manifest: newManifest(plan, composed.made, supplies),
    leftOut: [...plan.leftOut, ...composed.leftOut],
  };
  if (request.onlyCompose) return { value: work, diagnostics };

  const formats = request.formats ?? (["pdf", "docx"] as const);
  const orders = composed.made.flatMap((made) => formats.map((format): Order => ({ ...made, format })));
  for (const [i, order] of orders.entries()) {
    const { stage, resolution } = order.text;
    const { language } = resolution;
    progress(`${name} ${stage.id} ${language} ${order.format}`, i, orders.length);
    const rendered = await render(order, plan, supplies, request);
    const refusal = rendered.diagnostics.find((d) => d.severity === "error" && mayBeLeftOut.has(d.code));
    if (refusal && !(request.languages && request.formats)) {
      work.leftOut.push({ work: name, language, format: order.format, reason: reasonOf(refusal) });
      continue;
    }
    const from = { ...plan, resolution, language: order.locales[0] ?? language };
    diagnostics.push(...rendered.diagnostics.map((d) => placed(d, from)));
    if (rendered.value) addFile(work, order, rendered.value);
  }
  if (orders.length > 0) progress(name, orders.length, orders.length);
  return hasErrors(diagnostics) ? { diagnostics } : { value: work, diagnostics };
}

/** Closing signs that would be printed twice, in the texts or in the lists. */
function signsTwice(plan: Plan, kind: DocumentKind, supplies: Supplies): Diagnostic[] {
  if (kind === "renumbering") return [];
  const isList = kind === "amendments" || kind === "decisions";
  const stages = new Set(plan.stages.map(({ id }) => id));
  const listed = proposalFindings({
    work: plan.work,
    amending: plan.amending,
    languages: [...new Set(plan.texts.map(({ resolution }) => resolution.language))],
    locale: (code) => supplies.locale(code).value,
    which: (a) => stages.has(a.base) && (isList || (kind === "redline" && isPending(a))),
    only: printedTwice,
  });
  return isList ? listed : [...stageFindings(plan, printedTwice), ...listed];
}

function reasonOf({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message} ${hint}`;
}

/** Faults that leave a document out, unless this very language and format were asked for by name. */
const mayBeLeftOut = new Set<string>(["language-not-in-pdf", "font-missing"]);

interface Rendered {
  bytes: Uint8Array;
  pages?: number;
  lines?: LineRecord;
  redline?: ManifestFile["redline"];
}

async function render(
  order: Order,
  plan: Plan,
  supplies: Supplies,
  request: BuildRequest,
): Promise<Checked<Rendered>> {
  const { document } = order.composition;
  if (order.format === "pdf") {
    const numbering = lineNumbering(order, plan, request);
    if (!numbering.value) return { diagnostics: numbering.diagnostics };
    const made = await (await supplies.press()).print(document, plan.house, numbering.value);
    return { ...made, diagnostics: made.diagnostics.map((d) => ofDocument(d, order)) };
  }
  const made = await (await supplies.docx())(document, plan.house);
  if (!made.value) return { diagnostics: made.diagnostics };
  const { diagnostics, redline } = await prove(order, made.value);
  return {
    value: { bytes: made.value, ...(redline ? { redline } : {}) },
    diagnostics: [...made.diagnostics, ...diagnostics],
  };
}

/** A redline leaves only when all its changes accepted give the new text and all rejected the old one, character for character. */
async function prove(
  { sides }: Order,
  bytes: Uint8Array,
): Promise<{ diagnostics: Diagnostic[]; redline?: ManifestFile["redline"] }> {
  if (!sides) return { diagnostics: [] };
  const { proof, proofSums, proofTexts } = await import("../render/docx/proof.ts");
  const diagnostics = proof(bytes, proofTexts(sides.before), proofTexts(sides.after));
  return diagnostics.length > 0 ? { diagnostics } : { diagnostics, redline: proofSums(bytes) };
}

/** Findings on lines say of which document; others name their paragraph, which is the same in all. */
function ofDocument(d: Diagnostic, order: Order): Diagnostic {
  if (d.code !== "lines-moved" && d.code !== "lines-text-changed") return d;
  return {
    ...d,
    message: `${nameOf(order)}: ${d.message}`,
  };
}

/** Whether lines are numbered, and the lines of the issued document where there is one. */
function lineNumbering(order: Order, plan: Plan, request: BuildRequest): Checked<PrintOptions> {
  const { house, work } = plan;
  const { stage } = order.text;
  // Lists and tables are papers of their own; lines are numbered in texts.
  const isText = order.kind === "clean" || order.kind === "redline" || order.kind === "bilingual";
  const asked = isText && (stage.lineNumbers ?? house.lineNumbers?.stages.includes(stage.kind) ?? false);
  const every = request.lineNumbers ?? (asked ? (house.lineNumbers?.every ?? 5) : 0);
  if (every === 0) return { value: {}, diagnostics: [] };
  const name = linesFile(nameOf(order));
  const text = request.issuedLines?.(work.name, name);
  if (text === undefined) return { value: { lineNumbers: every }, diagnostics: [] };
  const lines = parseLineRecord(text);
  if (lines) return { value: { lineNumbers: every, lines }, diagnostics: [] };
  const message = `The line numbers of the issued document cannot be read from "${name}".`;
  const hint = "Bring the file back as it was, or number the lines anew (--renumber-lines).";
  return { diagnostics: [{ code: "lines-record", severity: "error", message, hint }] };
}

function nameOf({ text, kind, format, name }: Order): string {
  return fileName(text.resolution, text.stage, kind, format, name);
}

function addFile(work: BuiltWork, order: Order, rendered: Rendered): void {
  const { format, kind, text } = order;
  const add = (name: string, bytes: Uint8Array, what: ManifestFile["format"], pages?: number): void => {
    work.files.push({ name, bytes });
    work.manifest.files.push({
      name,
      language: text.resolution.language,
      format: what,
      stage: text.stage.id,
      kind,
      ...(pages === undefined ? {} : { pages }),
      ...(rendered.redline && what === "docx" ? { redline: rendered.redline } : {}),
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
  };
  const name = nameOf(order);
  add(name, rendered.bytes, format, rendered.pages);
  if (rendered.lines)
    add(linesFile(name), new TextEncoder().encode(printLineRecord(rendered.lines)), "lines");
}

function newManifest(plan: Plan, made: readonly Composed[], supplies: Supplies): Manifest {
  return {
    hemicycle: version,
    libraries,
    work: plan.work.name,
    source: plan.work.sourceHash,
    house: plan.house.name,
    templates: supplies.hash("templates"),
    locales: Object.fromEntries(made.map((m) => [m.text.resolution.language, localeHash(m, supplies)])),
    files: [],
  };
}
