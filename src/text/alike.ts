/** Signs that look the same on paper once the house's typography has set them, by language; held against the locales by a test. */

/** What the typography of a language makes of signs that may be typed in several ways. */
interface Setting {
  /** Whether a straight apostrophe after a letter or digit is printed as a curly one. */
  apostrophe: boolean;
  /** What straight quotation marks become. */
  quotes?: readonly [string, string];
  /** Signs before which it does not matter whether a space is typed. */
  closeUp: string;
  /** Signs that are printed as others, except between digits. */
  signs: Readonly<Record<string, string>>;
}

const curly = ["“", "”"] as const;
const angled = ["«", "»"] as const;
const plain: Setting = { apostrophe: true, closeUp: "", signs: {} };

const settings: Readonly<Record<string, Setting>> = {
  en: { ...plain, quotes: curly },
  fr: { ...plain, quotes: curly, closeUp: ":;" },
  es: { ...plain, quotes: curly, closeUp: ":;" },
  pt: { ...plain, quotes: angled, closeUp: ":;" },
  ru: { ...plain, quotes: angled },
  ar: { ...plain, apostrophe: false, quotes: ["”", "“"], signs: { ",": "،", ";": "؛", "?": "؟" } },
  zh: { ...plain, quotes: curly, signs: { ",": "，", ";": "；", ":": "：", "?": "？" } },
};

function settingOf(language: string): Setting {
  const code = language.split("-", 1)[0] ?? language;
  return (Object.hasOwn(settings, code) && settings[code]) || plain;
}

const variants = /[\u00a0\u2007\u2009\u202f\u2010\u2011'\u02bc",;:?]/g;
const afterLetter = /[\p{L}\p{N}]$/u;
const opensQuote = /[\s\p{Ps}\p{Pi}\p{Pd}’'/]$/u;

/**
 * The text with one sign for all that look the same on paper, each of one unit, so that offsets hold: spaces of any kind and width,
 * hyphens that may break and may not, apostrophes, and what the language sets otherwise than it is typed.
 */
export function asPrinted(text: string, language: string): string {
  const { apostrophe, quotes, signs } = settingOf(language);
  return text.replace(variants, (sign, at: number) => {
    const before = text.slice(Math.max(0, at - 2), at);
    if (/\s/.test(sign)) return " ";
    if (sign === "\u2010" || sign === "\u2011") return "-";
    if (sign === "'" || sign === "\u02bc") return apostrophe && afterLetter.test(before) ? "’" : sign;
    if (sign === '"') return quotes ? quotes[at === 0 || opensQuote.test(before) ? 0 : 1] : sign;
    const between = /\d$/.test(before) && /\d/.test(text.charAt(at + 1));
    return between || !Object.hasOwn(signs, sign) ? sign : (signs[sign] ?? sign);
  });
}

/** Whether a space before the sign at an offset is one that is set by the language, whether it is typed or not. */
export function setsOwnSpace(text: string, at: number, language: string): boolean {
  const sign = text.charAt(at);
  if (sign === "" || !settingOf(language).closeUp.includes(sign)) return false;
  // Not inside 10:30 or https://.
  return !/^[\p{L}\p{N}/]/u.test(text.slice(at + 1, at + 3));
}
