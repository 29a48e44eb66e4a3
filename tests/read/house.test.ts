import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseHouse, readHouse } from "../../src/read/house.ts";
import type { World } from "../../src/world.ts";

const file = "templates/houses/ipu/house.yaml";
const ipu = readFileSync(file, "utf8");
const world: World = {
  read: (path) => (path === file ? new TextEncoder().encode(ipu) : undefined),
  list: () => ["ipu/", "README.md"],
  font: () => undefined,
};

function faults(find: string | RegExp, put: string) {
  const text = ipu.replace(find, put);
  expect(text).not.toBe(ipu);
  const { value, diagnostics } = parseHouse(text, "ipu", file);
  expect(value).toBeUndefined();
  return diagnostics.map((d) => ({
    message: d.message,
    hint: d.hint,
    text: text.split("\n")[(d.place?.line ?? 0) - 1]?.slice((d.place?.column ?? 0) - 1) ?? "",
  }));
}

describe("reading a house style", () => {
  it("gives the IPU's house with A4 pages and Arial for Word", () => {
    const { value, diagnostics } = readHouse(world, "ipu");
    expect(diagnostics).toEqual([]);
    expect(value?.page).toMatchObject({ width: 210, height: 297 });
    expect(value?.fonts.latin).toMatchObject({ word: "Arial", name: "Arimo" });
    expect(value?.fonts.cyrillic).toEqual(value?.fonts.latin);
    expect(value?.emphasis.arabic.opening).toEqual({ bold: true });
  });

  it("defines every style that composing and rendering count on", () => {
    const names = Object.keys(readHouse(world, "ipu").value?.styles ?? {});
    const needed =
      "organization session place rule committee symbol date title stage-line submitters enacting preambular operative operative-2 operative-3 operative-4 operative-5 preambular-2 preambular-3 preambular-4 preambular-5 preambular-plain continued bullet quote heading-1 heading-2 prose annex-title footnote running-head notice table-text";
    expect(needed.split(" ").filter((n) => !names.includes(n))).toEqual([]);
  });

  it("covers every day from the first Assembly on with exactly one period", () => {
    const periods = readHouse(world, "ipu").value?.periods ?? [];
    for (const day of ["2004-04-23", "2010-03-27", "2013-12-31", "2014-01-01", "2019-04-06", "2030-01-01"]) {
      expect(periods.filter((p) => p.from <= day && day <= (p.to ?? "9999")).length, day).toBe(1);
    }
  });

  it("points at an unknown field and proposes the nearest", () => {
    const [fault] = faults("after: 6\n", "aftr: 6\n");
    expect(fault?.message).toContain("`aftr`");
    expect(fault?.hint).toContain("`after`");
    expect(fault?.text).toMatch(/^aftr: 6/);
  });

  it("points at a wrong value, a wrong type and a missing field, all in one go", () => {
    const text = ipu
      .replace("align: justify", "align: justfy")
      .replace("width: 210", "width: 210mm")
      .replace("  headerDistance: 12\n", "");
    const { diagnostics } = parseHouse(text, "ipu", file);
    expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([
      "house-syntax `width` must be a number without a unit, in mm, from 10 to 2000, not text.",
      "house-syntax The field `headerDistance` is missing in page.",
      "house-syntax `align` cannot be “justfy”.",
    ]);
    expect(diagnostics[2]?.hint).toContain("Did you mean `justify`?");
  });

  it("points at a style based on one that does not exist, and at a circle", () => {
    const [fault] = faults("basedOn: bullet,", "basedOn: bulet,");
    expect(fault?.hint).toBe("Did you mean `bullet`?");
    expect(fault?.text).toMatch(/^bulet/);
    const circle = faults("word: Bulleted Item, basedOn: normal", "word: Bulleted Item, basedOn: bullet");
    expect(circle[0]?.message).toContain("based on itself");
  });

  it("points at broken YAML", () => {
    const [fault] = faults("page:\n", "page: [\n");
    expect(fault?.message).not.toBe("");
  });

  it("names the houses there are when one is unknown, and never leaves the folder", () => {
    expect(readHouse(world, "ipo").diagnostics[0]).toMatchObject({
      code: "house-unknown",
      hint: "Did you mean `ipu`?",
    });
    expect(readHouse(world, "../../etc").diagnostics[0]).toMatchObject({ code: "house-unknown" });
  });

  it("is not impressed by a bomb of repetitions", () => {
    const bomb = `a: &a [1]\n${"bcdefghij"
      .split("")
      .map((c, i) => `${c}: &${c} [${`*${"abcdefghij"[i]},`.repeat(12)}]`)
      .join("\n")}\n`;
    expect(parseHouse(bomb, "x", file).diagnostics[0]?.message).toContain("cannot start with *");
  });
});
