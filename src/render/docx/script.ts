/** Languages and directions as Word knows them: script of a tag, regional tags, stretches of one direction in a text. */
import type { Script } from "../../document/house.ts";

const scripts: Record<string, Script> = {
  ar: "arabic",
  fa: "arabic",
  ur: "arabic",
  zh: "han",
  ru: "cyrillic",
  uk: "cyrillic",
  bg: "cyrillic",
  sr: "cyrillic",
  be: "cyrillic",
  mk: "cyrillic",
  kk: "cyrillic",
};

/** The script a BCP 47 tag is written in, among those that a house sets. */
export function scriptOf(lang: string): Script {
  return scripts[lang.split("-")[0]?.toLowerCase() ?? ""] ?? "latin";
}

export function directionOf(lang: string): "ltr" | "rtl" {
  return scriptOf(lang) === "arabic" || /^he\b/i.test(lang) ? "rtl" : "ltr";
}

const regional: Record<string, string> = {
  ar: "ar-SA",
  en: "en-GB",
  es: "es-ES",
  fr: "fr-FR",
  pt: "pt-PT",
  ru: "ru-RU",
  de: "de-DE",
  it: "it-IT",
  zh: "zh-CN",
  "zh-hans": "zh-CN",
  "zh-hant": "zh-TW",
};

/** The tag that Word keeps proofing tools under: neutral tags become regional ones, `zh-Hans` becomes `zh-CN`. */
export function wordLanguage(lang: string): string {
  return regional[lang.toLowerCase()] ?? lang;
}

/** Which attribute of `w:lang` speaks for a language (ECMA-376 part 1, 17.3.2.20). */
export function languageSlot(lang: string): "w:val" | "w:eastAsia" | "w:bidi" {
  if (scriptOf(lang) === "han") return "w:eastAsia";
  return directionOf(lang) === "rtl" ? "w:bidi" : "w:val";
}

const rightLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
/** In left-to-right text: from the first right-to-left letter to the last one before a left-to-right letter. */
const rightStretch =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff](?:[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])*/gu;
/**
 * In right-to-left text: from the first left-to-right letter to the last such letter or European digit before a
 * right-to-left letter; digits and neutral signs between them take their direction (UAX #9, W7 and N1).
 */
const leftLetter = "(?![\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff])\\p{L}";
const leftStretch = new RegExp(`${leftLetter}(?:[^\\p{L}\\u0590-\\u08ff]*?(?:${leftLetter}|[0-9]))*`, "gu");

export interface Stretch {
  text: string;
  rtl: boolean;
}

/** Cuts a text into stretches that Word can set with one direction each; they join to the same text. */
export function stretches(text: string, base: "ltr" | "rtl"): Stretch[] {
  const baseRtl = base === "rtl";
  if (!baseRtl && !rightLetter.test(text)) return [{ text, rtl: false }];
  const out: Stretch[] = [];
  let at = 0;
  for (const found of text.matchAll(baseRtl ? leftStretch : rightStretch)) {
    if (found.index > at) out.push({ text: text.slice(at, found.index), rtl: baseRtl });
    out.push({ text: found[0], rtl: !baseRtl });
    at = found.index + found[0].length;
  }
  if (at < text.length) out.push({ text: text.slice(at), rtl: baseRtl });
  return out;
}

/** The direction of the first letter (UAX #9, P2), or `fallback` when there is none. */
export function firstStrong(text: string, fallback: "ltr" | "rtl"): "ltr" | "rtl" {
  const letter = text.match(/\p{L}/u)?.[0];
  if (letter === undefined) return fallback;
  return rightLetter.test(letter) ? "rtl" : "ltr";
}
