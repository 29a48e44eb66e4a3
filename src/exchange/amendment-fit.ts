/** Whether returned texts of an amendment make an amendment: words that stand in the translated text once, and all that belong together. */
import { effectiveOperation, isAccepted } from "../amend/decided.ts";
import type { AmendedWork } from "../amend/source.ts";
import { prepareAmendments, tryOne } from "../making/amending.ts";
import { isRemark, workFor } from "../making/amendment-translation.ts";
import type { Amendment, AmendmentId, Operation, WordChange } from "../model/amendment.ts";
import { changesOf, isWords, type TextKey, textsIn } from "../model/amendment-texts.ts";
import type { Refusal } from "../model/findings.ts";
import type { Translation } from "../model/translation.ts";
import type { Work } from "../read/work.ts";
import { type InlineText, plainText } from "../text/inline.ts";

/** A returned amendment that does not fit, and why. */
export interface Misfit {
  amendment: AmendmentId;
  /** Texts that cannot be taken. */
  keys: TextKey[];
  reason: string;
  hint?: string;
}

/**
 * Puts returned changes of words into the texts that they are about: words to be changed stand there exactly once, and a list of
 * changes that was not there comes whole. `translation` is that of the paragraphs as it is going to be.
 */
export function misfits(
  work: Work,
  language: string,
  translation: Translation | undefined,
  returned: ReadonlyMap<AmendmentId, ReadonlyMap<TextKey, InlineText>>,
): Misfit[] {
  const found: Misfit[] = [];
  const amended = prepareAmendments(workFor(work, language, translation)).work;
  const tried = amended.amendments.map((a): Amendment => {
    const texts = returned.get(a.id);
    if (!texts) return a;
    const whole = incomplete(a, language, texts);
    if (whole.length > 0) {
      found.push({
        amendment: a.id,
        keys: [...texts.keys()].filter((key) => !key.startsWith("note-") && !isRemark(key)),
        reason: `its other texts did not come with it (${whole.join(", ")})`,
        hint: "Translate all texts of the amendment and import them together.",
      });
      return a;
    }
    return withTexts(a, language, texts);
  });
  const failed = new Set(found.map((m) => m.amendment));
  const trial: AmendedWork = { ...amended, amendments: tried };
  for (const a of tried) {
    const texts = returned.get(a.id);
    if (!texts || failed.has(a.id) || ![...texts.keys()].some(isWords)) continue;
    const refusal = tryOne(a, trial, language) ?? refusedResult(a, trial, language);
    if (!refusal) continue;
    found.push({
      amendment: a.id,
      keys: [...texts.keys()].filter(isWords),
      reason: refusal.message,
      ...(refusal.hint === undefined ? {} : { hint: refusal.hint }),
    });
  }
  return found;
}

function refusedResult(a: Amendment, work: AmendedWork, language: string): Refusal | undefined {
  if (!a.decision.result || !isAccepted(a)) return undefined;
  const made = effectiveOperation(a, work.amendments);
  if ("refusal" in made) return made.refusal;
  return tryOne({ ...a, operation: made.operation }, work, language);
}

/** Texts without which the operation could not be written in the language. */
function incomplete(a: Amendment, language: string, texts: ReadonlyMap<TextKey, InlineText>): TextKey[] {
  const there = textsIn(a, language);
  return [...textsIn(a, a.original).keys()].filter((key) => {
    if (key.startsWith("note-") || isRemark(key) || texts.has(key) || there.has(key)) return false;
    const side = key.startsWith("result-") ? "result-" : "";
    const touched = [...texts.keys()].some(
      (k) => !k.startsWith("note-") && !isRemark(k) && k.startsWith("result-") === (side !== ""),
    );
    if (!touched) return false;
    const n = Number(/\d+$/.exec(key)?.[0] ?? 1);
    const changes = changesOf(a, key, language);
    // What other changes of the language stand for; a new one needs both its sides.
    if (changes) return changes.length < n && (texts.has(`${side}find${n}`) || texts.has(`${side}put${n}`));
    return true;
  });
}

function withTexts(a: Amendment, language: string, texts: ReadonlyMap<TextKey, InlineText>): Amendment {
  const { result } = a.decision;
  return {
    ...a,
    operation: operationWith(a.operation, a, language, texts, ""),
    decision: {
      ...a.decision,
      ...(result ? { result: operationWith(result, a, language, texts, "result-") } : {}),
    },
  };
}

function operationWith(
  operation: Operation,
  { original }: Amendment,
  language: string,
  texts: ReadonlyMap<TextKey, InlineText>,
  before: "" | "result-",
): Operation {
  if (!("changes" in operation) || !operation.changes) return operation;
  const mine = operation.changes[language] ?? [];
  const changes = Array.from(
    { length: Math.max(mine.length, operation.changes[original]?.length ?? 0) },
    (_, i): WordChange[] => {
      const [words, put] = [texts.get(`${before}find${i + 1}`), texts.get(`${before}put${i + 1}`)];
      const own = mine[i];
      if (own) return [{ ...own, ...(words ? { find: plainText(words) } : {}), ...(put ? { put } : {}) }];
      if (!words) return [];
      const beside = operation.changes?.[original]?.[i]?.beside;
      return [{ find: plainText(words), put: put ?? [], ...(beside ? { beside } : {}) }];
    },
  ).flat();
  return changes.length === 0
    ? operation
    : { ...operation, changes: { ...operation.changes, [language]: changes } };
}
