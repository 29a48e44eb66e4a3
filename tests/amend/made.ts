/** Amendments for tests: made by hand in a line, or any at all on a resolution. */
import fc from "fast-check";
import type { Amendment, Operation, Placement, Target, WordChange } from "../../src/model/amendment.ts";
import type {
  Annex,
  Paragraph,
  ParagraphBlock,
  PartItem,
  Resolution,
  Segment,
} from "../../src/model/resolution.ts";
import { paragraphs, segments } from "../../src/model/walk.ts";
import { type InlineText, plainText } from "../../src/text/inline.ts";
import { normalise } from "../../src/text/normalise.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { flatten, markKey } from "../../src/text/runs.ts";
import { words } from "../../src/text/words.ts";
import { plainResolution } from "../fixtures/resolutions.ts";

/** The small writing as a text. */
export const t = (source: string): InlineText => readInline(source).value;

/** An amendment with nothing but what it does. */
export function amendment(id: string, operation: Operation, rest: Partial<Amendment> = {}): Amendment {
  return {
    id,
    submitters: [{ type: "country", country: "CA" }],
    base: "dr",
    original: "en",
    received: "2010-03-10",
    operation,
    decision: { outcome: "pending" },
    ...rest,
  };
}

export const on = (id: string): Target => (id === "title" ? { kind: "title" } : { kind: "paragraph", id });

/** `find -> put` in one language. */
export function change(find: string, put: string, rest: Partial<WordChange> = {}): WordChange {
  return { find, put: put === "" ? [] : t(put), ...rest };
}

/** Every stretch of a text with its marks and its change, however the tree nests them: `*A{-b-}*` and `*A*{-*b*-}` are one. */
export function stretches(text: InlineText): string {
  const out: { key: string; text: string }[] = [];
  for (const { marks, change, leaf, text: own } of flatten(text)) {
    const key = [change?.kind, change?.by, ...marks.map(markKey), leaf && JSON.stringify(leaf)].join(" ");
    const last = out.at(-1);
    if (last?.key === key && !leaf) last.text += own;
    else out.push({ key, text: own });
  }
  return JSON.stringify(out);
}

/** A resolution as lines, one a text or paragraph, in the small writing (or as `written` has it), for comparing at a glance. */
export function lines(r: Resolution, written: (text: InlineText) => string = printInline): string[] {
  const out: string[] = [`title: ${written(r.title)}`];
  const visit = (items: readonly PartItem[], indent: string): void => {
    for (const item of items) {
      const mark = item.mark ? `${item.mark.kind} ${item.mark.change} ` : "";
      if (item.type !== "paragraph") {
        out.push(`${indent}${mark}<${item.id}> ${written(item.text)}`);
        continue;
      }
      const one = ({ text, mark: own }: Segment): string =>
        `${own ? `${own.kind} ${own.change} ` : ""}${written(text)}`;
      const texts = item.blocks.map((block) =>
        block.type === "list" ? `[ ${block.items.map(one).join(" ; ")} ]` : one(block),
      );
      if (item.tail) texts.push(one(item.tail));
      out.push(`${indent}${mark}${item.id}: ${texts.join(" / ")}`);
      visit(item.children, `${indent}  `);
    }
  };
  visit(r.preambular, "P ");
  visit(r.operative, "O ");
  for (const annex of r.annexes) {
    out.push(`A ${annex.id} ${written(annex.title)}`);
    visit(annex.items, "A ");
  }
  for (const note of r.notes) out.push(`N ${note.id}: ${written(note.text)}`);
  return out;
}

/** The resolution with every text in its normal form, to compare what texts say. */
export function settled(r: Resolution): Resolution {
  const item = <T extends PartItem>(one: T): T => {
    if (one.type !== "paragraph") return { ...one, text: normalise(one.text) };
    const paragraph: Paragraph = {
      ...one,
      blocks: one.blocks.map((block) =>
        block.type === "list"
          ? { ...block, items: block.items.map((i) => ({ ...i, text: normalise(i.text) })) }
          : { ...block, text: normalise(block.text) },
      ),
      children: one.children.map(item),
      ...(one.tail ? { tail: { ...one.tail, text: normalise(one.tail.text) } } : {}),
    };
    return paragraph as T;
  };
  return {
    ...r,
    title: normalise(r.title),
    preambular: r.preambular.map(item),
    operative: r.operative.map(item),
    annexes: r.annexes.map((a): Annex => ({ ...a, title: normalise(a.title), items: a.items.map(item) })),
    notes: r.notes.map((n) => ({ ...n, text: normalise(n.text) })),
  };
}

