/** Reads a work from its folder: the resolution, its translations, the places of all texts, the hash of it all. */
import type { Tabled } from "../model/amendment.ts";
import type { Resolution } from "../model/resolution.ts";
import { type History, noHistory, type Translation } from "../model/translation.ts";
import { segments } from "../model/walk.ts";
import type { Checked, Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";
import { type AmendmentList, type Broken, type ReadAmendments, readAmendments } from "./amendments.ts";
import { checkShape } from "./explain.ts";
import { readHistory } from "./history.ts";
import { checkLinks, targetsOf, unusedNotes } from "./links.ts";
import { type BuiltResolution, buildResolution } from "./resolution.ts";
import { resolutionSchema } from "./schema.ts";
import { readSource } from "./source.ts";
import { sourceHash } from "./source-hash.ts";
import { buildTranslation } from "./translation.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

export type { TranslatedText, Translation } from "../model/translation.ts";
export type { AmendmentList, Broken } from "./amendments.ts";
export { inLanguage } from "./in-language.ts";

/** Everything that a work's folder says. */
export interface Work {
  name: string;
  resolution: Resolution;
  /** By language; only those that were asked for. */
  translations: Record<string, Translation>;
  /** Languages that there is a translation file for, sorted. */
  translatedInto: string[];
  /** Lists of amendments, what stands in them, and what in them is broken. */
  lists: AmendmentList[];
  /** In the order of the stages, then of the lists; their paragraphs are as written. */
  tabled: Tabled[];
  broken: Broken[];
  /** Earlier texts of the original, and corrections of typos. */
  history: History;
  places: Places;
  /** 64 hex digits over all files of the work. */
  sourceHash: string;
}

/** Places by id of the text, by `<language>:<id>` for translations, and by `field:<path>` for fields (`field:instrument.body`). */
export type Places = Map<string, Place>;

const nameOfWork = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Names of the folders in `resolutions/` that hold a `resolution.yaml`, sorted by code point. */
export function listWorks(world: World): string[] {
  return world
    .list("resolutions")
    .filter((name) => name.endsWith("/"))
    .map((name) => name.slice(0, -1))
    .filter((name) => nameOfWork.test(name) && world.list(`resolutions/${name}`).includes("resolution.yaml"))
    .sort();
}

/**
 * Reads a work. Everything that is wrong in any of its files is said; the value is absent when there is no resolution.
 * Translations into other languages than `languages` are not looked into; absent: all are.
 */
export function readWork(world: World, name: string, languages?: readonly string[]): Checked<Work> {
  const folder = `resolutions/${name}`;
  const file = `${folder}/resolution.yaml`;
  const source = nameOfWork.test(name) ? readSource(world, file) : { diagnostics: [] };
  if (source.value === undefined && source.diagnostics.length === 0)
    return { diagnostics: [unknownWork(world, name)] };

  const original =
    source.value === undefined ? { diagnostics: [] } : parseResolution(source.value, name, file);
  const diagnostics = [...source.diagnostics, ...original.diagnostics];
  const places: Places = new Map(original.value?.places);
  const amendments: Checked<ReadAmendments> = original.value
    ? readAmendments(world, name, original.value.resolution)
    : { diagnostics: [] };
  const { lists, tabled, broken } = amendments.value ?? { lists: [], tabled: [], broken: [] };
  const persons = tabled.flatMap(({ submitters }) =>
    submitters.flatMap((p) => (p.type === "person" ? [p.id] : [])),
  );
  const translations: Record<string, Translation> = {};
  const translatedInto: string[] = [];
  for (const entry of world.list(`${folder}/translations`)) {
    const language = /^([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\.yaml$/.exec(entry)?.[1];
    const path = `${folder}/translations/${entry}`;
    if (language === undefined || language === original.value?.resolution.original) {
      if (!/^\.|~$/.test(entry)) diagnostics.push(unread(path, language));
      continue;
    }
    translatedInto.push(language);
    if (languages && !languages.includes(language)) continue;
    const text = readSource(world, path);
    diagnostics.push(...text.diagnostics);
    if (text.value === undefined) continue;
    const built = buildTranslation(text.value, path, language, original.value?.resolution, persons);
    diagnostics.push(...built.diagnostics);
    if (!built.value) continue;
    translations[language] = built.value.translation;
    for (const [id, place] of built.value.places) places.set(`${language}:${id}`, place);
  }
  if (!original.value) return { diagnostics };
  const { resolution } = original.value;
  diagnostics.push(...amendments.diagnostics);
  diagnostics.push(...checkTaken(resolution, [...tabled, ...broken], places));
  const history = readHistory(world, name);
  diagnostics.push(...history.diagnostics);
  const hash = sourceHash(world, folder);
  return {
    value: {
      name,
      resolution,
      translations,
      translatedInto: translatedInto.sort(),
      lists,
      tabled,
      broken,
      history: history.value ?? noHistory,
      places,
      sourceHash: hash,
    },
    diagnostics,
  };
}

/** Reads the text of a `resolution.yaml`; `file` is for the places of diagnostics. */
export function parseResolution(
  source: string,
  work: string,
  file: string,
): Checked<{ resolution: Resolution; places: Places }> {
  const { yaml, diagnostics } = parseYaml(source, file);
  if (yaml.value === undefined) return { diagnostics };
  const shape = checkShape(resolutionSchema, yaml);
  if (!shape.value) return { diagnostics: [...diagnostics, ...shape.diagnostics] };
  const built = buildResolution(shape.value, work, yaml);
  const { resolution } = built;
  diagnostics.push(...built.diagnostics, ...checkTexts(built, yaml));
  const places: Places = new Map(built.places);
  addFields(places, yaml, "instrument", yaml.value);
  addFields(places, yaml, "stages", yaml.value);
  return { value: { resolution, places }, diagnostics };
}

function checkTexts({ resolution, paths, places }: BuiltResolution, yaml: YamlFile): Diagnostic[] {
  const targets = targetsOf(resolution);
  const find = (id: string, written: string): Place | undefined => {
    const path = paths.get(id);
    if (!path) return places.get(id);
    let value: unknown = yaml.value;
    for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
    return yaml.inText(path, typeof value === "string" ? Math.max(0, value.indexOf(written)) : 0);
  };
  return [
    ...segments(resolution).flatMap((segment) => checkLinks(segment.id, segment.text, targets, find)),
    ...unusedNotes(resolution, (note) => yaml.at(["notes", note], "field")),
  ];
}

/** Notes the place of every field of a part of the file. */
function addFields(places: Places, yaml: YamlFile, name: string, around: unknown): void {
  const visit = (path: (string | number)[], value: unknown): void => {
    places.set(`field:${path.join(".")}`, yaml.at(path));
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value))
      visit([...path, Array.isArray(value) ? Number(key) : key], inner);
  };
  visit([name], (around as Record<string, unknown>)[name]);
}

/** The stages name amendments that are there; whether each is taken in once, and may be, shows when the stages are made. */
function checkTaken(
  { stages }: Resolution,
  amendments: readonly { id?: string }[],
  places: Places,
): Diagnostic[] {
  const ids = amendments.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const known = new Set(ids);
  return stages.flatMap(({ id: stage, applies }, i) => {
    if (applies === "accepted") return [];
    return applies.flatMap((id, n): Diagnostic[] => {
      if (known.has(id)) return [];
      const place = places.get(`field:stages.${i}.applies.${n}`);
      const near = nearest(id, ids);
      const message = `The stage \`${stage}\` takes in \`${id}\`, but there is no such amendment.`;
      const hint = near ? `Did you mean \`${near}\`?` : "Write the id of an amendment, or take it out.";
      return [{ code: "amendment-unknown", severity: "error", message, ...(place ? { place } : {}), hint }];
    });
  });
}

function unknownWork(world: World, name: string): Diagnostic {
  const works = listWorks(world);
  const near = nearest(name, works);
  const there =
    works.length > 0 ? `The works are: ${works.slice(0, 8).join(", ")}${works.length > 8 ? ", …" : ""}.` : "";
  return {
    code: "work-unknown",
    severity: "error",
    message: `There is no work \`${name}\`: no file resolutions/${name}/resolution.yaml.`,
    hint: near ? `Did you mean \`${near}\`?` : there || `Make one with: hemicycle init ${name}`,
  };
}

function unread(file: string, language: string | undefined): Diagnostic {
  const message =
    language === undefined
      ? "This file is not read: translations are named after their language, such as fr.yaml."
      : "This file is not read: the work itself is written in this language.";
  return {
    code: "file-unread",
    severity: "warning",
    message,
    place: { file, line: 1, column: 1 },
    hint: "Rename it, or move it out of the folder.",
  };
}
