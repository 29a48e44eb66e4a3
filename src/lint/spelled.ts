/** The stretches of a text as they are spelled, for rules that look at signs. */
import type { Inline } from "../text/inline.ts";

/**
 * The words of a text with a sign for what is no words: references and note calls become U+FFFC. Stretches kept apart
 * (symbols, other languages) and deleted words become U+FFFC too when `apart` says so.
 */
export function spelled(nodes: readonly Inline[], apart = false): string {
  let out = "";
  for (const node of nodes) {
    if (node.kind === "text") out += node.text;
    else if (node.kind === "ref" || node.kind === "note") out += "\uFFFC";
    else if (apart && (node.kind === "isolate" || node.kind === "del")) out += "\uFFFC";
    else out += spelled(node.children, apart);
  }
  return out;
}

/** The words around `index`, for messages. */
export function around(text: string, index: number): string {
  const from = text.lastIndexOf(" ", Math.max(0, index - 12)) + 1;
  const end = text.indexOf(" ", index + 12);
  return text
    .slice(from, end < 0 ? undefined : end)
    .replaceAll("\uFFFC", "")
    .trim();
}
