/** The order of changes at one spot of a text: first what is struck, then what is new, as a redline is read. */
import { hasChanges } from "./changes.ts";
import type { InlineText } from "./inline.ts";
import { flatten, type Mark, type Run, unflatten } from "./runs.ts";

/**
 * The same changes with deletions before insertions wherever the two meet; both keep their own order, and words that stay stand where
 * they stood, so accepting and rejecting give what they gave. The same object when everything is in order. A stretch with its own
 * direction is never cut in two for it.
 */
export function struckFirst(text: InlineText): InlineText {
  if (!hasChanges(text)) return text;
  const runs = flatten(text);
  const ordered = orderRuns(runs);
  return ordered.every((run, i) => run === runs[i]) ? text : unflatten(ordered);
}

function orderRuns(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (let at = 0; at < runs.length; ) {
    let end = at;
    while (runs[end]?.change) end += 1;
    if (end > at) out.push(...orderSpot(runs.slice(at, end), runs[at - 1], runs[end]));
    const kept = runs[end];
    if (kept) out.push(kept);
    at = end + 1;
  }
  return out;
}

/** The changes between two words that stay. */
function orderSpot(spot: readonly Run[], before: Run | undefined, after: Run | undefined): Run[] {
  const row = (middle: readonly Run[]): Run[] => [before ?? [], ...middle, after ?? []].flat();
  const ordered = sort(spot);
  if (!isTorn(row(ordered))) return ordered;
  const out: Run[] = [];
  for (let at = 0; at < spot.length; ) {
    let end = at + 1;
    while (end < spot.length && sameIsolates(spot[at], spot[end])) end += 1;
    out.push(...sort(spot.slice(at, end)));
    at = end;
  }
  return out;
}

function sort(spot: readonly Run[]): Run[] {
  const isStruck = ({ change }: Run): boolean => change?.kind === "del";
  return [...spot.filter(isStruck), ...spot.filter((run) => !isStruck(run))];
}

function isolates(run: Run | undefined): Mark[] {
  return (run?.marks ?? []).filter((mark) => mark.kind === "isolate");
}

function sameIsolates(a: Run | undefined, b: Run | undefined): boolean {
  const [x, y] = [isolates(a), isolates(b)];
  return x.length === y.length && x.every((mark, i) => mark === y[i]);
}

/** Whether an isolate begins a second time: two of them side by side are not one (Unicode Standard Annex 9). */
function isTorn(row: readonly Run[]): boolean {
  const seen = new Set<Mark>();
  let open = new Set<Mark>();
  for (const run of row) {
    const now = new Set(isolates(run));
    for (const mark of now) {
      if (!open.has(mark) && seen.has(mark)) return true;
      seen.add(mark);
    }
    open = now;
  }
  return false;
}
