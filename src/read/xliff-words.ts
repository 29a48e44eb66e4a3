/** What XLIFF 1.2 and 2.x have in common: finding elements, and running words with codes. */
import type { Place } from "../report/diagnostic.ts";
import type { Code, Coded } from "../text/codes.ts";
import type { XmlElement } from "../text/xml.ts";

/** The name without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((c): c is XmlElement => c.kind === "element" && c.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** Elements of a name at any depth, in order; those inside `not` are left out. */
export function below(element: XmlElement, name: string, not: readonly string[] = []): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.kind !== "element" || not.includes(child.name)) return [];
    return child.name === name ? [child] : below(child, name, not);
  });
}

/** All text of an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((c) => (c.kind === "text" ? c.text : textOf(c))).join("");
}

export function at({ line, column }: XmlElement, file: string): Place {
  return { file, line, column };
}

/** What an element inside running words is: a code, or nothing but a wrapping of its words; undefined when it is not known. */
export type ReadCode = (
  element: XmlElement,
) => (Omit<Code, "children"> & { pair: boolean }) | "wrapping" | string[] | undefined;

/** Running words as coded text; `problem` when something in them cannot be read. */
export function readWords(element: XmlElement, readCode: ReadCode): { words: Coded[]; problem?: string } {
  let problem: string | undefined;
  const visit = (around: XmlElement): Coded[] =>
    around.children.flatMap((child): Coded[] => {
      if (child.kind === "text") return [child.text];
      const code = readCode(child);
      if (code === undefined) {
        problem ??= `it holds a code <${child.name}> that only the tool understands`;
        return [];
      }
      if (code === "wrapping") return visit(child);
      if (Array.isArray(code)) return code;
      const { id, kind, pair } = code;
      if (pair) return [{ id, kind, children: visit(child) }];
      if (textOf(child).trim() !== "") problem ??= `words stand inside the code ${id}, which holds none`;
      return [{ id, kind }];
    });
  const words = visit(element);
  return problem === undefined ? { words } : { words, problem };
}

/** The texts of several coded stretches as one. */
export function joinProblems(problems: readonly (string | undefined)[]): { problem?: string } {
  const first = problems.find((p) => p !== undefined);
  return first === undefined ? {} : { problem: first };
}
