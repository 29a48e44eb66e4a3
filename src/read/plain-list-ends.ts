/** Tells the closing words of a list from a broken line of its last item, in a text that has nothing but its lines to say so. */
import type { Label, Line } from "./plain-lines.ts";

/**
 * What a line without a label is, after an item and before a blank line: `closing` words of the list, `supposed` to be such, a
 * `paragraph` of its own, words `between` items that may close an inner list; undefined: it goes on with the item.
 */
export type AfterItem = "closing" | "supposed" | "paragraph" | "between" | undefined;

/** Says of the line at index `at` what it is after an item with that label and text. */
export type ListEnds = (at: number, item: { label: Label; text: string }) => AfterItem;

/** Columns that a line has at the least before anybody breaks it for want of room. */
const narrowest = 50;

export function listEnds(
  lines: readonly Line[],
  labelOf: (text: string) => { label: Label } | undefined,
): ListEnds {
  const labels = lines.map(({ label, text }) => label ?? labelOf(text)?.label);
  const width = usualWidth(lines);
  /** The first word had room on the line before: the line was ended on purpose. */
  const onPurpose = (at: number): boolean => {
    const above = lines[at - 1];
    const word = /^(?:\p{Script=Han}|\S+)/u.exec(lines[at]?.text ?? "")?.[0] ?? "";
    return above !== undefined && above.text !== "" && extent(above) + 1 + word.length <= width;
  };
  const { before, after } = neighbours(labels);
  const isLeftOfItem = (at: number): boolean =>
    (lines[at]?.indent ?? 0) < (lines[before[at] ?? at]?.indent ?? 0);
  // Where items go on at the margin, the margin says nothing.
  const hangs = !lines.some(
    ({ text }, i) => text !== "" && !labels[i] && labels[i - 1] && !onPurpose(i) && isLeftOfItem(i),
  );
  const counted = labels.findIndex((label) => label?.kind === "number");

  return (at, { label, text }) => {
    // Numbers in brackets count the preamble until the operative part has its own.
    if (label.kind === "number" || (label.kind === "paren" && (counted < 0 || counted > at)))
      return undefined;
    const purpose = onPurpose(at);
    const margin = hangs && isLeftOfItem(at);
    const ended = /[;؛；]$/u.test(text);
    const next = labels[after[at] ?? -1];
    if (next && next.kind !== "number" && !(next.kind === "paren" && label.kind !== "paren"))
      return ended && (purpose || margin) ? "between" : undefined;
    if (/^\p{Lu}/u.test(lines[at]?.text ?? "")) return ended && purpose ? "paragraph" : undefined;
    if (ended) return purpose || margin ? "closing" : "supposed";
    if (/[,،，]$/u.test(text)) return purpose || margin ? "closing" : undefined;
    return purpose && margin ? "closing" : undefined;
  };
}

/** For each line, the index of the line with a label before it, and after it. */
function neighbours(
  labels: readonly (Label | undefined)[],
): Record<"before" | "after", (number | undefined)[]> {
  const look = (order: readonly number[]): (number | undefined)[] => {
    const found: (number | undefined)[] = [];
    let last: number | undefined;
    for (const i of order) {
      found[i] = last;
      if (labels[i]) last = i;
    }
    return found;
  };
  const order = [...labels.keys()];
  return { before: look(order), after: look(order.reverse()) };
}

const extent = ({ indent = 0, text }: Line): number => indent + text.length;

/** Columns that four lines of five have at the most: the width of a text whose lines are broken, whatever its title is like. */
function usualWidth(lines: readonly Line[]): number {
  const extents = lines.filter(({ text }) => text !== "").map(extent);
  extents.sort((a, b) => a - b);
  return Math.max(narrowest, extents[Math.floor(extents.length * 0.8)] ?? 0);
}
