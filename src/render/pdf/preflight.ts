/** Looks through a page tree before anything is set: what cannot be printed as written is said, with where and how to mend it. */
import type { Block, Document, Inline } from "../../document/tree.ts";
import type { Diagnostic } from "../../report/diagnostic.ts";
import type { Fonts } from "./line.ts";
import { isInvisible, isMark, scriptOfLanguage } from "./script.ts";

/** UTF-16 units without a place to part; beyond this a word fits no line of any document. */
const longestWord = 200;
/** Inline nodes inside one another. */
const deepest = 100;
/** Findings of one block: a text that is wrong all through is said once, not a thousand times. */
const mostPerBlock = 10;
/** Characters of the text shown on either side of a finding. */
const around = 20;

/** Every finding over the whole document, in reading order. Time grows with the length of the text alone. */
export function preflight(document: Document, fonts: Fonts): Diagnostic[] {
  const found: Diagnostic[] = [];
  // What stands in a block without an id of its own speaks of the text around it: `around` is the id of a note.
  const visit = (
    blocks: readonly Block[],
    part: string,
    lang: string,
    depth: number,
    around: string | undefined,
  ) => {
    for (const block of blocks) {
      if (depth > deepest) {
        found.push(about(tooDeep(part), around));
        return;
      }
      switch (block.kind) {
        case "heading":
        case "para":
        case "item":
          found.push(
            ...checkText(block.inline, block.id ?? "", part, block.lang ?? lang, fonts).map((d) =>
              about(d, block.id ?? around),
            ),
          );
          // A label is made by the language, not written by the author.
          if (block.kind === "item")
            found.push(
              ...checkText([{ kind: "text", text: block.label }], block.id ?? "", part, lang, fonts),
            );
          break;
        case "table":
          for (const cell of block.rows.flatMap((row) => row.cells))
            visit(cell.blocks, part, cell.lang ?? lang, depth + 1, around);
          break;
        case "columns":
          for (const column of block.columns) visit(column.blocks, part, lang, depth + 1, around);
          break;
        default:
      }
    }
  };
  const furniture = [
    document.first.header,
    document.first.footer,
    document.rest.header,
    document.rest.footer,
  ];
  for (const blocks of furniture) visit(blocks, "the head or foot of the pages", document.lang, 0, undefined);
  visit(document.body, "the text", document.lang, 0, undefined);
  for (const note of document.notes) visit(note.blocks, `note ${note.label}`, document.lang, 0, note.id);
  return found;
}

function about(d: Diagnostic, id: string | undefined): Diagnostic {
  return id === undefined ? d : { ...d, about: id };
}

/** What the check of one block carries along. */
interface Desk {
  /** "in paragraph op04", "in the text". */
  where: string;
  fonts: Fonts;
  found: Diagnostic[];
  /** The characters so far, for long words and for the text around a finding. */
  text: string;
}

function checkText(
  inline: readonly Inline[],
  id: string,
  part: string,
  lang: string,
  fonts: Fonts,
): Diagnostic[] {
  const desk: Desk = { where: id === "" ? `in ${part}` : `in ${id}`, fonts, found: [], text: "" };
  walk(inline, lang, 0, { bold: false, italic: false }, desk);
  checkWords(desk);
  checkControls(desk);
  return desk.found.length > mostPerBlock ? [...desk.found.slice(0, mostPerBlock), more(desk)] : desk.found;
}

function walk(
  nodes: readonly Inline[],
  lang: string,
  depth: number,
  look: { bold: boolean; italic: boolean },
  desk: Desk,
): void {
  if (depth > deepest) {
    desk.found.push(tooDeep(desk.where.replace(/^in /, "")));
    return;
  }
  for (const node of nodes) {
    if (node.kind === "text") checkCharacters(node.text, lang, look, desk);
    else if (node.kind === "call" || node.kind === "ref") checkCharacters(node.label, lang, look, desk);
    else if (node.kind === "br" || node.kind === "tab") desk.text += " ";
    else if ("children" in node) {
      if (node.kind === "link") checkLink(node.href, desk);
      const own = node.kind === "isolate" ? (node.lang ?? lang) : lang;
      const bold = look.bold || node.kind === "strong";
      walk(node.children, own, depth + 1, { bold, italic: look.italic || node.kind === "em" }, desk);
    }
  }
}

