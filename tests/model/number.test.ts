import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberParagraphs } from "../../src/model/number.ts";
import { mapSegments, paragraphs } from "../../src/model/walk.ts";
import { anyResolution, paragraph, plainResolution, words } from "../fixtures/resolutions.ts";

describe("numberParagraphs", () => {
  test("headings and unnumbered paragraphs do not restart the count, annexes count for themselves", () => {
    const r = plainResolution({
      preambular: [paragraph("pp01", "a"), paragraph("pp02", "b")],
      operative: [
        paragraph("op01", "c"),
        { type: "heading", id: "h1", level: 1, text: words("Follow-up") },
        paragraph("op02", "d", [
          paragraph("op02.a", "e", [paragraph("op02.a.1", "f")]),
          paragraph("op02.b", "g"),
        ]),
        { type: "prose", id: "d1", text: words("h") },
        paragraph("op03", "i"),
      ],
      annexes: [{ id: "annex1", title: words("j"), items: [paragraph("x1", "k")] }],
    });
    const paths = [...numberParagraphs(r)].map(([id, p]) => `${id} ${p.part} ${p.path.join(".")}`);
    expect(paths).toEqual([
      "pp01 preambular 1",
      "pp02 preambular 2",
      "op01 operative 1",
      "op02 operative 2",
      "op02.a operative 2.1",
      "op02.a.1 operative 2.1.1",
      "op02.b operative 2.2",
      "op03 operative 3",
      "x1 annex1 1",
    ]);
  });

  test("under every parent the numbers run from 1 without a gap", () => {
    fc.assert(
      fc.property(anyResolution, (r) => {
        const positions = numberParagraphs(r);
        const groups = new Map<string, number[]>();
        for (const p of positions.values()) {
          expect(p.depth).toBe(p.path.length);
          expect(p.path.at(-1)).toBe(p.number);
          const parent = `${p.part}/${p.path.slice(0, -1).join(".")}`;
          groups.set(parent, [...(groups.get(parent) ?? []), p.number]);
        }
        for (const numbers of groups.values()) expect(numbers).toEqual(numbers.map((_, i) => i + 1));
        expect([...positions.keys()]).toEqual(paragraphs(r).map((at) => at.paragraph.id));
      }),
      { numRuns: 150 },
    );
  });

  test("another language has the same numbers", () => {
    fc.assert(
      fc.property(anyResolution, (r) => {
        const other = mapSegments({ ...r, language: "fr" }, (s) => words(`texte de ${s.id}`));
        expect(numberParagraphs(other)).toEqual(numberParagraphs(r));
      }),
      { numRuns: 50 },
    );
  });
});
