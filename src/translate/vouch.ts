/** What people vouch for: that a change of a text was only a typo, or that a translation is still right after it. */
import type { Id, Resolution } from "../model/resolution.ts";
import type { History, TranslatedText, Translation, Typo, Vouched } from "../model/translation.ts";
import { find, segments } from "../model/walk.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { textHash } from "../text/hash.ts";
import { freshness } from "./freshness.ts";
import { type Change, changesBetween } from "./status.ts";

export interface TypoMarked {
  typo: Typo;
  /** Languages whose translations are fresh again. */
  languages: string[];
  /** What was corrected; empty where the earlier text is not on record. */
  changes: Change[];
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
    .flatMap((language) => {
      const found = freshness(r, translations[language], history).find((s) => s.segment.id === id);
      return found?.state === "stale" && found.translated
        ? [{ language, made: found.translated.source }]
        : [];
    });
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
  const earlier = Object.hasOwn(history.sources, before) ? history.sources[before] : undefined;
  if (!earlier && from === undefined) {
    const message = `The text that \`${id}\` was translated from is not on record, so nobody can see what was changed.`;
    return refuse("typo-unclear", message, `If you know that it was a typo, add --from ${before}.`);
  }
  return {
    value: {
      typo: { text: id, from: before, to: textHash(segment.text), ...vouched },
      languages: stale.flatMap((s) => (s.made === before ? [s.language] : [])),
      changes: earlier ? changesBetween(earlier, segment.text, r.language) : [],
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
    else if (!found.translated)
      diagnostics.push({
        code: "translation-missing",
        severity: "error",
        message: `\`${id}\` has no translation into \`${language}\`.`,
        hint: "There is nothing to look at yet.",
      });
    else if (found.state !== "stale")
      diagnostics.push({
        code: "translation-fresh",
        severity: "info",
        message: `The translation of \`${id}\` into \`${language}\` is fresh already; it was left as it is.`,
      });
    else value[id] = { ...found.translated, source: found.hash, checked };
  }
  return diagnostics.some((d) => d.severity === "error") ? { diagnostics } : { value, diagnostics };
}

function unknownText(r: Resolution, id: string): Diagnostic {
  const near = nearest(
    id,
    segments(r).map((s) => s.id),
  );
  return {
    code: "translation-unknown",
    severity: "error",
    message: `There is no text \`${id}\` in the work.`,
    hint: near ? `Did you mean \`${near}\`?` : "hemicycle translate … status lists the ids.",
  };
}
