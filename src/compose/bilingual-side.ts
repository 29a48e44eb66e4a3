/** One of two languages side by side: its heading, its cells and its notes, under names that tell it from the other. */
import type { HouseStyle } from "../document/house.ts";
import type { Locale } from "../language/locale.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { bilingualFields } from "./bilingual-fields.ts";
import { type NoteCounter, prefixed } from "./bilingual-notes.ts";
import { endingMarkup, inlineMarkup } from "./inline.ts";
import { unnumbered } from "./parts.ts";
import type { Setting } from "./setting.ts";
import type { MadeView } from "./view.ts";
import type { BlockView, InlineMarkup, ViewOf } from "./view-fields.ts";

/** One of the two languages. */
export interface Side {
  /** Empty where there is no translation. */
  resolution: Resolution;
  locale: Locale;
  missing: ReadonlySet<Id>;
  /** Texts that were translated from an earlier source. */
  stale: ReadonlySet<Id>;
}

export type BilingualView = ViewOf<typeof bilingualFields>;
type Cell = BilingualView["rows"][number]["left"];

export type Entry = BlockView & { heading: InlineMarkup };

const nothing = "" as InlineMarkup;

/** All blocks of a text in printed order; the work's own enacting line is one of them, and the title of an annex. */
export function entries({ view, setting }: MadeView): Entry[] {
  const plain = (block: BlockView): Entry => ({ ...block, heading: nothing });
  return [
    ...ownEnacting(setting),
    ...view.preambular.map(plain),
    ...view.operative.map(plain),
    ...view.annexes.flatMap(({ id, heading, title, blocks }): Entry[] => [
      {
        ...unnumbered,
        level: 1,
        kind: "annex",
        style: "annex-title",
        id: `${id}.title`,
        text: title,
        heading,
      },
      ...blocks.map(plain),
    ]),
  ];
}

/** A work's own line is translated like any other text; the usual one stands in the head. */
function ownEnacting(setting: Setting): Entry[] {
  const { enacting, kind } = setting.resolution;
  if (!enacting || kind === "declaration") return [];
  const sign = setting.locale.endings.preambular;
  const text = inlineMarkup(enacting, setting);
  const ending = endingMarkup(sign, sign, { by: "", date: "" }, setting);
  return [
    {
      ...unnumbered,
      level: 1,
      kind: "para",
      style: "bilingual-line",
      id: "enacting",
      text,
      ending,
      heading: nothing,
    },
  ];
}

/** The name of a list in one language: each column counts by itself. */
export function listName(list: string, { code }: Locale): string {
  return `${list}.${code}`;
}

/** Makes what one of the languages says. */
export class SideMaker {
  /** Characters of closing punctuation by id of the text. */
  readonly signs = new Map<Id, number>();

  constructor(
    readonly made: MadeView,
    readonly side: Side,
    readonly prefix: string,
    private readonly house: HouseStyle,
  ) {}

  private get setting(): Setting {
    return this.made.setting;
  }

  head(notes: NoteCounter): BilingualView["left"] {
    const { view } = this.made;
    const { locale } = this.side;
    const { lang, dir, organization, session, place, committee, date, stageLine, submitters } = view;
    const title = notes.count(
      prefixed(inlineMarkup(this.setting.resolution.title, this.setting), this.prefix),
    );
    const { line, place: where } = view.adoption;
    return {
      lang,
      dir,
      name: locale.name.charAt(0).toUpperCase() + locale.name.slice(1),
      organization,
      session,
      place,
      committee,
      date,
      id: `${this.prefix}title`,
      title,
      remark: this.remark("title"),
      stageLine,
      submitters,
      adoption: { line: prefixed(line, this.prefix), place: where },
      notice: view.notice,
      enacting: this.setting.resolution.enacting ? nothing : view.enacting,
    };
  }

  cell(entry: Entry, notes: NoteCounter): Cell {
    const { view } = this.made;
    const missing = this.side.missing.has(entry.id);
    const own = `bilingual-${entry.style}`;
    this.signs.set(entry.id, lengthOf(entry.ending));
    return {
      ...entry,
      id: `${this.prefix}${entry.id}`,
      style: Object.hasOwn(this.house.styles, own) ? own : entry.style,
      text: notes.count(prefixed(entry.text, this.prefix)),
      ending: missing ? nothing : entry.ending,
      list: entry.list === "" ? "" : listName(entry.list, this.side.locale),
      // One outline is enough; the left text is the source.
      bookmark: this.prefix === "" ? entry.bookmark : "",
      part: this.prefix === "" ? entry.part : "",
      lang: view.lang,
      dir: view.dir,
      remark: this.remark(entry.id),
    };
  }

  notes(): BilingualView["notes"] {
    const { lang, dir, notes } = this.made.view;
    return notes.map(({ id, label, text }) => ({
      id: prefixed(`<call id="${id}"` as InlineMarkup, this.prefix).slice('<call id="'.length, -1),
      label,
      lang,
      dir,
      text: prefixed(text, this.prefix),
      remark: this.remark(id),
    }));
  }

  /** What is said of a text that is missing or stale, in its own language. */
  private remark(id: Id): InlineMarkup {
    const { missing, stale, locale } = this.side;
    const key = missing.has(id) ? "gap-missing" : stale.has(id) ? "gap-stale" : undefined;
    return key === undefined ? nothing : inlineMarkup(locale.phrase(`translation.${key}`), this.setting);
  }
}

/** Characters that markup without marks prints. */
function lengthOf(markup: InlineMarkup): number {
  return markup.replace(/&[^;]*;/g, "x").length;
}
