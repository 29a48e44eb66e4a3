/** Two-language Word files for tests: made of a resolution and its translation, changed as a translator would, and read again. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { composeBilingual } from "../../src/compose/bilingual.ts";
import { loadTemplates } from "../../src/compose/load-templates.ts";
import { loadLocale } from "../../src/language/load.ts";
import type { Locale } from "../../src/language/locale.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import { type History, noHistory, type Translation } from "../../src/model/translation.ts";
import { mapSegments } from "../../src/model/walk.ts";
import { readWordCopy } from "../../src/read/docx/copy.ts";
import { readHouse } from "../../src/read/house.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { freshness } from "../../src/translate/freshness.ts";
import { unitsFromWord } from "../../src/translate/from-word.ts";
import { type Taken, type TakeOptions, takeReturned } from "../../src/translate/take.ts";
import { folderWorld } from "../fixtures/world.ts";

const world = folderWorld();
const templates = loadTemplates(world, "ipu").value;
const house = readHouse(world, "ipu").value;
const locales = new Map<string, Locale>();

export function localeOf(code: string): Locale {
  const known = locales.get(code) ?? loadLocale(world, code).value;
  if (!known) throw new Error(`no locale ${code}`);
  locales.set(code, known);
  return known;
}

export interface Languages {
  r: Resolution;
  translation: Translation;
  history?: History;
}

/** The Word file, or the findings that stand in its way. */
export async function wordFile({
  r,
  translation,
  history = noHistory,
}: Languages): Promise<Uint8Array | Diagnostic[]> {
  const states = freshness(r, translation, history);
  const of = (state: string): Set<string> =>
    new Set(states.filter((s) => s.state === state).map((s) => s.segment.id));
  const [stage] = r.stages;
  if (!templates || !house || !stage) throw new Error("nothing to compose with");
  const { language } = translation;
  const target = mapSegments(r, (s) => translation.texts[s.id]?.text ?? []);
  const none: ReadonlySet<string> = new Set();
  const made = composeBilingual({
    left: { resolution: r, locale: localeOf(r.language), missing: none, stale: none },
    right: {
      resolution: { ...target, language },
      locale: localeOf(language),
      missing: of("missing"),
      stale: of("stale"),
    },
    original: r,
    stage,
    house,
    templates,
    sourceHash: "0".repeat(64),
  });
  if (!made.value) return made.diagnostics;
  const { value, diagnostics } = await renderDocx(made.value.document, house);
  return value ?? diagnostics;
}

export async function madeFile(languages: Languages): Promise<Uint8Array> {
  const made = await wordFile(languages);
  if (made instanceof Uint8Array) return made;
  throw new Error(JSON.stringify(made, null, 1));
}

/** What taking the file back comes to. */
export function takenBack(
  bytes: Uint8Array,
  { r, translation, history = noHistory }: Languages,
  options?: TakeOptions,
): { value: Taken; diagnostics: Diagnostic[] } {
  const copy = readWordCopy(bytes, "back.docx");
  if (!copy.value) throw new Error(JSON.stringify(copy.diagnostics, null, 1));
  const { language } = translation;
  const units = unitsFromWord(copy.value, r, translation, history, localeOf(language));
  const taken = takeReturned(r, language, translation, history, { language, units }, options);
  return { ...taken, diagnostics: [...copy.diagnostics, ...taken.diagnostics] };
}

export function partOf(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  if (!part) throw new Error(`no part ${path}`);
  return strFromU8(part);
}

/** The same file with one part changed; throws when it does not change. */
export function changedPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const before = partOf(bytes, path);
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${path}`);
  return zipSync({ ...unzipSync(bytes), [path]: strToU8(after) });
}
