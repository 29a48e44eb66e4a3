/** What every paper on a text begins with: its setting, masthead and title. */
import type { HouseStyle } from "../document/house.ts";
import type { Locale } from "../language/locale.ts";
import { instrumentAt } from "../model/at-stage.ts";
import type { Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { Checked } from "../report/diagnostic.ts";
import { inlineMarkup, wordsMarkup } from "./inline.ts";
import { mastheadView } from "./masthead.ts";
import { NoteBook } from "./notes.ts";
import { type Change, choosePeriod, type Setting } from "./setting.ts";
import type { HeadView } from "./view-fields.ts";

export interface SettingInput {
  resolution: Resolution;
  stage: Stage;
  locale: Locale;
  house: HouseStyle;
  /** Whose each tracked change is, by amendment; absent: none. */
  changes?: Readonly<Record<string, Change>>;
  positions: ReadonlyMap<Id, Position>;
  before?: ReadonlyMap<Id, Position>;
  reserved?: ReadonlyMap<Id, Position>;
  /** The stage whose session and submitters are meant, where it is another one than that of the text. */
  at?: string;
}

/** The setting of a paper: period, session and submitters are those of the stage. An error when the house has no such period. */
export function makeSetting(input: SettingInput): Checked<Setting> {
  const { stage, locale, house } = input;
  const resolution = {
    ...input.resolution,
    instrument: instrumentAt(input.resolution, input.at ?? stage.id),
  };
  const period = choosePeriod(resolution, house);
  if ("code" in period) return { diagnostics: [period] };
  const setting: Setting = {
    resolution,
    stage,
    locale,
    house,
    period,
    positions: input.positions,
    ...(input.before ? { before: input.before } : {}),
    ...(input.reserved ? { reserved: input.reserved } : {}),
    notes: new NoteBook((n) => locale.digits(n)),
    changes: input.changes ?? {},
    diagnostics: [],
  };
  return { value: setting, diagnostics: [] };
}

/** Masthead and title; notes come in when all calls are known. */
export function headView(setting: Setting): HeadView {
  const { resolution, stage, locale, period } = setting;
  const masthead = mastheadView(setting);
  const title = period.titleCapitals ? locale.capitalTree(resolution.title) : resolution.title;
  return {
    kind: resolution.kind,
    stage: stage.kind,
    lang: locale.tag,
    dir: locale.dir,
    ...masthead,
    title: inlineMarkup(title, setting),
    notice: wordsMarkup(resolution.notice ?? "", setting),
    notes: [],
  };
}
