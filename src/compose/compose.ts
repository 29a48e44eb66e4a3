/** A resolution in one language and stage becomes a page tree: view, then markup through the templates, then tree. */
import type { HouseStyle } from "../document/house.ts";
import { parseMarkup } from "../document/markup.ts";
import type { Document, Meta } from "../document/tree.ts";
import type { Locale } from "../language/locale.ts";
import type { Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { type Checked, type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { inlineMarkup } from "./inline.ts";
import { sessionValues } from "./masthead.ts";
import { numberingOf } from "./numbering.ts";
import type { Change, Setting } from "./setting.ts";
import { paperName } from "./submitters.ts";
import { checkHouse, type Templates } from "./templates.ts";
import { makeView } from "./view.ts";

export { checkHouse, loadTemplates, type Templates } from "./templates.ts";

export interface ComposeInput {
  resolution: Resolution;
  stage: Stage;
  kind: "clean";
  locale: Locale;
  house: HouseStyle;
  templates: Templates;
  /** 64 hex digits over all files of the work. */
  sourceHash: string;
  /** Whether the word for a draft stands across every page; absent: as stage and house say. */
  draft?: boolean;
  /** Whose each tracked change in the texts is, by amendment. */
  changes?: Readonly<Record<string, Change>>;
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
  const diagnostics: Diagnostic[] = [...checkHouse(templates, house)];
  if (hasErrors(diagnostics)) return { diagnostics };
  const made = makeView(input);
  diagnostics.push(...made.diagnostics);
  if (!made.value || hasErrors(diagnostics)) return { diagnostics };
  const { view, setting } = made.value;

  const speech = {
    phrase: (key: string, values: Record<string, string | number>) =>
      inlineMarkup(locale.phrase(key, values), setting),
  };
  const markup = templates.render(view.kind, setting.period.heading, view, speech);
  const frame = {
    meta: metaOf(setting, input.sourceHash, input.draft),
    numbering: numberingOf(locale.labels),
  };
  const file = `templates/${view.kind}.hbs`;
  const parsed = parseMarkup(markup, frame, { file, styles: new Set(Object.keys(house.styles)) });
  diagnostics.push(...parsed.diagnostics.map(inMadeMarkup), ...locale.diagnostics);
  if (!parsed.value) return { diagnostics };
  return { value: { view, markup, document: parsed.value }, diagnostics };
}

/** A fault that only shows in the made markup has its line there, not in the template. */
function inMadeMarkup(d: Diagnostic): Diagnostic {
  const where = `line ${d.place?.line} of the made markup (see it with --emit markup)`;
  const place = d.place ? { file: d.place.file, line: 1, column: 1 } : undefined;
  return { ...d, message: `${d.message} At ${where}.`, ...(place ? { place } : {}) };
}

/** Properties of the file; all dates are the stage's. */
function metaOf(setting: Setting, source: string, draft: boolean | undefined): Meta {
  const { locale, stage, resolution, house } = setting;
  const marked = draft ?? stage.watermark ?? house.watermark?.includes(stage.kind);
  const { body, committee, session } = resolution.instrument;
  const say = (key: string, values: Record<string, string | InlineText>) =>
    plainText(locale.phrase(key, values));
  const text = paperName(setting);
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
