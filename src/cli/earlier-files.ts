/** Says which finished files were made before something changed: one line for a work, with what belongs together in brackets. */
import type { ManifestFile } from "../making/manifest.ts";

export interface Earlier extends ManifestFile {
  work: string;
  /** Hash of the source that it was made from. */
  source: string;
  /** Made from the source as it is, and before templates, phrases or the program changed. */
  sameText: boolean;
}

/** `122-organized-crime: made from an earlier text: C-I-122-DR-Pre (en, fr: docx, pdf)`; nothing where there is no such file. */
export function earlierLines(files: readonly Earlier[]): string {
  const works = [...new Set(files.map((f) => f.work))];
  return works
    .flatMap((work) => [
      line(work, "made from an earlier text", files, false),
      line(work, "made from this text, but before templates, phrases or Hemicycle changed", files, true),
    ])
    .join("");
}

function line(work: string, what: string, files: readonly Earlier[], sameText: boolean): string {
  const those = files.filter((f) => f.work === work && f.sameText === sameText);
  if (those.length === 0) return "";
  const papers = groups(those, paperOf);
  const named = [...papers].map(([paper, of]) => `${paper} (${inBrackets(of)})`);
  return `${work}: ${what}: ${named.join(", ")}\n`;
}

/** `en, fr: docx, pdf; ar: docx`: languages that are there in the same formats together. */
function inBrackets(files: readonly Earlier[]): string {
  const languages = groups(files, (f) => f.language);
  const alike = groups([...languages.keys()], (language) =>
    (languages.get(language) ?? []).map((f) => f.format).join(", "),
  );
  return [...alike].map(([formats, of]) => `${of.join(", ")}: ${formats}`).join("; ");
}

/** `C-I-122-DR-Pre` of `C-I-122-DR-Pre-en.pdf`. */
function paperOf({ name, language }: ManifestFile): string {
  const document = name.replace(/(?:-lines)?\.[a-z]+$/, "");
  return document.endsWith(`-${language}`) ? document.slice(0, -language.length - 1) : document;
}

/** What has the same key, together, in the order in which it comes. */
function groups<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return found;
}
