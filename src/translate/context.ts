/** What a translator is told of a text: what it is, its number, and how the texts before and after it begin. */
import { formatNumeral } from "../document/label.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { paragraphs, type SegmentAt, segments } from "../model/walk.ts";
import { plainText } from "../text/inline.ts";

/** `Operative paragraph 2(a)`, `Title`, `Footnote n1`: by id of the text, for every text, in English. */
export function names(r: Resolution): Map<Id, string> {
  const positions = numberParagraphs(r);
  const holder = holders(r);
  return new Map(
    segments(r).map((segment) => {
      const position = positions.get(holder.get(segment.id) ?? segment.id);
      return [segment.id, nameOf(segment, position)];
    }),
  );
}

/** The paragraph that each text stands in. */
function holders(r: Resolution): Map<Id, Id> {
  const found = new Map<Id, Id>();
  for (const { paragraph } of paragraphs(r)) {
    for (const block of paragraph.blocks) {
      for (const { id } of block.type === "list" ? block.items : [block]) found.set(id, paragraph.id);
    }
    if (paragraph.tail) found.set(paragraph.tail.id, paragraph.id);
  }
  return found;
}

const inside: Partial<Record<SegmentAt["kind"], string>> = {
  item: ", item of its list",
  quote: ", quotation",
  tail: ", after its sub-paragraphs",
};

function nameOf({ id, kind, part }: SegmentAt, position: Position | undefined): string {
  if (kind === "title") return "Title";
  if (kind === "enacting") return "Enacting line";
  if (kind === "note") return `Footnote ${id}`;
  if (kind === "annex-title") return "Title of an annex";
  if (kind === "heading") return "Heading";
  if (kind === "prose" || !position) return "Paragraph without a number";
  const where =
    part === "preambular"
      ? "Preambular paragraph"
      : part === "operative"
        ? "Operative paragraph"
        : "Paragraph of an annex";
  return `${where} ${label(position)}${inside[kind] ?? ""}`;
}

function label({ path }: Position): string {
  const numerals = ["decimal", "lowerLetter", "lowerRoman"] as const;
  return path
    .map((n, i) => (i === 0 ? String(n) : `(${formatNumeral(numerals[i] ?? "lowerLetter", n)})`))
    .join("");
}

/** The note of every text by id. */
export function contextNotes(r: Resolution): Map<Id, string> {
  const all = segments(r);
  const named = names(r);
  return new Map(
    all.map(({ id }, i) => {
      const before = all[i - 1];
      const after = all[i + 1];
      const parts = [
        `${named.get(id)}.`,
        ...(before ? [`Before it: ${beginning(before)}`] : []),
        ...(after ? [`After it: ${beginning(after)}`] : []),
      ];
      return [id, parts.join(" ")];
    }),
  );
}

/** The first words of a text, to know it by, in quotation marks. */
export function beginning(segment: Pick<SegmentAt, "text">, length = 60): string {
  const words = plainText(segment.text).replace(/\s+/g, " ").trim();
  const letters = [...words];
  if (letters.length <= length) return `“${words}”`;
  const cut = letters.slice(0, length).join("");
  const space = cut.lastIndexOf(" ");
  return `“${(space > 0 ? cut.slice(0, space) : cut).trim()} …”`;
}
