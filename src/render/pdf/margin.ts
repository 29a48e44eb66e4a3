/** The bars beside changed paragraphs, in the start margin. */

import type { Sheet, SheetStroke } from "./sheet.ts";

/** Points from the text area to the bar. */
const barDistance = 9;

/** A bar along every run of changed lines. `left` is the start edge of the text area; call before mirroring. */
export function changeBars(sheet: Sheet, left: number): void {
  const bars: SheetStroke[] = [];
  for (const item of sheet.items) {
    if (item.kind !== "line" || !item.set.leaf.changed) continue;
    const last = bars[bars.length - 1];
    const bottom = item.y + item.set.height;
    // One bar for lines that follow each other, the space between two changed paragraphs included.
    if (last !== undefined && item.y >= last.y1 && item.y - last.y2 < item.set.height)
      last.y2 = Math.max(last.y2, bottom);
    else
      bars.push({
        kind: "stroke",
        x1: left - barDistance,
        x2: left - barDistance,
        y1: item.y,
        y2: bottom,
        thickness: 1,
        colour: "000000",
      });
  }
  sheet.items.push(...bars);
}
