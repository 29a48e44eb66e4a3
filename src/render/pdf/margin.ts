/** What stands in the start margin: bars beside changed paragraphs and, when asked for, numbers of lines. */

import { breakParagraph } from "./breaker.ts";
import type { SetLine } from "./leaf.ts";
import type { Fonts, Line } from "./line.ts";
import { scriptOfLanguage } from "./script.ts";
import type { Sheet, SheetLine, SheetStroke } from "./sheet.ts";

/** Points from the text area to the bar, and to the end of a line number. */
const barDistance = 9;
const numberDistance = 14;
const numberSize = 7;

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

/** Numbers lines of the running text from 1 over the whole document and prints every `step`th. Call before mirroring. */
export function lineNumbers(
  sheets: readonly Sheet[],
  step: number,
  options: { left: number; lang: string; dir: "ltr" | "rtl"; fonts: Fonts; print: (n: number) => string },
): void {
  let count = 0;
  for (const sheet of sheets) {
    const numbers: SheetLine[] = [];
    for (const item of sheet.items) {
      if (item.kind !== "line" || item.artifact !== undefined) continue;
      if (!item.set.leaf.counted || item.set.line === undefined) continue;
      count++;
      if (count % step !== 0) continue;
      const set = numberLine(options.print(count), item.set, options);
      const width = options.left - numberDistance;
      const rise = (item.set.line.ascent ?? 0) - (set.line?.ascent ?? 0);
      numbers.push({ kind: "line", set, x: 0, y: item.y + rise, width, artifact: "page" });
    }
    sheet.items.push(...numbers);
  }
}

function numberLine(
  text: string,
  beside: SetLine,
  options: { left: number; lang: string; dir: "ltr" | "rtl"; fonts: Fonts },
): SetLine {
  const { lang, dir, fonts } = options;
  const run = {
    text,
    script: scriptOfLanguage(lang),
    bold: false,
    italic: false,
    size: numberSize,
    rise: 0,
    colour: "555555",
    lang,
    tag: [],
  };
  const measure = options.left - numberDistance;
  const line: Line | undefined = breakParagraph({
    runs: [run],
    fonts,
    dir,
    lang,
    measure,
    align: "end",
    leading: numberSize,
  })[0];
  const leaf = { ...beside.leaf, indentStart: 0, indentEnd: 0, dir, changed: false, counted: false };
  delete leaf.label;
  delete leaf.element;
  return { leaf, index: 0, ...(line === undefined ? {} : { line }), height: numberSize, calls: [] };
}
