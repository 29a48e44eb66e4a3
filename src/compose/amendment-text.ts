/** The text of an amendment as lists print it: words marked and struck, new and replaced paragraphs as they are (house-style 2.4). */
import type { Operation } from "../model/amendment.ts";
import { acceptChanges, rejectChanges } from "../model/changes.ts";
import type { Position } from "../model/number.ts";
import type { Id, PartItem, Resolution } from "../model/resolution.ts";
import { mapSegments, segments } from "../model/walk.ts";
import { acceptText, hasChanges } from "../text/changes.ts";
import type { Inline, InlineText } from "../text/inline.ts";
import { atlasOf, type Spot } from "./atlas.ts";
import { inlineMarkup } from "./inline.ts";
import { planTracked, printTracked, sideOf, type TrackedBlock, unnumbered } from "./parts.ts";
import { holderOf, isTitle } from "./places.ts";
import type { Setting } from "./setting.ts";
import type { BlockView } from "./view-fields.ts";

export interface AmendedText {
  tracked: Resolution;
  positions: Record<Id, Position>;
}

/** With the mark of drafts before whatever stands there in another language for want of a translation. */
export function markBorrowed(text: AmendedText, { locale, resolution }: Setting): AmendedText {
  const mark: Inline[] = [
    { kind: "strong", children: locale.phrase("translation.gap-missing") },
    { kind: "text", text: " " },
  ];
  const marked = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (node.kind === "ins") return [{ ...node, children: marked(node.children) }];
      const apart = node.kind === "isolate" && node.lang !== undefined && node.lang !== resolution.language;
      return apart ? [...mark, node] : [node];
    });
  return { ...text, tracked: mapSegments(text.tracked, (segment) => marked(segment.text)) };
}

/** The blocks of an operation; `prefix` keeps their names apart from those of other amendments. */
export function amendedBlocks(
  operation: Operation,
  { tracked, positions }: AmendedText,
  prefix: string,
  around: Setting,
): BlockView[] {
  const { before: _, ...outer } = around;
  const resolution = { ...tracked, instrument: around.resolution.instrument };
  const setting: Setting = { ...outer, resolution, positions: new Map(Object.entries(positions)) };
  if (isTitle(operation)) return [titleBlock(tracked.title, prefix, setting)];
  const ids = shown(operation, tracked);
  if (ids.size === 0) return [];
  const marked = operation.kind === "amend" || holderOf(operation, atlasOf(tracked)) !== undefined;
  return partsOf(tracked, ids)
    .flatMap((part) => planTracked(part, wishOf(part.name), setting))
    .filter((block) => block.within.some((id) => ids.has(id)) && (isThere(block) || block.partial))
    .map((block) => (block.partial ? inWords(block) : block))
    .map((block) => named(printTracked(marked ? unmarked(block) : plain(block), setting), prefix));
}

/** A part of a paragraph that came or went as a change of its words, closing punctuation with them. */
function inWords(block: TrackedBlock): TrackedBlock {
  const { mark, text, endings } = block;
  if (!mark) return block;
  const gone = mark.kind === "del";
  const kind = gone ? "del" : "ins";
  return {
    ...block,
    text: [{ kind, change: mark.change, children: text }],
    endings: gone ? { ...endings, after: "" } : { ...endings, before: "" },
    endingChange: mark.change,
  };
}

/** Which paragraphs are printed whole: the one amended, or the new ones. */
function shown(operation: Operation, tracked: Resolution): ReadonlySet<Id> {
  const whole = holderOf(operation, atlasOf(tracked));
  if (whole) return new Set([whole.item.id]);
  switch (operation.kind) {
    case "delete":
    case "move":
    case "retitle":
      return new Set();
    case "add":
      return new Set(operation.ids);
    case "split":
      return new Set([...targetOf(operation, tracked), ...operation.ids]);
    default:
      return new Set(targetOf(operation, tracked));
  }
}

/** The target, or the paragraph whose text it is. */
function targetOf(operation: Operation, tracked: Resolution): Id[] {
  if (!("target" in operation) || operation.target.kind !== "paragraph") return [];
  const spot: Spot | undefined = atlasOf(tracked).spot(operation.target.id);
  return spot ? [spot.item.id] : changedItems(tracked);
}

/** A sub-amendment need not name the one text that it changes. */
function changedItems(tracked: Resolution): Id[] {
  const atlas = atlasOf(tracked);
  return segments(tracked).flatMap(({ id, text }) => {
    const spot = hasChanges(text) ? atlas.spot(id) : undefined;
    return spot ? [spot.item.id] : [];
  });
}

interface NamedPart {
  name: string;
  items: readonly PartItem[];
  before: readonly PartItem[];
  after: readonly PartItem[];
}

