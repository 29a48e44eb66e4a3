/** The list of amendments as running text: sections, places in the order of the text, amendments in the order they are taken. */
import type { Amendment, Operation } from "../model/amendment.ts";
import type { Docket, DocketEntry, Unread } from "../model/docket.ts";
import type { Party } from "../model/instrument.ts";
import type { Note } from "../model/resolution.ts";
import { acceptText } from "../text/changes.ts";
import { printInline } from "../text/print-inline.ts";
import { type AmendedText, amendedBlocks, markBorrowed, proposedTexts } from "./amendment-text.ts";
import { type Atlas, atlasOf } from "./atlas.ts";
import { headView } from "./head.ts";
import { inlineMarkup, wordsMarkup } from "./inline.ts";
import { instruction } from "./instructions.ts";
import { calledNotes } from "./note-views.ts";
import { comparePlaces, holderOf, type Place, partName, phrase, placeOf, unknownPlace } from "./places.ts";
import type { Setting } from "./setting.ts";
import { headNames, runningNames, submitterBlanks } from "./submitters.ts";
import type { AmendmentsView, AmendmentView } from "./view-fields.ts";

/** An amendment at its place; sub-amendments follow the one that they speak of. */
export interface Placed {
  place: Place;
  entry: DocketEntry;
  subs: DocketEntry[];
}

export function amendmentsView(docket: Docket, setting: Setting): AmendmentsView {
  const head = headView(setting);
  const atlas = atlasOf(setting.resolution);
  const sections: AmendmentsView["sections"] = [];
  let section: string | undefined;
  let placeHead: string | undefined;
  const open = (place: Place): AmendmentsView["sections"][number]["places"][number] => {
    if (section !== place.section || sections.length === 0) {
      sections.push({ name: sectionName(place.section, setting), places: [] });
      section = place.section;
      placeHead = undefined;
    }
    const places = sections.at(-1)?.places ?? [];
    const words = printInline(place.head);
    if (words !== placeHead) {
      places.push({ head: inlineMarkup(place.head, setting), amendments: [] });
      placeHead = words;
    }
    const last = places.at(-1);
    if (!last) throw new Error("a place that was just opened is gone");
    return last;
  };
  for (const { place, entry, subs } of inTextOrder(docket.entries, atlas, setting)) {
    const { amendments } = open(place);
    for (const one of [entry, ...subs]) amendments.push(amendmentView(one, entry, atlas, setting));
  }
  for (const unread of docket.unread) {
    open(unknownPlace(unread.written ?? unread.id, setting)).amendments.push(unreadView(unread, setting));
  }
  const parties = [
    ...docket.entries.flatMap((e) => e.amendment.submitters),
    ...docket.unread.flatMap((u) => u.submitters),
  ];
  const view = { ...head, head: headSentence(parties, setting), sections };
  view.notes.push(...calledNotes(setting, notesOf(docket, setting)));
  return view;
}

/** Notes of the text, and those that amendments bring. */
export function notesOf(docket: Docket, setting: Setting): Note[] {
  const brought = docket.entries.flatMap((e) => [
    ...(e.tracked?.notes ?? []),
    ...(e.result?.tracked.notes ?? []),
  ]);
  const settled = brought.map((note): Note => ({ id: note.id, text: acceptText(note.text) }));
  return [...setting.resolution.notes, ...settled];
}

function sectionName(section: string, setting: Setting) {
  if (section === "title" || section === "unknown") return inlineMarkup([], setting);
  const annex = partName(section, setting);
  if (annex !== "") return wordsMarkup(setting.locale.capitals(annex), setting);
  return inlineMarkup(phrase(`section.${section === "preambular" ? "preamble" : section}`, setting), setting);
}

/** At one place what goes furthest comes first: deletion, new text, changes of words, then what is new beside it (house-style 2.2). */
const ranks: Record<Operation["kind"], number> = {
  delete: 0,
  replace: 1,
  merge: 2,
  split: 3,
  retitle: 4,
  amend: 4,
  move: 5,
  add: 6,
};

/** Amendments in text order, those to one place by rank, else as they came; a sub-amendment after its parent. */
export function inTextOrder(entries: readonly DocketEntry[], atlas: Atlas, setting: Setting): Placed[] {
  const ids = new Set(entries.map((e) => e.amendment.id));
  const isSub = ({ amendment: { parent, id } }: DocketEntry): boolean =>
    parent !== undefined && parent !== id && ids.has(parent);
  const placed = entries
    .filter((entry) => !isSub(entry))
    .map((entry): Placed => ({ entry, place: placeOf(entry, atlas, setting), subs: subsOf(entry, entries) }));
  const kept = new Set(placed.flatMap(({ entry, subs }) => [entry, ...subs]));
  // Sub-amendments that lead back to themselves belong to nothing; they are printed all the same.
  for (const entry of entries)
    if (!kept.has(entry)) placed.push({ entry, place: placeOf(entry, atlas, setting), subs: [] });
  const rank = ({ entry }: Placed): number => {
    const { operation } = entry.amendment;
    return ranks[holderOf(operation, atlas) ? "amend" : operation.kind];
  };
  return placed.sort((a, b) => comparePlaces(a.place, b.place) || rank(a) - rank(b));
}

