/** Opens a Word file for looking at it: parts unzipped within limits, parsed, and walked. */
import { isProblem, openZip, usualLimits } from "../../text/unzip.ts";
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

/** Our own files repeat themselves more than a stranger's may: ten thousand paragraphs deflate well. */
const limits = { ...usualLimits, file: usualLimits.total, entry: usualLimits.total, ratio: 2000 };

/** Never throws: bytes that are no zip file, or parts that are no XML, are problems. */
export function openPackage(bytes: Uint8Array): OpenPackage {
  const out: OpenPackage = { parts: new Map(), problems: [] };
  const problem = (path: string, message: string, line = 1, column = 1): void => {
    out.problems.push({ path, message, line, column });
  };
  const zip = openZip(bytes, limits);
  if ("kind" in zip) {
    problem("", zip.message);
    return out;
  }
  for (const path of zip.names.filter((name) => /\.(xml|rels)$/.test(name)).sort()) {
    const data = zip.read(path) ?? new Uint8Array();
    if (isProblem(data)) {
      problem(path, data.message);
      continue;
    }
    const source = new TextDecoder().decode(data);
    const parsed = parseXml(source, { depth: 200, size: limits.entry });
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
