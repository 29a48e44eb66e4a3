/** The signs of the small writing and where they may open, shared by its reader and its printer. */
import type { Inline } from "./inline.ts";

/** Marks that open and close with the same sign. */
export const toggles: Record<string, { kind: "emphasis" | "strong" | "superscript"; name: string }> = {
  _: { kind: "emphasis", name: "opening words" },
  "*": { kind: "emphasis", name: "a cited title" },
  "~": { kind: "emphasis", name: "emphasis" },
  "**": { kind: "strong", name: "strong words" },
  "^": { kind: "superscript", name: "a superscript" },
};

/** Depth of marks inside marks that is read; deeper ones stay ordinary text. */
export const maxDepth = 24;

/** The sign of a node that opens and closes with the same sign. */
export function signOf(node: Extract<Inline, { kind: "emphasis" | "strong" | "superscript" }>): string {
  if (node.kind === "strong") return "**";
  if (node.kind === "superscript") return "^";
  return node.role === "opening" ? "_" : node.role === "title" ? "*" : "~";
}

/** A node for what stood between two equal signs. */
export function nodeOf(sign: string, children: Inline[]): Inline {
  if (sign === "**") return { kind: "strong", children };
  if (sign === "^") return { kind: "superscript", children };
  return { kind: "emphasis", role: sign === "_" ? "opening" : sign === "*" ? "title" : "plain", children };
}

/** A mark opens before a letter, digit, quotation mark, bracket, money sign or an inverted Spanish mark. */
const opener = /^[\p{L}\p{N}\p{Ps}\p{Pi}\p{Pf}\p{Sc}"'¿¡\\{[]/u;

/** Whether a sign may open before this rest of the text; other signs directly after it are looked through. */
export function opensBefore(rest: string): boolean {
  return opener.test(rest.slice(0, 40).replace(/^[_*~^]+/, ""));
}

/** Whether a backslash before this rest of the text makes its first character ordinary. */
export function escapable(rest: string): boolean {
  return /^[^\p{L}\p{N}\s]/u.test(rest.slice(0, 2));
}

/** `[ltr: `, `[rtl: `, `[auto: `, `[fr: `, `[rtl ar: `: direction, language or both. */
export const isolateStart =
  /^\[(?:(ltr|rtl|auto)(?: ([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*))?|([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)): ?/;

/** The name of an amendment at the start of a tracked change: `{+#am12 words+}`. */
export const changeStart = /^#([A-Za-z0-9.-]+) /;
