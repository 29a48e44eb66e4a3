/** Gathers what a translators' tool is given: the texts that are stale or missing, or all of them. */
import type { Packet, Unit } from "../model/packet.ts";
import type { Resolution } from "../model/resolution.ts";
import type { History, TranslatedText, Translation } from "../model/translation.ts";
import { textHash } from "../text/hash.ts";
import { contextNotes } from "./context.ts";
import { freshness, type SegmentState, type UnitState } from "./freshness.ts";
import { termsOf } from "./openings.ts";
import type { Propose, ProposedOpening } from "./status.ts";

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
  propose: Propose = () => [],
): Packet {
  const notes = contextNotes(r);
  const states = freshness(r, translation, history);
  const telling = {
    note: ({ segment }: SegmentState) => notes.get(segment.id) ?? "",
    openings: ({ segment }: SegmentState) => propose(segment.text, segment.part),
  };
  const units = unitsOf(states, telling, options);
  return { work: r.work, original: r.original, language, dir: options.dir ?? "ltr", units };
}

/** What a translator is told of a text: what it is and where it stands, and what its opening words may be. */
export interface Telling<T> {
  note: (state: T) => string;
  openings: (state: T) => ProposedOpening[];
}

/** Of texts of any kind those that are to do, or all. */
export function unitsOf<T extends UnitState>(
  states: readonly T[],
  { note, openings }: Telling<T>,
  options: PacketOptions,
): Unit[] {
  return states
    .filter(({ state }) => options.all || state === "missing" || state === "stale")
    .map((state) => unitOf(state, note(state), termsOf(openings(state)), options.target ?? "empty"));
}

/** Stands for "no translation" among hashes. */
export const noTarget = "none";

export function hashOfTarget(translated: TranslatedText | undefined): string {
  return translated ? textHash(translated.text) : noTarget;
}

function unitOf(
  { segment, state, hash, translated, before }: UnitState,
  note: string,
  terms: string | undefined,
  empty: "copy" | "empty",
): Unit {
  const base = {
    id: segment.id,
    state,
    note,
    ...(terms === undefined ? {} : { terms }),
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
