/** Nothing may be lost: every line that was set must stand on a page. */

import type { Diagnostic } from "../../report/diagnostic.ts";
import type { Leaf, SetLine } from "./leaf.ts";
import type { Sheet } from "./sheet.ts";

/** An error for every paragraph of which a line is on no page. */
export function lostLines(
  leaves: readonly Leaf[],
  notes: readonly SetLine[],
  sheets: readonly Sheet[],
): Diagnostic[] {
  const placed = new Set<SetLine>();
  for (const sheet of sheets) for (const item of sheet.items) if (item.kind === "line") placed.add(item.set);
  const found: Diagnostic[] = [];
  for (const leaf of leaves) {
    const lost = leaf.served === undefined || leaf.served.some((line) => !placed.has(line));
    if (lost) found.push(lineLost(leaf));
  }
  const lostNotes = new Set(notes.filter((line) => !placed.has(line)).map((line) => line.leaf));
  for (const leaf of lostNotes) found.push(lineLost(leaf));
  return found;
}

function lineLost(leaf: Leaf): Diagnostic {
  const text = leaf.spec?.runs.map((run) => run.text).join("") ?? "";
  const start = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const where = leaf.id === undefined ? "" : ` (paragraph ${leaf.id})`;
  return {
    code: "line-lost",
    severity: "error",
    message: `A line of the text that begins "${start}"${where} found no room on any page.`,
    hint: "Its letters may be larger than the page, or the page too small: look at the sizes and margins of the house style.",
    ...(leaf.id === undefined ? {} : { about: leaf.id }),
  };
}
