/** How each text of an amendment stands in another language, by what is on record of the texts that it was translated from. */
import {
  type CheckedTexts,
  changesOf,
  hashOfTexts,
  isWords,
  type MadeFrom,
  type TextKey,
  textId,
  textsIn,
  type Worded,
} from "../model/amendment-texts.ts";
import type { Id } from "../model/resolution.ts";
import { answers, type Freshness, type History } from "../model/translation.ts";
import { textHash } from "../text/hash.ts";
import type { InlineText } from "../text/inline.ts";
import type { UnitState } from "./freshness.ts";

export interface AmendmentTextState extends UnitState {
  amendment: Id;
  key: TextKey;
  /** Whether it is known what the translation was made from; one that is not counts as a draft. */
  recorded: boolean;
  /** Words that this language changes in other changes than the original does, so that nothing answers this one alone. */
  covered: boolean;
}

/** Whether an amendment is there, or to be there, in a language that it was not written in. */
export function concernsLanguage({ original, only }: Worded, language: string): boolean {
  return language !== original && (only === undefined || only.includes(language));
}

/**
 * The state of every text of the original in a language, in reading order. A reason is printed nowhere, so one that is only there in
 * the original is not missing; `all` counts it all the same.
 */
export function amendmentStates(
  a: Worded,
  language: string,
  history: History,
  { all = false }: { all?: boolean } = {},
): AmendmentTextState[] {
  if (!concernsLanguage(a, language)) return [];
  const texts = textsIn(a, a.original);
  const translated = textsIn(a, language);
  const judge = judgeOf(a, texts, language, history);
  return [...texts].flatMap(([key, text]): AmendmentTextState[] => {
    const target = translated.get(key);
    const id = textId(a.id, key);
    const base = { segment: { id, text }, hash: textHash(text), amendment: a.id, key };
    const covered = target === undefined && isWords(key) && changesOf(a, key, language) !== undefined;
    if (!target && !covered)
      return key === "reason" && !all ? [] : [{ ...base, state: "missing", recorded: true, covered: false }];
    const { state, recorded, before } = judge(key, text);
    // A change that the original has got since, where this language has fewer.
    if (covered && !recorded && a.sources && Object.hasOwn(a.sources, language))
      return [{ ...base, state: "missing", recorded: true, covered: false }];
    const source = before ? textHash(before) : recorded && state !== "stale" ? base.hash : "";
    return [
      {
        ...base,
        state,
        recorded,
        covered,
        ...(before ? { before } : {}),
        ...(target
          ? {
              translated: { source, text: target, ...(state === "final" ? { state: "final" as const } : {}) },
            }
          : {}),
      },
    ];
  });
}

interface Judged {
  state: Exclude<Freshness, "missing">;
  recorded: boolean;
  before?: InlineText;
}

function judgeOf(
  a: Worded,
  texts: ReadonlyMap<TextKey, InlineText>,
  language: string,
  history: History,
): (key: TextKey, text: InlineText) => Judged {
  const made = a.sources && Object.hasOwn(a.sources, language) ? a.sources[language] : undefined;
  if (!made) return () => ({ state: "draft", recorded: false });
  const fresh = (key: TextKey): Judged => ({ state: isFinal(made, key) ? "final" : "draft", recorded: true });
  if (made.source === hashOfTexts(texts)) return fresh;
  const known = snapshotOf(history, made.source);
  return (key, text) => {
    if (!known) return { state: "stale", recorded: true };
    const before = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!before) return { state: "draft", recorded: false };
    if (before.length === 0) return { state: "stale", recorded: true };
    return answers(textId(a.id, key), textHash(before), textHash(text), history)
      ? fresh(key)
      : { state: "stale", recorded: true, before };
  };
}

function isFinal({ final }: MadeFrom, key: TextKey): boolean {
  return final === true || (final?.includes(key) ?? false);
}

function snapshotOf({ amendments }: History, hash: string): Record<TextKey, InlineText> | undefined {
  return amendments && Object.hasOwn(amendments, hash) ? amendments[hash] : undefined;
}

/** What is to be recorded of an amendment in a language, and the texts behind the hash where they are not on record yet. */
export interface Recording {
  made: MadeFrom;
  texts?: Record<TextKey, InlineText>;
}

/**
 * The record after translations of `taken` texts (final where `true`, as final as they were where `undefined`) were made from the
 * texts as they are now, or found right for them (`checked`). What is on record of the others stays; with `vouch` those of which
 * nothing is known are taken to answer the texts as they are.
 */
export function recordingOf(
  a: Worded,
  language: string,
  history: History,
  taken: ReadonlyMap<TextKey, boolean | undefined>,
  { vouch = false, checked }: { vouch?: boolean; checked?: CheckedTexts } = {},
): Recording | undefined {
  const texts = textsIn(a, a.original);
  const states = amendmentStates(a, language, history);
  const known = a.sources && Object.hasOwn(a.sources, language) ? a.sources[language] : undefined;
  const earlier = known && snapshotOf(history, known.source);
  // Nothing can be said of texts that are not on record; the hash stays what it is.
  if (known && !earlier && taken.size === 0 && known.source !== hashOfTexts(texts)) return { made: known };
  const snapshot: Record<TextKey, InlineText> = {};
  const final: TextKey[] = [];
  let translated = 0;
  for (const { key, state, recorded, before } of states) {
    const text = texts.get(key) ?? [];
    const now = taken.has(key) || (state !== "stale" && recorded) || (vouch && !recorded);
    // A text that is not there yet was made from nothing.
    if (state === "missing" && !taken.has(key)) continue;
    if (now) snapshot[key] = text;
    else if (state === "stale") snapshot[key] = before ?? [];
    else continue;
    translated += 1;
    // What was not on record was never said to be final.
    if (taken.get(key) ?? (known && recorded ? isFinal(known, key) : false)) final.push(key);
  }
  if (translated === 0) return undefined;
  // What is missing or not counted does not make a hash of its own, so that languages share one.
  const whole = new Map([...Object.entries(snapshot)]);
  for (const [key, text] of texts)
    if (!states.some((s) => s.key === key)) whole.set(key, earlier?.[key] ?? text);
  const source = hashOfTexts(whole);
  const all = final.length === translated && states.every(({ key }) => Object.hasOwn(snapshot, key));
  const looks = looksAfter(known?.checked ?? [], taken, checked);
  const made: MadeFrom = {
    source,
    ...(all ? { final: true } : final.length > 0 ? { final } : {}),
    ...(looks.length > 0 ? { checked: looks } : {}),
  };
  return snapshotOf(history, source) ? { made } : { made, texts: Object.fromEntries(whole) };
}

/** The looks at texts that count after some were taken: those at other texts, and the new one. */
function looksAfter(
  earlier: readonly CheckedTexts[],
  taken: ReadonlyMap<TextKey, unknown>,
  checked: CheckedTexts | undefined,
): CheckedTexts[] {
  const kept = earlier
    .map((look) => ({ ...look, texts: look.texts.filter((key) => !taken.has(key)) }))
    .filter(({ texts }) => texts.length > 0);
  if (!checked) return kept;
  const same = kept.find(({ by, date }) => by === checked.by && date === checked.date);
  if (!same) return [...kept, checked];
  return kept.map((look) => (look === same ? { ...look, texts: [...look.texts, ...checked.texts] } : look));
}

/** Whether two records say the same. */
export function sameRecord(a: MadeFrom | undefined, b: MadeFrom): boolean {
  const said = ({ source, final, checked }: MadeFrom): string => JSON.stringify([source, final, checked]);
  return a !== undefined && said(a) === said(b);
}
