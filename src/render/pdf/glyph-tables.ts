/** The two small tables by which a font groups its glyphs: coverage and classes (OpenType 1.9, chapter 2). */

/** Coverage index of a glyph, -1 when it is not covered. */
export function coverageIndex(view: DataView, at: number, glyph: number): number {
  const ranges = view.getUint16(at) === 2;
  let low = 0;
  let high = view.getUint16(at + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = at + 4 + middle * (ranges ? 6 : 2);
    const from = view.getUint16(entry);
    const to = ranges ? view.getUint16(entry + 2) : from;
    if (glyph < from) high = middle - 1;
    else if (glyph > to) low = middle + 1;
    else return ranges ? view.getUint16(entry + 4) + glyph - from : middle;
  }
  return -1;
}

/** Class of a glyph; those that are not listed are of class 0. */
export function classOf(view: DataView, at: number, glyph: number): number {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2);
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + index * 2) : 0;
  }
  for (let low = 0, high = view.getUint16(at + 2) - 1; low <= high; ) {
    const middle = (low + high) >> 1;
    const entry = at + 4 + middle * 6;
    if (glyph < view.getUint16(entry)) high = middle - 1;
    else if (glyph > view.getUint16(entry + 2)) low = middle + 1;
    else return view.getUint16(entry + 4);
  }
  return 0;
}
