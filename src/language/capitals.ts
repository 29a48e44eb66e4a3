/** Capitals by a language's policy on accents (house-style 1.4: French drops them, Spanish keeps them). */
import type { InlineText } from "../text/inline.ts";

export interface CapitalsPolicy {
  accents: "keep" | "drop";
  /** Letters whose capital is special, and which `drop` leaves alone. */
  exceptions: ReadonlyMap<string, string>;
}

/** The text in capitals. Letters only: the rest stays. */
export function capitals(text: string, policy: CapitalsPolicy): string {
  let out = "";
  for (const letter of text.normalize("NFC"))
    out += policy.exceptions.get(letter) ?? plain(letter.toUpperCase(), policy);
  return out;
}

function plain(letter: string, policy: CapitalsPolicy): string {
  if (policy.accents === "keep" || letter < "\u0080") return letter;
  for (const capital of policy.exceptions.values()) if (capital === letter) return letter;
  return letter.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

/** A tree in capitals, except raised stretches (122nd) and stretches kept apart (symbols, other languages). */
export function capitalTree(tree: InlineText, policy: CapitalsPolicy): InlineText {
  return tree.map((node) => {
    if (node.kind === "text") return { ...node, text: capitals(node.text, policy) };
    if (node.kind === "note" || node.kind === "ref" || node.kind === "superscript" || node.kind === "isolate")
      return node;
    return { ...node, children: capitalTree(node.children, policy) };
  });
}
