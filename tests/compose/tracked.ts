/** Texts in tracked form for tests: a generator of whole ones, and the words of page trees before and after all changes. */
import fc from "fast-check";
import type { Block, Document, FootNote, Inline as Printed } from "../../src/document/tree.ts";
import type { ChangeMark, Note, Paragraph, Resolution, Segment } from "../../src/model/resolution.ts";
import type { Inline, InlineText } from "../../src/text/inline.ts";
import { resolution } from "./samples.ts";

const words = [
  "States",
  "peace",
  "“crime”",
  '"arms"',
  "it's",
  "1 000",
  "l'arme",
  "drugs;",
  "note:",
  "سلام",
  "和平",
];

type Side = "both" | "ins" | "del";

/** One stretch of a text: words, a reference or the call of a note, kept, put in or taken out by one of the amendments. */
const stretch = fc.record({
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words).map((text): Inline => ({ kind: "text", text })) },
    { weight: 1, arbitrary: fc.constantFrom("p0", "p1", "p2").map((to): Inline => ({ kind: "ref", to })) },
    { weight: 1, arbitrary: fc.constantFrom("n1", "n2").map((id): Inline => ({ kind: "note", id })) },
    {
      weight: 1,
      arbitrary: fc.constant<Inline>({
        kind: "emphasis",
        role: "title",
        children: [{ kind: "text", text: "Convention" }],
      }),
    },
  ),
  side: fc.constantFrom<Side>("both", "both", "ins", "del"),
  change: fc.constantFrom("am-1", "am-2"),
});

/** `Kept` at the start and the end, so that no side is ever empty. */
function textOf(
  stretches: readonly { what: Inline; side: Side; change: string }[],
  tracked: boolean,
): InlineText {
  const out: InlineText = [{ kind: "text", text: "Kept " }];
  for (const { what, side, change } of stretches) {
    const row: Inline[] = [what, { kind: "text", text: " " }];
    if (side === "both" || !tracked) out.push(...row);
    else out.push({ kind: side, change, children: row });
  }
  out.push({ kind: "text", text: "end" });
  return out;
}

const shape = fc.record({
  stretches: fc.array(stretch, { maxLength: 5 }),
  children: fc.array(fc.record({ stretches: fc.array(stretch, { maxLength: 2 }), fate: fc.nat(5) }), {
    maxLength: 3,
  }),
  tail: fc.boolean(),
  items: fc.array(fc.nat(5), { maxLength: 3 }),
  quote: fc.option(fc.nat(5), { nil: undefined }),
  tailFate: fc.nat(5),
  fate: fc.nat(7),
});

const part = fc.array(shape, { minLength: 1, maxLength: 5 });

interface Made {
  row: Paragraph[];
}

function markOf(fate: number): ChangeMark | undefined {
  if (fate === 0) return { kind: "ins", change: "am-3" };
  if (fate === 1) return { kind: "del", change: "am-4" };
  return undefined;
}

function makePart(
  shapes: readonly (typeof part extends fc.Arbitrary<(infer S)[]> ? S : never)[],
  prefix: string,
): Made {
  const row: Paragraph[] = [];
  const moved: Paragraph[] = [];
  shapes.forEach(({ stretches, children, tail, items, quote, tailFate, fate }, i) => {
    const id = `${prefix}${i}`;
    const mark = markOf(fate);
    /** A part of a paragraph that stays, as a whole put in or taken out, or with a change in it. */
    const piece = (name: string, own: number, tracked: boolean): Segment => {
      const markOfPiece = tracked ? markOf(own) : undefined;
      const text = textOf(own === 5 ? stretches : [], tracked && !markOfPiece);
      return { id: `${id}.${name}`, text, ...(markOfPiece ? { mark: markOfPiece } : {}) };
    };
    const make = (tracked: boolean): Paragraph => ({
      type: "paragraph",
      id,
      blocks: [
        { type: "text", id, text: textOf(stretches, tracked) },
        ...(quote === undefined ? [] : [{ type: "quote" as const, ...piece("q1", quote, tracked) }]),
        ...(items.length === 0
          ? []
          : [
              {
                type: "list" as const,
                items: items.map((own, n) => piece(`i${n}`, own, tracked)),
              },
            ]),
      ],
      children: children.map((child, c): Paragraph => {
        const own = tracked ? markOf(child.fate) : undefined;
        return {
          type: "paragraph",
          id: `${id}.${c}`,
          blocks: [{ type: "text", id: `${id}.${c}`, text: textOf(child.stretches, tracked && !own) }],
          children: [],
          ...(own ? { mark: own } : {}),
        };
      }),
      ...(tail ? { tail: piece("tail", tailFate, tracked) } : {}),
    });
    if (fate === 2) {
      // Moved: the old place holds the old text, the new one stands at the end, with a change of words in it.
      const change: ChangeMark = { kind: "move-from", change: "am-5" };
      row.push({ ...make(false), mark: change });
      const there = make(false);
      const first = there.blocks[0];
      if (first?.type === "text") {
        there.blocks = [
          {
            ...first,
            text: [
              { kind: "del", change: "am-1", children: first.text.slice(0, 1) },
              { kind: "ins", change: "am-1", children: [{ kind: "text", text: "Moved " }] },
              ...first.text.slice(1),
            ],
          },
        ];
      }
      moved.push({ ...there, mark: { kind: "move-to", change: "am-5" } });
    } else row.push(mark ? { ...make(false), mark } : make(true));
  });
  return { row: [...row, ...moved] };
}

/** Tracked texts with changes of words, new, deleted and moved paragraphs, sub-paragraphs and parts of paragraphs, references and notes. */
export const trackedResolution: fc.Arbitrary<Resolution> = fc
  .record({
    preambular: part,
    operative: part,
    title: fc.array(stretch, { maxLength: 3 }),
    note: fc.boolean(),
  })
  .map(({ preambular, operative, title, note }) => {
    const second: Note = { id: "n2", text: [{ kind: "text", text: "Second note" }] };
    if (note)
      second.text.push({ kind: "ins", change: "am-2", children: [{ kind: "text", text: ", longer" }] });
    return resolution({
      title: textOf(
        title.filter((s) => s.what.kind === "text"),
        true,
      ),
      preambular: makePart(preambular, "q").row,
      operative: makePart(operative, "p").row,
      notes: [{ id: "n1", text: [{ kind: "text", text: "First note" }] }, second],
    });
  });

export type Verdict = "accept" | "reject";

/** The words of a page tree after all changes are accepted or rejected: one line a paragraph that is there, masthead left out. */
export function settledWords(document: Document, verdict: Verdict): string[] {
  const away = verdict === "accept" ? ["del", "move-from"] : ["ins", "move-to"];
  const line = (nodes: readonly Printed[]): string =>
    nodes
      .map((n) => {
        if (away.includes(n.kind)) return "";
        if (n.kind === "text") return n.text;
        if (n.kind === "ref") return n.label;
        if (n.kind === "call") return `[${noteText(n.id)}]`;
        return "children" in n ? line(n.children) : "";
      })
      .join("");
  const noteText = (id: string): string =>
    document.notes
      .filter((n: FootNote) => n.id === id)
      .flatMap((n) => n.blocks.map((b) => line(b.inline)))[0] ?? "?";
  const isTextBlock = (b: Block) => b.kind === "item" || b.kind === "heading" || b.kind === "para";
  const out: string[] = [];
  for (const block of document.body) {
    if (!isTextBlock(block) || block.id === undefined || block.id.startsWith("_")) continue;
    if (block.mark && away.includes(block.mark.kind)) continue;
    out.push(line(block.inline));
  }
  return out;
}
