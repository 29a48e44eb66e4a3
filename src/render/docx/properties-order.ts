/** The order that the schema asks for inside paragraph, run and table properties (ECMA-376 part 1, annex A: CT_PPr, CT_RPr). */
import type { El } from "./elements.ts";

const paragraphOrder = [
  "w:pStyle",
  "w:keepNext",
  "w:keepLines",
  "w:pageBreakBefore",
  "w:widowControl",
  "w:numPr",
  "w:pBdr",
  "w:tabs",
  "w:suppressAutoHyphens",
  "w:bidi",
  "w:spacing",
  "w:ind",
  "w:jc",
  "w:outlineLvl",
  "w:rPr",
];

const runOrder = [
  "w:ins",
  "w:del",
  "w:moveFrom",
  "w:moveTo",
  "w:rStyle",
  "w:rFonts",
  "w:b",
  "w:bCs",
  "w:i",
  "w:iCs",
  "w:strike",
  "w:color",
  "w:sz",
  "w:szCs",
  "w:u",
  "w:vertAlign",
  "w:rtl",
  "w:lang",
];

function sorter(order: readonly string[]): (properties: El[]) => El[] {
  const rank = new Map(order.map((name, index) => [name, index]));
  const of = (e: El): number => {
    const found = rank.get(e.name);
    if (found === undefined) throw new Error(`no place in the schema's order for ${e.name}`);
    return found;
  };
  return (properties) => properties.sort((a, b) => of(a) - of(b));
}

/** Sorts in place and returns the same array; throws on an element that this renderer does not write. */
export const orderParagraph: (properties: El[]) => El[] = sorter(paragraphOrder);
export const orderRun: (properties: El[]) => El[] = sorter(runOrder);
