/** Page tree to Word: the parts of a document written and packed. */
import type { HouseStyle } from "../../document/house.ts";
import type { Document } from "../../document/tree.ts";
import { type Checked, hasErrors } from "../../report/diagnostic.ts";
import { writeClosed } from "./block.ts";
import { createContext } from "./context.ts";
import { furnitureBlocks } from "./furniture.ts";
import { measureOf } from "./house-look.ts";
import { endnotesPart, footnotesPart } from "./notes.ts";
import { packDocument } from "./package.ts";
import { coreProperties, customProperties, settings } from "./properties.ts";
import { styleElements } from "./styles.ts";
import { surroundings } from "./surroundings.ts";
import { withWatermark } from "./watermark.ts";

/**
 * A page tree as a .docx file. What an author wrote wrong is in the diagnostics, and no file is made when it forbids one;
 * a page tree that contradicts itself (a list or a footnote that is not there, an unknown kind of node) throws.
 */
export async function renderDocx(document: Document, house: HouseStyle): Promise<Checked<Uint8Array>> {
  const context = createContext(document, house);
  const area = { ...surroundings(context, "body"), measure: measureOf(house) };
  const body = writeClosed(context, document.body, area);
  const footnotes = footnotesPart(context);
  const firstHeader = furnitureBlocks(context, document.first.header);
  const header = furnitureBlocks(context, document.rest.header);
  const bytes = await packDocument(context, {
    slots: {
      body,
      firstHeader: withWatermark(context, firstHeader, 1),
      header: withWatermark(context, header, 2),
      firstFooter: furnitureBlocks(context, document.first.footer),
      footer: furnitureBlocks(context, document.rest.footer),
      styles: styleElements({
        house,
        document,
        names: context.names,
        numbers: context.numbering.numbers,
        derived: context.numbering.derived,
      }),
    },
    own: {
      "docProps/core.xml": coreProperties(context),
      "docProps/custom.xml": customProperties(context),
      "word/settings.xml": settings(context),
      "word/numbering.xml": context.numbering.part(),
      "word/footnotes.xml": footnotes,
      "word/endnotes.xml": endnotesPart(),
    },
  });
  const { diagnostics } = context;
  return hasErrors(diagnostics) ? { diagnostics } : { value: bytes, diagnostics };
}
