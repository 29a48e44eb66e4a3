/** The order in which amendments go into a text: text order, at one place what reaches furthest first, then list order. */
import type { Amendment, AmendmentId, Operation, Placement } from "../model/amendment.ts";
import type { Rank, Refusal } from "../model/findings.ts";
import type { Id, PartItem, Resolution } from "../model/resolution.ts";
import type { Credit } from "./credit.ts";
import { indexOf } from "./locate.ts";
import { idsWithin } from "./structure.ts";

/** An amendment with the operation that is to be applied. */
export interface Step {
  amendment: Amendment;
  operation: Operation;
  /** What had to be borrowed for the operation, by language. */
  notices?: readonly Refusal[];
  /** Whose words it has besides those of its submitters. */
  credits?: readonly Credit[];
}

/** Ranks as a chair takes them (house-style 2.2): what would make the others fall comes first. */
export const ranks: readonly Rank[] = ["delete", "replace", "merge", "split", "amend", "move", "add"];

export function rankOf(op: Operation): Rank {
  if (op.kind === "retitle") return op.text ? "replace" : "amend";
  return op.kind;
}

/** Where in a text something is: a number that grows with the text; halves lie between items. */
interface Spot {
  at: number;
  /** 0 for what is in the text, 1 for what an amendment puts in, and so on. */
  level: number;
}

/** Looks up places in one text, also of paragraphs that other amendments put in. */
export class TextOrder {
  private readonly numbers = new Map<Id, number>();
  private readonly ends = new Map<Id, number>();
  private readonly starts = new Map<string, number>();
  private readonly finishes = new Map<string, number>();
  private readonly adders = new Map<Id, Step>();
  private readonly holders: Map<Id, Id>;

  constructor(text: Resolution, steps: readonly Step[]) {
    const index = indexOf(text);
    this.holders = index.holders;
    let n = 0;
    const visit = (items: readonly PartItem[], part: string): void => {
      this.starts.set(part, n + 0.5);
      for (const item of items) one(item);
      n += 1;
      this.finishes.set(part, n);
    };
    const one = (item: PartItem): void => {
      n += 1;
      this.numbers.set(item.id, n);
      if (item.type === "paragraph") for (const child of item.children) one(child);
      this.ends.set(item.id, n);
    };
    visit(text.preambular, "preambular");
    visit(text.operative, "operative");
    for (const annex of text.annexes) visit(annex.items, annex.id);
    for (const step of steps) {
      const op = step.operation;
      if (op.kind === "add" || op.kind === "split") for (const id of op.ids) this.adders.set(id, step);
    }
  }

  /** What is nowhere stands at the end. */
  private spot(id: Id, seen: ReadonlySet<AmendmentId> = new Set()): Spot {
    const own = this.numbers.get(id) ?? this.numbers.get(this.holders.get(id) ?? "");
    if (own !== undefined) return { at: own, level: 0 };
    if (id === "title") return { at: -1, level: 0 };
    const adder = this.adders.get(id);
    if (!adder || seen.has(adder.amendment.id)) return { at: Number.MAX_SAFE_INTEGER, level: 0 };
    const { at, level } = this.of(adder.operation, new Set([...seen, adder.amendment.id]));
    return { at, level: level + 1 };
  }

  private placed(place: Placement, seen: ReadonlySet<AmendmentId>): Spot {
    if ("part" in place)
      return { at: (place.at === "start" ? this.starts : this.finishes).get(place.part) ?? 0, level: 0 };
    if ("within" in place) {
      const spot = this.spot(place.within, seen);
      const end = this.ends.get(place.within) ?? spot.at;
      return { at: place.at === "start" ? spot.at + 0.5 : end + 0.4, level: spot.level };
    }
    const spot = this.spot(place.id, seen);
    const end = this.ends.get(place.id) ?? spot.at;
    return { at: place.at === "before" ? spot.at - 0.5 : end + 0.5, level: spot.level };
  }

  /** Where an operation begins to touch the text. */
  of(op: Operation, seen: ReadonlySet<AmendmentId> = new Set()): Spot {
    if (op.kind === "retitle") return { at: -1, level: 0 };
    if (op.kind === "add") return this.placed(op.place, seen);
    const id = op.target.kind === "title" ? "title" : op.target.id;
    const own = this.spot(id, seen);
    if (op.kind !== "merge") return own;
    // A merger takes paragraphs out, so it comes before whatever is done to the first of them.
    return op.others.map((other) => this.spot(other, seen)).reduce((a, b) => (b.at < a.at ? b : a), own);
  }
}

/** The steps in the order of their application. `steps` are in list order. */
export function inTextOrder(text: Resolution, steps: readonly Step[]): Step[] {
  const order = new TextOrder(text, steps);
  const keyed = steps.map((step, i) => ({
    step,
    i,
    ...order.of(step.operation),
    rank: ranks.indexOf(rankOf(step.operation)),
  }));
  keyed.sort((a, b) => a.at - b.at || a.level - b.level || a.rank - b.rank || a.i - b.i);
  return keyed.map(({ step }) => step);
}

/** Everything that an operation takes hold of: targets with what is in them, and places. */
export function touchedIds(text: Resolution, op: Operation): Set<Id> {
  const index = indexOf(text);
  const ids = new Set<Id>();
  const whole = (id: Id): void => {
    const item = index.live.get(id)?.item;
    ids.add(id);
    // A part of a paragraph is not to be had without it.
    const holder = index.holders.get(id);
    if (holder !== undefined) ids.add(holder);
    if (item) for (const inner of idsWithin(item)) ids.add(inner);
  };
  if (op.kind === "retitle") ids.add("title");
  if ("target" in op) whole(op.target.kind === "title" ? "title" : op.target.id);
  if (op.kind === "merge") for (const other of op.others) whole(other);
  if ("place" in op && "id" in op.place) ids.add(index.holders.get(op.place.id) ?? op.place.id);
  if ("place" in op && "within" in op.place) ids.add(op.place.within);
  return ids;
}
