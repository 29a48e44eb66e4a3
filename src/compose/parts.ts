/** The paragraphs of a part as flat printed blocks, each with label, number, depth, style and ending. */
import { formatLabel } from "../document/label.ts";
import type { Paragraph, PartItem, Segment } from "../model/resolution.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { closing, itemClosing, type Part, setEnding } from "./ending.ts";
import { inlineMarkup, suffixOf } from "./inline.ts";
import { maxDepth } from "./numbering.ts";
import type { Setting } from "./setting.ts";
import type { BlockView } from "./view-fields.ts";

export interface PartOptions {
  /** Whose endings, list and styles the paragraphs take; annexes take those of the operative part. */
  part: Part;
  /** Whether the paragraphs carry numbers. */
  numbered: boolean;
  /** Counting starts anew at the first paragraph (annexes). */
  restart: boolean;
  /** Name in the outline, given to the first block; empty for none. */
  outline: string;
}

/** All blocks of a part in printed order. */
export function partBlocks(items: readonly PartItem[], options: PartOptions, setting: Setting): BlockView[] {
  const writer = new PartWriter(options, setting);
  const last = items.findLast((item) => item.type === "paragraph");
  for (const item of items) {
    if (item.type === "heading") writer.heading(item.id, item.level, item.text);
    else if (item.type === "prose") writer.plain(item.id, "prose", item.text, "");
    else writer.paragraph(item, 1, closing(options.part, item === last, setting.locale), false);
  }
  return writer.blocks;
}

class PartWriter {
  readonly blocks: BlockView[] = [];
  private restart: boolean;

  constructor(
    private readonly options: PartOptions,
    private readonly setting: Setting,
  ) {
    this.restart = options.restart;
  }

  heading(id: string, level: 1 | 2, text: InlineText): void {
    this.blocks.push({ ...this.block("heading", id, `heading-${level}`, text, ""), level: level + 1 });
  }

  plain(id: string, style: string, text: InlineText, ending: string): void {
    this.blocks.push(this.block("para", id, style, text, ending));
  }

  /** `whole` closes the paragraph with everything in it, unless the author says otherwise. */
  paragraph(paragraph: Paragraph, depth: number, whole: string, restart: boolean): void {
    if (depth > maxDepth) {
      if (depth === maxDepth + 1) this.tooDeep(paragraph.id);
      return;
    }
    const { endings } = this.setting.locale;
    const end = paragraph.ending ?? whole;
    const { blocks, children, tail } = paragraph;
    blocks.forEach((block, i) => {
      const next = blocks[i + 1]?.type ?? (children.length > 0 ? "list" : tail ? "text" : undefined);
      if (i === 0 && block.type !== "text") this.open(paragraph.id, [], depth, "", restart);
      if (block.type === "list") {
        this.list(block.items, depth, next === undefined ? end : endings.operative);
        return;
      }
      // Between two stretches of one sentence stands nothing; before a series or a quotation stands what announces it.
      const announces = block.type === "text" && (next === "list" || next === "quote");
      const ending = next === undefined ? end : announces ? endings.chapeau : "";
      if (i === 0 && block.type === "text") this.open(paragraph.id, block.text, depth, ending, restart);
      else this.plain(block.id, block.type === "quote" ? "quote" : this.continued(depth), block.text, ending);
    });
    children.forEach((child, i) => {
      const series = tail ? endings.operative : end;
      this.paragraph(
        child,
        depth + 1,
        itemClosing(i, children.length, series, this.setting.locale),
        i === 0 && !this.counts(depth),
      );
    });
    if (tail) this.plain(tail.id, this.continued(depth), tail.text, end);
  }

  /** The first block of a paragraph, with its number where the part carries numbers. */
  private open(id: string, text: InlineText, depth: number, ending: string, restart: boolean): void {
    const { part } = this.options;
    if (!this.counts(depth)) {
      const block = this.block("para", id, `${part}-plain`, text, ending);
      this.blocks.push({ ...block, bookmark: outlineEntry("", text) });
      return;
    }
    const { labels } = this.setting.locale;
    const level = depth === 1 ? labels[part] : labels.sub[depth - 2];
    const position = this.setting.positions.get(id);
    if (!level || !position) throw new Error(`no level or position for ${id} at depth ${depth}`);
    const suffix = suffixOf(position);
    const style = depth === 1 ? part : `${part}-${depth}`;
    const label = formatLabel(level, position.number, suffix);
    this.blocks.push({
      ...this.block("item", id, style, text, ending),
      list: part,
      depth,
      label,
      number: position.number,
      suffix: suffix ?? 0,
      restart: restart || (depth === 1 && this.takeRestart()),
      bookmark: depth === 1 ? outlineEntry(label, text) : "",
    });
  }

  private list(items: readonly Segment[], depth: number, whole: string): void {
    const { bullet } = this.setting.locale.labels;
    const style = depth === 1 ? "bullet" : `bullet-${depth}`;
    items.forEach((item, i) => {
      // Bulleted lists take no "and" before their last item (house-style 6, 1).
      const ending = i === items.length - 1 ? whole : this.setting.locale.endings.operative;
      const base = this.block("item", item.id, style, item.text, ending);
      this.blocks.push({ ...base, list: "bullet", depth, label: formatLabel(bullet, i + 1), number: i + 1 });
    });
  }

  private block(kind: string, id: string, style: string, text: InlineText, ending: string): BlockView {
    return {
      kind,
      id,
      style,
      text: inlineMarkup(text, this.setting),
      ending: setEnding(ending, this.setting.locale),
      list: "",
      depth: 1,
      label: "",
      number: 0,
      suffix: 0,
      restart: false,
      bookmark: "",
      part: this.blocks.length === 0 ? this.options.outline : "",
      level: 0,
    };
  }

  private counts(depth: number): boolean {
    return depth > 1 || this.options.numbered;
  }

  private takeRestart(): boolean {
    const now = this.restart;
    this.restart = false;
    return now;
  }

  private continued(depth: number): string {
    if (depth > 1) return `continued-${depth}`;
    if (this.options.part === "operative") return "continued";
    return this.options.numbered ? "preambular-continued" : "preambular-plain";
  }

  private tooDeep(id: string): void {
    const { resolution, diagnostics } = this.setting;
    diagnostics.push({
      code: "nesting-too-deep",
      severity: "error",
      message: `The sub-paragraph "${id}" is nested deeper than ${maxDepth - 1} levels.`,
      place: { file: `resolutions/${resolution.work}/resolution.yaml`, line: 1, column: 1, path: [id] },
      hint: "Bring it one level up, or make it a paragraph of its own.",
    });
  }
}

/** Longest entry in the outline beside the label, in characters. */
const entryLength = 60;

/** `1. Fully affirms`: the label with the opening words, or with the first words where none are marked. */
export function outlineEntry(label: string, text: InlineText): string {
  const first = text[0];
  if (first?.kind === "emphasis" && first.role === "opening")
    return `${label} ${plainText(first.children)}`.trim();
  const words = plainText(text).replace(/\s+/g, " ").trim();
  const letters = [...words];
  if (letters.length <= entryLength) return `${label} ${words}`.trim();
  const cut = letters.slice(0, entryLength).join("");
  return `${label} ${cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : cut.length)}…`.trim();
}
