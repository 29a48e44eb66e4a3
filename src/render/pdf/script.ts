/** Which script a character belongs to, as far as it decides the font family: a small reading of Unicode's Scripts.txt. */
import type { Script } from "../../document/house.ts";

/** Ranges [from, to, script], ascending; what is not here (digits, signs, marks) belongs to the text around it. */
const ranges: readonly (readonly [number, number, Script])[] = [
  [0x0041, 0x005a, "latin"],
  [0x0061, 0x007a, "latin"],
  [0x00aa, 0x00aa, "latin"],
  [0x00ba, 0x00ba, "latin"],
  [0x00c0, 0x00d6, "latin"],
  [0x00d8, 0x00f6, "latin"],
  [0x00f8, 0x02af, "latin"],
  [0x0370, 0x03ff, "latin"], // Greek stands in the Latin family
  [0x0400, 0x052f, "cyrillic"],
  [0x0600, 0x06ff, "arabic"],
  [0x0750, 0x077f, "arabic"],
  [0x0870, 0x08ff, "arabic"],
  [0x1c80, 0x1c8f, "cyrillic"],
  [0x1e00, 0x1fff, "latin"],
  [0x2c60, 0x2c7f, "latin"],
  [0x2de0, 0x2dff, "cyrillic"],
  [0x2e80, 0x2fdf, "han"],
  [0x3000, 0x312f, "han"],
  [0x31a0, 0x31bf, "han"],
  [0x3400, 0x4dbf, "han"],
  [0x4e00, 0x9fff, "han"],
  [0xa640, 0xa69f, "cyrillic"],
  [0xa720, 0xa7ff, "latin"],
  [0xf900, 0xfaff, "han"],
  [0xfb00, 0xfb06, "latin"],
  [0xfb50, 0xfdff, "arabic"],
  [0xfe10, 0xfe1f, "han"],
  [0xfe30, 0xfe4f, "han"],
  [0xfe70, 0xfefc, "arabic"],
  [0xff00, 0xffef, "han"],
  [0x20000, 0x323af, "han"],
];

/** The script of a code point, or undefined where it has none of its own. */
export function scriptOf(codePoint: number): Script | undefined {
  if (codePoint < 0x41) return undefined;
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return undefined;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return range[2];
  }
  return undefined;
}

/** The script that texts of a language (BCP 47) are written in. */
export function scriptOfLanguage(lang: string): Script {
  const code = lang.toLowerCase();
  if (/^(ar|fa|ur|ps)(-|$)/.test(code)) return "arabic";
  if (/^(zh|ja)(-|$)/.test(code)) return "han";
  if (/^(ru|uk|be|bg|mk|kk|ky|mn|tg)(-|$)/.test(code)) return "cyrillic";
  return "latin";
}

/** Characters that steer the reading and are never drawn: bidi controls, joiners' relatives, soft hyphen, BOM. */
export function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    codePoint === 0x61c ||
    codePoint === 0x200b ||
    codePoint === 0x200e ||
    codePoint === 0x200f ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    codePoint === 0x2060 ||
    (codePoint >= 0x2066 && codePoint <= 0x2069) ||
    codePoint === 0xfeff
  );
}

/** Offsets inside [start, end) where a word may be parted in need: never inside a character or before its marks. */
export function graphemeEnds(text: string, start: number, end: number): number[] {
  const places: number[] = [];
  for (let at = start + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    if (isMark(text.codePointAt(at) ?? 0)) continue;
    places.push(at);
  }
  return places;
}

/** Combining marks and joiners, as far as our scripts use them; they stay with their letter. */
export function isMark(code: number): boolean {
  if (code < 0x300) return false;
  return (
    code <= 0x36f ||
    (code >= 0x483 && code <= 0x489) ||
    (code >= 0x610 && code <= 0x61a) ||
    (code >= 0x64b && code <= 0x65f) ||
    code === 0x670 ||
    (code >= 0x6d6 && code <= 0x6ed && code !== 0x6dd && code !== 0x6e5 && code !== 0x6e6) ||
    (code >= 0x8d3 && code <= 0x8ff) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x20d0 && code <= 0x20f0) ||
    code === 0x200c ||
    code === 0x200d ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}
