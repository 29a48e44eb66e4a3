/** The faint word across every page of a draft, under the text, in solid grey so that no page needs transparency. */

import { breakParagraph } from "./breaker.ts";
import type { PdfDocument } from "./deep.ts";
import { drawLine } from "./draw.ts";
import type { Fonts, Line } from "./line.ts";
import { scriptOfLanguage } from "./script.ts";

const colour = "e4e4e4";
const size = 100;
/** Share of the page's diagonal that the word takes at most. */
const share = 0.7;

export interface Watermark {
  line: Line;
  dir: "ltr" | "rtl";
}

/** Sets the word once for all pages. */
export function setWatermark(
  text: string,
  lang: string,
  dir: "ltr" | "rtl",
  fonts: Fonts,
): Watermark | undefined {
  const run = {
    text,
    script: scriptOfLanguage(lang),
    bold: true,
    italic: false,
    size,
    rise: 0,
    colour,
    lang,
    tag: [],
  };
  const line = breakParagraph({
    runs: [run],
    fonts,
    dir,
    lang,
    measure: 100_000,
    align: "start",
    leading: size,
  })[0];
  return line === undefined || line.width === 0 ? undefined : { line, dir };
}

/** Draws it in the middle of the page, rising along the diagonal. */
export function drawWatermark(doc: PdfDocument, { line }: Watermark): void {
  const { width, height } = doc.page;
  const scale = Math.min(1.2, (Math.hypot(width, height) * share) / line.width);
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  // The page's y axis points down, so a rising line turns against it.
  doc.addContent("q");
  doc.addContent(`${[cos, -sin, sin, cos, width / 2, height / 2].map((n) => n.toFixed(4)).join(" ")} cm`);
  drawLine(doc, line, -line.x - line.width / 2, -line.height / 2);
  doc.addContent("Q");
}