const vocabulary = [
  "peace",
  "arms",
  "drug trafficking",
  "and",
  "States",
  "the",
  "non-governmental",
  "_urging_",
  "*A title*",
  "of",
  "تشير",
  "中文",
];

const newText: fc.Arbitrary<InlineText> = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 9 })
  .map((all) => t(all.join(" ")));

/** What a small resolution looks like, before ids are given out. */
interface Shape {
  kind: "paragraph" | "heading" | "prose";
  texts: InlineText[];
  /** How many items lists have: one before and one after a quotation, where there is one. */
  lists: [number, number];
  quote: boolean;
  tail: boolean;
  children: Shape[];
}

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.record({
    kind: fc.constantFrom("paragraph", "paragraph", "paragraph", "paragraph", "heading", "prose"),
    texts: fc.array(newText, { minLength: 3, maxLength: 3 }),
    lists: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 })),
    quote: fc.boolean(),
    tail: fc.boolean(),
    children: fc.oneof(
      { depthSize: "small" },
      fc.constant<Shape[]>([]),
      fc.array(tie("shape"), { maxLength: 3 }),
    ),
  }),
}));

/** A small resolution of every shape that matters to amendments; quick to make and to shrink. */
export const anyText: fc.Arbitrary<Resolution> = fc
  .record({
    title: newText,
    preambular: fc.array(shape, { maxLength: 3 }),
    operative: fc.array(shape, { maxLength: 4 }),
    annex: fc.array(shape, { maxLength: 2 }),
  })
  .map(({ title, preambular, operative, annex }) => {
    const make = (s: Shape, id: string, nested: boolean): PartItem => {
      const [one = [], two = [], three = []] = s.texts;
      if (s.kind === "heading" && !nested) return { type: "heading", id, level: 1, text: one };
      if (s.kind === "prose" && !nested) return { type: "prose", id, text: one };
      const list = (from: number, count: number): ParagraphBlock[] =>
        count === 0
          ? []
          : [
              {
                type: "list",
                items: [two, three, one]
                  .slice(0, count)
                  .map((text, i) => ({ id: `${id}.${from + i}`, text })),
              },
            ];
      const [first, second] = s.lists;
      return {
        type: "paragraph",
        id,
        blocks: [
          { type: "text", id, text: one },
          ...list(1, first),
          ...(s.quote ? [{ type: "quote" as const, id: `${id}.q1`, text: three }] : []),
          ...list(first + 1, second),
        ],
        children: s.children.flatMap((child, i) => {
          const item = make(child, `${id}.${"abcd"[i] ?? "z"}`, true);
          return item.type === "paragraph" ? [item] : [];
        }),
        ...(s.tail ? { tail: { id: `${id}.tail`, text: three } } : {}),
      };
    };
    const row = (shapes: readonly Shape[], prefix: string): PartItem[] =>
      shapes.map((s, i) => make(s, `${prefix}${i + 1}`, false));
    const called: PartItem = {
      type: "paragraph",
      id: "pp0",
      blocks: [
        {
          type: "text",
          id: "pp0",
          text: t("_Recalling_ the World Summit[^n1] and [ltr: A/RES/63/194], and [@pp0]"),
        },
      ],
      children: [],
    };
    return plainResolution({
      title,
      preambular: [called, ...row(preambular, "pp")],
      operative: row(operative, "op"),
      annexes:
        annex.length > 0 ? [{ id: "annex1", title: t("Annexed *words*"), items: row(annex, "x") }] : [],
      notes: [{ id: "n1", text: t("A note of peace") }],
    });
  });

/** Rolls a number from 0 up to the length of a row, out of one that fits any row. */
const pick = <T>(row: readonly T[], roll: number): T | undefined => row[roll % Math.max(1, row.length)];

interface Dice {
  kind: Operation["kind"];
  rolls: number[];
  texts: InlineText[];
  depths: boolean;
}

const dice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.constantFrom(
    "amend",
    "amend",
    "amend",
    "replace",
    "add",
    "add",
    "delete",
    "delete",
    "move",
    "merge",
    "split",
    "retitle",
  ),
  rolls: fc.array(fc.nat({ max: 9999 }), { minLength: 8, maxLength: 8 }),
  texts: fc.array(newText, { minLength: 3, maxLength: 3 }),
  depths: fc.boolean(),
});

