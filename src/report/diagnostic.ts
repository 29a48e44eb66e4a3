/** What an author has to mend or to know: plain data, collected and never thrown. */
import type { Code } from "./codes.ts";

/** error: nothing is written; warning: written, and said; info: only said. */
export type Severity = "error" | "warning" | "info";

/** A spot in an author's file. `line` and `column` count from 1; columns count UTF-16 units. */
export interface Place {
  /** Path relative to the project root, with `/`. */
  file: string;
  line: number;
  column: number;
  /** Where in the data, for machines: `["operative", 3, "text"]`. */
  path?: (string | number)[];
}

/** One finding. `message` says what is wrong, `hint` how to mend it, both in the users' words. */
export interface Diagnostic {
  code: Code;
  severity: Severity;
  message: string;
  place?: Place;
  hint?: string;
  /** Id of the text that it speaks of, where the finder knows the text but not the file: the place is put in above it. */
  about?: string;
  /** A fault that a document could be made in spite of, since it prints it as one; the exit code still says it. */
  unmended?: boolean;
}

/** A value with what was found on the way. `value` is absent when an error made it impossible. */
export interface Checked<T> {
  value?: T;
  diagnostics: Diagnostic[];
}

/** True when at least one finding forbids writing. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error");
}
