import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSpot } from "../../src/read/spot.ts";

const place = { file: "f", line: 1, column: 1 };

/** `op 3.1` for operative paragraph 3 (a); bis as `3+2`. */
function short(written: string): string | undefined {
  const found = readSpot(written, place);
  if (!found || found.kind === "title") return found?.kind;
  const { id, number } = found.spot;
  const path = number?.path.map((step) => `${step.number}${step.suffix ? `+${step.suffix}` : ""}`).join(".");
  const printed = number && `${number.part === "preambular" ? "pp" : "op"} ${path}`;
  return [id && `id ${id}`, printed].filter(Boolean).join(", ");
}

describe("readSpot", () => {
  test.each([
    ["PP1", "pp 1"],
    ["pp 1", "pp 1"],
    ["P.P. 1", "pp 1"],
    ["Preambular paragraph 1", "pp 1"],
    ["preambular para. 12", "pp 12"],
    ["paragraph 3 (a) of the preamble", "pp 3.1"],
    ["Alinéa 1 du préambule", "pp 1"],
    ["OP3(a)", "op 3.1"],
    ["OP 3 a", "op 3.1"],
    ["OP3.a", "op 3.1"],
    ["operative paragraph 3 (a)", "op 3.1"],
    ["operative paragraph 3, sub-paragraph (b)", "op 3.2"],
    ["operative part, paragraph 4", "op 4"],
    ["Paragraphe 3 du dispositif", "op 3"],
    ["párrafo 3 de la parte dispositiva", "op 3"],
    ["OP no. 3", "op 3"],
    ["OP3(b)(ii)", "op 3.2.2"],
    ["OP3(aa)", "op 3.27"],
    ["OP\u00a03", "op 3"],
    ["OP٣", "op 3"],
    ["OP1bis", "op 1+2"],
    ["OP 1 ter", "op 1+3"],
    ["OP3bis(a)", "op 3+2.1"],
    ["title", "title"],
    ["The title", "title"],
    ["Titre", "title"],
    ["op03", "id op03, op 3"],
    ["op02.tail", "id op02.tail"],
    ["am-004.a", "id am-004.a"],
  ])("understands “%s”", (written, meant) => {
    expect(short(written)).toBe(meant);
  });

  test.each(["OP", "OP0", "PPP1", "paragraph 3", "PP1 and PP2", "", "3", "OP1 to OP3", "Preamble"])(
    "does not guess what “%s” could be",
    (written) => {
      expect(short(written)).toBeUndefined();
    },
  );

  test("answers to any words at all, at once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (written) => {
        readSpot(written, place);
        readSpot(`OP1${written}`, place);
        readSpot(`paragraph 1 ${written} operative`, place);
      }),
    );
  });
});
