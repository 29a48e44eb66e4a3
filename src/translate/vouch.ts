/** What people vouch for: that a change of a text was only a typo, or that a translation is still right after it. */
import { type TextKey, textId, type Worded } from "../model/amendment-texts.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { History, TranslatedText, Translation, Typo, Vouched } from "../model/translation.ts";
import { find, segments } from "../model/walk.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { textHash } from "../text/hash.ts";
import type { InlineText } from "../text/inline.ts";
import { amendmentStates, concernsLanguage } from "./amendment-states.ts";
import { freshness } from "./freshness.ts";
import { type Change, changesBetween } from "./status.ts";

export interface TypoMarked {
  typo: Typo;
  /** Languages whose translations are fresh again. */
  languages: string[];
  /** What was corrected; empty where the earlier text is not on record. */
  changes: Change[];
}

/** A translation that is stale, and what it was made from: the hash, and the text where it is on record. */
interface Outdated {
  language: string;
  made: string;
  before?: InlineText;
}

/**
 * Marks the change of a text as the correction of a typo. Which change is meant must be clear: the stale translations were all made
 * from one text, and that is on record; or its hash is given as `from`.
 */
export function markTypo(
  r: Resolution,
  translations: Readonly<Record<string, Translation>>,
  history: History,
  id: Id,
  vouched: Vouched,
  from?: string,
): Checked<TypoMarked> {
  const segment = find(r, id);
  if (!segment) return { diagnostics: [unknownText(r, id)] };
  const stale = Object.keys(translations)
    .sort()
    .flatMap((language): Outdated[] => {
      const found = freshness(r, translations[language], history).find((s) => s.segment.id === id);
      if (found?.state !== "stale" || !found.translated) return [];
      const made = found.translated.source;
      const before = Object.hasOwn(history.sources, made) ? history.sources[made] : undefined;
      return [{ language, made, ...(before && { before }) }];
    });
  return judgeTypo(id, segment.text, r.language, stale, vouched, from);
}

/** The same for one text of an amendment (`am-001:put1`). */
export function markAmendmentTypo(
  a: Worded,
  languages: readonly string[],
  history: History,
  id: Id,
  vouched: Vouched,
  from?: string,
): Checked<TypoMarked> {
  let text: InlineText | undefined;
  const stale: Outdated[] = [];
  for (const language of [...languages].sort()) {
    const found = amendmentStates(a, language, history, { all: true }).find((s) => s.segment.id === id);
    text ??= found?.segment.text;
    if (found?.state === "stale")
      stale.push({
        language,
        made: found.before ? textHash(found.before) : "",
        ...(found.before && { before: found.before }),
      });
  }
  if (!text) return { diagnostics: [noSuchText(id, undefined)] };
  return judgeTypo(id, text, a.original, stale, vouched, from);
}

function judgeTypo(
  id: Id,
  now: InlineText,
  original: string,
  stale: readonly Outdated[],
  vouched: Vouched,
  from: string | undefined,
): Checked<TypoMarked> {
  const refuse = (code: Diagnostic["code"], message: string, hint: string): Checked<TypoMarked> => ({
    diagnostics: [{ code, severity: "error", message, hint }],
  });
  if (stale.length === 0)
    return refuse(
      "translation-fresh",
      `No translation of \`${id}\` is stale.`,
      "There is nothing to be marked.",
    );
  const made = [...new Set(stale.map((s) => s.made))].filter((hash) => hash !== "");
  const before = from ?? (made.length === 1 ? made[0] : undefined);
  if (before === undefined || !made.includes(before)) {
    const languages = (hash: string): string =>
      stale.flatMap((s) => (s.made === hash ? [s.language] : [])).join(", ");
    const message =
      from === undefined
        ? `The translations of \`${id}\` were made from different texts, so it is not clear what the typo changed.`
        : `No stale translation of \`${id}\` was made from the text ${from}.`;
    return refuse(
      "typo-unclear",
      message,
      made.length === 0
        ? "None of them says which text it was made from; look at each and mark it as fresh."
        : `Say which with --from: ${made.map((hash) => `${hash} (${languages(hash)})`).join("; ")}.`,
    );
  }
  const earlier = stale.find((s) => s.made === before)?.before;
  if (!earlier && from === undefined) {
    const message = `The text that \`${id}\` was translated from is not on record, so nobody can see what was changed.`;
    return refuse("typo-unclear", message, `If you know that it was a typo, add --from ${before}.`);
  }
  return {
    value: {
      typo: { text: id, from: before, to: textHash(now), ...vouched },
      languages: stale.flatMap((s) => (s.made === before ? [s.language] : [])),
      changes: earlier ? changesBetween(earlier, now, original) : [],
    },
    diagnostics: [],
  };
}

