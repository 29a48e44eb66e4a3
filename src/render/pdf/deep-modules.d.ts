/** Types of the undocumented modules of pdfmake and of the part of pdfkit that we use; `deep.ts` is their only importer. */

declare module "pdfmake/js/Line.js" {
  import type { KernelLine } from "pdfmake/js/LayoutBuilder.js";

  const module: { default: new (maxWidth: number) => KernelLine };
  export default module;
}

declare module "pdfmake/js/DocumentContext.js" {
  /** What the kernel remembers of a column group. */
  export interface Snapshot {
    page: number;
    availableHeight: number;
    bottomMost?: { page: number; availableHeight: number };
  }
  export interface KernelPage {
    items: { type: string; item: unknown }[];
    pageSize: { width: number; height: number };
    pageMargins: { left: number; right: number; top: number; bottom: number };
  }
  export class DocumentContext {
    pages: KernelPage[];
    pageMargins: { left: number; right: number; top: number; bottom: number };
    x: number;
    y: number;
    availableWidth: number;
    availableHeight: number;
    page: number;
    snapshots: Snapshot[];
    initializePage(): void;
    moveDown(offset: number): boolean;
    addMargin(left: number, right?: number): void;
    getCurrentPage(): KernelPage | null;
    resetMarginXTopParent(): void;
  }
  const module: { default: typeof DocumentContext };
  export default module;
}

declare module "pdfmake/js/PageElementWriter.js" {
  import type { DocumentContext } from "pdfmake/js/DocumentContext.js";
  import type { KernelLine } from "pdfmake/js/LayoutBuilder.js";
  export interface Fragment {
    items: { type: string; item: unknown }[];
    height: number;
  }
  export class PageElementWriter {
    transactionLevel: number;
    repeatables: { height: number }[];
    constructor(context: DocumentContext);
    context(): DocumentContext;
    setMaxListeners(count: number): unknown;
    addLine(line: KernelLine, keepPosition?: boolean, index?: number): unknown;
    addFragment(block: Fragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): unknown;
    moveToNextPage(orientation?: string): void;
  }
  const module: { default: typeof PageElementWriter };
  export default module;
}

declare module "pdfmake/js/TableProcessor.js" {
  import type { KernelNode } from "pdfmake/js/LayoutBuilder.js";
  import type { PageElementWriter } from "pdfmake/js/PageElementWriter.js";
  export class TableProcessor {
    headerRows: number;
    rowsWithoutPageBreak: number;
    constructor(node: KernelNode);
    beginTable(writer: PageElementWriter): void;
    beginRow(row: number, writer: PageElementWriter): void;
    drawHorizontalLine(line: number, writer: PageElementWriter): void;
    endRow(row: number, writer: PageElementWriter, breaks: unknown[]): void;
    endTable(writer: PageElementWriter): void;
  }
  const module: { default: typeof TableProcessor };
  export default module;
}

declare module "pdfmake/js/LayoutBuilder.js" {
  import type { KernelPage } from "pdfmake/js/DocumentContext.js";
  import type { PageElementWriter } from "pdfmake/js/PageElementWriter.js";

  export interface KernelLine {
    x?: number;
    y?: number;
    maxWidth: number;
    inlines: unknown[];
    getHeight(): number;
    getAscenderHeight(): number;
    getWidth(): number;
    clone(): KernelLine;
  }
  /** A node of a kernel definition: exactly one of text, stack and table. */
  export interface KernelNode {
    text?: string;
    stack?: KernelNode[];
    table?: {
      widths: number[];
      body: KernelNode[][];
      headerRows: number;
    };
    layout?: Record<string, unknown>;
    colSpan?: number;
    positions?: unknown[];
    _offsets?: { offsets: number[]; total: number };
    _span?: boolean;
  }
  export interface RowOrder {
    marginX: [number, number];
    dontBreakRows: boolean;
    rowsWithoutPageBreak: number;
    cells: KernelNode[];
    widths: unknown[];
    gaps: number[];
    tableBody: KernelNode[][];
    tableNode: KernelNode;
    rowIndex: number;
  }
  export class LayoutBuilder {
    pageSize: { width: number; height: number };
    nestedLevel: number;
    constructor(
      pageSize: { width: number; height: number; orientation: string },
      pageMargins: { left: number; right: number; top: number; bottom: number },
      svgMeasure: unknown,
    );
    get writer(): PageElementWriter;
    set writer(writer: PageElementWriter);
    get docMeasure(): { textInlines: unknown };
    set docMeasure(measure: { textInlines: unknown });
    layoutDocument(
      structure: KernelNode,
      pdfDocument: unknown,
      styles: object,
      defaultStyle: object,
    ): KernelPage[];
    processNode(node: KernelNode, verticalAlignment?: boolean): void;
    processLeaf(node: KernelNode): void;
    processVerticalContainer(node: KernelNode): void;
    processTable(node: KernelNode): void;
    processRow(order: RowOrder): { pageBreaks: unknown[]; positions: unknown[] };
    buildNextLine(node: KernelNode): KernelLine | null;
  }
  const module: { default: typeof LayoutBuilder };
  export default module;
}
