/** Prints diagnostics for people: sorted by file and line, grouped by file, with a source excerpt where wanted. */
import type { Diagnostic, Severity } from "./diagnostic.ts";

/** What a stretch of the printed report is, for whoever colours it. */
export type Tone = Severity | "place" | "quiet";

export interface PrintOptions {
  /** Colours a stretch; absent: plain text. */
  paint?: (tone: Tone, text: string) => string;
  /** The text of a file for the excerpt under a finding; absent: no excerpts. */
  source?: (file: string) => string | undefined;
}

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
/** UTF-16 units of source shown on each side of the caret. */
const reach = 60;

/** By file (code points), line and column; findings without a place last; errors before warnings at one spot. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    if (!a.place || !b.place)
      return Number(!a.place) - Number(!b.place) || weight[a.severity] - weight[b.severity];
    if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
    return (
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      weight[a.severity] - weight[b.severity]
    );
  });
}

/** Leaves out what says the same about the same spot again, as every language of a work does; keeps the order. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((d) => {
    const key = JSON.stringify([d.code, d.message, d.place?.file, d.place?.line, d.place?.column]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The whole report, ending with a line feed; empty when there is nothing to say. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions = {}): string {
  const paint = options.paint ?? ((_tone: Tone, text: string) => text);
  const sources = new Map<string, string[] | undefined>();
  const linesOf = (file: string): string[] | undefined => {
    if (!sources.has(file)) sources.set(file, options.source?.(file)?.split(/\r\n|\n|\r/));
    return sources.get(file);
  };
  let out = "";
  let before: string | undefined;
  for (const d of sortDiagnostics(diagnostics)) {
    const file = d.place?.file ?? "";
    if (before !== undefined && before !== file) out += "\n";
    before = file;
    const place = d.place ? `${visible(d.place.file)}:${d.place.line}:${d.place.column}: ` : "";
    out += `${paint("place", place)}${paint(d.severity, `${d.severity}:`)} ${visible(d.message)} ${paint("quiet", `[${d.code}]`)}\n`;
    const line = d.place ? linesOf(d.place.file)?.[d.place.line - 1] : undefined;
    if (d.place && line !== undefined) {
      for (const row of excerpt(line, d.place.line, d.place.column)) out += `${paint("quiet", row)}\n`;
    }
    if (d.hint) out += `  ${paint("quiet", "hint:")} ${visible(d.hint)}\n`;
  }
  return out;
}

/** `2 errors, 1 warning`; empty when there are no findings. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((d) => d.severity === severity).length;
  const parts: string[] = [];
  for (const [severity, one, many] of [
    ["error", "error", "errors"],
    ["warning", "warning", "warnings"],
    ["info", "remark", "remarks"],
  ] as const) {
    const n = count(severity);
    if (n > 0) parts.push(`${n} ${n === 1 ? one : many}`);
  }
  return parts.join(", ");
}

/** The source line with its number, and a caret under the column (1-based, UTF-16 units). */
function excerpt(line: string, number: number, column: number): string[] {
  const at = Math.min(column - 1, line.length);
  const from = Math.max(0, at - reach);
  const to = Math.min(line.length, at + reach);
  const head = `${from > 0 ? "…" : ""}${visible(line.slice(from, at))}`;
  const shown = `${head}${visible(line.slice(at, to))}${to < line.length ? "…" : ""}`;
  const gutter = `  ${number} | `;
  return [`${gutter}${shown}`, `${" ".repeat(gutter.length - 2)}| ${padding(head)}^`];
}

/** White space as wide as `text` on a terminal: wide letters take two cells, combining marks none. */
function padding(text: string): string {
  let out = "";
  for (const sign of text) {
    if (sign === "\t") out += "\t";
    else if (/\p{M}/u.test(sign)) continue;
    else
      out +=
        /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
          sign,
        )
          ? "  "
          : " ";
  }
  return out;
}

/** Control and direction signs as `<U+001B>`, so that no file can command a terminal or turn a line round. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
}
