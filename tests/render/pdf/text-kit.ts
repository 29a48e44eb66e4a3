/** What the tests of setting text share: the fonts of the house, short ways to runs and lines, and reading a PDF back. */
import PDFDocument from "pdfkit";
import type { HouseStyle } from "../../../src/document/house.ts";
import type { Inline } from "../../../src/document/tree.ts";
import { breakParagraph } from "../../../src/render/pdf/breaker.ts";
import { drawLine } from "../../../src/render/pdf/draw.ts";
import type { PdfDocument } from "../../../src/render/pdf/embed.ts";
import { createTypecase } from "../../../src/render/pdf/fonts.ts";
import type { Hyphens, Line, ParagraphSpec } from "../../../src/render/pdf/line.ts";
import { flattenInline } from "../../../src/render/pdf/runs.ts";
import { sampleFont, sampleHouse } from "./sample.ts";

const real = sampleHouse();
const { files } = real.fonts.han;
const absent = Object.fromEntries(Object.keys(files).map((key) => [key, "absent.ttf"])) as typeof files;

/** The house of the IPU where the font for Chinese is not installed, whether it is or not. */
export const house: HouseStyle = {
  ...real,
  fonts: { ...real.fonts, han: { ...real.fonts.han, files: absent } },
};

export const typecase = createTypecase(sampleFont);

/** The fonts for Chinese, where the optional package is installed. */
export const chinese = typecase.missing(real).length === 0 ? typecase.fonts(real) : undefined;

export const fonts = typecase.fonts(house);

export const text = (words: string): Inline => ({ kind: "text", text: words });

export interface Setting extends Partial<Omit<ParagraphSpec, "runs">> {
  size?: number;
  hyphens?: Hyphens;
}

/** Lines of a paragraph; English, justified, 200 points wide, unless said otherwise. */
export function set(inline: Inline[] | string, setting: Setting = {}): Line[] {
  return breakParagraph(specOf(inline, setting));
}

export function specOf(inline: Inline[] | string, setting: Setting = {}): ParagraphSpec {
  const { size = 10, ...rest } = setting;
  const lang = setting.lang ?? "en-GB";
  const nodes = typeof inline === "string" ? [text(inline)] : inline;
  const runs = flattenInline(nodes, { house, lang, style: { size } });
  return { runs, fonts, dir: "ltr", lang, measure: 200, align: "justify", leading: 12, ...rest };
}

/** What the characters of a paragraph are, all runs joined. */
export function sourceOf(spec: ParagraphSpec): string {
  return spec.runs.map((run) => run.text).join("");
}

/** The characters of a line as the eye meets them from left to right. */
export function seen(line: Line): string {
  return line.pieces.flatMap((piece) => piece.shape.glyphs.map((glyph) => glyph.text)).join("");
}

/** A PDF with the lines one below the other, uncompressed and without a clock. */
export async function pdfOf(lines: readonly Line[]): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: "A4", compress: false, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.on("end", resolve));
  let y = 40;
  for (const line of lines) {
    drawLine(doc as unknown as PdfDocument, line, 60, y);
    y += line.height;
  }
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * The text of a PDF's pages as pdf.js copies it out, lines separated by "\n". Where it jumps back on a line (from Arabic
 * to a Latin word) it gives two items and forgets the space between them: we put it back where the page shows a gap.
 */
export async function copiedOut(pdf: Uint8Array): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  let out = "";
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    let before: { x: number; end: number } | undefined;
    for (const item of content.items) {
      if (!("str" in item)) continue;
      const x: number = item.transform[4];
      const end = x + item.width;
      if (before !== undefined && item.str.trim() !== "" && Math.max(x - before.end, before.x - end) > 1)
        out += " ";
      out += item.str + (item.hasEOL ? "\n" : "");
      before = item.hasEOL ? undefined : item.str === "" ? before : { x, end };
    }
    out += "\n";
  }
  await task.destroy();
  return out;
}

/** Without what lines add: line ends, hyphens of cut words, invisible marks; pdf.js puts a space before a word's last mark. */
export function joined(copied: string): string {
  return copied
    .replace(/\s+(?=[\u064b-\u0652])/g, "")
    .replace(/\u00ad\s*/g, "")
    .replace(/[\u2066-\u2069\u200b\u2060]/g, "")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}
