/** Says what is wrong with a line that is not YAML, in the words of someone who edits a text. */
import { causeInBrackets } from "./yaml-flow.ts";

/** At the UTF-16 offset of the fault. `sure`: it is the cause, and what the parser remarks further on may only follow from it. */
export interface Remark {
  offset: number;
  message: string;
  hint: string;
  sure: boolean;
}

const tab: [string, string] = ["A tab stands at the start of a line.", "Use spaces only."];

/** What the parser remarks. */
const remarks: Partial<Record<string, [message: string, hint: string]>> = {
  BAD_INDENT: [
    "The spaces at the start of this line do not fit the lines around it.",
    "Fields of one paragraph start in the same column; the lines of a long text start further in.",
  ],
  TAB_AS_INDENT: tab,
  BAD_ALIAS: [
    "A value cannot start with * or & unless it stands in quotation marks.",
    "If it is the start of a text, put the whole text in quotation marks.",
  ],
  BAD_SCALAR_START: [
    "A text cannot start with this character unless it is in quotation marks.",
    "Put the whole text in quotation marks.",
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    "There is a colon in this text, so its start was taken for the name of a field.",
    "Put the whole text in quotation marks, or write `>-` after the field and the text on the lines below.",
  ],
  MULTILINE_IMPLICIT_KEY: [
    "A line with a colon was expected here, with the name of a field before it.",
    "If the line belongs to the text above, let it start further in; if it holds a colon, put the text in quotation marks.",
  ],
  MISSING_CHAR: [
    "A quotation mark, bracket or colon is missing.",
    "Look for a text in quotation marks, or a list in brackets, that is not closed; a text that starts with [ or { needs quotation marks.",
  ],
  UNEXPECTED_TOKEN: [
    "Something stands here that cannot stand in this place.",
    "If it belongs to a text, put the whole text in quotation marks.",
  ],
  BAD_DQ_ESCAPE: [
    'Between "double quotation marks" a backslash has a meaning of its own, and not before this character.',
    "Write the backslash twice, or use 'single quotation marks'.",
  ],
  MULTIPLE_DOCS: ["A line with --- or ... starts a second document.", "Keep one document in a file."],
  RESOURCE_EXHAUSTION: ["This is nested too deep.", "Take some levels out."],
  TAG_RESOLVE_FAILED: [
    "A value cannot start with ! unless it stands in quotation marks.",
    "If it is the start of a text, put the whole text in quotation marks.",
  ],
};

const usual = "Look at the brackets, quotation marks and indents of this line and the one above.";

/** The remark for a line whose text starts with a sign that YAML keeps for itself. */
function startOfText(line: string): [string, string] | undefined {
  const sign = /^\s*(?:- +)*(?:[A-Za-z0-9.-]+:\s+)?([*&!@`%[{])/.exec(line)?.[1];
  if (sign === undefined) return undefined;
  return [
    `A text cannot start with ${sign} unless it stands in quotation marks.`,
    "Put the whole text in quotation marks, or write `>-` after the field and the text on the lines below.",
  ];
}

/** White space that looks like a space and is none. */
const noSpace = /[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/;

/** `offset`, `code` and `message` are those of the parser, which often gives up only after the fault. */
export function remarkOn(source: string, offset: number, code: string, message: string): Remark {
  const slip = slipInLines(source, offset);
  if (slip) return slip;
  const start = offset === 0 ? 0 : source.lastIndexOf("\n", offset - 1) + 1;
  const line = source.slice(start).split("\n", 1)[0] ?? "";
  if (code === "TAB_AS_INDENT" || /^ *\t/.test(line))
    return { offset, message: tab[0], hint: tab[1], sure: true };
  const cause = causeInBrackets(source, offset);
  if (cause) return { ...cause, sure: true };
  const [text, hint] = startOfText(line) ?? remarks[code] ?? [`This line cannot be read: ${message}`, usual];
  return { offset, message: text, hint, sure: false };
}

/** Why the name of a field is none, although the file can be read. */
export function slipInName(name: string): [message: string, hint: string] | undefined {
  if (new RegExp(`^${noSpace.source}`).test(name)) return notSpace;
  return /^-[a-z]/.test(name) ? noGap : undefined;
}

const notSpace: [string, string] = [
  "A character that only looks like a space (a no-break space, say) stands at the start of this line.",
  "Take out what stands before the first letter, and type the spaces again.",
];
const noGap: [string, string] = [
  "There is no space after the hyphen, so this line does not begin an entry of a list.",
  "Write a space after it: `- id: …`.",
];

/** In the line where the parser gave up, and in those above. */
function slipInLines(source: string, offset: number): Remark | undefined {
  let end = source.indexOf("\n", offset);
  if (end < 0) end = source.length;
  for (let n = 0; n < 12; n += 1) {
    const start = source.lastIndexOf("\n", end - 1) + 1;
    const line = source.slice(start, end);
    const space = new RegExp(`^ *(?=${noSpace.source})`).exec(line);
    const [, before = "", dash] = /^( *)(-)[a-z]+:(?:\s|$)/.exec(line) ?? [];
    const [at, words] = space ? [space[0].length, notSpace] : dash ? [before.length, noGap] : [];
    if (at !== undefined && words)
      return { offset: start + at, message: words[0], hint: words[1], sure: true };
    if (start === 0) return undefined;
    end = start - 1;
  }
  return undefined;
}
