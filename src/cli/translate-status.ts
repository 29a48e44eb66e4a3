/** The state of translations as people read it: a table, then the texts to do, each stale one with what changed in its source. */
import { visible } from "../report/print.ts";
import { type LanguageStatus, showChanges } from "../translate/status.ts";
import type { WorkStatus } from "../translation-status.ts";
import { table } from "./report.ts";

export function statusText({ work, stage, languages, unrecorded }: WorkStatus): string {
  const rows = languages.map(({ language, counts }) => [
    language,
    ...[counts.missing, counts.stale, counts.draft, counts.final].map(String),
    counts.missing + counts.stale === 0 ? "complete" : `${counts.missing + counts.stale} to do`,
  ]);
  const head = stage === undefined ? `${work}\n` : `${work}, stage ${stage}\n`;
  const list =
    rows.length === 0
      ? "There are no translations.\n"
      : table([["language", "missing", "stale", "draft", "final", ""], ...rows]);
  const notes =
    unrecorded > 0
      ? `\nOn record are not the sources of all translations (${unrecorded} are missing): hemicycle translate ${work} record keeps them, so that later changes can be shown.\n`
      : "";
  return head + list + languages.map(toDoText).join("") + notes;
}

function toDoText({ language, toDo }: LanguageStatus): string {
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
  return `\n${language}, to do:\n${lines.join("\n")}\n`;
}
