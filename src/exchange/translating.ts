/** What is done with translations: files for translators' tools and back, typos and second looks on record. */

import { version } from "../about.ts";
import { listLocales, loadLocale } from "../language/load.ts";
import { listStates, originalsOf } from "../making/amendment-translation.ts";
import { languagesOf } from "../making/languages.ts";
import { textId, textsIn } from "../model/amendment-texts.ts";
import type { Packet, Returned } from "../model/packet.ts";
import type { Id } from "../model/resolution.ts";
import { segments } from "../model/walk.ts";
import type { WordCopy } from "../model/word-copy.ts";
import { readWordCopy } from "../read/docx/copy.ts";
import { listWorks, readWork, type Work } from "../read/work.ts";
import { readXliff } from "../read/xliff.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { visible } from "../report/print.ts";
import { textHash } from "../text/hash.ts";
import type { AmendmentTextState } from "../translate/amendment-states.ts";
import { freshness } from "../translate/freshness.ts";
import { unitsFromWord } from "../translate/from-word.ts";
import { makePacket, type PacketOptions, unitsOf } from "../translate/packet.ts";
import type { ProposedOpening } from "../translate/status.ts";
import { type Taken, takeUnits } from "../translate/take.ts";
import type { World } from "../world.ts";
import { printTmx } from "../write/tmx.ts";
import { printXliff12 } from "../write/xliff-12.ts";
import { printXliff21 } from "../write/xliff-21.ts";
import { fitting } from "./amendment-import.ts";
import { tellOfAmendments } from "./amendment-notes.ts";
import { filesWith, type NewFile, openLanguage, textsOnly } from "./translation-files.ts";
import { proposing } from "./translation-status.ts";

export type { NewFile } from "./translation-files.ts";

export type ExchangeFormat = "xliff12" | "xliff21" | "tmx";

export interface ExportRequest extends Omit<PacketOptions, "dir"> {
  language: string;
  format: ExchangeFormat;
  /** Leaves out texts of amendments that only printed lists show. */
  withoutLists?: boolean;
}

/** A file has one language of its texts: that of the work, or the one that some amendments were written in. */
export interface ExportedFile {
  original: string;
  /** Ids of the texts in the file. */
  units: Id[];
  text: string;
}

export interface Exported extends ExportedFile {
  language: string;
  /** For amendments that were written in other languages. */
  more: ExportedFile[];
}

/** A file for translators' tools; for `tmx`, the finished pairs, and with `all` the drafts that are fresh too. */
export function exportUnits(world: World, name: string, request: ExportRequest): Checked<Exported> {
  const opened = openLanguage(world, name, request.language);
  if (!opened.value) return opened as Checked<never>;
  const { work, code, dir } = opened.value;
  const { format, language: _, withoutLists, ...given } = request;
  const options = { ...given, all: given.all === true || format === "tmx", dir };
  const print = { xliff12: printXliff12, xliff21: printXliff21, tmx: printTmx }[format];
  const fileOf = (packet: Packet): ExportedFile => {
    const own = format === "tmx" ? { ...packet, units: finished(packet, given.all === true) } : packet;
    return { original: own.original, units: own.units.map((u) => u.id), text: print(own, version) };
  };
  const [first, ...more] = packetsOf(world, work, code, options, withoutLists === true);
  return {
    value: { language: code, ...fileOf(first), more: more.map(fileOf).filter((f) => f.units.length > 0) },
    diagnostics: opened.diagnostics,
  };
}

/**
 * The texts of the work and of amendments that were written in its language; then those of other languages, a packet each. What
 * lists alone print stands last.
 */
export function packetsOf(
  world: World,
  work: Work,
  language: string,
  options: PacketOptions,
  withoutLists = false,
): [Packet, ...Packet[]] {
  const { resolution, translations, history } = work;
  const { original } = resolution;
  const head = { work: work.name, language, dir: options.dir ?? "ltr" };
  const texts: Packet =
    language === original
      ? { ...head, original, units: [] }
      : makePacket(
          resolution,
          language,
          translations[language],
          history,
          options,
          proposing(world, work, original, language),
        );
  const states = wantedStates(work, language, options.all === true, withoutLists).filter(
    // Words that other changes of the language stand for have no translation of their own to show.
    (s) => !s.covered || s.state === "stale",
  );
  if (states.length === 0) return [texts];
  const { note, part } = tellOfAmendments(world, work, language);
  const unitsFrom = (from: string) => {
    const ids = new Set(work.tabled.filter((t) => t.original === from).map((t) => t.id));
    const propose = proposing(world, work, from, language);
    const openings = (s: AmendmentTextState): ProposedOpening[] => {
      const about = part(s);
      return about && propose ? propose(s.segment.text, about) : [];
    };
    const own = states.filter((s) => ids.has(s.amendment));
    return unitsOf(own, { note, openings }, options);
  };
  const others = originalsOf(work).filter((from) => from !== original && from !== language);
  return [
    { ...texts, units: [...texts.units, ...unitsFrom(original)] },
    ...others.map((from): Packet => ({ ...head, original: from, units: unitsFrom(from) })),
  ];
}