function subsOf(
  { amendment }: DocketEntry,
  entries: readonly DocketEntry[],
  seen: ReadonlySet<string> = new Set(),
): DocketEntry[] {
  if (seen.has(amendment.id)) return [];
  const below = new Set([...seen, amendment.id]);
  return entries
    .filter((e) => e.amendment.parent === amendment.id && !below.has(e.amendment.id))
    .flatMap((e) => [e, ...subsOf(e, entries, below)]);
}

/** One amendment; `top` is the one that it is a sub-amendment to, or itself. */
export function amendmentView(
  entry: DocketEntry,
  top: DocketEntry,
  atlas: Atlas,
  outer: Setting,
): AmendmentView {
  const { amendment } = entry;
  const { operation } = amendment;
  // Labels in a sub-amendment are those of what its parent proposes.
  const isSub = entry !== top && entry.tracked !== undefined;
  const positions = isSub ? new Map(Object.entries(entry.positions ?? {})) : outer.positions;
  const setting: Setting = { ...outer, positions };
  const own = isSub && entry.tracked ? atlasOf(entry.tracked) : atlas;
  const text = textOf(entry, setting);
  const says = entry.elsewhere
    ? phrase("instruction.other-language", setting, {
        language: setting.locale.languageName(setting.resolution.language),
      })
    : instruction(operation, own, setting);
  const broken = entry.refusal && !entry.elsewhere ? reasonOf(entry.refusal.code, setting) : [];
  const { language } = setting.resolution;
  const proposed = entry.refusal ? proposedTexts(operation, amendment.original, language) : [];
  const { parent } = amendment;
  const synthesis = amendment.submitters.some((p) => "role" in p && p.role !== undefined);
  const name = runningNames(amendment.submitters, setting);
  const none = inlineMarkup([], setting);
  const submitter = synthesis ? none : submitterLine(amendment, setting);
  const blocks = text && !entry.elsewhere ? amendedBlocks(operation, text, amendment.id, setting) : [];
  return {
    id: amendment.id,
    sub:
      parent === undefined
        ? none
        : inlineMarkup(
            phrase("sub-amendment", setting, submitterBlanks(top.amendment.submitters, setting)),
            setting,
          ),
    synthesis: synthesis ? inlineMarkup(phrase("synthesis", setting, { person: name }), setting) : none,
    instruction: inlineMarkup(says, setting),
    blocks: blocks.map((block, i) => ({ ...block, keep: submitter !== "" && i === blocks.length - 1 })),
    broken: inlineMarkup(broken, setting),
    proposed: proposed.map((line) => ({ text: inlineMarkup(line, setting, "both") })),
    submitter,
  };
}

function textOf({ tracked, positions, borrowed }: DocketEntry, setting: Setting): AmendedText | undefined {
  if (!tracked || !positions) return undefined;
  return borrowed ? markBorrowed({ tracked, positions }, setting) : { tracked, positions };
}

function submitterLine({ submitters }: Pick<Amendment, "submitters">, setting: Setting) {
  if (submitters.length === 0) return inlineMarkup([], setting);
  return inlineMarkup(phrase("submitter", setting, { name: runningNames(submitters, setting) }), setting);
}

function reasonOf(code: string, setting: Setting) {
  const key = setting.locale.hasPhrase(`amendments:broken.${code}`) ? code : "unread";
  return phrase("broken.line", setting, { reason: phrase(`broken.${key}`, setting) });
}

/** What could not even be read, or speaks of what is not there, is printed with the reason in the language of the list. */
export function unreadView(unread: Unread, setting: Setting): AmendmentView {
  const none = inlineMarkup([], setting);
  return {
    id: unread.id,
    sub: none,
    synthesis: none,
    instruction: none,
    blocks: [],
    broken: inlineMarkup(reasonOf(unread.reason ?? "unread", setting), setting),
    proposed: [],
    submitter: submitterLine(unread, setting),
  };
}

/** House-style 2.1. */
function headSentence(parties: readonly Party[], setting: Setting) {
  const { names, count, countries, others, delegations, persons, only } = headNames(parties, setting);
  const { stage, locale, resolution } = setting;
  const of = only === undefined ? "" : locale.country(only, resolution.instrument.session.from).ofDelegation;
  const text = phrase(`head.text.${resolution.kind}.${stage.kind}`, setting);
  if (count === 0) return inlineMarkup(phrase("head.nobody", setting, { text }), setting);
  if (delegations === 0)
    return inlineMarkup(phrase("head.others", setting, { text, submitters: names }), setting);
  const beside = count - delegations;
  const key = beside === 0 ? "" : beside === persons ? "-and-persons" : "-and-others";
  const values = { text, count: delegations, of, countries, others, submitters: names };
  return inlineMarkup(phrase(`head.delegations${key}`, setting, values), setting);
}
