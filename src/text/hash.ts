/** The fingerprint of a text, by which a translation knows what it was made from. */
import { createHash } from "node:crypto";
import type { InlineText } from "./inline.ts";
import { printInline } from "./print-inline.ts";

/** First 16 hex digits of the SHA-256 of the text in its normal form, printed and in UTF-8. */
export function textHash(text: InlineText): string {
  return createHash("sha256").update(printInline(text), "utf8").digest("hex").slice(0, 16);
}

/** The same for several texts together, each under its key; their order does not count. */
export function textsHash(texts: Iterable<readonly [key: string, text: InlineText]>): string {
  const lines = [...texts].map(([key, text]) => `${key}\0${printInline(text)}\0`).sort();
  return createHash("sha256").update(lines.join(""), "utf8").digest("hex").slice(0, 16);
}
