import { describe, expect, test } from "vitest";
import type { Document, Inline, Para } from "../../../src/document/tree.ts";
import { noteFaults } from "../../../src/render/pdf/note-faults.ts";
import { press } from "./pages-kit.ts";
import { sample, sampleHouse } from "./sample.ts";

const call = (id: string, label: string): Inline => ({ kind: "call", id, label });
const para = (...inline: Inline[]): Para => ({ kind: "para", style: "footnote", inline });
const words: Inline = { kind: "text", text: "words" };

/** The seed's shape with one note more, `x`, labelled 9. */
function withNote(change: (document: Document) => void): Document {
  const document = sample("en");
  document.notes.push({ id: "x", label: "9", blocks: [para(words)] });
  change(document);
  return document;
}

const found = (document: Document) => noteFaults(document).map(({ code, severity }) => `${code} ${severity}`);

describe("footnotes", () => {
  test("that are called in the text, in a table or side by side are as they should be", () => {
    expect(found(sample("en", { notes: true, calls: true, rows: 10 }))).toEqual([]);
    const aside = withNote((d) =>
      d.body.push({ kind: "columns", columns: [{ width: 1, blocks: [para(call("x", "9"))] }] }),
    );
    expect(found(aside)).toEqual([]);
  });

  test("that nobody calls are said and left out", async () => {
    const document = withNote(() => {});
    expect(found(document)).toEqual(["note-unused warning"]);
    const made = await press.print(document, sampleHouse());
    expect(made.value).toBeDefined();
    expect(made.diagnostics[0]?.message).toBe("Note 9 is called nowhere and is not printed.");
  });

  test("that only another note calls would be lost", async () => {
    const document = withNote((d) => d.notes[0]?.blocks.push(para(call("x", "9"))));
    expect(found(document)).toEqual(["note-place error"]);
    expect((await press.print(document, sampleHouse())).value).toBeUndefined();
  });

  test("that only a running head calls would be lost", () => {
    const document = withNote((d) => d.rest.header.push(para(call("x", "9"))));
    expect(noteFaults(document)[0]?.message).toContain("the head or foot of the pages");
  });

  test("may be called again by a note when the text calls them too", () => {
    const document = withNote((d) => {
      d.body.push(para(call("x", "9")));
      d.notes[0]?.blocks.push(para(call("x", "9")));
    });
    expect(found(document)).toEqual([]);
  });

  test("that are not there, or there twice, are errors", () => {
    expect(found(withNote((d) => d.body.push(para(call("x", "9"), call("ghost", "7")))))).toEqual([
      "dangling-reference error",
    ]);
    const twice = withNote((d) => {
      d.body.push(para(call("x", "9")));
      d.notes.push({ id: "x", label: "10", blocks: [para(words)] });
    });
    expect(found(twice)).toEqual(["duplicate-id error"]);
  });
});
