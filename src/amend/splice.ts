/** Turns one change of words, found in a text, into the smallest replacements of whole words, with spaces and marks set right. */
import type { WordChange } from "../model/amendment.ts";
import { findHunks } from "../text/hunks.ts";
import {
  commonMarks,
  flatten,
  joinMarks,
  type Mark,
  type Run,
  runsText,
  type Splice,
  sliceRuns,
  type View,
} from "../text/runs.ts";
import { isLeaf, type Token, tokenize, widen } from "../text/tokens.ts";
import { isUnspaced } from "../text/words.ts";
import type { Stretch } from "./find.ts";

const space = /\s/;
const closing = /^[,.;)\]”’»،؛؟!?，；。、）》]/;
const opening = /[([“‘«（《]$/;

/** The replacements, sorted, in units of the view. */
export function changeSplice(
  runs: readonly Run[],
  view: View,
  found: Stretch,
  change: WordChange,
  language: string,
): Splice[] {
  const put = flatten(change.put);
  if (change.beside && put.length > 0) return [beside(runs, view, found, change.beside, put, language)];
  const tokens = tokenize(runs, view, language);
  const wide = widen(tokens, found.start, found.end);
  const isWhole = wide.start === found.start && wide.end === found.end;
  if (put.length === 0 && isWhole) return [{ ...withSpace(runsText(runs, view), found), put: [] }];
  const bare = put.every((run) => run.marks.length === 0);
  const spares = put.every((run) => run.leaf === undefined);
  const marks = commonMarks(sliceRuns(runs, view, found.start, found.end));
  const newer = [
    ...sliceRuns(runs, view, wide.start, found.start).map(asNew),
    ...put.map((run) => ({ ...run, marks: joinMarks(marks, run.marks) })),
    ...sliceRuns(runs, view, found.end, wide.end).map(asNew),
  ];
  const slice = sliceRuns(runs, view, wide.start, wide.end);
  const older = tokenize(slice, view, language, { ignoreMarks: bare }).filter(
    (token) => !(spares && isLeaf(token)),
  );
  const fresh = tokenize(newer, "after", language, { ignoreMarks: bare });
  // The author has said which words go; of those that stay none is too few.
  return findHunks(older, fresh, { keptShare: 0 }).map((hunk): Splice => {
    const start = older[hunk.oldStart]?.start ?? older.at(-1)?.end ?? 0;
    const end = hunk.oldEnd > hunk.oldStart ? (older[hunk.oldEnd - 1]?.end ?? start) : start;
    const from = fresh[hunk.newStart]?.start ?? fresh.at(-1)?.end ?? 0;
    const to = hunk.newEnd > hunk.newStart ? (fresh[hunk.newEnd - 1]?.end ?? from) : from;
    const words = sliceRuns(newer, "after", from, to);
    const own =
      end > start ? commonMarks(textRuns(sliceRuns(slice, view, start, end))) : marksAt(slice, view, start);
    return {
      start: wide.start + start,
      end: wide.start + end,
      put: bare ? words.map((run) => (run.leaf ? run : { ...run, marks: own })) : words,
      sparesLeaves: spares,
    };
  });
}

function asNew({ change: _, ...run }: Run): Run {
  return run;
}

function textRuns(runs: readonly Run[]): Run[] {
  return runs.filter((run) => run.leaf === undefined);
}

/** The marks that an insertion stands in: those of both neighbours. */
function marksAt(runs: readonly Run[], view: View, at: number): readonly Mark[] {
  const before = sliceRuns(runs, view, at - 1, at);
  const after = sliceRuns(runs, view, at, at + 1);
  return before.length > 0 && after.length > 0 ? commonMarks([...before, ...after]) : [];
}

/** Takes one space with the words that go, so that none is left double, at an end or before a comma. */
function withSpace(text: string, { start, end }: Stretch): Stretch {
  const before = text.charAt(start - 1);
  const after = text.slice(end, end + 1);
  const clear = after === "" || space.test(after) || closing.test(after);
  if (start > 0 && space.test(before) && clear) return { start: start - 1, end };
  if (start === 0 && space.test(after)) return { start, end: end + 1 };
  return { start, end };
}

/** New words after or before some that stay, with a space between where the script has spaces. */
function beside(
  runs: readonly Run[],
  view: View,
  found: Stretch,
  side: "after" | "before",
  put: readonly Run[],
  language: string,
): Splice {
  const text = runsText(runs, view);
  const tokens = tokenize(runs, view, language);
  const wide = widen(tokens, found.start, found.end);
  let at = side === "after" ? wide.end : wide.start;
  // The call of a note belongs to the word before it.
  if (side === "after") at = endOfNotes(tokens, at);
  const words = runsText(put, "after");
  const first = [...words][0] ?? "";
  const last = [...words].at(-1) ?? "";
  const gap = (left: string, right: string): Run[] => {
    if (left === "" || right === "" || space.test(left) || space.test(right)) return [];
    if (isUnspaced(left) || isUnspaced(right) || closing.test(right) || opening.test(left)) return [];
    return [{ text: " ", marks: [] }];
  };
  const row =
    side === "after"
      ? [...gap(text.charAt(wide.end - 1), first), ...put]
      : [...put, ...gap(last, text.charAt(at))];
  const marks = marksAt(runs, view, at);
  return { start: at, end: at, put: row.map((run) => ({ ...run, marks: joinMarks(marks, run.marks) })) };
}

function endOfNotes(tokens: readonly Token[], at: number): number {
  let end = at;
  for (const token of tokens) if (token.start === end && isLeaf(token)) end = token.end;
  return end;
}
