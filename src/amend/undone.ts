/** What other amendments had done to what is taken out, and what of it goes with it. */
import type { AmendmentId } from "../model/amendment.ts";
import { ownSegments } from "../model/items.ts";
import type { Id, PartItem, Segment } from "../model/resolution.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { flatten } from "../text/runs.ts";
import { textsOf, textsWithin } from "./locate.ts";
import type { Lost } from "./track.ts";

/** Inside an item; `putInBy`: who put the item in. */
export function undone(item: PartItem, putInBy: AmendmentId | undefined): Lost[] {
  const out = undoneWords(
    item.id,
    textsOf(item).map(({ text }) => text),
  );
  if (item.type !== "paragraph") return out;
  for (const { id, text, mark } of ownSegments(item))
    if (mark) out.push({ id, change: mark.change, words: mark.kind === "ins" ? plainText(text) : "" });
  for (const child of item.children) {
    const { mark } = child;
    if (mark?.kind === "ins") out.push({ id: child.id, change: mark.change, words: wordsOf(child) });
    else if (mark) out.push({ id: child.id, change: mark.change, words: "" });
    else if (putInBy !== undefined) out.push({ id: child.id, change: putInBy, words: "" });
    out.push(...undone(child, mark?.kind === "ins" ? mark.change : mark ? undefined : putInBy));
  }
  return out;
}

/** In one text of a paragraph; `putInBy`: who put it in. */
export function undoneIn({ id, text }: Segment, putInBy: AmendmentId | undefined): Lost[] {
  const words = undoneWords(id, [text]);
  return putInBy === undefined ? words : [{ id, change: putInBy, words: plainText(text) }, ...words];
}

function undoneWords(id: Id, texts: readonly InlineText[]): Lost[] {
  const seen = new Set<AmendmentId>();
  return texts.flatMap(flatten).flatMap(({ change, text: words }): Lost[] => {
    if (change?.by === undefined) return [];
    if (change.kind === "ins") return [{ id, change: change.by, words }];
    if (seen.has(change.by)) return [];
    seen.add(change.by);
    return [{ id, change: change.by, words: "" }];
  });
}

/** The words of an item and of what is in it. */
export function wordsOf(item: PartItem): string {
  return textsWithin(item)
    .map(({ text }) => plainText(text))
    .join(" ");
}
