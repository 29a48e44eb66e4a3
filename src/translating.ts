/** What is done with translations: files for translators' tools and back, typos and second looks on record. */
import { version } from "./about.ts";
import { listLocales, loadLocale } from "./language/load.ts";
import type { Packet, Returned } from "./model/packet.ts";
import type { Id } from "./model/resolution.ts";
import type { History, TranslatedText, Vouched } from "./model/translation.ts";
import { find, segments } from "./model/walk.ts";
import type { WordCopy } from "./model/word-copy.ts";
import { readWordCopy } from "./read/docx/copy.ts";
import { readWork, type Work } from "./read/work.ts";
import { readXliff } from "./read/xliff.ts";
import type { Checked, Diagnostic } from "./report/diagnostic.ts";
import { visible } from "./report/print.ts";
import { textHash } from "./text/hash.ts";
import { unrecorded } from "./translate/freshness.ts";
import { unitsFromWord } from "./translate/from-word.ts";
import { makePacket, type PacketOptions } from "./translate/packet.ts";
import { type Taken, takeReturned } from "./translate/take.ts";
import { markFresh, markTypo, type TypoMarked } from "./translate/vouch.ts";
import { languagesOf, unknownLanguage } from "./translation-status.ts";
import type { World } from "./world.ts";
import { editTranslation } from "./write/edit-translation.ts";
import { addToHistory } from "./write/history.ts";
import { printTmx } from "./write/tmx.ts";
import { printTranslation } from "./write/translation.ts";
import { printXliff12 } from "./write/xliff-12.ts";
import { printXliff21 } from "./write/xliff-21.ts";

/** A file of the project as it is to be. */
export interface NewFile {
  path: string;
  text: string;
}

export type ExchangeFormat = "xliff12" | "xliff21" | "tmx";

export interface ExportRequest extends Omit<PacketOptions, "dir"> {
  language: string;
  format: ExchangeFormat;
}

export interface Exported {
  language: string;
  /** Ids of the texts in the file. */
  units: Id[];
  text: string;
}

/** A file for translators' tools; for `tmx`, the finished pairs, and with `all` the drafts that are fresh too. */
export function exportUnits(world: World, name: string, request: ExportRequest): Checked<Exported> {
  const opened = openLanguage(world, name, request.language);
  if (!opened.value) return opened as Checked<never>;
  const { work, dir } = opened.value;
  const { language, format, ...options } = request;
  const all = options.all === true || format === "tmx";
  const made = makePacket(work.resolution, language, work.translations[language], work.history, {
    ...options,
    all,
    dir,
  });
  const packet: Packet = format === "tmx" ? { ...made, units: finished(made, options.all === true) } : made;
  const print = { xliff12: printXliff12, xliff21: printXliff21, tmx: printTmx }[format];
  return {
    value: { language, units: packet.units.map((u) => u.id), text: print(packet, version) },
    diagnostics: opened.diagnostics,
  };
}

function finished({ units }: Packet, drafts: boolean): Packet["units"] {
  return units.filter(({ state }) => state === "final" || (drafts && state === "draft"));
}

export interface Imported {
  language: string;
  taken: Taken;
  /** Files of the project as they are to be; none when nothing changes. */
  files: NewFile[];
}

export interface ImportRequest {
  /** Name of the file for findings. */
  file: string;
  /** The language that it must be in; absent: the one it says. */
  language?: string;
  force?: boolean;
}

/** Takes back what a translators' tool returned, or an edited Word file in two languages; nothing is written here. */
export function importUnits(
  world: World,
  name: string,
  bytes: Uint8Array,
  request: ImportRequest,
): Checked<Imported> {
  const copy = isWordFile(bytes) ? readWordCopy(bytes, request.file) : undefined;
  const returned = copy ? headOf(copy) : readXliff(bytes, request.file);
  if (!returned.value) return { diagnostics: returned.diagnostics };
  const { original, language: said } = returned.value;
  const language = request.language ?? said;
  const place = { file: request.file, line: 1, column: 1 };
  if (language === undefined)
    return {
      diagnostics: [
        wrongFile("The file does not say which language it is in.", "Name it with --lang.", place),
      ],
    };
  const opened = openLanguage(world, name, baseOf(world, language));
  if (!opened.value) return { diagnostics: [...returned.diagnostics, ...opened.diagnostics] };
  const { work, code } = opened.value;
  const { resolution, history } = work;
  const wrong =
    said !== undefined && !isLanguage(said, code)
      ? `The file is in \`${said}\`, not in \`${code}\`.`
      : original !== undefined && !isLanguage(original, resolution.original)
        ? `The file was translated from \`${original}\`; the work is written in \`${resolution.original}\`.`
        : copy?.value && copy.value.work !== name
          ? `The file is of the work "${visible(copy.value.work)}".`
          : undefined;
  if (wrong !== undefined)
    return { diagnostics: [wrongFile(wrong, "Give the file of this work and this language.", place)] };
  const translation = work.translations[code];
  const locale = copy && loadLocale(world, code).value;
  const units =
    copy?.value && locale
      ? unitsFromWord(copy.value, resolution, translation, history, locale)
      : returned.value.units;
  const { value: taken, diagnostics } = takeReturned(
    resolution,
    code,
    translation,
    history,
    { ...returned.value, units },
    request,
  );
  return {
    value: { language: code, taken, files: filesWith(world, work, code, taken.texts) },
    diagnostics: [...returned.diagnostics, ...opened.diagnostics, ...diagnostics],
  };
}

