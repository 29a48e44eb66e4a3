import { describe, expect, it } from "vitest";
import { Feet, type FootLine } from "../../../src/render/pdf/feet.ts";
import type { Leaf, SetLine } from "../../../src/render/pdf/leaf.ts";

const leaf = {} as Leaf;
const note = (lines: number): FootLine[] =>
  Array.from({ length: lines }, (_, index) => ({ set: { leaf, index, height: 10, calls: [] }, before: 0 }));
const calling = (...calls: string[]): SetLine => ({ leaf, index: 0, height: 12, calls });
const whole = { divide: true, force: false };

function feet(notes: Record<string, FootLine[]>, most = 200): Feet {
  return new Feet({ note: (id) => notes[id], separator: 15, most });
}

describe("the foot of a page", () => {
  it("takes a note with the separator once", () => {
    const book = feet({ a: note(1), b: note(2) });
    expect(book.take(["a"], 0, 100, whole)).toBe(25);
    expect(book.take(["b"], 0, 100, whole)).toBe(20);
    expect(book.height(0)).toBe(45);
  });

  it("prints a note once, however often it is called", () => {
    const book = feet({ a: note(1) });
    book.take(["a"], 0, 100, whole);
    expect(book.open(calling("a"))).toEqual([]);
  });

  it("does not know notes that nobody wrote", () => {
    expect(feet({}).open(calling("ghost"))).toEqual([]);
  });

  it("refuses a short note that does not fit instead of dividing it", () => {
    const book = feet({ a: note(3) });
    expect(book.take(["a"], 0, 40, whole)).toBeUndefined();
    expect(book.height(0)).toBe(0);
  });

  it("divides a long note, with two lines on both pages at least", () => {
    const book = feet({ a: note(6) });
    expect(book.take(["a"], 0, 15 + 55, whole)).toBe(15 + 40);
    expect(book.lines(0)).toHaveLength(4);
    expect(book.lines(1)).toHaveLength(2);
    expect(book.last).toBe(1);
  });

  it("begins no further note on a page whose last note goes on overleaf", () => {
    const book = feet({ a: note(6), b: note(1) });
    book.take(["a"], 0, 15 + 55, whole);
    expect(book.least(["b"], 0, false)).toBe(Number.POSITIVE_INFINITY);
    expect(book.take(["b"], 0, 100, whole)).toBeUndefined();
    expect(book.take(["b"], 1, 100, whole)).toBe(10);
    expect(book.lines(1)).toHaveLength(3);
  });

  it("spreads a note that is longer than a page over as many pages as it needs and loses no line", () => {
    const book = feet({ a: note(50) }, 115);
    book.take(["a"], 0, 65, { divide: true, force: true });
    const counts = [0, 1, 2, 3, 4, 5].map((page) => book.lines(page).length);
    expect(counts).toEqual([5, 10, 10, 10, 10, 5]);
  });
});
