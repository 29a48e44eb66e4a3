/** The state of translations as people read it: a table, then the texts to do, each stale one with what changed in its source. */

import type { AmendmentLanguage, WorkStatus } from "../exchange/translation-status.ts";
import { visible } from "../report/print.ts";
import { type LanguageStatus, showChanges } from "../translate/status.ts";
import { table } from "./report.ts";

export function statusText({ work, stage, languages, unrecorded, amendments }: WorkStatus): string {
  const head = stage === undefined ? `${work}\n` : `${work}, stage ${stage}\n`;
  const list =
    languages.length === 0
      ? "There are no translations.\n"
      : table([["language", "missing", "stale", "draft", "final", ""], ...languages.map((l) => row(l, 0))]);
  const command = `hemicycle translate ${work} record`;
  const notes =
    unrecorded > 0
      ? `\nFor ${unrecorded} ${unrecorded === 1 ? "translation" : "translations"} the text that it was made from is not on record; ${command} keeps such texts, so that later changes can be shown.\n`
      : "";
  const unknown = amendments.flatMap((a) => a.languages).reduce((sum, l) => sum + l.unrecorded, 0);
  const sources =
    unknown > 0
      ? `\nOf ${unknown} ${unknown === 1 ? "text" : "texts"} of amendments it is not recorded what they were translated from; they count as drafts. When they are right, ${command} says so.\n`
      : "";
  return (
    head +
    list +
    languages.map((l) => toDoText(l, l.language)).join("") +
    amendments.map(amendmentsText).join("") +
    notes +
    sources
  );
}

function row({ language, counts }: LanguageStatus, unrecorded: number, forLists = 0): string[] {
  const open = counts.missing + counts.stale;
  const said =
    open > 0 ? `${open} to do` : unrecorded > 0 ? `complete, ${unrecorded} not recorded` : "complete";
  return [
    language,
    ...[counts.missing, counts.stale, counts.draft, counts.final].map(String),
    forLists > 0 ? `${said}; ${forLists} more for lists` : said,
  ];
}

function amendmentsText({ file, stage, languages }: WorkStatus["amendments"][number]): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const rows = languages.map((l) => row(l, l.unrecorded, l.forLists.length));
  return (
    `\n${name}, amendments to ${stage}\n` +
    table([["language", "missing", "stale", "draft", "final", ""], ...rows]) +
    languages.map((l) => toDoText(l, `${l.language}, ${name}`)).join("") +
    languages.map((l) => forListsText(l, name)).join("")
  );
}

/** Texts of amendments that were not accepted: stages are complete without them, printed lists are not. */
function forListsText({ language, forLists, named }: AmendmentLanguage, name: string): string {
  const ids = [...new Set(forLists.map(({ id }) => id.replace(/:.*$/, "")))];
  if (ids.length === 0) return "";
  const count = `${forLists.length} ${forLists.length === 1 ? "text" : "texts"}`;
  const hint = named
    ? ""
    : ` ${name} does not name ${language} under "languages:"; with it there, they count as missing.`;
  return `\n${language}, ${name}: printed lists lack ${count} of amendments that no stage takes in: ${ids.join(", ")}.${hint}\n`;
}

function toDoText({ toDo }: LanguageStatus, title: string): string {
  if (toDo.length === 0) return "";
  const width = Math.max(...toDo.map(({ id }) => id.length));
  const lines = toDo.flatMap(({ id, name, state, changes, amendments, openings }) => {
    const why = amendments ? ` by ${amendments.join(", ")}` : "";
    return [
      `  ${id.padEnd(width)}  ${state}${why}  ${name}`,
      ...(changes ? [`      ${visible(showChanges(changes))}`] : []),
      ...(openings ?? []).map((o) => `      ${visible(o.words)}: ${o.proposed.map(visible).join(", ")}`),
      ...(state === "stale" && !changes ? ["      (the text that was translated is not on record)"] : []),
    ];
  });
  return `\n${title}, to do:\n${lines.join("\n")}\n`;
}
