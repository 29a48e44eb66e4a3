/**
 * Chooses where the lines of a paragraph end: the whole paragraph is weighed at once (after Knuth and Plass, "Breaking
 * Paragraphs into Lines", 1981), words are cut only when whole words leave gaps, and what fits no line is cut anywhere.
 */
import { itemize } from "./itemize.ts";
import type { Line, ParagraphSpec } from "./line.ts";
import { type LineEnd, makeLine } from "./line-maker.ts";
import { type Stop, stopsOf, type Widths } from "./stops.ts";

/** How far a gap may grow before words are cut, in its own widths of comfort. */
const patience = [1.8, 4, Number.POSITIVE_INFINITY] as const;
/** Costs beside those of gaps, of which one of twice its comfort costs 640,000: a second hyphen in a row, a third, a torn end. */
const penalties = { pair: 500_000, ladder: 40_000_000, orphan: 60_000, tornEnd: 10_000_000 };
/** Sizes that the last line of a paragraph should have at least, and more where a word is cut into it. */
const lastLine = { least: 2, afterCut: 6 };
/** Points of comfort that a gap may grow by, and that it may shrink by, in sizes. */
const growth = 0.16;
const shrinkage = 0.035;

/**
 * Lines of a paragraph, at least one. Pure and total: every character of the runs belongs to exactly one line. Time
 * grows with the length of the text times the places in one line.
 */
export function breakParagraph(spec: ParagraphSpec): Line[] {
  const items = itemize(spec);
  const size = spec.runs.reduce((most, run) => Math.max(most, run.size), 0) || 10;
  const widths = {
    first: Math.max(spec.measure - (spec.firstIndent ?? 0), size),
    rest: Math.max(spec.measure, size),
  };
  const whole = stopsOf(items, spec, widths, false);
  let ends =
    spec.ends === undefined ? undefined : kept(spec.ends, stopsOf(items, spec, widths, true), widths, size);
  if (ends === undefined && spec.balance) ends = balanced(whole, widths, size, items.text);
  if (ends === undefined && spec.align === "justify") {
    ends = choose(whole, widths, size, patience[0], true);
    if (ends === undefined && spec.hyphens !== undefined) {
      const cut = stopsOf(items, spec, widths, true);
      ends = choose(cut, widths, size, patience[1], true) ?? choose(cut, widths, size, patience[2], true);
    }
  }
  ends ??= choose(whole, widths, size, patience[2], spec.align === "justify") ?? [];
  const lines: Line[] = [];
  let from: LineEnd = { atom: 0, at: 0, kind: "normal" };
  for (const stop of ends) {
    lines.push(makeLine(spec, items, from, stop.end, lines.length === 0));
    from = stop.end;
  }
  return lines;
}

/** A way to reach a stop, the best one found. */
interface Way {
  stop: number;
  cost: number;
  line: number;
  previous: Way | undefined;
  /** How many lines in a row, up to the one that ends here, were cut inside a word. */
  cuts: number;
}

/**
 * The cheapest chain of line ends, or undefined when a line would need gaps beyond `limit`. With an endless limit there
 * is always one: a line is then at worst short.
 */
