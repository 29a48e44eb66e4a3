/** The styles part: document defaults, the house's styles under their Word names, character and table styles. */
import type { FontFamily, HouseStyle, Style } from "../../document/house.ts";
import type { Document } from "../../document/tree.ts";
import { type El, el, flag, val } from "./elements.ts";
import { type FullStyle, fullStyle } from "./house-look.ts";
import { pointTwips, twips } from "./measure.ts";
import { baseStyles, characterStyles, tableStyles } from "./own-styles.ts";
import { visitBlocks } from "./scan.ts";
import { languageSlot, scriptOf, wordLanguage } from "./script.ts";
import { sizes, styleElement } from "./style-element.ts";
import type { StyleName } from "./style-names.ts";

/** The list level that a paragraph style carries: `w:numPr` of the style, linked back by `w:pStyle` of the level. */
export interface StyleNumber {
  numId: number;
  level: number;
}

/** A style made from another one only to carry a number of its own, such as the one for `3 bis.` */
export interface DerivedStyle extends StyleName {
  basedOn: string;
  number: StyleNumber;
}

export interface StyleSheet {
  house: HouseStyle;
  document: Document;
  names: Map<string, StyleName>;
  numbers: Map<string, StyleNumber>;
  derived: DerivedStyle[];
}

/** `w:lang` of a document: its own language in the slot of its script, usual ones in the others. */
export function documentLanguages(lang: string): Record<"w:val" | "w:eastAsia" | "w:bidi", string> {
  const usual = { "w:val": "en-GB", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" };
  return { ...usual, [languageSlot(lang)]: wordLanguage(lang) };
}

/** Children of `w:styles`. Styles come in the order: defaults, Word's own, the house's by key, derived ones. */
export function styleElements(sheet: StyleSheet): El[] {
  const { house, names } = sheet;
  const keys = offered(sheet);
  const out = [documentDefaults(sheet), ...baseStyles(names)];
  if (![...names.values()].some((n) => n.id === "Normal")) {
    const normal = { id: "Normal", name: "Normal", custom: false };
    out.push(styleElement("paragraph", normal, { default: true, quick: true, paragraph: direction(sheet) }));
  }
  for (const key of keys) out.push(houseStyle(sheet, key));
  for (const derived of sheet.derived) {
    const base = names.get(derived.basedOn)?.id ?? "Normal";
    const paragraph = [numberProperties(derived.number), ...widerLabel(house, derived.basedOn)];
    out.push(styleElement("paragraph", derived, { basedOn: base, next: base, quick: true, paragraph }));
  }
  out.push(...characterStyles(house, scriptOf(sheet.document.lang)), ...tableStyles());
  return out;
}

/** The house's styles by key: all that a secretariat writes on with, and of the rare ones those that the document has, with their bases. */
function offered({ house, names, document, derived }: StyleSheet): string[] {
  const wanted = new Set<string>(derived.map((d) => d.basedOn));
  const parts = [document.first, document.rest].flatMap(({ header, footer }) => [...header, ...footer]);
  const blocks = [...document.body, ...parts, ...document.notes.flatMap((note) => note.blocks)];
  visitBlocks(blocks, document.lang, (block) => {
    if ("style" in block) wanted.add(block.style);
  });
  for (const key of names.keys()) if (!house.styles[key]?.rare) wanted.add(key);
  for (const key of wanted) {
    const base = house.styles[key]?.basedOn;
    if (base !== undefined) wanted.add(base);
  }
  return [...names.keys()].filter((key) => wanted.has(key)).sort();
}

function documentDefaults({ house, document }: StyleSheet): El {
  const fonts = house.fonts;
  const own = scriptOf(document.lang) === "cyrillic" ? fonts.cyrillic : fonts.latin;
  const { size } = fullStyle(house, "normal") ?? fullStyle(house, "prose") ?? { size: 11 };
  const faces = {
    "w:ascii": own.word,
    "w:hAnsi": own.word,
    "w:eastAsia": fonts.han.word,
    "w:cs": fonts.arabic.word,
  };
  return el("w:docDefaults", undefined, [
    el("w:rPrDefault", undefined, [
      el("w:rPr", undefined, [
        el("w:rFonts", faces),
        ...sizes(size, fonts.arabic),
        el("w:lang", documentLanguages(document.lang)),
      ]),
    ]),
    el("w:pPrDefault", undefined, [
      el("w:pPr", undefined, [
        el("w:spacing", { "w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto" }),
      ]),
    ]),
  ]);
}

/** Said in every style, because LibreOffice turns `start` round only where it finds the direction beside it. */
function direction({ document }: StyleSheet): El[] {
  return document.dir === "rtl" ? [flag("w:bidi")] : [];
}

function houseStyle(sheet: StyleSheet, key: string): El {
  const { house, names, numbers } = sheet;
  const style = house.styles[key];
  const name = names.get(key);
  const full = fullStyle(house, key);
  if (!style || !name || !full) throw new Error(`style ${key} has no name`);
  const isNormal = name.id === "Normal";
  const number = numbers.get(key);
  const base = style.basedOn === undefined ? undefined : names.get(style.basedOn)?.id;
  return styleElement("paragraph", name, {
    ...(isNormal ? { default: true } : { basedOn: base ?? "Normal" }),
    quick: true,
    paragraph: [
      ...(isNormal ? [flag("w:widowControl")] : []),
      ...direction(sheet),
      ...(number ? [numberProperties(number)] : []),
      ...paragraphLook(style, full, isNormal, leadingOf(sheet)),
    ],
    run: runLook(style, house.fonts.arabic),
  });
}

export function numberProperties({ numId, level }: StyleNumber): El {
  return el("w:numPr", undefined, [val("w:ilvl", level), val("w:numId", numId)]);
}

/** `start` and `end` follow the direction of the paragraph; `left` and `right` are read in two ways (17.18.44). */
const alignments = { start: "start", end: "end", center: "center", justify: "both" } as const;

/** What `style` itself says about paragraphs; `full` gives the values that its own ones depend on. */
function paragraphLook(style: Style, full: FullStyle, isRoot: boolean, leading: number): El[] {
  const out: El[] = [];
  if (style.keepWithNext !== undefined) out.push(flag("w:keepNext", style.keepWithNext));
  if (style.keepTogether !== undefined) out.push(flag("w:keepLines", style.keepTogether));
  if (style.hyphenate !== undefined || isRoot)
    out.push(flag("w:suppressAutoHyphens", full.hyphenate !== true));
  if (style.align !== undefined) out.push(val("w:jc", alignments[style.align]));
  if (style.outline !== undefined) out.push(val("w:outlineLvl", style.outline - 1));
  if (style.rule !== undefined) out.push(bottomBorder(style.rule, style.colour));
  const spacing = spacingOf(style, full, leading);
  if (spacing) out.push(spacing);
  out.push(...positionOf(style, full));
  return out;
}

/** How much more room the document's script takes between lines. */
function leadingOf({ house, document }: StyleSheet): number {
  return house.fonts[scriptOf(document.lang)].leading ?? 1;
}

/** Stops behind a label that is longer than the room for it, such as `3 quater.` */
function widerLabel(house: HouseStyle, key: string): El[] {
  const full = fullStyle(house, key);
  if (!full?.label) return [];
  const start =
    (full.indentStart ?? 0) + (full.label.kind === "hanging" ? 0 : (full.firstLine ?? 0) + full.label.width);
  const stop = (mm: number): El => el("w:tab", { "w:val": "left", "w:pos": twips(mm) });
  return [el("w:tabs", undefined, [stop(start), stop(start + 6), stop(start + 12)])];
}

function bottomBorder(pt: number, colour: string | undefined): El {
  const line = {
    "w:val": "single",
    "w:sz": Math.max(2, Math.round(pt * 8)),
    "w:space": 0,
    "w:color": colour ?? "auto",
  };
  return el("w:pBdr", undefined, [el("w:bottom", line)]);
}

/**
 * Space above, below and between lines. The line is "at least" the multiple of the size, as in PDF, so that Word never
 * cuts a tall letter or raised sign. A rule has no words: its line is as thin as Word allows.
 */
function spacingOf(style: Style, full: FullStyle, leading: number): El | undefined {
  const attributes: Record<string, string | number> = {};
  if (style.before !== undefined) attributes["w:before"] = pointTwips(style.before);
  if (style.after !== undefined) attributes["w:after"] = pointTwips(style.after);
  if (style.rule !== undefined) Object.assign(attributes, { "w:line": 20, "w:lineRule": "exact" });
  else if (style.size !== undefined || style.lineHeight !== undefined) {
    Object.assign(attributes, {
      "w:line": pointTwips(full.size * full.lineHeight * leading),
      "w:lineRule": "atLeast",
    });
  }
  return Object.keys(attributes).length > 0 ? el("w:spacing", attributes) : undefined;
}

/** Indents and the tab behind a label, where the style says anything about them. */
export function positionOf(style: Style, full: FullStyle): El[] {
  const says =
    style.indentStart !== undefined ||
    style.indentEnd !== undefined ||
    style.firstLine !== undefined ||
    style.label !== undefined;
  if (!says) return [];
  const start = full.indentStart ?? 0;
  const first = full.firstLine ?? 0;
  const end = full.indentEnd ?? 0;
  const right = end === 0 ? {} : { "w:right": twips(end) };
  if (full.label?.kind === "hanging") {
    const indent = { "w:left": twips(start), ...right, "w:hanging": twips(full.label.width) };
    return [tabAt(twips(start)), el("w:ind", indent)];
  }
  const indent = { "w:left": twips(start), ...right, ...firstLine(twips(first)) };
  if (full.label === undefined) return [el("w:ind", indent)];
  return [tabAt(twips(start + first + full.label.width)), el("w:ind", indent)];
}

function firstLine(distance: number): Record<string, number> {
  return distance < 0 ? { "w:hanging": -distance } : { "w:firstLine": distance };
}

function tabAt(position: number): El {
  return el("w:tabs", undefined, [el("w:tab", { "w:val": "left", "w:pos": position })]);
}

function runLook(style: Style, arabic: FontFamily): El[] {
  const out: El[] = [];
  if (style.bold !== undefined) out.push(flag("w:b", style.bold), flag("w:bCs", style.bold));
  if (style.italic !== undefined) out.push(flag("w:i", style.italic), flag("w:iCs", style.italic));
  if (style.colour !== undefined && style.rule === undefined) out.push(val("w:color", style.colour));
  if (style.size !== undefined) out.push(...sizes(style.size, arabic));
  return out;
}
