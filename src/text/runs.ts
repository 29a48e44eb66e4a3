/** A text as a flat row of runs, on which tracked changes are made, and back to the tree. */
import type { Inline, InlineText } from "./inline.ts";

type Leaf = Extract<Inline, { kind: "note" | "ref" }>;
type Branch = Exclude<Inline, { kind: "text" | "note" | "ref" | "ins" | "del" }>;

/** A mark without what it holds. Runs that share the object stand in the same node of the tree. */
export type Mark = Branch extends infer B ? (B extends Branch ? Omit<B, "children"> : never) : never;

/** Inserted or deleted, and by which amendment. */
export interface Change {
  kind: "ins" | "del";
  by: string | undefined;
}

/** A stretch of text with the same marks and the same state; or the call of a note or a reference, one unit long. */
export interface Run {
  text: string;
  leaf?: Leaf;
  /** Outermost first. */
  marks: readonly Mark[];
  /** Absent: stands before and after. */
  change?: Change;
}

/** Which of its texts a row of runs is read as. */
export type View = "before" | "after";

/** Stands for a note or a reference in the plain text of runs (U+FFFC OBJECT REPLACEMENT CHARACTER). */
export const leafSign = "\uFFFC";

export function isIn(run: Run, view: View): boolean {
  return run.change?.kind !== (view === "before" ? "ins" : "del");
}

/** The plain text of a view, one unit for each note and reference. */
export function runsText(runs: readonly Run[], view: View): string {
  let out = "";
  for (const run of runs) if (isIn(run, view)) out += run.text;
  return out;
}

/** Marks that say the same have the same key. */
export function markKey(mark: Mark): string {
  if (mark.kind === "emphasis") return `emphasis ${mark.role}`;
  if (mark.kind === "isolate") return `isolate ${mark.dir} ${mark.lang ?? ""}`;
  return mark.kind;
}

/** Marks under each other, leaving out one that would stand inside its like (an isolate may). */
export function joinMarks(outer: readonly Mark[], inner: readonly Mark[]): readonly Mark[] {
  const open = new Set(outer.map(markKey));
  return [...outer, ...inner.filter((mark) => mark.kind === "isolate" || !open.has(markKey(mark)))];
}

export function flatten(text: InlineText): Run[] {
  const out: Run[] = [];
  const visit = (nodes: readonly Inline[], marks: readonly Mark[], change: Change | undefined): void => {
    for (const node of nodes) {
      if (node.kind === "text") {
        if (node.text !== "") out.push({ text: node.text, marks, ...(change ? { change } : {}) });
      } else if (node.kind === "note" || node.kind === "ref") {
        out.push({ text: leafSign, leaf: node, marks, ...(change ? { change } : {}) });
      } else if (node.kind === "ins" || node.kind === "del") {
        // Inserted and deleted again: in neither text.
        if (change && change.kind !== node.kind) continue;
        visit(node.children, marks, change ?? { kind: node.kind, by: node.change });
      } else {
        const { children, ...mark } = node;
        visit(children, joinMarks(marks, [mark]), change);
      }
    }
  };
  visit(text, [], undefined);
  return out;
}

/** Runs that stand in the same node at a depth, or one run that stands there itself. */
interface Unit {
  runs: Run[];
  mark: Mark | undefined;
  /** The state that all of them share; `mixed` when they differ. */
  change: Change | undefined | "mixed";
}

function sameChange(a: Change | undefined, b: Change | undefined): boolean {
  return a?.kind === b?.kind && a?.by === b?.by;
}

/** Whether a space at their common edge makes two like marks one: outside of both it would be another text. */
function spaceJoins(last: Unit, mark: Mark, run: Run): boolean {
  if (!last.mark || mark.kind === "isolate" || markKey(last.mark) !== markKey(mark)) return false;
  return /\s$/.test(last.runs.at(-1)?.text ?? "") || /^\s/.test(run.text);
}

function units(runs: readonly Run[], depth: number): Unit[] {
  const out: Unit[] = [];
  for (const run of runs) {
    const mark = run.marks[depth];
    const last = out.at(-1);
    if (!last || mark === undefined || !(last.mark === mark || spaceJoins(last, mark, run))) {
      out.push({ runs: [run], mark, change: run.change });
      continue;
    }
    last.runs.push(run);
    if (last.change !== "mixed" && !sameChange(last.change, run.change)) last.change = "mixed";
  }
  return out;
}

