/** Where everything stands in a text, for lists that follow it: order, parts, rows of neighbours, owners of texts. */
import type { Id, Paragraph, PartItem, Resolution } from "../model/resolution.ts";

/** One item of a part, at any depth. */
export interface Spot {
  item: PartItem;
  /** `preambular`, `operative` or the id of an annex. */
  part: string;
  /** Place in the order of the text, and that of the last thing in it. */
  index: number;
  end: number;
  depth: number;
  /** Neighbours of the same row, itself among them. */
  row: readonly PartItem[];
  parent?: Id;
}

export interface Atlas {
  /** The item of an id, also of the id of one of its texts. */
  spot(id: Id): Spot | undefined;
  /** Items of a part, outermost only. */
  row(part: string): readonly PartItem[];
  /** Parts in their order. */
  parts: string[];
}

export function atlasOf(r: Resolution): Atlas {
  const spots = new Map<Id, Spot>();
  let index = 0;
  const visit = (row: readonly PartItem[], part: string, depth: number, parent?: Id): void => {
    for (const item of row) {
      const spot: Spot = { item, part, index: index++, end: 0, depth, row, ...(parent ? { parent } : {}) };
      for (const id of [item.id, ...textsOf(item)]) if (!spots.has(id)) spots.set(id, spot);
      if (item.type === "paragraph") visit(item.children, part, depth + 1, item.id);
      spot.end = index - 1;
    }
  };
  const rows = new Map<string, readonly PartItem[]>([
    ["preambular", r.preambular],
    ["operative", r.operative],
    ...r.annexes.map((annex) => [annex.id, annex.items] as const),
  ]);
  for (const [part, row] of rows) visit(row, part, 1);
  return {
    spot: (id) => spots.get(id),
    row: (part) => rows.get(part) ?? [],
    parts: [...rows.keys()],
  };
}

function textsOf(item: PartItem): Id[] {
  return item.type === "paragraph" ? ownTexts(item) : [];
}

/** Ids of the texts of a paragraph, without those of its sub-paragraphs. */
function ownTexts({ blocks, tail }: Paragraph): Id[] {
  const ids = blocks.flatMap((block) =>
    block.type === "list" ? block.items.map((item) => item.id) : [block.id],
  );
  return tail ? [...ids, tail.id] : ids;
}
