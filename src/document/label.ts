/** Printed labels of numbered paragraphs: `(3)`, `17.`, `(aa)`, `(3 bis)`; the one place that writes numerals. */
import type { NumberingLevel } from "./tree.ts";

/**
 * The label of the `number`-th paragraph (1-based) of a level; `suffix` 1 is the level's first suffix word (bis).
 * Beyond the known suffix words the suffix is written as a number. Throws on a number below 1: counters start at 1.
 */
export function formatLabel(level: NumberingLevel, number: number, suffix?: number): string {
  if (level.numeral === "bullet") return level.pattern;
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`no label for number ${number}`);
  const numeral = formatNumeral(level.numeral, number);
  if (suffix === undefined || suffix === 0) return level.pattern.replace("%", () => numeral);
  const word = level.suffixes?.words[suffix - 1] ?? String(suffix + 1);
  return (level.suffixes?.pattern ?? level.pattern.replace("%", () => "% #"))
    .replace("#", () => word)
    .replace("%", () => numeral);
}

/** A counter in one of the numerals, without the pattern around it. */
export function formatNumeral(numeral: Exclude<NumberingLevel["numeral"], "bullet">, number: number): string {
  switch (numeral) {
    case "decimal":
      return String(number);
    case "lowerLetter":
      return letters(number);
    case "lowerRoman":
      return roman(number);
    case "arabicIndic":
      return String(number).replace(/\d/g, (d) => String.fromCharCode(0x0660 + Number(d)));
    case "arabicAbjad":
      return abjad(number);
    case "hanzi":
      return hanzi(number);
  }
}

/** a … z, aa, bb, cc … as Word counts (ECMA-376 part 1, 17.18.59 `lowerLetter`: the letter repeats). */
function letters(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26));
  return letter.repeat(Math.floor((n - 1) / 26) + 1);
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(n: number): string {
  if (n > 9999) return String(n);
  let rest = n;
  let out = "";
  for (const [value, sign] of romanDigits) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}

/** The Arabic letters in their numeral order, as Word's `arabicAbjad` list runs; after the 28th the letter repeats. */
const abjadLetters = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

function abjad(n: number): string {
  const letter = abjadLetters[(n - 1) % 28] ?? "";
  return letter.repeat(Math.floor((n - 1) / 28) + 1);
}

const hanDigits = "〇一二三四五六七八九";

/** Chinese counting numerals up to 9999 (十, 十一, 一百〇五); larger ones digit by digit. */
function hanzi(n: number): string {
  if (n > 9999) return [...String(n)].map((d) => hanDigits[Number(d)]).join("");
  const units = ["", "十", "百", "千"];
  const digits = [...String(n)].map(Number);
  let out = "";
  let gap = false;
  digits.forEach((d, i) => {
    const unit = units[digits.length - 1 - i] ?? "";
    if (d === 0) gap = out !== "";
    else {
      out += (gap ? "〇" : "") + (d === 1 && unit === "十" && out === "" ? "" : hanDigits[d]) + unit;
      gap = false;
    }
  });
  return out;
}
