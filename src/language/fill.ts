/** Fills the blanks of a pattern: small writing with `{{name}}` in it becomes an inline tree with the values in their places. */
import type { Inline, InlineText } from "../text/inline.ts";
import { readInline } from "../text/read-inline.ts";

/** What may stand in a blank: text as it is, a number, or an inline tree. Marks in a text are ordinary characters. */
export type Value = string | number | InlineText;

/** A pattern read once: its tree with the blanks as private signs, and their names. */
export interface Pattern {
  tree: InlineText;
  blanks: string[];
}

const blank = /\{\{\s*([A-Za-z][A-Za-z0-9-]*)\s*\}\}/g;
/** A blank while the small writing is read: letters outside, so that marks open and close beside it. */
const token = /a\uE000([\uE100-\uF8FF])a/;
/** Blanks are counted from here in private letters, which no rule of typography touches. */
const firstBlank = 0xe100;

/** Reads a pattern. `finish` is applied once to its tree (house typography). */
export function readPattern(source: string, finish: (tree: InlineText) => InlineText = (t) => t): Pattern {
  const blanks: string[] = [];
  const tokens = source.replace(
    blank,
    (_, name: string) => `a\uE000${String.fromCharCode(firstBlank - 1 + blanks.push(name))}a`,
  );
  return { tree: finish(readInline(tokens).value), blanks };
}

/** Fills patterns, reading each once, when it is first used. */
export type Filler = (source: string, values: Readonly<Record<string, Value>>) => InlineText;

export function createFiller(): Filler {
  const read = new Map<string, Pattern>();
  return (source, values) => {
    let pattern = read.get(source);
    if (!pattern) {
      pattern = readPattern(source);
      read.set(source, pattern);
    }
    return fill(pattern, values, () => {});
  };
}

/** Names of the blanks of a pattern, without reading it. */
export function blanksOf(source: string): string[] {
  return source.includes("{{") ? [...source.matchAll(blank)].map((m) => m[1] ?? "") : [];
}

/** The tree with values in the blanks; a blank without one stays visible and is told to `missing`. */
export function fill(
  pattern: Pattern,
  values: Readonly<Record<string, Value>>,
  missing: (name: string) => void,
): InlineText {
  const nodes = (tree: readonly Inline[]): Inline[] => {
    const out: Inline[] = [];
    for (const node of tree) {
      if (node.kind === "text") words(node.text, out);
      else if (node.kind === "note" || node.kind === "ref") out.push(node);
      else out.push({ ...node, children: nodes(node.children) });
    }
    return out;
  };
  const words = (text: string, out: Inline[]): void => {
    for (const [i, piece] of text.split(token).entries()) {
      if (i % 2 === 0) addText(out, piece);
      else addValue(pattern.blanks[piece.charCodeAt(0) - firstBlank] ?? "", out);
    }
  };
  const addValue = (name: string, out: Inline[]): void => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      missing(name);
      addText(out, `{{${name}}}`);
    } else if (typeof value !== "object") addText(out, String(value));
    else
      for (const node of value) {
        if (node.kind === "text") addText(out, node.text);
        else out.push(node);
      }
  };
  return nodes(pattern.tree);
}

function addText(out: Inline[], text: string): void {
  const last = out.at(-1);
  if (text === "") return;
  if (last?.kind === "text") out[out.length - 1] = { kind: "text", text: last.text + text };
  else out.push({ kind: "text", text });
}

/** Fills a pattern that carries no marks (names, countries). */
export function fillText(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(blank, (all: string, name: string) => values[name] ?? all);
}

/** Raised stretches set flat: `122nd` without superscript. */
export function flat(tree: InlineText): InlineText {
  const out: Inline[] = [];
  for (const node of tree) {
    const inner = node.kind === "superscript" ? flat(node.children) : [node];
    for (const one of inner) {
      if (one.kind === "text") addText(out, one.text);
      else out.push(one);
    }
  }
  return out;
}
