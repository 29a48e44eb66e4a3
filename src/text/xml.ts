/** Parses XML to a tree with positions; the one door to the XML parser. Document types are refused, sizes limited. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  kind: "element";
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | XmlText)[];
  /** UTF-16 offset of the `<` in the source. */
  offset: number;
  /** Both count from 1; columns count UTF-16 units. */
  line: number;
  column: number;
}

export interface XmlText {
  kind: "text";
  text: string;
  line: number;
  column: number;
}

export interface XmlLimits {
  /** Length of the source in UTF-16 units. */
  size: number;
  /** Elements inside elements. */
  depth: number;
  /** Elements in all; parsing ends there. */
  elements: number;
  /** Problems after which no more are collected. */
  problems: number;
}

export interface XmlProblem {
  message: string;
  line: number;
  column: number;
}

const usual: XmlLimits = { size: 16_000_000, depth: 64, elements: 4_000_000, problems: 50 };

/** Finds line and column of offsets that only grow by looking up the starts of lines. */
function lineFinder(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (const found of source.matchAll(/\r\n?|\n/g)) starts.push(found.index + found[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/**
 * Parses one XML document. Comments and processing instructions are dropped, CDATA is text, neighbouring texts are one.
 * `root` is absent when there are problems that leave no tree to trust.
 */
export function parseXml(
  source: string,
  limits: Partial<XmlLimits> = {},
): { root?: XmlElement; problems: XmlProblem[] } {
  const { size, depth, elements: mostElements, problems: most } = { ...usual, ...limits };
  const problems: XmlProblem[] = [];
  if (source.length > size) {
    return { problems: [{ message: `It is longer than ${size} characters.`, line: 1, column: 1 }] };
  }
  const placeOf = lineFinder(source);
  const report = (message: string, offset: number): void => {
    if (problems.length < most) problems.push({ message, ...placeOf(Math.max(0, offset)) });
  };
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let refused = false;
  let tooDeep = 0;
  let count = 0;
  let start = 0;
  let textStart = 0;

  const addText = (text: string): void => {
    const parent = open.at(-1);
    if (!parent || tooDeep > 0 || text === "") return;
    const last = parent.children.at(-1);
    if (last?.kind === "text") last.text += text;
    else parent.children.push({ kind: "text", text, ...placeOf(textStart) });
  };

  parser.on("error", (error) => report(sentence(error.message), parser.position - 1));
  parser.on("doctype", () => {
    refused = true;
    report(
      "A document type (DOCTYPE) is not allowed here.",
      source.lastIndexOf("<!DOCTYPE", parser.position),
    );
  });
  parser.on("opentagstart", () => {
    start = source.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", (tag) => {
    textStart = parser.position;
    count += 1;
    if (count > mostElements) throw tooMany;
    if (tooDeep > 0 || open.length >= depth) {
      if (tooDeep === 0) report(`Elements are nested more than ${depth} deep.`, start);
      tooDeep += 1;
      return;
    }
    const element: XmlElement = {
      kind: "element",
      name: tag.name,
      attributes: { ...tag.attributes },
      children: [],
      offset: start,
      ...placeOf(start),
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    textStart = parser.position;
    if (tooDeep > 0) tooDeep -= 1;
    else open.pop();
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("comment", () => {
    textStart = source.indexOf(">", parser.position - 1) + 1;
  });
  parser.on("processinginstruction", () => {
    textStart = source.indexOf(">", parser.position - 1) + 1;
  });
  try {
    parser.write(source).close();
  } catch (fault) {
    if (fault !== tooMany) throw fault;
    report(`There are more than ${mostElements} elements.`, start);
    refused = true;
  }
  return root && !refused ? { root, problems } : { problems };
}

/** Thrown to end the parsing of a text that is a trap. */
const tooMany = new Error("too many elements");

/** The parser's remark without its own position, as a sentence. */
function sentence(message: string): string {
  const bare = message.replace(/^(?:undefined:)?\d+:\d+:\s*/, "").replace(/[.\s]+$/, "");
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}.`;
}
