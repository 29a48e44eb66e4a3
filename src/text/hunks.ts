/** Compares two rows of tokens and gathers the differences into few changes that read well. */
import { diffArrays } from "diff";
import type { Token } from "./tokens.ts";
import { isUnspaced, isWord } from "./words.ts";

/** Old tokens from `oldStart` to `oldEnd` give way to new ones from `newStart` to `newEnd`; either may be empty, not both. */
export interface Hunk {
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

export interface HunkOptions {
  /**
   * Most tokens that may come and go before the whole is replaced instead. A count and no time, so that slow machines find the
   * same changes as fast ones.
   */
  limit?: number;
  /** Share of the words, by weight, that have to stay for the texts to be compared at all. */
  keptShare?: number;
}

const defaults = { limit: 600, keptShare: 0.35 };

function weigh(tokens: readonly Token[], start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i += 1) sum += tokens[i]?.weight ?? 0;
  return sum;
}

/** The differences between two rows of tokens, in order. */
export function findHunks(
  older: readonly Token[],
  newer: readonly Token[],
  options: HunkOptions = {},
): Hunk[] {
  const { limit, keptShare } = { ...defaults, ...options };
  const whole = trim({ oldStart: 0, oldEnd: older.length, newStart: 0, newEnd: newer.length }, older, newer);
  if (isEmpty(whole)) return [];
  const inner = compare(older, newer, whole, limit);
  if (!inner) return [whole];
  const lost = inner.reduce((sum, h) => sum + weigh(older, h.oldStart, h.oldEnd), 0);
  const gained = inner.reduce((sum, h) => sum + weigh(newer, h.newStart, h.newEnd), 0);
  const oldWeight = weigh(older, 0, older.length);
  const newWeight = weigh(newer, 0, newer.length);
  const kept = Math.min(oldWeight - lost, newWeight - gained);
  if (kept < keptShare * Math.min(oldWeight, newWeight))
    return [{ oldStart: 0, oldEnd: older.length, newStart: 0, newEnd: newer.length }];
  return absorb(inner, older, newer)
    .map((hunk) => trim(hunk, older, newer))
    .filter((hunk) => !isEmpty(hunk))
    .map((hunk, i, all) => slide(hunk, older, newer, all[i - 1], all[i + 1]))
    .filter((hunk) => !isSpacing(hunk, older, newer));
}

/** Whether a change only puts in or takes out a space that the typesetter sets himself. */
function isSpacing(hunk: Hunk, older: readonly Token[], newer: readonly Token[]): boolean {
  if (!older[hunk.oldEnd]?.tight || !newer[hunk.newEnd]?.tight) return false;
  const tokens = [...older.slice(hunk.oldStart, hunk.oldEnd), ...newer.slice(hunk.newStart, hunk.newEnd)];
  return tokens.every(({ text }) => /^\s+$/.test(text));
}

function isEmpty(hunk: Hunk): boolean {
  return hunk.oldStart === hunk.oldEnd && hunk.newStart === hunk.newEnd;
}

/** Takes equal tokens off both ends. */
function trim(hunk: Hunk, older: readonly Token[], newer: readonly Token[]): Hunk {
  let { oldStart, oldEnd, newStart, newEnd } = hunk;
  while (oldStart < oldEnd && newStart < newEnd && older[oldStart]?.key === newer[newStart]?.key) {
    oldStart += 1;
    newStart += 1;
  }
  while (oldStart < oldEnd && newStart < newEnd && older[oldEnd - 1]?.key === newer[newEnd - 1]?.key) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

function compare(
  older: readonly Token[],
  newer: readonly Token[],
  within: Hunk,
  limit: number,
): Hunk[] | undefined {
  const changes = diffArrays(
    older.slice(within.oldStart, within.oldEnd).map((t) => t.key),
    newer.slice(within.newStart, within.newEnd).map((t) => t.key),
    { maxEditLength: limit },
  );
  if (!changes) return undefined;
  const out: Hunk[] = [];
  let [o, n] = [within.oldStart, within.newStart];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      o += count;
      n += count;
      continue;
    }
    const last = out.at(-1);
    const hunk =
      last && last.oldEnd === o && last.newEnd === n
        ? last
        : { oldStart: o, oldEnd: o, newStart: n, newEnd: n };
    if (hunk !== last) out.push(hunk);
    if (removed) o += count;
    else n += count;
    hunk.oldEnd = o;
    hunk.newEnd = n;
  }
  return out;
}

