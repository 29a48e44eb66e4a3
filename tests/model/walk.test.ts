import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Resolution } from "../../src/model/resolution.ts";
import { find, findParagraph, mapSegments, segments } from "../../src/model/walk.ts";
import { anyResolution, paragraph, plainResolution, words } from "../fixtures/resolutions.ts";

const whole: Resolution = plainResolution({
  title: words("T"),
  preambular: [
    {
      type: "paragraph",
      id: "pp01",
      blocks: [
        { type: "text", id: "pp01", text: words("recalling") },
        {
          type: "list",
          items: [
            { id: "pp01.1", text: words("one") },
            { id: "pp01.2", text: words("two") },
          ],
        },
        { type: "quote", id: "pp01.q", text: words("said") },
        { type: "text", id: "pp01.after", text: words("and so on") },
      ],
      children: [],
    },
  ],
  operative: [
    { type: "heading", id: "h1", level: 1, text: words("H") },
    {
      ...paragraph("op01", "invites", [paragraph("op01.a", "this")]),
      tail: { id: "op01.tail", text: words("and reports") },
    },
    { type: "prose", id: "d1", text: words("D") },
  ],
  annexes: [{ id: "annex1", title: words("A"), items: [paragraph("x1", "x")] }],
  notes: [{ id: "n1", text: words("N") }],
});

describe("segments", () => {
  test("come in the order of the document, each with kind and part", () => {
    expect(segments(whole).map((s) => `${s.id} ${s.kind} ${s.part}`)).toEqual([
      "title title title",
      "pp01 paragraph preambular",
      "pp01.1 item preambular",
      "pp01.2 item preambular",
      "pp01.q quote preambular",
      "pp01.after paragraph preambular",
      "h1 heading operative",
      "op01 paragraph operative",
      "op01.a paragraph operative",
      "op01.tail tail operative",
      "d1 prose operative",
      "annex1.title annex-title annex",
      "x1 paragraph annex",
      "n1 note notes",
    ]);
  });

  test("can be replaced one by one; replacing each by itself changes nothing", () => {
    const shouted = mapSegments(whole, (s) => words(s.id.toUpperCase()));
    expect(segments(shouted).map((s) => s.text)).toEqual(
      segments(whole).map((s) => words(s.id.toUpperCase())),
    );
    fc.assert(
      fc.property(anyResolution, (r) => {
        expect(mapSegments(r, (s) => s.text)).toEqual(r);
      }),
      { numRuns: 100 },
    );
  });

  test("are found by id, and so are paragraphs", () => {
    expect(find(whole, "op01.tail")?.kind).toBe("tail");
    expect(find(whole, "op02")).toBeUndefined();
    expect(findParagraph(whole, "op01.a")).toMatchObject({ part: "operative", depth: 2 });
    expect(findParagraph(whole, "h1")).toBeUndefined();
  });
});
