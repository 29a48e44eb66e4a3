/** The list of what a work was made into, with sums: its shape, its names of files, its one way of being written. */
import type { Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";

export type Format = "pdf" | "docx";
/** What a document is: a text, a text in two languages, or a paper about the amendments to a text. */
export const documentKinds = [
  "clean",
  "bilingual",
  "redline",
  "amendments",
  "decisions",
  "renumbering",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Files and what they were made from: when all of it is the same, so are their bytes. */
export interface FilesOfState {
  /** Version of Hemicycle. */
  hemicycle: string;
  /** Versions of the packages that shape the bytes. */
  libraries: Record<string, string>;
  /** Hash of the source, 64 hex digits. */
  source: string;
  house: string;
  /** Hash of all templates and house styles, and of the locale of each language, 64 hex digits each. */
  templates: string;
  locales: Record<string, string>;
  files: ManifestFile[];
}

/** `out/<work>/manifest.json`. */
export interface Manifest extends FilesOfState {
  work: string;
  /** Documents that earlier builds made from something else and no later one made anew; absent where there are none. */
  earlier?: FilesOfState[];
}

export interface ManifestFile {
  /** Name in the folder of the manifest. */
  name: string;
  /** Two with a hyphen between them where a document is in two. */
  language: string;
  /** `lines`: which line is which in the PDF of this name. */
  format: Format | "lines";
  stage: string;
  kind: DocumentKind;
  /** Absent where the reader's program makes the pages (DOCX). */
  pages?: number;
  /** Sums of the texts that a redline in Word gives when all its changes are accepted, and rejected; 64 hex digits each. */
  redline?: { accepted: string; rejected: string };
  bytes: number;
  /** Of the file's bytes, 64 hex digits. */
  sha256: string;
}

/** What in the name of a file is not the stage's symbol and the kind. */
export interface NameParts {
  /** Of the paper itself, which says the kind: `C-I/122/DR-am`. */
  symbol?: string;
  /** What it is compared with, where that is not the stage before. */
  against?: string;
}

/**
 * `C-I-122-DR-Pre-en.pdf`, `C-I-122-DR-rev-redline-en.pdf`, `C-I-122-DR-am-en.pdf`; a stage without symbol takes body, session and
 * stage: `assembly-122-adopted-en.pdf`.
 */
export function fileName(
  r: Resolution,
  stage: Stage,
  kind: DocumentKind,
  format: Format,
  { symbol, against }: NameParts = {},
): string {
  const base = symbol ?? stage.symbol ?? `${r.instrument.body}-${r.instrument.session.number}-${stage.id}`;
  const parts = [
    base,
    ...(kind === "clean" || symbol !== undefined ? [] : [kind]),
    ...(against === undefined ? [] : [against]),
    r.language,
  ];
  return `${parts.map(plainName).join("-")}.${format}`;
}

/** `C-I-122-DR-Pre-en-lines.json`, beside the PDF whose numbered lines it records. */
export function linesFile(pdf: string): string {
  return `${pdf.replace(/\.pdf$/, "")}-lines.json`;
}

/** Letters, digits, point, brackets; everything else a file name could stumble over becomes one hyphen. */
function plainName(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}.()_-]+/gu, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 100);
}

/** JSON with the keys of every record in order, two spaces, a line feed at the end. */
export function printManifest(manifest: Manifest): string {
  const { work, earlier = [] } = manifest;
  const { hemicycle, libraries, ...rest } = inOrder(manifest);
  const before = earlier.length > 0 ? { earlier: earlier.map(inOrder) } : {};
  return `${JSON.stringify({ hemicycle, libraries, work, ...rest, ...before }, null, 2)}\n`;
}

function inOrder({ hemicycle, source, house, templates, ...state }: FilesOfState): FilesOfState {
  const sorted = (record: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const files = [...state.files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const libraries = sorted(state.libraries);
  const locales = sorted(state.locales);
  return { hemicycle, libraries, source, house, templates, locales, files };
}

/** Reads a manifest; undefined when the text is not one. */
export function parseManifest(text: string): Manifest | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isManifest(data) ? data : undefined;
}

function isManifest(data: unknown): data is Manifest {
  if (!isRecord(data) || typeof data.work !== "string" || !isState(data)) return false;
  return data.earlier === undefined || (Array.isArray(data.earlier) && data.earlier.every(isState));
}

function isState(data: unknown): boolean {
  if (!isRecord(data) || !Array.isArray(data.files)) return false;
  const texts = ["hemicycle", "source", "house", "templates"].every((key) => typeof data[key] === "string");
  return texts && isRecord(data.libraries) && isRecord(data.locales) && data.files.every(isManifestFile);
}

function isManifestFile(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const texts = ["name", "language", "format", "stage", "kind", "sha256"].every(
    (k) => typeof data[k] === "string",
  );
  return texts && typeof data.bytes === "number";
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
