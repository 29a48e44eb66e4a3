/** Cuts a paragraph into atoms: the smallest stretches that are shaped, measured and moved as one. */
import type { Script } from "../../document/house.ts";
import { levelsOf } from "./bidi.ts";
import { breaksOf } from "./breaks.ts";
import type { Face, ParagraphSpec, Run, Shape } from "./line.ts";
import { isInvisible, isMark, scriptOf } from "./script.ts";

/** `none` is read but not drawn: isolates, soft hyphens, forced breaks. */
export type AtomKind = "word" | "space" | "tab" | "none";

export interface Atom {
  kind: AtomKind;
  run: Run;
  face: Face;
  size: number;
  level: number;
  /** UTF-16 offsets [start, end) into the paragraph's text. */
  start: number;
  end: number;
  shape: Shape;
  /** Points. */
  width: number;
  /** A Chinese character or mark: justification may open a gap after it. */
  han: boolean;
}

/** How a line may end after an atom. */
export type Ending = "none" | "normal" | "soft" | "forced";

export interface Itemized {
  text: string;
  atoms: Atom[];
  /** `endings[i]` belongs to the place after `atoms[i]`; `soft` shows a hyphen. */
  endings: Ending[];
}

/** Longer words are shaped in pieces, so that no word costs more than its length. */
const longest = 100;
/** A tab is as wide as this many sizes. */
const tabWidth = 2;

export function itemize(spec: ParagraphSpec): Itemized {
  const text = spec.runs.map((run) => run.text).join("");
  const levels = levelsOf(text, spec.dir);
  const stops = new Map(breaksOf(text, spec.lang).map((one) => [one.at, one.required]));
  for (const at of betweenTexts(spec, text)) if (!stops.has(at)) stops.set(at, false);
  const atoms: Atom[] = [];
  const endings: Ending[] = [];
  let runStart = 0;
  for (const run of spec.runs) {
    const runEnd = runStart + run.text.length;
    let context: Script | undefined;
    let contextLevel = -1;
    let at = runStart;
    while (at < runEnd) {
      const level = levels[at] ?? 0;
      const first = text.codePointAt(at) ?? 0;
      const kind = kindOf(first);
      if (kind === "space" || level !== contextLevel) context = undefined;
      contextLevel = level;
      context ??= scriptAhead(text, at, runEnd, levels);
      const face = faceOf(spec, run, first, context, level, kind);
      if (kind === "word") context = scriptOf(first) ?? context;
      const han = isHan(first, run);
      let end = at + (first > 0xffff ? 2 : 1);
      while (end < runEnd && end - at < longest && !han && levels[end] === level && !stops.has(end)) {
        const next = text.codePointAt(end) ?? 0;
        if (kindOf(next) !== kind || kind === "tab" || kind === "none" || isHan(next, run)) break;
        if (kind === "word") {
          if (!isMark(next) && faceOf(spec, run, next, context, level, kind) !== face) break;
          context = scriptOf(next) ?? context;
        }
        end += next > 0xffff ? 2 : 1;
      }
      const most = Math.min(runEnd, at + 2 * longest);
      while (end < most && kind === "word" && isMark(text.codePointAt(end) ?? 0)) end += 1;
      const size = run.size * face.scale;
      const shape = kind === "none" ? nothing : face.shape(text.slice(at, end), level);
      const width = kind === "tab" ? size * tabWidth : (shape.width * size) / 1000;
      atoms.push({ kind, run, face, size, level, start: at, end, shape, width, han });
      endings.push(endingAt(text, end, stops));
      at = end;
    }
    runStart = runEnd;
  }
  return { text, atoms, endings };
}

/** Where a struck word touches the new one: two words to the reader, so that a line may end there and neither is cut as one. */
function betweenTexts({ runs }: ParagraphSpec, text: string): number[] {
  const found: number[] = [];
  let at = 0;
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    const parted = before !== undefined && (before.strike ?? false) !== (run.strike ?? false);
    if (parted && wordSign.test(text.charAt(at - 1)) && wordSign.test(text.charAt(at))) found.push(at);
    at += run.text.length;
  });
  return found;
}

const wordSign = /[\p{L}\p{M}\p{N}]/u;

const nothing: Shape = { glyphs: [], width: 0 };

function endingAt(text: string, end: number, stops: Map<number, boolean>): Ending {
  const required = stops.get(end);
  if (required === undefined) return text.charAt(end - 1) === "\n" ? "forced" : "none";
  if (required) return "forced";
  return text.charAt(end - 1) === "\u00ad" ? "soft" : "normal";
}

function kindOf(code: number): AtomKind {
  if (code === 0x20 || code === 0xa0 || code === 0x3000) return "space";
  if (code === 0x09) return "tab";
  if (code === 0x0a || isInvisible(code)) return "none";
  return "word";
}

function isHan(code: number, run: Run): boolean {
  return scriptOf(code) === "han" || (run.script === "han" && isGeneralPunctuation(code));
}

/** Quotation marks, dashes and dots that Chinese writes full-width with the same code points as Latin. */
function isGeneralPunctuation(code: number): boolean {
  return (code >= 0x2014 && code <= 0x2026) || code === 0xb7;
}

/**
 * The face of a character. Signs without a script of their own follow the letters of their word, so that the strokes
 * and digits of C-I/122/DR-Pre look the same in every language; without letters they follow the paragraph.
 */
function faceOf(
  spec: ParagraphSpec,
  run: Run,
  code: number,
  context: Script | undefined,
  level: number,
  kind: AtomKind,
): Face {
  const { fonts } = spec;
  let script = scriptOf(code) ?? context ?? run.script;
  if (run.script === "han" && isGeneralPunctuation(code)) script = "han";
  // Spaces between Latin words inside Arabic belong to the Latin words.
  if (kind === "space" && run.script === "arabic" && level % 2 === 0) script = "latin";
  const asked = kind === "word" ? code : 0x20;
  const face =
    fonts.find(asked, script, run.bold, run.italic) ??
    fonts.of(run.script, run.bold, run.italic) ??
    fonts.of("latin", run.bold, run.italic);
  if (face === undefined) throw new Error("The house has no font file for the Latin script.");
  return face;
}

/** How far a sign looks ahead for a letter of its word. */
const glance = 12;

/** The script of the first letter in the rest of a word at one level. */
function scriptAhead(text: string, at: number, end: number, levels: Uint8Array): Script | undefined {
  for (let i = at; i < end && i < at + glance && levels[i] === levels[at]; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (kindOf(code) !== "word") return undefined;
    const script = scriptOf(code);
    if (script !== undefined) return script;
  }
  return undefined;
}
