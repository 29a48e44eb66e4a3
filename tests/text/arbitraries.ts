/** Generators of inline trees and of texts full of marks, for property tests. */
import fc from "fast-check";
import type { Inline, InlineText } from "../../src/text/inline.ts";

const signs = [
  "_",
  "*",
  "**",
  "~",
  "^",
  "[",
  "]",
  "{",
  "}",
  "{+",
  "+}",
  "{-",
  "-}",
  "\\",
  "#",
  ":",
  "[ltr: ",
  "[^n1]",
  "[@op04]",
  "[fr: ",
];
const letters = [
  "a",
  "Ñ",
  "e",
  "\u0301",
  "ب",
  "中",
  "😀",
  "5",
  ".",
  ",",
  "’",
  "“",
  "-",
  "+",
  "@",
  "€",
  "¿",
  "\u00a0",
  " ",
  " ",
  "\n",
  "\ud800",
];

export const markedString: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...signs, ...letters), { maxLength: 24 })
  .map((parts) => parts.join(""));

const id = fc.constantFrom("n1", "op04", "op04.a", "pp-1");
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const { nodes } = fc.letrec<{ node: Inline; nodes: InlineText }>((tie) => {
  const children = tie("nodes");
  const change = maybe(fc.constantFrom("am12", "a-1"));
  return {
    nodes: fc.array(tie("node"), { maxLength: 4 }),
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      markedString.map((text): Inline => ({ kind: "text", text })),
      id.map((note): Inline => ({ kind: "note", id: note })),
      id.map((to): Inline => ({ kind: "ref", to })),
      fc
        .tuple(fc.constantFrom("opening" as const, "title" as const, "plain" as const), children)
        .map(([role, inner]): Inline => ({ kind: "emphasis", role, children: inner })),
      children.map((inner): Inline => ({ kind: "strong", children: inner })),
      children.map((inner): Inline => ({ kind: "superscript", children: inner })),
      fc
        .tuple(
          fc.constantFrom("ltr" as const, "rtl" as const, "auto" as const),
          maybe(fc.constantFrom("fr", "ar", "zh-Hans")),
          children,
        )
        .map(
          ([dir, lang, inner]): Inline => ({
            kind: "isolate",
            dir,
            ...(lang ? { lang } : {}),
            children: inner,
          }),
        ),
      fc
        .tuple(fc.constantFrom("ins" as const, "del" as const), change, children)
        .map(([kind, by, inner]): Inline => ({ kind, ...(by ? { change: by } : {}), children: inner })),
    ),
  };
});

export const inlineText: fc.Arbitrary<InlineText> = nodes;
