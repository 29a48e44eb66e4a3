/** What an amendment alone does to the text of a stage in one language. */
import type { Amendment, Operation } from "../model/amendment.ts";
import type { Rank, Refusal } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { applyAmendment } from "./apply.ts";
import { effectiveOperation } from "./decided.ts";
import { clean, countWords, MarkReader, type Marks } from "./read-marks.ts";
import { rankOf } from "./sequence.ts";
import { type AmendedWork, byId } from "./source.ts";
import { cleanStage } from "./stages.ts";
import { languagesOf, proposedTexts, subAmended, subChanges } from "./sub.ts";

/** Whether an amendment says in a language what it wants itself (or needs no words), borrows the words, or leaves the language alone. */
export type Voice = "own" | "borrowed" | "none";

export interface Footprint extends Marks {
  amendment: Amendment;
  operation: Operation;
  language: string;
  voice: Voice;
  rank: Rank;
  /** Why it cannot be put to this text at all; then nothing else is known of it. */
  refusal?: Refusal;
  /** Paragraph that a place is named by. */
  anchor?: Id;
  /** The text that is replaced as a whole. */
  whole?: Id;
  /** Id of the first new paragraph. */
  fresh?: Id;
}

const kept = new WeakMap<AmendedWork, Map<string, Footprint>>();

/** The footprint of an amendment on a stage in a language, made once; without a language, in that in which it is counted. */
export function footprint(
  work: AmendedWork,
  stageId: string,
  a: Amendment,
  language = countedIn(work, stageId, a),
): Footprint {
  const own = kept.get(work) ?? new Map<string, Footprint>();
  kept.set(work, own);
  const key = `${stageId} ${a.id} ${language}`;
  let found = own.get(key);
  if (!found) {
    found = a.parent === undefined ? onText(work, stageId, a, language) : onParent(work, a, language);
    own.set(key, found);
  }
  return found;
}

/** The language of the work; for an amendment that does not speak in it, the one that it was written in, or else one that it has. */
function countedIn(work: AmendedWork, stageId: string, a: Amendment): string {
  const lead = work.resolution.language;
  const operation = settled(work, a);
  if (voiceOf(work, a, operation, lead) === "own") return lead;
  return (
    [a.original, ...(a.only ?? []), ...languagesOf(operation)].find(
      (one) => voiceOf(work, a, operation, one) === "own" && cleanStage(work, stageId, one) !== undefined,
    ) ?? lead
  );
}

/** The languages in which amendments to a stage are worth looking at: that of the work, then all that they have texts in, in the order of the work. */
export function languagesAt(work: AmendedWork, stageId: string, amendments: readonly Amendment[]): string[] {
  const lead = work.resolution.language;
  const said = new Set(amendments.flatMap((a) => [...languagesOf(settled(work, a)), ...(a.only ?? [])]));
  const ordered = new Set([lead, ...work.resolution.instrument.languages, ...[...said].sort()]);
  return [...ordered].filter(
    (one) => one === lead || (said.has(one) && cleanStage(work, stageId, one) !== undefined),
  );
}

/** The operation with what decisions make of it, or as it was tabled where that cannot be. */
function settled(work: AmendedWork, a: Amendment): Operation {
  const effective = effectiveOperation(a, work.amendments);
  return "refusal" in effective ? a.operation : effective.operation;
}

function voiceOf(work: AmendedWork, a: Amendment, operation: Operation, language: string): Voice {
  if (a.only?.includes(language) === false) return "none";
  const parent = a.parent === undefined ? undefined : byId(work.amendments).get(a.parent);
  if (parent?.only?.includes(language) === false) return "none";
  if (parent && proposedTexts(parent.operation, language).length === 0) return "borrowed";
  const own = languagesOf(operation);
  return own.length === 0 || own.includes(language) ? "own" : "borrowed";
}

function empty(a: Amendment, operation: Operation, language: string, voice: Voice): Footprint {
  return {
    amendment: a,
    operation,
    language,
    voice,
    rank: rankOf(operation),
    touches: new Map(),
    struck: new Set(),
    moved: new Set(),
    gaps: new Set(),
    distance: 0,
    essence: "",
  };
}

function onText(work: AmendedWork, stageId: string, a: Amendment, language: string): Footprint {
  const effective = effectiveOperation(a, work.amendments);
  const operation = "refusal" in effective ? a.operation : effective.operation;
  const out = empty(a, operation, language, voiceOf(work, a, operation, language));
  if ("refusal" in effective) return { ...out, refusal: effective.refusal };
  if (out.voice === "none") return out;
  const put = (code: string): Resolution | Refusal | undefined => {
    const text = cleanStage(work, stageId, code);
    if (!text) return undefined;
    const elsewhere = (other: string): Resolution | undefined => {
      const there = other === code ? undefined : put(other);
      return there && "code" in there ? undefined : there;
    };
    const done = applyAmendment(text, { ...a, operation }, code, { elsewhere });
    return "refusal" in done ? done.refusal : done.value;
  };
  const tracked = put(language);
  if (!tracked) throw new Error(`${stageId} has no text in ${language}`);
  if ("code" in tracked) return { ...out, refusal: tracked };
  if ("place" in operation) {
    const { place } = operation;
    if ("id" in place) out.anchor = place.id;
    else if ("within" in place) out.anchor = place.within;
  }
  if (
    (operation.kind === "replace" || operation.kind === "merge" || operation.kind === "split") &&
    "target" in operation
  )
    out.whole = operation.target.kind === "title" ? "title" : operation.target.id;
  if (operation.kind === "retitle" && operation.text) out.whole = "title";
  if (operation.kind === "add" || operation.kind === "split") {
    const [fresh] = operation.ids;
    if (fresh !== undefined) out.fresh = fresh;
  }
  new MarkReader(out, language).read(tracked);
  return out;
}

function onParent(work: AmendedWork, a: Amendment, wanted: string): Footprint {
  const out = empty(a, a.operation, wanted, voiceOf(work, a, a.operation, wanted));
  const parent = byId(work.amendments).get(a.parent ?? "");
  if (!parent || out.voice === "none") return out;
  const op = parent.operation;
  if (a.operation.kind === "delete" && a.operation.target.kind === "paragraph") {
    const made = subAmended(op, [a]);
    if ("refusal" in made) return { ...out, refusal: made.refusal };
    const { id } = a.operation.target;
    out.struck.add(`${parent.id}/${id}`);
    out.essence = `del ${id}`;
    return out;
  }
  const language = proposedTexts(op, wanted).length > 0 ? wanted : parent.original;
  const changes = subChanges(a, op, language);
  if ("refusal" in changes) return { ...out, refusal: changes.refusal };
  const replaced = a.operation.kind === "replace";
  const reader = new MarkReader(out, language);
  for (const [id, text] of changes.texts) {
    const key = `${parent.id}/${id}`;
    if (replaced) out.whole = key;
    reader.text(key, text);
    if (replaced) out.distance += countWords(text, language, () => true);
  }
  out.essence = JSON.stringify([...changes.texts].map(([id, text]) => [id, clean(text)]));
  return out;
}
