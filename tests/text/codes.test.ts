import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesOf, decode, encode, kindByLetter } from "../../src/text/codes.ts";
import { normalise } from "../../src/text/normalise.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { inlineText } from "./arbitraries.ts";

const text = (source: string) => readInline(source).value;
const ids = (source: string, like?: string) =>
  codesOf(encode(text(source), like === undefined ? [] : encode(text(like)))).map((code) => code.id);

describe("a text as words and codes", () => {
  test("is the text again when its codes are undone", () => {
    fc.assert(
      fc.property(inlineText, (tree) => {
        expect(decode(encode(tree))).toEqual(normalise(tree));
      }),
    );
  });
  test("gives every code an id of its own, in the order of the text", () => {
    expect(ids("_Urges_ *a*[^n1] and _invites_[^n1] the 122^nd^ [@op04]")).toEqual([
      "i1",
      "t1",
      "note-n1",
      "i2",
      "note-n1_2",
      "s1",
      "ref-op04",
    ]);
  });
  test("gives the codes of a translation the ids of its source, whatever their order", () => {
    expect(ids("selon [@op04], *titre*[^n1] _prie_", "_Urges_ *title*[^n1] of [@op04]")).toEqual([
      "ref-op04",
      "t1",
      "note-n1",
      "i1",
    ]);
  });
  test("gives marks that its source does not have ids that the source has not", () => {
    expect(ids("_prie_ et _invite_ [ltr: A/1]", "_Urges_ [rtl: x]")).toEqual(["i1", "i2", "d2"]);
  });
  test("is nothing when a code stands for nothing known", () => {
    expect(decode([{ id: "q1", kind: "blink", children: ["x"] }])).toBeUndefined();
    expect(decode([{ id: "note-N 1", kind: "note" }])).toBeUndefined();
    expect(decode([{ id: "d1", kind: "isolate.up", children: ["x"] }])).toBeUndefined();
  });
  test("knows the kind of a code by the letter of its id where a tool kept nothing else", () => {
    expect(["i1", "t2", "e1", "b1", "s3", "q1"].map(kindByLetter)).toEqual([
      "opening",
      "title",
      "emphasis",
      "strong",
      "superscript",
      undefined,
    ]);
  });
});
