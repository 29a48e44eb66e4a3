/** A text in two languages side by side, paragraph beside paragraph, with what leads an edited copy back to its source. */
import type { HouseStyle } from "../document/house.ts";
import { parseMarkup } from "../document/markup.ts";
import type { Numbering } from "../document/tree.ts";
import type { Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { mapSegments, segments } from "../model/walk.ts";
import { type Checked, type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import type { Inline } from "../text/inline.ts";
import { NoteCounter } from "./bilingual-notes.ts";
import { originOf } from "./bilingual-origin.ts";
import { type BilingualView, type Entry, entries, listName, type Side, SideMaker } from "./bilingual-side.ts";
import { type Composition, inMadeMarkup, metaOf } from "./compose.ts";
import { inlineMarkup } from "./inline.ts";
import { numberingOf } from "./numbering.ts";
import { checkHouse, type Templates } from "./templates.ts";
import { makeView } from "./view.ts";

export type { Side } from "./bilingual-side.ts";

export interface BilingualInput {
  left: Side;
  right: Side;
  stage: Stage;
  house: HouseStyle;
  templates: Templates;
  /** 64 hex digits over all files of the work. */
  sourceHash: string;
  /** The text in the original language, of which every translation is one. */
  original: Resolution;
  /** Whether the word for a draft stands across every page; absent: as stage and house say. */
  draft?: boolean;
}

/** Findings: as `compose`. The left language keeps the ids of the source; those of the right one stand behind its code and a colon. */
export function composeBilingual(input: BilingualInput): Checked<Composition> {
  const { templates, house, left, right, stage } = input;
  const asked = { left: left.locale.diagnostics.length, right: right.locale.diagnostics.length };
  const diagnostics: Diagnostic[] = [...checkHouse(templates, house)];
  if (hasErrors(diagnostics)) return { diagnostics };
  const [one, two] = [left, right].map((side) =>
    makeView({ resolution: withCalls(side, input.original), locale: side.locale, stage, house }),
  );
  diagnostics.push(...(one?.diagnostics ?? []), ...(two?.diagnostics ?? []));
  if (!one?.value || !two?.value || hasErrors(diagnostics)) return { diagnostics };

  const here = new SideMaker(one.value, left, "", house);
  const there = new SideMaker(two.value, right, `${right.resolution.language}:`, house);
  const view = bilingualView(here, there);
  const { setting } = one.value;
  const speech = {
    phrase: (key: string, values: Record<string, string | number>) =>
      inlineMarkup(left.locale.phrase(key, values), setting),
  };
  const markup = templates.render("bilingual", setting.period.heading, view, speech);
  const properties = originOf(input, there.signs);
  const frame = {
    meta: { ...metaOf(setting, undefined, input.sourceHash, input.draft), properties },
    numbering: [...numberings(left), ...numberings(right)],
  };
  const file = "templates/bilingual.hbs";
  const parsed = parseMarkup(markup, frame, { file, styles: new Set(Object.keys(house.styles)) });
  diagnostics.push(
    ...parsed.diagnostics.map(inMadeMarkup),
    ...left.locale.diagnostics.slice(asked.left),
    ...right.locale.diagnostics.slice(asked.right),
  );
  if (!parsed.value) return { diagnostics };
  return { value: { view, markup, document: parsed.value }, diagnostics };
}

/** A text that has no translation yet holds the calls and references of its source, for whoever translates it in Word. */
function withCalls({ resolution, missing }: Side, original: Resolution): Resolution {
  if (missing.size === 0) return resolution;
  const sources = new Map(segments(original).map((s) => [s.id, s.text]));
  return mapSegments(resolution, ({ id, text }) =>
    missing.has(id) ? callsOf(sources.get(id) ?? []).flatMap((call) => [call, gap]) : text,
  );
}

const gap: Inline = { kind: "text", text: " " };

function callsOf(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => {
    if ("children" in node) return callsOf(node.children);
    return node.kind === "text" ? [] : [node];
  });
}

/** The lists of one language, under names of its own: each column counts by itself. */
function numberings({ locale }: Side): Numbering[] {
  return numberingOf(locale.labels).map(({ list, levels }) => ({ list: listName(list, locale), levels }));
}

function bilingualView(left: SideMaker, right: SideMaker): BilingualView {
  const { view } = left.made;
  // Notes count row by row, as they are met here.
  const notes = new NoteCounter((n) => left.side.locale.digits(n));
  const heads = { left: left.head(notes), right: right.head(notes) };
  const rows = zipped(left, right).map(([a, b]) => ({
    left: left.cell(a, notes),
    right: right.cell(b, notes),
  }));
  return {
    lang: view.lang,
    dir: view.dir === "rtl" && right.made.view.dir === "rtl" ? "rtl" : "ltr",
    adopted: view.adopted,
    symbol: view.symbol,
    ...heads,
    rows,
    notes: notes.sorted([...left.notes(), ...right.notes()]),
    runningHead: view.runningHead,
  };
}

/** The blocks of both texts by id, in the order of the left one. Both are one text, so that none is left over. */
function zipped(left: SideMaker, right: SideMaker): [Entry, Entry][] {
  const others = new Map(entries(right.made).map((entry) => [entry.id, entry]));
  return entries(left.made).map((entry) => {
    const other = others.get(entry.id);
    if (!other) throw new Error(`the two languages differ at ${entry.id}`);
    return [entry, other];
  });
}
