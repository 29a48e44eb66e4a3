/** The annotated list: every amendment in a table, with the number in the next text and what was decided (house-style 2.6). */
import type { Amendment } from "../model/amendment.ts";
import type { Docket, DocketEntry } from "../model/docket.ts";
import type { Position } from "../model/number.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { type AmendedText, amendedBlocks, markBorrowed } from "./amendment-text.ts";
import { amendmentView, inTextOrder, notesOf, type Placed, unreadView } from "./amendments.ts";
import { type Atlas, atlasOf } from "./atlas.ts";
import { headView } from "./head.ts";
import { inlineMarkup } from "./inline.ts";
import { calledNotes } from "./note-views.ts";
import { holderOf, isTitle, phrase, shortNumber, unknownPlace } from "./places.ts";
import type { Setting } from "./setting.ts";
import { headNames, paperName, submitterBlanks } from "./submitters.ts";
import type { DecisionsView } from "./view-fields.ts";

type Row = DecisionsView["rows"][number];

export function decisionsView(docket: Docket, setting: Setting): DecisionsView {
  const head = headView(setting);
  const atlas = atlasOf(setting.resolution);
  const say = (key: string, values: Record<string, string | InlineText> = {}) =>
    inlineMarkup(phrase(`annotated.${key}`, setting, values), setting);
  const placed = inNextOrder(inTextOrder(docket.entries, atlas, setting), docket, atlas);
  const rows = placed.flatMap(({ place, entry, subs }) =>
    [entry, ...subs].map((one) => {
      const place1 = one === entry ? place.head : [];
      return rowOf(one, entry, place1, docket, atlas, setting);
    }),
  );
  for (const unread of docket.unread) {
    const place = unknownPlace(unread.written ?? unread.id, setting);
    rows.push({
      number: dash(setting),
      head: inlineMarkup(place.head, setting),
      amendment: unreadView(unread, setting),
      decision: inlineMarkup([], setting),
      resultHead: inlineMarkup([], setting),
      result: [],
      note: inlineMarkup([], setting),
    });
  }
  const next = docket.next ? paperName({ ...setting, stage: docket.next.stage }) : paperName(setting);
  const view: DecisionsView = {
    ...head,
    head: say("title"),
    introduction: introduction(docket, setting).map((text) => ({ text: inlineMarkup(text, setting) })),
    legend: [{ text: say("legend-preambular") }, { text: say("legend-operative") }],
    columns: {
      number: say("column-number", { text: next }),
      amendment: say("column-amendment"),
      decision: say("column-decision"),
    },
    rows,
    notes: [],
  };
  view.notes.push(...calledNotes(setting, notesOf(docket, setting)));
  return view;
}

/** What the list holds beside the amendments of delegations, and what its columns say. */
function introduction(docket: Docket, setting: Setting): InlineText[] {
  const all = docket.entries.flatMap((e) => e.amendment.submitters);
  const bodies = all.filter((p) => p.type === "body");
  const rapporteurs = all.filter((p) => "role" in p && p.role !== undefined);
  const own: InlineText[] = [
    phrase("annotated.contains", setting, {
      text: phrase(`head.text.${setting.resolution.kind}.${setting.stage.kind}`, setting),
    }),
  ];
  if (bodies.length > 0)
    own.push(phrase("annotated.contains-bodies", setting, { names: headNames(bodies, setting).names }));
  if (rapporteurs.length > 0) own.push(phrase("annotated.contains-synthesis", setting));
  return [...own, phrase("annotated.decisions", setting), phrase("annotated.numbering", setting)];
}

/** Rows follow the next text; what has no number there stays behind what it stood behind. */
function inNextOrder(placed: readonly Placed[], docket: Docket, atlas: Atlas): Placed[] {
  const last = { key: [0] };
  const keyed = placed.map((one) => {
    const position = isTitle(one.entry.amendment.operation)
      ? undefined
      : nextPosition(one.entry, docket, atlas);
    if (position) last.key = [atlas.parts.indexOf(position.part) + 1, ...position.path];
    else {
      const part = atlas.parts.indexOf(one.place.section) + 1;
      if (part > (last.key[0] ?? 0)) last.key = [part];
    }
    return { one, key: one.place.section === "unknown" ? [Number.MAX_SAFE_INTEGER] : last.key };
  });
  const compare = (a: number[], b: number[]): number => {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const difference = (a[i] ?? 0) - (b[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ one }) => one);
}

/** Where the paragraph stands in the next text: the new one, else the one that is amended. */
function nextPosition({ amendment }: DocketEntry, docket: Docket, atlas: Atlas): Position | undefined {
  const { operation } = amendment;
  const whole = holderOf(operation, atlas);
  const ids = whole
    ? [whole.item.id]
    : operation.kind === "add"
      ? operation.ids
      : "target" in operation && operation.target.kind === "paragraph"
        ? [atlas.spot(operation.target.id)?.item.id ?? operation.target.id]
        : [];
  for (const id of ids) {
    const position = docket.next?.positions[id];
    if (position) return position;
  }
  return undefined;
}

function rowOf(
  entry: DocketEntry,
  top: DocketEntry,
  head: InlineText,
  docket: Docket,
  atlas: Atlas,
  setting: Setting,
): Row {
  const { amendment } = entry;
  const position = nextPosition(top, docket, atlas);
  const number = isTitle(top.amendment.operation)
    ? inlineMarkup(phrase("section.title", setting), setting)
    : position
      ? inlineMarkup(shortNumber(position, setting), setting)
      : dash(setting);
  const { decision } = amendment;
  const { result } = decision;
  const language = setting.resolution.language;
  const blocks =
    result && entry.result
      ? amendedBlocks(result, decidedText(entry.result, setting), `${amendment.id}:result`, setting)
      : [];
  return {
    number,
    head: inlineMarkup(head, setting),
    amendment: amendmentView(entry, top, atlas, setting),
    decision: inlineMarkup(decisionText(amendment, setting), setting),
    resultHead: inlineMarkup(blocks.length > 0 ? phrase("decision.result", setting) : [], setting),
    result: blocks,
    note: inlineMarkup(decision.note?.[language] ?? [], setting),
  };
}

function decidedText(made: NonNullable<DocketEntry["result"]>, setting: Setting): AmendedText {
  return made.borrowed ? markBorrowed(made, setting) : made;
}

/** `Accepted by the drafting committee`, `Withdrawn by Switzerland`; what falls does so by nobody: `Falls (drafting committee)`. */
export function decisionText({ decision, submitters }: Amendment, setting: Setting): InlineText {
  const { outcome, body, by, date } = decision;
  if (outcome === "withdrawn")
    return phrase("decision.withdrawn", setting, submitterBlanks(by ?? submitters, setting));
  const text = phrase(`decision.${outcome}`, setting);
  if (body === undefined || outcome === "pending") return text;
  const { session } = setting.resolution.instrument;
  const falls = outcome === "falls";
  const name = setting.locale.body(body, date ?? session.from, falls ? "full" : "by");
  return phrase(falls ? "decision.by-falls" : "decision.by", setting, {
    decision: plainText(text),
    body: name,
  });
}

function dash(setting: Setting) {
  return inlineMarkup([{ kind: "text", text: "–" }], setting);
}
