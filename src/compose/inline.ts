/** A text of the model as markup: typography of the house, labels of notes and references, page fields, authors of changes. */
import { formatLabel, formatNumeral } from "../document/label.ts";
import { printInlines } from "../document/print-markup.ts";
import type { NumberingLevel, Inline as Printed } from "../document/tree.ts";
import { splitFields } from "../language/fields.ts";
import type { Position } from "../model/number.ts";
import type { Inline, InlineText } from "../text/inline.ts";
import { setEnding } from "./ending.ts";
import type { Change, Setting } from "./setting.ts";
import { setType } from "./tracked-type.ts";
import type { InlineMarkup } from "./view-fields.ts";

/** Whether words stand in both texts of a redline, or only in the one after or the one before. */
export type Side = "both" | "after" | "before";

/** The markup of a text, set by the language's typography. `side`: where the whole text stands, `change` by whose hand. */
export function inlineMarkup(
  text: InlineText,
  setting: Setting,
  side: Side = "both",
  change?: string,
): InlineMarkup {
  return markupOf(printed(setType(text, setting.locale), { setting, side, change }));
}

/** Markup of words without marks. */
export function wordsMarkup(words: string, setting: Setting): InlineMarkup {
  return inlineMarkup(words === "" ? [] : [{ kind: "text", text: words }], setting);
}

/** Punctuation that may have changed because a neighbour came or went; `change` is the neighbour's amendment. */
export function endingMarkup(before: string, after: string, change: Change, setting: Setting): InlineMarkup {
  const words = (text: string): Printed[] => (text === "" ? [] : [{ kind: "text", text }]);
  const [was, is] = [before, after].map((ending) => words(setEnding(ending, setting.locale)));
  if (before === after) return markupOf(is ?? []);
  return markupOf(changed(was ?? [], is ?? [], change));
}

function changed(before: Printed[], after: Printed[], change: Change): Printed[] {
  return [
    ...(before.length > 0 ? [{ kind: "del" as const, ...change, children: before }] : []),
    ...(after.length > 0 ? [{ kind: "ins" as const, ...change, children: after }] : []),
  ];
}

/** Author and day of a change; a change that nobody is named for is the house's, of the day of the paper. */
export function changeOf(change: string | undefined, { changes, stage }: Setting): Change {
  return changes[change ?? ""] ?? { by: "", date: stage.date };
}

function markupOf(nodes: readonly Printed[]): InlineMarkup {
  return printInlines(nodes) as InlineMarkup;
}

/** What the nodes around say. */
interface Around {
  setting: Setting;
  side: Side;
  change: string | undefined;
}

function printed(nodes: readonly Inline[], around: Around): Printed[] {
  return nodes.flatMap((node) => printNode(node, around));
}

function printNode(node: Inline, around: Around): Printed[] {
  const { setting, side } = around;
  switch (node.kind) {
    case "text":
      return splitFields(node.text);
    case "emphasis":
      return [{ kind: "em", role: node.role, children: printed(node.children, around) }];
    case "strong":
      return [{ kind: "strong", children: printed(node.children, around) }];
    case "superscript":
      return [{ kind: "sup", children: printed(node.children, around) }];
    case "note":
      return [{ kind: "call", ...setting.notes.call(node.id, side, around.change) }];
    case "ref":
      return reference(node.to, setting, side);
    case "isolate":
      return [
        {
          kind: "isolate",
          dir: node.dir,
          ...(node.lang === undefined ? {} : { lang: node.lang }),
          children: printed(node.children, around),
        },
      ];
    case "ins":
    case "del": {
      const { change } = node;
      const within: Around = { setting, side: node.kind === "ins" ? "after" : "before", change };
      return [{ kind: node.kind, ...changeOf(change, setting), children: printed(node.children, within) }];
    }
  }
}

/** A reference that stays while its paragraph got another number is a change as well. */
function reference(to: string, setting: Setting, side: Side): Printed[] {
  const ref = (label: string): Printed => ({ kind: "ref", to, label });
  const after = referenceLabel(to, setting);
  const position = setting.before?.get(to);
  const before = setting.before === undefined ? after : position ? positionLabel(position, setting) : to;
  if (side !== "both") return [ref(side === "before" ? before : after)];
  return before === after ? [ref(after)] : changed([ref(before)], [ref(after)], changeOf(undefined, setting));
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
      const own = position.suffixes?.[i] ?? (i === position.path.length - 1 ? position.suffix : undefined);
      const suffix = own === undefined ? undefined : suffixOf({ suffix: own });
      if (i > 0) return formatLabel(level, number, suffix).replace(/\.$/, "");
      if (suffix === undefined) return formatNumeral(level.numeral, number);
      return formatLabel(level, number, suffix).replace(/^\(|[.)]$/g, "");
    })
    .join(" ");
}

/** Positions count bis as 2 (the second of that number); labels count the words bis, ter, … from 1. */
export function suffixOf(position: Pick<Position, "suffix">): number | undefined {
  return position.suffix === undefined || position.suffix < 2 ? undefined : position.suffix - 1;
}
