/** Walks a resolution: every text that a translator answers, and every paragraph, in the order of the document. */
import type { InlineText } from "../text/inline.ts";
import type { Annex, Id, Paragraph, ParagraphBlock, PartItem, Resolution } from "./resolution.ts";

/** One text with its id and its place in the resolution. */
export interface SegmentAt {
  id: Id;
  kind:
    | "title"
    | "enacting"
    | "paragraph"
    | "item"
    | "quote"
    | "tail"
    | "heading"
    | "prose"
    | "annex-title"
    | "note";
  part: "title" | "enacting" | "preambular" | "operative" | "annex" | "notes";
  text: InlineText;
}

/** A paragraph with the part it stands in (`preambular`, `operative` or the id of an annex). */
export interface ParagraphAt {
  paragraph: Paragraph;
  part: string;
  /** 1 for a paragraph of a part, 2 for its sub-paragraphs, and so on. */
  depth: number;
}

type Visit = (segment: SegmentAt) => InlineText;

/** Id of the segment that holds the title of an annex. */
export function annexTitleId(annex: Annex | Id): Id {
  return `${typeof annex === "string" ? annex : annex.id}.title`;
}

function mapBlock(block: ParagraphBlock, part: SegmentAt["part"], f: Visit): ParagraphBlock {
  if (block.type === "list") {
    const items = block.items.map((item) => ({
      ...item,
      text: f({ id: item.id, kind: "item", part, text: item.text }),
    }));
    return { type: "list", items };
  }
  const kind = block.type === "quote" ? "quote" : "paragraph";
  return { ...block, text: f({ id: block.id, kind, part, text: block.text }) };
}

function mapParagraph(paragraph: Paragraph, part: SegmentAt["part"], f: Visit): Paragraph {
  const blocks = paragraph.blocks.map((block) => mapBlock(block, part, f));
  const children = paragraph.children.map((child) => mapParagraph(child, part, f));
  const { tail } = paragraph;
  return {
    ...paragraph,
    blocks,
    children,
    ...(tail ? { tail: { ...tail, text: f({ id: tail.id, kind: "tail", part, text: tail.text }) } } : {}),
  };
}

function mapItem(item: PartItem, part: SegmentAt["part"], f: Visit): PartItem {
  if (item.type === "paragraph") return mapParagraph(item, part, f);
  return { ...item, text: f({ id: item.id, kind: item.type, part, text: item.text }) };
}

const enactingAt = { id: "enacting", kind: "enacting", part: "enacting" } as const;

/** The same resolution with every text replaced by what `f` answers; `f` is called in document order. */
export function mapSegments(r: Resolution, f: (segment: SegmentAt) => InlineText): Resolution {
  const title = f({ id: "title", kind: "title", part: "title", text: r.title });
  const enacting = r.enacting && f({ ...enactingAt, text: r.enacting });
  const preambular = r.preambular.map((item) => mapItem(item, "preambular", f));
  const operative = r.operative.map((item) => mapItem(item, "operative", f));
  const annexes = r.annexes.map((annex) => ({
    ...annex,
    title: f({ id: annexTitleId(annex), kind: "annex-title", part: "annex", text: annex.title }),
    items: annex.items.map((item) => mapItem(item, "annex", f)),
  }));
  const notes = r.notes.map((note) => ({ ...note, text: f({ ...note, kind: "note", part: "notes" }) }));
  return { ...r, title, ...(enacting ? { enacting } : {}), preambular, operative, annexes, notes };
}

/** Every text of the resolution in document order: title, enacting line, parts, annexes, notes. */
export function segments(r: Resolution): SegmentAt[] {
  const found: SegmentAt[] = [];
  mapSegments(r, (segment) => {
    found.push(segment);
    return segment.text;
  });
  return found;
}

/** Every paragraph and sub-paragraph in document order. */
export function paragraphs(r: Resolution): ParagraphAt[] {
  const found: ParagraphAt[] = [];
  const visit = (items: readonly PartItem[], part: string, depth: number): void => {
    for (const item of items) {
      if (item.type !== "paragraph") continue;
      found.push({ paragraph: item, part, depth });
      visit(item.children, part, depth + 1);
    }
  };
  visit(r.preambular, "preambular", 1);
  visit(r.operative, "operative", 1);
  for (const annex of r.annexes) visit(annex.items, annex.id, 1);
  return found;
}

/** The segment with this id, if there is one. */
export function find(r: Resolution, id: Id): SegmentAt | undefined {
  return segments(r).find((segment) => segment.id === id);
}

/** The paragraph or sub-paragraph with this id, if there is one. */
export function findParagraph(r: Resolution, id: Id): ParagraphAt | undefined {
  return paragraphs(r).find((at) => at.paragraph.id === id);
}
