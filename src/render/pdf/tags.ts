/**
 * Writes the structure tree and marks content on pages (ISO 32000-1, 14.6-14.8). Ours instead of pdfkit's: content of
 * one link may lie on two pages, notes need an IDTree, and nothing has to be ended in a certain order.
 */

import type { PdfDocument, PdfRef } from "./deep.ts";
import { type Element, isElement, prune } from "./structure.ts";

/** What an artifact is (ISO 32000-1, 14.8.2.2). */
export type ArtifactKind = "header" | "footer" | "watermark" | "layout" | "page";

const artifacts: Record<ArtifactKind, string> = {
  header: "<< /Type /Pagination /Subtype /Header >>",
  footer: "<< /Type /Pagination /Subtype /Footer >>",
  watermark: "<< /Type /Pagination /Subtype /Watermark >>",
  layout: "<< /Type /Layout >>",
  page: "<< /Type /Page >>",
};

/** Roles that the standard does not know. */
const roleMap = { Ins: "Span", Del: "Span" };

/** pdfkit prints a bare string as a name and a String object as a text string. */
export function textString(text: string): object {
  return Object(text);
}

export class Tags {
  readonly #doc: PdfDocument;
  readonly #root: Element;
  readonly #pages: PdfRef[] = [];
  /** By page: the element of each marked-content id. */
  readonly #marked: Element[][] = [];
  #open: Element | ArtifactKind | undefined;
  readonly #annotations: { key: number; element: Element }[] = [];

  constructor(doc: PdfDocument, root: Element) {
    this.#doc = doc;
    this.#root = root;
  }

  /** Call after each new page. */
  beginPage(): void {
    const { dictionary } = this.#doc.page;
    dictionary.data.StructParents = this.#pages.length;
    dictionary.data.Tabs = "S";
    this.#pages.push(dictionary);
    this.#marked.push([]);
  }

  /** What is drawn from here on belongs to an element, until `close` or another element or artifact. */
  mark(element: Element): void {
    if (this.#open === element) return;
    this.close();
    const page = this.#pages.length - 1;
    const marked = this.#marked[page];
    if (marked === undefined) throw new Error("marked content before the first page");
    const mcid = marked.push(element) - 1;
    element.kids.push({ page, mcid });
    this.#doc.addContent(`/${element.role} << /MCID ${mcid} >> BDC`);
    this.#open = element;
  }

  /** What is drawn from here on is skipped by a screen reader. */
  artifact(kind: ArtifactKind): void {
    if (this.#open === kind) return;
    this.close();
    this.#doc.addContent(`/Artifact ${artifacts[kind]} BDC`);
    this.#open = kind;
  }

  /** Call before each new page and before the end. */
  close(): void {
    if (this.#open !== undefined) this.#doc.addContent("EMC");
    this.#open = undefined;
  }

  /** Puts an annotation on the current page and under its element. `data` without Type, Rect holds from the page's foot. */
  annotate(element: Element, data: Record<string, unknown>): void {
    const page = this.#pages.length - 1;
    const dictionary = this.#pages[page];
    if (dictionary === undefined) return;
    // Keys of annotations come after those of the pages, whose number is known only at the end.
    const annotation = this.#doc.ref({ Type: "Annot", ...data });
    const annots = Array.isArray(dictionary.data.Annots) ? dictionary.data.Annots : [];
    annots.push(annotation);
    dictionary.data.Annots = annots;
    this.#annotations.push({ key: this.#annotations.length, element });
    annotation.data.StructParent = annotationKey(this.#annotations.length - 1);
    annotation.end();
    element.kids.push({ page, annotation });
  }

  /** Writes the tree into the catalog. Call once, before the document ends. */
  finish(): void {
    prune(this.#root);
    const refs = new Map<Element, PdfRef>();
    const tree = this.#doc.ref({ Type: "StructTreeRoot", RoleMap: roleMap });
    const notes: [string, PdfRef][] = [];
    const write = (element: Element, parent: PdfRef): PdfRef => {
      const ref = this.#doc.ref({ Type: "StructElem", S: element.role, P: parent });
      refs.set(element, ref);
      if (element.lang !== undefined) ref.data.Lang = textString(element.lang);
      if (element.id !== undefined) {
        ref.data.ID = textString(element.id);
        notes.push([element.id, ref]);
      }
      const attributes = attributesOf(element);
      if (attributes !== undefined) ref.data.A = attributes;
      const own = element.kids.find((kid) => !isElement(kid));
      const page = own === undefined || isElement(own) ? undefined : own.page;
      if (page !== undefined) ref.data.Pg = this.#pages[page];
      ref.data.K = element.kids.map((kid) => {
        if (isElement(kid)) return write(kid, ref);
        const Pg = this.#pages[kid.page];
        if ("annotation" in kid) return { Type: "OBJR", Obj: kid.annotation, Pg };
        return kid.page === page ? kid.mcid : { Type: "MCR", Pg, MCID: kid.mcid };
      });
      ref.end();
      return ref;
    };
    tree.data.K = [write(this.#root, tree)];
    const numbers: unknown[] = [];
    this.#marked.forEach((elements, page) => {
      numbers.push(
        page,
        elements.map((element) => refs.get(element) ?? null),
      );
    });
    for (const { key, element } of this.#annotations)
      numbers.push(annotationKey(key), refs.get(element) ?? null);
    tree.data.ParentTree = { Nums: numbers };
    tree.data.ParentTreeNextKey = annotationKey(this.#annotations.length);
    if (notes.length > 0) {
      notes.sort(([a], [b]) => (a < b ? -1 : 1));
      tree.data.IDTree = { Names: notes.flatMap(([id, ref]) => [textString(id), ref]) };
    }
    // pdfkit ends both when the document ends.
    this.#doc._root.data.StructTreeRoot = tree;
    this.#doc._root.data.MarkInfo = this.#doc.ref({ Marked: true });
  }
}

/** Keys of pages are their numbers; no document has so many pages. */
function annotationKey(index: number): number {
  return 1_000_000 + index;
}

function attributesOf(element: Element): object | undefined {
  if (element.role === "L") return { O: "List", ListNumbering: element.numbering ?? "Decimal" };
  const table: Record<string, unknown> = {};
  if (element.scope !== undefined) table.Scope = element.scope;
  if (element.span !== undefined && element.span > 1) table.ColSpan = element.span;
  return Object.keys(table).length === 0 ? undefined : { O: "Table", ...table };
}
