/** Finds the opening words of a paragraph: marked ones at its head, or known ones that nobody marked. */
import type { Paragraph } from "../model/resolution.ts";
import { plainText } from "../text/inline.ts";

/** The marked words at the very beginning of a paragraph, or undefined. */
export function markedOpening(paragraph: Paragraph): string | undefined {
  const first = paragraph.blocks[0];
  if (first?.type !== "text") return undefined;
  const node = first.text.find((n) => n.kind !== "text" || n.text.trim() !== "");
  return node?.kind === "emphasis" && node.role === "opening" ? plainText(node.children).trim() : undefined;
}

/** The longest entry of `lexicon` (longest first) that the paragraph begins with, as the paragraph spells it. */
export function knownOpening(paragraph: Paragraph, lexicon: readonly string[]): string | undefined {
  const first = paragraph.blocks[0];
  if (first?.type !== "text") return undefined;
  const words = plainText(first.text).trimStart();
  const folded = words.toLowerCase();
  const entry = lexicon.find(
    (known) => folded.startsWith(known.toLowerCase()) && !/^[\p{L}\p{M}]/u.test(folded.slice(known.length)),
  );
  return entry === undefined ? undefined : words.slice(0, entry.length);
}
