/** What a rule of good drafting is: a sentence, an example of each kind, and a check on one text of one language. */
import type { Locale } from "../language/locale.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Code } from "../report/codes.ts";

export interface Rule {
  code: Code;
  severity: "warning" | "info";
  /** It is about the words of one language: a translation can be wrong where the original is, and mended by itself. */
  perLanguage?: true;
  /** The rule in one sentence. */
  sentence: string;
  /** The check finds nothing here … */
  good: Example;
  /** … and at least one thing here. */
  bad: Example;
  check(resolution: Resolution, locale: Locale): Finding[];
}

/** A resolution in short: texts in the small writing, one a paragraph. English unless `language` says otherwise. */
export interface Example {
  language?: string;
  title?: string;
  preambular?: string[];
  operative?: string[];
  symbol?: string;
}

/** Something found in the segment `at`, or in a field of the source such as `stages.0.symbol`. */
export interface Finding {
  at?: Id;
  field?: string;
  message: string;
  hint: string;
}
