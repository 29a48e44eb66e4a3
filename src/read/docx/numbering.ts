/** Which number Word shows before each paragraph of a file, by its lists and styles (ECMA-376 part 1, 17.9). */
import { Counters, type CountingLevel, type Instance, knowsFormat } from "../../document/word-counting.ts";
import type { XmlElement } from "../../text/xml.ts";
import type { Styles } from "./styles.ts";
import { childOf, elementsOf, flagOf, numberOf, wordValue } from "./tree.ts";

/** A number as it is shown, with what its list counts in. */
export interface ShownNumber {
  /** `3.`, `(a)`; the sign of a bullet as the file has it. */
  label: string;
  format: string;
  /** 0 is the outermost. */
  level: number;
}

interface Level extends CountingLevel {
  style?: string;
}

/** Most levels that a list has in Word. */
const mostLevels = 9;

export class Numbers {
  readonly #styles: Styles;
  readonly #definitions = new Map<string, Level[]>();
  readonly #instances = new Map<string, Instance>();
  readonly #counters = new Counters((definition) => this.#definitions.get(definition) ?? []);

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    const links = new Map<string, string>();
    for (const element of elementsOf(root)) {
      if (element.name === "w:abstractNum") {
        const id = element.attributes["w:abstractNumId"] ?? "";
        const levels: Level[] = [];
        for (const level of elementsOf(element)) {
          if (level.name === "w:lvl")
            levels[numberOf(level.attributes["w:ilvl"], 0, mostLevels - 1)] = readLevel(level);
        }
        this.#definitions.set(id, levels);
        const link = wordValue(element, "w:numStyleLink");
        if (link !== undefined) links.set(id, link);
      } else if (element.name === "w:num") this.#readInstance(element);
    }
    // A list that only names a style counts as the list of that style does.
    for (const [id, style] of links) {
      const numId = styles.chain(style)[0]?.numId;
      const other = numId === undefined ? undefined : this.#instances.get(numId)?.definition;
      const levels = other === undefined ? undefined : this.#definitions.get(other);
      if (levels) this.#definitions.set(id, levels);
    }
  }

  #readInstance(element: XmlElement): void {
    const starts = new Map<number, number>();
    const own: [number, Level][] = [];
    for (const override of elementsOf(element)) {
      if (override.name !== "w:lvlOverride") continue;
      const level = numberOf(override.attributes["w:ilvl"], 0, mostLevels - 1);
      const start = wordValue(override, "w:startOverride");
      if (start !== undefined) starts.set(level, numberOf(start, 1));
      const replaced = childOf(override, "w:lvl");
      if (replaced) own.push([level, readLevel(replaced)]);
    }
    const numId = element.attributes["w:numId"] ?? "";
    let definition = wordValue(element, "w:abstractNumId") ?? "";
    if (own.length > 0) {
      const levels = [...(this.#definitions.get(definition) ?? [])];
      for (const [at, level] of own) levels[at] = level;
      definition = `${definition}/${numId}`;
      this.#definitions.set(definition, levels);
    }
    this.#instances.set(numId, { definition, starts });
  }

  /** The number of the next paragraph of the text; `gone`: the paragraph is deleted and does not count. */
  next(
    properties: XmlElement | undefined,
    styleId: string | undefined,
    gone: boolean,
  ): ShownNumber | undefined {
    const found = this.#find(properties, styleId);
    if (!found) return undefined;
    const { numId, instance, level } = found;
    const how = this.#definitions.get(instance.definition)?.[level];
    if (!how) return undefined;
    const label = this.#counters.next(numId, instance, level, gone);
    return { label: label.trim(), format: how.format, level };
  }

  /** The paragraph's own list, else that of the nearest style; the level of a style is the one that is linked to it. */
  #find(
    properties: XmlElement | undefined,
    styleId: string | undefined,
  ): { numId: string; instance: Instance; level: number } | undefined {
    const own = childOf(properties, "w:numPr");
    const chain = this.#styles.chain(styleId);
    const carrier = chain.find((s) => s.numId !== undefined);
    const numId = wordValue(own, "w:numId") ?? carrier?.numId;
    const instance = numId === undefined || numId === "0" ? undefined : this.#instances.get(numId);
    if (numId === undefined || !instance) return undefined;
    const levels = this.#definitions.get(instance.definition) ?? [];
    const linked = chain.map((s) => levels.findIndex((l) => l?.style === s.id)).find((at) => at >= 0);
    const level =
      wordValue(own, "w:ilvl") ?? (linked === undefined ? (carrier?.level ?? "0") : String(linked));
    return { numId, instance, level: numberOf(level, 0, mostLevels - 1) };
  }
}

function readLevel(element: XmlElement): Level {
  const style = wordValue(element, "w:pStyle");
  const format = wordValue(element, "w:numFmt") ?? "decimal";
  const restart = wordValue(element, "w:lvlRestart");
  return {
    start: numberOf(wordValue(element, "w:start"), 0),
    // A format that is not known counts as it would in most languages; the order is what matters.
    format: knowsFormat(format) ? format : "decimal",
    text: wordValue(element, "w:lvlText") ?? "",
    ...(flagOf(element, "w:isLgl") ? { legal: true } : {}),
    ...(restart === undefined ? {} : { restart: numberOf(restart, 0, mostLevels) }),
    ...(style === undefined ? {} : { style }),
  };
}
