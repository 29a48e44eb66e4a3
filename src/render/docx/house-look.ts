/** What a named style comes to when everything it is based on is counted in. */
import type { HouseStyle, Style } from "../../document/house.ts";

/** A style with the values of its ancestors filled in; `size` (pt) and `lineHeight` are always there. */
export type FullStyle = Style & { size: number; lineHeight: number };

const fallback = { size: 11, lineHeight: 1.15 };

/** The full style, or undefined when the house has no style of that name. A circle of `basedOn` ends where it closes. */
export function fullStyle(house: HouseStyle, name: string): FullStyle | undefined {
  const chain: Style[] = [];
  const seen = new Set<string>();
  let at: string | undefined = name;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const style: Style | undefined = house.styles[at];
    if (!style) break;
    chain.unshift(style);
    at = style.basedOn;
  }
  return chain.length === 0 ? undefined : Object.assign({}, fallback, ...chain);
}

/** Width between the margins in mm. */
export function measureOf(house: HouseStyle): number {
  const { width, margins } = house.page;
  return width - margins.start - margins.end;
}
