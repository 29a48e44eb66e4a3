import { describe, expect, it } from "vitest";
import { nearest } from "../../src/report/nearest.ts";

describe("the nearest known name", () => {
  const known = ["operative", "preambular", "title"];

  it("is found over a swapped, missing, doubled or wrong letter, whatever the case", () => {
    for (const wrong of ["opertaive", "operativ", "opperative", "Operatuve"])
      expect(nearest(wrong, known), wrong).toBe("operative");
  });

  it("is none when nothing is near, and the first of equals", () => {
    expect(nearest("committee", known)).toBeUndefined();
    expect(nearest("ab", ["ac", "ad"])).toBe("ac");
  });

  it("is found at once for an endless name", () => {
    expect(nearest("x".repeat(1_000_000), ["y".repeat(1_000_000)])).toBeUndefined();
  });
});
