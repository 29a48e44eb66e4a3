/**
 * Cases of the Unicode Character Database for the algorithms that we use. `UCD=<folder>` (Debian: /usr/share/unicode, package
 * unicode-data) takes every case from there in place of the samples in this folder.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

function linesOf(sample: string, whole: string): string[] {
  const folder = process.env.UCD;
  const file = folder === undefined ? join("tests/spec", sample) : join(folder, whole);
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
}

export interface BidiCase {
  line: string;
  text: string;
  /** Where each code point begins, UTF-16. */
  offsets: number[];
  dir: "ltr" | "rtl";
  /** By code point; undefined where rule X9 takes it out. */
  levels: (number | undefined)[];
  /** Code points from left to right. */
  order: number[];
}

export function bidiCases(): BidiCase[] {
  return linesOf("BidiCharacterTest-15.0.0.txt", "BidiCharacterTest.txt").map((line) => {
    const [codes = "", , level, levels = "", order = ""] = line.split(";");
    const chars = codes.split(" ").map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
    let at = 0;
    const offsets = chars.map((char) => {
      at += char.length;
      return at - char.length;
    });
    return {
      line,
      text: chars.join(""),
      offsets,
      dir: level === "1" ? "rtl" : "ltr",
      levels: levels.split(" ").map((one) => (one === "x" ? undefined : Number(one))),
      order: order.split(" ").filter(Boolean).map(Number),
    };
  });
}

export interface BreakCase {
  line: string;
  text: string;
  /** UTF-16 offsets where a line may end, the end of the text among them. */
  breaks: number[];
}

export function breakCases(): BreakCase[] {
  return linesOf("LineBreakTest-15.0.0.txt", "auxiliary/LineBreakTest.txt").map((line) => {
    let text = "";
    const breaks: number[] = [];
    for (const part of line.split(/\s+/))
      if (part === "÷") breaks.push(text.length);
      else if (part !== "×") text += String.fromCodePoint(Number.parseInt(part, 16));
    return { line, text, breaks };
  });
}
