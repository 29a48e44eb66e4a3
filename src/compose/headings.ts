/** Names of the parts of a text: annexes, and what the outline calls preamble and operative part. */
import { type InlineText, plainText } from "../text/inline.ts";
import type { Setting } from "./setting.ts";

/** `Annex II`, or `Annex` where there is one only. `index` counts from 0. */
export function annexHeading(index: number, { locale, resolution }: Setting): InlineText {
  if (resolution.annexes.length === 1) return locale.phrase("annex.only");
  return locale.phrase("annex.numbered", { number: locale.annexNumber(index + 1) });
}

/** Name of a part in the outline; a text with one part only needs none. */
export function outlineName(part: "preamble" | "operative", { locale, resolution }: Setting): string {
  if (resolution.preambular.length === 0 || resolution.operative.length === 0) return "";
  return plainText(locale.phrase(`outline.${part}`));
}
