/** Reads what an amendment changed, and puts texts and rows of paragraphs back into a resolution in tracked form. */
import type { Amendment, AmendmentId, Operation } from "../model/amendment.ts";
import { mapOwnTexts, mapRows, mapSame, withChildren } from "../model/items.ts";
import type { Id, Paragraph, PartItem, Resolution } from "../model/resolution.ts";
import { annexTitleId } from "../model/walk.ts";
import { hasChanges } from "../text/changes.ts";
import type { InlineText } from "../text/inline.ts";
import { indexOf, textsOf } from "./locate.ts";
import { refuse } from "./refuse.ts";

export function isRow(texts: InlineText | InlineText[]): texts is InlineText[] {
  return texts.every((one) => Array.isArray(one));
}

/** Words that stand in a text of another language. */
export function inOtherLanguage(text: InlineText, lang: string): InlineText {
  return [{ kind: "isolate", dir: "auto", lang, children: text }];
}

/** The texts in which an amendment has changed something, by id. */
export function changedTexts(r: Resolution, by: AmendmentId): Map<Id, InlineText> {
  const index = indexOf(r);
  const found = new Map<Id, InlineText>();
  for (const [id, text] of index.heads) if (hasChanges(text, by)) found.set(id, text);
  for (const { item } of index.live.values())
    for (const { id, text } of textsOf(item)) if (hasChanges(text, by)) found.set(id, text);
  return found;
}

/** The resolution with other texts in what stands in it; what is struck keeps its own. */
export function withTexts(r: Resolution, texts: ReadonlyMap<Id, InlineText>): Resolution {
  if (texts.size === 0) return r;
  const row = <T extends PartItem>(items: T[]): T[] =>
    mapSame(items, (item): T => {
      if (item.mark?.kind === "del" || item.mark?.kind === "move-from") return item;
      return withChildren(
        mapOwnTexts(item, (text, id) => texts.get(id) ?? text),
        row,
      );
    });
  const rows = mapRows(r, row);
  const annexes = mapSame(rows.annexes, (annex) => {
    const title = texts.get(annexTitleId(annex));
    return title ? { ...annex, title } : annex;
  });
  const title = texts.get("title");
  return { ...rows, annexes, ...(title ? { title } : {}) };
}

/** Refuses depths that are not as many as the new paragraphs. */
export function checkDepths({ ids, depths }: Extract<Operation, { kind: "add" }>, a: Amendment): void {
  if (depths && depths.length !== ids.length)
    refuse(a, {
      code: "texts-differ",
      message: `It gives ${depths.length} depths for ${ids.length} new paragraphs.`,
      hint: "Give one depth for each new paragraph.",
      field: "add",
    });
}

/** Flat paragraphs with their depths as a tree. A depth that leaves out a level is taken as one level further in. */
export function nest(flat: readonly Paragraph[], depths: readonly number[]): Paragraph[] {
  const top: Paragraph[] = [];
  const open: { depth: number; children: Paragraph[] }[] = [{ depth: 0, children: top }];
  flat.forEach((paragraph, i) => {
    const depth = Math.max(1, depths[i] ?? 1);
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const children: Paragraph[] = [];
    open.at(-1)?.children.push({ ...paragraph, children });
    open.push({ depth, children });
  });
  return top;
}

/** Which paragraph stands where, as one string. */
export function arrangement(r: Resolution): string {
  return [...indexOf(r).live.values()]
    .map(({ item, above, part }) => `${part} ${above.at(-1)?.id ?? ""} ${item.id}`)
    .join("\n");
}
