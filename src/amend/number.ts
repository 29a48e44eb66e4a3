/** Numbers while amendments are pending (1bis, 1ter), and the table of old and new numbers at the next stage. */
import type { AmendmentId } from "../model/amendment.ts";
import { acceptChanges, rejectChanges } from "../model/changes.ts";
import type { Fate, Renumbered } from "../model/findings.ts";
import { ownSegments } from "../model/items.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, PartItem, Resolution } from "../model/resolution.ts";
import { paragraphs } from "../model/walk.ts";
import type { InlineText } from "../text/inline.ts";
import { printInline } from "../text/print-inline.ts";
import { textsOf } from "./locate.ts";

export { frozenNumbers } from "./frozen.ts";

import { type AmendedWork, byId, indexOfStage } from "./source.ts";
import { between, cleanStage, stageText, stepsOf, takenInBy } from "./stages.ts";

/** Numbers for a redline: of the text after for what stands there, of the text before for what is struck. */
export function redlineNumbers(tracked: Resolution): { after: Map<Id, Position>; before: Map<Id, Position> } {
  return {
    after: numberParagraphs(acceptChanges(tracked)),
    before: numberParagraphs(rejectChanges(tracked)),
  };
}

/** Everything that can be seen of a paragraph's own words. */
function printed(r: Resolution): Map<Id, string> {
  return new Map(
    paragraphs(r).map(({ paragraph }) => [
      paragraph.id,
      textsOf(paragraph)
        .map(({ text }) => printInline(text))
        .join("\n"),
    ]),
  );
}

/**
 * Old to new numbers between two stages, in the order of the new text, what is gone at its old place. Numbers are the same in every
 * language; `reworded` is about the text in the one named (absent: that of the work), since a correction of one version leaves the
 * others as they are.
 */
export function renumbering(
  work: AmendedWork,
  from: string,
  to: string,
  wordsIn = work.resolution.language,
): Renumbered[] {
  const { language, stages } = work.resolution;
  const older = stageText(work, from, language)?.clean;
  const newer = stageText(work, to, language)?.clean;
  const redline = between(work, from, to, language)?.tracked;
  if (!older || !newer || !redline) return [];
  const [first, last] = [indexOfStage(stages, from), indexOfStage(stages, to)];
  const hands = handsOf(work, Math.min(first, last), Math.max(first, last));
  const was = numberParagraphs(older);
  const is = numberParagraphs(newer);
  const known = cleanStage(work, to, wordsIn) ? wordsIn : language;
  const wordsBefore = printed(cleanStage(work, from, known) ?? older);
  const wordsAfter = printed(cleanStage(work, to, known) ?? newer);
  const moved = movedOf(redline);
  return orderOf(redline).map((id): Renumbered => {
    const before = was.get(id);
    const after = is.get(id);
    const link = hands.links.get(id);
    let fate: Fate = "kept";
    if (!before) fate = link ? "split-from" : "new";
    else if (!after) fate = link ? "merged-into" : "deleted";
    else if (moved.has(id)) fate = "moved";
    const reworded =
      before !== undefined && after !== undefined && wordsBefore.get(id) !== wordsAfter.get(id);
    return {
      id,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      fate,
      ...(link !== undefined && (fate === "split-from" || fate === "merged-into") ? { other: link } : {}),
      reworded,
      changes: hands.changes.get(id) ?? [],
    };
  });
}

/** Paragraphs and sub-paragraphs of a redline in its order, each once, moved ones at their new places. */
function orderOf(redline: Resolution): Id[] {
  const seen = new Set<Id>();
  const moved = movedOf(redline);
  return paragraphs(redline).flatMap(({ paragraph }) => {
    const ghost = paragraph.mark?.kind === "move-from" && moved.has(paragraph.id);
    if (ghost || seen.has(paragraph.id)) return [];
    seen.add(paragraph.id);
    return [paragraph.id];
  });
}

function movedOf(redline: Resolution): Set<Id> {
  return new Set(
    paragraphs(redline).flatMap(({ paragraph }) =>
      paragraph.mark?.kind === "move-to" ? [paragraph.id] : [],
    ),
  );
}

/** Which amendments between two stages had a hand in which paragraphs, and what was merged into or split from what. */
function handsOf(
  work: AmendedWork,
  first: number,
  last: number,
): { changes: Map<Id, AmendmentId[]>; links: Map<Id, Id> } {
  const { language, stages } = work.resolution;
  const changes = new Map<Id, AmendmentId[]>();
  const links = new Map<Id, Id>();
  const known = byId(work.amendments);
  const { byStage } = takenInBy(work);
  for (const stage of stages.slice(first + 1, last + 1)) {
    const step = stageText(work, stage.id, language);
    if (!step) continue;
    const applied = new Set(step.applied);
    const { steps } = stepsOf(work, byStage.get(stage.id) ?? []);
    for (const { amendment, operation } of steps) {
      if (!applied.has(amendment.id)) continue;
      if (operation.kind === "merge" && operation.target.kind === "paragraph")
        for (const other of operation.others) links.set(other, operation.target.id);
      if (operation.kind === "split" && operation.target.kind === "paragraph")
        for (const id of operation.ids) links.set(id, operation.target.id);
    }
    for (const [id, shown] of changesById(step.tracked)) {
      const all = changes.get(id) ?? [];
      // Words of a sub-amendment are in the text by the amendment that it is to.
      const hands = new Set([...shown].map((one) => known.get(one)?.parent ?? one));
      const sorted = step.applied.filter((one) => hands.has(one) && known.has(one));
      changes.set(id, [...all, ...sorted.filter((one) => !all.includes(one))]);
    }
  }
  return { changes, links };
}

/** Amendments that show in each paragraph of a tracked text, its marks and its own words. */
function changesById(tracked: Resolution): Map<Id, Set<AmendmentId>> {
  const out = new Map<Id, Set<AmendmentId>>();
  const visit = (items: readonly PartItem[], above: AmendmentId | undefined): void => {
    for (const item of items) {
      const own = item.mark?.change ?? above;
      const hands = out.get(item.id) ?? new Set<AmendmentId>();
      if (own !== undefined) hands.add(own);
      for (const { text } of textsOf(item)) for (const change of authors(text)) hands.add(change);
      if (item.type === "paragraph")
        for (const { mark } of ownSegments(item)) if (mark) hands.add(mark.change);
      out.set(item.id, hands);
      const whole = item.mark?.kind === "ins" || item.mark?.kind === "del";
      if (item.type === "paragraph") visit(item.children, whole ? item.mark?.change : above);
    }
  };
  visit(tracked.preambular, undefined);
  visit(tracked.operative, undefined);
  for (const annex of tracked.annexes) visit(annex.items, undefined);
  return out;
}

function authors(text: InlineText): AmendmentId[] {
  return text.flatMap((node): AmendmentId[] => {
    if (!("children" in node)) return [];
    const own =
      (node.kind === "ins" || node.kind === "del") && node.change !== undefined ? [node.change] : [];
    return [...own, ...authors(node.children)];
  });
}
