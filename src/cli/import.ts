/** `hemicycle import`: a plain text or a Word file becomes a work; what was not understood is kept and listed. */
import { relative, resolve } from "node:path";
import { loadLocale, reference } from "../language/load.ts";
import type { Locale } from "../language/locale.ts";
import { unknownNames } from "../language/unknown-names.ts";
import type { Resolution } from "../model/resolution.ts";
import { segments } from "../model/walk.ts";
import { importPlainText } from "../read/plain-text.ts";
import { type Checked, type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { usualLimits } from "../text/unzip.ts";
import type { World } from "../world.ts";
import { printWork } from "../write/work.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import { sourceOf, workExists, writeNewWork } from "./new-work.ts";
import { bytesOf, statOf } from "./paths.ts";
import { conclude, openProject } from "./report.ts";
import { sizeLimit } from "./world-disk.ts";

export interface ImportOptions extends CommonOptions {
  into: string;
  language: string;
  symbol?: string;
  date?: string;
  session?: number;
  place?: { city: string; country: string };
  from?: string;
  to?: string;
  committee?: string;
}

export async function importText(io: Io, path: string, options: ImportOptions): Promise<number> {
  const world = openProject(io, options);
  const work = options.into;
  const file = sourceOf(work);
  const diagnostics: Diagnostic[] = [];
  const end = (text: string, data: Record<string, unknown> = {}): number =>
    conclude(io, options, world, { command: "import", diagnostics, data: { work, file, ...data }, text });

  const taken = workExists(world.root, work);
  const shown = relative(world.root, resolve(io.cwd, path)).replaceAll("\\", "/");
  const source = readFile(resolve(io.cwd, path), shown);
  const locale = loadLocale(world, options.language);
  diagnostics.push(
    ...(taken ? [taken] : []),
    ...source.diagnostics,
    ...locale.diagnostics.filter((d) => d.severity === "error"),
  );
  if (source.value === undefined || !locale.value || hasErrors(diagnostics)) return end("");

  const { into, json, project, ...known } = options;
  const settings = {
    work,
    file: shown,
    lexicon: locale.value.lexicon,
    ...known,
    countryCode: countryCodes(world, locale.value),
    organization: locale.value.organization.full,
    cityKey: cityKeys(locale.value),
    months: locale.value.months,
    committeeKey: committeeKeys(world, locale.value),
  };
  const imported =
    typeof source.value === "string"
      ? importPlainText(source.value, settings)
      : (await import("../read/docx/draft.ts")).importWord(source.value, settings);
  diagnostics.push(...imported.diagnostics);
  if (!imported.value) return end("");
  diagnostics.push(...unknownOptions(imported.value, options, world, locale.value));
  if (hasErrors(diagnostics)) return end("");
  diagnostics.push(...(await writeNewWork(io, world.root, work, printWork(imported.value))));
  const count = segments(imported.value).length;
  return end(
    `${file}: ${count === 1 ? "1 text was" : `${count} texts were`} taken over; then: hemicycle check ${work}\n`,
    { texts: count },
  );
}

/**
 * What the options name and the language does not have. A committee that nobody knows is refused, since it is a slip of the pen; a
 * session may be in a city that is still to be added, and is only spoken of.
 */
function unknownOptions(
  resolution: Resolution,
  { committee, place }: ImportOptions,
  world: World,
  locale: Locale,
): Diagnostic[] {
  const english = loadLocale(world, reference).value;
  return unknownNames(resolution, [locale], new Map(), english).flatMap((d): Diagnostic[] => {
    const hint = d.hint ?? "";
    if (committee !== undefined && d.code === "body-unknown") {
      // Bodies that have an enacting line adopt texts; the others draft them.
      const drafting = locale.keys("body").filter((key) => !locale.hasPhrase(`enacting.${key}`));
      return [{ ...d, hint: `${hint} There are: ${drafting.join(", ")}.` }];
    }
    const isOfPlace = [place?.city, place?.country].some((key) => d.message.includes(`\`${key}\``));
    return isOfPlace ? [{ ...d, severity: "warning" }] : [];
  });
}

/** Finds the code of a country by its name, in list or running form, letter case apart. */
function countryCodes(world: World, locale: Locale): (name: string) => string | undefined {
  const bytes = world.read(`locales/${locale.code}/countries.json`);
  const { names } = JSON.parse(new TextDecoder().decode(bytes)) as { names: Record<string, unknown> };
  const codes = new Map<string, string>();
  for (const code of Object.keys(names).sort()) {
    const { list, running } = locale.country(code);
    for (const name of [list, running]) codes.set(name.toLowerCase(), code);
  }
  return (name) => codes.get(name.trim().toLowerCase());
}

function cityKeys(locale: Locale): (name: string) => string | undefined {
  const keys = new Map(locale.keys("city").map((key) => [locale.city(key).toLowerCase(), key]));
  return (name) => keys.get(name.trim().toLowerCase());
}

/** Finds a committee by the lines that head a document with it in any year, or by the first of them where no other has that one. */
function committeeKeys(world: World, locale: Locale): (heading: string) => string | undefined {
  const bytes = world.read(`locales/${locale.code}/names.json`);
  const { bodies } = JSON.parse(new TextDecoder().decode(bytes)) as { bodies: Record<string, unknown> };
  const keys = new Map<string, Set<string>>();
  const note = (heading: string, key: string): void => {
    const plain = bare(heading);
    keys.set(plain, (keys.get(plain) ?? new Set()).add(key));
  };
  for (const [key, body] of Object.entries(bodies)) {
    const { heading } = body as { heading?: string | { text: string }[] };
    for (const entry of Array.isArray(heading) ? heading : [{ text: heading ?? "" }]) {
      const [first = "", ...more] = entry.text.split("\n");
      if (more.length === 0) continue;
      note(entry.text, key);
      note(first, key);
    }
  }
  return (heading) => {
    const found = [...(keys.get(bare(heading)) ?? [])];
    return found.length === 1 ? found[0] : undefined;
  };
}

/** Letters of a name, however it is broken into lines and set in capitals. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s-]+/gu, " ")
    .trim();

/** Beginnings of zip files, as Word files are, and of Word's older files, about which the reader has something to say. */
const wordSigns = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** The text of a file anywhere on the disk, or the bytes of a Word file: its owner named it. */
function readFile(path: string, shown: string): Checked<string | Uint8Array> {
  const fault = (
    code: "file-missing" | "file-too-large" | "file-encoding",
    message: string,
    hint: string,
  ): Checked<never> => ({
    diagnostics: [{ code, severity: "error", message, place: { file: shown, line: 1, column: 1 }, hint }],
  });
  const stat = statOf(path);
  if (!stat?.isFile())
    return fault("file-missing", `There is no file "${shown}".`, "Check the spelling of the path.");
  const byName = /\.do[ct][xm]?$/i.test(path);
  const limit = byName ? usualLimits.file : sizeLimit;
  if (stat.size > limit) {
    return fault(
      "file-too-large",
      `"${shown}" is larger than ${limit / 1024 / 1024} MB.`,
      byName
        ? "Check that this is one resolution without pictures."
        : "Check that this is a plain text of one resolution.",
    );
  }
  const bytes = bytesOf(path);
  if (!bytes) return fault("file-missing", `"${shown}" may not be read.`, "Have its permissions changed.");
  if (byName || wordSigns.some((signs) => signs.every((sign, i) => bytes[i] === sign)))
    return { value: bytes, diagnostics: [] };
  try {
    return { value: new TextDecoder("utf-8", { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    return fault(
      "file-encoding",
      `"${shown}" is neither plain text in UTF-8 nor a Word file.`,
      "Save it from your word processor as .docx, or as plain text with the encoding UTF-8.",
    );
  }
}
