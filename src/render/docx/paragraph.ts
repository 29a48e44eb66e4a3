/** One block of text as a paragraph: style, number, direction, tracked mark, anchor. */
import type { Block, TextBlock } from "../../document/tree.ts";
import { balanceInset } from "./balance.ts";
import type { Context, Surroundings } from "./context.ts";
import { contentControl, type El, el, flag, val } from "./elements.ts";
import { type FullStyle, fullStyle } from "./house-look.ts";
import { inlineRuns } from "./inline.ts";
import { twips } from "./measure.ts";
import { orderParagraph, orderRun } from "./properties-order.ts";
import { plain } from "./scan.ts";
import { scriptOf } from "./script.ts";
import { numberProperties, positionOf, type StyleNumber } from "./styles.ts";
import { withStyle } from "./surroundings.ts";
import { type Change, markElement, moveRange } from "./tracked.ts";

export interface ParagraphExtras {
  /** Id of the style in Word where it is not the one of the block's style. */
  styleId?: string;
  number?: StyleNumber;
  ownPosition?: boolean;
  /** Stops of a line that is set in columns, ready for Word. */
  tabs?: El;
  pageBreakBefore?: boolean;
  /** 0-8, or 9 for "not in the outline". */
  outline?: number;
  /** Whatever the style says: a line with stops begins at the start side. */
  startAligned?: boolean;
  /** Runs in front of the block's own, outside its anchor. */
  before?: readonly El[];
  /** Width in mm that lines can have. */
  measure?: number;
}

/** The paragraph, and the brackets around it when it was moved. */
export function paragraph(
  context: Context,
  block: TextBlock & { kind: Block["kind"] },
  outer: Surroundings,
  extras: ParagraphExtras = {},
): El[] {
  const around = withStyle(context, outer, block);
  const style = styleOf(context, block);
  const change = changeOf(context, block);
  const mark = change ? [markElement(context, change)] : [];
  const found = context.diagnostics.length;
  const runs = inlineRuns(context, block.inline, around, change);
  const { id } = block;
  if (id !== undefined) for (const d of context.diagnostics.slice(found)) d.about = id;
  const content = anchored(context, block, runs);
  const properties = paragraphProperties(context, block, style, around.dir, mark, extras);
  const element = el("w:p", undefined, [
    el("w:pPr", undefined, properties),
    ...(extras.before ?? []),
    ...content,
  ]);
  const move = context.scan.moves.get(block);
  return move !== undefined && change ? moveRange(context, change, move, element) : [element];
}

/** A move without its other end is shown as what it is for a reader: words that came, or went. */
function changeOf(context: Context, block: TextBlock): Change | undefined {
  if (!block.mark) return undefined;
  const { kind, by, date } = block.mark;
  if (kind === "ins" || kind === "del" || context.scan.moves.has(block)) return { kind, by, date };
  return { kind: kind === "move-from" ? "del" : "ins", by, date };
}

function styleOf(context: Context, block: TextBlock): FullStyle | undefined {
  const style = fullStyle(context.house, block.style);
  if (!style) {
    context.diagnostics.push({
      code: "style-unknown",
      severity: "error",
      message: `The style "${block.style}" is used, but the house "${context.house.name}" does not define it.`,
      hint: "Add the style to house.yaml, or use one of its styles in the template.",
    });
  }
  return style;
}

/** A hidden bookmark around a content control, both made from the id; an empty paragraph has the bookmark alone. */
function anchored(context: Context, { id, mark }: TextBlock, runs: El[]): El[] {
  if (id === undefined) return runs;
  // References lead to where a moved paragraph stands now.
  const name = mark?.kind === "move-from" ? `${id} before` : id;
  const number = context.anchors.next();
  const control = runs.length > 0 ? [contentControl(id, context.anchors.control(id), runs)] : [];
  return [
    el("w:bookmarkStart", { "w:id": number, "w:name": context.anchors.write(name) }),
    ...control,
    el("w:bookmarkEnd", { "w:id": number }),
  ];
}

function paragraphProperties(
  context: Context,
  block: TextBlock & { kind: Block["kind"] },
  style: FullStyle | undefined,
  dir: "ltr" | "rtl",
  mark: El[],
  extras: ParagraphExtras,
): El[] {
  const out: El[] = [];
  out.push(val("w:pStyle", extras.styleId ?? context.names.get(block.style)?.id ?? "Normal"));
  if (block.keepWithNext && !style?.keepWithNext) out.push(flag("w:keepNext"));
  if (extras.pageBreakBefore) out.push(flag("w:pageBreakBefore"));
  if (extras.number) out.push(numberProperties(extras.number));
  if (block.changed) out.push(changeBar());
  if (extras.tabs) out.push(extras.tabs);
  if (dir === "rtl") out.push(flag("w:bidi"));
  else if (context.document.dir === "rtl") out.push(flag("w:bidi", false));
  if (extras.ownPosition && style && !extras.tabs) out.push(...positionOf(style, style));
  else if (style?.balance && extras.measure !== undefined)
    out.push(...balanced(context, block, style, extras.measure));
  const align = style?.align ?? "start";
  if (extras.startAligned && align !== "start") out.push(val("w:jc", "start"));
  if (extras.outline !== undefined) out.push(val("w:outlineLvl", extras.outline));
  const markRun = [...mark, ...(dir === "rtl" ? [flag("w:rtl")] : [])];
  if (markRun.length > 0) out.push(el("w:rPr", undefined, orderRun(markRun)));
  return orderParagraph(out);
}

function changeBar(): El {
  const line = { "w:val": "single", "w:sz": 12, "w:space": 8, "w:color": "auto" };
  return el("w:pBdr", undefined, [el("w:left", line)]);
}

/** Lines of about equal length by indents: on both sides of a centred text, at the end side of any other. */
function balanced(context: Context, block: TextBlock, style: FullStyle, measure: number): El[] {
  const start = style.indentStart ?? 0;
  const end = style.indentEnd ?? 0;
  const script = scriptOf(block.lang ?? context.document.lang);
  const size = style.size * context.house.fonts[script].scale;
  const inset = balanceInset(plain(block.inline), size, style.bold ?? false, measure - start - end);
  if (inset < 1) return [];
  const centred = style.align === "center";
  return [
    el("w:ind", {
      "w:left": twips(start + (centred ? inset / 2 : 0)),
      "w:right": twips(end + (centred ? inset / 2 : inset)),
    }),
  ];
}
