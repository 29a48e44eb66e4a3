/** Prints a tree of elements as XML, one element a line, but not a space more inside running words; the one door to the XML builder. */
import { create } from "xmlbuilder2";

export interface XmlOut {
  name: string;
  /** Those that are undefined are left out. */
  attributes: Readonly<Record<string, string | undefined>>;
  children: readonly (XmlOut | string)[];
  /** Holds running words: nothing is put between its children. */
  words?: boolean;
}

export function element(
  name: string,
  attributes: XmlOut["attributes"] = {},
  children: XmlOut["children"] = [],
): XmlOut {
  return { name, attributes, children };
}

/** An element that holds running words. */
export function wordsElement(
  name: string,
  attributes: XmlOut["attributes"],
  children: XmlOut["children"],
): XmlOut {
  return { name, attributes, children, words: true };
}

type Builder = ReturnType<typeof create>;

/** A whole XML document in UTF-8. Names may have prefixes; their `xmlns:` attributes stand on the root. */
export function printXml(root: XmlOut): string {
  const document = create({ version: "1.0", encoding: "UTF-8" });
  add(document, root, 0);
  return `${document.end({ headless: false }).replace("?>", "?>\n")}\n`;
}

function add(parent: Builder, { name, attributes, children, words }: XmlOut, depth: number): void {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const node = parent.ele(name, Object.fromEntries(given));
  const apart = !words && children.some((child) => typeof child !== "string");
  for (const child of children) {
    if (apart) node.txt(`\n${"  ".repeat(depth + 1)}`);
    if (typeof child === "string") node.txt(child);
    else add(node, words ? { ...child, words: true } : child, depth + 1);
  }
  if (apart) node.txt(`\n${"  ".repeat(depth)}`);
}
