/** Edits one text in tracked form: words found and changed, the whole text replaced; every change under an amendment's id. */
import type { AmendmentId, WordChange } from "../model/amendment.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { normalise } from "../text/normalise.ts";
import { flatten, isIn, type Run, runsText, spliceRuns, unflatten, type View } from "../text/runs.ts";
import { findSplices } from "../text/word-diff.ts";
import { findWords, nearestWords, type Stretch } from "./find.ts";
import { changeSplice } from "./splice.ts";

export { acceptChanges, itemAfter, itemBefore, rejectChanges, reverseChanges } from "../model/changes.ts";
export { acceptText, hasChanges, rejectText, reverseText } from "../text/changes.ts";

/** A text to be edited, by the id of its segment. */
export interface Editable {
  id: string;
  text: InlineText;
  /** The amendment that put in the whole paragraph in which it stands: what is deleted of it was never there. */
  putInBy?: AmendmentId;
}

/** Words that an earlier amendment had put in and that are gone now. */
export interface Lost {
  id: string;
  change: AmendmentId;
  words: string;
}

export interface Edited {
  /** New texts by id; those without a change are left out. */
  texts: Map<string, InlineText>;
  lost: Lost[];
}

/** A spot in a text, UTF-16 units of its plain text with one unit for each note. */
export interface EditSpot {
  id: string;
  offset: number;
  length: number;
  words: string;
}

export interface EditProblem {
  code: "words-not-found" | "words-ambiguous" | "words-changed" | "text-changed" | "text-empty";
  /** Place in the list of changes, from 0. */
  change: number;
  spots: EditSpot[];
  /** The amendment that is in the way. */
  by?: AmendmentId;
  /** The most similar words of the text, where none were found. */
  nearest?: string;
  /** How often the words stand there. */
  count?: number;
}

export interface EditOptions {
  by: AmendmentId;
  language: string;
}

/** A text while it is worked on. */
interface Sheet {
  id: string;
  runs: Run[];
  putInBy: AmendmentId | undefined;
}

/** Runs of a text; in a paragraph that was put in, everything is an insertion. */
function openSheet({ id, text, putInBy }: Editable): Sheet {
  const runs = flatten(text);
  return {
    id,
    putInBy,
    runs:
      putInBy === undefined
        ? runs
        : runs.map((run) => (run.change ? run : { ...run, change: { kind: "ins", by: putInBy } })),
  };
}

function closeSheet({ runs, putInBy }: Sheet): InlineText {
  if (putInBy === undefined) return unflatten(runs);
  const bare = runs
    .filter((run) => run.change?.kind !== "del")
    .map((run): Run => {
      if (run.change?.by !== putInBy) return run;
      const { change: _, ...kept } = run;
      return kept;
    });
  return unflatten(bare);
}

/** How much is shown around words in a message. */
const around = 24;

function spotOf(sheet: Sheet, view: View, { start, end }: Stretch): EditSpot {
  const text = runsText(sheet.runs, view);
  const from = text.lastIndexOf(" ", Math.max(0, start - around));
  const to = text.indexOf(" ", end + around);
  const head = start - around <= 0 || from < 0 ? text.slice(0, start) : `…${text.slice(from, start)}`;
  const tail = to < 0 ? text.slice(end) : `${text.slice(end, to)} …`;
  return {
    id: sheet.id,
    offset: start,
    length: end - start,
    words: `${head}${text.slice(start, end)}${tail}`.replaceAll("\uFFFC", ""),
  };
}

interface Found {
  sheet: Sheet;
  view: View;
  stretch: Stretch;
  change: number;
}

/** Finds the words of one change: in the printed text, or else in the text as it reads with the changes so far. */
function locate(sheets: readonly Sheet[], change: WordChange, index: number, view: View): Found[] {
  // Spaces at the ends only count when they go with the words.
  const find = change.put.length > 0 || change.beside ? change.find.trim() : change.find;
  return sheets.flatMap((sheet) =>
    findWords(sheet.runs, view, find).map((stretch) => ({ sheet, view, stretch, change: index })),
  );
}

function choose(
  hits: readonly Found[],
  sheets: readonly Sheet[],
  change: WordChange,
  index: number,
  language: string,
): Found | EditProblem {
  const spots = hits.slice(0, 8).map((hit) => spotOf(hit.sheet, hit.view, hit.stretch));
  if (hits.length === 0) {
    const near = nearest(sheets, change.find, language);
    return { code: "words-not-found", change: index, spots, count: 0, ...(near ? { nearest: near } : {}) };
  }
  const only = hits[(change.occurrence ?? 1) - 1];
  if (!only) return { code: "words-not-found", change: index, spots, count: hits.length };
  if (change.occurrence === undefined && hits.length > 1)
    return { code: "words-ambiguous", change: index, spots, count: hits.length };
  return only;
}

