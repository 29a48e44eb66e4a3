import { describe, expect, test } from "vitest";
import { levelsOf, visualOrder } from "../../../src/render/pdf/bidi.ts";
import { breakParagraph } from "../../../src/render/pdf/breaker.ts";
import { breaksOf } from "../../../src/render/pdf/breaks.ts";
import type { Face, Fonts, Run } from "../../../src/render/pdf/line.ts";
import { isInvisible } from "../../../src/render/pdf/script.ts";
import { type BidiCase, type BreakCase, bidiCases, breakCases } from "../../spec/cases.ts";

/** The first few that fail, so that a broken rule does not print thousands. */
const failing = <T extends { line: string }>(cases: readonly T[], right: (one: T) => boolean): string[] =>
  cases
    .filter((one) => !right(one))
    .slice(0, 5)
    .map(({ line }) => line);

/** A face that has everything; each glyph says which character of the paragraph it stands for by its place in the text. */
const face: Face = {
  file: "none",
  ascent: 0.8,
  descent: 0.2,
  underline: { position: -0.1, thickness: 0.05 },
  strike: { position: 0.3, thickness: 0.05 },
  scale: 1,
  leading: 1,
  has: () => true,
  shape: (text, level) => {
    const drawn = [...text].filter((char) => !isInvisible(char.codePointAt(0) ?? 0));
    const glyphs = drawn.map((char) => ({ id: 1, advance: 1, dx: 0, dy: 0, text: char }));
    return { glyphs: level % 2 === 1 ? glyphs.reverse() : glyphs, width: drawn.length };
  },
};
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const fonts: Fonts = { find: () => face, of: () => face };

/** The offsets of a paragraph's characters as its one line shows them from left to right. */
function shownOrder({ text, dir }: BidiCase): number[] {
  const run: Run = {
    text,
    script: "latin",
    bold: false,
    italic: false,
    size: 10,
    rise: 0,
    colour: "000000",
    lang: "en",
    tag: [],
  };
  const lines = breakParagraph({
    runs: [run],
    fonts,
    dir,
    lang: "en",
    measure: 1e9,
    align: "start",
    leading: 12,
  });
  expect(lines).toHaveLength(1);
  return (lines[0]?.pieces ?? []).flatMap((piece) => {
    const offsets: number[] = [];
    let at = piece.start;
    for (const char of text.slice(piece.start, piece.end)) {
      if (!isInvisible(char.codePointAt(0) ?? 0)) offsets.push(at);
      at += char.length;
    }
    return piece.level % 2 === 1 ? offsets.reverse() : offsets;
  });
}

describe("the conformance cases of UAX #9", () => {
  const cases = bidiCases();

  test("give the levels of the standard", () => {
    expect(cases.length).toBeGreaterThan(800);
    const right = ({ text, dir, offsets, levels }: BidiCase) => {
      const found = levelsOf(text, dir);
      return levels.every((level, i) => level === undefined || level === found[offsets[i] ?? 0]);
    };
    expect(failing(cases, right)).toEqual([]);
  });

  test("and its order", () => {
    const right = ({ levels, order }: BidiCase) => {
      const kept = levels.flatMap((level, i) => (level === undefined ? [] : [{ level, i }]));
      return visualOrder(kept.map(({ level }) => level)).every((place, i) => kept[place]?.i === order[i]);
    };
    expect(failing(cases, right)).toEqual([]);
  });

  test("come out of a set line in that order, cut into words and stretches of one level", () => {
    const right = (one: BidiCase) => {
      // Controls, joiners and the spaces at the end are not drawn.
      const drawn = (i: number) => {
        const rest = one.text.slice(one.offsets[i] ?? 0);
        return !isInvisible(rest.codePointAt(0) ?? 0) && !/^[\s\u2028]*$/u.test(rest.replace(invisible, ""));
      };
      const wanted = one.order.filter(drawn).map((i) => one.offsets[i] ?? 0);
      const gone = one.levels.flatMap((level, i) => (level === undefined ? [one.offsets[i]] : []));
      const shown = shownOrder(one).filter((at) => !gone.includes(at));
      return shown.join() === wanted.join();
    };
    expect(failing(cases, right)).toEqual([]);
  });
});

describe("the conformance cases of UAX #14, for the scripts that we set", () => {
  const cases = breakCases();

  /** Where we part from the standard, each with its reason; a case must have one of them, and only these places differ. */
  const house: { why: string; at: (text: string, i: number) => boolean }[] = [
    {
      why: "no line begins with %, ‰, !, ?, ; or a closing guillemet after a space, as French writes them",
      at: (text, i) => text.charAt(i - 1) === " " && /[:;!?»%‰]/.test(text.charAt(i)),
    },
    {
      why: "no line ends with the inner space of an opening guillemet",
      at: (text, i) => text.slice(0, i).endsWith("« "),
    },
    {
      why: "after a hyphen there must be three letters, before it two, and no digit",
      at: (text, i) => text.charAt(i - 1) === "-",
    },
    {
      why: "a dash stays with the number after it (ranges)",
      at: (text, i) => /[–—]/.test(text.charAt(i - 1)) && /\d/.test(text.charAt(i)),
    },
  ];

  /** What the cases expect beyond the default rules: numbers as in example 7 of section 8.2, which we do not follow. */
  const numbers = (text: string, i: number) =>
    /[})][\u0308]*$/.test(text.slice(0, i)) && /[%$]/.test(text.charAt(i))
      ? true
      : /[,/.][\u0308]*$/.test(text.slice(0, i)) && /\d/.test(text.charAt(i))
        ? true
        : /[%$\\a-z][\u0308]*$/.test(text.slice(0, i)) && /[({（]/.test(text.charAt(i));
  /** Pictographs, and the angle brackets that Unicode has replaced, which the standard's form of a text (NFC) never holds. */
  const replaced = (text: string) => /[\u2329\u232a\u{1f000}-\u{1faff}]/u.test(text);

  const differences = ({ text, breaks }: BreakCase) => {
    const found = [...breaksOf(text, "en-GB").map(({ at }) => at), text.length];
    return [
      ...breaks.filter((at) => !found.includes(at)).map((at) => ({ at, ours: false })),
      ...found.filter((at) => !breaks.includes(at)).map((at) => ({ at, ours: true })),
    ];
  };

  test("give its opportunities, but for the rules of the house", () => {
    expect(cases.length).toBeGreaterThan(3000);
    const right = (one: BreakCase) =>
      replaced(one.text) ||
      differences(one).every(
        ({ at, ours }) => numbers(one.text, at) || (!ours && house.some((rule) => rule.at(one.text, at))),
      );
    expect(failing(cases, right)).toEqual([]);
  });

  test("differ only where the house says so, and every rule of the house shows", () => {
    const seen = new Set<string>();
    let count = 0;
    for (const one of cases) {
      if (replaced(one.text)) continue;
      const found = differences(one);
      if (found.length > 0) count++;
      for (const { at } of found) for (const rule of house) if (rule.at(one.text, at)) seen.add(rule.why);
    }
    expect([...seen].sort()).toEqual(house.map(({ why }) => why).sort());
    expect(count / cases.length).toBeLessThan(0.03);
  });
});
