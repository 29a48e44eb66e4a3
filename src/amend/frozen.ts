/** Numbers while amendments are pending: what was there keeps its own, what is new is 1bis, 1ter. */
import type { AmendmentId } from "../model/amendment.ts";
import { rejectChanges } from "../model/changes.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, PartItem, Resolution } from "../model/resolution.ts";

/**
 * Frozen numbers of a text in tracked form: everything keeps the number that it had before, new paragraphs count on from the one
 * before them (`suffix` 2 is bis, 3 is ter; several of one amendment count on, another amendment starts again at bis: the label is a
 * place, house-style 2.5), a new first paragraph is 1. A paragraph that is moved keeps its number.
 */
export function frozenNumbers(tracked: Resolution): Map<Id, Position> {
  const before = numberParagraphs(rejectChanges(tracked));
  const out = new Map<Id, Position>();
  const { preambular, operative, annexes } = tracked;
  freeze(preambular, { part: "preambular", path: [], suffixes: [] }, before, out);
  freeze(operative, { part: "operative", path: [], suffixes: [] }, before, out);
  for (const annex of annexes) freeze(annex.items, { part: annex.id, path: [], suffixes: [] }, before, out);
  return out;
}

interface Above {
  part: string;
  path: number[];
  suffixes: number[];
}

function freeze(
  items: readonly PartItem[],
  above: Above,
  before: ReadonlyMap<Id, Position>,
  out: Map<Id, Position>,
): void {
  let number = 0;
  /** How many paragraphs each amendment has put in since the last one that was there. */
  let put = new Map<AmendmentId, number>();
  for (const item of items) {
    if (item.type !== "paragraph") continue;
    const own = before.get(item.id);
    if (own && item.mark?.kind !== "ins") {
      if (!out.has(item.id) || item.mark?.kind !== "move-from") out.set(item.id, own);
      if (item.mark?.kind !== "move-to") {
        number = own.number;
        put = new Map();
      }
      freeze(item.children, { part: own.part, path: own.path, suffixes: own.suffixes ?? [] }, before, out);
      continue;
    }
    // Sub-paragraphs of a new paragraph are all new, and count plainly.
    const change = item.mark?.change ?? "";
    const nth = (put.get(change) ?? 0) + 1;
    put.set(change, nth);
    const position = number === 0 ? positionAt(above, nth, 0) : positionAt(above, number, nth + 1);
    out.set(item.id, position);
    freeze(
      item.children,
      { part: above.part, path: position.path, suffixes: position.suffixes ?? position.path.map(() => 0) },
      before,
      out,
    );
  }
}

function positionAt(above: Above, number: number, suffix: number): Position {
  const path = [...above.path, number];
  const suffixes = [...path.slice(0, -1).map((_, i) => above.suffixes[i] ?? 0), suffix];
  return {
    part: above.part,
    depth: path.length,
    number,
    ...(suffix > 0 ? { suffix } : {}),
    path,
    ...(suffixes.some((one) => one > 0) ? { suffixes } : {}),
  };
}
