/** Units of Word: twips (twentieths of a point), half-points, eighths of a point. */

/** mm to twips, rounded. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** pt to twips, rounded. */
export function pointTwips(pt: number): number {
  return Math.round(pt * 20);
}

/** pt to half-points, rounded: the unit of font sizes. */
export function halfPoints(pt: number): number {
  return Math.round(pt * 2);
}

/** Divides `total` (twips) by shares; the parts are whole and add up to `total`. */
export function divide(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  let used = 0;
  let before = 0;
  return shares.map((share) => {
    before += share;
    const end = sum > 0 ? Math.round((total * before) / sum) : 0;
    const part = end - used;
    used = end;
    return part;
  });
}
