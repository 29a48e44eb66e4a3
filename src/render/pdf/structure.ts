/** The semantic tree of a document, built in logical order beside the layout: what a screen reader is told. */

import type { Inline } from "../../document/tree.ts";
import type { PdfRef } from "./deep.ts";
import type { TagPath } from "./line.ts";

/** Standard structure types (ISO 32000-1, 14.8.4), and two of ours that `tags.ts` maps to Span. */
export type Role =
  | "Document"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Note"
  | "Reference"
  | "Link"
  | "Span"
  | "Ins"
  | "Del";

/** Marked content of a page (from 0), or an annotation on it. */
export type Content = { page: number; mcid: number } | { page: number; annotation: PdfRef };
export type Kid = Element | Content;

export interface Element {
  role: Role;
  kids: Kid[];
  /** BCP 47, where it differs from the parent's. */
  lang?: string;
  /** Unique in the document; needed by notes (ISO 14289-1, 7.9). */
  id?: string;
  scope?: "Column" | "Row";
  /** How a list counts (ISO 32000-1, 14.8.5.5); Decimal when absent. */
  numbering?: "Decimal" | "LowerAlpha" | "LowerRoman" | "Disc";
  /** Columns that a cell spans, when more than one. */
  span?: number;
  /** Inline elements by the node that asked for them, so that a link over two lines is one element. */
  inline?: Map<Inline, Element>;
}

export function isElement(kid: Kid): kid is Element {
  return "role" in kid;
}

/** A new last child. */
export function child(parent: Element, role: Role, lang?: string): Element {
  const element: Element = lang === undefined ? { role, kids: [] } : { role, kids: [], lang };
  parent.kids.push(element);
  return element;
}

/** The element for a run of text: its paragraph's, or one inside it for a link, a note call, a change, a language. */
export function inlineElement(block: Element, path: TagPath): Element {
  let at = block;
  for (const node of path) {
    const role = roleOf(node);
    if (role === undefined) continue;
    at.inline ??= new Map();
    let next = at.inline.get(node);
    if (next === undefined) {
      next = child(at, role, node.kind === "isolate" ? node.lang : undefined);
      at.inline.set(node, next);
      // A note call is a reference whose words are the link.
      if (node.kind === "call") next.inline = new Map([[node, child(next, "Link")]]);
    }
    at = next;
    if (node.kind === "call") at = next.inline?.get(node) ?? next;
  }
  return at;
}

function roleOf(node: Inline): Role | undefined {
  switch (node.kind) {
    case "ins":
      return "Ins";
    case "del":
      return "Del";
    case "link":
    case "ref":
      return "Link";
    case "call":
      return "Reference";
    case "isolate":
      return node.lang === undefined ? undefined : "Span";
    default:
      return undefined;
  }
}

/** Takes away what stayed empty (a paragraph without words, a list without items), but never a cell of a table. */
export function prune(element: Element): boolean {
  element.kids = element.kids.filter((kid) => !isElement(kid) || prune(kid));
  return (
    element.kids.length > 0 || element.role === "TD" || element.role === "TH" || element.role === "Document"
  );
}
