/** A template as text with its Handlebars tree, and the same text with everything of Handlebars blanked out. */
import Handlebars from "handlebars";
import { unknownPart } from "../document/check-markup.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";

export interface TemplateSource {
  /** Path from the project root. */
  file: string;
  text: string;
  program: hbs.AST.Program;
  /**
   * As long as `text`, line breaks in place: markup stays, mustaches become spaces inside tags and `unknownPart` in
   * attribute values and text.
   */
  blanked: string;
  /** Tags of the markup in order. */
  tags: Tag[];
  /** Where a {{…}} stands: in running markup, among the attributes of a tag, or in the value of one. */
  around(node: hbs.AST.Node): Around;
}

export type Around = "text" | "tag" | "value";

export interface Tag {
  kind: "open" | "close" | "empty";
  name: string;
  offset: number;
}

export type Parsed = { source: TemplateSource } | { fault: Diagnostic };

/** Parses a template; what Handlebars itself cannot read is one fault with its place. */
export function parseTemplate(file: string, text: string): Parsed {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(text);
  } catch (error) {
    return { fault: syntaxFault(file, text, error) };
  }
  return { source: { file, text, program, ...blank(text, program) } };
}

function syntaxFault(file: string, text: string, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const mismatch = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(message);
  if (mismatch) {
    const [, opened = "", closed = "", line, column] = mismatch;
    const place = { file, line: Number(line), column: Number(column) + 1 };
    return fault(`The block {{#${opened}}} is closed by {{/${closed}}}.`, place, `Write {{/${opened}}}.`);
  }
  const unclosed = lastOpenBlock(text);
  if (message.includes("got 'EOF'") && unclosed) {
    const place = placeAt(file, text, unclosed.offset);
    return fault(
      `The block {{#${unclosed.name}}} is not closed.`,
      place,
      `Write {{/${unclosed.name}}} where it ends.`,
    );
  }
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const [, shown = "", arrow = ""] = message.split("\n");
  const next = shown.slice(arrow.indexOf("^"), arrow.indexOf("^") + 8);
  const at = (text.split("\n")[line - 1] ?? "").indexOf(next);
  const hint = "Names have no spaces and no signs; what begins with {{ ends with }}.";
  return fault("The {{…}} here cannot be read.", { file, line, column: Math.max(0, at) + 1 }, hint);
}

function fault(message: string, place: Place, hint: string): Diagnostic {
  return { code: "template-syntax", severity: "error", message, place, hint };
}

function lastOpenBlock(text: string): { name: string; offset: number } | undefined {
  const open: { name: string; offset: number }[] = [];
  for (const found of text.matchAll(/\{\{~?([#/])\s*(\w+)/g)) {
    if (found[1] === "#") open.push({ name: found[2] ?? "", offset: found.index });
    else open.pop();
  }
  return open.at(-1);
}

/** Offset of a line (from 1) and column (from 0) of Handlebars. */
export function offsetFinder(text: string): (position: { line: number; column: number }) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return ({ line, column }) => (starts[line - 1] ?? 0) + column;
}

/** Place of an offset. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Marks which units of the text are markup: everything else belongs to Handlebars. */
function markupMask(text: string, program: hbs.AST.Program): Uint8Array {
  const mask = new Uint8Array(text.length);
  const offset = offsetFinder(text);
  const visit = (statements: readonly hbs.AST.Statement[]): void => {
    for (const statement of statements) {
      if (statement.type === "ContentStatement") {
        mask.fill(1, offset(statement.loc.start), offset(statement.loc.end));
      } else if (statement.type === "BlockStatement") {
        const block = statement as hbs.AST.BlockStatement;
        visit(block.program?.body ?? []);
        visit(block.inverse?.body ?? []);
      }
    }
  };
  visit(program.body);
  return mask;
}

function blank(text: string, program: hbs.AST.Program): Pick<TemplateSource, "blanked" | "tags" | "around"> {
  const mask = markupMask(text, program);
  const offset = offsetFinder(text);
  const arounds = new Map<number, Around>();
  const tags: Tag[] = [];
  let out = "";
  let state: "text" | "tag" | '"' | "'" | "comment" = "text";
  let tag: Tag | undefined;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (!mask[i]) {
      if (c === "{")
        arounds.set(i, state === "tag" ? "tag" : state === '"' || state === "'" ? "value" : "text");
      out += c === "\n" ? c : state === "tag" || state === "comment" ? " " : unknownPart;
      continue;
    }
    out += c;
    if (state === "text") {
      if (c !== "<") continue;
      if (text.startsWith("<!--", i)) state = "comment";
      else {
        const found = /^<(\/?)([A-Za-z][\w-]*)/.exec(text.slice(i, i + 60));
        tag = found ? { kind: found[1] ? "close" : "open", name: found[2] ?? "", offset: i } : undefined;
        if (tag) tags.push(tag);
        state = "tag";
      }
    } else if (state === "comment") {
      if (c === ">" && text.slice(i - 2, i) === "--") state = "text";
    } else if (state === "tag") {
      if (c === '"' || c === "'") state = c;
      else if (c === ">") {
        if (tag && text.charAt(i - 1) === "/") tag.kind = "empty";
        state = "text";
      }
    } else if (c === state) state = "tag";
  }
  return { blanked: out, tags, around: (node) => arounds.get(offset(node.loc.start)) ?? "text" };
}
