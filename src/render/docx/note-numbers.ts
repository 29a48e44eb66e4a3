/** Which number a footnote has in Word, and whether Word would print the same mark by itself. */
import { formatNumeral } from "../../document/label.ts";
import type { Context } from "./context.ts";

/** Word's format for the numbers of all footnotes, by the digits of their labels. */
export function noteFormat(context: Context): "decimal" | "hindiNumbers" {
  return context.document.notes.some((n) => /^[\u0660-\u0669]+$/.test(n.label)) ? "hindiNumbers" : "decimal";
}

/**
 * Number of Word's element for a note, given at its first call. A label that Word would count to itself is left to it;
 * any other one (`*`) is written as a mark of its own. Throws when the document has no such note.
 */
export function callNumber(
  context: Context,
  id: string,
): { number: number; automatic: boolean; repeated: boolean } {
  const known = context.notes.get(id);
  if (known) return { ...known, repeated: true };
  const note = context.document.notes.find((n) => n.id === id);
  if (!note) throw new Error(`the document has no footnote ${id}`);
  const counted = [...context.notes.values()].filter((n) => n.automatic).length + 1;
  const numeral = noteFormat(context) === "decimal" ? "decimal" : "arabicIndic";
  const automatic = note.label === formatNumeral(numeral, counted);
  const number = context.notes.size + 1;
  context.notes.set(id, { note, number, automatic });
  return { number, automatic, repeated: false };
}
