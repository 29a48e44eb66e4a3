/** A resolution in one language and stage becomes a page tree: view, then markup through the templates, then tree. */
import type { HouseStyle } from "../document/house.ts";
import { parseMarkup } from "../document/markup.ts";
import type { Document, Meta } from "../document/tree.ts";
import type { Locale } from "../language/locale.ts";
import type { Amendment } from "../model/amendment.ts";
import { instrumentAt } from "../model/at-stage.ts";
import { acceptChanges, rejectChanges } from "../model/changes.ts";
import type { Docket } from "../model/docket.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { type Checked, type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { amendmentsView } from "./amendments.ts";
import type { Comparison } from "./comparison.ts";
import { decisionsView } from "./decisions.ts";
import { makeSetting } from "./head.ts";
import { inlineMarkup } from "./inline.ts";
import { sessionValues } from "./masthead.ts";
import { numberingOf } from "./numbering.ts";
import { type Renumbering, renumberingView } from "./renumbering.ts";
import { type Change, choosePeriod, type Setting } from "./setting.ts";
import { paperName, runningNames } from "./submitters.ts";
import { checkHouse, type Templates } from "./templates.ts";
import { makeView } from "./view.ts";
import type { entries } from "./view-fields.ts";

export type { Comparison } from "./comparison.ts";
export type { Renumbering } from "./renumbering.ts";
export { checkHouse, type Templates } from "./templates.ts";

/** Which paper is to be made, with what only this kind needs. */
export type Wanted =
  | { kind: "clean" }
  /** `resolution` is in tracked form. */
  | { kind: "redline"; comparison: Comparison }
  /** `resolution` and `stage` are those that the amendments speak of. */
  | { kind: "amendments" | "decisions"; docket: Docket }
  /** `resolution` and `stage` have the new numbers. */
  | { kind: "renumbering"; renumbering: Renumbering };

export type ComposeInput = Frame & Wanted;

export interface Frame {
  resolution: Resolution;
  stage: Stage;
  locale: Locale;
  house: HouseStyle;
  templates: Templates;
  /** 64 hex digits over all files of the work. */
  sourceHash: string;
  /** Whether the word for a draft stands across every page; absent: as stage and house say. */
  draft?: boolean;
  /** Amendments that tracked changes name: author and day of a change are submitters and day of the amendment. */
  amendments?: readonly Amendment[];
  /** Whose each tracked change in the texts is, by amendment, beside those of `amendments`. */
  changes?: Readonly<Record<string, Change>>;
  /** Numbers of the text (after all changes) where they are not those that counting gives. */
  positions?: ReadonlyMap<Id, Position>;
  /** Numbers of the text that reservations are on, where it is another one. */
  reserved?: ReadonlyMap<Id, Position>;
}

/** Every intermediate, for `--emit view|markup|tree`. */
export interface Composition {
  view: unknown;
  markup: string;
  document: Document;
}

/** Findings: faults of the house for these templates, of the view, of the made markup, and what the locale lacked. */
export function compose(input: ComposeInput): Checked<Composition> {
  const { templates, house, locale } = input;
  const asked = locale.diagnostics.length;
  const diagnostics: Diagnostic[] = [...checkHouse(templates, house)];
  if (hasErrors(diagnostics)) return { diagnostics };
  const made = paperOf(input);
  diagnostics.push(...made.diagnostics);
  if (!made.value || hasErrors(diagnostics)) return { diagnostics };
  const { template, view, setting, paper } = made.value;

  const speech = {
    phrase: (key: string, values: Record<string, string | number>) =>
      inlineMarkup(locale.phrase(key, values), setting),
  };
  const markup = templates.render(template, setting.period.heading, view, speech);
  const frame = {
    meta: metaOf(setting, paper, input.sourceHash, input.draft),
    numbering: numberingOf(locale.labels),
  };
  const file = `templates/${template}.hbs`;
  const parsed = parseMarkup(markup, frame, { file, styles: new Set(Object.keys(house.styles)) });
  diagnostics.push(...parsed.diagnostics.map(inMadeMarkup), ...locale.diagnostics.slice(asked));
  if (!parsed.value) return { diagnostics };
  return { value: { view, markup, document: parsed.value }, diagnostics };
}

/**
 * The two clean documents that a redline must give back: all changes rejected, all accepted. Both look as the later one does, so
 * that only words can differ.
 */
export function composeBoth(
  input: Frame & { comparison: Comparison },
): Checked<{ before: Composition; after: Composition }> {
  const { comparison, positions, stage, house } = input;
  const at = instrumentAt(input.resolution, stage.id);
  const period = choosePeriod({ ...input.resolution, instrument: at }, house);
  if ("code" in period) return { diagnostics: [period] };
  const later = acceptChanges(input.resolution);
  const reserved = positions ?? numberParagraphs(later);
  const clean = (r: Resolution, stageId: string, numbers: Frame["positions"]): Checked<Composition> => {
    const instrument = { ...instrumentAt(input.resolution, stageId), period: period.name };
    const { positions: _, comparison: __, ...frame } = input;
    return compose({
      ...frame,
      reserved,
      kind: "clean",
      resolution: { ...r, instrument, stages: [] },
      ...(numbers ? { positions: numbers } : {}),
    });
  };
  const before = clean(rejectChanges(input.resolution), comparison.from.id, comparison.positions);
  const after = clean(later, stage.id, positions);
  const diagnostics = [...before.diagnostics, ...after.diagnostics];
  if (!before.value || !after.value) return { diagnostics };
  return { value: { before: before.value, after: after.value }, diagnostics };
}

