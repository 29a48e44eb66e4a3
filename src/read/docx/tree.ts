/** Small steps through the XML of a Word file. */
import type { XmlElement } from "../../text/xml.ts";

export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter((c) => c.kind === "element") ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((c): c is XmlElement => c.kind === "element" && c.name === name);
}

/** The attribute `w:val` of a child, as most properties have it. */
export function wordValue(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes["w:val"];
}

/** Whether an on/off property is on; undefined where nothing is said (ECMA-376 part 1, 22.9.2.7). */
export function flagOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(element, name);
  if (!property) return undefined;
  return !/^(?:0|false|off)$/.test(property.attributes["w:val"] ?? "");
}

export function textOf(element: XmlElement): string {
  return element.children.map((c) => (c.kind === "text" ? c.text : textOf(c))).join("");
}

/** A whole number within limits that no honest file leaves; `otherwise` where there is none. */
export function numberOf(text: string | undefined, otherwise: number, most = 32_767): number {
  const value = text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise;
  return Math.min(Math.max(value, 0), most);
}
