/** Makes the glyphs of a word follow each other pen stroke by pen stroke, so that readers of the file keep the word whole. */
import type { Glyph } from "./line.ts";

/**
 * Two kinds of glyph are recast: the second half of a character, which has no text of its own, joins the first; and
 * right to left, where letters overlap and marks stand off the pen, each glyph gets the place and advance it was shaped to.
 * `own` is the advance that the font gives a glyph. Thousandths of the em.
 */
export function recast(glyphs: readonly Glyph[], rtl: boolean, own: (id: number) => number): Glyph[] {
  const whole = glyphs.some((glyph) => glyph.text === "") ? joinHalves(glyphs, rtl) : glyphs;
  return whole.map((glyph) => (rtl ? settle(glyph, own) : glyph));
}

/** Halves follow their character in logical order: before it on the page when it runs right to left. */
function joinHalves(glyphs: readonly Glyph[], rtl: boolean): Glyph[] {
  const joined: Glyph[] = [];
  let waiting: Glyph[] = [];
  for (const glyph of glyphs) {
    if (rtl) {
      waiting.push(glyph);
      if (glyph.text !== "") joined.push(together(waiting.splice(0), glyph.text));
    } else if (glyph.text === "" && waiting.length > 0) waiting.push(glyph);
    else {
      if (waiting.length > 0) joined.push(together(waiting, waiting[0]?.text ?? ""));
      waiting = [glyph];
    }
  }
  if (waiting.length > 0) joined.push(together(waiting, waiting[0]?.text ?? ""));
  return joined;
}

function together(halves: readonly Glyph[], text: string): Glyph {
  const [first] = halves;
  if (first === undefined) throw new Error("a glyph of nothing");
  if (halves.length === 1) return first;
  let pen = 0;
  const parts = halves.map((half) => {
    const part = { id: half.id, x: pen + half.dx, y: half.dy };
    pen += half.advance;
    return part;
  });
  if (pen < 0) return { ...first, text };
  return { id: first.id, advance: pen, dx: 0, dy: 0, text, cast: { parts, advance: pen } };
}

function settle(glyph: Glyph, own: (id: number) => number): Glyph {
  if (glyph.cast !== undefined) return glyph;
  const moved = glyph.dx !== 0 || glyph.dy !== 0;
  if (!moved && Math.abs(glyph.advance - own(glyph.id)) < 0.01) return glyph;
  const parts = [{ id: glyph.id, x: glyph.dx, y: glyph.dy }];
  // A font knows no advance backwards; what is left of one (thin letters under a kaf) is a small step of the pen.
  return { ...glyph, dx: 0, dy: 0, cast: { parts, advance: Math.max(0, glyph.advance) } };
}
