/** One look over a page tree before it is written: what is referred to, moved, called, and which numbers are needed. */
import type { Block, Document, FootNote, Inline, Item, TextBlock } from "../../document/tree.ts";

export interface Scan {
  /** Every block with an id, by id; of several with one id the first. */
  targets: Map<string, TextBlock & { kind: string }>;
  /** The item that a sub-paragraph belongs to. */
  parents: Map<Item, Item>;
  /** Highest suffix (1 = bis) that items of a list use, by `list|lang` and depth (1 outermost). */
  suffixes: Map<string, Map<number, number>>;
  /** How often each footnote is called. */
  calls: Map<string, number>;
  /** Name of the move that joins two moved paragraphs; a moved paragraph without a partner is not in here. */
  moves: Map<TextBlock, string>;
}

/** Visits every block of a list in reading order, also those in columns and tables, with the language in force. */
export function visitBlocks(
  blocks: readonly Block[],
  lang: string,
  visit: (b: Block, lang: string) => void,
): void {
  for (const block of blocks) {
    visit(block, "lang" in block && block.lang !== undefined ? block.lang : lang);
    if (block.kind === "columns") for (const c of block.columns) visitBlocks(c.blocks, lang, visit);
    if (block.kind === "table") {
      for (const row of block.rows) {
        for (const cell of row.cells) visitBlocks(cell.blocks, cell.lang ?? lang, visit);
      }
    }
  }
}

export function isText(block: Block): block is Extract<Block, TextBlock> {
  return block.kind === "heading" || block.kind === "para" || block.kind === "item";
}

/** Key of a list in one language: lists of two languages count apart, though they have one name. */
export function listKey(list: string, lang: string): string {
  return `${list}|${lang}`;
}

export function scan(document: Document): Scan {
  const found: Scan = {
    targets: new Map(),
    parents: new Map(),
    suffixes: new Map(),
    calls: new Map(),
    moves: new Map(),
  };
  const moved: TextBlock[] = [];
  const open = new Map<string, Item[]>();
  visitBlocks(document.body, document.lang, (block, lang) => {
    if (!isText(block)) return;
    if (block.id !== undefined && !isTarget(found.targets.get(block.id))) found.targets.set(block.id, block);
    if (block.kind === "item") {
      noteSuffix(found, block, lang);
      noteParent(found, block, open, listKey(block.list, lang));
    }
    if (block.mark?.kind === "move-from" || block.mark?.kind === "move-to") moved.push(block);
    countCalls(found, block.inline);
  });
  pairMoves(found, moved);
  return found;
}

/** References lead to the first block of an id that is there when all changes are accepted. */
function isTarget(block: TextBlock | undefined): boolean {
  return block !== undefined && block.mark?.kind !== "del" && block.mark?.kind !== "move-from";
}

function noteSuffix(found: Scan, item: Item, lang: string): void {
  const key = listKey(item.list, lang);
  const depths = found.suffixes.get(key) ?? new Map<number, number>();
  found.suffixes.set(key, depths);
  depths.set(item.depth, Math.max(depths.get(item.depth) ?? 0, item.suffix ?? 0));
}

/** `open` keeps the last item of each depth, the outermost first. */
function noteParent(found: Scan, item: Item, open: Map<string, Item[]>, key: string): void {
  const line = (open.get(key) ?? []).slice(0, item.depth - 1);
  const parent = line.at(-1);
  if (parent && line.length === item.depth - 1) found.parents.set(item, parent);
  open.set(key, [...line, item]);
}

function countCalls(found: Scan, inline: readonly Inline[]): void {
  for (const node of inline) {
    if (node.kind === "call") found.calls.set(node.id, (found.calls.get(node.id) ?? 0) + 1);
    else if ("children" in node) countCalls(found, node.children);
  }
}

/** Joins each paragraph moved away with the one of the same id, or of the same words, that arrived. */
function pairMoves(found: Scan, moved: readonly TextBlock[]): void {
  const arrivals = moved.filter((b) => b.mark?.kind === "move-to");
  let count = 0;
  for (const from of moved) {
    if (from.mark?.kind !== "move-from") continue;
    const words = plain(from.inline);
    const same = arrivals.findIndex((to) => to.id !== undefined && to.id === from.id);
    const at = same >= 0 ? same : arrivals.findIndex((to) => plain(to.inline) === words);
    const [to] = at >= 0 ? arrivals.splice(at, 1) : [];
    if (!to) continue;
    count += 1;
    found.moves.set(from, `move${count}`);
    found.moves.set(to, `move${count}`);
  }
}

/** The words of inline nodes, with labels of references, without calls of footnotes. */
export function plain(inline: readonly Inline[]): string {
  let out = "";
  for (const node of inline) {
    if (node.kind === "text") out += node.text;
    else if (node.kind === "ref") out += node.label;
    else if (node.kind === "br" || node.kind === "tab") out += " ";
    else if ("children" in node) out += plain(node.children);
  }
  return out;
}

/** Words of a note, for messages. */
export function noteWords(note: FootNote): string {
  return note.blocks.map((b) => plain(b.inline)).join(" ");
}
