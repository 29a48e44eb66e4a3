/** Where words may be cut, by the patterns of their language; patterns are loaded when a document asks for them. */
import createHyphenator from "hyphen";
import type { Hyphens } from "./line.ts";

export type { Hyphens } from "./line.ts";

interface Rules {
  load: () => Promise<{ default: unknown }>;
  /** Letters that stay before and after the cut. */
  left: number;
  right: number;
}

const shortest = 6;

const rules: Record<string, Rules> = {
  en: { load: () => import("hyphen/patterns/en-gb.js"), left: 3, right: 3 },
  fr: { load: () => import("hyphen/patterns/fr.js"), left: 2, right: 3 },
  es: { load: () => import("hyphen/patterns/es.js"), left: 2, right: 3 },
  pt: { load: () => import("hyphen/patterns/pt.js"), left: 2, right: 3 },
  ru: { load: () => import("hyphen/patterns/ru.js"), left: 2, right: 3 },
};

const loaded = new Map<string, (word: string) => readonly number[]>();

/** Hyphenation for languages (BCP 47); those without patterns are never hyphenated. */
export async function loadHyphens(languages: readonly string[]): Promise<Hyphens> {
  for (const lang of languages) {
    const code = base(lang);
    const rule = rules[code];
    if (rule === undefined || loaded.has(code)) continue;
    const module = await rule.load();
    loaded.set(
      code,
      remembered(rule, createHyphenator(module.default, { minWordLength: shortest, html: false })),
    );
  }
  return {
    points: (word, lang) => (mayBeCut(word) ? (loaded.get(base(lang))?.(word) ?? []) : []),
  };
}

function base(lang: string): string {
  return lang.toLowerCase().split("-")[0] ?? "";
}

/** Small letters only: names, abbreviations and symbols stay whole. */
function mayBeCut(word: string): boolean {
  return word.length >= shortest && word.length <= 60 && /^\p{Ll}+$/u.test(word);
}

/** The library answers with soft hyphens in the word; we keep their offsets. */
function remembered(rule: Rules, hyphenate: (text: string) => string): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    let points = known.get(word);
    if (points === undefined) {
      const found: number[] = [];
      let at = 0;
      for (const char of hyphenate(word)) {
        if (char !== "\u00ad") at += char.length;
        else if (at >= rule.left && word.length - at >= rule.right) found.push(at);
      }
      points = found;
      if (known.size < 50_000) known.set(word, points);
    }
    return points;
  };
}