/** A change of some words that stand in a text, or of words that hardly do. */
function changeIn(text: string, rolls: readonly number[], put: InlineText): WordChange {
  const tokens = words(text, "en");
  const from = (rolls[3] ?? 0) % Math.max(1, tokens.length);
  const to = from + 1 + ((rolls[4] ?? 0) % 4);
  const find = tokens.slice(from, to).join("");
  const how = (rolls[5] ?? 0) % 6;
  if (how === 0) return { find: `${find} nowhere`, put };
  if (how === 1) return { find, put: [] };
  if (how === 2) return { find, put, beside: (rolls[6] ?? 0) % 2 === 0 ? "after" : "before" };
  return { find, put, ...(how === 3 ? { occurrence: 1 } : {}) };
}

/** An amendment on one of the places of a resolution, sensible or not. */
function throwOn(r: Resolution, { kind, rolls, texts, depths }: Dice, id: string): Operation {
  const all = paragraphs(r).map(({ paragraph }) => paragraph.id);
  const items = [...r.preambular, ...r.operative].map((item) => item.id);
  const ids = [...all, ...all, ...items, "title", "nowhere"];
  const texts_ = segments(r);
  const chosen = pick(ids, rolls[0] ?? 0) ?? "nowhere";
  const other = pick(ids, rolls[1] ?? 0) ?? "nowhere";
  const place = [
    { at: "after", id: other },
    { at: "before", id: other },
    { at: "start", part: "preambular" },
    { at: "end", part: "operative" },
    { at: "start", within: other },
    { at: "end", within: other },
  ][(rolls[2] ?? 0) % 6] as Placement;
  // Now and then a part of a paragraph: an item of a list, a quotation, the tail.
  const parts = texts_.filter((s) => ["item", "quote", "tail"].includes(s.kind)).map((s) => s.id);
  const part = pick(parts, rolls[5] ?? 0);
  const partly = part !== undefined && (rolls[6] ?? 0) % 2 === 0;
  const [one = [], two = [], three = []] = texts;
  const segment = pick(texts_, rolls[7] ?? 0);
  switch (kind) {
    case "amend":
      return {
        kind,
        target: on(segment?.kind === "note" ? chosen : (segment?.id ?? chosen)),
        changes: { en: [changeIn(segment ? plainText(segment.text) : "", rolls, one)] },
      };
    case "retitle":
      return rolls[0] === 0
        ? { kind, text: { en: one } }
        : { kind, changes: { en: [changeIn(plainText(r.title), rolls, one)] } };
    case "replace":
      return { kind, target: on(chosen), text: { en: one } };
    case "delete":
      return { kind, target: on(partly ? part : chosen) };
    case "move":
      return { kind, target: on(chosen), place };
    case "merge":
      return { kind, target: on(chosen), others: [other], text: { en: one } };
    case "split":
      return { kind, target: on(chosen), ids: [`${id}.a`], texts: { en: [one, two] } };
    case "add":
      return {
        kind,
        place:
          partly && (rolls[3] ?? 0) % 2 === 0
            ? { at: (rolls[2] ?? 0) % 2 ? "after" : "before", id: part }
            : place,
        ids: [`${id}.a`, `${id}.b`, `${id}.c`],
        ...(depths ? { depths: [1, 2, 2] } : {}),
        texts: { en: [one, two, three] },
      };
  }
}

/** Any list of amendments on a resolution; some are refused. They may speak of paragraphs that others put in. */
export function anyAmendments(
  r: fc.Arbitrary<Resolution>,
  most: number,
): fc.Arbitrary<{ r: Resolution; list: Amendment[] }> {
  return fc
    .record({
      r,
      dice: fc.array(dice, { minLength: 1, maxLength: most }),
      cross: fc.array(fc.nat({ max: 30 }), { minLength: most, maxLength: most }),
    })
    .map(({ r: text, dice: all, cross }) => ({
      r: text,
      list: all.map((one, i) => {
        const id = `am-${i + 1}`;
        const op = throwOn(text, one, id);
        // Now and then the target is a paragraph that an earlier one may have put in.
        const added = (cross[i] ?? 9) < 4 && i > 0 ? `am-${((cross[i] ?? 0) % i) + 1}.a` : undefined;
        if (added && "target" in op && op.kind !== "amend")
          return amendment(id, { ...op, target: on(added) });
        if (added && op.kind === "add") return amendment(id, { ...op, place: { at: "after", id: added } });
        return amendment(id, op);
      }),
    }));
}
