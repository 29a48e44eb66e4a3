/** What a redline says of itself: which two texts it compares, how changes are shown, whose they are. */
import type { Position } from "../model/number.ts";
import type { ChangeMark, Id } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { acceptText, hasChanges } from "../text/changes.ts";
import type { Inline, InlineText } from "../text/inline.ts";
import { changeOf, inlineMarkup } from "./inline.ts";
import { numbersPreamble } from "./numbering.ts";
import type { TrackedBlock } from "./parts.ts";
import { isChanged, sideOf } from "./parts.ts";
import { phrase, shortNumber } from "./places.ts";
import { firstWords } from "./plan-blocks.ts";
import type { Setting } from "./setting.ts";
import { nameOfPaper } from "./submitters.ts";
import type { View } from "./view-fields.ts";

export interface Comparison {
  /** The stage of the text before. */
  from: Stage;
  /** Numbers of the text before, where they are not those that counting gives. */
  positions?: ReadonlyMap<Id, Position>;
  /** The changes are proposals to the text of this stage; the numbers are frozen. */
  pending?: boolean;
}

type ComparisonView = View["comparison"];

/** On clean texts. */
export function noComparison(setting: Setting): ComparisonView {
  const none = inlineMarkup([], setting);
  return {
    heading: none,
    before: none,
    after: none,
    legend: [],
    titleChanged: false,
    enactingChanged: false,
    changes: [],
  };
}

export function comparisonView(
  { from, pending }: Comparison,
  blocks: readonly TrackedBlock[],
  view: View,
  setting: Setting,
): ComparisonView {
  const say = (key: string, values: Record<string, InlineText | string> = {}) =>
    inlineMarkup(setting.locale.phrase(`amendments:redline.${key}`, values), setting);
  const moves = blocks.some((block) => block.mark?.kind === "move-to");
  const changes = [...titleChanges(setting), ...blockChanges(blocks, setting)];
  const counted = !numbersPreamble(setting.stage, setting.house) && blocks.some(inPreamble(setting));
  const changed = isChanged(view.title) || isChanged(view.enacting) || blocks.some(blockChanged);
  const legend = !changed
    ? ["legend-none"]
    : [
        "legend-ins",
        "legend-del",
        ...(moves ? ["legend-move"] : []),
        "legend-bar",
        pending ? "legend-frozen" : "legend-numbers",
        ...(changes.length > 0 ? ["legend-names"] : []),
        ...(counted ? ["legend-counted"] : []),
      ];
  return {
    heading: say(pending ? "heading-pending" : "heading"),
    before: say("before", { text: nameOfPaper(from, setting) }),
    after: pending ? say("proposals") : say("after", { text: nameOfPaper(setting.stage, setting) }),
    legend: legend.map((key) => ({ text: say(key, key === "legend-counted" ? firstCounted(setting) : {}) })),
    titleChanged: isChanged(view.title),
    enactingChanged: isChanged(view.enacting),
    changes,
  };
}

function blockChanged({ mark, text, endings }: TrackedBlock): boolean {
  return mark !== undefined || hasChanges(text) || endings.before !== endings.after;
}

type Row = ComparisonView["changes"][number];
type What = "new" | "deleted" | "moved" | "reworded";

function titleChanges(setting: Setting): Row[] {
  const title = setting.locale.phrase("amendments:location.title");
  return rowsOf(title, changesIn(setting.resolution.title), setting);
}

/** One row for each thing that happened to a paragraph, with all who proposed it; blocks of one paragraph count together. */
function blockChanges(blocks: readonly TrackedBlock[], setting: Setting): Row[] {
  const rows: Row[] = [];
  for (let from = 0; from < blocks.length; ) {
    const first = blocks[from];
    if (!first) break;
    let to = from + 1;
    while (blocks[to] && sameParagraph(first, blocks[to])) to++;
    const stretch = blocks.slice(from, to);
    // The old place of a moved paragraph says nothing that its new place does not.
    if (first.mark?.kind !== "move-from") {
      const found = new Map<string, What>();
      for (const block of stretch) {
        // An item that came or went in a paragraph that stays is a change of its words.
        if (block.mark) found.set(block.mark.change, block.partial ? "reworded" : whatOf(block.mark.kind));
        for (const [change, what] of changesIn(block.text)) if (!found.has(change)) found.set(change, what);
      }
      rows.push(...rowsOf(locationOf(first, setting), found, setting));
    }
    from = to;
  }
  return rows;
}

function sameParagraph(a: TrackedBlock, b: TrackedBlock | undefined): boolean {
  if (b === undefined || wholeMark(a)?.kind !== wholeMark(b)?.kind) return false;
  const own = a.within.at(-1);
  // A paragraph that came or went as a whole is one change with its sub-paragraphs, not with its neighbours.
  return wholeMark(a) && own !== undefined ? b.within.includes(own) : own === b.within.at(-1);
}

/** What happened to the paragraph. */
function wholeMark({ mark, partial }: TrackedBlock): ChangeMark | undefined {
  return partial ? undefined : mark;
}

function whatOf(kind: "ins" | "del" | "move-from" | "move-to"): What {
  return kind === "ins" ? "new" : kind === "del" ? "deleted" : "moved";
}

/** Whether a block is a changed one of the preamble. */
function inPreamble({ positions, before }: Setting): (block: TrackedBlock) => boolean {
  return (block) => {
    const id = block.within.at(-1) ?? block.id;
    return blockChanged(block) && (positions.get(id) ?? before?.get(id))?.part === "preambular";
  };
}

/** Characters of a paragraph that has no number to be found by. */
const beginning = 40;

/**
 * The number in the text where the paragraph stands now; of one that is gone, its old number, said to be so. Where the preamble shows
 * no numbers, with the first words.
 */
function locationOf(block: TrackedBlock, setting: Setting): InlineText {
  const id = block.within.at(-1) ?? block.id;
  const before = sideOf(wholeMark(block)) === "before";
  const position = (before ? setting.before : setting.positions)?.get(id);
  const words = firstWords(acceptText(block.text), beginning);
  if (!position) return [{ kind: "text", text: words }];
  const now = shortNumber(position, setting);
  const number = before ? phrase("redline.old", setting, { number: now }) : now;
  const shows = position.part !== "preambular" || numbersPreamble(setting.stage, setting.house);
  return shows ? number : phrase("redline.beginning", setting, { number, words });
}

/** How the first preambular paragraph is called. */
export function firstCounted(setting: Setting): { first: InlineText } {
  return { first: shortNumber({ part: "preambular", depth: 1, number: 1, path: [1] }, setting) };
}

function rowsOf(paragraph: InlineText, found: ReadonlyMap<string, What>, setting: Setting): Row[] {
  const whats = [...new Set(found.values())];
  return whats.map((what) => {
    const changes = [...found].filter(([, other]) => other === what).map(([change]) => change);
    return {
      paragraph: inlineMarkup(paragraph, setting),
      what: inlineMarkup(setting.locale.phrase(`amendments:fate.${what}`), setting),
      by: [...new Set(changes.map((change) => changeOf(change, setting).by))].map((name) => ({ name })),
    };
  });
}

/** Amendments with words in a text, in the order of the words. */
function changesIn(text: readonly Inline[], into = new Map<string, What>()): Map<string, What> {
  for (const node of text) {
    if (!("children" in node)) continue;
    if ((node.kind === "ins" || node.kind === "del") && node.change !== undefined)
      into.set(node.change, "reworded");
    changesIn(node.children, into);
  }
  return into;
}
