/** Runs of a Word file as a text with marks: opening words, cited titles, strong and raised words, notes, references. */
import type { EmphasisRole, Inline, InlineText } from "../../text/inline.ts";
import { normalise } from "../../text/normalise.ts";
import type { WordRun } from "./paragraph.ts";

/** What the names in the file stand for; undefined: nothing that is known. */
export interface Meanings {
  /** The note with a number of the file. */
  note(number: string): string | undefined;
  /** The note that a bookmark leads to. */
  noteAt(bookmark: string): string | undefined;
  /** The paragraph that a bookmark leads to. */
  paragraph(bookmark: string): string | undefined;
}

export interface Marking {
  /** Emphasized words at the beginning are opening words, also without their style; false in titles, headings, notes. */
  opening: boolean;
}

/** Marks of words in the file that printed them: styles are known by name, others by their look. */
const roles: Readonly<Record<string, EmphasisRole>> = {
  "opening words": "opening",
  "cited title": "title",
  emphasis: "plain",
};

const noteMark = /^(?:footnote|endnote) reference$/;

/** The text in its normal form. A look that all words share is that of the paragraph and marks nothing. */
export function inlineOf(runs: readonly WordRun[], meanings: Meanings, marking: Marking): InlineText {
  const words = runs.filter((r) => /[\p{L}\p{N}]/u.test(r.text) && !noteMark.test(r.style));
  const all = (is: (run: WordRun) => boolean): boolean => words.length > 0 && words.every(is);
  const plainBold = all((r) => r.bold) && !all((r) => r.style === "opening words");
  const plainItalic = all((r) => r.italic) && !all((r) => r.style === "opening words");
  const opening = openingRuns(runs, { plainBold, plainItalic }, marking);
  const out: Inline[] = [];
  runs.forEach((run, i) => {
    out.push(...nodeOf(run, meanings, { plainBold, plainItalic, opening: i < opening }));
  });
  return normalise(out);
}

interface Flat {
  plainBold: boolean;
  plainItalic: boolean;
}

/** How many runs at the beginning are opening words: by style, else by slant, else (Arabic, Chinese) by weight. */
function openingRuns(runs: readonly WordRun[], { plainBold, plainItalic }: Flat, marking: Marking): number {
  const first = runs.findIndex((r) => r.text.trim() !== "");
  const start = runs[first];
  if (!start) return 0;
  const styled = start.style === "opening words";
  const slanted = start.italic && !plainItalic && !Object.hasOwn(roles, start.style);
  const heavy = start.bold && !plainBold && !Object.hasOwn(roles, start.style) && start.style !== "strong";
  if (!styled && !(marking.opening && (slanted || heavy))) return 0;
  const is = (run: WordRun): boolean =>
    run.note === undefined &&
    (run.text.trim() === "" || (styled ? run.style === "opening words" : slanted ? run.italic : run.bold));
  let end = first;
  while (end < runs.length && is(runs[end] as WordRun)) end += 1;
  return end;
}

function nodeOf(run: WordRun, meanings: Meanings, how: Flat & { opening: boolean }): Inline[] {
  if (run.note !== undefined) {
    const id = meanings.note(run.note);
    return id === undefined ? [] : [{ kind: "note", id }];
  }
  if (noteMark.test(run.style)) {
    const id = run.ref === undefined ? undefined : meanings.noteAt(run.ref);
    return id === undefined ? [] : [{ kind: "note", id }];
  }
  const to = run.ref === undefined ? undefined : meanings.paragraph(run.ref);
  let node: Inline = to === undefined ? { kind: "text", text: run.text } : { kind: "ref", to };
  if (run.raised || run.style === "superscript") node = { kind: "superscript", children: [node] };
  const role = how.opening ? "opening" : roleOf(run, how);
  const strong = run.style === "strong" || (run.bold && !how.plainBold && role === undefined);
  if (strong) node = { kind: "strong", children: [node] };
  return [role === undefined ? node : { kind: "emphasis", role, children: [node] }];
}

/** A slanted stretch without a style: a title has capitals, other emphasis (Latin words) has not. */
function roleOf(run: WordRun, { plainItalic }: Flat): EmphasisRole | undefined {
  const known = Object.hasOwn(roles, run.style) ? roles[run.style] : undefined;
  if (known !== undefined) return known;
  if (!run.italic || plainItalic) return undefined;
  return /\p{Lu}/u.test(run.text) ? "title" : "plain";
}
