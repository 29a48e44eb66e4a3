/** Page trees of every shape, for laws. */
import fc from "fast-check";
import type { Block, Document, Inline } from "../../src/document/tree.ts";

/** Text without line breaks and without what XML forbids. */
export const words = fc
  .string({ unit: "binary", minLength: 1, maxLength: 12 })
  .map((s) => s.replace(/[\u0000-\u001F\uFFFE\uFFFF\u007F-\u009F\u2028\u2029]/g, "x"));
const value = fc.oneof(fc.constantFrom("", "(1)", 'a "b" <c> & d', "  two  spaces "), words);
const id = fc.constantFrom("op01", "op02.a", "*", "_x", "n1");
const day = fc.constantFrom("2010-04-01", "");
const direction = fc.constantFrom("ltr" as const, "rtl" as const);

const inlineNode: fc.Memo<Inline> = fc.memo((depth) => {
  const leaf = fc.oneof(
    words.map((text): Inline => ({ kind: "text", text })),
    fc.record({ kind: fc.constant("call" as const), id, label: value }),
    fc.record({ kind: fc.constant("ref" as const), to: id, label: value }),
    fc.constantFrom<Inline>({ kind: "page" }, { kind: "pages" }, { kind: "br" }, { kind: "tab" }),
  );
  if (depth <= 1) return leaf;
  const children = inlineList(depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    fc.record({
      kind: fc.constant("em" as const),
      role: fc.constantFrom("opening" as const, "title" as const, "plain" as const),
      children,
    }),
    fc.record({ kind: fc.constantFrom("strong" as const, "sup" as const), children }),
    fc.record({ kind: fc.constantFrom("ins" as const, "del" as const), by: value, date: day, children }),
    fc.record({ kind: fc.constant("link" as const), href: value, children }),
    fc.record(
      {
        kind: fc.constant("isolate" as const),
        dir: fc.constantFrom("ltr" as const, "rtl" as const, "auto" as const),
        lang: value,
        children,
      },
      { requiredKeys: ["kind", "dir", "children"] },
    ),
  );
});

function inlineList(depth: number): fc.Arbitrary<Inline[]> {
  return fc.array(inlineNode(depth), { maxLength: 4 }).map((nodes) => {
    const out: Inline[] = [];
    for (const node of nodes) {
      const last = out.at(-1);
      if (node.kind === "text" && last?.kind === "text") last.text += node.text;
      else out.push(node.kind === "text" ? { ...node } : node);
    }
    return out;
  });
}

const textBlock = {
  style: fc.constantFrom("operative", "title"),
  id,
  lang: value,
  dir: direction,
  changed: fc.constant(true),
  keepWithNext: fc.constant(true),
  part: value,
  mark: fc.record({
    kind: fc.constantFrom("ins" as const, "del" as const, "move-from" as const, "move-to" as const),
    by: value,
    date: day,
  }),
  inline: inlineList(3),
};
const para = fc.record(
  { kind: fc.constant("para" as const), bookmark: value, ...textBlock },
  { requiredKeys: ["kind", "style", "inline"] },
);
const count = fc.integer({ min: 0, max: 300 });
const share = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(1 / 3));

const block: fc.Memo<Block> = fc.memo((depth): fc.Arbitrary<Block> => {
  const flat = fc.oneof(
    para,
    fc.record(
      {
        kind: fc.constant("heading" as const),
        level: fc.constantFrom(1 as const, 2 as const, 3 as const),
        bookmark: value,
        ...textBlock,
      },
      { requiredKeys: ["kind", "level", "style", "inline"] },
    ),
    fc.record(
      {
        kind: fc.constant("item" as const),
        list: fc.constantFrom("operative", "bullet"),
        depth: count,
        label: value,
        number: count,
        suffix: count,
        restart: fc.constant(true),
        bookmark: value,
        ...textBlock,
      },
      { requiredKeys: ["kind", "list", "depth", "label", "number", "style", "inline"] },
    ),
    fc.constantFrom<Block>({ kind: "page-break" }, { kind: "rule", style: "title" }),
  );
  if (depth <= 1) return flat as fc.Arbitrary<Block>;
  const blocks = fc.array(block(depth - 1), { maxLength: 3 });
  const cell = fc.record(
    { header: fc.constant(true), span: count, lang: value, dir: direction, blocks },
    { requiredKeys: ["blocks"] },
  );
  return fc.oneof(
    { weight: 3, arbitrary: flat as fc.Arbitrary<Block> },
    fc.record({
      kind: fc.constant("table" as const),
      widths: fc.array(share, { minLength: 1, maxLength: 3 }),
      headerRows: fc.integer({ min: 0, max: 2 }),
      lines: fc.boolean(),
      rows: fc.array(fc.record({ cells: fc.array(cell, { maxLength: 3 }) }), { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant("columns" as const),
      columns: fc.array(fc.record({ width: share, blocks }), { maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Block>;
});

const blocks = fc.array(block(3), { maxLength: 4 });
const furniture = fc.record({ header: blocks, footer: blocks });
const meta = {
  title: "t",
  author: "a",
  subject: "s",
  keywords: "k",
  symbol: "C-I/122/DR-Pre",
  date: "2009-12-18",
  source: "0",
};

export const documents: fc.Arbitrary<Document> = fc.record({
  kind: fc.constant("document" as const),
  lang: value,
  dir: direction,
  meta: fc.constant(meta),
  numbering: fc.constant([]),
  first: furniture,
  rest: furniture,
  body: blocks,
  notes: fc.array(fc.record({ id, label: value, blocks: fc.array(para, { maxLength: 2 }) }), {
    maxLength: 2,
  }),
}) as fc.Arbitrary<Document>;
