/** Styles and lists that are named but not there. */
import type { XmlElement } from "../../text/xml.ts";
import type { Inspection } from "./check.ts";
import { elementsOf, type PackagePart, walk, wordValue } from "./open-package.ts";

const uses = new Set(["w:pStyle", "w:rStyle", "w:tblStyle"]);
const leans = new Set(["w:basedOn", "w:next", "w:link"]);

export function checkStyles(inspection: Inspection): void {
  const { stories, styles, numbering, tell } = inspection;
  const known = new Set<string>();
  for (const style of styles ? elementsOf(styles.root) : []) {
    if (style.name !== "w:style") continue;
    const id = style.attributes["w:styleId"] ?? "";
    if (styles && known.has(id)) tell(styles, style, `Two styles have the id "${id}".`);
    known.add(id);
  }
  const { instances } = lists(inspection);
  const look = (part: PackagePart, element: XmlElement): void => {
    const value = element.attributes["w:val"] ?? "";
    if (uses.has(element.name) && !known.has(value))
      tell(part, element, `The style "${value}" does not exist.`);
    if (leans.has(element.name) && part === styles && !known.has(value)) {
      tell(part, element, `A style leans on "${value}", which does not exist.`);
    }
    if (element.name !== "w:numPr") return;
    const number = wordValue(element, "w:numId") ?? "0";
    if (number !== "0" && !instances.has(number)) tell(part, element, `The list ${number} does not exist.`);
  };
  for (const part of [...stories, styles, numbering]) {
    if (part) for (const element of walk(part.root)) look(part, element);
  }
}

/** Ids of list instances; instances of a definition that is not there are told. */
function lists({ numbering, tell }: Inspection): { instances: Set<string> } {
  const instances = new Set<string>();
  const definitions = new Set<string>();
  for (const element of numbering ? elementsOf(numbering.root) : []) {
    if (element.name === "w:abstractNum") definitions.add(element.attributes["w:abstractNumId"] ?? "");
    if (element.name !== "w:num") continue;
    instances.add(element.attributes["w:numId"] ?? "");
    const of = wordValue(element, "w:abstractNumId") ?? "";
    if (numbering && !definitions.has(of))
      tell(numbering, element, `A list is made from ${of}, which does not exist.`);
  }
  return { instances };
}
