/** The way of one document through the press: define, lay out, furnish, mirror, check, paint, write. */

import type { HouseStyle } from "../../document/house.ts";
import { formatNumeral } from "../../document/label.ts";
import type { LineRecord } from "../../document/line-record.ts";
import type { Document } from "../../document/tree.ts";
import { type Checked, hasErrors } from "../../report/diagnostic.ts";
import { lostLines } from "./conservation.ts";
import { openPdf, type PdfDocument } from "./deep.ts";
import { define } from "./definition.ts";
import { Feet } from "./feet.ts";
import { beyondMargins, furnish, type PageFrame, textWidth } from "./furniture.ts";
import { loadHyphens } from "./hyphenate.ts";
import { HouseLayout } from "./kernel/layout.ts";
import { languagesOf } from "./languages.ts";
import type { Fonts } from "./line.ts";
import { countedLeaves, countLines, printNumbers, recall } from "./line-numbers.ts";
import { noteName } from "./links.ts";
import { changeBars } from "./margin.ts";
import { identify, infoOf, writeMetadata } from "./metadata.ts";
import { mirror } from "./mirror.ts";
import { type Spot, writeDestinations, writeOutline } from "./outline.ts";
import { paint } from "./paint.ts";
import type { Setting } from "./paragraph.ts";
import { type Sheet, sheetsOf } from "./sheet.ts";
import { lookBook, mm } from "./style.ts";
import { Tags } from "./tags.ts";
import { setWatermark } from "./watermark.ts";

export interface PrintOptions {
  compress?: boolean;
  /** Prints every so many lines a number in the margin. */
  lineNumbers?: number;
  /** The lines of the issued document: they and their numbers are printed again, where numbers are asked for. */
  lines?: LineRecord;
}

/** Points between text and notes: space, the short rule, space. */
const separator = { above: 10, below: 5, length: 144, thickness: 0.5 };
/** Share of a page that notes may take where they only continue. */
const mostNotes = 0.7;

export interface Printed {
  bytes: Uint8Array;
  pages: number;
  /** Which line is which, where lines are numbered. */
  lines?: LineRecord;
}

/** Lays a document out and writes it; the diagnostics are about lines that found no place or not their old one. */
export async function printDocument(
  document: Document,
  house: HouseStyle,
  fonts: Fonts,
  options: PrintOptions,
): Promise<Checked<Printed>> {
  const frame = frameOf(house);
  const hyphens = await loadHyphens(languagesOf(document));
  const { lang, dir } = document;
  const setting: Setting = { house, fonts, hyphens, look: lookBook(house), lang, dir };
  const height = frame.height - frame.margins.top - frame.margins.bottom;
  const definition = define(document, setting, { width: textWidth(frame), height });

  const every = Math.floor(options.lineNumbers ?? 0);
  const counted = countedLeaves(every > 0 ? definition.leaves : []);
  const changed = every > 0 && options.lines ? recall(options.lines, counted) : [];
  if (hasErrors(changed)) return { diagnostics: changed };

  const feet = new Feet({
    note: (id) => definition.notes.lines(id),
    separator: separator.above + separator.thickness + separator.below,
    most: height * mostNotes,
  });
  const beyond = [document.first, document.rest].map((furniture) => beyondMargins(furniture, setting, frame));
  const extra = (page: number) => beyond[page === 0 ? 0 : 1] ?? { top: 0, bottom: 0 };
  const layout = new HouseLayout({ width: frame.width, height: frame.height }, frame.margins, feet, extra);
  const pages = layout.layoutDocument(definition.content, undefined, {}, {});
  layout.finishNotes();

  const sheets = sheetsOf(pages);
  sheets.forEach((sheet, page) => {
    printNotes(sheet, page, feet, frame, frame.height - frame.margins.bottom - extra(page).bottom);
    changeBars(sheet, frame.margins.left);
  });
  const called = definition.notes.called();
  const noteLines = called.flatMap((id) => (definition.notes.lines(id) ?? []).map(({ set }) => set));
  const diagnostics = lostLines(definition.leaves, noteLines, sheets);

  const print = numberPrinter(document);
  let lines: LineRecord | undefined;
  if (every > 0) {
    lines = options.lines ?? countLines(sheets, counted, lang);
    const place = { left: frame.margins.left, every, ...setting, print };
    diagnostics.push(...printNumbers(sheets, lines, counted, place));
  }
  sheets.forEach((sheet, page) => {
    const numbered = { ...setting, page: print(page + 1), pages: print(sheets.length) };
    furnish(sheet, page === 0 ? document.first : document.rest, numbered, frame);
    if (document.dir === "rtl") mirror(sheet, frame.width);
  });

  const doc = openPdf({ compress: options.compress ?? true, lang: document.lang, info: infoOf(document) });
  const bytes = collect(doc);
  // Numbers that are printed again are the same document as those that were counted.
  identify(doc, JSON.stringify([document, house, options.compress, every, lines]));
  const tags = new Tags(doc, definition.structure);
  const names = new Set<string>();
  for (const leaf of definition.leaves) if (leaf.id !== undefined) names.add(leaf.id);
  for (const id of called) names.add(noteName(id));
  const watermark = document.meta.watermark
    ? setWatermark(document.meta.watermark, document.lang, document.dir, fonts)
    : undefined;
  const spots = paint(
    {
      doc,
      tags,
      width: frame.width,
      height: frame.height,
      destinations: names,
      ...(watermark ? { watermark } : {}),
    },
    sheets,
  );
  writeOutline(doc, definition.bookmarks, spots);
  const places = new Map<string, Spot>();
  for (const [leaf, spot] of spots)
    if (leaf.id !== undefined && !places.has(leaf.id)) places.set(leaf.id, spot);
  writeDestinations(doc, places);
  tags.finish();
  writeMetadata(doc, document);
  doc.end();
  return { value: { bytes: await bytes, pages: sheets.length, ...(lines ? { lines } : {}) }, diagnostics };
}

function frameOf(house: HouseStyle): PageFrame {
  const { width, height, margins, headerDistance, footerDistance } = house.page;
  return {
    width: width * mm,
    height: height * mm,
    margins: {
      top: margins.top * mm,
      bottom: margins.bottom * mm,
      left: margins.start * mm,
      right: margins.end * mm,
    },
    headerDistance: headerDistance * mm,
    footerDistance: footerDistance * mm,
  };
}

/** Puts the notes of a page above its bottom, under a short rule. */
function printNotes(sheet: Sheet, page: number, feet: Feet, frame: PageFrame, bottom: number): void {
  const lines = feet.lines(page);
  if (lines.length === 0) return;
  const { left } = frame.margins;
  let y = bottom - feet.height(page) + separator.above;
  sheet.items.push({
    kind: "stroke",
    x1: left,
    x2: left + separator.length,
    y1: y,
    y2: y,
    thickness: separator.thickness,
    colour: "000000",
  });
  y += separator.thickness + separator.below;
  for (const { set, before } of lines) {
    y += before;
    sheet.items.push({ kind: "line", set, x: left, y, width: textWidth(frame) });
    y += set.height;
  }
}

/** Numbers of pages and lines in the digits that the document's first list counts with. */
function numberPrinter(document: Document): (n: number) => string {
  const numeral = document.numbering[0]?.levels[0]?.numeral;
  return (n) => formatNumeral(numeral === "arabicIndic" ? numeral : "decimal", n);
}

function collect(doc: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((done, failed) => {
    doc.on("data", (chunk) => chunks.push(chunk));
    doc.on("end", () => done(joined(chunks)));
    doc.on("error", failed);
  });
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
