/** A text in two languages side by side, paragraph beside paragraph, with what leads an edited copy back to its source. */
import type { HouseStyle } from "../document/house.ts";
import { parseMarkup } from "../document/markup.ts";
import type { Numbering } from "../document/tree.ts";
import type { Locale } from "../language/locale.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { mapSegments, segments } from "../model/walk.ts";
import { copyProperties } from "../model/word-copy.ts";
import { type Checked, type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { textHash } from "../text/hash.ts";
import type { Inline } from "../text/inline.ts";
import type { bilingualFields } from "./bilingual-fields.ts";
import { NoteCounter, prefixed } from "./bilingual-notes.ts";
import { type Composition, inMadeMarkup, metaOf } from "./compose.ts";
import { inlineMarkup } from "./inline.ts";
import { numberingOf } from "./numbering.ts";
import type { Setting } from "./setting.ts";
import { checkHouse, type Templates } from "./templates.ts";
import { type MadeView, makeView } from "./view.ts";
import type { BlockView, InlineMarkup, View, ViewOf } from "./view-fields.ts";

/** One of the two languages. */
export interface Side {
  /** Empty where there is no translation. */
  resolution: Resolution;
  locale: Locale;
  missing: ReadonlySet<Id>;
  /** Texts that were translated from an earlier source. */
  stale: ReadonlySet<Id>;
}

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

type BilingualView = ViewOf<typeof bilingualFields>;
type Cell = BilingualView["rows"][number]["left"];

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
  const properties = propertiesOf(input, there);
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

function listName(list: string, { code }: Locale): string {
  return `${list}.${code}`;
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

type Entry = BlockView & { heading: InlineMarkup };

/** The blocks of both texts by id, in the order of the left one. Both are one text, so that none is left over. */
function zipped(left: SideMaker, right: SideMaker): [Entry, Entry][] {
  const others = new Map(entries(right.made.view).map((entry) => [entry.id, entry]));
  return entries(left.made.view).map((entry) => {
    const other = others.get(entry.id);
    if (!other) throw new Error(`the two languages differ at ${entry.id}`);
    return [entry, other];
  });
}

const nothing = "" as InlineMarkup;

function entries(view: View): Entry[] {
  const plain = (block: BlockView): Entry => ({ ...block, heading: nothing });
  return [
    ...view.preambular.map(plain),
    ...view.operative.map(plain),
    ...view.annexes.flatMap(({ id, heading, title, blocks }): Entry[] => [
      { ...annexTitle, id: `${id}.title`, text: title, heading },
      ...blocks.map(plain),
    ]),
  ];
}

const annexTitle = {
  kind: "annex",
  style: "annex-title",
  ending: nothing,
  list: "",
  depth: 1,
  label: "",
  number: 0,
  suffix: 0,
  restart: false,
  bookmark: "",
  part: "",
  level: 1,
  changed: false,
  mark: "",
  markBy: "",
  markDate: "",
};

/** Makes what one of the languages says. */
class SideMaker {
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
      enacting: view.enacting,
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

/** Longest value of a property that every program keeps. */
const longestValue = 240;

/** Work, stage, languages, and what every text was when the file was made. */
function propertiesOf(
  { left, right, stage, original }: BilingualInput,
  there: SideMaker,
): Record<string, string> {
  const targets = new Map(segments(right.resolution).map((s) => [s.id, s.text]));
  const entries = segments(original).map(({ id, text }) => {
    const target = targets.get(id);
    const made = target === undefined || right.missing.has(id) ? "none" : textHash(target);
    return `${id}=${textHash(text)},${made},${Math.min(there.signs.get(id) ?? 0, 99)}`;
  });
  const out: Record<string, string> = {
    [copyProperties.work]: original.work,
    [copyProperties.stage]: stage.id,
    [copyProperties.languages]: `${left.resolution.language} ${right.resolution.language}`,
  };
  let value = "";
  let count = 0;
  for (const entry of [...entries, ""]) {
    if (entry !== "" && (value === "" || value.length + 1 + entry.length <= longestValue)) {
      value = value === "" ? entry : `${value} ${entry}`;
      continue;
    }
    count += 1;
    out[`${copyProperties.texts} ${count}`] = value;
    value = entry;
  }
  return out;
}
