/** Makes one line out of a stretch of atoms: visual order, alignment, stretched gaps, the hyphen of a cut word. */
import { visualOrder } from "./bidi.ts";
import type { Itemized } from "./itemize.ts";
import type { Face, Line, ParagraphSpec, Piece, Shape } from "./line.ts";

/** Where a line ends: after `atom`, or inside it when `at` lies before its end. */
export interface LineEnd {
  atom: number;
  /** UTF-16 offset: the next line starts here. */
  at: number;
  /** `soft`: at a soft hyphen of the text; `hyphen`: at a place of the patterns; `cut`: in need. */
  kind: "normal" | "soft" | "hyphen" | "cut" | "forced" | "end";
}

/** A gap that would grow by more than this many sizes is left alone: a short line is quieter than a torn one. */
const mostGrowth = 1.5;

export function makeLine(
  spec: ParagraphSpec,
  items: Itemized,
  from: LineEnd,
  end: LineEnd,
  first: boolean,
): Line {
  const pieces = piecesBetween(items, from, end);
  const hyphenated = end.kind === "soft" || end.kind === "hyphen";
  if (hyphenated) addHyphen(pieces, end.at);
  const tail = takeTail(pieces, end.kind);
  const base = spec.dir === "rtl" ? 1 : 0;
  const natural = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const indent = first ? (spec.firstIndent ?? 0) : 0;
  const room = spec.measure - indent;
  const justified = spec.align === "justify" && end.kind !== "forced" && end.kind !== "end";
  const width = natural + (justified ? stretch(pieces, room - natural) : 0);

  const slack = room - width;
  const atStart = spec.dir === "rtl" ? slack : indent;
  const atEnd = spec.dir === "rtl" ? 0 : indent + slack;
  const x = spec.align === "center" ? (atStart + atEnd) / 2 : spec.align === "end" ? atEnd : atStart;

  const placed: Piece[] = [];
  let pen = x;
  for (const piece of inVisualOrder(pieces)) {
    if (piece === undefined) continue;
    piece.x = pen;
    placed.push(piece);
    pen += piece.width;
  }
  if (tail !== undefined) {
    if (base === 1) placed.unshift({ ...tail, level: base, x: x - tail.width });
    else placed.push({ ...tail, level: base, x: pen });
  }
  return {
    pieces: placed,
    start: from.at,
    end: end.at,
    x,
    width,
    height: spec.leading,
    ascent: ascentOf(spec),
    hyphenated,
    forced: end.kind === "forced",
    last: end.kind === "end",
    dir: spec.dir,
  };
}

function piecesBetween({ atoms, text }: Itemized, from: LineEnd, end: LineEnd): Gap[] {
  const pieces: Gap[] = [];
  let marks: number[] = [];
  for (let i = from.at === 0 ? 0 : from.atom; i <= end.atom; i++) {
    const atom = atoms[i];
    if (atom === undefined) continue;
    const start = Math.max(atom.start, from.at);
    const stop = Math.min(atom.end, end.at);
    if (start >= stop) continue;
    if (atom.kind === "none") {
      if (parting.test(text.charAt(start))) marks.push(atom.level);
      continue;
    }
    const whole = start === atom.start && stop === atom.end;
    const shape = whole ? atom.shape : atom.face.shape(text.slice(start, stop), atom.level);
    const width = whole ? atom.width : (shape.width * atom.size) / 1000;
    pieces.push({
      run: atom.run,
      face: atom.face,
      size: atom.size,
      level: atom.level,
      start,
      end: stop,
      shape,
      x: 0,
      width,
      stretch: atom.kind === "tab" ? width - (shape.width * atom.size) / 1000 : 0,
      space: atom.kind !== "word",
      ...(atom.han ? { han: true } : {}),
      ...(atom.kind === "tab" ? { tab: true } : {}),
      ...(marks.length > 0 ? { marks } : {}),
    });
    if (marks.length > 0) marks = [];
  }
  return pieces;
}

/** What alignment and order know about a piece beyond what is drawn; `marks`: levels of undrawn marks before it. */
type Gap = Piece & { han?: boolean; tab?: boolean; marks?: number[] };

/** Isolates and direction marks are not drawn, but two stretches of one level with one between them are two (rule L2). */
const parting = /[\u061c\u200e\u200f\u2066-\u2069]/;

function inVisualOrder(pieces: readonly Gap[]): (Piece | undefined)[] {
  const things = pieces.flatMap((piece) => [
    ...(piece.marks ?? []).map((level) => ({ level, piece: undefined })),
    { level: piece.level, piece },
  ]);
  return visualOrder(things.map(({ level }) => level)).map((place) => things[place]?.piece);
}

/** The hyphen of a cut word says in the extracted text that it is none of the author's: U+00AD. */
function addHyphen(pieces: Piece[], at: number): void {
  const last = pieces.at(-1);
  if (last === undefined) return;
  const shape = hyphenOf(last.face);
  const width = (shape.width * last.size) / 1000;
  pieces.push({ ...last, start: at, end: at, shape, width, stretch: 0, space: false });
}

const hyphens = new WeakMap<Face, Shape>();

function hyphenOf(face: Face): Shape {
  let shape = hyphens.get(face);
  if (shape === undefined) {
    const drawn = face.shape("-", 0);
    shape = { width: drawn.width, glyphs: drawn.glyphs.map((glyph) => ({ ...glyph, text: "\u00ad" })) };
    hyphens.set(face, shape);
  }
  return shape;
}

/** Takes white space off the end; one space comes back to be drawn beyond it, save at the paragraph's end. */
function takeTail(pieces: Piece[], kind: LineEnd["kind"]): Piece | undefined {
  let tail: Piece | undefined;
  while (pieces.at(-1)?.space) tail = pieces.pop();
  return kind === "end" ? undefined : tail;
}

/** Spreads slack over spaces and between Chinese characters, in place; returns the points really added. */
function stretch(pieces: Gap[], slack: number): number {
  if (pieces.some((piece) => piece.tab)) return 0;
  const gaps = pieces.filter((piece, i) => piece.space || (piece.han && i < pieces.length - 1));
  if (gaps.length === 0 || slack === 0) return 0;
  const each = slack / gaps.length;
  const size = Math.max(...gaps.map((piece) => piece.size));
  if (each > size * mostGrowth) return 0;
  for (const piece of gaps) {
    piece.stretch = each / Math.max(1, piece.shape.glyphs.length);
    piece.width += each;
  }
  return slack;
}

/** Top to baseline: the paragraph's own face, set in the middle of its leading. */
function ascentOf(spec: ParagraphSpec): number {
  const run = spec.runs.find((one) => one.rise === 0) ?? spec.runs[0];
  if (run === undefined) return spec.leading * 0.8;
  const face =
    spec.fonts.of(run.script, run.bold, run.italic) ?? spec.fonts.of("latin", run.bold, run.italic);
  if (face === undefined) return spec.leading * 0.8;
  const size = run.size * face.scale;
  return (spec.leading - (face.ascent + face.descent) * size) / 2 + face.ascent * size;
}
