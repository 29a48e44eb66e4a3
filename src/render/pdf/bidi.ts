/** Unicode's bidirectional algorithm (UAX #9) over a paragraph and, line by line, its reordering (rules L1, L2). */
import type { Bidi } from "bidi-js";
import createBidi from "bidi-js";

// The package is CommonJS with types of an ES module: what arrives is the function itself.
const bidi = (createBidi as unknown as () => Bidi)();
const mirrors = new Map<string, string>();

/** The other half of a bracket or arrow (rule L4); the character itself where it has none. */
export function mirrored(char: string): string {
  let other = mirrors.get(char);
  if (other === undefined) {
    other = bidi.getMirroredCharacter(char) ?? char;
    mirrors.set(char, other);
  }
  return other;
}

/**
 * Embedding levels of a paragraph, one per UTF-16 unit. Forced breaks inside it ("\n") end a line, not the paragraph,
 * so that isolates may span them.
 */
export function levelsOf(text: string, dir: "ltr" | "rtl"): Uint8Array {
  if (
    dir === "ltr" &&
    !/[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802-\ud83b]/.test(text)
  ) {
    return new Uint8Array(text.length);
  }
  const whole = text.replace(/[\n\r\u000b\u000c\u0085\u2029]/g, "\u2028");
  return bidi.getEmbeddingLevels(whole, dir).levels;
}

/**
 * Visual order of the things on a line, given their levels in logical order: the index of the thing at each place from
 * left to right (rule L2). Trailing white space must have been given the base level before (rule L1).
 */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, i) => i);
  let highest = 0;
  let lowestOdd = Number.POSITIVE_INFINITY;
  for (const level of levels) {
    if (level > highest) highest = level;
    if (level & 1 && level < lowestOdd) lowestOdd = level;
  }
  for (let level = highest; level >= lowestOdd; level--) {
    for (let i = 0; i < order.length; i++) {
      if ((levels[i] ?? 0) < level) continue;
      let end = i;
      while (end < order.length && (levels[end] ?? 0) >= level) end++;
      reverse(order, i, end);
      i = end;
    }
  }
  return order;
}

/*
 * Reversing works on places: a higher level's stretch lies whole inside a lower one's, so the places of a stretch stay
 * the same when what stands in them has been turned.
 */
function reverse(order: number[], from: number, to: number): void {
  for (let a = from, b = to - 1; a < b; a++, b--) {
    const kept = order[a] ?? 0;
    order[a] = order[b] ?? 0;
    order[b] = kept;
  }
}
