/** Takes one text out of a file: its marks read, its characters looked at, every fault at its own place. */

import type { Diagnostic } from "../report/diagnostic.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { readInline } from "../text/read-inline.ts";
import { isUnfilled, unfilled } from "./unfilled.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** Plain values that a reader of YAML 1.1 takes for something else than text. */
const booleanLike = /^(?:yes|no|on|off|true|false|null|~)$/i;
const dateLike = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{2}\S*)?$/;

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;
const hiddenDirection = /[\u202a-\u202e\u2066-\u2069]/g;
const surrogate = /\p{Surrogate}/gu;

/** The text at a path as an inline tree; findings are added to `into`. `language`: of the text, where the path says one. */
export function takeText(
  value: string,
  path: Path,
  yaml: YamlFile,
  into: Diagnostic[],
  language?: string,
): InlineText {
  checkCharacters(value, path, yaml, into);
  checkPlain(path, yaml, into);
  const { value: tree, problems } = readInline(value);
  for (const { offset, message, hint } of problems) {
    const place = yaml.inText(path, offset);
    into.push({ code: "inline-syntax", severity: "error", message, place, ...(hint ? { hint } : {}) });
  }
  if (isUnfilled(plainText(tree))) into.push(unfilled(yaml.at(path), language));
  return tree;
}

/** A name or symbol at a path: no marks, white space as single spaces. */
export function takeWords(value: string, path: Path, yaml: YamlFile, into: Diagnostic[]): string {
  checkCharacters(value, path, yaml, into);
  checkPlain(path, yaml, into);
  if (isUnfilled(value)) into.push(unfilled(yaml.at(path)));
  return value.replace(/[ \t\r\n]+/g, " ").trim();
}

function checkPlain(path: Path, yaml: YamlFile, into: Diagnostic[]): void {
  const lost = yaml.lostWords(path);
  if (lost !== undefined) {
    into.push({
      code: "yaml-syntax",
      severity: "error",
      message: `“${lost}” is not read: what follows a space and # is a note of your own.`,
      place: yaml.at(path),
      hint: "Put the whole text in quotation marks, or write `# ` with a space if it is a note.",
    });
  }
  const plain = yaml.plainSource(path);
  if (plain === undefined) return;
  const what = booleanLike.test(plain) ? "a yes/no value" : dateLike.test(plain) ? "a date" : undefined;
  if (what === undefined) return;
  into.push({
    code: "unquoted-number",
    severity: "error",
    message: `${plain} has no quotation marks; many programs would read it as ${what}, not as text.`,
    place: yaml.at(path),
    hint: `Write "${plain}".`,
  });
}

/** Says every character that no document can print. */
export function checkCharacters(value: string, path: Path, yaml: YamlFile, into: Diagnostic[]): void {
  const add = (
    code: Diagnostic["code"],
    severity: Diagnostic["severity"],
    found: RegExpMatchArray,
    what: string,
    hint: string,
  ) =>
    into.push({
      code,
      severity,
      message: `The text holds ${what}.`,
      place: yaml.inText(path, found.index ?? 0),
      hint,
    });
  for (const found of value.matchAll(control)) {
    const what = `the character ${codeOf(found[0])}, which cannot be printed`;
    add(
      "control-character",
      "error",
      found,
      what,
      "Take it out; it often comes along when text is copied from elsewhere.",
    );
  }
  for (const found of value.matchAll(hiddenDirection)) {
    const what = `the invisible direction sign ${codeOf(found[0])}`;
    add("control-character", "warning", found, what, "Write [ltr: …] or [rtl: …] around the words instead.");
  }
  for (const found of value.matchAll(surrogate)) {
    add("lone-surrogate", "error", found, "half a character", "Type the character again.");
  }
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
