/** A named style of the house with its bases folded in, measures in points. */

import type { HouseStyle, Style } from "../../document/house.ts";

/** Points in a millimetre. */
export const mm = 72 / 25.4;

export interface Look {
  name: string;
  size: number;
  bold: boolean;
  italic: boolean;
  colour: string;
  align: "start" | "end" | "center" | "justify";
  /** Multiple of the size. */
  lineHeight: number;
  before: number;
  after: number;
  indentStart: number;
  indentEnd: number;
  firstLine: number;
  label: { kind: "hanging" | "run-in"; width: number };
  keepWithNext: boolean;
  keepTogether: boolean;
  balance: boolean;
  hyphenate: boolean;
  rule: number;
  /** Names of the style and its bases, nearest first. */
  names: readonly string[];
}

/** Answers looks by name; a name that the house does not have gets the plain look (compose has reported it). */
export function lookBook(house: HouseStyle): (name: string) => Look {
  const book = new Map<string, Look>();
  return (name) => {
    const known = book.get(name);
    if (known !== undefined) return known;
    const look = resolve(house, name);
    book.set(name, look);
    return look;
  };
}

function resolve(house: HouseStyle, name: string): Look {
  const names: string[] = [];
  let merged: Partial<Style> = {};
  for (let at: string | undefined = name; at !== undefined && !names.includes(at); ) {
    names.push(at);
    const style: Style | undefined = Object.hasOwn(house.styles, at) ? house.styles[at] : undefined;
    if (style === undefined) break;
    merged = { ...style, ...merged };
    at = style.basedOn;
  }
  return {
    name,
    size: merged.size ?? 11,
    bold: merged.bold ?? false,
    italic: merged.italic ?? false,
    colour: merged.colour ?? "000000",
    align: merged.align ?? "start",
    lineHeight: merged.lineHeight ?? 1.15,
    before: merged.before ?? 0,
    after: merged.after ?? 0,
    indentStart: (merged.indentStart ?? 0) * mm,
    indentEnd: (merged.indentEnd ?? 0) * mm,
    firstLine: (merged.firstLine ?? 0) * mm,
    label: { kind: merged.label?.kind ?? "hanging", width: (merged.label?.width ?? 10) * mm },
    keepWithNext: merged.keepWithNext ?? false,
    keepTogether: merged.keepTogether ?? false,
    balance: merged.balance ?? false,
    hyphenate: merged.hyphenate ?? false,
    rule: merged.rule ?? 0.5,
    names,
  };
}
