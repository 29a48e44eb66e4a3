/** Markup text to page tree; see `elements.ts` for the elements and `print-markup.ts` for the way back. */
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { parseXml, type XmlElement, type XmlText } from "../text/xml.ts";
import { checkMarkup } from "./check-markup.ts";
import type { Block, Document, FootNote, Inline, Mark, Meta, Numbering, Para, TextBlock } from "./tree.ts";

/** What a document has beside what is printed: the markup does not carry it. */
export interface DocumentFrame {
  meta: Meta;
  numbering: Numbering[];
}

/**
 * The page tree of a markup text. Everything that the table of elements does not allow, every style that is not among
 * `styles` and everything that is not well formed is reported with line and column in `file`.
 */
export function parseMarkup(
  source: string,
  frame: DocumentFrame,
  options: { file: string; styles: ReadonlySet<string> },
): Checked<Document> {
  const parsed = parseXml(source);
  const problems = parsed.problems.map(
    ({ message, line, column }): Diagnostic => ({
      code: "template-syntax",
      severity: "error",
      message,
      place: { file: options.file, line, column },
    }),
  );
  if (problems.length > 0 || !parsed.root) return { diagnostics: problems };
  const root = parsed.root;
  const found = checkMarkup(root, { source, ...options });
  if (root.name !== "document") {
    const place = { file: options.file, line: root.line, column: root.column };
    found.push({
      code: "template-element",
      severity: "error",
      message: "The outermost element must be <document>.",
      place,
    });
  }
  if (found.length > 0) return { diagnostics: found };
  return { value: readDocument(root, frame), diagnostics: [] };
}

function readDocument(root: XmlElement, frame: DocumentFrame): Document {
  const document: Document = {
    kind: "document",
    lang: attribute(root, "lang"),
    dir: direction(root) ?? "ltr",
    meta: frame.meta,
    numbering: frame.numbering,
    first: { header: [], footer: [] },
    rest: { header: [], footer: [] },
    body: [],
    notes: [],
  };
  for (const child of elementsOf(root)) {
    if (child.name === "header" || child.name === "footer") {
      document[child.attributes.on === "first" ? "first" : "rest"][child.name].push(...readBlocks(child));
    } else if (child.name === "note") document.notes.push(readNote(child));
    else document.body.push(readBlock(child));
  }
  return document;
}

function readNote(element: XmlElement): FootNote {
  const blocks = elementsOf(element).map((e): Para => ({ kind: "para", ...readText(e), ...readBookmark(e) }));
  return { id: attribute(element, "id"), label: attribute(element, "label"), blocks };
}

function readBlocks(parent: XmlElement): Block[] {
  return elementsOf(parent).map(readBlock);
}

function readBlock(e: XmlElement): Block {
  switch (e.name) {
    case "heading":
      return { kind: "heading", ...readText(e), level: level(attribute(e, "level")), ...readBookmark(e) };
    case "item":
      return {
        kind: "item",
        ...readText(e),
        list: attribute(e, "list"),
        depth: Number(e.attributes.depth),
        label: attribute(e, "label"),
        number: Number(e.attributes.number),
        ...(e.attributes.suffix === undefined ? {} : { suffix: Number(e.attributes.suffix) }),
        ...(e.attributes.restart === "true" ? { restart: true } : {}),
        ...readBookmark(e),
      };
    case "table":
      return {
        kind: "table",
        widths: attribute(e, "widths").split(/ +/).map(Number),
        headerRows: Number(e.attributes["header-rows"] ?? 0),
        lines: e.attributes.lines === "true",
        rows: elementsOf(e).map((row) => ({ cells: elementsOf(row).map(readCell) })),
      };
    case "columns":
      return {
        kind: "columns",
        columns: elementsOf(e).map((c) => ({ width: Number(c.attributes.width), blocks: readBlocks(c) })),
      };
    case "rule":
      return { kind: "rule", style: attribute(e, "style") };
    case "page-break":
      return { kind: "page-break" };
    default:
      return { kind: "para", ...readText(e), ...readBookmark(e) };
  }
}

