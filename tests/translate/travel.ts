/** Translations and translators for tests: texts in another language, states of all kinds, and files there and back. */
import fc from "fast-check";
import type { Packet, ReturnedUnit, Unit } from "../../src/model/packet.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { History, TranslatedText, Translation } from "../../src/model/translation.ts";
import { segments } from "../../src/model/walk.ts";
import { readXliff } from "../../src/read/xliff.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { type Coded, codesOf, decode, encode } from "../../src/text/codes.ts";
import { textHash } from "../../src/text/hash.ts";
import type { Inline, InlineText } from "../../src/text/inline.ts";
import { normalise } from "../../src/text/normalise.ts";
import { type Taken, type TakeOptions, takeReturned } from "../../src/translate/take.ts";
import { printXliff12 } from "../../src/write/xliff-12.ts";
import { printXliff21 } from "../../src/write/xliff-21.ts";

export const formats = ["xliff12", "xliff21"] as const;
export type Format = (typeof formats)[number];

export function print(packet: Packet, format: Format): string {
  return (format === "xliff12" ? printXliff12 : printXliff21)(packet, "0.0.0");
}

/** The packet as a file, read again; throws when the file as a whole is refused. */
export function sent(
  packet: Packet,
  format: Format,
): { language: string | undefined; units: ReturnedUnit[] } {
  const read = readXliff(new TextEncoder().encode(print(packet, format)), "t.xlf");
  if (!read.value) throw new Error(JSON.stringify(read.diagnostics));
  return { language: read.value.language, units: read.value.units };
}

export interface Language {
  r: Resolution;
  translation: Translation | undefined;
  history: History;
}

export function take(
  { r, translation, history }: Language,
  units: ReturnedUnit[],
  options?: TakeOptions,
): { value: Taken; diagnostics: Diagnostic[] } {
  return takeReturned(r, "fr", translation, history, { language: "fr", units }, options);
}

/** The translation with what was taken in it. */
export function withTaken(translation: Translation | undefined, { texts }: Taken): Translation {
  const base = translation ?? { language: "fr", persons: {}, texts: {} };
  return { ...base, texts: { ...base.texts, ...texts } };
}

/** A text that a translator could have made of a source: other words, the same codes in the same order. */
export function translated(source: InlineText, word: string): InlineText {
  const visit = (nodes: readonly Coded[]): Coded[] =>
    nodes.map((n) =>
      typeof n === "string"
        ? n.replace(/\S+/g, word)
        : { id: n.id, kind: n.kind, ...(n.children ? { children: visit(n.children) } : {}) },
    );
  return decode(visit(encode(source))) ?? [];
}

/** Gives a unit a translation, as a tool would. */
export function work(unit: Unit, word: string, state: "draft" | "final"): Unit {
  return { ...unit, state, target: [...translated(unit.source, word), { kind: "text", text: ` ${word}` }] };
}

/** The text with one word more at its end. */
export function edited(text: InlineText, word = "indeed"): InlineText {
  return normalise([...text, { kind: "text", text: ` ${word}` } satisfies Inline]);
}

export function notesAndRefs(text: InlineText): string[] {
  return codesOf(encode(text)).flatMap((code) => (code.children ? [] : [code.id]));
}

type Fate = "missing" | "stale" | "unknown" | "draft" | "final" | "plain";

/** A translation whose texts are in every state, with or without their earlier sources on record. */
export function anyLanguage(r: Resolution): fc.Arbitrary<Language> {
  const all = segments(r);
  const fate = fc.constantFrom<Fate>("missing", "stale", "unknown", "draft", "final", "plain");
  return fc
    .record({
      fates: fc.array(fate, { minLength: all.length, maxLength: all.length }),
      recorded: fc.boolean(),
    })
    .map(({ fates, recorded }) => {
      const texts: Record<string, TranslatedText> = {};
      const sources: History["sources"] = {};
      all.forEach(({ id, text }, i) => {
        const now = fates[i];
        if (now === "missing" || now === undefined) return;
        const from = now === "stale" ? edited(text, "earlier") : text;
        const source = now === "unknown" ? "" : textHash(from);
        if (recorded && now !== "unknown") sources[source] = from;
        texts[id] = {
          source,
          text: translated(text, "mot"),
          ...(now === "draft" || now === "final" ? { state: now } : {}),
        };
      });
      return { r, translation: { language: "fr", persons: {}, texts }, history: { sources, typos: [] } };
    });
}
