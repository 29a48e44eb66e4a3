/** Where the kernel stands on a page, with the room taken away that footnotes and tall running heads need. */

import { Context } from "../deep.ts";
import type { Feet } from "../feet.ts";

/** Points that the furniture of a page needs beyond its margins. */
export interface Extra {
  top: number;
  bottom: number;
}

export class FootContext extends Context {
  // The kernel's constructor opens no page, so these are there before the first one.
  readonly #feet: Feet;
  readonly #extra: (page: number) => Extra;

  constructor(feet: Feet, extra: (page: number) => Extra) {
    super();
    this.#feet = feet;
    this.#extra = extra;
  }

  /** Called for every new page, and again when a later column comes to a page that is there already. */
  override initializePage(): void {
    super.initializePage();
    const extra = this.#extra(this.page);
    this.y += extra.top;
    this.availableHeight -= extra.top + extra.bottom + this.#feet.height(this.page);
  }

  /** Takes height away at the foot of the page, for this column and for those beside and around it. */
  reserve(height: number): void {
    this.availableHeight -= height;
    for (const snapshot of this.snapshots) {
      if (snapshot.page === this.page) snapshot.availableHeight -= height;
      if (snapshot.bottomMost?.page === this.page) snapshot.bottomMost.availableHeight -= height;
    }
  }
}