function readCell(e: XmlElement) {
  return {
    ...(e.attributes.header === "true" ? { header: true } : {}),
    ...(e.attributes.span === undefined ? {} : { span: Number(e.attributes.span) }),
    ...readLanguage(e),
    blocks: readBlocks(e),
  };
}

function readText(e: XmlElement): TextBlock {
  return {
    style: attribute(e, "style"),
    ...(e.attributes.id === undefined ? {} : { id: e.attributes.id }),
    ...readLanguage(e),
    ...(e.attributes.changed === "true" ? { changed: true } : {}),
    ...(e.attributes["keep-with-next"] === "true" ? { keepWithNext: true } : {}),
    ...readMark(e),
    ...(e.attributes.part === undefined ? {} : { part: e.attributes.part }),
    inline: readInlines(trimLines(e.children)),
  };
}

function readMark(e: XmlElement): { mark?: Mark } {
  const kind = e.attributes.mark;
  if (kind !== "ins" && kind !== "del" && kind !== "move-from" && kind !== "move-to") return {};
  return { mark: { kind, by: attribute(e, "mark-by"), date: attribute(e, "mark-date") } };
}

function readLanguage(e: XmlElement): { lang?: string; dir?: "ltr" | "rtl" } {
  const dir = direction(e);
  return { ...(e.attributes.lang === undefined ? {} : { lang: e.attributes.lang }), ...(dir ? { dir } : {}) };
}

function readBookmark(e: XmlElement): { bookmark?: string } {
  return e.attributes.bookmark === undefined ? {} : { bookmark: e.attributes.bookmark };
}

/** A line break in the markup, with the spaces around it, is one space. */
const lineBreak = /[ \t\r]*\n\s*/g;

/** Line breaks at the beginning and the end of a block are layout of the markup and say nothing. */
function trimLines(children: readonly (XmlElement | XmlText)[]): (XmlElement | XmlText)[] {
  const out = [...children];
  const first = out[0];
  if (first?.kind === "text") out[0] = { ...first, text: first.text.replace(/^[ \t\r]*\n[ \t\r\n]*/, "") };
  const last = out.at(-1);
  if (last?.kind === "text")
    out[out.length - 1] = { ...last, text: last.text.replace(/[ \t\r]*\n[ \t\r\n]*$/, "") };
  return out;
}

function readInlines(children: readonly (XmlElement | XmlText)[]): Inline[] {
  return children.flatMap((child): Inline[] => {
    if (child.kind === "element") return [readInline(child)];
    const text = child.text.replace(lineBreak, " ");
    return text === "" ? [] : [{ kind: "text", text }];
  });
}

function readInline(e: XmlElement): Inline {
  switch (e.name) {
    case "em": {
      const role = e.attributes.role;
      return {
        kind: "em",
        role: role === "opening" || role === "title" ? role : "plain",
        children: readInlines(e.children),
      };
    }
    case "strong":
    case "sup":
      return { kind: e.name, children: readInlines(e.children) };
    case "ins":
    case "del":
      return {
        kind: e.name,
        by: attribute(e, "by"),
        date: attribute(e, "date"),
        children: readInlines(e.children),
      };
    case "call":
      return { kind: "call", id: attribute(e, "id"), label: attribute(e, "label") };
    case "ref":
      return { kind: "ref", to: attribute(e, "to"), label: attribute(e, "label") };
    case "link":
      return { kind: "link", href: attribute(e, "href"), children: readInlines(e.children) };
    case "isolate":
      return {
        kind: "isolate",
        dir: direction(e) ?? "auto",
        ...(e.attributes.lang === undefined ? {} : { lang: e.attributes.lang }),
        children: readInlines(e.children),
      };
    case "page":
    case "pages":
    case "br":
    case "tab":
      return { kind: e.name };
    default:
      throw new Error(`an element that the check let through: ${e.name}`);
  }
}

function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((c) => c.kind === "element");
}

function attribute(e: XmlElement, name: string): string {
  return e.attributes[name] ?? "";
}

function direction(e: XmlElement): "ltr" | "rtl" | undefined {
  const dir = e.attributes.dir;
  return dir === "ltr" || dir === "rtl" ? dir : undefined;
}

function level(value: string): 1 | 2 | 3 {
  return value === "1" ? 1 : value === "2" ? 2 : 3;
}