function nearest(sheets: readonly Sheet[], find: string, language: string): string | undefined {
  for (const sheet of sheets) {
    const near = nearestWords(runsText(sheet.runs, "after").replaceAll("\uFFFC", ""), find, language);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** The amendment that has changed something of a stretch of the text before: struck from it, or put into the middle of it. */
function changedBy(runs: readonly Run[], start: number, end: number): AmendmentId | undefined {
  let at = 0;
  let struck: Run | undefined;
  for (const run of runs) {
    if (!isIn(run, "before")) {
      if (start < at && at < end) return run.change?.by ?? "";
      continue;
    }
    const to = at + run.text.length;
    if (run.change && at < end && start < to) return run.change.by ?? "";
    // A spot between two struck words is no place for new ones.
    if (start === end && run.change?.kind === "del") {
      if (at < start && start < to) return run.change.by ?? "";
      if (to === start) struck = run;
      else if (at === start && struck) return run.change.by ?? "";
    }
    at = to;
  }
  return undefined;
}

/**
 * Makes all changes or none. Each finds its words exactly once in the texts together, or the one that it counts to, looked for in the
 * texts as they were before the changes in them, so that amendments to different words do not get in each other's way; only where
 * they do not stand there, in the texts as they read now. Marks, notes and references around and between the words stay. What comes
 * in takes the marks of what it replaces, unless it brings its own. Only the words that differ are tracked, and no word is split.
 */
export function editTexts(
  texts: readonly Editable[],
  changes: readonly WordChange[],
  { by, language }: EditOptions,
): Edited | { problem: EditProblem } {
  const sheets = texts.map(openSheet);
  const touched = new Set<Sheet>();
  const lost: Lost[] = [];
  const make = (founds: readonly Found[]): EditProblem | undefined => {
    for (const sheet of new Set(founds.map((found) => found.sheet))) {
      const own = founds.filter((found) => found.sheet === sheet);
      const problem = makeIn(sheet, own, changes, { by, language }, lost);
      if (problem) return problem;
      touched.add(sheet);
    }
    return undefined;
  };
  const first: Found[] = [];
  const later: number[] = [];
  for (const [index, change] of changes.entries()) {
    const hits = locate(sheets, change, index, "before");
    if (hits.length === 0) {
      later.push(index);
      continue;
    }
    const found = choose(hits, sheets, change, index, language);
    if ("code" in found) return { problem: found };
    first.push(found);
  }
  const problem = make(first);
  if (problem) return { problem };
  for (const index of later) {
    const change = changes[index];
    if (!change) continue;
    const found = choose(locate(sheets, change, index, "after"), sheets, change, index, language);
    if ("code" in found) return { problem: found };
    const further = make([found]);
    if (further) return { problem: further };
  }
  for (const sheet of touched) {
    if (runsText(sheet.runs, "after").trim() === "" && changes.length > 0)
      return { problem: { code: "text-empty", change: 0, spots: [] } };
  }
  return { texts: new Map([...touched].map((sheet) => [sheet.id, closeSheet(sheet)])), lost };
}

/** Makes the changes that were found in one view of one text. */
function makeIn(
  sheet: Sheet,
  founds: readonly Found[],
  changes: readonly WordChange[],
  { by, language }: EditOptions,
  lost: Lost[],
): EditProblem | undefined {
  const sorted = [...founds].sort((a, b) => a.stretch.start - b.stretch.start || a.change - b.change);
  const view = sorted[0]?.view ?? "after";
  const splices = sorted.flatMap((found) => {
    const change = changes[found.change];
    if (!change) return [];
    return changeSplice(sheet.runs, view, found.stretch, change, language).map((splice) => ({
      splice,
      found,
    }));
  });
  splices.sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end);
  for (const [i, { splice, found }] of splices.entries()) {
    const before = splices[i - 1];
    const spots = [spotOf(sheet, view, found.stretch)];
    if (before && splice.start < before.splice.end)
      return { code: "words-changed", change: found.change, spots, by };
    const other = view === "before" ? changedBy(sheet.runs, splice.start, splice.end) : undefined;
    if (other !== undefined) return { code: "words-changed", change: found.change, spots, by: other };
  }
  sheet.runs = spliceRuns(
    sheet.runs,
    view,
    splices.map(({ splice }) => splice),
    by,
    (run) => lost.push({ id: sheet.id, change: run.change?.by ?? "", words: run.text }),
  );
  return undefined;
}

/** Changes words of one text; see `editTexts`. */
export function editWords(
  text: InlineText,
  changes: readonly WordChange[],
  options: EditOptions,
): { text: InlineText; lost: Lost[] } | { problem: EditProblem } {
  const edited = editTexts([{ id: "", text }], changes, options);
  return "problem" in edited ? edited : { text: edited.texts.get("") ?? text, lost: edited.lost };
}

/**
 * Puts another text in the place of the present one, word by word where they are alike; not where others have changed words of it,
 * unless the new text is known to have their changes in it (`over`).
 */
export function replaceText(
  whole: Editable,
  text: InlineText,
  { by, language, over = false }: EditOptions & { over?: boolean },
): { text: InlineText; lost: Lost[] } | { problem: EditProblem } {
  const newer = normalise(text);
  if (plainText(newer).trim() === "") return { problem: { code: "text-empty", change: 0, spots: [] } };
  const sheet = openSheet(whole);
  const other = sheet.runs.find(({ change }) => change && change.by !== by && change.by !== whole.putInBy);
  if (other && !over)
    return { problem: { code: "text-changed", change: 0, spots: [], by: other.change?.by ?? "" } };
  const lost: Lost[] = [];
  const splices = findSplices(sheet.runs, "after", flatten(newer), language);
  sheet.runs = spliceRuns(sheet.runs, "after", splices, by, (run) =>
    lost.push({ id: whole.id, change: run.change?.by ?? "", words: run.text }),
  );
  return { text: closeSheet(sheet), lost };
}
