/** The outline (bookmarks) and the named destinations of a file. */

import type { PdfDocument, PdfRef } from "./deep.ts";
import type { Bookmark } from "./definition.ts";
import type { Leaf } from "./leaf.ts";
import { textString } from "./tags.ts";

/** Where a leaf begins: page, and points from the page's left and bottom edge. */
export interface Spot {
  page: PdfRef;
  left: number;
  top: number;
}

interface Entry {
  bookmark: Bookmark;
  ref: PdfRef;
  children: Entry[];
}

/** Writes the outline: headings nested by level, parts under the title, paragraphs under the part or heading before them. */
export function writeOutline(
  doc: PdfDocument,
  bookmarks: readonly Bookmark[],
  spots: ReadonlyMap<Leaf, Spot>,
): void {
  const top: Entry[] = [];
  const path: { level: number; entry: Entry }[] = [];
  let count = 0;
  for (const bookmark of bookmarks) {
    const spot = spots.get(bookmark.leaf);
    if (spot === undefined) continue;
    const level = depthOf(bookmark.level);
    while ((path[path.length - 1]?.level ?? 0) >= level) path.pop();
    const entry: Entry = {
      bookmark,
      ref: doc.ref({ Title: textString(bookmark.text), Dest: destination(spot) }),
      children: [],
    };
    (path[path.length - 1]?.entry.children ?? top).push(entry);
    path.push({ level, entry });
    count++;
  }
  if (count === 0) return;
  const root = doc.ref({ Type: "Outlines" });
  join(root, top);
  root.data.Count = count;
  root.end();
  doc._root.data.Outlines = root;
  doc._root.data.PageMode = "UseOutlines";
}

/** A part stands below the title and above its own headings. */
function depthOf(level: Bookmark["level"]): number {
  return level === "paragraph" ? 9 : level === "part" ? 1.5 : level;
}

function join(parent: PdfRef, entries: readonly Entry[]): void {
  parent.data.First = entries[0]?.ref;
  parent.data.Last = entries[entries.length - 1]?.ref;
  entries.forEach(({ ref, children }, i) => {
    ref.data.Parent = parent;
    if (i > 0) ref.data.Prev = entries[i - 1]?.ref;
    if (i < entries.length - 1) ref.data.Next = entries[i + 1]?.ref;
    if (children.length > 0) {
      join(ref, children);
      ref.data.Count = children.reduce((sum, child) => sum + 1 + Math.max(0, sized(child)), 0);
    }
    ref.end();
  });
}

/** Open entries below an entry. */
function sized(entry: Entry): number {
  return entry.children.reduce((sum, child) => sum + 1 + sized(child), 0);
}

/** Names a place of the file for links; sorted by code unit as name trees must be (ISO 32000-1, 7.9.6). */
export function writeDestinations(doc: PdfDocument, spots: ReadonlyMap<string, Spot>): void {
  const names = [...spots].sort(([a], [b]) => byBytes(a, b));
  if (names.length === 0) return;
  const tree = doc.ref({ Names: names.flatMap(([name, spot]) => [textString(name), destination(spot)]) });
  tree.end();
  const all = doc._root.data.Names as PdfRef;
  all.data.Dests = tree;
}

/** Names outside ASCII are written in UTF-16 behind a mark that sorts after every ASCII letter. */
function byBytes(a: string, b: string): number {
  const wide = Number(/[^\0-\x7e]/.test(a)) - Number(/[^\0-\x7e]/.test(b));
  if (wide !== 0) return wide;
  return a < b ? -1 : a > b ? 1 : 0;
}

function destination(spot: Spot): unknown[] {
  return [spot.page, "XYZ", spot.left, spot.top, null];
}
