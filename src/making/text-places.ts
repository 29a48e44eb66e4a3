/** Where a text stands that a finding speaks of by its id: in the work, in a translation, or in the amendment that it comes from. */
import { newIds } from "../amend/source.ts";
import type { Amendment, Tabled } from "../model/amendment.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { find } from "../model/walk.ts";
import type { Work } from "../read/work.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import type { Amending } from "./amending.ts";

/** What a document was made of; `language` is that of texts whose ids do not name another one (`fr:op01`). */
export interface MadeOf {
  work: Work;
  amending: Amending;
  language: string;
  resolution: Resolution;
}

/** The finding with the place of the text it is about, where it has none and the text is written somewhere. */
export function placed(d: Diagnostic, from: MadeOf): Diagnostic {
  if (d.place || d.about === undefined) return d;
  const { place, by } = placeOf(d.about, from);
  // The words may be those of any of them, or those that they left as they were.
  const changed = by.length > 0 ? `The text is as changed by ${by.map((a) => a.id).join(", ")}.` : undefined;
  const hint = [d.hint, changed].filter((part) => part !== undefined).join(" ");
  return { ...d, ...(place ? { place } : {}), ...(hint === "" ? {} : { hint }) };
}

/** A finding that names a field or a text of the source only by its path gets the place where that is written. */
export function written(d: Diagnostic, { name, places }: Work): Diagnostic {
  const { file, line, column, path } = d.place ?? {};
  if (!path || line !== 1 || column !== 1 || file !== `resolutions/${name}/resolution.yaml`) return d;
  const place = places.get(`field:${path.join(".")}`) ?? places.get(String(path[0]));
  return place ? { ...d, place } : d;
}

function placeOf(about: string, from: MadeOf): { place: Place | undefined; by: Amendment[] } {
  const { work, amending, language, resolution } = from;
  const colon = about.indexOf(":");
  const code = colon < 0 ? language : about.slice(0, colon);
  const name = about.slice(colon + 1);
  // An annex is headed by its title.
  const id = find(work.resolution, `${name}.title`) ? `${name}.title` : name;
  const own = work.places.get(code === work.resolution.original ? id : `${code}:${id}`);
  const kept = colon >= 0 ? own !== undefined : isAsWritten(id, code, work, resolution);
  const by = kept ? [] : changing(id, amending);
  const tabled = work.tabled.find((t) => t.id === by[0]?.id);
  const said = tabled && (by.length === 1 ? wordsPlace(tabled, code) : tabled.place);
  // Where a translation has no such text, the words of the original stand in.
  return { place: said ?? own ?? work.places.get(id), by };
}

/** Where the words of an amendment stand in a language; the amendment itself where it has none. */
export function wordsPlace({ place, places }: Tabled, language: string): Place {
  for (const field of ["amend", "replace", "retitle", "add.text", "merge.text", "split.text"]) {
    const found = places[`${field}.${language}`];
    if (found) return found;
  }
  return place;
}

/** Whether the text of a stage is still what the work or its translation says. */
function isAsWritten(id: Id, language: string, work: Work, resolution: Resolution): boolean {
  const translated = work.translations[language]?.texts[id]?.text;
  const written = translated ?? find(work.resolution, id)?.text;
  return written !== undefined && JSON.stringify(written) === JSON.stringify(find(resolution, id)?.text);
}

/** The amendments that a text comes from. A part of a paragraph may have been changed with it. */
function changing(id: Id, { work }: Amending): Amendment[] {
  for (let wanted = id; wanted !== ""; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf(".")))) {
    const found = work.amendments.filter(
      (a) => isTaken(a) && (newIds(a).includes(wanted) || targetOf(a) === wanted),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function isTaken({ decision: { outcome } }: Amendment): boolean {
  return outcome === "accepted" || outcome === "accepted-as-amended" || outcome === "pending";
}

/** Id of what an amendment changes. */
export function targetOf({ operation }: Amendment): Id | undefined {
  if (operation.kind === "retitle") return "title";
  if (!("target" in operation)) return undefined;
  return operation.target.kind === "title" ? "title" : operation.target.id;
}
