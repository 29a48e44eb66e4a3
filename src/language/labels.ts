/** How paragraphs are numbered in a language: labels of preambular and operative paragraphs, of sub-levels and of annexes. */
import type { NumberingLevel } from "../document/tree.ts";
import { isMap, type Sheet } from "./sheet.ts";

export interface Labels {
  preambular: NumberingLevel;
  operative: NumberingLevel;
  /** Four sub-levels. */
  sub: NumberingLevel[];
  bullet: NumberingLevel;
  /** Printed numbers of annexes, the first first. */
  annex: string[];
}

const numerals = ["decimal", "lowerLetter", "lowerRoman", "arabicIndic", "arabicAbjad", "hanzi"] as const;

export function readLabels(sheet: Sheet): Labels {
  const words = sheet.texts("labels.suffixWords");
  const level = (path: string): NumberingLevel => {
    const value = sheet.get(path);
    const numeral = isMap(value) ? numerals.find((n) => n === value.numeral) : undefined;
    if (!isMap(value) || !numeral || !value.pattern?.includes("%"))
      return sheet.bad(
        path,
        value,
        `{ "numeral", "pattern", "suffix" }, with one of ${numerals.join(", ")} and % in the pattern`,
        {
          numeral: "decimal",
          pattern: "%.",
        },
      );
    const { pattern, suffix } = value;
    return { numeral, pattern, ...(suffix === undefined ? {} : { suffixes: { words, pattern: suffix } }) };
  };
  return {
    preambular: level("labels.preambular"),
    operative: level("labels.operative"),
    sub: [0, 1, 2, 3].map((n) => level(`labels.sub.${n}`)),
    bullet: { numeral: "bullet", pattern: sheet.text("labels.bullet") },
    annex: sheet.texts("labels.annex"),
  };
}
