/** Turns a page over for right-to-left documents: every container and stroke changes sides, words stay readable. */

import type { Sheet } from "./sheet.ts";

/** Changes the sheet in place. `width` is the page's, in points. */
export function mirror(sheet: Sheet, width: number): void {
  for (const item of sheet.items) {
    if (item.kind === "line") item.x = width - item.x - item.width;
    else {
      const { x1, x2 } = item;
      item.x1 = width - x2;
      item.x2 = width - x1;
    }
  }
}
