/** The finished view of a resolution in one language at one stage: everything a template may print, nothing left to compute. */
import type { HouseStyle } from "../document/house.ts";
import type { Locale } from "../language/locale.ts";
import { instrumentAt } from "../model/at-stage.ts";
import { acceptChanges, rejectChanges } from "../model/changes.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, PartItem, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { Checked } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import { adoptionView } from "./adoption.ts";
import { type Comparison, comparisonView, noComparison } from "./comparison.ts";
import { headView, makeSetting } from "./head.ts";
import { annexHeading, outlineName } from "./headings.ts";
import { inlineMarkup } from "./inline.ts";
import { sessionValues } from "./masthead.ts";
import { noteViews } from "./note-views.ts";
import { numbersPreamble } from "./numbering.ts";
import {
  isChanged,
  type PartWish,
  partBlocks,
  planTracked,
  printTracked,
  type TrackedBlock,
} from "./parts.ts";
import type { Change, Setting } from "./setting.ts";
import { stageLines } from "./submitters.ts";
import type { BlockView, View } from "./view-fields.ts";

export interface ViewInput {
  /** In tracked form for a redline. */
  resolution: Resolution;
  stage: Stage;
  locale: Locale;
  house: HouseStyle;
  /** Whose each tracked change is, by amendment; absent: none. */
  changes?: Readonly<Record<string, Change>>;
  /** Numbers of the text (after all changes, if there are any) where they are not those that counting gives. */
  positions?: ReadonlyMap<Id, Position>;
  /** Numbers of the text that reservations are on: for the text before, set as the later stage is, those of the text after. */
  reserved?: ReadonlyMap<Id, Position>;
  /** Makes a redline of it. */
  comparison?: Comparison;
}

/** What the view was made with, for the frame of the document and the choice of templates. */
export interface MadeView {
  view: View;
  setting: Setting;
}

/** Errors: a period that the house does not have, an adopted stage without adoption, nesting beyond the house's levels. */
export function makeView(input: ViewInput): Checked<MadeView> {
  const { resolution, stage, house, comparison } = input;
  const after = comparison ? acceptChanges(resolution) : resolution;
  const before = comparison ? rejectChanges(resolution) : resolution;
  const made = makeSetting({
    ...input,
    positions: input.positions ?? numberParagraphs(after),
    ...(comparison ? { before: comparison.positions ?? numberParagraphs(before) } : {}),
  });
  const setting = made.value;
  if (!setting) return { diagnostics: made.diagnostics };
  // Fields are made in printed order: the order of footnote calls is the order of their numbers.
  const head = headView(setting);
  const lines = stageLines(setting);
  const adoption = adoptionView(setting);
  const enacting = inlineMarkup(enactingLines(resolution, setting, comparison), setting);
  const planned: TrackedBlock[] = [];
  // Where no enacting line parts the title from the text, the first paragraph does.
  const first =
    resolution.kind === "declaration" ? [...resolution.preambular, ...resolution.operative][0] : undefined;
  const opened = (blocks: BlockView[]): BlockView[] =>
    blocks.map((b) => (b.id === first?.id && b.style === "prose" ? { ...b, style: "prose-first" } : b));
  const print = (part: PartName, wish: PartWish): BlockView[] => {
    const items = itemsOf(resolution, part);
    if (!comparison) return partBlocks(items, wish, setting);
    const both = { before: itemsOf(before, part), after: itemsOf(after, part) };
    const blocks = planTracked({ items, ...both }, wish, setting);
    planned.push(...blocks);
    return blocks.map((block) => printTracked(block, setting));
  };
  const numbered = { before: true, after: true };
  const inNumbers = numbersPreamble(stage, house);
  // Struck numbers among paragraphs without any would say nothing to a reader.
  const preamble = {
    before: inNumbers && numbersPreamble(comparison?.from ?? stage, house),
    after: inNumbers,
  };
  const outline = (part: "preamble" | "operative") => outlineName(part, setting);
  const view: View = {
    ...head,
    adopted: stage.kind === "adopted",
    stageLine: inlineMarkup(lines.stageLine, setting),
    submitters: lines.submitters.map((text) => ({ text: inlineMarkup(text, setting) })),
    adoption,
    comparison: noComparison(setting),
    enacting,
    preambular: opened(
      print("preambular", {
        part: "preambular",
        numbered: preamble,
        restart: false,
        outline: outline("preamble"),
      }),
    ),
    operative: opened(
      print("operative", {
        part: "operative",
        numbered,
        restart: false,
        outline: outline("operative"),
      }),
    ),
    annexes: resolution.annexes.map((annex, i) => {
      const title = inlineMarkup(annex.title, setting);
      const wish = { part: "operative", numbered, restart: true, outline: "" } as const;
      const heading = inlineMarkup(annexHeading(i, setting), setting);
      return { id: annex.id, heading, title, titleChanged: isChanged(title), blocks: print(annex.id, wish) };
    }),
  };
  view.notes.push(...noteViews(setting));
  const { diagnostics } = setting;
  if (!comparison) return { value: { view, setting }, diagnostics };
  const compared = { ...view, comparison: comparisonView(comparison, planned, view, setting) };
  return { value: { view: compared, setting }, diagnostics };
}

/** `preambular`, `operative` or the id of an annex. */
type PartName = string;

function itemsOf(r: Resolution, part: PartName): readonly PartItem[] {
  if (part === "preambular" || part === "operative") return r[part];
  return r.annexes.find((annex) => annex.id === part)?.items ?? [];
}

/** The line before the first paragraph; of two Assemblies in a redline of a text that was carried over. */
function enactingLines(r: Resolution, setting: Setting, comparison: Comparison | undefined): InlineText {
  const after = enactingLine(setting);
  if (!comparison) return after;
  const instrument = instrumentAt(r, comparison.from.id);
  const before = enactingLine({ ...setting, resolution: { ...setting.resolution, instrument } });
  if (JSON.stringify(before) === JSON.stringify(after)) return after;
  return [
    { kind: "del", children: before },
    { kind: "ins", children: after },
  ];
}

function enactingLine(setting: Setting): InlineText {
  const { locale, period, resolution } = setting;
  const { body } = resolution.instrument;
  if (resolution.kind === "declaration") return [];
  const { enacting } = resolution;
  if (enacting?.length === 0) return [];
  if (enacting) return [...enacting, { kind: "text", text: locale.endings.preambular }];
  const key = body === "assembly" ? (period.enacting ?? body) : body;
  return locale.phrase(`enacting.${key}`, sessionValues(setting));
}
