/** Turns a plain text into a resolution: keeps everything, trusts the order, and says what it did not understand. */
import type { Paragraph, ParagraphBlock, PartItem, Resolution } from "../model/resolution.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { normalise } from "../text/normalise.ts";
import { type FrontMatter, findEnacting, readFrontMatter } from "./front-matter.ts";
import { openingWords } from "./opening-words.ts";
import { type Line, linesOf, piecesOf } from "./plain-lines.ts";
import { parts } from "./plain-parts.ts";

/** What the text itself cannot say, and the words to know it by. */
export interface ImportOptions {
  /** Name of the work to be. */
  work: string;
  /** Path of the text, for the places of findings. */
  file: string;
  /** Opening words as they are emphasized, of the preamble and the operative part. */
  lexicon: { preambular: readonly string[]; operative: readonly string[] };
  /** Language of the text; `en` when left out. */
  language?: string;
  symbol?: string;
  date?: string;
  session?: number;
  place?: { city: string; country: string };
  from?: string;
  to?: string;
  committee?: string;
  /** ISO 3166-1 alpha-2 code of a country by its name in the text's language. */
  countryCode?: (name: string) => string | undefined;
  /** Names of the months in the text's language, January first; English ones when left out. */
  months?: readonly string[];
  /** Name of the organization, with which the usual enacting line ends. */
  organization?: string;
  /** Keys of a city, and of a committee by the lines that stand for it in a heading, joined by spaces. */
  cityKey?: (name: string) => string | undefined;
  committeeKey?: (heading: string) => string | undefined;
}

/**
 * Reads any text. There always is a value: what is not understood becomes a paragraph without a number, with a finding
 * `import-unread` at its line; numbers out of order are `import-number`.
 */
export function importPlainText(source: string, options: ImportOptions): Checked<Resolution> {
  return importLines(linesOf(source), options);
}

/** The same for lines that may have numbers and marked opening words of their own; blank lines stand between paragraphs. */
export function importLines(lines: readonly Line[], options: ImportOptions): Checked<Resolution> {
  const diagnostics: Diagnostic[] = [];
  const say = (code: Diagnostic["code"], line: number, message: string, hint: string): void => {
    diagnostics.push({
      code,
      severity: "warning",
      message,
      place: { file: options.file, line, column: 1 },
      hint,
    });
  };
  const { lexicon } = options;
  const isOpening = (text: string): boolean =>
    openingWords(text, lexicon.preambular) !== undefined ||
    openingWords(text, lexicon.operative) !== undefined;

  const { pieces, heads } = piecesOf(lines);
  for (const head of heads)
    say(
      "import-unread",
      head.line,
      `The head of a page (“${head.text}”) was left out.`,
      "Page heads are made anew.",
    );

  // The paragraphs begin after the enacting line, or with the first number or opening word.
  const firstNumber =
    pieces.find((p) => p.label && p.label.kind !== "bullet")?.line ?? Number.POSITIVE_INFINITY;
  const head = lines.filter((l) => l.line < firstNumber);
  const enacting = head[findEnacting(head, isOpening)];
  const firstOpening = head.find((l, i) => i > 0 && isOpening(l.text))?.line ?? Number.POSITIVE_INFINITY;
  const start = enacting ? enacting.line + 1 : Math.min(firstNumber, firstOpening);
  const numbered = Number.isFinite(start);
  const frontLines = numbered ? lines.filter((l) => l.line < (enacting?.line ?? start)) : firstBlock(lines);
  const front = readFrontMatter(frontLines, enacting, {
    country: options.countryCode ?? (() => undefined),
    city: options.cityKey ?? (() => undefined),
    committee: options.committeeKey ?? (() => undefined),
    ...(options.months ? { months: options.months } : {}),
  });
  const bodyStart = numbered ? start : (frontLines.at(-1)?.line ?? 0) + 1;
  const body = piecesOf(
    lines.filter((l) => l.line >= bodyStart),
    (text) => openingWords(text, lexicon.preambular) !== undefined,
  );
  for (const { line, text, to } of body.joined)
    say(
      "import-unread",
      line,
      `“${shorten(text)}” has no letter of its own; it was joined to ${to}.`,
      "If it closes the list rather than that item, put it under `tail:` of the paragraph that the list is in.",
    );

  const { preambular, operative } = parts(body.pieces, lexicon, say);
  const kept = front.unread.map(({ line, text }, i): PartItem => {
    say(
      "import-unread",
      line,
      `“${shorten(text)}” was not understood; it was kept before the first paragraph.`,
      "Move it to where it belongs, or take it out.",
    );
    return { type: "prose", id: `front${i + 1}`, text: normalise([{ kind: "text", text }]) };
  });
  remarks(front, options, numbered, say);
  const value = assemble(front, options, numbered, [...kept, ...preambular], operative);
  const own = enacting && ownEnacting(enacting.text, options.organization);
  if (!enacting || own === undefined) return { value, diagnostics };
  say(
    "import-unread",
    enacting.line,
    `The enacting line says more than the usual one: “${shorten(own)}”; it was kept under \`enacting:\`.`,
    "Take `enacting:` out where the usual line will do.",
  );
  return { value: { ...value, enacting: normalise([{ kind: "text", text: own }]) }, diagnostics };
}

