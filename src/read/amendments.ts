/** Reads the lists of amendments of a work: every entry by itself, then what only all of them together can be wrong in. */
import { knownNames } from "../language/known.ts";
import type { Tabled } from "../model/amendment.ts";
import type { RefusalCode } from "../model/findings.ts";
import type { Party } from "../model/instrument.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Checked, Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";
import { type ListDefaults, readAmendment } from "./amendment.ts";
import { findCopies } from "./amendment-copies.ts";
import { checkDays } from "./amendment-days.ts";
import type { AmendmentList, Entry } from "./amendment-entry.ts";
import { isList, unreadFile } from "./amendment-files.ts";
import { checkNewIds, claimIds } from "./amendment-ids.ts";
import { checkLanguages, checkTexts } from "./amendment-links.ts";
import { parentFault } from "./amendment-parents.ts";
import { checkShape } from "./explain.ts";
import type { Parent } from "./operation-places.ts";
import {
  type AmendmentShape,
  amendmentSchema,
  type ListHeadShape,
  listHeadSchema,
} from "./schema-amendments.ts";
import { readSource } from "./source.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";
import { below } from "./yaml-below.ts";

export type { AmendmentList } from "./amendment-entry.ts";

/** An entry that cannot be read as an amendment; lists show it as broken. */
export interface Broken {
  /** As far as it could be read. */
  id?: Id;
  place: Place;
  /** The first thing that is wrong with it. */
  problem: string;
  /** Why, where it is one of the reasons for which an amendment is refused: lists print that in their language. */
  reason?: RefusalCode;
  /** The stage that its list speaks of. */
  base: string;
  /** The paragraph as its author wrote it, where it says one. */
  written?: string;
  /** As far as they are known. */
  submitters: Party[];
}

export interface ReadAmendments {
  lists: AmendmentList[];
  /** In the order of the stages, the names of the files, and the lists. */
  tabled: Tabled[];
  broken: Broken[];
}

/** Everything below `resolutions/<work>/amendments/`. What is broken is among `broken` and said in the findings. */
export function readAmendments(world: World, work: string, resolution: Resolution): Checked<ReadAmendments> {
  const folder = `resolutions/${work}/amendments`;
  const diagnostics: Diagnostic[] = [];
  const all: AmendmentList[] = [];
  const entries: Entry[] = [];
  for (const name of world.list(folder)) {
    const file = `${folder}/${name}`;
    if (!isList(name)) {
      const unread = unreadFile(folder, name);
      if (unread) diagnostics.push(unread);
      continue;
    }
    const source = readSource(world, file);
    diagnostics.push(...source.diagnostics);
    if (source.value === undefined) continue;
    const list = readList(source.value, file, resolution);
    diagnostics.push(...list.diagnostics);
    if (!list.value) continue;
    all.push(list.value.list);
    entries.push(...list.value.entries);
  }
  const copies = findCopies(entries);
  diagnostics.push(...copies.diagnostics);
  const lists = all.filter(({ file }) => !copies.files.has(file));
  if (lists.length === 0) return { value: { lists, tabled: [], broken: [] }, diagnostics };

  const order = (stage: string): number => resolution.stages.findIndex((s) => s.id === stage);
  const sorted = entries
    .filter(({ list }) => !copies.files.has(list.file))
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => order(a.entry.list.stage) - order(b.entry.list.stage) || a.i - b.i)
    .map(({ entry }) => entry);
  claimIds(sorted, resolution);
  readEntries(sorted, world, resolution);
  const days = checkDays(sorted, lists, resolution.stages);
  checkNewIds(sorted, resolution);
  checkTexts(sorted, resolution);
  checkLanguages(sorted, lists);
  return {
    value: { lists, ...settled(sorted) },
    diagnostics: [...diagnostics, ...days, ...sorted.flatMap(named)],
  };
}

/** Findings of an entry say which amendment they are about. */
function named({ id, diagnostics }: Entry): Diagnostic[] {
  return id === undefined ? diagnostics : diagnostics.map((d) => ({ ...d, message: `${id}: ${d.message}` }));
}

function settled(entries: readonly Entry[]): { tabled: Tabled[]; broken: Broken[] } {
  const tabled: Tabled[] = [];
  const broken: Broken[] = [];
  for (const { id, read, yaml, list, diagnostics, problem, unfit } of entries) {
    const first = diagnostics.find((d) => d.severity === "error");
    const fault = problem ?? first?.message;
    const isParent = unfit || (problem === undefined && first?.code === "amendment-parent");
    if (read?.tabled && fault === undefined) tabled.push(read.tabled);
    else
      broken.push({
        ...(id === undefined ? {} : { id }),
        place: yaml.at(["id"]),
        problem: fault ?? "It cannot be read.",
        ...(isParent ? { reason: "parent-unfit" as const } : {}),
        base: list.stage,
        ...writtenIn(yaml.value),
        submitters: read?.submitters ?? submittersIn(yaml.value),
      });
  }
  return { tabled, broken };
}

/** What an entry that does not fit says of its paragraph all the same. */
function writtenIn(value: unknown): { written?: string } {
  if (typeof value !== "object" || value === null) return {};
  if ("on" in value && typeof value.on === "string") return { written: value.on };
  const add: unknown = "add" in value ? value.add : undefined;
  if (typeof add !== "object" || add === null) return {};
  for (const place of ["after" in add && add.after, "before" in add && add.before, "at" in add && add.at])
    if (typeof place === "string") return { written: place };
  return {};
}