/** The parts that hold any of the ids, before and after all changes, as far as it matters for their blocks. */
function partsOf(tracked: Resolution, ids: ReadonlySet<Id>): NamedPart[] {
  const holds = (item: PartItem): boolean =>
    ids.has(item.id) || (item.type === "paragraph" && item.children.some(holds));
  const row = (items: readonly PartItem[]): PartItem[] => (items.some(holds) ? shortened(items, holds) : []);
  const short: Resolution = {
    ...tracked,
    preambular: row(tracked.preambular),
    operative: row(tracked.operative),
    annexes: tracked.annexes.map((annex) => ({ ...annex, items: row(annex.items) })),
    notes: [],
  };
  const before = new Map(rowsOf(rejectChanges(short)));
  const after = new Map(rowsOf(acceptChanges(short)));
  return rowsOf(short)
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => ({
      name,
      items,
      before: before.get(name) ?? [],
      after: after.get(name) ?? [],
    }));
}

function rowsOf(r: Resolution): [string, readonly PartItem[]][] {
  return [
    ["preambular", r.preambular],
    ["operative", r.operative],
    ...r.annexes.map((annex): [string, readonly PartItem[]] => [annex.id, annex.items]),
  ];
}

/** The items meant, and those that are the last of the part before or after: a part closes with them. */
function shortened(items: readonly PartItem[], holds: (item: PartItem) => boolean): PartItem[] {
  const lastOn = (side: "before" | "after"): PartItem | undefined =>
    items.findLast((item) => item.type === "paragraph" && [side, "both"].includes(sideOf(item.mark)));
  const last = [lastOn("before"), lastOn("after")];
  return items.filter((item) => holds(item) || last.includes(item));
}

/** Lists repeat the number of every paragraph, whatever the stage prints (house-style 2.4). */
function wishOf(part: string) {
  const numbered = { before: true, after: true };
  return {
    part: part === "preambular" ? "preambular" : "operative",
    numbered,
    restart: false,
    outline: "",
  } as const;
}

function isThere({ mark }: TrackedBlock): boolean {
  return mark?.kind !== "del" && mark?.kind !== "move-from";
}

/** New paragraphs are printed as they are; what is new in an amended one is marked word by word. */
function unmarked({ mark: _, ...block }: TrackedBlock): TrackedBlock {
  return block;
}

function plain(block: TrackedBlock): TrackedBlock {
  const { after } = block.endings;
  return { ...unmarked(block), text: acceptText(block.text), endings: { before: after, after } };
}

function titleBlock(title: InlineText, prefix: string, setting: Setting): BlockView {
  const text = inlineMarkup(title, setting);
  return { ...unnumbered, kind: "para", id: `${prefix}:title`, style: "amended-title", text };
}

/** Paragraphs of a list have no place in the outline of the text, and no bars: all of it is change. */
function named(block: BlockView, prefix: string): BlockView {
  return { ...block, id: `${prefix}:${block.id}`, bookmark: "", part: "", restart: false, changed: false };
}

/** What an amendment says that could not be put into the text: words it looks for, and its own words. */
export function proposedTexts(operation: Operation, original: string, language: string): InlineText[] {
  const inLanguage = <T>(by: Record<string, T> | undefined): { value: T; lang?: string } | undefined => {
    const own = by?.[language];
    if (own !== undefined) return { value: own };
    const other = by?.[original];
    return other === undefined ? undefined : { value: other, lang: original };
  };
  const dress = (text: InlineText, lang: string | undefined): InlineText =>
    lang === undefined ? text : [{ kind: "isolate", dir: "auto", lang, children: text }];
  if (operation.kind === "amend" || (operation.kind === "retitle" && operation.changes)) {
    const found = inLanguage(operation.changes);
    return (found?.value ?? []).map(({ find, put, beside }) => {
      const words: InlineText = [{ kind: "text", text: find }];
      const gone: InlineText = beside ? words : [{ kind: "del", children: words }];
      const gap: InlineText = [{ kind: "text", text: " " }];
      const come: InlineText = put.length === 0 ? [] : [{ kind: "ins", children: put }];
      const row = beside === "before" ? [...come, ...gap, ...gone] : [...gone, ...gap, ...come];
      return dress(row, found?.lang);
    });
  }
  if (operation.kind === "add" || operation.kind === "split") {
    const found = inLanguage(operation.texts);
    return (found?.value ?? []).map((text) => dress(text, found?.lang));
  }
  if (operation.kind === "replace" || operation.kind === "merge" || operation.kind === "retitle") {
    const found = inLanguage(operation.text);
    return found ? [dress(found.value, found.lang)] : [];
  }
  return [];
}
