/**
 * The package around the text, made by docx: content types, relations, theme, section, headers and footers. It holds empty
 * elements where the text belongs. It depends on the page alone; see `shells.ts`, which is how to get one.
 */
import { Document, FileChild, Footer, Header, NumberFormat, Packer } from "docx";
import { pointTwips, twips } from "./measure.ts";
import { isOwn, type Shell, type ShellKind, type Slot, slotTag } from "./shells.ts";

/** An element that the package writes as `<hemicycle-slot-…/>`. */
class SlotElement extends FileChild {
  constructor(slot: Slot) {
    super(slotTag + slot);
  }
}

/** Parts that documents bring themselves are not among them. */
export function makeShell(kind: ShellKind): Shell {
  const shell = new Map<string, string>();
  for (const [path, data] of compile(shellDocument(kind))) {
    if (typeof data !== "string") throw new Error(`${path} is not XML`);
    if (isOwn(path) || (path.endsWith(".rels") && !data.includes("<Relationship "))) continue;
    shell.set(path, path === "word/document.xml" && kind.dir === "rtl" ? withRightToLeft(data) : data);
  }
  return shell;
}

/**
 * The parts before they are zipped. The package keeps its compiler to itself; zipping only to unzip again would cost a
 * third of the time. A test holds this door, so that an upgrade that closes it is noticed at once.
 */
function compile(document: Document): Map<string, string | Uint8Array> {
  const { compiler } = Packer as unknown as {
    compiler?: { compile?(d: Document): Map<string, string | Uint8Array> };
  };
  if (typeof compiler?.compile !== "function") {
    throw new Error("this version of docx has another way to its parts");
  }
  return compiler.compile(document);
}

function shellDocument({ page, dir, indic }: ShellKind): Document {
  const { width, height, margins, headerDistance, footerDistance } = page;
  const rtl = dir === "rtl";
  const furniture = (slot: Slot): { children: never[] } => ({ children: [new SlotElement(slot)] as never[] });
  return new Document({
    styles: { importedStyles: [new SlotElement("styles")] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(width), height: twips(height) },
            margin: {
              top: twips(margins.top),
              bottom: twips(margins.bottom),
              left: twips(rtl ? margins.end : margins.start),
              right: twips(rtl ? margins.start : margins.end),
              header: twips(headerDistance),
              footer: twips(footerDistance),
              gutter: 0,
            },
            ...(indic ? { pageNumbers: { formatType: NumberFormat.HINDI_NUMBERS } } : {}),
          },
          grid: { linePitch: pointTwips(18) },
        },
        headers: { first: new Header(furniture("firstHeader")), default: new Header(furniture("header")) },
        footers: { first: new Footer(furniture("firstFooter")), default: new Footer(furniture("footer")) },
        children: [new SlotElement("body")],
      },
    ],
  });
}

/** A right-to-left section (17.6.1), which the package cannot say; the schema wants it just before the grid. */
function withRightToLeft(main: string): string {
  const at = main.lastIndexOf("<w:docGrid");
  if (at < 0) throw new Error("the section of the document is not where it was");
  return `${main.slice(0, at)}<w:bidi/>${main.slice(at)}`;
}