/** An enacting line, without its comma, that goes on after the organization's name; undefined for any other. */
function ownEnacting(line: string, organization: string | undefined): string | undefined {
  const text = line.replace(/\s*[,،，]$/u, "");
  const at = organization ? text.indexOf(organization) : -1;
  const rest = organization && at >= 0 ? text.slice(at + organization.length) : "";
  // In Chinese the number of the Assembly follows; what is more follows a comma or a bracket.
  return /[,،，(（]/u.test(rest) ? text : undefined;
}

/** Without any paragraph to begin with, the first block of lines is the title. */
function firstBlock<T extends { text: string }>(lines: readonly T[]): T[] {
  const from = lines.findIndex((l) => l.text !== "");
  if (from < 0) return [];
  const to = lines.findIndex((l, i) => i > from && l.text === "");
  return lines.slice(0, to < 0 ? lines.length : to);
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trim()}…` : text);

type Say = (code: Diagnostic["code"], line: number, message: string, hint: string) => void;

/** Says what the text does not say and what a source cannot do without. */
function remarks(front: FrontMatter, options: ImportOptions, numbered: boolean, say: Say): void {
  for (const { name, line } of front.unknownCountries) {
    say(
      "import-unread",
      line,
      `The country “${name}” is not known.`,
      "Write its two-letter code in place of ZZ.",
    );
  }
  if (front.title === "") say("import-unread", 1, "There is no title.", "Write it after `title:`.");
  else if (
    front.title.length > 12 &&
    front.title === front.title.toUpperCase() &&
    front.title !== front.title.toLowerCase()
  ) {
    say(
      "import-unread",
      front.titleLine,
      "The title is in capitals.",
      "Write it in sentence case; capitals are made where the house wants them.",
    );
  }
  if (numbered && !front.enacting) {
    say(
      "import-unread",
      1,
      "There is no enacting line, such as “The 122nd Assembly of the Inter-Parliamentary Union,”.",
      "It is printed from the session's number; see to `session:`.",
    );
  }
  const unsaid = [
    ...(options.session === undefined && front.session === undefined
      ? ["the number of the session (1 was put in)"]
      : []),
    ...(options.place === undefined && front.place === undefined
      ? ["the place of the session (geneva, CH was put in)"]
      : []),
    ...((options.from === undefined || options.to === undefined) && front.from === undefined
      ? ["the days of the session"]
      : []),
    ...(options.date === undefined && front.date === undefined ? ["the date of issue"] : []),
    ...(options.symbol === undefined && front.symbol === undefined && front.kind !== "adopted"
      ? ["the symbol"]
      : []),
  ];
  if (unsaid.length > 0) {
    const message = `The text does not say ${unsaid.join(", ")}.`;
    say("import-unread", 1, message, "Put it into resolution.yaml under `instrument:` and `stages:`.");
  }
}

const stageIds = {
  "preliminary-draft": "dr-pre",
  "revised-draft": "dr-rev",
  draft: "dr",
  "revised-draft-resolution": "dr-rev",
  "committee-draft": "dr-committee",
  adopted: "adopted",
} as const;

function assemble(
  front: FrontMatter,
  options: ImportOptions,
  numbered: boolean,
  preambular: PartItem[],
  operative: PartItem[],
): Resolution {
  const language = options.language ?? "en";
  const kind = front.kind ?? "draft";
  // Days that no session has, so that `check` can tell them from real ones; the year decides the look of the heading.
  const date = options.date ?? front.date ?? options.from ?? "2000-01-01";
  const symbol = options.symbol ?? front.symbol;
  const committee = options.committee ?? front.committee;
  const role = front.role ?? (front.parties.length > 0 ? "co-rapporteur" : "committee");
  return {
    work: options.work,
    kind: numbered ? "resolution" : "declaration",
    language,
    original: language,
    instrument: {
      body: front.body ?? "assembly",
      session: {
        number: options.session ?? front.session ?? 1,
        place: options.place ?? front.place ?? { city: "geneva", country: "CH" },
        from: options.from ?? front.from ?? options.to ?? `${date.slice(0, 4)}-01-01`,
        to: options.to ?? front.to ?? options.from ?? `${date.slice(0, 4)}-01-01`,
      },
      ...(committee === undefined ? {} : { committee }),
      submitters: { role, parties: front.parties },
      languages: [language],
      house: "ipu",
    },
    stages: [{ id: stageIds[kind], kind, ...(symbol === undefined ? {} : { symbol }), date, applies: [] }],
    title: normalise([{ kind: "text", text: front.title === "" ? "…" : front.title }]),
    preambular: preambular.map(tidy),
    operative: operative.map(tidy),
    annexes: [],
    notes: [],
    persons: {},
  };
}

/** Every paragraph has a text; a number that nothing followed keeps its place with an ellipsis. */
function tidy(item: PartItem): PartItem {
  if (item.type !== "paragraph") return item;
  const blocks = item.blocks.map((block): ParagraphBlock => {
    return block.type === "text" && block.text.length === 0
      ? { ...block, text: [{ kind: "text", text: "…" }] }
      : block;
  });
  return { ...item, blocks, children: item.children.map((child) => tidy(child) as Paragraph) };
}