interface Paper {
  template: keyof typeof entries;
  view: object;
  setting: Setting;
  /** What the paper is, where it is not the text itself. */
  paper?: InlineText;
}

function paperOf(input: ComposeInput): Checked<Paper> {
  if (input.kind === "clean" || input.kind === "redline") {
    const changes = { ...input.changes, ...authorsOf(input) };
    const comparison = input.kind === "redline" ? { comparison: input.comparison } : {};
    const made = makeView({ ...input, changes, ...comparison });
    if (!made.value) return { diagnostics: made.diagnostics };
    const { view, setting } = made.value;
    const paper = input.kind === "redline" ? { paper: plainPhrase("redline.heading", setting) } : {};
    return {
      value: { template: setting.resolution.kind, view, setting, ...paper },
      diagnostics: made.diagnostics,
    };
  }
  const positions = input.positions ?? numberParagraphs(input.resolution);
  const docket = input.kind === "renumbering" ? undefined : input.docket;
  const stage = docket ? ofList(input.stage, docket) : input.stage;
  const at = input.kind === "decisions" ? docket?.next?.stage.id : undefined;
  const changes = {
    ...input.changes,
    ...authorsOf(
      input,
      docket?.entries.map((e) => e.amendment),
    ),
  };
  const made = makeSetting({ ...input, stage, positions, changes, ...(at ? { at } : {}) });
  const setting = made.value;
  if (!setting) return { diagnostics: made.diagnostics };
  const paper = (view: object, key: string): Checked<Paper> => ({
    value: { template: input.kind as Paper["template"], view, setting, paper: plainPhrase(key, setting) },
    diagnostics: setting.diagnostics,
  });
  switch (input.kind) {
    case "amendments":
      return paper(amendmentsView(input.docket, setting), "list-title");
    case "decisions":
      return paper(decisionsView(input.docket, setting), "annotated.title");
    case "renumbering":
      return paper(renumberingView(input.renumbering, setting), "renumbering.title");
  }
}

function plainPhrase(key: string, { locale }: Setting): InlineText {
  return locale.phrase(`amendments:${key}`);
}

/** The paper is the list: its symbol and day stand in the masthead, its numbers and texts are those of the stage. */
function ofList({ symbol: _, ...stage }: Stage, { symbol, date }: Docket): Stage {
  return { ...stage, date, ...(symbol === undefined ? {} : { symbol }) };
}

/** Submitters in running form and the day of the decision, or of receipt while it is open. */
function authorsOf(
  input: ComposeInput,
  amendments: readonly Amendment[] = input.amendments ?? [],
): Record<string, Change> {
  if (amendments.length === 0) return {};
  const { resolution, stage, locale, house } = input;
  const setting = makeSetting({ resolution, stage, locale, house, positions: new Map() }).value;
  if (!setting) return {};
  return Object.fromEntries(
    amendments.map((a) => [
      a.id,
      { by: runningNames(a.submitters, setting), date: a.decision.date ?? a.received },
    ]),
  );
}

/** A fault that only shows in the made markup has its line there, not in the template. */
export function inMadeMarkup(d: Diagnostic): Diagnostic {
  const where = `line ${d.place?.line} of the made markup (see it with --emit markup)`;
  const place = d.place ? { file: d.place.file, line: 1, column: 1 } : undefined;
  return { ...d, message: `${d.message} At ${where}.`, ...(place ? { place } : {}) };
}

/** Properties of the file; all dates are the stage's. */
export function metaOf(
  setting: Setting,
  paper: InlineText | undefined,
  source: string,
  draft: boolean | undefined,
): Meta {
  const { locale, stage, resolution, house } = setting;
  const marked = draft ?? stage.watermark ?? house.watermark?.includes(stage.kind);
  const { body, committee, session } = resolution.instrument;
  const say = (key: string, values: Record<string, string | InlineText>) =>
    plainText(locale.phrase(key, values));
  const text = paper ?? paperName(setting);
  const form = body === "assembly" ? "ipu-assembly" : body;
  const sessionName = locale.phrase(`session.${form}`, sessionValues(setting));
  const organization = locale.organization.full;
  return {
    title: plainText(locale.typography(resolution.title)),
    author: organization,
    subject: say("file.subject", { text, session: sessionName }),
    keywords: say("file.keywords", {
      organization,
      session: sessionName,
      committee: locale.body(committee ?? body, session.from, "full"),
    }),
    symbol: stage.symbol ?? "",
    date: stage.date,
    ...(marked ? { watermark: say("draft.watermark", {}) } : {}),
    source,
  };
}
