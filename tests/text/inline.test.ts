import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textHash } from "../../src/text/hash.ts";
import { type Inline, plainText } from "../../src/text/inline.ts";
import { normalise } from "../../src/text/normalise.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { inlineText, markedString } from "./arbitraries.ts";

const read = (source: string) => readInline(source).value;
const says = (source: string) =>
  readInline(source).problems.map((p) => `${p.offset}+${p.length} ${p.message}`);

describe("laws", () => {
  test("reading what was printed gives the normal form, without problems", () => {
    fc.assert(
      fc.property(inlineText, (tree) => {
        const printed = printInline(tree);
        expect(readInline(printed)).toEqual({ value: normalise(tree), problems: [] });
      }),
      { numRuns: 3000 },
    );
  });

  test("the normal form of a normal form is itself, and has the same words apart from spaces", () => {
    fc.assert(
      fc.property(inlineText, (tree) => {
        const once = normalise(tree);
        expect(normalise(once)).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
        expect(plainText(once).replace(/\s/g, "").normalize("NFC")).toBe(
          plainText(tree).replace(/\s/g, "").normalize("NFC"),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("any string is read, and printed again it is read the same", () => {
    fc.assert(
      fc.property(fc.oneof(markedString, fc.string(), fc.string({ unit: "binary" })), (source) => {
        const { value, problems } = readInline(source);
        for (const p of problems) {
          expect(p.offset).toBeGreaterThanOrEqual(0);
          expect(p.offset + p.length).toBeLessThanOrEqual(source.length);
        }
        expect(readInline(printInline(value))).toEqual({ value, problems: [] });
      }),
      { numRuns: 3000 },
    );
  });

  test("ten thousand nested or unclosed marks are read without running out of stack or time", () => {
    for (const mark of ["[ltr: ", "{+", "_a *b ", "**a ", "_a ", "[", "\\", "[^"]) {
      const { problems } = readInline(mark.repeat(10_000));
      expect(problems.length).toBeGreaterThanOrEqual(0);
    }
    expect(readInline("[ltr: ".repeat(100)).problems[0]?.message).toContain("is opened and never closed");
  });
});

describe("marks", () => {
  test.each([
    [
      "_Cognizant_ of",
      [
        { kind: "emphasis", role: "opening", children: [{ kind: "text", text: "Cognizant" }] },
        { kind: "text", text: " of" },
      ],
    ],
    [
      "*Combating trafficking*",
      [{ kind: "emphasis", role: "title", children: [{ kind: "text", text: "Combating trafficking" }] }],
    ],
    ["~inter alia~", [{ kind: "emphasis", role: "plain", children: [{ kind: "text", text: "inter alia" }] }]],
    ["**word**", [{ kind: "strong", children: [{ kind: "text", text: "word" }] }]],
    [
      "122^nd^",
      [
        { kind: "text", text: "122" },
        { kind: "superscript", children: [{ kind: "text", text: "nd" }] },
      ],
    ],
    [
      "end[^n1]",
      [
        { kind: "text", text: "end" },
        { kind: "note", id: "n1" },
      ],
    ],
    [
      "see [@op04]",
      [
        { kind: "text", text: "see " },
        { kind: "ref", to: "op04" },
      ],
    ],
    [
      "[ltr: A/RES/63/194]",
      [{ kind: "isolate", dir: "ltr", children: [{ kind: "text", text: "A/RES/63/194" }] }],
    ],
    [
      "[fr: texte]",
      [{ kind: "isolate", dir: "auto", lang: "fr", children: [{ kind: "text", text: "texte" }] }],
    ],
    ["[rtl ar: نص]", [{ kind: "isolate", dir: "rtl", lang: "ar", children: [{ kind: "text", text: "نص" }] }]],
    [
      "a{+ b+}",
      [
        { kind: "text", text: "a" },
        { kind: "ins", children: [{ kind: "text", text: " b" }] },
      ],
    ],
    [
      "a{-#am12  b-}",
      [
        { kind: "text", text: "a" },
        { kind: "del", change: "am12", children: [{ kind: "text", text: " b" }] },
      ],
    ],
    ["\\_a\\_ \\[\\^n1] 5\\*3", [{ kind: "text", text: "_a_ [^n1] 5*3" }]],
    [
      "و_إذ تشير_ إلى",
      [
        { kind: "text", text: "و" },
        { kind: "emphasis", role: "opening", children: [{ kind: "text", text: "إذ تشير" }] },
        { kind: "text", text: " إلى" },
      ],
    ],
    [
      "*Sobre el tráfico: ¿qué sigue?*",
      [
        {
          kind: "emphasis",
          role: "title",
          children: [{ kind: "text", text: "Sobre el tráfico: ¿qué sigue?" }],
        },
      ],
    ],
  ])("%s", (source, tree) => {
    expect(readInline(source)).toEqual({ value: tree, problems: [] });
    expect(printInline(read(source))).toBe(source.replace("\\[\\^n1]", "\\[\\^n1]"));
  });

  test("ordinary signs among spaces, brackets and ellipses need no backslash", () => {
    for (const source of ["5 * 3 = 15", "a _ b ~ c", "the words […] of [sic]", "A/127/4(c)-R.1", "{a}"]) {
      expect(readInline(source)).toEqual({ value: [{ kind: "text", text: source }], problems: [] });
    }
  });

  test("an isolate may hold brackets of its own", () => {
    expect(plainText(read("[ltr: a [b] c] d"))).toBe("a [b] c d");
  });

  test("one mark that changes have cut at a space is one again", () => {
    const opening = (text: string): Inline => ({
      kind: "emphasis",
      role: "opening",
      children: [{ kind: "text", text }],
    });
    const rest: Inline = { kind: "text", text: " States" };
    expect(printInline([opening("Also calls"), opening(" on"), rest])).toBe("_Also calls on_ States");
    expect(printInline([opening("Calls "), opening("on"), rest])).toBe("_Calls on_ States");
  });

  test("line breaks and doubled spaces are one space, no-break spaces stay", () => {
    expect(read("  Article\u00a05 \n  of  _the _ text ")).toEqual(read("Article\u00a05 of \\_the \\_ text"));
    expect(plainText(read("a\u00a0\u00a0b"))).toBe("a\u00a0\u00a0b");
  });
});

describe("problems", () => {
  test("an unclosed mark is said with its place and stays as it is written", () => {
    const { value, problems } = readInline("the _Noting that *all* of it");
    expect(plainText(value)).toBe("the _Noting that all of it");
    expect(problems).toEqual([
      {
        offset: 4,
        length: 1,
        message: "The mark _ (opening words) is opened and never closed.",
        hint: "Put _ after the last word it belongs to, or write \\_ for an ordinary _.",
      },
    ]);
  });

  test("every problem is said, in the order of the text", () => {
    expect(says("_a [ltr: b {+c 122^nd and word* [^] [@ x")).toEqual([
      "0+1 The mark _ (opening words) is opened and never closed.",
      "3+5 The mark [ltr: is opened and never closed.",
      "11+2 The mark {+ is opened and never closed.",
      "18+1 The mark ^ (a superscript) is opened and never closed.",
      "30+1 The mark * closes nothing here.",
      "32+2 The footnote call [^ is not written out.",
      "36+2 The cross-reference [@ is not written out.",
    ]);
  });

  test("a mark that is opened again shows the first one as unclosed", () => {
    const { value, problems } = readInline("_Aware that, and _noting_ the");
    expect(problems.map((p) => p.offset)).toEqual([0]);
    expect(printInline(value)).toBe("\\_Aware that, and _noting_ the");
  });
});

describe("hash", () => {
  test("spaces, line breaks and composed letters do not change it, words and marks do", () => {
    const base = textHash(read("_Noting_ the re\u0301sume\u0301 of  it"));
    expect(base).toMatch(/^[0-9a-f]{16}$/);
    expect(textHash(read("_Noting_ the résumé\nof it"))).toBe(base);
    expect(textHash(read("Noting the résumé of it"))).not.toBe(base);
    expect(textHash(read("_Noting_ the résumé of it."))).not.toBe(base);
  });
});