/** What texts of stages need first, then what lists alone print. */
function wantedStates(
  work: Work,
  language: string,
  all: boolean,
  withoutLists = false,
): AmendmentTextState[] {
  const languages = [...languagesOf(work), language];
  const lists = listStates(work, language, languages, { all });
  const last = withoutLists ? [] : lists.flatMap(({ forLists }) => forLists);
  return [...lists.flatMap(({ states }) => states), ...last];
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
  const stray = strayWork(world, name, returned.value, copy !== undefined);
  if (stray !== undefined)
    return {
      diagnostics: [
        wrongFile(
          `The file is of the work "${visible(stray)}", not of "${name}".`,
          `Give the file of this work, or import it where it belongs: hemicycle translate ${visible(stray)} import …`,
          place,
        ),
      ],
    };
  const opened = openLanguage(world, name, baseOf(world, language));
  if (!opened.value) return { diagnostics: [...returned.diagnostics, ...opened.diagnostics] };
  const { work, code } = opened.value;
  const { resolution, history } = work;
  const originals = [resolution.original, ...originalsOf(work)];
  const wrong =
    said !== undefined && !isLanguage(said, code)
      ? `The file is in \`${said}\`, not in \`${code}\`.`
      : original !== undefined && !originals.some((from) => isLanguage(original, from))
        ? `The file was translated from \`${original}\`; the work is written in \`${resolution.original}\`.`
        : undefined;
  if (wrong !== undefined)
    return { diagnostics: [wrongFile(wrong, "Give the file of this work and this language.", place)] };
  const translation = work.translations[code];
  const locale = copy && loadLocale(world, code).value;
  const units =
    copy?.value && locale
      ? unitsFromWord(copy.value, resolution, translation, history, locale)
      : returned.value.units;
  const from = originals.find((one) => original === undefined || isLanguage(original, one));
  const states = [
    ...(code === resolution.original || from !== resolution.original
      ? []
      : freshness(resolution, translation, history)),
    ...(copy
      ? []
      : wantedStates(work, code, true).filter(
          (s) => work.tabled.find((t) => t.id === s.amendment)?.original === from,
        )),
  ];
  const { value: all, diagnostics } = takeUnits(states, code, history, { ...returned.value, units }, request);
  const { taken, changes, diagnostics: found } = fitting(work, code, all, units, diagnostics);
  return {
    value: { language: code, taken, files: filesWith(world, work, code, textsOnly(taken.texts), changes) },
    diagnostics: [...returned.diagnostics, ...opened.diagnostics, ...found],
  };
}

/** Zip files, as Word files are, and Word's older files, of which the reader says what they are. */
function isWordFile(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16)).join(" ");
  return start === "50 4b 3 4" || start === "d0 cf 11 e0";
}

/** What a Word file says of itself; its texts are made to units once the work is open. */
function headOf({ value, diagnostics }: Checked<WordCopy>): Checked<Returned> {
  if (!value) return { diagnostics };
  return { value: { work: value.work, language: value.right, units: [] }, diagnostics };
}

/**
 * The work that a file says it is of when that is another one. A name that no work of the project has may be that which this one had
 * before: then a text of it tells.
 */
function strayWork(
  world: World,
  name: string,
  { work: said, units }: Returned,
  isWord: boolean,
): string | undefined {
  if (said === undefined || said === name) return undefined;
  if (isWord || listWorks(world).includes(said)) return said;
  const work = readWork(world, name).value;
  if (!work) return undefined;
  const own = new Map(segments(work.resolution).map(({ id, text }) => [id, textHash(text)]));
  for (const tabled of work.tabled)
    for (const [key, text] of textsIn(tabled, tabled.original))
      own.set(textId(tabled.id, key), textHash(text));
  return units.some(({ id, hash }) => hash !== undefined && own.get(id) === hash) ? undefined : said;
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

function wrongFile(message: string, hint: string, place: NonNullable<Diagnostic["place"]>): Diagnostic {
  return { code: "exchange-file", severity: "error", message, place, hint };
}
