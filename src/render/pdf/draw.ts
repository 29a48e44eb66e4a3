/** Draws a set line into a pdfkit page: one text object per tagged stretch, glyph by glyph where the pen must be moved. */
import { bindFace, type EmbeddedFace, type PdfDocument } from "./embed.ts";
import type { Face, Line, Piece, TagPath } from "./line.ts";

/** What a stretch covers on the page; points, from the page's top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Opens and closes what belongs around the stretch of one tag path; must call `draw` exactly once. */
export type Around = (tag: TagPath, draw: () => void, box: Box) => void;

/**
 * Draws a line with the left edge of its measure at `x` and its top at `y`, in points from the page's top left corner.
 * Stretches of equal tag path come in the order they are read.
 */
export function drawLine(
  doc: PdfDocument,
  line: Line,
  x: number,
  y: number,
  around: Around = (_, draw) => draw(),
): void {
  for (const group of groupsOf(line)) {
    const first = group[0];
    if (first === undefined) continue;
    const pieces = [...group].sort((a, b) => a.x - b.x);
    const left = pieces[0]?.x ?? 0;
    const end = pieces.at(-1);
    const right = end === undefined ? left : end.x + end.width;
    const draw = () => {
      doc.addContent(textOf(doc, readable(group), x, y + line.ascent));
      const rules = rulesOf(pieces, line, x, y + line.ascent);
      if (rules !== "") doc.addContent(rules);
    };
    around(first.run.tag, draw, { x: x + left, y, width: right - left, height: line.height });
  }
}

/** Pieces that stand next to each other in the text and share their tag path, in the order of the text. */
function groupsOf(line: Line): Piece[][] {
  const logical = [...line.pieces].sort((a, b) => a.start - b.start || a.end - b.end);
  const groups: Piece[][] = [];
  let open: Piece[] | undefined;
  for (const piece of logical) {
    if (open?.[0]?.run.tag === piece.run.tag) open.push(piece);
    else {
      open = [piece];
      groups.push(open);
    }
  }
  return groups;
}

/**
 * The order in which readers put a group back together best: stretches of one face as they are read, the pieces of each
 * from left to right. (Readers turn right-to-left letters round themselves, within what is written with one font.)
 */
function readable(group: readonly Piece[]): Piece[] {
  const stretches: Piece[][] = [];
  let open: Piece[] = [];
  for (const piece of group) {
    if (open[0]?.face === piece.face) open.push(piece);
    else {
      open = [piece];
      stretches.push(open);
    }
  }
  return stretches.flatMap((stretch) => stretch.sort((a, b) => a.x - b.x));
}

/** The text object of a group. pdfkit's page has its y axis turned down, so the text matrix turns the letters up again. */
function textOf(doc: PdfDocument, pieces: readonly Piece[], x: number, baseline: number): string {
  const out: string[] = ["BT"];
  let asked: Face | undefined;
  let face: EmbeddedFace | undefined;
  let size = 0;
  let colour = "";
  let rise = 0;
  /** Where the reader's pen is, and the row of strings and moves that is being written. */
  let pen = Number.NaN;
  let row = "";
  let codes = "";
  const closeRow = () => {
    if (codes !== "") row += `<${codes}>`;
    if (row !== "") out.push(`[${row}] TJ`);
    row = "";
    codes = "";
  };
  for (const piece of pieces) {
    if (face === undefined || piece.face !== asked || piece.size !== size) {
      closeRow();
      asked = piece.face;
      face = bindFace(doc, asked);
      size = piece.size;
      doc.page.fonts[face.id] ??= face.ref();
      out.push(`/${face.id} ${number(size)} Tf`);
    }
    if (piece.run.colour !== colour) {
      closeRow();
      colour = piece.run.colour;
      out.push(`${rgb(colour)} rg`);
    }
    let wanted = x + piece.x;
    if (Number.isNaN(pen) || wanted - pen > size || pen - wanted > size / 4) {
      closeRow();
      out.push(`1 0 0 -1 ${number(wanted)} ${number(baseline)} Tm`);
      pen = wanted;
    }
    for (const glyph of piece.shape.glyphs) {
      const height = piece.run.rise + (glyph.dy * size) / 1000;
      if (Math.abs(height - rise) > 0.001) {
        closeRow();
        rise = height;
        out.push(`${number(rise)} Ts`);
      }
      // TJ moves by whole thousandths; the pen is carried along, so that nothing adds up over a line.
      const move = Math.round(((wanted + (glyph.dx * size) / 1000 - pen) * 1000) / size);
      if (move !== 0) {
        if (codes !== "") row += `<${codes}>`;
        codes = "";
        row += -move;
        pen += (move * size) / 1000;
      }
      codes += face.code(glyph);
      pen += (face.advance(glyph) * size) / 1000;
      wanted += (glyph.advance * size) / 1000 + piece.stretch;
    }
  }
  closeRow();
  if (rise !== 0) out.push("0 Ts");
  out.push("ET");
  return out.join("\n");
}

/** Underlines and strikes as filled strips, one for pieces that touch and look alike; none under a line's last space. */
function rulesOf(pieces: readonly Piece[], line: Line, x: number, baseline: number): string {
  const out: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined || !(piece.run.underline || piece.run.strike)) continue;
    if (piece.x < line.x - 0.01 || piece.x + piece.width > line.x + line.width + 0.01) continue;
    let right = piece.x + piece.width;
    let next = pieces[i + 1];
    while (next !== undefined && alike(piece, next) && next.x + next.width <= line.x + line.width + 0.01) {
      right = next.x + next.width;
      i += 1;
      next = pieces[i + 1];
    }
    const { face, run } = piece;
    const strip = (height: number, thickness: number) =>
      out.push(
        `${number(x + piece.x)} ${number(baseline - height)} ${number(right - piece.x)} ${number(thickness)} re f`,
      );
    out.push(`${rgb(run.colour)} rg`);
    const size = piece.size;
    if (run.underline) {
      const thickness = Math.max(face.underline.thickness * size, 0.4);
      const height = face.underline.position * size;
      if (run.underline === "dotted") {
        for (let at = piece.x; at < right; at += thickness * 2) {
          const dot = Math.min(thickness, right - at);
          out.push(`${number(x + at)} ${number(baseline - height)} ${number(dot)} ${number(thickness)} re f`);
        }
      } else if (run.underline === "double") {
        const thin = thickness * 0.7;
        strip(height, thin);
        strip(height - thin * 2, thin);
      } else strip(height, thickness);
    }
    if (run.strike) strip(face.strike.position * size, Math.max(face.strike.thickness * size, 0.4));
  }
  return out.join("\n");
}

function alike(a: Piece, b: Piece): boolean {
  const one = a.run;
  const other = b.run;
  return (
    one.underline === other.underline &&
    one.strike === other.strike &&
    one.colour === other.colour &&
    a.size === b.size &&
    one.rise === other.rise
  );
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const colours = new Map<string, string>();

/** `990000` -> `0.6 0 0`. */
function rgb(hex: string): string {
  let known = colours.get(hex);
  if (known === undefined) {
    known = [0, 2, 4].map((at) => number(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");
    colours.set(hex, known);
  }
  return known;
}
