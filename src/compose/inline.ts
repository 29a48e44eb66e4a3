/** A text of the model as markup: typography of the house, labels of notes and references, page fields, authors of changes. */
import { formatLabel, formatNumeral } from "../document/label.ts";
import { printInlines } from "../document/print-markup.ts";
import type { NumberingLevel, Inline as Printed } from "../document/tree.ts";
import { splitFields } from "../language/fields.ts";
import type { Position } from "../model/number.ts";
import type { Inline, InlineText } from "../text/inline.ts";
import type { Setting } from "./setting.ts";
import type { InlineMarkup } from "./view-fields.ts";

/** The markup of a text, set by the language's typography. */
export function inlineMarkup(text: InlineText, setting: Setting): InlineMarkup {
  return markupOf(printed(setting.locale.typography(text), setting));
}

/** Markup of words without marks. */
export function wordsMarkup(words: string, setting: Setting): InlineMarkup {
  return inlineMarkup(words === "" ? [] : [{ kind: "text", text: words }], setting);
}

function markupOf(nodes: readonly Printed[]): InlineMarkup {
  return printInlines(nodes) as InlineMarkup;
}

function printed(nodes: readonly Inline[], setting: Setting): Printed[] {
  return nodes.flatMap((node) => printNode(node, setting));
}

function printNode(node: Inline, setting: Setting): Printed[] {
  switch (node.kind) {
    case "text":
      return splitFields(node.text);
    case "emphasis":
      return [{ kind: "em", role: node.role, children: printed(node.children, setting) }];
    case "strong":
      return [{ kind: "strong", children: printed(node.children, setting) }];
    case "superscript":
      return [{ kind: "sup", children: printed(node.children, setting) }];
    case "note":
      return [{ kind: "call", id: node.id, label: setting.notes.label(node.id) }];
    case "ref":
      return [{ kind: "ref", to: node.to, label: referenceLabel(node.to, setting) }];
    case "isolate":
      return [
        {
          kind: "isolate",
          dir: node.dir,
          ...(node.lang === undefined ? {} : { lang: node.lang }),
          children: printed(node.children, setting),
        },
      ];
    case "ins":
    case "del": {
      const { by, date } = setting.changes[node.change ?? ""] ?? { by: "", date: setting.stage.date };
      return [{ kind: node.kind, by, date, children: printed(node.children, setting) }];
    }
  }
}

/**
 * How a paragraph is referred to inside a text: the bare number for a paragraph (house-style 1.7: "operative
 * paragraph 15"), sub-paragraphs after it in their brackets: `4 (a) (i)`.
 */
export function referenceLabel(id: string, setting: Setting): string {
  const position = setting.positions.get(id);
  return position ? positionLabel(position, setting) : id;
}

export function positionLabel(position: Position, setting: Setting): string {
  const { labels } = setting.locale;
  const first = position.part === "preambular" ? labels.preambular : labels.operative;
  const levels = [first, ...labels.sub];
  return position.path
    .map((number, i) => {
      const level: NumberingLevel | undefined = levels[i];
      if (!level || level.numeral === "bullet") return String(number);
      const suffix = i === position.path.length - 1 ? suffixOf(position) : undefined;
      if (i > 0) return formatLabel(level, number, suffix).replace(/\.$/, "");
      if (suffix === undefined) return formatNumeral(level.numeral, number);
      return formatLabel(level, number, suffix).replace(/^\(|[.)]$/g, "");
    })
    .join(" ");
}

/** Positions count bis as 2 (the second of that number); labels count the words bis, ter, … from 1. */
export function suffixOf(position: Position): number | undefined {
  return position.suffix === undefined || position.suffix < 2 ? undefined : position.suffix - 1;
}