/** Stale translations that somebody looked at and found still right, as they are to be written. All or none. */
export function markFresh(
  r: Resolution,
  language: string,
  translation: Translation | undefined,
  history: History,
  ids: readonly Id[],
  checked: Vouched,
): Checked<Record<Id, TranslatedText>> {
  const all = new Map(freshness(r, translation, history).map((s) => [s.segment.id, s]));
  const diagnostics: Diagnostic[] = [];
  const value: Record<Id, TranslatedText> = {};
  for (const id of ids) {
    const found = all.get(id);
    if (!found) diagnostics.push(unknownText(r, id));
    else if (!found.translated) diagnostics.push(untranslated(id, language));
    else if (found.state !== "stale") diagnostics.push(freshAlready(id, language));
    else value[id] = { ...found.translated, source: found.hash, checked };
  }
  return diagnostics.some((d) => d.severity === "error") ? { diagnostics } : { value, diagnostics };
}

/**
 * The same of an amendment: texts of it that are to be recorded as found right, those that are stale or of which nothing was known.
 * `wanted` absent: whichever are.
 */
export function markAmendmentFresh(
  a: Worded,
  language: string,
  history: History,
  wanted?: TextKey,
): Checked<TextKey[]> {
  const states = amendmentStates(a, language, history, { all: wanted !== undefined }).filter(
    ({ key }) => wanted === undefined || key === wanted,
  );
  const keys = states.flatMap(({ key, state, recorded }) => (state === "stale" || !recorded ? [key] : []));
  if (keys.length > 0) return { value: keys, diagnostics: [] };
  const name = wanted === undefined ? a.id : textId(a.id, wanted);
  if (states.length === 0 || states.some(({ state }) => state === "missing")) {
    const hint = concernsLanguage(a, language)
      ? "There is nothing to look at yet."
      : language === a.original
        ? "The amendment was written in this language."
        : `The amendment is about these language versions only: ${a.only?.join(", ")}.`;
    return { diagnostics: [untranslated(name, language, hint)] };
  }
  return { value: [], diagnostics: [freshAlready(name, language)] };
}

function untranslated(id: string, language: string, hint = "There is nothing to look at yet."): Diagnostic {
  return {
    code: "translation-missing",
    severity: "error",
    message: `\`${id}\` has no translation into \`${language}\`.`,
    hint,
  };
}

function freshAlready(id: string, language: string): Diagnostic {
  return {
    code: "translation-fresh",
    severity: "info",
    message: `The translation of \`${id}\` into \`${language}\` is fresh already; it was left as it is.`,
  };
}

function unknownText(r: Resolution, id: string): Diagnostic {
  const ids = segments(r).map((s) => s.id);
  return noSuchText(id, nearest(id, ids));
}

/** There is no such text; `near` is one that may have been meant. */
export function noSuchText(id: string, near: string | undefined): Diagnostic {
  return {
    code: "translation-unknown",
    severity: "error",
    message: `There is no text \`${id}\` in the work.`,
    hint: near ? `Did you mean \`${near}\`?` : "hemicycle translate … status lists the ids.",
  };
}
