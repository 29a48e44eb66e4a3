/** The proposed order in which the amendments to a stage are considered, and why (house-style 2.2, 2.7). */
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import type { OrderStep, Rank } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { chosen, conflicts, type WhichAmendments } from "./conflicts.ts";
import { isAccepted, isPending } from "./decided.ts";
import { type Footprint, footprint } from "./footprint.ts";
import { nameOf, positionName } from "./label.ts";
import { indexOf } from "./locate.ts";
import { frozenNumbers } from "./number.ts";
import { ranks, type Step, TextOrder } from "./sequence.ts";
import type { AmendedWork } from "./source.ts";
import { cleanStage, pendingText } from "./stages.ts";

/** A proposal and its place, before sub-amendments are put before it. */
interface Entry {
  print: Footprint;
  at: number;
  level: number;
  rank: number;
  list: number;
}

/**
 * In text order; at one place deletion, replacement, merging and splitting, changes of words, moves, then new paragraphs, what is
 * furthest from the text first; sub-amendments directly before the amendment that they are to. By default the pending ones.
 */
export function orderOfConsideration(
  work: AmendedWork,
  stageId: string,
  which: WhichAmendments = {},
): OrderStep[] {
  const text = cleanStage(work, stageId, work.resolution.language);
  if (!text) return [];
  const all = chosen(work, stageId, which).filter((a) => which.only !== undefined || isPending(a));
  const prints = all.map((a) => footprint(work, stageId, a));
  const steps = prints.map(({ amendment, operation }): Step => ({ amendment, operation }));
  const order = new TextOrder(text, steps);
  const entries = prints.map(
    (print, list): Entry => ({
      print,
      list,
      ...order.of(print.operation),
      rank: ranks.indexOf(print.rank),
    }),
  );
  const { felled, fallen } = falling(work, stageId, which, all);
  const inList = new Set(all.map((a) => a.id));
  const tops = entries.filter(({ print }) => !inList.has(print.amendment.parent ?? ""));
  tops.sort(
    (a, b) =>
      a.at - b.at ||
      a.level - b.level ||
      a.rank - b.rank ||
      b.print.distance - a.print.distance ||
      a.list - b.list,
  );
  const namer = new Namer(work, stageId, text);
  return tops.flatMap((top) => {
    const subs = entries
      .filter(({ print }) => print.amendment.parent === top.print.amendment.id)
      .sort((a, b) => a.rank - b.rank || b.print.distance - a.print.distance || a.list - b.list);
    const rivals = tops.filter((other) => other.at === top.at && other.rank === top.rank).length;
    return [...subs, top].map((entry) => {
      const { id } = entry.print.amendment;
      const by = fallen.get(id);
      return by === undefined
        ? namer.step(entry.print, felled.get(id) ?? [], entry === top && rivals < 2)
        : { ...namer.step(entry.print, [], false), why: `${by} is accepted, so it falls; record that.` };
    });
  });
}

/** For each amendment, those still open that fall when it is adopted, in list order; and for those that have fallen already, with what. */
function falling(
  work: AmendedWork,
  stageId: string,
  which: WhichAmendments,
  all: readonly Amendment[],
): { felled: Map<AmendmentId, AmendmentId[]>; fallen: Map<AmendmentId, AmendmentId> } {
  const felled = new Map<AmendmentId, AmendmentId[]>();
  const fallen = new Map<AmendmentId, AmendmentId>();
  const asked = new Set(all.map((a) => a.id));
  const taken = new Set(chosen(work, stageId, which).flatMap((a) => (isAccepted(a) ? [a.id] : [])));
  const met = conflicts(work, stageId, which);
  for (const { a, b, falls, kind } of met)
    for (const loser of kind === "same-proposal" ? [a, b] : falls) {
      const winner = loser === a ? b : a;
      if (taken.has(winner) && asked.has(loser) && !taken.has(loser)) fallen.set(loser, winner);
    }
  for (const { a, b, falls } of met)
    for (const loser of falls) {
      const winner = loser === a ? b : a;
      if (!asked.has(winner) || !asked.has(loser) || fallen.has(loser)) continue;
      const row = felled.get(winner) ?? [];
      row.push(loser);
      felled.set(winner, row);
    }
  return { felled, fallen };
}

class Namer {
  constructor(
    private readonly work: AmendedWork,
    private readonly stageId: string,
    private readonly text: Resolution,
  ) {}

  step(print: Footprint, felled: AmendmentId[], alone: boolean): OrderStep {
    const { amendment, rank, distance } = print;
    const { parent } = amendment;
    const where = this.where(print);
    return {
      amendment: amendment.id,
      at: this.at(print),
      where,
      rank,
      distance,
      ...(parent === undefined ? {} : { parent }),
      felled,
      why: this.why(print, where, felled, alone),
    };
  }

  private at({ operation: op, amendment }: Footprint): Id {
    const { parent } = amendment;
    if (op.kind === "retitle") return "title";
    if (op.kind === "add") {
      const { place } = op;
      return "part" in place ? place.part : "within" in place ? place.within : place.id;
    }
    const id = op.target.kind === "title" ? "title" : op.target.id;
    return parent !== undefined && !indexOf(this.text).live.has(id) ? parent : id;
  }

  private where(print: Footprint): string {
    const { operation: op, amendment, fresh } = print;
    if (amendment.parent !== undefined) return `the text of ${amendment.parent}`;
    if (op.kind !== "add")
      return nameOf(this.text, op.kind === "retitle" || op.target.kind === "title" ? "title" : op.target.id);
    const alone = pendingText(this.work, this.stageId, this.work.resolution.language, [amendment.id]);
    const position = alone && fresh !== undefined ? frozenNumbers(alone.tracked).get(fresh) : undefined;
    return position ? `new ${positionName(position)}` : "a new paragraph";
  }

  private why(
    { refusal, rank, distance, amendment }: Footprint,
    where: string,
    felled: readonly AmendmentId[],
    alone: boolean,
  ): string {
    const { parent } = amendment;
    const falls =
      felled.length === 0
        ? ""
        : ` When it is adopted, ${listed(felled)} ${felled.length === 1 ? "falls" : "fall"}.`;
    if (refusal) return `It cannot be put as it stands: ${refusal.message}`;
    if (parent !== undefined)
      return `A sub-amendment is taken before ${parent}, to which it is one; it changes ${counted(distance)}.${falls}`;
    if (alone && rank === "amend")
      return `It is the only change to words of ${where}; it changes ${counted(distance)}.${falls}`;
    return `${reasons[rank](where, counted(distance))}${falls}`;
  }
}

const reasons: Record<Rank, (where: string, far: string) => string> = {
  delete: (where) => `To take out ${where} goes furthest from the text, so it is taken first.`,
  replace: (where, far) =>
    `To give ${where} another text goes further than to change words of it; it changes ${far}.`,
  merge: (where, far) =>
    `To merge others into ${where} gives it another text, which is taken before changes of words; it changes ${far}.`,
  split: (where, far) =>
    `To split ${where} gives it another text, which is taken before changes of words; it changes ${far}.`,
  amend: (where, far) =>
    `Of changes to words of ${where}, the one that is furthest from the text is taken first; this one changes ${far}.`,
  move: (where) => `Where ${where} stands is settled after what it says.`,
  add: (where) => `New paragraphs (${where}) are taken after the text before them is settled.`,
};

function counted(words: number): string {
  return words === 1 ? "1 word" : `${words} words`;
}

function listed(ids: readonly AmendmentId[]): string {
  return ids.length < 2 ? (ids[0] ?? "") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1) ?? ""}`;
}
