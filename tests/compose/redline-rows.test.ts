import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { composed, draft, paragraph, resolution } from "./samples.ts";

const revised: Stage = { id: "dr-rev", kind: "revised-draft", date: "2010-03-30", applies: [] };
const changes = { a: { by: "Cuba", date: "2010-03-01" }, b: { by: "Morocco", date: "2010-03-02" } };

function rows(operative: Paragraph[]): string[] {
  const r = resolution({ stages: [draft, revised], operative });
  const wanted = { kind: "redline", comparison: { from: draft } } as const;
  const { view } = composed(r, { stage: revised, wanted, more: { changes } });
  return view.comparison.changes.map(
    (c) => `${c.paragraph}, ${c.what}: ${c.by.map((b) => b.name).join(" / ")}`,
  );
}

const marked = (id: string, kind: "ins" | "del", change: string) =>
  paragraph(id, `to ${id}`, { mark: { kind, change } });

describe("the origin of the changes", () => {
  it("credits neighbouring sub-paragraphs that go or come each to its own delegation", () => {
    const gone = [marked("x", "del", "a"), marked("y", "del", "b"), paragraph("z", "to stay")];
    expect(rows([paragraph("op01", "Asks", { children: gone })])).toEqual([
      "OP1 (a) (old), deleted: Cuba",
      "OP1 (b) (old), deleted: Morocco",
    ]);
    const come = [paragraph("z", "to stay"), marked("x", "ins", "a"), marked("y", "ins", "b")];
    expect(rows([paragraph("op01", "Asks", { children: come })])).toEqual([
      "OP1 (b), new: Cuba",
      "OP1 (c), new: Morocco",
    ]);
  });

  it("says once that a whole paragraph came, with its sub-paragraphs", () => {
    const mark = { kind: "ins", change: "a" } as const;
    const children = [paragraph("x", "to act"), paragraph("y", "to meet")];
    expect(rows([paragraph("op01", "One"), paragraph("new", "Asks", { mark, children })])).toEqual([
      "OP2, new: Cuba",
    ]);
  });
});
