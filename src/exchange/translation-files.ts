/** The files of a work with translated texts in them and what they were made from, and the work opened for one language. */

import { listLocales, loadLocale } from "../language/load.ts";
import { translationsOf } from "../making/languages.ts";
import { partsOfTextId } from "../model/amendment-texts.ts";
import type { Id } from "../model/resolution.ts";
import type { History, TranslatedText } from "../model/translation.ts";
import { segments } from "../model/walk.ts";
import { readWork, type Work } from "../read/work.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { textHash } from "../text/hash.ts";
import { concernsLanguage } from "../translate/amendment-states.ts";
import type { World } from "../world.ts";
import { editTranslation } from "../write/edit-translation.ts";
import { addToHistory } from "../write/history.ts";
import { printTranslation } from "../write/translation.ts";
import { type AmendmentChange, listsWith } from "./amendment-import.ts";
import { unknownLanguage } from "./translation-status.ts";

/** A file of the project as it is to be. */
export interface NewFile {
  path: string;
  text: string;
}

/** Without those of amendments. */
export function textsOnly(texts: Readonly<Record<Id, TranslatedText>>): Record<Id, TranslatedText> {
  return Object.fromEntries(Object.entries(texts).filter(([id]) => partsOfTextId(id) === undefined));
}

/** The translation file and lists with new texts in them, and the history with the texts that they were made from. */
export function filesWith(
  world: World,
  work: Work,
  language: string,
  texts: Record<Id, TranslatedText>,
  changes: readonly AmendmentChange[] = [],
): NewFile[] {
  const { resolution, history } = work;
  const files: NewFile[] = [];
  if (Object.keys(texts).length > 0) {
    const path = `resolutions/${work.name}/translations/${language}.yaml`;
    const there = textOf(world, path);
    const text =
      there === undefined
        ? printTranslation(resolution, { language, texts })
        : editTranslation(there, resolution, texts);
    files.push({ path, text });
  }
  const sources = Object.fromEntries(
    segments(resolution)
      .filter((s) => texts[s.id]?.source === textHash(s.text))
      .map((s) => [textHash(s.text), s.text] as const)
      .filter(([hash]) => !Object.hasOwn(history.sources, hash)),
  );
  const lists = listsWith((path) => textOf(world, path), changes, history);
  return [
    ...files,
    ...lists.files,
    ...historyWith(world, work, { sources, typos: [], amendments: lists.amendments }),
  ];
}

export function historyWith(world: World, work: Work, more: History): NewFile[] {
  const { typos, sources, amendments = {} } = more;
  if (typos.length + Object.keys(sources).length + Object.keys(amendments).length === 0) return [];
  const path = `resolutions/${work.name}/history.yaml`;
  return [{ path, text: addToHistory(textOf(world, path), more) }];
}

export function textOf(world: World, path: string): string | undefined {
  const bytes = world.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

export interface OpenedLanguage {
  work: Work;
  code: string;
  dir: "ltr" | "rtl";
}

/** The work, and a language that it can be translated into; errors of the work stand in the way. */
export function openLanguage(world: World, name: string, code: string): Checked<OpenedLanguage> {
  const read = readWork(world, name);
  const work = read.value;
  if (!work) return { diagnostics: read.diagnostics };
  const errors = read.diagnostics.filter((d) => d.severity === "error" && concerns(d, work, code));
  if (errors.length > 0) return { diagnostics: errors };
  if (code === work.resolution.original && !work.tabled.some((t) => concernsLanguage(t, code)))
    return {
      diagnostics: [
        said(
          "language-unknown",
          `The work is written in \`${code}\`.`,
          "Name a language that it is translated into.",
        ),
      ],
    };
  if (!translationsOf(work).includes(code) && !listLocales(world).includes(code))
    return { diagnostics: [unknownLanguage(world, work, code)] };
  const dir = listLocales(world).includes(code) ? loadLocale(world, code).value?.dir : undefined;
  return { value: { work, code, dir: dir ?? "ltr" }, diagnostics: [] };
}

/** Whether an error stands in the way: in the original or its history; in the translation only when its file cannot be read at all. */
function concerns(d: Diagnostic, work: Work, code: string): boolean {
  const folder = `resolutions/${work.name}`;
  const file = d.place?.file;
  if (file === `${folder}/translations/${code}.yaml`)
    return d.code === "yaml-syntax" || work.translations[code] === undefined;
  return file === undefined || [`${folder}/resolution.yaml`, `${folder}/history.yaml`].includes(file);
}

export function said(code: Diagnostic["code"], message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint };
}
