/** The proposed order in which the amendments to a stage are considered, and why (house-style 2.2, 2.7). */
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import type { OrderStep } from "../model/findings.ts";
import { segments } from "../model/walk.ts";
import { chosen, conflicts, type WhichAmendments } from "./conflicts.ts";
import { beforeTheBody, isAccepted, isPending } from "./decided.ts";
import { type Footprint, footprint } from "./footprint.ts";
import { ranks, type Step, TextOrder } from "./sequence.ts";
import { type AmendedWork, indexOfStage } from "./source.ts";
import { cleanStage } from "./stages.ts";
import { type Around, StepTeller, targetOf } from "./step-reasons.ts";

/** A proposal and its place, before sub-amendments are put before it. */
interface Entry {
  print: Footprint;
  at: number;
  level: number;
  rank: number;
  /** Where the text that it is about stands, for the parts of one paragraph. */
  part: number;
  list: number;
}

/**
 * Place by place as the text runs: a paragraph, its sub-paragraphs, then what is new after it. At one place deletion, replacement,
 * merging and splitting, changes of words (of each the furthest from the text first), then moves; new paragraphs at one place in list
 * order. Sub-amendments come directly before the amendment that they are to. By default the pending ones.
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
  const parts = new Map(segments(text).map(({ id }, i) => [id, i]));
  const entries = prints.map(
    (print, list): Entry => ({
      print,
      list,
      ...order.of(print.operation),
      rank: ranks.indexOf(print.rank),
      part: parts.get(targetOf(print) ?? "") ?? 0,
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
      a.part - b.part ||
      further(a, b) ||
      a.list - b.list,
  );
  const teller = new StepTeller(work, text);
  return tops.flatMap((top) => {
    const subs = entries
      .filter(({ print }) => print.amendment.parent === top.print.amendment.id)
      .sort((a, b) => a.rank - b.rank || further(a, b) || a.list - b.list);
    const around: Around = {
      row: tops.filter(({ at, level }) => at === top.at && level === top.level).map(({ print }) => print),
      all: tops.map(({ print }) => print),
      settled: new Set(tops.flatMap(({ print }) => targetOf(print) ?? [])),
      listed: inList,
    };
    return [...subs, top].map((entry) => {
      const { id } = entry.print.amendment;
      const by = fallen.get(id);
      return by === undefined
        ? teller.step(entry.print, felled.get(id) ?? [], around)
        : { ...teller.step(entry.print, [], around), why: `${by} is accepted, so it falls; record that.` };
    });
  });
}

/** The work as it was when the amendments to a stage lay before the body and none of them was decided. */
export function asTabled(work: AmendedWork, stageId: string): AmendedWork {
  const { resolution, amendments } = work;
  const stages = resolution.stages.slice(0, indexOfStage(resolution.stages, stageId) + 1);
  const open = new Set(beforeTheBody(stages, amendments, stageId).map((a) => a.id));
  return {
    ...work,
    resolution: { ...resolution, stages },
    amendments: amendments.map(
      (a): Amendment => (open.has(a.id) ? { ...a, decision: { outcome: "pending" } } : a),
    ),
  };
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

/** How far something is from the text counts among changes of it; where things stand, and what is new, goes by the list. */
function further(a: Entry, b: Entry): number {
  const { rank } = a.print;
  return rank === "add" || rank === "move" ? 0 : b.print.distance - a.print.distance;
}
