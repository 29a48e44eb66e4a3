/** Holds what a translators' tool gave back against the work, takes what is sound, and says of all the rest why not. */
import type { Returned, ReturnedUnit } from "../model/packet.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { answers, type History, type TranslatedText, type Translation } from "../model/translation.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { type Coded, codesOf, decode, encode } from "../text/codes.ts";
import { textHash } from "../text/hash.ts";
import { checkCodes, withKnownKinds } from "./check-codes.ts";
import { freshness, type UnitState } from "./freshness.ts";
import { hashOfTarget } from "./packet.ts";

export interface Taken {
  /** Translations to be written, by id of the text. */
  texts: Record<Id, TranslatedText>;
  /** Ids of texts whose translation stands already as it was returned. */
  unchanged: Id[];
  /** Ids of texts that came back without a translation. */
  open: Id[];
  /** Ids of texts whose translation was there before and is replaced. */
  replaced: Id[];
  /** Ids of texts that were not taken. */
  refused: string[];
}

export interface TakeOptions {
  /** Takes returned texts also where the translation was changed meanwhile. */
  force?: boolean;
}

/** `r` holds the texts in the original language; `language` is the one asked for. Never fails: everything refused is a finding. */
export function takeReturned(
  r: Resolution,
  language: string,
  translation: Translation | undefined,
  history: History,
  returned: Returned,
  options: TakeOptions = {},
): { value: Taken; diagnostics: Diagnostic[] } {
  return takeUnits(freshness(r, translation, history), language, history, returned, options);
}

/** The same for texts of any kind, of which it is known how they stand. */
export function takeUnits(
  states: readonly UnitState[],
  language: string,
  history: History,
  returned: Returned,
  options: TakeOptions = {},
): { value: Taken; diagnostics: Diagnostic[] } {
  const value: Taken = { texts: {}, unchanged: [], open: [], replaced: [], refused: [] };
  const diagnostics: Diagnostic[] = [];
  const now = new Map(states.map((s) => [s.segment.id, s]));
  const counts = new Map<string, number>();
  for (const { id } of returned.units) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...now.keys()];
  let strange = 0;
  for (const unit of returned.units) {
    if (!now.has(unit.id)) strange += 1;
    // A file of another work may hold nothing but strangers; likely names are looked for only for the first of them.
    const likely = strange > mostLikely ? [] : ids;
    const outcome = judge(unit, now.get(unit.id), counts.get(unit.id) ?? 1, likely, history, options);
    if ("refusal" in outcome) {
      value.refused.push(unit.id);
      diagnostics.push(outcome.refusal);
      continue;
    }
    if (outcome.kind !== "taken") {
      value[outcome.kind].push(unit.id);
      continue;
    }
    value.texts[unit.id] = outcome.text;
    if (outcome.replaces) {
      value.replaced.push(unit.id);
      diagnostics.push(replaced(unit, language));
    }
    diagnostics.push(...outcome.remarks);
  }
  return { value, diagnostics };
}

/** How many strange ids are compared with those of the work. */
const mostLikely = 50;

type Outcome =
  | { refusal: Diagnostic }
  | { kind: "open" | "unchanged" }
  | { kind: "taken"; text: TranslatedText; replaces: boolean; remarks: Diagnostic[] };

function judge(
  unit: ReturnedUnit,
  now: UnitState | undefined,
  count: number,
  ids: readonly Id[],
  history: History,
  { force = false }: TakeOptions,
): Outcome {
  const refuse = (message: string, hint: string, code: Diagnostic["code"] = "exchange-unit"): Outcome => ({
    refusal: { code, severity: "error", message, place: unit.place, hint },
  });
  const { id } = unit;
  if (!now) {
    const near = ids.length > 0 ? nearest(id, ids) : undefined;
    const hint = near
      ? `Did the tool change \`${near}\`?`
      : "It was taken out since the export, or belongs to another work.";
    return refuse(`There is no text \`${id}\` in the work.`, hint);
  }
  if (count > 1)
    return refuse(
      `The text \`${id}\` is in the file ${count} times.`,
      "Keep one of them in the file and import it again.",
    );
  const coded = encode(now.segment.text);
  const source = decode(withKnownKinds(unit.source, coded));
  const hash = source && textHash(source);
  const changed = hash === undefined || !answers(id, hash, now.hash, history);
  if (changed || (unit.hash !== undefined && unit.hash !== hash))
    return refuse(
      `\`${id}\` was translated from a text that has changed since.`,
      `See the change with hemicycle translate … status, and export the text again.`,
      "translation-stale",
    );
  if (unit.problem !== undefined)
    return refuse(`\`${id}\` cannot be read: ${unit.problem}.`, "Mend it in the tool and import it again.");
  const mine = now.translated;
  const known = mine ? [...coded, ...encode(mine.text, coded)] : coded;
  const words = unit.target && withKnownKinds(unit.target, known);
  if (!words || isBlank(words)) {
    if (unit.state === undefined || unit.state === "open") return { kind: "open" };
    return refuse(
      `\`${id}\` is marked as translated, but is empty.`,
      "Translate it in the tool, or take the mark away.",
    );
  }
  const text = decode(words);
  // A source that was copied to begin with and that nobody touched.
  const returned = text && textHash(text);
  const copied = returned !== undefined && returned === hash;
  if (copied && (unit.state === undefined || unit.state === "open")) return { kind: "open" };
  const same = mine !== undefined && returned === hashOfTarget(mine);
  const state =
    unit.state === "final" ? "final" : unit.state === "draft" || !same ? "draft" : (mine.state ?? "draft");
  if (same && now.state === state) return { kind: "unchanged" };
  const faults = checkCodes(coded, words);
  if (faults.refused !== undefined || !text)
    return refuse(
      `\`${id}\` was not taken: ${faults.refused ?? "a code in it is not known"}.`,
      "Put the codes in the tool where they belong in the sentence, each once.",
    );
  const conflict =
    mine !== undefined && unit.targetHash !== hashOfTarget(mine) && textHash(text) !== hashOfTarget(mine);
  if (conflict && !force)
    return refuse(
      `The translation of \`${id}\` was changed here since the export; it was kept, and the returned one was not taken.`,
      "Compare the two; --force takes the returned one.",
      "exchange-conflict",
    );
  const remarks = faults.lost.map(
    (what): Diagnostic => ({
      code: "exchange-codes",
      severity: "warning",
      message: `\`${id}\` came back without ${what}.`,
      place: unit.place,
      hint: "Mark it in the translation file if the language wants it.",
    }),
  );
  const replaces = mine !== undefined && !same;
  return { kind: "taken", text: { source: now.hash, state, text }, replaces, remarks };
}

function isBlank(words: readonly Coded[]): boolean {
  return codesOf(words).every((code) => code.children !== undefined) && plain(words).trim() === "";
}

function plain(words: readonly Coded[]): string {
  return words.map((w) => (typeof w === "string" ? w : plain(w.children ?? []))).join("");
}

function replaced({ id, place }: ReturnedUnit, language: string): Diagnostic {
  return {
    code: "translation-replaced",
    severity: "info",
    message: `The translation of \`${id}\` into \`${language}\` was replaced by the returned one.`,
    place,
  };
}
