/** Opens a Word file for looking at it: parts unzipped within limits, parsed, and walked. */
import { unzipSync } from "fflate";
import { parseXml, type XmlElement } from "../../text/xml.ts";

export interface PackagePart {
  path: string;
  root: XmlElement;
}

export interface PackageProblem {
  path: string;
  message: string;
  line: number;
  column: number;
}

export interface OpenPackage {
  parts: Map<string, PackagePart>;
  problems: PackageProblem[];
}

/** Bytes of all parts together; far above what a resolution comes to. */
const mostBytes = 200 * 1024 * 1024;

/** Never throws: bytes that are no zip file, or parts that are no XML, are problems. */
export function openPackage(bytes: Uint8Array): OpenPackage {
  const out: OpenPackage = { parts: new Map(), problems: [] };
  const problem = (path: string, message: string, line = 1, column = 1): void => {
    out.problems.push({ path, message, line, column });
  };
  let files: Record<string, Uint8Array>;
  try {
    let total = 0;
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return total <= mostBytes && /\.(xml|rels)$/.test(name);
      },
    });
  } catch {
    problem("", "The file cannot be unzipped.");
    return out;
  }
  for (const path of Object.keys(files).sort()) {
    const source = new TextDecoder().decode(files[path]);
    const parsed = parseXml(source, { depth: 200, size: mostBytes });
    for (const { message, line, column } of parsed.problems) problem(path, message, line, column);
    if (parsed.root) out.parts.set(path, { path, root: parsed.root });
  }
  return out;
}

/** An element and everything in it, in document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (child.kind === "element") yield* walk(child);
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((c) => c.kind === "element");
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((c): c is XmlElement => c.kind === "element" && c.name === name);
}

/** The attribute `w:val` of a child, as most properties have it. */
export function wordValue(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes["w:val"];
}

export function textOf(element: XmlElement): string {
  return element.children.map((c) => (c.kind === "text" ? c.text : textOf(c))).join("");
}
