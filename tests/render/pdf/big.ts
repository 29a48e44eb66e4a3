/** The document that has everything at once: 40 footnotes and more, a table over five pages, an annex, three levels of sub-paragraphs, a redline. */
import type { Block, Document, Inline, Item } from "../../../src/document/tree.ts";
import { sample } from "./sample.ts";

const by = "am-7";
const date = "2010-03-28";

/** About 20 pages. */
export function big(lang: "en" | "ar"): Document {
  const document = sample(lang, { times: 8, rows: 170, notes: true, calls: true });
  return { ...document, body: document.body.map(redlined) };
}

/** Every third paragraph has words put in and taken out; of every tenth the whole is new, gone or moved. */
function redlined(block: Block, i: number): Block {
  if (block.kind !== "item" || block.depth !== 1) return block;
  const kinds = ["ins", "del", "move-to", "move-from"] as const;
  if (i % 10 === 0) {
    const kind = kinds[(i / 10) % kinds.length] ?? "ins";
    return { ...block, mark: { kind, by, date }, changed: true };
  }
  if (i % 3 !== 0) return block;
  const [first, second, ...rest] = block.inline;
  if (first === undefined || second?.kind !== "text") return block;
  const words = second.text.split(" ");
  const part = (from: number, to?: number): Inline => ({
    kind: "text",
    text: words.slice(from, to).join(" "),
  });
  const changed = (kind: "ins" | "del", from: number, to: number): Inline => ({
    kind,
    by,
    date,
    children: [part(from, to), { kind: "text", text: " " }],
  });
  const inline = [
    first,
    part(0, 3),
    { kind: "text" as const, text: " " },
    changed("del", 3, 5),
    changed("ins", 5, 9),
    part(9),
    ...rest,
  ];
  return { ...block, inline, changed: true };
}

/** English and Arabic side by side, a row a paragraph, footnotes in both columns. */
export function bilingual(): Document {
  const [english, arabic] = [sample("en", { times: 6 }), sample("ar", { times: 6 })];
  const paragraphs = (document: Document) =>
    document.body.flatMap((block) => (block.kind === "item" ? [block] : []));
  const notes: Document["notes"] = [];
  const noted = (block: Item, of: Document, lang: string): Item => {
    const [first, second] = of.notes;
    const words = notes.length % 6 === 5 ? second : first;
    const label = String(notes.length + 1);
    const id = `${lang}${label}`;
    notes.push({ id, label, blocks: (words?.blocks ?? []).map((para) => ({ ...para, lang, dir: of.dir })) });
    return { ...block, inline: [...plain(block.inline), { kind: "call", id, label }] };
  };
  const plain = (inline: readonly Inline[]) =>
    inline.filter((node) => node.kind === "text" || node.kind === "em");
  const rows = paragraphs(english).map((block, i) => {
    const other = paragraphs(arabic)[i] ?? block;
    const called = i % 3 === 0;
    const cell = (one: Item, of: Document, lang: string) => ({
      lang,
      dir: of.dir,
      blocks: [called ? noted(one, of, lang) : { ...one, inline: plain(one.inline) }],
    });
    return {
      cells: [
        cell({ ...block, id: `en-${i}` }, english, "en-GB"),
        cell({ ...other, id: `ar-${i}` }, arabic, "ar"),
      ],
    };
  });
  const title = english.body.find((block) => block.kind === "heading");
  return {
    ...english,
    body: [...(title ? [title] : []), { kind: "table", widths: [1, 1], headerRows: 0, lines: false, rows }],
    notes,
  };
}