/** Joins changes over words between them that are too few to be worth keeping. */
function absorb(hunks: readonly Hunk[], older: readonly Token[], newer: readonly Token[]): Hunk[] {
  const size = (h: Hunk): number =>
    Math.max(weigh(older, h.oldStart, h.oldEnd), weigh(newer, h.newStart, h.newEnd));
  let now = [...hunks];
  for (let joined = true; joined; ) {
    joined = false;
    const out: Hunk[] = [];
    for (const hunk of now) {
      const last = out.at(-1);
      if (last) {
        const island = weigh(older, last.oldEnd, hunk.oldStart);
        const least = Math.min(size(last), size(hunk));
        if (island < 1 ? joinable(last, hunk, island) : island < 2 && island * 2 <= least) {
          out[out.length - 1] = { ...last, oldEnd: hunk.oldEnd, newEnd: hunk.newEnd };
          joined = true;
          continue;
        }
      }
      out.push({ ...hunk });
    }
    now = out;
  }
  return now;
}

/**
 * Small words and signs between two changes go with them, unless both changes only put in or only take out: then the words
 * between stand in both texts in their place and reading past them is easy.
 */
function joinable(a: Hunk, b: Hunk, island: number): boolean {
  const puts = a.oldStart === a.oldEnd && b.oldStart === b.oldEnd;
  const takes = a.newStart === a.newEnd && b.newStart === b.newEnd;
  return !(puts || takes) || island === 0;
}

/** How well a change from `first` to `last` reads between the tokens `before` and `after`. */
function score(first: string, last: string, before: string | undefined, after: string | undefined): number {
  const startsClean = before === undefined || /\s$/.test(before) || /[（“‘《(«]$/.test(before);
  const afterSign = before !== undefined && !isWord(before) && !/\s$/.test(before);
  let points = 0;
  if (startsClean) points += 2;
  else if (afterSign && (isUnspaced(first) || isUnspaced(last))) points += 2;
  if (/\s$/.test(last)) points += 1;
  if (/^\s/.test(first)) points -= 1;
  if (!isWord(first) && !/^[\s（“‘《(«]/.test(first)) {
    points -= 1;
    // `, including cybercrime` at the end of a phrase.
    if (isWord(last) && (after === undefined || (!isWord(after) && !/^\s/.test(after)))) points += 2;
  }
  return points;
}

/** Moves a pure insertion or deletion to the place among equal ones where it is a phrase: `cybercrime, ` and not `, cybercrime`. */
function slide(
  hunk: Hunk,
  older: readonly Token[],
  newer: readonly Token[],
  previous: Hunk | undefined,
  next: Hunk | undefined,
): Hunk {
  const inserting = hunk.oldStart === hunk.oldEnd;
  if (!inserting && hunk.newStart !== hunk.newEnd) return hunk;
  const row = inserting ? newer : older;
  const [start, end] = inserting ? [hunk.newStart, hunk.newEnd] : [hunk.oldStart, hunk.oldEnd];
  const floor = previous ? (inserting ? previous.newEnd : previous.oldEnd) + 1 : 0;
  const ceiling = next ? (inserting ? next.newStart : next.oldStart) - 1 : row.length;
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  const consider = (by: number): void => {
    const [from, to] = [start + by, end + by];
    const points = score(row[from]?.text ?? "", row[to - 1]?.text ?? "", row[from - 1]?.text, row[to]?.text);
    if (points > bestScore || (points === bestScore && Math.abs(by) < Math.abs(best))) {
      best = by;
      bestScore = points;
    }
  };
  consider(0);
  for (let by = -1; start + by >= floor && row[start + by]?.key === row[end + by]?.key; by -= 1) consider(by);
  for (let by = 1; end + by <= ceiling && row[start + by - 1]?.key === row[end + by - 1]?.key; by += 1)
    consider(by);
  return {
    oldStart: hunk.oldStart + best,
    oldEnd: hunk.oldEnd + best,
    newStart: hunk.newStart + best,
    newEnd: hunk.newEnd + best,
  };
}