function checkCharacters(
  text: string,
  lang: string,
  look: { bold: boolean; italic: boolean },
  desk: Desk,
): void {
  const offset = desk.text.length;
  desk.text += text;
  const script = scriptOfLanguage(lang);
  const composed = text.normalize("NFC");
  const faultOf = (code: number): "half" | "control" | "missing" | undefined => {
    if (code >= 0xd800 && code <= 0xdfff) return "half";
    if (isControl(code)) return "control";
    if (isInvisible(code) || isMark(code) || code <= 0x20) return undefined;
    return desk.fonts.find(code, script, look.bold, look.italic) === undefined ? "missing" : undefined;
  };
  // A text has some forty different characters, and mostly none with a fault.
  const faults = new Map<number, ReturnType<typeof faultOf>>();
  for (const char of new Set(composed)) {
    const code = char.codePointAt(0) ?? 0;
    const fault = faultOf(code);
    if (fault !== undefined) faults.set(code, fault);
  }
  if (faults.size === 0) return;
  const missing = new Set<number>();
  for (let i = 0; i < composed.length; i++) {
    if (desk.found.length > mostPerBlock) return;
    const code = composed.codePointAt(i) ?? 0;
    const at = composed === text ? offset + i : offset;
    if (code > 0xffff) i += 1;
    const fault = faults.get(code);
    if (fault === "half") {
      desk.found.push({
        code: "lone-surrogate",
        severity: "error",
        message: `Half a character (${name(code)}) stands ${desk.where}, ${near(desk.text, at)}. It cannot be printed.`,
        hint: "Delete it and type the character again; it was probably cut in half by a program.",
      });
    } else if (fault === "control") {
      desk.found.push({
        code: "control-character",
        severity: "error",
        message: `An invisible control character (${name(code)}) stands ${desk.where}, ${near(desk.text, at)}.`,
        hint: "Delete it; it probably came in by copying from another program.",
      });
    } else if (fault === "missing" && !missing.has(code)) {
      missing.add(code);
      desk.found.push({
        code: "glyph-missing",
        severity: "error",
        message: `The character “${String.fromCodePoint(code)}” (${name(code)}) ${desk.where}, ${near(desk.text, at)}, is in none of the fonts of the house.`,
        hint: "Write it in another way, or ask for a font that has it (and see whether an optional font is not installed).",
      });
    }
  }
}

/** C0 and C1 controls but tab and line ends, and code points that never are characters (Unicode 16, 23.1 and 23.7). */
function isControl(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (code >= 0x7f && code <= 0x9f) return code !== 0x85;
  if (code >= 0xfdd0 && code <= 0xfdef) return true;
  if ((code & 0xfffe) === 0xfffe) return true;
  return code === 0x2028 || code === 0x2029 || (code >= 0xfff9 && code <= 0xfffb);
}

/** Words without white space; Chinese has none and parts between any two characters. */
function checkWords(desk: Desk): void {
  for (const found of desk.text.matchAll(/[^\s\u200b\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+/g)) {
    if (found[0].length <= longestWord || desk.found.length > mostPerBlock) continue;
    desk.found.push({
      code: "word-too-long",
      severity: "error",
      message: `A word of ${grouped(found[0].length)} characters stands ${desk.where}: “${visible(found[0].slice(0, around))}…”. It fits no line.`,
      hint: `Put spaces into it, or shorten it; a word may have ${longestWord} characters.`,
    });
  }
}

/** Closing control -> its opening ones. */
const closers: Record<string, string> = {
  "\u202c": "\u202a\u202b\u202d\u202e",
  "\u2069": "\u2066\u2067\u2068",
};

/** Marks of direction that override the letters or are not closed turn round what stands after them. */
function checkControls(desk: Desk): void {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(desk.text)) return;
  const open: number[] = [];
  for (let i = 0; i < desk.text.length && desk.found.length <= mostPerBlock; i++) {
    const char = desk.text.charAt(i);
    if (char === "\u202d" || char === "\u202e") {
      desk.found.push(direction(desk, i, "forces letters to run against their direction", "error"));
    }
    if (/[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(char)) open.push(i);
    const pair = closers[char];
    if (pair === undefined) continue;
    const last = open.pop();
    if (last === undefined || !pair.includes(desk.text.charAt(last))) {
      desk.found.push(direction(desk, i, "closes nothing", "error"));
    }
  }
  for (const at of open.slice(0, mostPerBlock))
    desk.found.push(direction(desk, at, "is never closed", "error"));
}

function direction(desk: Desk, at: number, fault: string, severity: "error"): Diagnostic {
  const code = desk.text.charCodeAt(at);
  return {
    code: "control-character",
    severity,
    message: `An invisible mark of direction (${name(code)}) ${fault} ${desk.where}, ${near(desk.text, at)}.`,
    hint: "Delete it and write [ltr: …] or [rtl: …] around the words that need a direction of their own.",
  };
}

function checkLink(href: string, desk: Desk): void {
  if (/^(https?:\/\/|mailto:)[\u0021-\u007e]+$/i.test(href)) return;
  desk.found.push({
    code: "link-refused",
    severity: "error",
    message: `A link ${desk.where} leads to “${visible(href.slice(0, 60))}”, which a document may not open.`,
    hint: "Links must begin with https://, http:// or mailto: and have no spaces.",
  });
}

function tooDeep(where: string): Diagnostic {
  return {
    code: "nesting-too-deep",
    severity: "error",
    message: `Marks or tables are nested over ${deepest} deep in ${where}.`,
    hint: "Take some of the marks away; a text needs two or three inside one another.",
  };
}

function more(desk: Desk): Diagnostic {
  return {
    code: desk.found[0]?.code ?? "control-character",
    severity: "error",
    message: `There are more faults of this kind ${desk.where}; only the first ${mostPerBlock} are listed.`,
    hint: "Mend these first, and run it again.",
  };
}

/** 100000 -> 100,000 */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function name(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The words around an offset, so that they can be searched for. */
function near(text: string, at: number): string {
  const from = Math.max(0, at - around);
  const words = visible(text.slice(from, at + around)).trim();
  return words === ""
    ? "where nothing else stands"
    : `near “${from > 0 ? "…" : ""}${words}${at + around < text.length ? "…" : ""}”`;
}

const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** Without what cannot be shown in a message. */
function visible(text: string): string {
  return text.replace(invisible, "·");
}
