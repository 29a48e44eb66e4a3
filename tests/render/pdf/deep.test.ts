import { describe, expect, it } from "vitest";
import {
  Context,
  KernelLineBase,
  LayoutBuilder,
  openPdf,
  PageElementWriter,
  TableProcessor,
} from "../../../src/render/pdf/deep.ts";

/** Methods that our subclasses override or call; a new pdfmake that renames one must not pass in silence. */
const hooks: [string, { prototype: object }, string[]][] = [
  [
    "LayoutBuilder",
    LayoutBuilder,
    [
      "layoutDocument",
      "tryLayoutDocument",
      "processNode",
      "processLeaf",
      "processVerticalContainer",
      "processTable",
      "processRow",
      "buildNextLine",
    ],
  ],
  [
    "PageElementWriter",
    PageElementWriter,
    ["context", "addLine", "addFragment", "moveToNextPage", "_fitOnPage"],
  ],
  [
    "DocumentContext",
    Context,
    ["initializePage", "addPage", "moveDown", "getCurrentPage", "resetMarginXTopParent"],
  ],
  ["TableProcessor", TableProcessor, ["beginTable", "beginRow", "endRow", "endTable", "drawHorizontalLine"]],
  ["Line", KernelLineBase, ["getHeight", "getAscenderHeight", "getWidth", "clone"]],
];

describe("what we lean on inside pdfmake and pdfkit", () => {
  it.each(hooks)("%s has every method that we build on", (_, type, methods) => {
    for (const method of methods) expect(type.prototype, method).toHaveProperty(method);
  });

  it("assigns writer and docMeasure during a layout, so that accessors can put ours in their place", () => {
    const assigned: string[] = [];
    class Probe extends LayoutBuilder {
      #writer: unknown;
      #measure: unknown;
      override get writer(): PageWriter {
        return this.#writer as PageWriter;
      }
      override set writer(value: unknown) {
        assigned.push("writer");
        this.#writer = value;
      }
      override get docMeasure(): { textInlines: unknown } {
        return this.#measure as { textInlines: unknown };
      }
      override set docMeasure(value: { textInlines: unknown }) {
        assigned.push("docMeasure");
        expect(value).toHaveProperty("textInlines");
        value.textInlines = { buildInlines: () => ({ items: [], minWidth: 0, maxWidth: 0 }) };
        this.#measure = value;
      }
    }
    const margins = { left: 10, right: 10, top: 10, bottom: 10 };
    const layout = new Probe({ width: 200, height: 300, orientation: "portrait" }, margins, undefined);
    const pages = layout.layoutDocument({ stack: [] }, undefined, {}, {});
    expect(assigned).toEqual(["docMeasure", "writer"]);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ items: [], pageSize: { width: 200 }, pageMargins: { top: 10 } });
  });

  it("keeps snapshots of columns with the fields that a reserve for footnotes changes", () => {
    const context = new Context() as Context & {
      addPage(size: object, margins: object): void;
      beginColumnGroup(margins: undefined): void;
    };
    context.addPage({ width: 200, height: 300 }, { left: 10, right: 10, top: 10, bottom: 10 });
    context.beginColumnGroup(undefined);
    expect(context.snapshots[0]).toMatchObject({
      page: 0,
      availableHeight: 280,
      bottomMost: { page: 0, availableHeight: 280 },
    });
  });

  it("lets us write pages, objects and fonts of our own into a pdfkit document", () => {
    const doc = openPdf({ compress: false, lang: "en", info: { Title: "t", CreationDate: new Date(0) } });
    doc.addPage({ size: [100, 100], margin: 0 });
    expect(doc.page.dictionary.data.MediaBox).toEqual([0, 0, 100, 100]);
    expect(doc.page.fonts).toEqual({});
    expect(doc._root.data).toHaveProperty("ViewerPreferences");
    expect(doc._id).toHaveLength(16);
    expect(typeof doc.endMetadata).toBe("function");
    expect(doc._fontFamilies).toEqual({});
    expect(doc._fontCount).toBe(0);
  });
});

type PageWriter = InstanceType<typeof PageElementWriter>;
