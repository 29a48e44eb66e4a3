/** The door of the PDF renderer: a press prints page trees; fonts are parsed once for all its documents. */

import type { HouseStyle } from "../../document/house.ts";
import type { Document } from "../../document/tree.ts";
import { type Checked, hasErrors } from "../../report/diagnostic.ts";
import { createTypecase } from "./fonts.ts";
import { missingFonts } from "./missing-fonts.ts";
import { noteFaults } from "./note-faults.ts";
import { preflight } from "./preflight.ts";
import { type Printed, type PrintOptions, printDocument } from "./printer.ts";

export type { Printed, PrintOptions } from "./printer.ts";

export interface Press {
  /**
   * Makes a PDF (1.7, tagged) of a page tree; `lineNumbers` prints every so many lines a number in the margin. The same
   * document and house give the same bytes. No value when a character, a link or a line is an error.
   */
  print(document: Document, house: HouseStyle, options?: PrintOptions): Promise<Checked<Printed>>;
}

/** `font` gives the bytes of a font file as the house names it, or undefined when it is not installed. */
export function createPress(font: (file: string) => Uint8Array | undefined): Press {
  const typecase = createTypecase(font);
  return {
    async print(document, house, options = {}) {
      const fonts = typecase.fonts(house);
      const absent = missingFonts(document, house, typecase);
      if (absent.length > 0) return { diagnostics: absent };
      const found = [...preflight(document, fonts), ...noteFaults(document)];
      if (hasErrors(found)) return { diagnostics: found };
      const { value, diagnostics } = await printDocument(document, house, fonts, options);
      const all = [...found, ...diagnostics];
      return value === undefined || hasErrors(all) ? { diagnostics: all } : { value, diagnostics: all };
    },
  };
}
