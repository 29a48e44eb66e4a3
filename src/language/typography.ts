/** House typography on ready text, by the data of a locale (house-style section 5): spaces at signs, apostrophes, quotation marks, digits. */
import type { Inline, InlineText } from "../text/inline.ts";

export interface TypographyRules {
  apostrophe: string;
  quotes: readonly [string, string];
  /** What stands before or after a sign instead of spaces. */
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
  /** Signs that are replaced, except between digits. */
  signs: ReadonlyMap<string, string>;
  /** Joins groups of three digits; empty: as written. */
  thousands: string;
  /** Words with an unbreakable space after or before them. */
  keepAfter: readonly string[];
  keepBefore: readonly string[];
  /** Ten digits from zero. */
  digits: string;
}

/** A change to the joined text: `length` units at `at` go, `put` comes. */
interface Edit {
  at: number;
  length: number;
  put: string;
}

/** Stands for whatever is not ours to change: isolates, footnote calls, references. */
const opaque = "\uFFFC";
const nbsp = "\u00A0";
const spaces = " \u00A0\u202F";
const letterOrDigit = /[\p{L}\p{N}]/u;

type Step = (text: string) => Edit[];

/** Makes the function that sets a tree; applying it twice changes nothing more. */
export function createTypography(rules: TypographyRules): (tree: InlineText) => InlineText {
  const steps: Step[] = [];
  if (rules.apostrophe !== "") steps.push((text) => apostrophes(text, rules.apostrophe));
  if (rules.quotes.some((q) => q !== '"')) steps.push((text) => quotes(text, rules.quotes));
  if (rules.signs.size > 0) steps.push((text) => signs(text, rules.signs));
  if (rules.before.size > 0) steps.push((text) => before(text, rules.before));
  if (rules.after.size > 0) steps.push((text) => after(text, rules.after));
  if (rules.thousands !== "") steps.push((text) => thousands(text, rules.thousands));
  if (rules.keepAfter.length > 0 || rules.keepBefore.length > 0)
    steps.push((text) => keeps(text, rules.keepAfter, rules.keepBefore));
  if (rules.digits !== "0123456789") steps.push((text) => digits(text, rules.digits));
  if (steps.length === 0) return (tree) => tree;
  return (tree) => steps.reduce(applyStep, tree);
}

function applyStep(tree: InlineText, step: Step): InlineText {
  const edits = step(joined(tree)).sort((a, b) => a.at - b.at);
  if (edits.length === 0) return tree;
  let at = 0;
  let next = 0;
  const walk = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (isOpaque(node)) {
        at += 1;
        return [node];
      }
      if (node.kind !== "text") {
        const children = walk(node.children);
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      const start = at;
      at += node.text.length;
      let out = "";
      let done = start;
      for (let edit = edits[next]; edit && edit.at < at; edit = edits[++next]) {
        out += node.text.slice(done - start, edit.at - start) + edit.put;
        done = edit.at + edit.length;
      }
      out += node.text.slice(done - start);
      return out === "" ? [] : [{ kind: "text", text: out }];
    });
  return walk(tree);
}

function isOpaque(node: Inline): node is Extract<Inline, { kind: "note" | "ref" | "isolate" }> {
  return node.kind === "note" || node.kind === "ref" || node.kind === "isolate";
}

function joined(tree: readonly Inline[]): string {
  let out = "";
  for (const node of tree)
    out += isOpaque(node) ? opaque : node.kind === "text" ? node.text : joined(node.children);
  return out;
}

function eachSign(
  text: string,
  has: (sign: string) => boolean,
  visit: (at: number, sign: string) => void,
): void {
  for (let at = 0; at < text.length; at++) if (has(text.charAt(at))) visit(at, text.charAt(at));
}

function apostrophes(text: string, put: string): Edit[] {
  const edits: Edit[] = [];
  eachSign(
    text,
    (s) => s === "'",
    (at) => {
      if (letterOrDigit.test(text.charAt(at - 1))) edits.push({ at, length: 1, put });
    },
  );
  return edits;
}

function quotes(text: string, [open, close]: readonly [string, string]): Edit[] {
  const edits: Edit[] = [];
  eachSign(
    text,
    (s) => s === '"',
    (at) => {
      const opens = at === 0 || /[\s\p{Ps}\p{Pi}\p{Pd}’'/]/u.test(text.charAt(at - 1));
      edits.push({ at, length: 1, put: opens ? open : close });
    },
  );
  return edits;
}

function signs(text: string, table: ReadonlyMap<string, string>): Edit[] {
  const edits: Edit[] = [];
  eachSign(
    text,
    (s) => table.has(s),
    (at, sign) => {
      const betweenDigits = /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
      if (!betweenDigits) edits.push({ at, length: 1, put: table.get(sign) ?? sign });
    },
  );
  return edits;
}

/** Spaces around a sign give way one by one, since they may stand in different stretches of the tree. */
function before(text: string, table: ReadonlyMap<string, string>): Edit[] {
  const edits: Edit[] = [];
  eachSign(
    text,
    (s) => table.has(s),
    (at, sign) => {
      const next = text.charAt(at + 1);
      let start = at;
      while (start > 0 && spaces.includes(text.charAt(start - 1))) start--;
      // Not at the start of a text, and not inside 10:30 or https://.
      if (start === 0 || (next !== "" && (letterOrDigit.test(next) || next === "/"))) return;
      const put = table.get(sign) ?? "";
      if (text.slice(start, at) === put) return;
      for (let i = start; i < at; i++) edits.push({ at: i, length: 1, put: "" });
      edits.push({ at, length: 1, put: put + sign });
    },
  );
  return edits;
}

function after(text: string, table: ReadonlyMap<string, string>): Edit[] {
  const edits: Edit[] = [];
  eachSign(
    text,
    (s) => table.has(s),
    (at, sign) => {
      let end = at + 1;
      while (end < text.length && spaces.includes(text.charAt(end))) end++;
      const put = table.get(sign) ?? "";
      if (end === text.length || text.slice(at + 1, end) === put) return;
      edits.push({ at, length: 1, put: sign + put });
      for (let i = at + 1; i < end; i++) edits.push({ at: i, length: 1, put: "" });
    },
  );
  return edits;
}

function thousands(text: string, put: string): Edit[] {
  const edits: Edit[] = [];
  for (const number of text.matchAll(/(?<![\d.,/])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)/g))
    for (const space of number[0].matchAll(/[ \u00A0\u202F]/g))
      if (space[0] !== put) edits.push({ at: number.index + space.index, length: 1, put });
  return edits;
}

function keeps(text: string, afterWords: readonly string[], beforeWords: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  eachSign(
    text,
    (s) => s === " ",
    (at) => {
      const head = text.slice(0, at);
      const tail = text.slice(at + 1);
      const kept =
        afterWords.some(
          (w) => head.endsWith(w) && !letterOrDigit.test(head.charAt(head.length - w.length - 1)),
        ) || beforeWords.some((w) => tail.startsWith(w) && !letterOrDigit.test(tail.charAt(w.length)));
      if (kept) edits.push({ at, length: 1, put: nbsp });
    },
  );
  return edits;
}

function digits(text: string, table: string): Edit[] {
  const edits: Edit[] = [];
  eachSign(
    text,
    (s) => s >= "0" && s <= "9",
    (at, sign) => {
      edits.push({ at, length: 1, put: [...table][Number(sign)] ?? sign });
    },
  );
  return edits;
}
