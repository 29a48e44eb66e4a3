import { describe, expect, it } from "vitest";
import type { Block, Document, Inline, Para } from "../../../src/document/tree.ts";
import { press, printed, textOf } from "./pages-kit.ts";
import { sample, sampleHouse } from "./sample.ts";

const para = (text: string): Para => ({ kind: "para", style: "prose", inline: [{ kind: "text", text }] });
const bare = (...body: Block[]): Document => ({
  ...sample("en", { plain: true }),
  body,
  rest: { header: [], footer: [] },
});
const codes = async (document: Document, house = sampleHouse()) =>
  (await press.print(document, house)).diagnostics.map(({ code }) => code);

describe("input that means no good", () => {
  it("is an empty document: one empty page", async () => {
    const { pages } = await printed(bare());
    expect(pages).toBe(1);
  });

  it("has a word of a hundred thousand letters: a message, no hang", async () => {
    expect(await codes(bare(para("x".repeat(100_000))))).toContain("word-too-long");
  });

  it("nests inline nodes or tables far too deep: a message, no crash", async () => {
    let inline: Inline = { kind: "text", text: "deep" };
    for (let i = 0; i < 5000; i++) inline = { kind: "strong", children: [inline] };
    expect(await codes(bare({ kind: "para", style: "prose", inline: [inline] }))).toContain(
      "nesting-too-deep",
    );
    let block: Block = para("deep");
    for (let i = 0; i < 300; i++)
      block = {
        kind: "table",
        widths: [1],
        headerRows: 0,
        lines: true,
        rows: [{ cells: [{ blocks: [block] }] }],
      };
    expect(await codes(bare(block))).toContain("nesting-too-deep");
  });

  it("puts sixty tables into one another: a page, and nothing is lost", async () => {
    let block: Block = para("deep");
    for (let i = 0; i < 60; i++)
      block = {
        kind: "table",
        widths: [1],
        headerRows: 0,
        lines: true,
        rows: [{ cells: [{ blocks: [block] }] }],
      };
    const { pdf } = await printed(bare(block, para("after")));
    expect(await textOf(pdf, pdf.numPages)).toContain("after");
  });

  it("asks for letters larger than the page: the line is missed, not lost in silence", async () => {
    const house = sampleHouse();
    const styles = { ...house.styles, huge: { word: "Huge", size: 2000, lineHeight: 1 } };
    const document = bare({ ...para("I"), style: "huge" }, para("after"));
    const made = await press.print(document, { ...house, styles });
    expect(made.value).toBeUndefined();
    expect(made.diagnostics).toMatchObject([{ code: "line-lost", severity: "error" }]);
  });

  it("has a style that is based on itself, a column of no width, a date that is none", async () => {
    const house = sampleHouse();
    const styles = { ...house.styles, round: { word: "Round", basedOn: "round" } };
    const document = bare(
      { ...para("round"), style: "round" },
      {
        kind: "columns",
        columns: [
          { width: 0, blocks: [para("thin")] },
          { width: 0, blocks: [para("thin too")] },
        ],
      },
      { kind: "columns", columns: [] },
      { kind: "table", widths: [], headerRows: 3, lines: true, rows: [] },
    );
    document.meta.date = "soon";
    const made = await press.print(document, { ...house, styles });
    expect(made.value?.pages).toBe(1);
  });

  it("links to a script: a message", async () => {
    const link: Inline = {
      kind: "link",
      href: "javascript:alert(1)",
      children: [{ kind: "text", text: "click" }],
    };
    expect(await codes(bare({ kind: "para", style: "prose", inline: [link] }))).toContain("link-refused");
  });

  it("writes markup and brackets into titles and addresses: they stay text", async () => {
    const document = bare(para("text"));
    document.meta.title = "]>></rdf:RDF>(\\) <&\"'";
    const { pdf } = await printed(document);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: document.meta.title });
    expect(metadata?.get("dc:title")).toBe(document.meta.title);
    expect(await textOf(pdf, 1)).toBe("text");
  });
});
