/** Joins what two steps did to the texts of one paragraph: blocks, items of lists, the tail. */
import { rejectText } from "../text/changes.ts";
import { composeTexts } from "../text/compose-changes.ts";
import { normalise } from "../text/normalise.ts";
import type { Paragraph, ParagraphBlock, Segment } from "./resolution.ts";

type List = Extract<ParagraphBlock, { type: "list" }>;

/** A block, or an item with the list that it stands in. */
type Cell = { one: Exclude<ParagraphBlock, List>; list?: undefined } | { one: Segment; list: List };

/** `putInBy`: who put in the whole paragraph in the first step. */
export interface JoinOptions {
  language: string;
  putInBy: string | undefined;
}

/** Blocks and tail of `newer` with the changes of both; what the first step had struck stands at its place again. */
export function joinSegments(older: Paragraph, newer: Paragraph, options: JoinOptions): Paragraph {
  const blocks = asBlocks(joinRow(cellsOf(older.blocks), cellsOf(newer.blocks), options));
  const tail = joinTail(older.tail, newer.tail, options);
  const { tail: _, ...bare } = newer;
  return { ...bare, blocks, ...(tail ? { tail } : {}) };
}

function cellsOf(blocks: readonly ParagraphBlock[]): Cell[] {
  return blocks.flatMap((block): Cell[] =>
    block.type === "list" ? block.items.map((one) => ({ one, list: block })) : [{ one: block }],
  );
}

function asBlocks(cells: readonly Cell[]): ParagraphBlock[] {
  const out: ParagraphBlock[] = [];
  let open: List | undefined;
  for (const cell of cells) {
    const last = out.at(-1);
    if (cell.list && cell.list === open && last?.type === "list") last.items.push(cell.one);
    else out.push(cell.list ? { ...cell.list, items: [cell.one] } : cell.one);
    open = cell.list;
  }
  return out;
}

function isStruck({ mark }: Segment): boolean {
  return mark?.kind === "del";
}

function joinRow(older: readonly Cell[], newer: readonly Cell[], options: JoinOptions): Cell[] {
  const out: Cell[] = [];
  let next = 0;
  const pass = (to: number): void => {
    for (const cell of older.slice(next, to)) if (isStruck(cell.one)) out.push(cell);
    next = Math.max(next, to);
  };
  const standing = (id: string): number => older.findIndex(({ one }) => one.id === id && !isStruck(one));
  /** A list is the same in both steps when an item of it is. */
  const known = new Map<List, List>();
  for (const { one, list } of newer) {
    const found = list && !known.has(list) ? older[standing(one.id)]?.list : undefined;
    if (list && found) known.set(list, found);
  }
  for (const cell of newer) {
    const at = cell.one.mark?.kind === "ins" ? -1 : standing(cell.one.id);
    const before = older[at];
    if (before) {
      pass(at);
      next = Math.max(next, at + 1);
    } else {
      const live = older.findIndex(({ one }, i) => i >= next && !isStruck(one));
      pass(live < 0 ? older.length : live);
    }
    const one = before ? joinOne(before.one, cell.one, options) : cell.one;
    if (!one) continue;
    out.push(cell.list ? { one, list: known.get(cell.list) ?? cell.list } : { one: { ...cell.one, ...one } });
  }
  pass(older.length);
  return out;
}

/** Undefined for what the first step put in and the second took out. */
function joinOne(older: Segment, newer: Segment, { language, putInBy }: JoinOptions): Segment | undefined {
  const by = older.mark?.kind === "ins" ? older.mark.change : putInBy;
  if (newer.mark?.kind === "del")
    return by === undefined ? { ...newer, text: normalise(rejectText(older.text)) } : undefined;
  const text = composeTexts(older.text, newer.text, {
    language,
    ...(by === undefined ? {} : { putInBy: by }),
  });
  return { ...newer, text, ...(older.mark ? { mark: older.mark } : {}) };
}

function joinTail(
  older: Segment | undefined,
  newer: Segment | undefined,
  options: JoinOptions,
): Segment | undefined {
  if (!older || !newer) return newer ?? (older && isStruck(older) ? older : undefined);
  return isStruck(older) ? newer : joinOne(older, newer, options);
}
