/** A finished page before it is painted: lines and strokes at their places, points from the top left corner. */

import type { KernelPage } from "./deep.ts";
import { PlacedLine } from "./kernel/line.ts";
import type { SetLine } from "./leaf.ts";
import type { ArtifactKind } from "./tags.ts";

/** A line in its container: `x` and `width` are the container's, `y` is the top of the line. */
export interface SheetLine {
  kind: "line";
  set: SetLine;
  x: number;
  y: number;
  width: number;
  /** Furniture, or a header row that was said before. */
  artifact?: ArtifactKind;
}

export interface SheetStroke {
  kind: "stroke";
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thickness: number;
  /** Six hex digits. */
  colour: string;
}

export interface Sheet {
  items: (SheetLine | SheetStroke)[];
}

/** Reads the kernel's pages; the second time that a line comes (a repeated header row) it is an artifact. */
export function sheetsOf(pages: readonly KernelPage[]): Sheet[] {
  const seen = new Set<SetLine>();
  return pages.map(({ items }) => {
    const sheet: Sheet = { items: [] };
    for (const { type, item } of items) {
      if (item instanceof PlacedLine) {
        const line: SheetLine = {
          kind: "line",
          set: item.set,
          x: item.x ?? 0,
          y: item.y ?? 0,
          width: item.maxWidth,
        };
        if (seen.has(item.set)) line.artifact = "page";
        seen.add(item.set);
        sheet.items.push(line);
      } else if (type === "vector" && isStroke(item)) {
        const { x1, y1, x2, y2 } = item;
        sheet.items.push({
          kind: "stroke",
          x1,
          y1,
          x2,
          y2,
          thickness: item.lineWidth,
          colour: item.lineColor,
        });
      }
    }
    return sheet;
  });
}

interface KernelStroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  lineWidth: number;
  lineColor: string;
}

function isStroke(item: unknown): item is KernelStroke {
  return typeof item === "object" && item !== null && "x1" in item && "lineWidth" in item;
}