function submittersIn(value: unknown): Party[] {
  if (typeof value !== "object" || value === null || !("submitters" in value)) return [];
  const list: unknown[] = Array.isArray(value.submitters) ? value.submitters : [value.submitters];
  return list.flatMap((one): Party[] =>
    typeof one === "string" && /^[A-Z]{2}$/.test(one) ? [{ type: "country", country: one }] : [],
  );
}

function readList(
  source: string,
  file: string,
  resolution: Resolution,
): Checked<{ list: ListDefaults & AmendmentList; entries: Entry[] }> {
  const { yaml, diagnostics: all } = parseYaml(source, file, { keep: true });
  if (yaml.value === undefined) return { diagnostics: all };
  // What is wrong inside an entry breaks this one alone.
  const starts = entryStarts(yaml);
  const within = (d: Diagnostic) => starts.findLastIndex((start) => !isBefore(d.place, start));
  const diagnostics = all.filter((d) => within(d) < 0);
  if (diagnostics.length > 0) return { diagnostics: all };
  const checked = checkShape(listHeadSchema, yaml);
  diagnostics.push(...checked.diagnostics);
  const head = checked.value;
  if (!head) return { diagnostics };
  const list = listOf(head, yaml, resolution);
  const wrong = stageFault(head, yaml, resolution);
  if (wrong) diagnostics.push(wrong);
  const entries = (head.amendments ?? []).map((_, i): Entry => {
    const own = below(yaml, ["amendments", i]);
    const faults = all.filter((d) => within(d) === i);
    const shape: Checked<AmendmentShape> =
      faults.length > 0 ? { diagnostics: faults } : checkShape(amendmentSchema, own);
    const id = idOf(own.value);
    return {
      yaml: own,
      list,
      ...(shape.value ? { shape: shape.value } : {}),
      ...(id === undefined ? {} : { id }),
      ...(wrong ? { problem: wrong.message } : {}),
      diagnostics: shape.diagnostics,
    };
  });
  return { value: { list, entries }, diagnostics };
}

/** Where the entries of a list begin, when it is its last field, as in every list. */
function entryStarts(yaml: YamlFile): Place[] {
  const { value } = yaml;
  if (typeof value !== "object" || value === null || !("amendments" in value)) return [];
  if (Object.keys(value).at(-1) !== "amendments" || !Array.isArray(value.amendments)) return [];
  return value.amendments.map((_, i) => yaml.at(["amendments", i]));
}

function isBefore(place: Place | undefined, other: Place): boolean {
  if (!place) return true;
  return place.line < other.line || (place.line === other.line && place.column < other.column);
}

function listOf(head: ListHeadShape, yaml: YamlFile, resolution: Resolution): ListDefaults & AmendmentList {
  return {
    file: yaml.file,
    stage: head.stage,
    ...(head.symbol === undefined ? {} : { symbol: head.symbol }),
    ...(head.date === undefined ? {} : { date: head.date }),
    stagePlace: yaml.at(["stage"]),
    language: head.language ?? resolution.original,
    languages: head.languages ?? [],
    ...(head.received === undefined ? {} : { received: head.received }),
  };
}

function stageFault(head: ListHeadShape, yaml: YamlFile, { stages }: Resolution): Diagnostic | undefined {
  const ids = stages.map((stage) => stage.id);
  if (ids.includes(head.stage)) return undefined;
  const near = nearest(head.stage, ids);
  return {
    code: "stage-unknown",
    severity: "error",
    message: `The work has no stage \`${head.stage}\`, so nobody can tell which text is meant.`,
    place: yaml.at(["stage"]),
    hint: `${near ? `Did you mean \`${near}\`? ` : ""}The stages are: ${ids.join(", ")}.`,
  };
}

function idOf(value: unknown): Id | undefined {
  if (typeof value !== "object" || value === null || !("id" in value)) return undefined;
  return typeof value.id === "string" && value.id.length <= 80 ? value.id : undefined;
}

/** Amendments first, then the sub-amendments to them. */
function readEntries(entries: readonly Entry[], world: World, resolution: Resolution): void {
  const known = knownNames(world);
  const byId = new Map<Id, Entry>();
  for (const entry of entries) if (entry.id !== undefined && !byId.has(entry.id)) byId.set(entry.id, entry);
  const read = (entry: Entry, parent?: Parent): void => {
    if (!entry.shape) return;
    entry.read = readAmendment(entry.shape, entry.yaml, entry.list, {
      resolution,
      known,
      ...(parent ? { parent } : {}),
    });
    entry.diagnostics.push(...entry.read.diagnostics);
  };
  for (const entry of entries) if (entry.shape?.to === undefined) read(entry);
  for (const entry of entries) {
    const to = entry.shape?.to;
    if (to === undefined) continue;
    const other = byId.get(to);
    const fault = parentFault(entry, to, byId);
    if (fault && "problem" in fault) Object.assign(entry, { problem: fault.problem, unfit: true });
    const finding = fault && "finding" in fault ? fault.finding : undefined;
    if (finding) entry.diagnostics.push(finding);
    const tabled = other?.read?.tabled;
    read(entry, fault || !tabled ? undefined : { id: to, operation: tabled.operation });
    // Without its parent, what it speaks of cannot be known: one finding is enough.
    if (fault) entry.diagnostics = entry.diagnostics.filter((d) => d === finding || !aboutTarget(d));
  }
}

function aboutTarget(d: Diagnostic): boolean {
  return d.code === "missing-field" && d.message.includes("`on`");
}
