/** From a block of the page tree to a leaf: runs, geometry and label by its style. */

import type { HouseStyle, Look as TextLook } from "../../document/house.ts";
import type { Item, Mark, Rule, TextBlock } from "../../document/tree.ts";
import { breakParagraph } from "./breaker.ts";
import { leading } from "./fonts.ts";
import type { Label, Leaf } from "./leaf.ts";
import type { Fonts, Hyphens } from "./line.ts";
import { flattenInline } from "./runs.ts";
import { scriptOfLanguage } from "./script.ts";
import type { Look } from "./style.ts";

/** What stays the same over a document. */
export interface Setting {
  house: HouseStyle;
  fonts: Fonts;
  hyphens: Hyphens;
  look: (style: string) => Look;
  lang: string;
  dir: "ltr" | "rtl";
  /** What page fields print. */
  page?: string;
  pages?: string;
}

/** Points left between a label that is wider than its room and the text. */
const labelGap = 5;
/** Labels are never broken. */
const wide = 10_000;

/** A paragraph, heading or item as a leaf. `lang` and `dir` are those of what it stands in. */
export function leafOf(
  block: TextBlock | Item,
  setting: Setting,
  lang = setting.lang,
  dir = setting.dir,
): Leaf {
  const look = setting.look(block.style);
  const own = block.lang ?? lang;
  const direction = block.dir ?? dir;
  const runs = flattenInline(block.inline, context(setting, look, own, block.mark));
  const height = leading(setting.fonts, scriptOfLanguage(own), look.size, look.lineHeight);
  const leaf: Leaf = {
    spec: {
      runs,
      fonts: setting.fonts,
      dir: direction,
      lang: own,
      align: look.align,
      leading: height,
      ...(look.hyphenate ? { hyphens: setting.hyphens } : {}),
      balance: look.balance,
    },
    dir: direction,
    before: look.before,
    after: look.after,
    indentStart: look.indentStart,
    indentEnd: look.indentEnd,
    keepWithNext: look.keepWithNext || block.keepWithNext === true,
    keepTogether: look.keepTogether,
    changed: block.changed === true,
    counted: true,
  };
  if (block.id !== undefined) leaf.id = block.id;
  let firstIndent = look.firstLine;
  if (isItem(block) && block.label !== "") {
    const { label, indent } = labelOf(block.label, look, setting, own, direction, height, block.mark);
    leaf.label = label;
    firstIndent = indent;
  }
  if (leaf.spec !== undefined && firstIndent !== 0) leaf.spec.firstIndent = firstIndent;
  return leaf;
}

/** A label for a block that is no item (the number of a footnote), standing at the start edge before the text. */
export function labelled(leaf: Leaf, label: string, style: string, setting: Setting): void {
  const look = setting.look(style);
  const set = labelOf(label, look, setting, setting.lang, leaf.dir, leaf.spec?.leading ?? look.size);
  leaf.label = { ...set.label, offset: look.indentStart };
  if (leaf.spec !== undefined) leaf.spec.firstIndent = set.width + labelGap;
}

/** A line across the measure. */
export function ruleLeaf(rule: Rule, setting: Setting): Leaf {
  const look = setting.look(rule.style);
  return {
    rule: { thickness: look.rule, colour: look.colour },
    dir: setting.dir,
    before: look.before,
    after: look.after,
    indentStart: look.indentStart,
    indentEnd: look.indentEnd,
    keepWithNext: look.keepWithNext,
    keepTogether: false,
    changed: false,
    counted: false,
  };
}

/**
 * Where a label stands (house-style 1.7). Hanging: it begins `width` before the text and ends at `indentStart`; run-in: it
 * begins at `indentStart`, the text `width` later. A label too wide pushes the first line on.
 */
function labelOf(
  text: string,
  look: Look,
  setting: Setting,
  lang: string,
  along: "ltr" | "rtl",
  height: number,
  mark?: Mark,
): { label: Label; indent: number; width: number } {
  const runs = flattenInline([{ kind: "text", text }], context(setting, look, lang, mark));
  // Labels such as (1) are set left to right in every document: the look is the same and copied text keeps its brackets.
  const dir = /^\([0-9A-Za-z]*\)$/.test(text) ? "ltr" : along;
  const fonts = setting.fonts;
  const line = breakParagraph({ runs, fonts, dir, lang, measure: wide, align: "start", leading: height })[0];
  if (line === undefined) throw new Error("a paragraph without lines");
  const { kind, width } = look.label;
  const room = Math.max(width, line.width + labelGap);
  const label: Label = { line, offset: kind === "hanging" ? look.indentStart - width : look.indentStart };
  return { label, indent: kind === "hanging" ? room - width : room, width: line.width };
}

function context(setting: Setting, look: Look, lang: string, mark: Mark | undefined) {
  const { house, page, pages } = setting;
  const { size, bold, italic, colour } = look;
  const change = mark === undefined ? undefined : changeLook(house, mark);
  return {
    house,
    lang,
    style: { size, bold, italic, colour },
    ...(change === undefined ? {} : { look: change }),
    ...(page === undefined ? {} : { page }),
    ...(pages === undefined ? {} : { pages }),
  };
}

function changeLook(house: HouseStyle, mark: Mark): TextLook {
  const { ins, del, moveTo = ins, moveFrom = del } = house.changes;
  return { ins, del, "move-to": moveTo, "move-from": moveFrom }[mark.kind];
}

function isItem(block: TextBlock | Item): block is Item {
  return "kind" in block && block.kind === "item";
}
