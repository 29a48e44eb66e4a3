/** Gives elements and attributes of a Word file the prefixes that everybody uses, whatever prefixes the file itself declares. */
import type { XmlElement } from "../../text/xml.ts";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Namespace to usual prefix; the strict variant of the standard has namespaces of its own. */
const prefixes: Readonly<Record<string, string>> = {
  [word]: "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "cp",
  "http://purl.oclc.org/ooxml/officeDocument/customProperties": "cp",
  "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": "vt",
  "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes": "vt",
};

/** Changes the tree: `w:p`, `r:id`, `mc:AlternateContent`; what is in another namespace becomes `?:name`. */
export function nameUsually(root: XmlElement): void {
  rename(root, new Map());
}

function rename(element: XmlElement, outer: ReadonlyMap<string, string>): void {
  let known = outer;
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    if (known === outer) known = new Map(outer);
    const prefix = Object.hasOwn(prefixes, value) ? (prefixes[value] ?? "?") : "?";
    (known as Map<string, string>).set(name.slice(6), prefix);
  }
  element.name = usual(element.name, known, true);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!name.startsWith("xmlns")) attributes[usual(name, known, false)] = value;
  }
  element.attributes = attributes;
  for (const child of element.children) if (child.kind === "element") rename(child, known);
}

/** Attributes without a prefix are in no namespace; elements without one are in the default. */
function usual(name: string, known: ReadonlyMap<string, string>, element: boolean): string {
  const at = name.indexOf(":");
  if (at < 0 && !element) return name;
  const prefix = at < 0 ? "" : name.slice(0, at);
  if (prefix === "xml") return name;
  return `${known.get(prefix) ?? "?"}:${name.slice(at + 1)}`;
}
