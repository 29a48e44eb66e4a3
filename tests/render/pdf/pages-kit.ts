/** Reads a PDF back with pdf.js: words with their places, structure, outline. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Document } from "../../../src/document/tree.ts";
import { createPress, type PrintOptions } from "../../../src/render/pdf/index.ts";
import { sampleFont, sampleHouse } from "./sample.ts";

export const press = createPress(sampleFont);

/** Prints and reads back; fails with the diagnostics when nothing was made. */
export async function printed(document: Document, options: PrintOptions = {}, house = sampleHouse()) {
  const made = await press.print(document, house, options);
  if (made.value === undefined) throw new Error(made.diagnostics.map(({ message }) => message).join("\n"));
  return { ...made.value, diagnostics: made.diagnostics, pdf: await open(made.value.bytes) };
}

export function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
}

/** A stretch of text on a page; points from the left and from the bottom. */
export interface Stretch {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export async function stretches(pdf: PDFDocumentProxy, page: number): Promise<Stretch[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.flatMap((item) =>
    "str" in item && item.str.trim() !== ""
      ? [
          {
            text: item.str,
            x: item.transform[4] as number,
            y: item.transform[5] as number,
            width: item.width,
            size: Math.abs(item.transform[3] as number),
          },
        ]
      : [],
  );
}

/** All text of a page in the order of the file, white space collapsed. */
export async function textOf(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  const parts = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""));
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** All letters and signs of a document without spaces, and without the hyphens that were put in at line ends. */
export async function lettersOf(pdf: PDFDocumentProxy): Promise<string> {
  return (await wordsOf(pdf)).replace(/[\s\u00ad]/g, "");
}

/** Words of a whole document. */
export async function wordsOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) pages.push(await textOf(pdf, page));
  return pages.join(" ");
}

interface StructNode {
  role?: string;
  children?: StructNode[];
}

/** Roles of a page's structure, depth first. */
export async function rolesOf(pdf: PDFDocumentProxy, page: number): Promise<string[]> {
  const roles: string[] = [];
  const walk = (node: StructNode): void => {
    if (node.role !== undefined) roles.push(node.role);
    for (const child of node.children ?? []) walk(child);
  };
  const tree = await (await pdf.getPage(page)).getStructTree();
  if (tree !== null) walk(tree as StructNode);
  return roles;
}
