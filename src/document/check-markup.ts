/** Checks parsed markup against the table of elements; every fault with the place of the element or attribute. */
import type { Code } from "../report/codes.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { XmlElement, XmlText } from "../text/xml.ts";
import { type AttributeRule, elements } from "./elements.ts";

/**
 * Stands for what is not known yet when a template is checked before any data: in attribute values and in content.
 * Values that hold it are not looked at.
 */
export const unknownPart = "\uE000";

export interface MarkupCheck {
  /** The text that was parsed, to find attributes in. */
  source: string;
  file: string;
  /** Names of the house's styles; absent: styles are not looked at. */
  styles?: ReadonlySet<string>;
  /** Told of every style named in the source. */
  onStyle?: (style: string, place: { line: number; column: number }) => void;
}

/** All faults of an element and what is in it, in document order. `parent` absent: the element may be any. */
export function checkMarkup(element: XmlElement, check: MarkupCheck, parent?: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  walk(element, parent, check, found);
  return found;
}

function walk(
  element: XmlElement,
  parent: string | undefined,
  check: MarkupCheck,
  found: Diagnostic[],
): void {
  const rule = Object.hasOwn(elements, element.name) ? elements[element.name] : undefined;
  const add = (code: Code, message: string, place: { line: number; column: number }, hint?: string): void => {
    const { line, column } = place;
    const at = { file: check.file, line, column };
    found.push({ code, severity: "error", message, place: at, ...(hint === undefined ? {} : { hint }) });
  };
  if (!rule) {
    const near = nearest(element.name, Object.keys(elements));
    const hint = near ? `Did you mean <${near}>?` : `Elements: ${Object.keys(elements).join(", ")}.`;
    add("template-element", `There is no element <${element.name}>.`, element, hint);
  } else {
    if (parent !== undefined && !elements[parent]?.children.includes(element.name)) {
      const inside = elements[parent]?.children.join(", ") || "nothing";
      add(
        "template-element",
        `<${element.name}> cannot stand in <${parent}>.`,
        element,
        `In <${parent}> may stand: ${inside}.`,
      );
    }
    checkAttributes(element, rule.attributes, check, add);
  }
  for (const child of element.children) {
    if (child.kind === "element") walk(child, rule ? element.name : undefined, check, found);
    else if (rule && !rule.text) checkStray(child, element.name, add);
  }
}

type Add = (code: Code, message: string, place: { line: number; column: number }, hint?: string) => void;

function checkAttributes(
  element: XmlElement,
  rules: Record<string, AttributeRule>,
  check: MarkupCheck,
  add: Add,
): void {
  const known = Object.keys(rules);
  for (const [name, value] of Object.entries(element.attributes)) {
    // Only needed when there is something to say, which is rare.
    const place = () => attributePlace(element, name, check.source);
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const near = nearest(name, known);
      const hint = near
        ? `Did you mean \`${near}\`?`
        : `It may have: ${known.join(", ") || "no attributes"}.`;
      add("template-element", `<${element.name}> has no attribute \`${name}\`.`, place(), hint);
    } else if (!value.includes(unknownPart)) {
      checkValue(element.name, name, value, rule, check, place, add);
    }
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.needed && !Object.hasOwn(element.attributes, name)) {
      add("template-element", `<${element.name}> needs the attribute \`${name}\`: ${rule.about}.`, element);
    }
  }
}

function checkValue(
  element: string,
  name: string,
  value: string,
  rule: AttributeRule,
  check: MarkupCheck,
  place: () => { line: number; column: number },
  add: Add,
): void {
  if (rule.value === "style") {
    check.onStyle?.(value, place());
    if (!check.styles || check.styles.has(value)) return;
    const near = nearest(value, check.styles);
    const hint = near ? `Did you mean \`${near}\`?` : `Styles: ${[...check.styles].sort().join(", ")}.`;
    add("style-unknown", `The house has no style \`${value}\`.`, place(), hint);
    return;
  }
  if (isRight(value, rule)) return;
  const wanted = typeof rule.value === "string" ? wording[rule.value] : rule.value.join(", ");
  add(
    "template-element",
    `The value "${value.slice(0, 40)}" of \`${name}\` in <${element}> is not possible.`,
    place(),
    `Possible: ${wanted}.`,
  );
}

const wording: Record<string, string> = {
  text: "any text",
  style: "a style of the house",
  id: "letters, digits, `.`, `-`, `_` and `:`, beginning with a letter, or `*`",
  flag: "true or false",
  count: "a whole number from 0 on",
  number: "a number above 0",
  numbers: "numbers above 0 with spaces between them",
  date: "a day as YYYY-MM-DD, or nothing",
};

const patterns: Record<string, RegExp> = {
  text: /^/,
  id: /^(?:[\p{L}_][\p{L}\p{N}._:-]*|\*)$/u,
  flag: /^(?:true|false)$/,
  count: /^\d{1,9}$/,
  number: /^\d{1,6}(?:\.\d{1,20})?$/,
  numbers: /^\d{1,6}(?:\.\d{1,20})?(?: +\d{1,6}(?:\.\d{1,20})?)*$/,
  date: /^(?:\d{4}-\d{2}-\d{2})?$/,
};

function isRight(value: string, rule: AttributeRule): boolean {
  if (typeof rule.value !== "string") return rule.value.includes(value);
  return patterns[rule.value]?.test(value) ?? true;
}

function checkStray(text: XmlText, parent: string, add: Add): void {
  const at = text.text.search(/[^\s\uE000]/);
  if (at < 0) return;
  const before = text.text.slice(0, at).split("\n");
  const place =
    before.length > 1
      ? { line: text.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }
      : { line: text.line, column: text.column + at };
  const words =
    text.text
      .slice(at, at + 30)
      .trim()
      .split("\n")[0] ?? "";
  add(
    "template-element",
    `The text "${words}" stands directly in <${parent}>.`,
    place,
    "Put it into a <para> or another block.",
  );
}

/** Where an attribute's name stands in the source; the element's place when it cannot be found. */
function attributePlace(element: XmlElement, name: string, source: string): { line: number; column: number } {
  const tag =
    /^<(?:[^"'>]|"[^"]*"|'[^']*')*>?/.exec(source.slice(element.offset, element.offset + 10_000))?.[0] ?? "";
  let searched = tag.replace(/"[^"]*"|'[^']*'/g, (value) => "\u0000".repeat(value.length));
  searched = searched.replace(/\s/g, (space) => (space === "\n" ? "\n" : " "));
  const at = searched.search(new RegExp(`(?<=[ \\n\\u0000])${name.replace(/[^\w-]/g, ".")}(?= *[=\\n])`));
  if (at < 0) return element;
  const lines = searched.slice(0, at).split("\n");
  return lines.length === 1
    ? { line: element.line, column: element.column + at }
    : { line: element.line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
}
