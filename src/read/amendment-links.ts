/** Looks over the texts of all lists of a work: what they point to, and in which languages they are there. */
import type { Id, Resolution } from "../model/resolution.ts";
import type { Place } from "../report/diagnostic.ts";
import { idsOf } from "./amendment.ts";
import type { AmendmentList, Entry } from "./amendment-entry.ts";
import { checkLinks, targetsOf } from "./links.ts";

/** Footnotes and paragraphs that texts of amendments point to are in the text, or come with an amendment. */
export function checkTexts(entries: readonly Entry[], resolution: Resolution): void {
  const there = targetsOf(resolution);
  const added = entries.flatMap(({ read }) => (read?.tabled ? idsOf(read.tabled.operation) : []));
  const paragraphs = new Set([...there.paragraphs, ...added]);
  const notes = entries.flatMap(({ shape }) => Object.keys(shape?.notes ?? {}));
  const targets = { ...there, paragraphs, notes: new Set([...there.notes, ...notes]) };
  for (const entry of entries) {
    for (const { text, path, source } of entry.read?.texts ?? []) {
      const find = (_: Id, written: string): Place =>
        entry.yaml.inText(path, Math.max(0, source.indexOf(written)));
      entry.diagnostics.push(...checkLinks("", text, targets, find));
    }
  }
}

/** A list is wanted in the languages that it names, or in all that occur in it. */
export function checkLanguages(entries: readonly Entry[], lists: readonly AmendmentList[]): void {
  for (const list of lists) {
    const own = entries.filter((entry) => entry.list.file === list.file);
    if (list.languages.length === 0)
      list.languages = [...new Set([list.language, ...own.flatMap((entry) => entry.read?.languages ?? [])])];
    for (const entry of own) {
      const has = entry.read?.languages ?? [];
      const lacks = (entry.shape?.only ?? list.languages).filter((language) => !has.includes(language));
      const broken = entry.diagnostics.some((d) => d.severity === "error");
      if (broken || has.length === 0 || lacks.length === 0) continue;
      entry.diagnostics.push({
        code: "amendment-text-missing",
        severity: "warning",
        message: `There is no text in ${lacks.map((language) => `\`${language}\``).join(", ")}.`,
        place: entry.read?.tabled?.places[entry.read.tabled.operation.kind] ?? entry.yaml.at(["id"]),
        hint: `Add it; until then the words in \`${has[0]}\` stand in its place, marked as not yet translated.`,
      });
    }
  }
}
