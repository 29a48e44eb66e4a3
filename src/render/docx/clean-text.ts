/** Keeps out of a file what XML cannot hold, and says so. */
import type { Context } from "./context.ts";

/** A high surrogate without its low one, or the other way round. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The same text; characters that no XML file may hold are replaced by U+FFFD with a finding each time. */
export function cleanText(context: Context, text: string): string {
  const flat = text.replace(/\r\n?|\n/g, " ");
  if (!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(flat) && !halves.test(flat)) return flat;
  const excerpt = flat.replace(/[^\P{C}\s]/gu, "").slice(0, 40);
  if (halves.test(flat)) {
    context.diagnostics.push({
      code: "lone-surrogate",
      severity: "error",
      message: `Half a character stands in "${excerpt}".`,
      hint: "Type the character again; it was cut in two on its way here.",
    });
  }
  const clean = flat
    .replace(new RegExp(halves, "g"), "\ufffd")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (c) => {
      const code = c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      context.diagnostics.push({
        code: "control-character",
        severity: "error",
        message: `The character U+${code} in "${excerpt}" cannot stand in a document.`,
        hint: "Delete it; it does not show in most editors, so that it is easiest to type the words around it again.",
      });
      return "\ufffd";
    });
  return clean;
}
