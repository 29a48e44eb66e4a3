import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkup } from "../../src/document/markup.ts";
import { printMarkup } from "../../src/document/print-markup.ts";
import type { Document } from "../../src/document/tree.ts";
import { documents } from "./trees.ts";

const frame = {
  meta: { title: "", author: "", subject: "", keywords: "", symbol: "", date: "2010-01-01", source: "" },
  numbering: [],
};
const styles = new Set(["title", "operative", "prose"]);
const read = (source: string) => parseMarkup(source, frame, { file: "x.hbs", styles });
const body = (inside: string) => read(`<document lang="en" dir="ltr">\n${inside}\n</document>`);

function fault(inside: string): string {
  const { value, diagnostics } = body(inside);
  expect(value).toBeUndefined();
  const [d] = diagnostics;
  return `${d?.place?.line}:${d?.place?.column} ${d?.code} ${d?.message} ${d?.hint ?? ""}`;
}

describe("the markup of page trees", () => {
  it("comes back as the same tree after printing, whatever the tree", () => {
    fc.assert(
      fc.property(documents, (document: Document) => {
        const again = parseMarkup(
          printMarkup(document),
          { meta: document.meta, numbering: document.numbering },
          { file: "x", styles },
        );
        expect(again.diagnostics).toEqual([]);
        expect(again.value).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it("says nothing through line breaks around and inside a block's text, and keeps other spaces", () => {
    const para = body('<para style="title">\n   one\n   <strong>two</strong>  three \n</para>').value
      ?.body[0];
    expect(para).toMatchObject({
      inline: [
        { kind: "text", text: "one " },
        { kind: "strong", children: [{ kind: "text", text: "two" }] },
        { kind: "text", text: "  three" },
      ],
    });
  });

  it("puts headers, footers and notes where they belong", () => {
    const made = body(
      '<header on="rest"><para style="title"><page/></para></header><footer on="first"><rule style="title"/></footer><note id="n1" label="1"><para style="prose">x</para></note>',
    ).value;
    expect(made?.rest.header).toMatchObject([{ kind: "para", inline: [{ kind: "page" }] }]);
    expect(made?.first.footer).toEqual([{ kind: "rule", style: "title" }]);
    expect(made?.notes).toMatchObject([{ id: "n1", label: "1" }]);
  });

  it("reports an unknown element with the nearest known one", () => {
    expect(fault('  <pra style="title">x</pra>')).toBe(
      "2:3 template-element There is no element <pra>. Did you mean <para>?",
    );
  });

  it("reports an unknown attribute at the attribute, also on a later line", () => {
    expect(fault('<para\n   stile="title" style="title">x</para>')).toBe(
      "3:4 template-element <para> has no attribute `stile`. Did you mean `style`?",
    );
  });

  it("reports a style that the house does not have, with the nearest", () => {
    expect(fault('<para id="a" style="titel">x</para>')).toBe(
      "2:14 style-unknown The house has no style `titel`. Did you mean `title`?",
    );
  });

  it("reports a wrong value, a missing attribute, a wrong place, stray text, and all of them at once", () => {
    expect(fault('<heading level="9" style="title">x</heading>')).toContain(
      '2:10 template-element The value "9" of `level`',
    );
    expect(fault("<para>x</para>")).toContain("<para> needs the attribute `style`");
    expect(fault('<para style="title"><para style="title"/></para>')).toContain(
      "2:21 template-element <para> cannot stand in <para>",
    );
    expect(fault("<columns>\n  stray</columns>")).toContain(
      '3:3 template-element The text "stray" stands directly in <columns>',
    );
    expect(body("<pra/><para/><columns>x</columns>").diagnostics.length).toBe(3);
  });

  it("reports markup that is not well formed, and refuses document types", () => {
    expect(fault('<para style="title"><em role="plain">x</para></em>')).toContain("template-syntax");
    expect(read('<!DOCTYPE x [<!ENTITY a "b">]><document lang="en" dir="ltr"/>').value).toBeUndefined();
    expect(read('<para style="title"/>').diagnostics[0]?.message).toContain("outermost");
  });
});
