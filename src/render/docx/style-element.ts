/** One `w:style` in the order of the schema, and the sizes of a face and its Arabic companion. */
import type { FontFamily } from "../../document/house.ts";
import { type El, el, flag, val } from "./elements.ts";
import { halfPoints } from "./measure.ts";
import { orderParagraph, orderRun } from "./properties-order.ts";
import type { StyleName } from "./style-names.ts";

export interface StyleParts {
  basedOn?: string;
  next?: string;
  default?: boolean;
  quick?: boolean;
  paragraph?: El[];
  run?: El[];
}

export function styleElement(
  type: "paragraph" | "character",
  { id, name, custom }: StyleName,
  parts: StyleParts,
): El {
  const attributes = {
    "w:type": type,
    ...(parts.default ? { "w:default": 1 } : {}),
    ...(custom ? { "w:customStyle": 1 } : {}),
    "w:styleId": id,
  };
  return el("w:style", attributes, [
    val("w:name", name),
    ...(parts.basedOn === undefined ? [] : [val("w:basedOn", parts.basedOn)]),
    ...(parts.next === undefined ? [] : [val("w:next", parts.next)]),
    ...(parts.quick ? [flag("w:qFormat")] : []),
    ...(parts.paragraph?.length ? [el("w:pPr", undefined, orderParagraph(parts.paragraph))] : []),
    ...(parts.run?.length ? [el("w:rPr", undefined, orderRun(parts.run))] : []),
  ]);
}

/** Sizes in half-points; complex scripts have their own, scaled as the house says. */
export function sizes(pt: number, arabic: FontFamily): El[] {
  return [val("w:sz", halfPoints(pt)), val("w:szCs", halfPoints(pt * arabic.scale))];
}
