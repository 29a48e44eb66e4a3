/** The paragraphs of a part as flat blocks, each with label, number, depth, style and ending, before anything is printed. */
import { formatLabel } from "../document/label.ts";
import type { Locale } from "../language/locale.ts";
import type { Position } from "../model/number.ts";
import type { ChangeMark, Id, Paragraph, PartItem, Segment } from "../model/resolution.ts";
import { acceptText } from "../text/changes.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { closing, itemClosing, type Part } from "./ending.ts";
import { suffixOf } from "./inline.ts";
import { maxDepth } from "./numbering.ts";

export interface PlannedBlock {
  kind: "item" | "para" | "heading";
  id: Id;
  style: string;
  text: InlineText;
  /** Closing punctuation as the locale has it. */
  ending: string;
  list: "" | "preambular" | "operative" | "bullet";
  depth: number;
  label: string;
  number: number;
  suffix: number;
  restart: boolean;
  bookmark: string;
  part: string;
  level: number;
  /** What happened to the item that it belongs to, or to the text alone. */
  mark?: ChangeMark;
  /** The mark is of this text alone; its paragraph stays. */
  partial?: true;
  /** Ids of the paragraphs that it stands in, the outermost first; the id itself for a heading or prose. */
  within: Id[];
}

export interface PartOptions {
  /** Whose endings, list and styles the paragraphs take; annexes take those of the operative part. */
  part: Part;
  /** Whether the paragraphs carry numbers; in a redline, those that were there and those that are there. */
  numbered: (mark: ChangeMark | undefined) => boolean;
  /** Counting starts anew at the first paragraph (annexes). */
  restart: boolean;
  /** Name in the outline, given to the first block; empty for none. */
  outline: string;
  locale: Locale;
  position: (id: Id, mark: ChangeMark | undefined) => Position | undefined;
  tooDeep: (id: Id) => void;
}

/** All blocks of a part in printed order. */
export function planPart(items: readonly PartItem[], options: PartOptions): PlannedBlock[] {
  const writer = new PartWriter(options);
  const last = items.findLast((item) => item.type === "paragraph");
  for (const item of items) {
    writer.enter(item, () => {
      if (item.type === "heading") writer.heading(item.id, item.level, item.text);
      else if (item.type === "prose") writer.plain(item.id, "prose", item.text, "");
      else writer.paragraph(item, 1, closing(options.part, item === last, options.locale), false);
    });
  }
  return writer.blocks;
}

class PartWriter {
  readonly blocks: PlannedBlock[] = [];
  private restart: boolean;
  private mark: ChangeMark | undefined;
  private partial = false;
  private within: Id[] = [];

  constructor(private readonly options: PartOptions) {
    this.restart = options.restart;
  }

  /** Writes a text of a paragraph; what happened to the text alone shows where nothing happened to the paragraph. */
  private part({ mark: own }: Segment, write: () => void): void {
    const { mark } = this;
    this.partial = mark === undefined && own !== undefined;
    this.mark ??= own;
    write();
    this.mark = mark;
    this.partial = false;
  }

  /** Writes an item; what happened to the outermost marked item happened to everything in it. */
  enter(item: PartItem, write: () => void): void {
    const { mark, within } = this;
    this.mark ??= item.mark;
    this.within = [...within, item.id];
    write();
    this.mark = mark;
    this.within = within;
  }

  heading(id: Id, level: 1 | 2, text: InlineText): void {
    this.blocks.push({ ...this.block("heading", id, `heading-${level}`, text, ""), level: level + 1 });
  }

  plain(id: Id, style: string, text: InlineText, ending: string): void {
    this.blocks.push(this.block("para", id, style, text, ending));
  }

  /** `whole` closes the paragraph with everything in it, unless the author says otherwise. */
  paragraph(paragraph: Paragraph, depth: number, whole: string, restart: boolean): void {
    if (depth > maxDepth) {
      if (depth === maxDepth + 1) this.options.tooDeep(paragraph.id);
      return;
    }
    const { locale } = this.options;
    const { endings } = locale;
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
      else
        this.part(block, () => {
          const style = block.type === "quote" ? "quote" : this.continued(depth);
          this.plain(block.id, style, block.text, ending);
        });
    });
    children.forEach((child, i) => {
      const series = tail ? endings.operative : end;
      const closes = itemClosing(i, children.length, series, locale);
      const first = i === 0 && !this.counts(depth);
      this.enter(child, () => this.paragraph(child, depth + 1, closes, first));
    });
    if (tail) this.part(tail, () => this.plain(tail.id, this.continued(depth), tail.text, end));
  }

  /** The first block of a paragraph, with its number where the part carries numbers. */
  private open(id: Id, text: InlineText, depth: number, ending: string, restart: boolean): void {
    const { part } = this.options;
    if (!this.counts(depth)) {
      const block = this.block("para", id, `${part}-plain`, text, ending);
      this.blocks.push({ ...block, bookmark: outlineEntry("", text) });
      return;
    }
    const { labels } = this.options.locale;
    const level = depth === 1 ? labels[part] : labels.sub[depth - 2];
    const position = this.options.position(id, this.mark);
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
    const { endings, labels } = this.options.locale;
    const style = depth === 1 ? "bullet" : `bullet-${depth}`;
    items.forEach((item, i) => {
      // Bulleted lists take no "and" before their last item (house-style 6, 1).
      const ending = i === items.length - 1 ? whole : endings.operative;
      const label = formatLabel(labels.bullet, i + 1);
      this.part(item, () => {
        const base = this.block("item", item.id, style, item.text, ending);
        this.blocks.push({ ...base, list: "bullet", depth, label, number: i + 1 });
      });
    });
  }

  private block(
    kind: PlannedBlock["kind"],
    id: Id,
    style: string,
    text: InlineText,
    ending: string,
  ): PlannedBlock {
    return {
      kind,
      id,
      style,
      text,
      ending,
      list: "",
      depth: 1,
      label: "",
      number: 0,
      suffix: 0,
      restart: false,
      bookmark: "",
      part: this.blocks.length === 0 ? this.options.outline : "",
      level: 0,
      ...(this.mark ? { mark: this.mark } : {}),
      ...(this.partial ? { partial: true as const } : {}),
      within: this.within,
    };
  }

  private counts(depth: number): boolean {
    return depth > 1 || this.options.numbered(this.mark);
  }

  private takeRestart(): boolean {
    const now = this.restart;
    this.restart = false;
    return now;
  }

  private continued(depth: number): string {
    if (depth > 1) return `continued-${depth}`;
    if (this.options.part === "operative") return "continued";
    return this.options.numbered(this.mark) ? "preambular-continued" : "preambular-plain";
  }
}

/** Longest entry in the outline beside the label, in characters. */
const entryLength = 60;

/** `1. Fully affirms`: the label with the opening words, or with the first words where none are marked. */
export function outlineEntry(label: string, tracked: InlineText): string {
  const text = acceptText(tracked);
  const first = text[0];
  if (first?.kind === "emphasis" && first.role === "opening")
    return `${label} ${plainText(first.children)}`.trim();
  return `${label} ${firstWords(text)}`.trim();
}

/** The beginning of a text, up to `most` characters (what one line of the outline holds), with an ellipsis where more follows. */
export function firstWords(text: InlineText, most = entryLength): string {
  const words = plainText(text).replace(/\s+/g, " ").trim();
  const letters = [...words];
  if (letters.length <= most) return words;
  const cut = letters.slice(0, most).join("");
  return `${cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : cut.length)}…`;
}
