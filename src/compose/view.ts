/** The finished view of a resolution in one language at one stage: everything a template may print, nothing left to compute. */
import type { HouseStyle } from "../document/house.ts";
import type { Locale } from "../language/locale.ts";
import { numberParagraphs } from "../model/number.ts";
import type { Annex, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { adoptionView, reservationsNote } from "./adoption.ts";
import { inlineMarkup, wordsMarkup } from "./inline.ts";
import { mastheadView, sessionValues } from "./masthead.ts";
import { NoteBook, starNote } from "./notes.ts";
import { partBlocks } from "./parts.ts";
import { type Change, choosePeriod, type Setting } from "./setting.ts";
import { stageLines } from "./submitters.ts";
import type { View } from "./view-fields.ts";

export interface ViewInput {
  resolution: Resolution;
  stage: Stage;
  locale: Locale;
  house: HouseStyle;
  /** Whose each tracked change is, by amendment; absent: none. */
  changes?: Readonly<Record<string, Change>>;
}

/** What the view was made with, for the frame of the document and the choice of templates. */
export interface MadeView {
  view: View;
  setting: Setting;
}

/** Errors: a period that the house does not have, an adopted stage without adoption, nesting beyond the house's levels. */
export function makeView(input: ViewInput): Checked<MadeView> {
  const { resolution, stage, locale, house } = input;
  const period = choosePeriod(resolution, house);
  if ("code" in period) return { diagnostics: [period] };
  const diagnostics: Diagnostic[] = [];
  const setting: Setting = {
    resolution,
    stage,
    locale,
    house,
    period,
    positions: numberParagraphs(resolution),
    notes: new NoteBook((n) => locale.digits(n)),
    changes: input.changes ?? {},
    diagnostics,
  };
  // Fields are made in printed order: the order of footnote calls is the order of their numbers.
  const masthead = mastheadView(setting);
  const title = inlineMarkup(
    period.titleCapitals ? locale.capitalTree(resolution.title) : resolution.title,
    setting,
  );
  const lines = stageLines(setting);
  const adoption = adoptionView(setting);
  const numbered = stage.preambularNumbers ?? house.preambularNumbers.includes(stage.kind);
  const view: View = {
    kind: resolution.kind,
    stage: stage.kind,
    adopted: stage.kind === "adopted",
    lang: locale.tag,
    dir: locale.dir,
    ...masthead,
    title,
    stageLine: inlineMarkup(lines.stageLine, setting),
    submitters: lines.submitters.map((text) => ({ text: inlineMarkup(text, setting) })),
    adoption,
    notice: wordsMarkup(resolution.translationNotice ?? "", setting),
    enacting: inlineMarkup(enactingLine(setting), setting),
    preambular: partBlocks(
      resolution.preambular,
      { part: "preambular", numbered, restart: false, outline: outlineName("preamble", setting) },
      setting,
    ),
    operative: partBlocks(
      resolution.operative,
      { part: "operative", numbered: true, restart: false, outline: outlineName("operative", setting) },
      setting,
    ),
    annexes: resolution.annexes.map((annex, i) => annexView(annex, i, setting)),
    notes: [],
  };
  view.notes.push(...noteViews(setting));
  return { value: { view, setting }, diagnostics };
}

/** Name of a part in the outline; a text with one part only needs none. */
function outlineName(part: "preamble" | "operative", { locale, resolution }: Setting): string {
  if (resolution.preambular.length === 0 || resolution.operative.length === 0) return "";
  return plainText(locale.phrase(`outline.${part}`));
}

function enactingLine(setting: Setting): InlineText {
  const { locale, period, resolution } = setting;
  const { body } = resolution.instrument;
  if (resolution.kind === "declaration") return [];
  const key = body === "assembly" ? (period.enacting ?? body) : body;
  return locale.phrase(`enacting.${key}`, sessionValues(setting));
}

function annexView(annex: Annex, index: number, setting: Setting): View["annexes"][number] {
  const { locale, resolution } = setting;
  const number = locale.annexNumber(index + 1);
  const heading =
    resolution.annexes.length === 1
      ? locale.phrase("annex.only")
      : locale.phrase("annex.numbered", { number });
  const options = { part: "operative", numbered: true, restart: true, outline: "" } as const;
  return {
    id: annex.id,
    heading: inlineMarkup(heading, setting),
    title: inlineMarkup(annex.title, setting),
    blocks: partBlocks(annex.items, options, setting),
  };
}

/** The asterisk first, then the called notes; a note called from a note comes after it. */
function noteViews(setting: Setting): View["notes"] {
  const views: View["notes"] = [];
  const reservations = reservationsNote(setting);
  if (reservations.length > 0)
    views.push({ id: starNote, label: "*", text: inlineMarkup(reservations, setting) });
  const texts = new Map(setting.resolution.notes.map((n) => [n.id, n.text]));
  for (const [id, label] of setting.notes.called()) {
    const text = texts.get(id);
    if (text) views.push({ id, label, text: inlineMarkup(text, setting) });
    else setting.diagnostics.push(dangling(id, setting));
  }
  return views;
}

function dangling(id: string, { resolution }: Setting): Diagnostic {
  return {
    code: "dangling-reference",
    severity: "error",
    message: `A footnote "${id}" is called, but there is no note with this name.`,
    place: { file: `resolutions/${resolution.work}/resolution.yaml`, line: 1, column: 1, path: ["notes"] },
    hint: `Add it below "notes:", or take the call [^${id}] out.`,
  };
}
