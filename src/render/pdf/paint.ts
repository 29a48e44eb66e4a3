/** Paints finished sheets into a PDF: every line inside its element, everything else as an artifact, links on top. */

import type { Inline } from "../../document/tree.ts";
import type { PdfDocument } from "./deep.ts";
import { type Box, drawLine } from "./draw.ts";
import type { Leaf } from "./leaf.ts";
import { leadingNode, linkAnnotation } from "./links.ts";
import type { Spot } from "./outline.ts";
import type { Sheet, SheetLine, SheetStroke } from "./sheet.ts";
import { type Element, inlineElement } from "./structure.ts";
import type { Tags } from "./tags.ts";
import { drawWatermark, type Watermark } from "./watermark.ts";

export interface Canvas {
  doc: PdfDocument;
  tags: Tags;
  /** Points. */
  width: number;
  height: number;
  watermark?: Watermark;
  /** Names that links may lead to. */
  destinations: { has(name: string): boolean };
}

/** Paints all pages and answers where each leaf begins. */
export function paint(canvas: Canvas, sheets: readonly Sheet[]): Map<Leaf, Spot> {
  const { doc, tags, width, height } = canvas;
  const spots = new Map<Leaf, Spot>();
  for (const sheet of sheets) {
    doc.addPage({ size: [width, height], margin: 0 });
    tags.beginPage();
    if (canvas.watermark !== undefined) {
      tags.artifact("watermark");
      drawWatermark(doc, canvas.watermark);
    }
    for (const item of sheet.items) {
      if (item.kind === "stroke") paintStroke(canvas, item);
      else paintLine(canvas, item, spots);
    }
    tags.close();
  }
  return spots;
}

function paintStroke({ doc, tags }: Canvas, stroke: SheetStroke): void {
  tags.artifact("layout");
  const { x1, y1, x2, y2, thickness } = stroke;
  const colour = [0, 2, 4]
    .map((at) => round(Number.parseInt(stroke.colour.slice(at, at + 2), 16) / 255))
    .join(" ");
  doc.addContent(
    `${colour} RG ${round(thickness)} w ${round(x1)} ${round(y1)} m ${round(x2)} ${round(y2)} l S`,
  );
}

function paintLine(canvas: Canvas, item: SheetLine, spots: Map<Leaf, Spot>): void {
  const { doc, tags } = canvas;
  const { leaf, line, index } = item.set;
  const left = item.x + (leaf.dir === "ltr" ? leaf.indentStart : leaf.indentEnd);
  if (line === undefined) {
    const right = item.x + item.width - (leaf.dir === "ltr" ? leaf.indentEnd : leaf.indentStart);
    const y = item.y + item.set.height / 2;
    const { thickness, colour } = leaf.rule ?? { thickness: 0.5, colour: "000000" };
    paintStroke(canvas, { kind: "stroke", x1: left, x2: right, y1: y, y2: y, thickness, colour });
    return;
  }
  const { element } = leaf;
  if (item.artifact !== undefined || element === undefined) {
    tags.artifact(item.artifact ?? "page");
    if (index === 0) paintLabel(doc, item);
    drawLine(doc, line, left, item.y);
    return;
  }
  if (index === 0) {
    if (!spots.has(leaf))
      spots.set(leaf, { page: doc.page.dictionary, left: round(item.x), top: round(canvas.height - item.y) });
    if (leaf.label !== undefined) {
      tags.mark(leaf.labelElement ?? element);
      paintLabel(doc, item);
    }
  }
  const links = new Map<Inline, { element: Element; boxes: Box[] }>();
  drawLine(doc, line, left, item.y, (path, draw, box) => {
    const inner = inlineElement(element, path);
    tags.mark(inner);
    draw();
    const node = leadingNode(path);
    if (node === undefined) return;
    const known = links.get(node);
    if (known !== undefined) known.boxes.push(box);
    else links.set(node, { element: linkOf(element, path, inner), boxes: [box] });
  });
  for (const [node, { element: link, boxes }] of links) annotate(canvas, node, link, boxes);
}

/** The Link element on the way to the innermost one. */
function linkOf(block: Element, path: readonly Inline[], inner: Element): Element {
  const end = path.findIndex((node) => leadingNode([node]) !== undefined);
  return end < 0 ? inner : inlineElement(block, path.slice(0, end + 1));
}

function paintLabel(doc: PdfDocument, item: SheetLine): void {
  const { leaf, line } = item.set;
  const { label } = leaf;
  if (label === undefined || line === undefined) return;
  const left =
    leaf.dir === "ltr" ? item.x + label.offset : item.x + item.width - label.offset - label.line.width;
  drawLine(doc, label.line, left - label.line.x, item.y + line.ascent - label.line.ascent);
}

/** One annotation for boxes that touch; a link torn apart by bidi gets several. */
function annotate(canvas: Canvas, node: Inline, link: Element, boxes: readonly Box[]): void {
  const sorted = [...boxes].sort((a, b) => a.x - b.x);
  const joined: Box[] = [];
  for (const box of sorted) {
    const last = joined[joined.length - 1];
    if (last !== undefined && box.x - (last.x + last.width) < box.height)
      last.width = box.x + box.width - last.x;
    else joined.push({ ...box });
  }
  for (const { x, y, width, height } of joined) {
    const data = linkAnnotation(node, canvas.destinations);
    if (data === undefined) return;
    const Rect = [x, canvas.height - y - height, x + width, canvas.height - y].map(round);
    canvas.tags.annotate(link, { ...data, Rect });
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
