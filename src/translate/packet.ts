/** Gathers what a translators' tool is given: the texts that are stale or missing, or all of them. */
import type { Packet, Unit } from "../model/packet.ts";
import type { Resolution } from "../model/resolution.ts";
import type { History, TranslatedText, Translation } from "../model/translation.ts";
import { textHash } from "../text/hash.ts";
import { contextNotes } from "./context.ts";
import { freshness, type UnitState } from "./freshness.ts";

export interface PacketOptions {
  /** Fresh ones too. */
  all?: boolean;
  /** What stands in the place of a translation that is to be made: nothing, or the text itself (for tools that read no others). */
  target?: "copy" | "empty";
  dir?: "ltr" | "rtl";
}

/** `r` holds the texts in the original language. */
export function makePacket(
  r: Resolution,
  language: string,
  translation: Translation | undefined,
  history: History,
  options: PacketOptions = {},
): Packet {
  const notes = contextNotes(r);
  const states = freshness(r, translation, history);
  const units = unitsOf(states, ({ segment }) => notes.get(segment.id) ?? "", options);
  return { work: r.work, original: r.original, language, dir: options.dir ?? "ltr", units };
}

/** Of texts of any kind those that are to do, or all; `note` says what a translator is told of each. */
export function unitsOf<T extends UnitState>(
  states: readonly T[],
  note: (state: T) => string,
  options: PacketOptions,
): Unit[] {
  return states
    .filter(({ state }) => options.all || state === "missing" || state === "stale")
    .map((state) => unitOf(state, note(state), options.target ?? "empty"));
}

/** Stands for "no translation" among hashes. */
export const noTarget = "none";

export function hashOfTarget(translated: TranslatedText | undefined): string {
  return translated ? textHash(translated.text) : noTarget;
}

function unitOf(
  { segment, state, hash, translated, before }: UnitState,
  note: string,
  empty: "copy" | "empty",
): Unit {
  const base = {
    id: segment.id,
    state,
    note,
    source: segment.text,
    hash,
    targetHash: hashOfTarget(translated),
  };
  if (translated && state !== "stale") return { ...base, target: translated.text };
  return {
    ...base,
    ...(empty === "copy" ? { target: segment.text } : {}),
    ...(translated ? { previous: { ...(before ? { source: before } : {}), target: translated.text } } : {}),
  };
}
