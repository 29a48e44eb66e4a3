/** The table of old and new numbers between two stages, each paragraph with what became of it in words. */
import type { Renumbered } from "../model/findings.ts";
import { numberParagraphs } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { paragraphs } from "../model/walk.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { firstCounted } from "./comparison.ts";
import { headView } from "./head.ts";
import { inlineMarkup } from "./inline.ts";
import { calledNotes } from "./note-views.ts";
import { numbersPreamble } from "./numbering.ts";
import { isPart, partName, phrase, shortNumber } from "./places.ts";
import { firstWords } from "./plan-blocks.ts";
import type { Setting } from "./setting.ts";
import { nameOfPaper } from "./submitters.ts";
import type { RenumberingView } from "./view-fields.ts";

export interface Renumbering {
  from: Stage;
  /** The text of that stage, for the words of paragraphs that are gone. */
  before: Resolution;
  rows: readonly Renumbered[];
}

type Part = RenumberingView["parts"][number];

export function renumberingView({ from, before, rows }: Renumbering, setting: Setting): RenumberingView {
  const say = (key: string, values: Record<string, InlineText> = {}) =>
    inlineMarkup(phrase(`renumbering.${key}`, setting, values), setting);
  const head = headView(setting);
  const beginnings = new Map<Id, string>();
  for (const r of [before, setting.resolution])
    for (const { paragraph } of paragraphs(r)) {
      const first = paragraph.blocks[0];
      if (first && first.type !== "list") beginnings.set(paragraph.id, firstWords(first.text));
    }
  const parts: (Part & { part: string })[] = [];
  for (const row of rows) {
    const part = row.after?.part ?? row.before?.part ?? "";
    let group = parts.find((p) => p.part === part);
    if (!group) {
      group = { part, name: nameOfPart(part, setting), rows: [] };
      parts.push(group);
    }
    const number = (position: Renumbered["after"]) =>
      inlineMarkup(position ? shortNumber(position, setting) : [], setting);
    group.rows.push({
      before: number(row.before),
      after: number(row.after),
      fate: inlineMarkup(fateText(row, before, setting), setting),
      words: inlineMarkup([{ kind: "text", text: beginnings.get(row.id) ?? "" }], setting),
    });
  }
  const { stage, house } = setting;
  const shows = numbersPreamble(stage, house) && numbersPreamble(from, house);
  const counted = !shows && parts.some(({ part }) => part === "preambular");
  const view: RenumberingView = {
    ...head,
    head: say("title"),
    before: say("before", { text: nameOfPaper(from, setting) }),
    after: say("after", { text: nameOfPaper(setting.stage, setting) }),
    counted: inlineMarkup(
      counted ? phrase("redline.legend-counted", setting, firstCounted(setting)) : [],
      setting,
    ),
    columns: {
      before: say("column-before"),
      after: say("column-after"),
      fate: say("column-fate"),
      words: say("column-words"),
    },
    parts: parts.map(({ name, rows }) => ({ name, rows })),
  };
  view.notes.push(...calledNotes(setting, setting.resolution.notes));
  return view;
}

function nameOfPart(part: string, setting: Setting) {
  if (!isPart(part)) return inlineMarkup([{ kind: "text", text: partName(part, setting) }], setting);
  const key = part === "preambular" ? "preamble" : "operative";
  return inlineMarkup(setting.locale.phrase(`outline.${key}`), setting);
}

/** `moved`, `merged into PP4`, `kept, with changed words`. */
function fateText({ fate, other, reworded }: Renumbered, before: Resolution, setting: Setting): InlineText {
  let label = "";
  if (other !== undefined) {
    // What it was merged into stands in the new text; what it was split from is named as it was.
    const old = numberParagraphs(before).get(other);
    const position = fate === "split-from" ? old : setting.positions.get(other);
    if (position) label = plainText(shortNumber(position, setting));
  }
  const words = phrase(`fate.${fate}`, setting, { label });
  if (!reworded || (fate !== "kept" && fate !== "moved")) return words;
  return phrase("fate.with-changes", setting, { fate: plainText(words) });
}
