/** Gathers what a translators' tool is given: the texts that are stale or missing, or all of them. */
import type { Packet, Unit } from "../model/packet.ts";
import type { Resolution } from "../model/resolution.ts";
import type { History, TranslatedText, Translation } from "../model/translation.ts";
import { textHash } from "../text/hash.ts";
import { contextNotes } from "./context.ts";
import { freshness, type SegmentState } from "./freshness.ts";

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
  const units = freshness(r, translation, history)
    .filter(({ state }) => options.all || state === "missing" || state === "stale")
    .map((state) => unitOf(state, notes.get(state.segment.id) ?? "", options.target ?? "empty"));
  return { work: r.work, original: r.original, language, dir: options.dir ?? "ltr", units };
}

/** Stands for "no translation" among hashes. */
export const noTarget = "none";

export function hashOfTarget(translated: TranslatedText | undefined): string {
  return translated ? textHash(translated.text) : noTarget;
}

function unitOf(
  { segment, state, hash, translated, before }: SegmentState,
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
