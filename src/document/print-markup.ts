/** Page tree to markup text: readable, one block a line, and read back to the same tree. */
import type { Block, Cell, Document, Furniture, Inline, TextBlock } from "./tree.ts";

/**
 * The markup of a document (without its frame). Line breaks inside texts become spaces; everything else comes back
 * from `parseMarkup` as it was.
 */
export function printMarkup(document: Document): string {
  const lines = [`<document${attributes({ lang: document.lang, dir: document.dir })}>`];
  lines.push(...furniture("first", document.first), ...furniture("rest", document.rest));
  lines.push(...document.body.flatMap((b) => printBlock(b, "  ")));
  for (const note of document.notes) {
    lines.push(`  <note${attributes({ id: note.id, label: note.label })}>`);
    lines.push(...note.blocks.flatMap((b) => printBlock(b, "    ")), "  </note>");
  }
  return `${lines.join("\n")}\n</document>\n`;
}

function furniture(on: string, { header, footer }: Furniture): string[] {
  return [
    ...(header.length > 0 ? wrap("header", { on }, header, "  ") : []),
    ...(footer.length > 0 ? wrap("footer", { on }, footer, "  ") : []),
  ];
}

function wrap(name: string, values: Values, blocks: readonly Block[], indent: string): string[] {
  const inner = blocks.flatMap((b) => printBlock(b, `${indent}  `));
  return [`${indent}<${name}${attributes(values)}>`, ...inner, `${indent}</${name}>`];
}

function printBlock(block: Block, indent: string): string[] {
  switch (block.kind) {
    case "heading":
      return [textBlock("heading", block, { level: block.level, bookmark: block.bookmark }, indent)];
    case "para":
      return [textBlock("para", block, { bookmark: block.bookmark }, indent)];
    case "item": {
      const { list, depth, label, number, suffix, restart, bookmark } = block;
      return [textBlock("item", block, { list, depth, label, number, suffix, restart, bookmark }, indent)];
    }
    case "table": {
      const values = {
        widths: block.widths.join(" "),
        "header-rows": block.headerRows || undefined,
        lines: block.lines,
      };
      const rows = block.rows.flatMap((row) => [
        `${indent}  <row>`,
        ...row.cells.flatMap((c) => printCell(c, `${indent}    `)),
        `${indent}  </row>`,
      ]);
      return [`${indent}<table${attributes(values)}>`, ...rows, `${indent}</table>`];
    }
    case "columns": {
      const columns = block.columns.flatMap((c) =>
        wrap("column", { width: c.width }, c.blocks, `${indent}  `),
      );
      return [`${indent}<columns>`, ...columns, `${indent}</columns>`];
    }
    case "rule":
      return [`${indent}<rule${attributes({ style: block.style })}/>`];
    case "page-break":
      return [`${indent}<page-break/>`];
  }
}

function printCell(cell: Cell, indent: string): string[] {
  const { header, span, lang, dir } = cell;
  return wrap("cell", { header, span, lang, dir }, cell.blocks, indent);
}

function textBlock(name: string, block: TextBlock, own: Values, indent: string): string {
  const { style, id, lang, dir, changed, keepWithNext, mark, part } = block;
  const common = {
    style,
    id,
    lang,
    dir,
    changed,
    "keep-with-next": keepWithNext,
    mark: mark?.kind,
    "mark-by": mark?.by,
    "mark-date": mark?.date,
    part,
  };
  return `${indent}<${name}${attributes({ ...own, ...common })}>${printInlines(block.inline)}</${name}>`;
}

/** Inline nodes as markup, on one line. */
export function printInlines(nodes: readonly Inline[]): string {
  return nodes.map(printInline).join("");
}

function printInline(node: Inline): string {
  switch (node.kind) {
    case "text":
      return escapeMarkup(node.text.replace(/\s*[\r\n]\s*/g, " "));
    case "em":
      return element("em", { role: node.role }, node.children);
    case "strong":
    case "sup":
      return element(node.kind, {}, node.children);
    case "ins":
    case "del":
      return element(node.kind, { by: node.by, date: node.date }, node.children);
    case "link":
      return element("link", { href: node.href }, node.children);
    case "isolate":
      return element("isolate", { dir: node.dir, lang: node.lang }, node.children);
    case "call":
      return `<call${attributes({ id: node.id, label: node.label })}/>`;
    case "ref":
      return `<ref${attributes({ to: node.to, label: node.label })}/>`;
    default:
      return `<${node.kind}/>`;
  }
}

function element(name: string, values: Values, children: readonly Inline[]): string {
  return `<${name}${attributes(values)}>${printInlines(children)}</${name}>`;
}

type Values = Record<string, string | number | boolean | undefined>;

function attributes(values: Values): string {
  let out = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue;
    out += ` ${name}="${escapeMarkup(String(value))}"`;
  }
  return out;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for markup: the five signs of XML as entities, and nothing that XML forbids. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (c) => entities[c] ?? c).replace(forbidden, "\uFFFD");
}

/** Characters that XML 1.0 (2.2) forbids, half characters among them. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu;
