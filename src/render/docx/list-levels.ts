/** Lays the depths of a list and its inserted paragraphs (bis, ter, …) out on the nine levels that Word has. */
import { formatLabel, formatNumeral } from "../../document/label.ts";
import type { Numbering, NumberingLevel } from "../../document/tree.ts";
import type { CountingLevel } from "../../document/word-counting.ts";

/** Word has levels 0 to 8 (ECMA-376 part 1, 17.9.6). */
export const mostLevels = 9;

export interface ListLevel extends CountingLevel {
  depth: number;
  /** 0 for the plain number, 1 = bis, 2 = ter, … */
  suffix: number;
}

const formats: Record<NumberingLevel["numeral"], string> = {
  decimal: "decimal",
  lowerLetter: "lowerLetter",
  lowerRoman: "lowerRoman",
  arabicIndic: "hindiNumbers",
  arabicAbjad: "arabicAbjad",
  bullet: "bullet",
  hanzi: "chineseCountingThousand",
};

/**
 * Levels in Word's order: level 0 counts the paragraphs, the next ones show its number with bis, ter, …, then come the
 * sub-paragraphs. Inserted paragraphs for which no level is left are not in the result; their numbers get frozen.
 */
export function layLevels(numbering: Numbering, suffixes: ReadonlyMap<number, number>): ListLevel[] {
  let spare = mostLevels - numbering.levels.length;
  const out: ListLevel[] = [];
  numbering.levels.slice(0, mostLevels).forEach((level, index) => {
    const depth = index + 1;
    const own = out.length;
    out.push({ depth, suffix: 0, start: 1, format: formats[level.numeral], text: text(level, own) });
    const wanted = level.numeral === "bullet" ? 0 : (suffixes.get(depth) ?? 0);
    for (let suffix = 1; suffix <= wanted && spare > 0; suffix++, spare--) {
      out.push({ depth, suffix, start: 1, format: formats[level.numeral], text: text(level, own, suffix) });
    }
  });
  return out;
}

/** The level's text for Word: the printed label of a number with `%n`, the counter of level n - 1, in the number's place. */
function text(level: NumberingLevel, counter: number, suffix?: number): string {
  if (level.numeral === "bullet") return level.pattern;
  const sample = 7;
  const label = formatLabel(level, sample, suffix);
  return label.replace(formatNumeral(level.numeral, sample), () => `%${counter + 1}`);
}
