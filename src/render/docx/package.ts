/**
 * The file: parts made by the docx package, beside those it cannot say, zipped so that the same document gives the same
 * bytes anywhere. fflate deflates because it is JavaScript: zlib's output differs between processors and Node versions.
 */
import { Document as DocxDocument, type FileChild, Footer, Header, NumberFormat, Packer } from "docx";
import { zipSync } from "fflate";
import type { Context } from "./context.ts";
import { type El, Part, toXml } from "./elements.ts";
import { pointTwips, twips } from "./measure.ts";

export interface Parts {
  body: readonly El[];
  firstHeader: readonly El[];
  firstFooter: readonly El[];
  header: readonly El[];
  footer: readonly El[];
  styles: readonly El[];
  properties: { name: string; value: string }[];
  /** Parts that the package does not write, or not in this way: path -> root element. */
  own: Record<string, El>;
}

export function packDocument(context: Context, parts: Parts): Uint8Array {
  const files = compile(docxDocument(context, parts));
  for (const [path, root] of Object.entries(parts.own)) files.set(path, declaration + toXml(root));
  finishSection(files, context);
  for (const [path, data] of files) {
    if (path.endsWith(".rels") && typeof data === "string" && !data.includes("<Relationship "))
      files.delete(path);
  }
  const encoder = new TextEncoder();
  const entries: Record<string, Uint8Array> = {};
  for (const path of [...files.keys()].sort(packageOrder)) {
    const data = files.get(path) ?? "";
    entries[path] = typeof data === "string" ? encoder.encode(data) : data;
  }
  return zipSync(entries, { level: 6, mtime: fixedTime() });
}

/** Local fields of a day far from the turn of a year: a DOS time has no zone, so the stamp is the same in each. */
function fixedTime(): Date {
  return new Date(1980, 0, 1, 12, 0, 0);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Content types and root relationships first, as readers expect; the rest by code point. */
function packageOrder(a: string, b: string): number {
  const rank = (path: string): number =>
    path === "[Content_Types].xml" ? 0 : path === "_rels/.rels" ? 1 : 2;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

type Files = Map<string, string | Uint8Array>;

/**
 * The parts before they are zipped. The package keeps its compiler to itself; zipping only to unzip again would cost a
 * third of the time. A test holds this door, so that an upgrade that closes it is noticed at once.
 */
function compile(document: DocxDocument): Files {
  const { compiler } = Packer as unknown as { compiler?: { compile?(d: DocxDocument): Files } };
  if (typeof compiler?.compile !== "function")
    throw new Error("this version of docx has another way to its parts");
  return compiler.compile(document);
}

function docxDocument({ house, document }: Context, parts: Parts): DocxDocument {
  const { width, height, margins, headerDistance, footerDistance } = house.page;
  const rtl = document.dir === "rtl";
  const indic = document.numbering.some((n) => n.levels[0]?.numeral === "arabicIndic");
  const blocks = (elements: readonly El[]): FileChild[] => elements.map((e) => new Part(e));
  const furniture = (elements: readonly El[]): { children: never[] } => ({
    children: blocks(elements) as never[],
  });
  return new DocxDocument({
    creator: document.meta.author,
    customProperties: parts.properties,
    styles: { importedStyles: blocks(parts.styles) },
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
        headers: {
          first: new Header(furniture(parts.firstHeader)),
          default: new Header(furniture(parts.header)),
        },
        footers: {
          first: new Footer(furniture(parts.firstFooter)),
          default: new Footer(furniture(parts.footer)),
        },
        children: blocks(parts.body),
      },
    ],
  });
}

/** A right-to-left section (17.6.1), which the package cannot say; the schema wants it just before the grid. */
function finishSection(files: Files, { document }: Context): void {
  if (document.dir !== "rtl") return;
  const main = files.get("word/document.xml");
  const at = typeof main === "string" ? main.lastIndexOf("<w:docGrid") : -1;
  if (typeof main !== "string" || at < 0) throw new Error("the section of the document is not where it was");
  files.set("word/document.xml", `${main.slice(0, at)}<w:bidi/>${main.slice(at)}`);
}
