/** What a document says by its page tree, and what its PDF says to a reader that knows nothing of us: letters in order. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Block, Document, Inline } from "../../../src/document/tree.ts";

/** Letters, digits and signs alone: no spaces, no hyphens of cut words, no invisible marks, no dots between numbers and text. */
export function bare(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
}

/** Empty when both are the same; else where they part, short enough to read. */
export function differenceOf(found: string, source: string): string {
  if (found === source) return "";
  let at = 0;
  while (found.charAt(at) === source.charAt(at)) at++;
  const near = (text: string) => text.slice(Math.max(0, at - 20), at + 30);
  return `after ${at} signs: "${near(found)}" in place of "${near(source)}"`;
}

export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      if (node.kind === "ref" || node.kind === "call") return node.label;
      return "children" in node ? inlineText(node.children) : " ";
    })
    .join("");
}

/** Blocks in printed order, labels included. */
export function blockText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "columns") return block.columns.map((column) => blockText(column.blocks)).join(" ");
      if (block.kind === "table")
        return block.rows.flatMap((row) => row.cells.map((cell) => blockText(cell.blocks))).join(" ");
      if (block.kind === "item") return `${block.label} ${inlineText(block.inline)}`;
      return "inline" in block ? inlineText(block.inline) : "";
    })
    .join(" ");
}

/** Notes in the order of their first calls. */
export function notesText(document: Document): string {
  const calls = [...JSON.stringify(document.body).matchAll(/"kind":"call","id":"([^"]*)"/g)].map(
    ([, id]) => id,
  );
  const notes = [...document.notes].sort((a, b) => calls.indexOf(a.id) - calls.indexOf(b.id));
  return notes.map(({ label, blocks }) => `${label} ${blockText(blocks)}`).join(" ");
}

export interface StructNode {
  role?: string;
  id?: string;
  children?: StructNode[];
}

/** Running text and notes of all pages as pdf.js copies them, without furniture and whatever else is an artifact. */
export async function saidOnPages(pdf: PDFDocumentProxy): Promise<{ text: string; notes: string }> {
  let text = "";
  let notes = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const inNote = new Set<string>();
    const walk = (node: StructNode, note: boolean): void => {
      if (node.id !== undefined && note) inNote.add(node.id);
      for (const child of node.children ?? []) walk(child, note || node.role === "Note");
    };
    walk(((await page.getStructTree()) ?? {}) as StructNode, false);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: ("artifact" | "text" | "note")[] = [];
    for (const item of items) {
      if ("str" in item) {
        if (open.includes("artifact")) continue;
        if (open.includes("note")) notes += ` ${item.str}`;
        else text += ` ${item.str}`;
      } else if (item.type === "endMarkedContent") open.pop();
      else if ("tag" in item && item.tag === "Artifact") open.push("artifact");
      else open.push(inNote.has(item.id ?? "") ? "note" : "text");
    }
  }
  return { text, notes };
}
