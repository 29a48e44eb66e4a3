/** Puts returned texts of amendments into their lists, and refuses what no amendment can be made of. */

import type { Tabled } from "../model/amendment.ts";
import { type CheckedTexts, partsOfTextId, type TextKey, textId, textsIn } from "../model/amendment-texts.ts";
import type { ReturnedUnit } from "../model/packet.ts";
import type { Id } from "../model/resolution.ts";
import type { History, TranslatedText } from "../model/translation.ts";
import type { Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { textHash } from "../text/hash.ts";
import type { InlineText } from "../text/inline.ts";
import { concernsLanguage, recordingOf, sameRecord } from "../translate/amendment-states.ts";
import type { Taken } from "../translate/take.ts";
import { type AmendmentEdit, editAmendments } from "../write/edit-amendments.ts";
import { misfits } from "./amendment-fit.ts";

/** What is new in an amendment in a language. */
export interface AmendmentChange {
  tabled: Tabled;
  language: string;
  texts: ReadonlyMap<TextKey, TranslatedText>;
  /** Says of texts of which nothing is known that they answer the original as it is now. */
  vouch?: boolean;
  /** Texts that somebody found still right. */
  checked?: CheckedTexts;
}

/** Takes out of what was taken the texts that amendments cannot be made of, with the reason of each. */
export function fitting(
  work: Work,
  language: string,
  taken: Taken,
  units: readonly ReturnedUnit[],
  diagnostics: readonly Diagnostic[],
): { taken: Taken; changes: AmendmentChange[]; diagnostics: Diagnostic[] } {
  const returned = new Map<Id, Map<TextKey, TranslatedText>>();
  const texts: Record<Id, TranslatedText> = {};
  for (const [id, text] of Object.entries(taken.texts)) {
    const parts = partsOfTextId(id);
    if (!parts) texts[id] = text;
    else {
      const own = returned.get(parts.amendment) ?? new Map<TextKey, TranslatedText>();
      returned.set(parts.amendment, own.set(parts.key, text));
    }
  }
  if (returned.size === 0) return { taken, changes: [], diagnostics: [...diagnostics] };
  const base = work.translations[language] ?? { language, persons: {}, texts: {} };
  const words = new Map(
    [...returned].map(([id, own]) => [id, new Map([...own].map(([key, { text }]) => [key, text]))]),
  );
  const refusals = new Map<Id, Diagnostic>();
  const translation = { ...base, texts: { ...base.texts, ...texts } };
  for (const { amendment, keys, reason, hint } of misfits(work, language, translation, words))
    for (const key of keys) {
      const id = textId(amendment, key);
      returned.get(amendment)?.delete(key);
      const place = units.find((unit) => unit.id === id)?.place;
      refusals.set(id, {
        code: "exchange-unit",
        severity: "error",
        message: `\`${id}\` was not taken: ${reason}`,
        ...(place ? { place } : {}),
        ...(hint === undefined ? {} : { hint }),
      });
    }
  const kept = (id: Id): boolean => !refusals.has(id);
  const said = diagnostics.filter(
    (d) => d.severity === "error" || ![...refusals.keys()].some((id) => d.message.includes(`\`${id}\``)),
  );
  return {
    taken: {
      ...taken,
      texts: Object.fromEntries(Object.entries(taken.texts).filter(([id]) => kept(id))),
      replaced: taken.replaced.filter(kept),
      refused: [...taken.refused, ...refusals.keys()],
    },
    changes: [...returned].flatMap(([id, own]): AmendmentChange[] => {
      const tabled = work.tabled.find((t) => t.id === id);
      return tabled && own.size > 0 ? [{ tabled, language, texts: own }] : [];
    }),
    diagnostics: [...said, ...refusals.values()],
  };
}

/** What `record` writes: of every amendment, each language that it has texts in and that is not on record, or not all of it. */
export function changesToRecord(work: Work, languages: readonly string[]): AmendmentChange[] {
  const wanted = [...new Set([...languages, ...work.lists.flatMap((list) => list.languages)])];
  return work.tabled.flatMap((tabled) =>
    wanted.flatMap((language): AmendmentChange[] => {
      if (!concernsLanguage(tabled, language) || textsIn(tabled, language).size === 0) return [];
      const recording = recordingOf(tabled, language, work.history, new Map(), { vouch: true });
      if (!recording) return [];
      const same = sameRecord(tabled.sources?.[language], recording.made) && recording.texts === undefined;
      return same ? [] : [{ tabled, language, texts: new Map(), vouch: true }];
    }),
  );
}

/** The lists with the changes in them, and the texts behind new hashes; `read` gives the text of a file of the project. */
export function listsWith(
  read: (path: string) => string | undefined,
  changes: readonly AmendmentChange[],
  history: History,
): { files: { path: string; text: string }[]; amendments: NonNullable<History["amendments"]> } {
  const amendments: NonNullable<History["amendments"]> = {};
  const edits = new Map<string, AmendmentEdit[]>();
  for (const { tabled, language, texts, vouch, checked } of changes) {
    const finals = new Map<TextKey, boolean | undefined>();
    for (const key of checked?.texts ?? []) finals.set(key, undefined);
    for (const [key, { state }] of texts) finals.set(key, state === "final");
    const recording = recordingOf(tabled, language, history, finals, {
      ...(vouch ? { vouch } : {}),
      ...(checked ? { checked } : {}),
    });
    if (recording?.texts) amendments[recording.made.source] = recording.texts;
    const made =
      recording && !sameRecord(tabled.sources?.[language], recording.made) ? recording.made : undefined;
    const own = edits.get(tabled.place.file) ?? [];
    own.push({
      amendment: tabled,
      language,
      texts: changedOnly(tabled, language, texts),
      ...(made ? { made } : {}),
    });
    edits.set(tabled.place.file, own);
  }
  const files = [...edits].flatMap(([path, own]) => {
    const source = read(path);
    const text = source === undefined ? undefined : editAmendments(source, own);
    return text === undefined || text === source ? [] : [{ path, text }];
  });
  return { files, amendments };
}

/** Texts that read as they did are left as their author wrote them. */
function changedOnly(
  tabled: Tabled,
  language: string,
  texts: ReadonlyMap<TextKey, TranslatedText>,
): Map<TextKey, InlineText> {
  const there = textsIn(tabled, language);
  return new Map(
    [...texts].flatMap(([key, { text }]): [TextKey, InlineText][] => {
      const old = there.get(key);
      return old && textHash(old) === textHash(text) ? [] : [[key, text]];
    }),
  );
}
