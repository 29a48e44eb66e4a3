/** The texts of an amendment, each with a key of its own: what it proposes, footnotes, reason, remark on the decision. */
import { textsHash } from "../text/hash.ts";
import type { InlineText } from "../text/inline.ts";
import type { Decision, Operation, WordChange } from "./amendment.ts";
import type { Id } from "./resolution.ts";
import type { Vouched } from "./translation.ts";

/**
 * `text` (the first new text), `text2`, …; `find1` and `put1`, `find2`, … for changes of words; `note-<id>`, `reason`,
 * `decision-note`; with `result-` in front what the decision made of it (`result-text`).
 */
export type TextKey = string;

/** Of an amendment, what holds its texts; its paragraphs may be looked up or not. */
export interface Worded<P = unknown> {
  id: Id;
  original: string;
  only?: readonly string[];
  operation: Operation<P>;
  decision: Omit<Decision, "result"> & { result?: Operation<P> };
  reason?: Record<string, InlineText>;
  notes?: Record<string, Record<Id, InlineText>>;
  sources?: Record<string, MadeFrom>;
}

/** From which texts of an amendment its texts in another language were made. */
export interface MadeFrom {
  /** Hash of all those texts together (`textsHash`). */
  source: string;
  /** Texts that are final; all of them, or none where it is left out. */
  final?: true | readonly TextKey[];
  /** Who looked at texts last after those in the original had changed, and found them still right; each text once. */
  checked?: readonly CheckedTexts[];
}

export interface CheckedTexts extends Vouched {
  texts: readonly TextKey[];
}

/** Everything that the amendment says in a language, in reading order. */
export function textsIn(a: Worded, language: string): Map<TextKey, InlineText> {
  const found = new Map<TextKey, InlineText>(operationTexts(a.operation, language, ""));
  for (const [id, text] of Object.entries(own(a.notes, language) ?? {})) found.set(`note-${id}`, text);
  const reason = own(a.reason, language);
  if (reason) found.set("reason", reason);
  const { result, note } = a.decision;
  for (const [key, text] of result ? operationTexts(result, language, "result-") : []) found.set(key, text);
  const remark = own(note, language);
  if (remark) found.set("decision-note", remark);
  return found;
}

/** Id of a text among all texts of a work; ids of texts hold no colon. */
export function textId(amendment: Id, key: TextKey): string {
  return `${amendment}:${key}`;
}

/** The parts of such an id; undefined for that of any other text. */
export function partsOfTextId(id: string): { amendment: Id; key: TextKey } | undefined {
  const colon = id.indexOf(":");
  return colon < 0 ? undefined : { amendment: id.slice(0, colon), key: id.slice(colon + 1) };
}

/** The changes of words that a key such as `put2` is of, in a language. */
export function changesOf(a: Worded, key: TextKey, language: string): readonly WordChange[] | undefined {
  if (!isWords(key)) return undefined;
  const operation = key.startsWith("result-") ? a.decision.result : a.operation;
  return operation && "changes" in operation ? own(operation.changes, language) : undefined;
}

/** Whether it is one side of a change of words. */
export function isWords(key: TextKey): boolean {
  return /^(?:result-)?(?:find|put)\d+$/.test(key);
}

/** Hash of the texts that an amendment has in a language. */
export function hashOfTexts(texts: ReadonlyMap<TextKey, InlineText>): string {
  return textsHash(texts);
}

function* operationTexts(
  operation: Operation<unknown>,
  language: string,
  before: string,
): Generator<[TextKey, InlineText]> {
  const changes = "changes" in operation ? own(operation.changes, language) : undefined;
  for (const [i, { find, put }] of (changes ?? []).entries()) {
    yield [`${before}find${i + 1}`, [{ kind: "text", text: find }]];
    if (put.length > 0) yield [`${before}put${i + 1}`, put];
  }
  const text = "text" in operation ? own(operation.text, language) : undefined;
  if (text) yield [`${before}text`, text];
  const texts = "texts" in operation ? own(operation.texts, language) : undefined;
  for (const [i, one] of (texts ?? []).entries()) yield [`${before}text${i === 0 ? "" : i + 1}`, one];
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
