/** Blocks to paragraphs and tables: one handler a kind in a table; a kind without a handler throws. */
import type { Block, Columns, Table } from "../../document/tree.ts";
import type { Context, Surroundings } from "./context.ts";
import { type El, el, flag, run, val } from "./elements.ts";
import { fullStyle } from "./house-look.ts";
import { divide, twips } from "./measure.ts";
import { paragraph } from "./paragraph.ts";
import { ownStyles } from "./style-names.ts";
import { within } from "./surroundings.ts";

/** Where blocks stand: what is in force, and the width for lines in mm. */
export interface Area extends Surroundings {
  measure: number;
}

interface Here {
  area: Area;
  /** The block opens a new page. */
  newPage: boolean;
}

type Kind = Exclude<Block["kind"], "page-break">;
type Handler<K extends Kind> = (context: Context, block: Extract<Block, { kind: K }>, here: Here) => El[];

const handlers: { [K in Kind]: Handler<K> } = {
  heading: (context, block, { area, newPage }) => {
    const styled = fullStyle(context.house, block.style)?.outline !== undefined;
    const outline = block.bookmark === "" ? 9 : styled ? undefined : block.level - 1;
    return paragraph(context, block, area, {
      ...extras(area, newPage),
      ...(outline === undefined ? {} : { outline }),
    });
  },
  para: (context, block, { area, newPage }) => paragraph(context, block, area, extras(area, newPage)),
  item: (context, block, { area, newPage }) => {
    const placed = context.numbering.place(block, block.lang ?? area.lang);
    return paragraph(context, block, area, { ...extras(area, newPage), ...placed });
  },
  table: (context, block, { area, newPage }) => [...pageBreak(newPage), table(context, block, area)],
  columns: (context, block, { area, newPage }) => [...pageBreak(newPage), columns(context, block, area)],
  rule: (context, block, { area, newPage }) =>
    paragraph(context, { kind: "rule", style: block.style, inline: [] }, area, extras(area, newPage)),
};

function extras(area: Area, newPage: boolean): { measure: number; pageBreakBefore?: boolean } {
  return { measure: area.measure, ...(newPage ? { pageBreakBefore: true } : {}) };
}

function pageBreak(newPage: boolean): El[] {
  return newPage ? [el("w:p", undefined, [run([], [el("w:br", { "w:type": "page" })])])] : [];
}

/** Blocks one after the other. Two tables would grow together without a paragraph between them. */
export function writeBlocks(context: Context, blocks: readonly Block[], area: Area): El[] {
  const out: El[] = [];
  let newPage = false;
  for (const block of blocks) {
    if (block.kind === "page-break") {
      if (newPage) out.push(...pageBreak(true));
      newPage = true;
      continue;
    }
    const handler = handlers[block.kind] as Handler<Kind> | undefined;
    if (!handler) throw new Error(`no way to write a block of the kind ${block.kind}`);
    const written = handler(context, block, { area, newPage });
    if (out.at(-1)?.name === "w:tbl" && written[0]?.name === "w:tbl") out.push(spacer());
    out.push(...written);
    newPage = false;
  }
  if (newPage) out.push(...pageBreak(true));
  return out;
}

/** Blocks for a place that must end in a paragraph: a cell, a header, the body. */
export function writeClosed(context: Context, blocks: readonly Block[], area: Area): El[] {
  const out = writeBlocks(context, blocks, area);
  const last = out.findLast((e) => e.name === "w:p" || e.name === "w:tbl");
  if (last?.name !== "w:p") out.push(spacer());
  return out;
}

/** A paragraph as low as Word allows. */
function spacer(): El {
  return el("w:p", undefined, [el("w:pPr", undefined, [val("w:pStyle", ownStyles.tableSpacer.id)])]);
}

interface Grid {
  style: string;
  widths: number[];
  look: Record<string, string | number>;
}

function tableElement(area: Area, { style, widths, look }: Grid, rows: El[]): El {
  return el("w:tbl", undefined, [
    el("w:tblPr", undefined, [
      val("w:tblStyle", style),
      ...(area.dir === "rtl" ? [flag("w:bidiVisual")] : []),
      el("w:tblW", { "w:w": widths.reduce((a, b) => a + b, 0), "w:type": "dxa" }),
      el("w:tblLayout", { "w:type": "fixed" }),
      el("w:tblLook", look),
    ]),
    el(
      "w:tblGrid",
      undefined,
      widths.map((w) => el("w:gridCol", { "w:w": w })),
    ),
    ...rows,
  ]);
}

function look(firstRow: boolean, firstColumn: boolean): Record<string, string | number> {
  const bits = 0x0600 | (firstRow ? 0x20 : 0) | (firstColumn ? 0x80 : 0);
  return {
    "w:val": bits.toString(16).padStart(4, "0").toUpperCase(),
    "w:firstRow": firstRow ? 1 : 0,
    "w:lastRow": 0,
    "w:firstColumn": firstColumn ? 1 : 0,
    "w:lastColumn": 0,
    "w:noHBand": 1,
    "w:noVBand": 1,
  };
}

/** Room between a line of a table and the text, both sides together, in mm. */
const padding = (2 * 108 * 25.4) / 1440;

/** A table of data: rows do not break over pages, header rows repeat and are headers to a screen reader. */
function table(context: Context, block: Table, area: Area): El {
  const widths = divide(twips(area.measure), block.widths);
  const rows = block.rows.map((row, r) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((a, b) => a + b, 0);
      column += span;
      const inside = { ...within(area, cell), measure: (width * 25.4) / 1440 - padding };
      return cellElement(width, span, writeClosed(context, cell.blocks, inside));
    });
    const properties = [flag("w:cantSplit"), ...(r < block.headerRows ? [flag("w:tblHeader")] : [])];
    return el("w:tr", undefined, [el("w:trPr", undefined, properties), ...cells]);
  });
  const rowHeaders = block.rows.slice(block.headerRows).some((row) => row.cells[0]?.header);
  const style = block.lines ? ownStyles.tableGrid.id : "TableNormal";
  return tableElement(area, { style, widths, look: look(block.headerRows > 0, rowHeaders) }, rows);
}

function cellElement(width: number, span: number, content: El[]): El {
  const properties = [
    el("w:tcW", { "w:w": width, "w:type": "dxa" }),
    ...(span > 1 ? [val("w:gridSpan", span)] : []),
  ];
  return el("w:tc", undefined, [el("w:tcPr", undefined, properties), ...content]);
}

/** Columns of a masthead: a table of one row without lines or room around the text. */
function columns(context: Context, block: Columns, area: Area): El {
  const widths = divide(
    twips(area.measure),
    block.columns.map((c) => c.width),
  );
  const cells = block.columns.map((column, i) => {
    const width = widths[i] ?? 0;
    return cellElement(
      width,
      1,
      writeClosed(context, column.blocks, { ...area, measure: (width * 25.4) / 1440 }),
    );
  });
  const row = el("w:tr", undefined, [el("w:trPr", undefined, [flag("w:cantSplit")]), ...cells]);
  return tableElement(area, { style: ownStyles.layoutTable.id, widths, look: look(false, false) }, [row]);
}
