/** The inline tree: what can stand inside a paragraph, as plain data that survives JSON. */

/** Why a stretch is emphasized; the house decides per script how it looks. */
export type EmphasisRole = "opening" | "title" | "plain";

export type Inline =
  | { kind: "text"; text: string }
  /** `opening`: an opening word or phrase (house-style 1.7); `title`: a title cited in the text. */
  | { kind: "emphasis"; role: EmphasisRole; children: Inline[] }
  | { kind: "strong"; children: Inline[] }
  | { kind: "superscript"; children: Inline[] }
  /** The call of a footnote; its text stands in the notes of the resolution under `id`. */
  | { kind: "note"; id: string }
  /** A cross-reference to a paragraph, printed as the label of that paragraph in the document at hand. */
  | { kind: "ref"; to: string }
  /** A stretch kept apart from the direction around it and, with `lang` (BCP 47), in another language. */
  | { kind: "isolate"; dir: "ltr" | "rtl" | "auto"; lang?: string; children: Inline[] }
  /** Tracked changes; `change` names the amendment, if any. */
  | { kind: "ins"; change?: string; children: Inline[] }
  | { kind: "del"; change?: string; children: Inline[] };

/** The inline tree of one text. */
export type InlineText = Inline[];

/** The words of an inline tree without marks; notes vanish, references become their id in brackets. */
export function plainText(nodes: readonly Inline[]): string {
  let out = "";
  for (const node of nodes) {
    if (node.kind === "text") out += node.text;
    else if (node.kind === "ref") out += `[${node.to}]`;
    else if (node.kind !== "note") out += plainText(node.children);
  }
  return out;
}
