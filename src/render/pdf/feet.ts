/**
 * The foot of every page: which lines of which notes stand there, and how much height they take. A note stands on the
 * page of its first call; what does not fit continues at the foot of the next page.
 */

import type { SetLine } from "./leaf.ts";

/** A line of a note with the space above it, in points. */
export interface FootLine {
  set: SetLine;
  before: number;
}

/** Notes of up to so many lines are not divided. */
const undivided = 3;
/** Lines of a divided note that stay together at least, on both sides. */
const together = 2;

export interface FeetOptions {
  /** The set lines of a note, or undefined when there is no such note. */
  note: (id: string) => readonly FootLine[] | undefined;
  /** Points from the text to the first note: space, rule, space. */
  separator: number;
  /** Most points that notes may take of a page that they only continue on. */
  most: number;
}

export class Feet {
  readonly #options: FeetOptions;
  readonly #lines = new Map<number, FootLine[]>();
  readonly #heights = new Map<number, number>();
  readonly #printed = new Set<string>();
  /** Pages whose last note goes on overleaf: no further note can begin there. */
  readonly #closed = new Set<number>();
  #last = -1;

  constructor(options: FeetOptions) {
    this.#options = options;
  }

  /** The last page (from 0) with notes, or -1. */
  get last(): number {
    return this.#last;
  }

  /** Points taken at the foot of a page, separator included; 0 without notes. */
  height(page: number): number {
    return this.#heights.get(page) ?? 0;
  }

  lines(page: number): readonly FootLine[] {
    return this.#lines.get(page) ?? [];
  }

  /** The notes called in a line that stand nowhere yet. */
  open(line: SetLine): string[] {
    return line.calls.filter((id) => !this.#printed.has(id) && this.#options.note(id) !== undefined);
  }

  /** Points that notes called in a line need on its page at least. `already`: notes counted before on this page. */
  least(ids: readonly string[], page: number, already: boolean): number {
    if (ids.length === 0) return 0;
    if (this.#closed.has(page)) return Number.POSITIVE_INFINITY;
    let sum = already || this.height(page) > 0 ? 0 : this.#options.separator;
    ids.forEach((id, i) => {
      const lines = this.#options.note(id) ?? [];
      const head = i < ids.length - 1 || lines.length <= undivided ? lines.length : together;
      sum += heightOf(lines.slice(0, head));
    });
    return sum;
  }

  /**
   * Gives the notes their place at the foot of `page` when `room` points allow it, and answers the points taken.
   * `divide`: a long note may continue overleaf; `force`: it must, whatever is left.
   */
  take(
    ids: readonly string[],
    page: number,
    room: number,
    how: { divide: boolean; force: boolean },
  ): number | undefined {
    if (this.#closed.has(page) && !how.force) return undefined;
    const separator = this.height(page) > 0 ? 0 : this.#options.separator;
    const lines = ids.flatMap((id) => this.#options.note(id) ?? []);
    let head = lines.length;
    if (separator + heightOf(lines) > room || this.#closed.has(page)) {
      const last = this.#options.note(ids[ids.length - 1] ?? "") ?? [];
      const fit = this.#closed.has(page) ? 0 : howManyFit(lines, room - separator);
      const whole = lines.length - last.length;
      const kept = Math.min(fit - whole, last.length - together);
      if (how.force) head = fit;
      else if (how.divide && last.length > undivided && kept >= together) head = whole + kept;
      else return undefined;
    }
    for (const id of ids) this.#printed.add(id);
    const taken = this.#put(page, lines.slice(0, head));
    this.#overleaf(page, lines.slice(head));
    return taken;
  }

  #put(page: number, lines: readonly FootLine[]): number {
    if (lines.length === 0) return 0;
    const old = this.#heights.get(page) ?? 0;
    const added = (old > 0 ? 0 : this.#options.separator) + heightOf(lines);
    this.#heights.set(page, old + added);
    this.#lines.set(page, [...(this.#lines.get(page) ?? []), ...lines]);
    this.#last = Math.max(this.#last, page);
    return added;
  }

  #overleaf(page: number, rest: readonly FootLine[]): void {
    let lines = rest;
    for (let at = page; lines.length > 0; at++) {
      this.#closed.add(at);
      const room =
        this.#options.most - this.height(at + 1) - (this.height(at + 1) > 0 ? 0 : this.#options.separator);
      // A line that is higher than all the room still has to go somewhere.
      const fit = Math.max(this.height(at + 1) > 0 ? 0 : 1, howManyFit(lines, room));
      this.#put(at + 1, lines.slice(0, fit));
      lines = lines.slice(fit);
    }
  }
}

function heightOf(lines: readonly FootLine[]): number {
  let sum = 0;
  for (const line of lines) sum += line.before + line.set.height;
  return sum;
}

function howManyFit(lines: readonly FootLine[], room: number): number {
  let sum = 0;
  let count = 0;
  for (const line of lines) {
    sum += line.before + line.set.height;
    if (sum > room) break;
    count++;
  }
  return count;
}