/** Zip files, as Word files are, and Word's older files, of which the reader says what they are. */
function isWordFile(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16)).join(" ");
  return start === "50 4b 3 4" || start === "d0 cf 11 e0";
}

/** What a Word file says of itself; its texts are made to units once the work is open. */
function headOf({ value, diagnostics }: Checked<WordCopy>): Checked<Returned> {
  return value ? { value: { language: value.right, units: [] }, diagnostics } : { diagnostics };
}

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
  const marked = markTypo(work.resolution, work.translations, work.history, id, vouched, from);
  if (!marked.value) return { diagnostics: marked.diagnostics };
  const { typo } = marked.value;
  const text = find(work.resolution, id)?.text;
  const sources = text && !Object.hasOwn(work.history.sources, typo.to) ? { [typo.to]: text } : {};
  return {
    value: { ...marked.value, files: historyWith(world, work, { typos: [typo], sources }) },
    diagnostics: [],
  };
}

/** Says of stale translations that somebody looked at them and found them still right. */
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
  const marked = markFresh(work.resolution, code, work.translations[code], work.history, ids, checked);
  if (!marked.value) return { diagnostics: marked.diagnostics };
  return {
    value: { fresh: Object.keys(marked.value), files: filesWith(world, work, code, marked.value) },
    diagnostics: marked.diagnostics,
  };
}

/** Puts the texts that fresh translations were made from on record. */
export function recordSources(world: World, name: string): Checked<{ recorded: number; files: NewFile[] }> {
  const read = readWork(world, name);
  const work = read.value;
  if (!work) return { diagnostics: read.diagnostics };
  const sources = unrecorded(work.resolution, Object.values(work.translations), work.history);
  return {
    value: { recorded: Object.keys(sources).length, files: historyWith(world, work, { sources, typos: [] }) },
    diagnostics: read.diagnostics.filter((d) => d.severity === "error"),
  };
}

/** The translation file with new texts in it, and the history with the texts that they were made from. */
function filesWith(world: World, work: Work, language: string, texts: Record<Id, TranslatedText>): NewFile[] {
  const ids = Object.keys(texts);
  if (ids.length === 0) return [];
  const { resolution, history } = work;
  const path = `resolutions/${work.name}/translations/${language}.yaml`;
  const there = textOf(world, path);
  const text =
    there === undefined
      ? printTranslation(resolution, { language, texts })
      : editTranslation(there, resolution, texts);
  const sources = Object.fromEntries(
    segments(resolution)
      .filter((s) => texts[s.id]?.source === textHash(s.text))
      .map((s) => [textHash(s.text), s.text] as const)
      .filter(([hash]) => !Object.hasOwn(history.sources, hash)),
  );
  return [{ path, text }, ...historyWith(world, work, { sources, typos: [] })];
}

function historyWith(world: World, work: Work, more: History): NewFile[] {
  if (more.typos.length === 0 && Object.keys(more.sources).length === 0) return [];
  const path = `resolutions/${work.name}/history.yaml`;
  return [{ path, text: addToHistory(textOf(world, path), more) }];
}

function textOf(world: World, path: string): string | undefined {
  const bytes = world.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

interface OpenedLanguage {
  work: Work;
  code: string;
  dir: "ltr" | "rtl";
}

/** The work, and a language that it can be translated into; errors of the work stand in the way. */
function openLanguage(world: World, name: string, code: string): Checked<OpenedLanguage> {
  const read = readWork(world, name);
  const work = read.value;
  if (!work) return { diagnostics: read.diagnostics };
  const errors = read.diagnostics.filter((d) => d.severity === "error" && concerns(d, work, code));
  if (errors.length > 0) return { diagnostics: errors };
  if (code === work.resolution.original)
    return {
      diagnostics: [
        said(
          "language-unknown",
          `The work is written in \`${code}\`.`,
          "Name a language that it is translated into.",
        ),
      ],
    };
  if (!languagesOf(work).includes(code) && !listLocales(world).includes(code))
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

/** The language of ours that a tool's tag means: `fr` for `fr-FR`. */
function baseOf(world: World, tag: string): string {
  const known = listLocales(world);
  if (known.includes(tag)) return tag;
  return known.find((code) => isLanguage(tag, code)) ?? tag;
}

function isLanguage(tag: string, code: string): boolean {
  return tag.toLowerCase() === code.toLowerCase() || tag.toLowerCase().startsWith(`${code.toLowerCase()}-`);
}

function said(code: Diagnostic["code"], message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint };
}

function wrongFile(message: string, hint: string, place: NonNullable<Diagnostic["place"]>): Diagnostic {
  return { code: "exchange-file", severity: "error", message, place, hint };
}
