/** The one door to pdfmake's inner modules and to pdfkit; its contract test fails loudly when an upgrade moves a hook. */

import PDFKit from "pdfkit";
import documentContext, { type DocumentContext } from "pdfmake/js/DocumentContext.js";
import layoutBuilder from "pdfmake/js/LayoutBuilder.js";
import kernelLine from "pdfmake/js/Line.js";
import pageElementWriter from "pdfmake/js/PageElementWriter.js";
import tableProcessor from "pdfmake/js/TableProcessor.js";

export type { KernelPage } from "pdfmake/js/DocumentContext.js";
export type { KernelLine, KernelNode } from "pdfmake/js/LayoutBuilder.js";
export type { Fragment } from "pdfmake/js/PageElementWriter.js";

/** Node hands over the CommonJS module with its class under `default`; bundlers and test runners may unwrap it. */
function classOf<T>(module: { default: T }): T {
  return "default" in module ? module.default : (module as T);
}

export const LayoutBuilder = classOf(layoutBuilder);
export const PageElementWriter = classOf(pageElementWriter);
export const Context = classOf(documentContext);
export type Context = DocumentContext;
export const TableProcessor = classOf(tableProcessor);
export const KernelLineBase = classOf(kernelLine);

/** A reference to an object of the file; `data` is its dictionary until `end` writes it. */
export interface PdfRef {
  id: number;
  data: Record<string, unknown>;
  compress: boolean;
  write(chunk: string | Uint8Array): void;
  end(chunk?: Uint8Array): void;
}

/** The part of a pdfkit document that we use: objects, pages, raw content. */
export interface PdfDocument {
  readonly page: { dictionary: PdfRef; fonts: Record<string, PdfRef>; width: number; height: number };
  readonly _root: PdfRef;
  /** The two equal halves of the file's identity. */
  _id: Uint8Array;
  /** Fonts by any name; `end` finalizes each. */
  _fontFamilies: Record<string, unknown>;
  _fontCount: number;
  /** Writes XMP; ours replaces it. */
  endMetadata(): void;
  ref(data?: unknown): PdfRef;
  addPage(options: { size: [number, number]; margin: number }): unknown;
  addContent(operators: string): unknown;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  end(): void;
}

export interface PdfOptions {
  compress: boolean;
  lang: string;
  info: Record<string, string | Date>;
}

/** An empty PDF 1.7 document without pages, fonts or metadata of pdfkit's own. */
export function openPdf(options: PdfOptions): PdfDocument {
  const Document = PDFKit as unknown as new (options: object) => PdfDocument;
  return new Document({
    pdfVersion: "1.7",
    compress: options.compress,
    lang: options.lang,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info: options.info,
  });
}
