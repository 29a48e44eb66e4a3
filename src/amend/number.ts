/** Numbers while amendments are pending (1bis, 1ter), and the table of old and new numbers at the next stage. */
import type { Renumbered } from "../model/findings.ts";
import type { Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { AmendedWork } from "./source.ts";

/**
 * Frozen numbers of a text in tracked form: everything keeps the number that it had before, new paragraphs count on from the one
 * before them (`suffix` 2 is bis, 3 is ter; several of one amendment count on, another amendment starts again at bis: the label is a
 * place, house-style 2.5), a new first paragraph is 1. A paragraph that is moved keeps its number.
 */
export function frozenNumbers(tracked: Resolution): Map<Id, Position> {
  throw new Error(`not built yet: ${tracked.work}`);
}

/** Numbers for a redline: of the text after for what stands there, of the text before for what is struck. */
export function redlineNumbers(tracked: Resolution): { after: Map<Id, Position>; before: Map<Id, Position> } {
  throw new Error(`not built yet: ${tracked.work}`);
}

/** Old to new numbers between two stages, in the order of the new text, what is gone at its old place. The same in every language. */
export function renumbering(work: AmendedWork, from: string, to: string): Renumbered[] {
  throw new Error(`not built yet: ${work.resolution.work} ${from} ${to}`);
}
