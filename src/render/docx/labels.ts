/** Works out which numbers Word shows, from the numbering, styles and text of a finished file. */

import { Counters, type CountingLevel, type Instance } from "../../document/word-counting.ts";
import type { XmlElement } from "../../text/xml.ts";
import {
  childOf,
  elementsOf,
  openPackage,
  type PackagePart,
  textOf,
  walk,
  wordValue,
} from "./open-package.ts";

/** A numbered paragraph as a reader sees it. */
export interface ShownLabel {
  label: string;
  /** Its words without the label. */
  text: string;
  styleId: string;
  /** Tag of the content control in it, if any. */
  tag?: string;
}

interface LinkedLevel extends CountingLevel {
  style?: string;
}

interface StyleOf {
  basedOn: string | undefined;
  numId: string | undefined;
  level: string | undefined;
}

/** Labels of all numbered paragraphs of the main document, in its order. Throws on bytes that are no Word file. */
export function shownLabels(bytes: Uint8Array): ShownLabel[] {
  const { parts } = openPackage(bytes);
  const main = parts.get("word/document.xml");
  if (!main) throw new Error("no main document");
  const { definitions, instances } = readNumbering(parts.get("word/numbering.xml"));
  const styles = readStyles(parts.get("word/styles.xml"));
  const counters = new Counters((definition) => definitions.get(definition) ?? []);
  const out: ShownLabel[] = [];
  for (const element of walk(main.root)) {
    if (element.name !== "w:p") continue;
    const properties = childOf(element, "w:pPr");
    const styleId = wordValue(properties, "w:pStyle") ?? "Normal";
    const number = numberOf(properties, styleId, styles, instances, definitions);
    if (!number) continue;
    const mark = childOf(properties, "w:rPr");
    const gone = childOf(mark, "w:del") !== undefined || childOf(mark, "w:moveFrom") !== undefined;
    const label = counters.next(number.numId, number.instance, number.level, gone);
    const tag = [...walk(element)].find((e) => e.name === "w:tag")?.attributes["w:val"];
    out.push({ label, text: words(element), styleId, ...(tag === undefined ? {} : { tag }) });
  }
  return out;
}

function words(paragraph: XmlElement): string {
  return [...walk(paragraph)]
    .filter((e) => e.name === "w:t" || e.name === "w:delText")
    .map(textOf)
    .join("");
}

function readNumbering(part: PackagePart | undefined): {
  definitions: Map<string, LinkedLevel[]>;
  instances: Map<string, Instance>;
} {
  const definitions = new Map<string, LinkedLevel[]>();
  const instances = new Map<string, Instance>();
  for (const element of part ? elementsOf(part.root) : []) {
    if (element.name === "w:abstractNum") {
      const levels = elementsOf(element).filter((e) => e.name === "w:lvl");
      definitions.set(element.attributes["w:abstractNumId"] ?? "", levels.map(readLevel));
    }
    if (element.name !== "w:num") continue;
    const starts = new Map<number, number>();
    for (const override of elementsOf(element).filter((e) => e.name === "w:lvlOverride")) {
      const start = wordValue(override, "w:startOverride");
      if (start !== undefined) starts.set(Number(override.attributes["w:ilvl"]), Number(start));
    }
    const definition = wordValue(element, "w:abstractNumId") ?? "";
    instances.set(element.attributes["w:numId"] ?? "", { definition, starts });
  }
  return { definitions, instances };
}

function readLevel(element: XmlElement): LinkedLevel {
  const style = wordValue(element, "w:pStyle");
  return {
    start: Number(wordValue(element, "w:start") ?? 0),
    format: wordValue(element, "w:numFmt") ?? "decimal",
    text: wordValue(element, "w:lvlText") ?? "",
    ...(style === undefined ? {} : { style }),
  };
}

function readStyles(part: PackagePart | undefined): Map<string, StyleOf> {
  const out = new Map<string, StyleOf>();
  for (const element of part ? elementsOf(part.root) : []) {
    if (element.name !== "w:style") continue;
    const number = childOf(childOf(element, "w:pPr"), "w:numPr");
    out.set(element.attributes["w:styleId"] ?? "", {
      basedOn: wordValue(element, "w:basedOn"),
      numId: wordValue(number, "w:numId"),
      level: wordValue(number, "w:ilvl"),
    });
  }
  return out;
}

/** The paragraph's own number, else the one of the nearest style in its chain; the level of a style is the linked one. */
function numberOf(
  properties: XmlElement | undefined,
  styleId: string,
  styles: Map<string, StyleOf>,
  instances: Map<string, Instance>,
  definitions: Map<string, LinkedLevel[]>,
): { numId: string; instance: Instance; level: number } | undefined {
  const own = childOf(properties, "w:numPr");
  let numId = wordValue(own, "w:numId");
  let level = wordValue(own, "w:ilvl");
  let from: string | undefined = styleId;
  for (let steps = 0; numId === undefined && from !== undefined && steps < 50; steps++) {
    const style = styles.get(from);
    numId = style?.numId;
    if (numId === undefined) from = style?.basedOn;
    else {
      const linked = definitions
        .get(instances.get(numId)?.definition ?? "")
        ?.findIndex((l) => l.style === from);
      level = linked !== undefined && linked >= 0 ? String(linked) : style?.level;
    }
  }
  const instance = numId === undefined ? undefined : instances.get(numId);
  return numId === undefined || numId === "0" || !instance
    ? undefined
    : { numId, instance, level: Number(level ?? 0) };
}
