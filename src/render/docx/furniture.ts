/** Headers and footers. Columns of single lines become one line with tab stops, as a Word user expects in a running head. */
import type { Style } from "../../document/house.ts";
import type { Block, Columns, Para } from "../../document/tree.ts";
import { type Area, writeClosed } from "./block.ts";
import type { Context } from "./context.ts";
import { type El, el, val } from "./elements.ts";
import { fullStyle, measureOf } from "./house-look.ts";
import { divide, twips } from "./measure.ts";
import { paragraph } from "./paragraph.ts";
import { surroundings } from "./surroundings.ts";

/** The blocks of one header or footer; never empty, because Word wants a paragraph. */
export function furnitureBlocks(context: Context, blocks: readonly Block[]): El[] {
  const area = { ...surroundings(context, "furniture"), measure: measureOf(context.house) };
  const out = blocks.flatMap((block) => {
    const line = block.kind === "columns" ? oneLine(context, block, area) : undefined;
    return line ?? writeClosed(context, [block], area);
  });
  if (out.length > 0) return out;
  const style = context.names.get("running-head")?.id ?? "Normal";
  return [el("w:p", undefined, [el("w:pPr", undefined, [val("w:pStyle", style)])])];
}

/** Undefined when the columns hold more than one line each, or lines of different looks. */
function oneLine(context: Context, { columns }: Columns, area: Area): El[] | undefined {
  const lines: (Para | undefined)[] = [];
  for (const { blocks } of columns) {
    const [first, ...more] = blocks;
    if (more.length > 0 || (first !== undefined && first.kind !== "para")) return undefined;
    lines.push(first);
  }
  const looks = new Set(lines.flatMap((l) => (l ? [lookOf(context, l)] : [])));
  const lead = lines.find((l) => l !== undefined);
  if (looks.size !== 1 || !lead) return undefined;
  const widths = divide(
    twips(area.measure),
    columns.map((c) => c.width),
  );
  const inline: Para["inline"] = [];
  const tabs: El[] = [];
  let start = 0;
  lines.forEach((line, i) => {
    const end = start + (widths[i] ?? 0);
    if (line) {
      const stop = stopFor(fullStyle(context.house, line.style)?.align, start, end);
      if (stop) {
        tabs.push(stop);
        inline.push({ kind: "tab" });
      }
      inline.push(...line.inline);
    }
    start = end;
  });
  const extras = tabs.length > 0 ? { tabs: el("w:tabs", undefined, tabs) } : {};
  return paragraph(context, { ...lead, inline }, area, { ...extras, startAligned: true });
}

/** Everything of a style that would be lost when its words join another paragraph: all but the alignment. */
function lookOf(context: Context, line: Para): string {
  const { align: _, word: __, basedOn: ___, ...look } = fullStyle(context.house, line.style) ?? { word: "" };
  return JSON.stringify([Object.entries(look).sort(), line.lang, line.dir]);
}

function stopFor(align: Style["align"], start: number, end: number): El | undefined {
  const stop = (kind: string, position: number): El => el("w:tab", { "w:val": kind, "w:pos": position });
  if (align === "center") return stop("center", Math.round((start + end) / 2));
  if (align === "end") return stop("right", end);
  return start > 0 ? stop("left", start) : undefined;
}
