/** Styles of a Word file: names, what a style and those it is based on say of weight, slant, raising and numbers. */
import type { XmlElement } from "../../text/xml.ts";
import { childOf, elementsOf, flagOf, wordValue } from "./tree.ts";

/** What a run or a style says; absent: nothing. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  /** Weight and slant of complex scripts, which Word keeps apart. */
  complexBold?: boolean;
  complexItalic?: boolean;
  raised?: boolean;
  hidden?: boolean;
}

export interface WordStyle {
  id: string;
  /** As a person sees it, in small letters. */
  name: string;
  basedOn: string | undefined;
  look: Look;
  numId: string | undefined;
  level: string | undefined;
  outline: number | undefined;
}

/** Longest chain of styles that is followed. */
const longest = 30;

export class Styles {
  readonly #styles = new Map<string, WordStyle>();
  /** Style of paragraphs that name none. */
  readonly #normal: string | undefined;

  constructor(root: XmlElement | undefined) {
    let normal: string | undefined;
    for (const element of elementsOf(root)) {
      if (element.name !== "w:style") continue;
      const style = readStyle(element);
      this.#styles.set(style.id, style);
      const isDefault = /^(?:1|true|on)$/.test(element.attributes["w:default"] ?? "");
      if (isDefault && element.attributes["w:type"] === "paragraph") normal = style.id;
    }
    this.#normal = normal;
  }

  /** A style with those that it is based on, itself first. */
  chain(id: string | undefined): WordStyle[] {
    const out: WordStyle[] = [];
    let at = id ?? this.#normal;
    while (at !== undefined && out.length < longest) {
      const style = this.#styles.get(at);
      if (!style || out.includes(style)) break;
      out.push(style);
      at = style.basedOn;
    }
    return out;
  }

  /** The name of a style, or its id where it is not there. */
  name(id: string | undefined): string {
    return this.chain(id)[0]?.name ?? id?.toLowerCase() ?? "";
  }

  /** What a style says with all that it is based on: the nearest word counts. */
  look(id: string | undefined): Look {
    return merged(this.chain(id).map((s) => s.look));
  }
}

function merged(looks: readonly Look[]): Look {
  const out: Look = {};
  for (const look of [...looks].reverse()) Object.assign(out, look);
  return out;
}

function readStyle(element: XmlElement): WordStyle {
  const paragraph = childOf(element, "w:pPr");
  const number = childOf(paragraph, "w:numPr");
  const outline = wordValue(paragraph, "w:outlineLvl");
  return {
    id: element.attributes["w:styleId"] ?? "",
    name: (wordValue(element, "w:name") ?? "").toLowerCase(),
    basedOn: wordValue(element, "w:basedOn"),
    look: lookOf(childOf(element, "w:rPr")),
    numId: wordValue(number, "w:numId"),
    level: wordValue(number, "w:ilvl"),
    outline: outline === undefined ? undefined : Number(outline),
  };
}

/** What run properties say themselves. */
export function lookOf(properties: XmlElement | undefined): Look {
  const out: Look = {};
  const names = {
    bold: "w:b",
    italic: "w:i",
    complexBold: "w:bCs",
    complexItalic: "w:iCs",
    hidden: "w:vanish",
  } as const;
  for (const key of ["bold", "italic", "complexBold", "complexItalic", "hidden"] as const) {
    const on = flagOf(properties, names[key]);
    if (on !== undefined) out[key] = on;
  }
  const vertical = wordValue(properties, "w:vertAlign");
  if (vertical !== undefined) out.raised = vertical === "superscript";
  return out;
}

/**
 * What counts for a run: its own word; else the paragraph's and the character's style, which switch each other off again
 * where both are on (toggle properties, ECMA-376 part 1, 17.7.3).
 */
export function effective(own: Look, character: Look, paragraph: Look): Look {
  const toggle = (key: "bold" | "italic" | "complexBold" | "complexItalic"): boolean =>
    own[key] ?? (character[key] ?? false) !== (paragraph[key] ?? false);
  return {
    bold: toggle("bold"),
    italic: toggle("italic"),
    complexBold: toggle("complexBold"),
    complexItalic: toggle("complexItalic"),
    raised: own.raised ?? character.raised ?? paragraph.raised ?? false,
    hidden: own.hidden ?? character.hidden ?? paragraph.hidden ?? false,
  };
}
