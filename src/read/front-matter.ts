/** Reads what stands before the paragraphs of a plain text: heading lines, title, stage line, submitters, enacting line. */
import type { Party, SubmitterLine } from "../model/instrument.ts";
import type { StageKind } from "../model/stage.ts";
import { daysMeant, writtenDay } from "./days.ts";
import type { Line } from "./plain-lines.ts";
import { readSubmitters, roleIn } from "./submitters.ts";

export interface FrontMatter {
  /** Lines of the title, joined. */
  title: string;
  titleLine: number;
  kind?: StageKind;
  role?: SubmitterLine["role"];
  parties: Party[];
  symbol?: string;
  date?: string;
  session?: number;
  place?: { city: string; country: string };
  /** First and last day of the session. */
  from?: string;
  to?: string;
  committee?: string;
  body?: string;
  enacting: boolean;
  /** Blocks that were not understood. */
  unread: Line[];
  unknownCountries: { name: string; line: number }[];
}

/** Keys by the names that a text uses, and the names of its months (English ones when left out). */
export interface Known {
  country(name: string): string | undefined;
  city(name: string): string | undefined;
  committee(heading: string): string | undefined;
  months?: readonly string[];
}

const symbol = /^(?:C-[IV]{1,3}|CL|CONF|A)\/\d[\w./()-]*$/u;
const stageLine =
  /draft\s+resolution|projet\s+(?:\S+\s+)?de\s+résolution|(?:ante)?proyecto\s+(?:\S+\s+)?de\s+resolución|projeto\s+(?:\S+\s+)?de\s+resolução|проект\S*\s+резолюции|مشروع\s+(?:\S+\s+)?قرار|决议(?:初稿|草案)/iu;
const adopted =
  /^(?:resolution|résolution|resolución|resolução)\s+(?:adopted|adoptée|aprobada|adoptada|aprovada)\b/iu;
const organization =
  /^(?:inter-parliamentary\s+union|union\s+interparlementaire|unión\s+interparlamentaria|união\s+interparlamentar|межпарламентский\s+союз|الاتحاد\s+البرلماني\s+الدولي|各国议会联盟)$/iu;
const sessionLine =
  /^(?:(\d{1,4})\S*\s+(?:ipu\s+)?(?:assembl(?:y|ée|eia)|asamblea|ассамблея)(?!\p{L})[^,]*|الجمعية(?:\s+العامة)?\s+ال\P{N}*(\d{1,4})[^،]*|第\s*(\d{1,4})\s*届大会[^，]*)$/iu;
/** `Bangkok (Thailand), 27th March - 1st April 2010`. */
const placeLine = /^([^()（）]+?)\s*[(（]([^()（）]+(?:\([^()]*\))?)[)）][,،，]?\s*(\S.*)$/u;
/** A short line with a number that ends in a comma: `The 122nd Assembly of the Inter-Parliamentary Union,`. */
const enactingLine = /^(?=.*\d)[^;:]{8,140}[,،，]$/u;

function bodyIn(text: string): string {
  if (/council|conseil|consejo|conselho|совет|مجلس|理事会/iu.test(text)) return "governing-council";
  if (/conference|conférence|conferencia|conferência|конференция|مؤتمر|会议/iu.test(text))
    return "conference";
  return "assembly";
}

function stageKind(text: string): StageKind {
  const revised = /\brevised|révisé|revisad|пересмотр|منقح|修订/iu.test(text);
  const preliminary =
    /preliminary|préliminaire|avant-projet|anteproyecto|preliminar|предварительн|أولي|初/iu.test(text);
  if (roleIn(text) === "committee") return "committee-draft";
  if (preliminary) return revised ? "revised-draft" : "preliminary-draft";
  return revised ? "revised-draft-resolution" : "draft";
}

/** Index of the enacting line among the lines before the paragraphs, or -1. */
export function findEnacting(lines: readonly Line[], isOpening: (text: string) => boolean): number {
  return lines.findIndex(
    ({ text }) => enactingLine.test(text) && !isOpening(text) && !readSubmitters(text, () => ""),
  );
}

/** Reads the lines before the paragraphs; `enacting` is the enacting line, where there is one. */
export function readFrontMatter(
  lines: readonly Line[],
  enacting: Line | undefined,
  known: Known,
): FrontMatter {
  const front: FrontMatter = {
    title: "",
    titleLine: 1,
    parties: [],
    enacting: enacting !== undefined,
    unread: [],
    unknownCountries: [],
  };
  if (enacting) {
    const number = /\d{1,4}/.exec(enacting.text)?.[0];
    if (number !== undefined) front.session = Number(number);
    front.body = bodyIn(enacting.text);
  }
  const columns = lines.flatMap((line) => columnsOf(line, known));
  const blocks = sortLines(columns, front, known);
  const afterStage = blocks.filter((block) => block.after);
  const before = blocks.filter((block) => !block.after);
  // The title is what stands right before the stage line; without one, the first block.
  const title = front.kind === undefined ? before.shift() : before.pop();
  if (title) {
    front.title = title.text;
    front.titleLine = title.line;
  }
  for (const { line, text } of [...before, ...afterStage]) front.unread.push({ line, text });
  return front;
}