/** The tree of a row of runs; tracked changes stand around whole marks where they cover them, inside them otherwise. */
export function unflatten(runs: readonly Run[]): InlineText {
  const build = (row: readonly Run[], depth: number, around: Change | undefined): Inline[] => {
    const out: Inline[] = [];
    let open: { change: Change; children: Inline[] } | undefined;
    for (const unit of units(row, depth)) {
      const own = unit.change === "mixed" || sameChange(unit.change, around) ? undefined : unit.change;
      if (own && !(open && sameChange(open.change, own))) {
        open = { change: own, children: [] };
        const { kind, by } = own;
        out.push({ kind, ...(by === undefined ? {} : { change: by }), children: open.children });
      } else if (!own) open = undefined;
      const into = own && open ? open.children : out;
      if (unit.mark) into.push({ ...unit.mark, children: build(unit.runs, depth + 1, own ?? around) });
      else for (const run of unit.runs) addRun(into, run);
    }
    return out;
  };
  return build(runs, 0, undefined);
}

function addRun(out: Inline[], run: Run): void {
  const last = out.at(-1);
  if (run.leaf) out.push(run.leaf);
  else if (last?.kind === "text") out[out.length - 1] = { kind: "text", text: last.text + run.text };
  else out.push({ kind: "text", text: run.text });
}

/** A stretch of a view: `put` comes in the place of the units from `start` to `end` (UTF-16 units of `runsText`). */
export interface Splice {
  start: number;
  end: number;
  put: readonly Run[];
  /** Notes and references inside stay. */
  sparesLeaves?: boolean;
}

/**
 * Runs with stretches of a view replaced in tracked form by one amendment. What stood before is kept as deleted; what had been
 * inserted goes without trace and is handed to `absorbed` when another amendment had put it in. What comes in follows what goes
 * out, and earlier insertions at the same spot. `splices` are sorted and do not overlap.
 */
export function spliceRuns(
  runs: readonly Run[],
  view: View,
  splices: readonly Splice[],
  by: string | undefined,
  absorbed: (run: Run) => void = () => {},
): Run[] {
  const out: Run[] = [];
  const put = (splice: Splice): void => {
    for (const { change: _, ...run } of splice.put) out.push({ ...run, change: { kind: "ins", by } });
  };
  const take = (run: Run): void => {
    if (!run.change) out.push({ ...run, change: { kind: "del", by } });
    else if (run.change.kind === "del") out.push(run);
    else if (run.change.by !== by) absorbed(run);
  };
  let at = 0;
  let next = 0;
  for (const run of runs) {
    if (!isIn(run, view)) {
      out.push(run);
      continue;
    }
    let from = 0;
    while (from < run.text.length) {
      const splice = splices[next];
      const spot = at + from;
      if (!splice || splice.start >= at + run.text.length) {
        out.push(from === 0 ? run : { ...run, text: run.text.slice(from) });
        break;
      }
      if (spot < splice.start) {
        out.push({ ...run, text: run.text.slice(from, splice.start - at) });
        from = splice.start - at;
        continue;
      }
      if (splice.end <= spot) {
        put(splice);
        next += 1;
        continue;
      }
      const to = Math.min(run.text.length, splice.end - at);
      const piece = { ...run, text: run.text.slice(from, to) };
      if (splice.sparesLeaves && run.leaf) out.push(piece);
      else take(piece);
      from = to;
      if (at + from === splice.end) {
        put(splice);
        next += 1;
      }
    }
    at += run.text.length;
  }
  for (const splice of splices.slice(next)) put(splice);
  return out;
}

/** The runs of a stretch of a view, cut to it. */
export function sliceRuns(runs: readonly Run[], view: View, start: number, end: number): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const run of runs) {
    if (at >= end) break;
    if (!isIn(run, view)) continue;
    const from = Math.max(0, start - at);
    const to = Math.min(run.text.length, end - at);
    if (from < to) out.push({ ...run, text: run.text.slice(from, to) });
    at += run.text.length;
  }
  return out;
}

/** The marks that all runs share, as the same nodes. */
export function commonMarks(runs: readonly Run[]): readonly Mark[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  let common = first.marks;
  for (const { marks } of rest) {
    let n = 0;
    while (n < common.length && common[n] === marks[n]) n += 1;
    common = common.slice(0, n);
  }
  return common;
}
