/** What an amendment alone does to the text of a stage in one language: words, paragraphs and places that it touches, and how far it goes; long, because marks of every kind are read in one walk. */
import type { Amendment, Operation } from "../model/amendment.ts";
import type { Rank, Refusal } from "../model/findings.ts";
import { ownSegments } from "../model/items.ts";
import type { Id, PartItem, Resolution, Segment } from "../model/resolution.ts";
import type { InlineText } from "../text/inline.ts";
import { flatten, isIn, type Run } from "../text/runs.ts";
import { isWord, words } from "../text/words.ts";
import { applyAmendment } from "./apply.ts";
import { effectiveOperation } from "./decided.ts";
import { indexOf, textsOf } from "./locate.ts";
import { rankOf } from "./sequence.ts";
import { type AmendedWork, byId } from "./source.ts";
import { cleanStage } from "./stages.ts";
import { languagesOf, proposedTexts, subAmended, subChanges } from "./sub.ts";

/** Words struck or replaced (`start` < `end`), or a spot where words come in, in the text before; and what comes in. */
export interface Touch {
  start: number;
  end: number;
  struck: string;
  put: string;
}

/** Whether an amendment says in a language what it wants itself (or needs no words), borrows the words, or leaves the language alone. */
export type Voice = "own" | "borrowed" | "none";

export interface Footprint {
  amendment: Amendment;
  operation: Operation;
  language: string;
  voice: Voice;
  rank: Rank;
  /** Why it cannot be put to this text at all; then nothing else is known of it. */
  refusal?: Refusal;
  /** Changed texts by segment; those of a parent as `<parent>/<text>`. */
  touches: Map<Id, Touch[]>;
  /** Items struck, with everything in them; texts struck in a paragraph that stays. */
  struck: Set<Id>;
  moved: Set<Id>;
  /** Places where something is put: what they stand in, and after what. */
  gaps: Set<string>;
  /** Paragraph that a place is named by. */
  anchor?: Id;
  /** The text that is replaced as a whole. */
  whole?: Id;
  /** Id of the first new paragraph. */
  fresh?: Id;
  /** Words struck and put in. */
  distance: number;
  /** Equal for amendments that say the same. */
  essence: string;
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
  return new Reader(out, language).read(tracked);
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
  const reader = new Reader(out, language);
  for (const [id, text] of changes.texts) {
    const key = `${parent.id}/${id}`;
    if (replaced) out.whole = key;
    reader.text(key, text);
    if (replaced) out.distance += countWords(text, language, () => true);
  }
  out.essence = JSON.stringify([...changes.texts].map(([id, text]) => [id, clean(text)]));
  return out;
}

function countWords(text: InlineText, language: string, which: (run: Run) => boolean): number {
  const said = flatten(text)
    .filter(which)
    .map((run) => run.text)
    .join(" ");
  return words(said, language).filter(isWord).length;
}

/** A text after its changes, as plain words. */
function clean(text: InlineText): string {
  return flatten(text)
    .filter((run) => isIn(run, "after"))
    .map((run) => run.text)
    .join("");
}

/** Reads a footprint off a text in tracked form that has the changes of one amendment alone. */
class Reader {
  private readonly essence: string[] = [];

  constructor(
    private readonly out: Footprint,
    private readonly language: string,
  ) {}

  read(tracked: Resolution): Footprint {
    for (const [id, text] of indexOf(tracked).heads) this.text(id, text);
    this.row(tracked.preambular, "preambular");
    this.row(tracked.operative, "operative");
    for (const annex of tracked.annexes) this.row(annex.items, annex.id);
    this.out.essence = this.essence.join("\n");
    return this.out;
  }

  /** Notes what is changed in one text. */
  text(id: Id, text: InlineText): void {
    const touches: Touch[] = [];
    let at = 0;
    let open: Touch | undefined;
    for (const run of flatten(text)) {
      if (!run.change) {
        at += run.text.length;
        open = undefined;
        continue;
      }
      if (!open) {
        open = { start: at, end: at, struck: "", put: "" };
        touches.push(open);
      }
      if (run.change.kind === "ins") open.put += run.text;
      else {
        at += run.text.length;
        open.end = at;
        open.struck += run.text;
      }
    }
    if (touches.length === 0) return;
    this.out.touches.set(id, touches);
    this.out.distance += countWords(text, this.language, (run) => run.change !== undefined);
    this.essence.push(`${id} = ${clean(text)}`);
  }

  private row(items: readonly PartItem[], container: string): void {
    let after = "";
    for (const item of items) {
      const kind = item.mark?.kind;
      if (kind === "ins" || kind === "move-to") {
        const gap = `${container} > ${after}`;
        this.out.gaps.add(gap);
        const what = kind === "ins" ? JSON.stringify(this.wordsOf(item)) : item.id;
        this.essence.push(`${kind} ${gap}: ${what}`);
        if (kind === "ins") this.count(item);
        continue;
      }
      after = item.id;
      if (kind === "move-from") {
        this.out.moved.add(item.id);
        this.out.distance += 1;
        continue;
      }
      if (kind === "del") {
        this.essence.push(`del ${item.id}`);
        this.strike(item);
        this.count(item);
        continue;
      }
      this.segments(item);
      if (item.type === "paragraph") this.row(item.children, item.id);
    }
  }

  /** The texts of an item that stays: changed, struck or put in. */
  private segments(item: PartItem): void {
    let after = "";
    const own: Segment[] = item.type === "paragraph" ? ownSegments(item) : [{ id: item.id, text: item.text }];
    for (const { id, text, mark } of own) {
      if (mark) this.out.distance += countWords(text, this.language, () => true);
      if (mark?.kind === "ins") {
        const gap = `${item.id} > ${after}`;
        this.out.gaps.add(gap);
        this.essence.push(`ins ${gap}: ${clean(text)}`);
        continue;
      }
      after = id;
      if (mark) {
        this.out.struck.add(id);
        this.essence.push(`del ${id}`);
      } else this.text(id, text);
    }
  }

  private wordsOf(item: PartItem): unknown {
    const own = textsOf(item).map(({ text }) => clean(text));
    return item.type === "paragraph" ? [own, item.children.map((child) => this.wordsOf(child))] : own;
  }

  private strike(item: PartItem): void {
    this.out.struck.add(item.id);
    for (const { id } of textsOf(item)) this.out.struck.add(id);
    if (item.type === "paragraph") for (const child of item.children) this.strike(child);
  }

  private count(item: PartItem): void {
    for (const { text } of textsOf(item)) this.out.distance += countWords(text, this.language, () => true);
    if (item.type === "paragraph") for (const child of item.children) this.count(child);
  }
}
