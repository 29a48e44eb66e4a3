/** What people say of translations for the record: a change was a typo, a stale text is still right, all that is there fits. */

import { languagesOf, translationsOf } from "../making/languages.ts";
import { partsOfTextId, type TextKey, textId, textsIn } from "../model/amendment-texts.ts";
import type { Id } from "../model/resolution.ts";
import type { Vouched } from "../model/translation.ts";
import { find, segments } from "../model/walk.ts";
import { readWork, type Work } from "../read/work.ts";
import { type Checked, type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { unrecorded } from "../translate/freshness.ts";
import {
  markAmendmentFresh,
  markAmendmentTypo,
  markFresh,
  markTypo,
  noSuchText,
  type TypoMarked,
} from "../translate/vouch.ts";
import type { World } from "../world.ts";
import { type AmendmentChange, changesToRecord, listsWith } from "./amendment-import.ts";
import { filesWith, historyWith, type NewFile, openLanguage, textOf } from "./translation-files.ts";

/** Says of a change of one text that translations are as good as before. `from`: the hash before it, where that is in doubt. */
export function recordTypo(
  world: World,
  name: string,
  id: Id,
  vouched: Vouched,
  from?: string,
): Checked<TypoMarked & { files: NewFile[] }> {
  const read = readWork(world, name);
  const work = read.value;
  if (!work) return { diagnostics: read.diagnostics };
  const part = partsOfTextId(id);
  const tabled = part && work.tabled.find((t) => t.id === part.amendment);
  const marked = tabled
    ? markAmendmentTypo(tabled, speaking(work), work.history, id, vouched, from)
    : markTypo(work.resolution, work.translations, work.history, id, vouched, from);
  if (!marked.value) return { diagnostics: marked.diagnostics };
  const { typo } = marked.value;
  const text = find(work.resolution, id)?.text;
  const sources = text && !Object.hasOwn(work.history.sources, typo.to) ? { [typo.to]: text } : {};
  return {
    value: { ...marked.value, files: historyWith(world, work, { typos: [typo], sources }) },
    diagnostics: [],
  };
}

/** Every language that texts of amendments may be in. */
function speaking(work: Work): string[] {
  const own = [
    work.resolution.original,
    ...translationsOf(work),
    ...work.lists.flatMap((list) => list.languages),
  ];
  return [...new Set(own)];
}

/**
 * Says of stale translations that somebody looked at them and found them still right: by ids of texts, or of whole amendments. All
 * or none.
 */
export function recordFresh(
  world: World,
  name: string,
  language: string,
  ids: readonly Id[],
  checked: Vouched,
): Checked<{ fresh: Id[]; files: NewFile[] }> {
  const opened = openLanguage(world, name, language);
  if (!opened.value) return { diagnostics: opened.diagnostics };
  const { work, code } = opened.value;
  const { own, amendments, unknown } = sorted(work, ids);
  const marked = markFresh(work.resolution, code, work.translations[code], work.history, own, checked);
  const diagnostics = [...unknown, ...marked.diagnostics];
  const found = new Map<Id, Set<TextKey>>();
  for (const { id, key } of amendments) {
    const tabled = work.tabled.find((t) => t.id === id);
    if (!tabled) continue;
    const { value: keys = [], diagnostics: said } = markAmendmentFresh(tabled, code, work.history, key);
    diagnostics.push(...said);
    found.set(id, new Set([...(found.get(id) ?? []), ...keys]));
  }
  if (!marked.value || hasErrors(diagnostics)) return { diagnostics };
  const changes = work.tabled.flatMap((tabled): AmendmentChange[] => {
    const texts = [...(found.get(tabled.id) ?? [])];
    return texts.length === 0
      ? []
      : [{ tabled, language: code, texts: new Map(), checked: { texts, ...checked } }];
  });
  const fresh = [
    ...Object.keys(marked.value),
    ...changes.flatMap(({ tabled, checked: look }) =>
      (look?.texts ?? []).map((key) => textId(tabled.id, key)),
    ),
  ];
  return { value: { fresh, files: filesWith(world, work, code, marked.value, changes) }, diagnostics };
}

/** Ids of texts of the work, of amendments or texts of them, and what there is not. */
function sorted(
  { resolution, tabled }: Work,
  ids: readonly Id[],
): { own: Id[]; amendments: { id: Id; key?: TextKey }[]; unknown: Diagnostic[] } {
  const texts = segments(resolution).map((s) => s.id);
  const proposed = tabled.flatMap((t) => [...textsIn(t, t.original).keys()].map((key) => textId(t.id, key)));
  const known = [...texts, ...tabled.map((t) => t.id), ...proposed];
  const wanted = [...new Set(ids)].map((id) => {
    const parts = partsOfTextId(id);
    return { written: id, id: parts?.amendment ?? id, ...(parts ? { key: parts.key } : {}) };
  });
  return {
    own: wanted.flatMap(({ written }) => (texts.includes(written) ? [written] : [])),
    amendments: wanted.filter(({ written }) => known.includes(written) && !texts.includes(written)),
    unknown: wanted
      .filter(({ written }) => !known.includes(written))
      .map(({ written }) => noSuchText(written, nearest(written, known))),
  };
}

/**
 * Puts the texts that fresh translations were made from on record, and of amendments of which nothing is known so far that their
 * texts in other languages answer the original as it is now.
 */
export function recordSources(
  world: World,
  name: string,
): Checked<{ recorded: number; amendments: number; files: NewFile[] }> {
  const read = readWork(world, name);
  const work = read.value;
  if (!work) return { diagnostics: read.diagnostics };
  const sources = unrecorded(work.resolution, Object.values(work.translations), work.history);
  const changes = changesToRecord(work, languagesOf(work));
  const lists = listsWith((path) => textOf(world, path), changes, work.history);
  const more = { sources, typos: [], amendments: lists.amendments };
  return {
    value: {
      recorded: Object.keys(sources).length,
      amendments: new Set(changes.map((c) => c.tabled.id)).size,
      files: [...lists.files, ...historyWith(world, work, more)],
    },
    diagnostics: read.diagnostics.filter((d) => d.severity === "error"),
  };
}
