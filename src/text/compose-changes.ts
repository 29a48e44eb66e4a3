/** Joins the changes of two steps of a text into the changes from before the first to after the second. */
import { acceptText, hasChanges, rejectText } from "./changes.ts";
import type { InlineText } from "./inline.ts";
import { normalise } from "./normalise.ts";
import { type Change, flatten, isIn, type Run, unflatten } from "./runs.ts";
import { struckFirst } from "./struck-first.ts";
import { redlineText } from "./word-diff.ts";

export interface ComposeOptions {
  language: string;
  /** Who put in the whole paragraph of the text in the first step: what the second strikes of it was never there. */
  putInBy?: string;
}

/**
 * `second` changes the text that `first` leads to. What the first put in and the second took out is in neither. Each change keeps its
 * author; where the two do not meet letter for letter, the texts are compared anew under the last author. At one spot what is struck
 * comes first.
 */
export function composeTexts(first: InlineText, second: InlineText, options: ComposeOptions): InlineText {
  if (!hasChanges(second)) return struckFirst(first);
  const { language, putInBy } = options;
  if (!hasChanges(first) && putInBy === undefined) return struckFirst(second);
  const joined = join(flatten(first), flatten(second), putInBy);
  if (joined) return struckFirst(unflatten(joined));
  const author = lastAuthor(second);
  const [older, newer] = [normalise(rejectText(first)), normalise(acceptText(second))];
  return putInBy === undefined ? redlineText(older, newer, language, author) : newer;
}

function lastAuthor(text: InlineText): string | undefined {
  let author: string | undefined;
  for (const { change } of flatten(text)) author = change?.by ?? author;
  return author;
}

function join(first: readonly Run[], second: readonly Run[], putInBy: string | undefined): Run[] | undefined {
  const out: Run[] = [];
  let next = 0;
  let used = 0;
  /** What the first step struck here. */
  const struck = (): void => {
    for (let run = first[next]; run && used === 0 && !isIn(run, "after"); run = first[next]) {
      out.push(run);
      next += 1;
    }
  };
  for (const run of second) {
    struck();
    if (!isIn(run, "before")) {
      out.push(run);
      continue;
    }
    for (let at = 0; at < run.text.length; ) {
      struck();
      const from = first[next];
      if (!from) return undefined;
      const length = Math.min(from.text.length - used, run.text.length - at);
      const text = from.text.slice(used, used + length);
      if (text !== run.text.slice(at, at + length) || !sameLeaf(from, run)) return undefined;
      const change = joinChange(from.change, run.change, putInBy);
      if (change !== "vanishes") {
        const { change: _, ...bare } = from;
        out.push({ ...bare, text, ...(change ? { change } : {}) });
      }
      at += length;
      used += length;
      if (used === from.text.length) {
        next += 1;
        used = 0;
      }
    }
  }
  struck();
  return next === first.length ? out : undefined;
}

function sameLeaf(a: Run, b: Run): boolean {
  if (!a.leaf || !b.leaf) return a.leaf === b.leaf;
  return JSON.stringify(a.leaf) === JSON.stringify(b.leaf);
}

function joinChange(
  first: Change | undefined,
  second: Change | undefined,
  putInBy: string | undefined,
): Change | undefined | "vanishes" {
  if (!second) return first;
  return first || putInBy !== undefined ? "vanishes" : second;
}
