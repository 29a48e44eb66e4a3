/** Tracked changes: numbers that occur once, the right element for deleted text, moves with both ends. */
import type { XmlElement } from "../../text/xml.ts";
import type { Inspection } from "./check.ts";
import { type PackagePart, walk } from "./open-package.ts";

const changes = new Set([
  "w:ins",
  "w:del",
  "w:moveFrom",
  "w:moveTo",
  "w:moveFromRangeStart",
  "w:moveToRangeStart",
  "w:rPrChange",
  "w:pPrChange",
  "w:sectPrChange",
  "w:tblPrChange",
]);

export function checkChanges({ stories, tell }: Inspection): void {
  const numbers = new Set<string>();
  const ends = {
    from: new Map<string, { part: PackagePart; at: XmlElement }>(),
    to: new Map<string, { part: PackagePart; at: XmlElement }>(),
  };
  for (const part of stories) {
    const open = new Map<string, XmlElement>();
    for (const element of walk(part.root)) {
      const id = element.attributes["w:id"] ?? "";
      if (changes.has(element.name)) {
        if (numbers.has(id)) tell(part, element, `Two tracked changes have the number ${id}.`);
        numbers.add(id);
      }
      const range = /^w:move(From|To)(Range(?:Start|End))?$/.exec(element.name);
      if (range?.[2] === "RangeStart") {
        open.set(`${range[1]} ${id}`, element);
        const side = range[1] === "From" ? ends.from : ends.to;
        side.set(element.attributes["w:name"] ?? "", { part, at: element });
      } else if (range?.[2] === "RangeEnd") {
        if (!open.delete(`${range[1]} ${id}`)) tell(part, element, "A move ends that has not begun.");
      } else if (range && ![...open.keys()].some((k) => k.startsWith(`${range[1]} `))) {
        tell(part, element, "Moved text stands outside the brackets of a move.");
      }
    }
    for (const element of open.values()) tell(part, element, "A move begins and does not end.");
    checkDeleted(part, part.root, false, tell);
  }
  for (const [name, { part, at }] of ends.from)
    if (!ends.to.has(name)) tell(part, at, `The move "${name}" arrives nowhere.`);
  for (const [name, { part, at }] of ends.to)
    if (!ends.from.has(name)) tell(part, at, `The move "${name}" comes from nowhere.`);
}

const onlyOutside = new Map([
  ["w:t", "Deleted text is written as text that stays."],
  ["w:instrText", "The code of a deleted field is written as one that stays."],
]);
const onlyInside = new Set(["w:delText", "w:delInstrText"]);

function checkDeleted(
  part: PackagePart,
  element: XmlElement,
  deleted: boolean,
  tell: Inspection["tell"],
): void {
  const inside = deleted || element.name === "w:del";
  const wrong = inside ? onlyOutside.get(element.name) : undefined;
  if (wrong !== undefined) tell(part, element, wrong);
  if (!inside && onlyInside.has(element.name))
    tell(part, element, "Text that stays is written as deleted text.");
  for (const child of element.children) if (child.kind === "element") checkDeleted(part, child, inside, tell);
}
