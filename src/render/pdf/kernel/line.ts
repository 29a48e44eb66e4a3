/** A set line in the form that the kernel moves about: it has a height and knows nothing of text. */

import { KernelLineBase } from "../deep.ts";
import type { SetLine } from "../leaf.ts";

export class PlacedLine extends KernelLineBase {
  readonly set: SetLine;

  constructor(set: SetLine, width: number) {
    super(width);
    this.set = set;
  }

  override getHeight(): number {
    return this.set.height;
  }

  override getAscenderHeight(): number {
    return this.set.line?.ascent ?? 0;
  }

  override getWidth(): number {
    return this.maxWidth;
  }

  override clone(): PlacedLine {
    const copy = new PlacedLine(this.set, this.maxWidth);
    if (this.x !== undefined) copy.x = this.x;
    if (this.y !== undefined) copy.y = this.y;
    return copy;
  }
}
