/** The paragraphs of a part as printed blocks; in a redline each with what happened to it and to its closing punctuation. */
import type { ChangeMark, Id, PartItem } from "../model/resolution.ts";
import { changeOf, endingMarkup, inlineMarkup, type Side } from "./inline.ts";
import { maxDepth } from "./numbering.ts";
import { type PartOptions, type PlannedBlock, planPart } from "./plan-blocks.ts";
import type { Setting } from "./setting.ts";
import type { BlockView, InlineMarkup } from "./view-fields.ts";

/** What is asked of a part: the numbers come from the setting. */
export type PartWish = Pick<PartOptions, "part" | "restart" | "outline"> & {
  /** Whether the paragraphs carry numbers, before and after. */
  numbered: { before: boolean; after: boolean };
};

/** The items of a part in tracked form, with the same part before and after all changes. */
export interface TrackedPart {
  items: readonly PartItem[];
  before: readonly PartItem[];
  after: readonly PartItem[];
}

/** All blocks of a part without changes, in printed order. */
export function partBlocks(items: readonly PartItem[], wish: PartWish, setting: Setting): BlockView[] {
  return planPart(items, optionsOf(wish, setting)).map((block) =>
    printBlock(block, inlineMarkup(block.text, setting), plainEnding(block.ending, setting)),
  );
}

/** A block of a redline, with its closing punctuation before and after. */
export interface TrackedBlock extends PlannedBlock {
  endings: { before: string; after: string };
  /** The amendment that the change of the punctuation is laid to: the nearest one that puts a paragraph in or takes one out. */
  endingChange: string | undefined;
}

export function planTracked(part: TrackedPart, wish: PartWish, setting: Setting): TrackedBlock[] {
  const options = optionsOf(wish, setting);
  const endingsOf = (items: readonly PartItem[], mark: ChangeMark | undefined): Map<Id, string> => {
    const position: PartOptions["position"] = (id) => options.position(id, mark);
    const numbered = (): boolean => options.numbered(mark);
    const blocks = planPart(items, { ...options, position, numbered });
    return new Map(blocks.map((block) => [block.id, block.ending]));
  };
  const before = endingsOf(part.before, { kind: "del", change: "" });
  const after = endingsOf(part.after, undefined);
  const blocks = planPart(part.items, options);
  return blocks.map((block, i) => {
    const side = sideOf(block.mark);
    const was = before.get(block.id) ?? "";
    const is = after.get(block.id) ?? "";
    const endings = {
      before: side === "after" ? is : was,
      after: side === "before" ? was : is,
    };
    const endingChange = endings.before === endings.after ? undefined : nearestMark(blocks, i);
    return { ...block, endings, endingChange };
  });
}

function nearestMark(blocks: readonly PlannedBlock[], at: number): string | undefined {
  const marked = (block: PlannedBlock): boolean => block.mark !== undefined;
  const next = blocks.slice(at + 1).find(marked) ?? blocks.slice(0, at).findLast(marked);
  return next?.mark?.change;
}

export function printTracked(block: TrackedBlock, setting: Setting): BlockView {
  const { mark, endings } = block;
  const side = sideOf(mark);
  const text = inlineMarkup(block.text, setting, side, mark?.change);
  const ending = endingMarkup(endings.before, endings.after, changeOf(block.endingChange, setting), setting);
  const { by, date } = changeOf(mark?.change, setting);
  return {
    ...printBlock(block, text, ending),
    ...(mark ? { mark: mark.kind, markBy: by, markDate: date } : {}),
    changed: mark !== undefined || isChanged(text) || isChanged(ending),
  };
}

/** Whether markup holds words that came or went. */
export function isChanged(markup: InlineMarkup): boolean {
  return /<(?:ins|del) /.test(markup);
}

/** Where words of an item with this mark stand. */
export function sideOf(mark: ChangeMark | undefined): Side {
  if (mark === undefined) return "both";
  return mark.kind === "ins" || mark.kind === "move-to" ? "after" : "before";
}

export function printBlock(block: PlannedBlock, text: InlineMarkup, ending: InlineMarkup): BlockView {
  const { kind, id, style, list, depth, label, number, suffix, restart, bookmark, part, level } = block;
  return {
    kind,
    id,
    style,
    text,
    ending,
    list,
    depth,
    label,
    number,
    suffix,
    restart,
    bookmark,
    part,
    level,
    changed: false,
    keep: false,
    mark: "",
    markBy: "",
    markDate: "",
  };
}

/** What a block without number, list, marks and ending says of them. */
export const unnumbered = {
  ending: "" as InlineMarkup,
  list: "",
  depth: 1,
  label: "",
  number: 0,
  suffix: 0,
  restart: false,
  bookmark: "",
  part: "",
  level: 0,
  changed: false,
  keep: false,
  mark: "",
  markBy: "",
  markDate: "",
} satisfies Partial<BlockView>;

export function plainEnding(ending: string, setting: Setting): InlineMarkup {
  return endingMarkup(ending, ending, { by: "", date: "" }, setting);
}

export function optionsOf(wish: PartWish, setting: Setting): PartOptions {
  const isBefore = (mark: ChangeMark | undefined): boolean => sideOf(mark) === "before";
  const counts = (mark: ChangeMark | undefined) =>
    isBefore(mark) && setting.before ? setting.before : setting.positions;
  return {
    part: wish.part,
    restart: wish.restart,
    outline: wish.outline,
    locale: setting.locale,
    numbered: (mark) => (isBefore(mark) ? wish.numbered.before : wish.numbered.after),
    position: (id, mark) => counts(mark).get(id),
    tooDeep: (id) => tooDeep(id, setting),
  };
}

function tooDeep(id: string, { resolution, diagnostics }: Setting): void {
  const code = "nesting-too-deep";
  if (diagnostics.some((d) => d.code === code && d.place?.path?.[0] === id)) return;
  diagnostics.push({
    code,
    severity: "error",
    message: `The sub-paragraph "${id}" is nested deeper than ${maxDepth - 1} levels.`,
    place: { file: `resolutions/${resolution.work}/resolution.yaml`, line: 1, column: 1, path: [id] },
    hint: "Bring it one level up, or make it a paragraph of its own.",
  });
}