function choose(
  stops: readonly Stop[],
  widths: Widths,
  size: number,
  limit: number,
  justify: boolean,
): Stop[] | undefined {
  let active: Way[] = [{ stop: -1, cost: 0, line: 0, previous: undefined, cuts: 0 }];
  const slackless = justify ? 0 : size * 3;
  for (let j = 0; j < stops.length; j++) {
    const stop = stops[j];
    if (stop === undefined) continue;
    let best: Way | undefined;
    let shortest: Way | undefined;
    const staying: Way[] = [];
    for (const way of active) {
      const from = way.stop < 0 ? undefined : stops[way.stop];
      const measure = way.line === 0 ? widths.first : widths.rest;
      const natural = stop.trimmed + stop.hyphen - (from?.full ?? 0);
      const gaps = Math.max(0, stop.trimmedGaps - (from?.fullGaps ?? 0));
      const shrinks = justify && !stop.forced && stop.han === (from?.han ?? 0);
      const least = natural - (shrinks ? gaps * shrinkage * size : 0);
      shortest = way;
      // Once a line is too long it stays too long; a hyphen may only just not fit.
      if (least - stop.hyphen > measure + tolerance) continue;
      staying.push(way);
      if (least > measure + tolerance) continue;
      const slack = measure - natural;
      let ratio = 0;
      if (stop.end.kind !== "end" && !stop.forced) {
        const room = justify ? gaps * growth * size : slackless;
        ratio =
          slack >= 0 ? slack / Math.max(room, size * 0.02) : slack / Math.max(gaps * shrinkage * size, 0.001);
        if (ratio > limit) continue;
      }
      const strain = Math.min(Math.abs(ratio), 12);
      let cost = (1 + 100 * strain ** 3 + stop.penalty) ** 2;
      const cuts = stop.hyphen > 0 ? way.cuts + 1 : 0;
      if (cuts === 2) cost += penalties.pair;
      else if (cuts > 2) cost += penalties.ladder;
      if (stop.end.kind === "end" && way.line > 0) {
        if (natural < lastLine.least * size) cost += penalties.orphan;
        if (way.cuts > 0 && natural < lastLine.afterCut * size) cost += penalties.tornEnd;
      }
      const total = way.cost + cost;
      if (best === undefined || total < best.cost)
        best = { stop: j, cost: total, line: way.line + 1, previous: way, cuts };
    }
    // Nothing fits (a single sign wider than the line): the line runs over rather than lose it.
    if (best === undefined && staying.length === 0 && shortest !== undefined) {
      if (limit !== Number.POSITIVE_INFINITY) return undefined;
      best = { stop: j, cost: shortest.cost + 1e12, line: shortest.line + 1, previous: shortest, cuts: 0 };
    }
    active = stop.forced ? [] : staying;
    if (best !== undefined) active.push(best);
    if (active.length === 0) return undefined;
  }
  const last = active.at(-1);
  if (last === undefined) return undefined;
  const chain: Stop[] = [];
  for (let way: Way | undefined = last; way !== undefined && way.stop >= 0; way = way.previous) {
    const stop = stops[way.stop];
    if (stop !== undefined) chain.unshift(stop);
  }
  return chain;
}

/** How far the gaps of a line that is kept may shrink, in sizes. */
const squeeze = 0.09;
/** Points by which sums of widths may differ without a line being too long. */
const tolerance = 0.001;

/**
 * As few lines as the measure allows, all about as long: the narrowest measure that needs no line more, or one a little
 * wider at which no line parts a Chinese word (between words there are only marks to tell).
 */
function balanced(stops: readonly Stop[], widths: Widths, size: number, text: string): Stop[] | undefined {
  const wide = choose(stops, widths, size, Number.POSITIVE_INFINITY, false);
  if (wide === undefined || wide.length < 2) return wide;
  const at = (share: number): Stop[] | undefined => {
    const narrower = { first: widths.first * share, rest: widths.rest * share };
    const found = choose(stops, narrower, size, Number.POSITIVE_INFINITY, false);
    return found !== undefined && found.length <= wide.length && fits(found, narrower) ? found : undefined;
  };
  let low = 0.3;
  let high = 1;
  let best = wide;
  for (let step = 0; step < 10; step++) {
    const share = (low + high) / 2;
    const found = at(share);
    if (found === undefined) low = share;
    else {
      best = found;
      high = share;
    }
  }
  const clean = (chain: readonly Stop[]) =>
    chain.every((stop) => stop.end.kind === "end" || /[\s\p{P}]/u.test(text.charAt(stop.end.at - 1)));
  for (let share = high; share <= Math.min(1, high * 1.35) && !clean(best); share += 0.02) {
    const found = at(share);
    if (found !== undefined && clean(found)) return found;
  }
  return best;
}

/** The lines of an earlier setting, when each still fits without gaps that tear it. */
function kept(
  ends: readonly number[],
  stops: readonly Stop[],
  widths: Widths,
  size: number,
): Stop[] | undefined {
  const chain: Stop[] = [];
  let from: Stop | undefined;
  let next = 0;
  for (const at of ends) {
    while (next < stops.length && stops[next]?.end.at !== at) next++;
    const stop = stops[next++];
    if (stop === undefined) return undefined;
    const gaps = Math.max(1, stop.trimmedGaps - (from?.fullGaps ?? 0));
    const slack =
      (from === undefined ? widths.first : widths.rest) - (stop.trimmed + stop.hyphen - (from?.full ?? 0));
    if (slack < -gaps * squeeze * size - tolerance) return undefined;
    if (slack > gaps * size && !stop.forced) return undefined;
    chain.push(stop);
    from = stop;
  }
  return from?.end.kind === "end" ? chain : undefined;
}

function fits(chain: readonly Stop[], widths: Widths): boolean {
  let from = 0;
  return chain.every((stop, i) => {
    const width = stop.trimmed - from;
    from = stop.full;
    return width <= (i === 0 ? widths.first : widths.rest) + tolerance;
  });
}
