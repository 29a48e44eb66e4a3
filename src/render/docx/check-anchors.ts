/** Bookmarks, content controls and the references that lead to them. */
import type { XmlElement } from "../../text/xml.ts";
import type { Inspection } from "./check.ts";
import { childOf, type PackagePart, textOf, walk, wordValue } from "./open-package.ts";

/** Names that a field code or a link leads to. */
const codes = /^\s*(?:(?:REF|PAGEREF|NOTEREF)\s+(\S+)|HYPERLINK\s+\\l\s+"([^"]*)")/;

/** Word's limits for names: a letter or `_`, then letters, digits, `_`, 40 in all. */
const goodName = /^[\p{L}_][\p{L}\p{N}_]{0,39}$/u;

export function checkAnchors({ stories, tell }: Inspection): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  const controls = new Set<string>();
  const wanted: { part: PackagePart; at: XmlElement; name: string }[] = [];
  for (const part of stories) {
    const open = new Map<string, XmlElement>();
    for (const element of walk(part.root)) {
      const id = element.attributes["w:id"] ?? "";
      if (element.name === "w:bookmarkStart") {
        const name = element.attributes["w:name"] ?? "";
        if (numbers.has(id)) tell(part, element, `Two bookmarks have the number ${id}.`);
        if (names.has(name.toLowerCase())) tell(part, element, `Two bookmarks have the name "${name}".`);
        if (!goodName.test(name))
          tell(part, element, `Word does not take "${name}" as the name of a bookmark.`);
        numbers.add(id);
        names.add(name.toLowerCase());
        open.set(id, element);
      }
      if (element.name === "w:bookmarkEnd" && !open.delete(id))
        tell(part, element, `The bookmark ${id} ends without a start.`);
      if (element.name === "w:sdt") {
        const control = wordValue(childOf(element, "w:sdtPr"), "w:id");
        if (control !== undefined && controls.has(control))
          tell(part, element, `Two content controls have the number ${control}.`);
        if (control !== undefined) controls.add(control);
      }
      const name = targetOf(element);
      if (name !== undefined) wanted.push({ part, at: element, name });
    }
    for (const element of open.values()) {
      tell(part, element, `The bookmark "${element.attributes["w:name"] ?? ""}" does not end.`);
    }
  }
  for (const { part, at, name } of wanted) {
    if (!names.has(name.toLowerCase()))
      tell(part, at, `A reference leads to the bookmark "${name}", which does not exist.`);
  }
}

function targetOf(element: XmlElement): string | undefined {
  if (element.name === "w:hyperlink") return element.attributes["w:anchor"];
  if (element.name === "w:fldSimple") return nameIn(element.attributes["w:instr"] ?? "");
  if (element.name === "w:instrText" || element.name === "w:delInstrText") return nameIn(textOf(element));
  return undefined;
}

function nameIn(code: string): string | undefined {
  const found = codes.exec(code);
  return found?.[1] ?? found?.[2];
}
