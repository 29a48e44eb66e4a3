/** Tracked changes: wraps runs in `w:ins`, `w:del`, `w:moveFrom`, `w:moveTo`, neighbours of one change in one element. */
import type { Mark } from "../../document/tree.ts";
import { type Context, changeAttributes } from "./context.ts";
import { type El, el } from "./elements.ts";

/** Who changed what; the same object for all runs of one change. */
export type Change = Pick<Mark, "by" | "date"> & { kind: Mark["kind"] };

/** A run with the changes it stands in; words inserted and then deleted again have both. */
export interface TrackedRun {
  element: El;
  inserted?: Change;
  deleted?: Change;
}

const names = { ins: "w:ins", del: "w:del", "move-from": "w:moveFrom", "move-to": "w:moveTo" } as const;

export function wrapChanges(context: Context, runs: readonly TrackedRun[]): El[] {
  return group(
    runs,
    (r) => r.inserted,
    (stretch, change) => {
      const inner = group(
        stretch,
        (r) => r.deleted,
        (part, deletion) => {
          const elements = part.map((r) => r.element);
          return deletion ? [wrap(context, deletion, elements)] : elements;
        },
      );
      return change ? [wrap(context, change, inner)] : inner;
    },
  );
}

function wrap(context: Context, change: Change, children: El[]): El {
  return el(names[change.kind], changeAttributes(context, change), children);
}

/** The sign in a paragraph's mark that the paragraph itself came, went or moved. */
export function markElement(context: Context, change: Change): El {
  return el(names[change.kind], changeAttributes(context, change));
}

/** Brackets around a moved paragraph; both ends of a move share `name`. */
export function moveRange(context: Context, change: Change, name: string, paragraph: El): El[] {
  const kind = change.kind === "move-from" ? "w:moveFromRange" : "w:moveToRange";
  const attributes = changeAttributes(context, change);
  const id = attributes["w:id"] ?? 0;
  return [
    el(`${kind}Start`, {
      "w:id": id,
      "w:name": name,
      "w:author": attributes["w:author"] ?? "",
      "w:date": attributes["w:date"] ?? "",
    }),
    paragraph,
    el(`${kind}End`, { "w:id": id }),
  ];
}

function group(
  runs: readonly TrackedRun[],
  of: (run: TrackedRun) => Change | undefined,
  make: (stretch: TrackedRun[], change: Change | undefined) => El[],
): El[] {
  const out: El[] = [];
  let from = 0;
  for (let i = 1; i <= runs.length; i++) {
    const first = runs[from];
    const here = runs[i];
    if (first && here && of(first) === of(here)) continue;
    if (first) out.push(...make(runs.slice(from, i), of(first)));
    from = i;
  }
  return out;
}