/** The sides of a line of the heading block, where a symbol or a day stands at its end: `First Standing Committee    C-I/122/DR-Pre`. */
function columnsOf(line: Line, { months }: Known): Line[] {
  const [, start, end] = /^(.*\S)(?:\s{3,}|\t\s*)(\S.*)$/u.exec(line.text) ?? [];
  if (start === undefined || end === undefined) return [line];
  const aside = symbol.test(end) || writtenDay(end, months) !== undefined;
  return aside
    ? [
        { line: line.line, text: end },
        { line: line.line, text: start },
      ]
    : [line];
}

interface Block extends Line {
  /** Whether it stands after the stage line. */
  after: boolean;
}

/** Takes out the lines that are understood, and joins the others to blocks. */
function sortLines(all: readonly Line[], front: FrontMatter, known: Known): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  const lines = all.filter(({ text }) => !symbolOrDay(text, front, known));
  for (let i = 0; i < lines.length; i += 1) {
    const { line, text } = lines[i] ?? { line: 0, text: "" };
    if (text === "" || placeAndDays(text, front, known) || understood(text, front)) {
      open = undefined;
      continue;
    }
    const committee =
      front.kind === undefined && open === undefined ? committeeAt(lines, i, known) : undefined;
    if (committee) {
      front.committee ??= committee.key;
      i += committee.count - 1;
      continue;
    }
    const people = front.kind === undefined ? undefined : submittersAt(lines, i, known.country);
    if (people) {
      front.parties.push(...people.found.parties);
      if (people.found.role) front.role = people.found.role;
      for (const name of people.found.unknownCountries) front.unknownCountries.push({ name, line });
      i += people.count - 1;
      open = undefined;
    } else if (open) {
      open.text += ` ${text}`;
    } else {
      open = { line, text, after: front.kind !== undefined };
      blocks.push(open);
    }
  }
  return blocks;
}

/** Names may go over several lines: `Ms. A (X), Mr. B (Y)` and `and Ms. C (Z), co-Rapporteurs`. */
function submittersAt(lines: readonly Line[], at: number, countryCode: (name: string) => string | undefined) {
  for (const count of [3, 2, 1]) {
    const group = lines.slice(at, at + count).map((l) => l.text);
    const found =
      group.length < count || group.includes("") ? undefined : readSubmitters(group.join(" "), countryCode);
    if (found) return { found, count };
  }
  return undefined;
}

/** A committee is named on one to three lines. */
function committeeAt(lines: readonly Line[], at: number, known: Known) {
  for (const count of [3, 2, 1]) {
    const group = lines.slice(at, at + count).map((l) => l.text);
    const key = group.length < count || group.includes("") ? undefined : known.committee(group.join(" "));
    if (key !== undefined) return { key, count };
  }
  return undefined;
}

/** Notes where and when the session is; false where a line does not say it, or says a place that has no name in the language. */
function placeAndDays(text: string, front: FrontMatter, known: Known): boolean {
  const [, cityName = "", countryName = "", daysText = ""] = placeLine.exec(text) ?? [];
  const city = known.city(cityName);
  const country = known.country(countryName);
  const days = daysMeant(daysText, known.months);
  if (front.place !== undefined || city === undefined || country === undefined || !days) return false;
  front.place = { city, country };
  front.from = days.from;
  front.to = days.to;
  return true;
}

/** Notes symbol and day of issue, which may stand between the lines of the committee. */
function symbolOrDay(text: string, front: FrontMatter, { months }: Known): boolean {
  if (front.symbol === undefined && symbol.test(text)) {
    front.symbol = text;
    return true;
  }
  const day = writtenDay(text, months);
  if (front.date === undefined && day !== undefined) {
    front.date = day;
    return true;
  }
  return false;
}

/** Notes what a heading line says; false when it is none. */
function understood(text: string, front: FrontMatter): boolean {
  if (organization.test(text)) return true;
  const session = sessionLine
    .exec(text)
    ?.slice(1)
    .find((number) => number !== undefined);
  if (session !== undefined) {
    front.session ??= Number(session);
    return true;
  }
  if (front.kind !== undefined) return false;
  if (stageLine.test(text) && text.length < 200) {
    front.kind = stageKind(text);
    const role = roleIn(text);
    if (role) front.role = role;
    return true;
  }
  if (adopted.test(text) && text.length < 200) {
    front.kind = "adopted";
    return true;
  }
  return false;
}
