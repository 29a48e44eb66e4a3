/** A Word file as paragraphs with numbers, names and looks, in the view of all tracked changes accepted; nothing is lost in silence. */
import type { Diagnostic } from "../../report/diagnostic.ts";
import type { XmlElement } from "../../text/xml.ts";
import { Numbers, type ShownNumber } from "./numbering.ts";
import { openPackage } from "./package.ts";
import { newTally, RunReader, type Tally, type WordRun } from "./paragraph.ts";
import { Styles } from "./styles.ts";
import { childOf, elementsOf, wordValue } from "./tree.ts";

export interface WordParagraph {
  /** Counts from 1, through the whole text; what an author can find it by. */
  place: number;
  /** Name of its style in small letters. */
  style: string;
  /** Level in the outline of its style, 0 the highest. */
  outline?: number;
  number?: ShownNumber;
  runs: WordRun[];
  /** Names of the bookmarks that begin in it. */
  bookmarks: string[];
  /** Where it stands in a table, all counted from 0. */
  cell?: { table: number; row: number; column: number };
}

export interface WordFile {
  paragraphs: WordParagraph[];
  /** Texts of the notes by their numbers in the file, `e` before those of endnotes. */
  notes: Map<string, WordParagraph[]>;
  /** Custom properties by name. */
  properties: ReadonlyMap<string, string>;
}

/** Most paragraphs that are read; more is no text of one meeting. */
const mostParagraphs = 60_000;

/** No value when the file cannot be trusted. Everything that is not taken over is a finding. */
export function readWordFile(
  bytes: Uint8Array,
  file: string,
): { value?: WordFile; diagnostics: Diagnostic[] } {
  const opened = openPackage(bytes, file);
  const { value: parts, diagnostics } = opened;
  if (!parts) return { diagnostics };
  const styles = new Styles(parts.related("styles"));
  const tally = newTally();
  const body = new BodyReader(styles, new Numbers(parts.related("numbering"), styles), tally);
  const paragraphs = body.read(childOf(parts.main, "w:body"));
  const notes = new Map<string, WordParagraph[]>();
  for (const [part, sign] of [
    ["footnotes", ""],
    ["endnotes", "e"],
  ] as const) {
    for (const note of elementsOf(parts.related(part))) {
      // Lines between text and notes have a type.
      if (note.attributes["w:type"] !== undefined && note.attributes["w:type"] !== "normal") continue;
      notes.set(`${sign}${note.attributes["w:id"] ?? ""}`, body.read(note));
    }
  }
  diagnostics.push(...remarks(tally, body.full, file));
  if (body.full) return { diagnostics };
  return { value: { paragraphs, notes, properties: parts.properties }, diagnostics };
}

/** A paragraph with what its mark says: `joins` where the mark is deleted and the next paragraph goes on in it. */
interface Raw extends WordParagraph {
  joins: boolean;
}

class BodyReader {
  readonly #runs: RunReader;
  #out: Raw[] = [];
  #tables = 0;
  #count = 0;
  #waiting: string[] = [];
  full = false;

  constructor(
    private readonly styles: Styles,
    private readonly numbers: Numbers,
    private readonly tally: Tally,
  ) {
    this.#runs = new RunReader(styles, tally);
  }

  read(parent: XmlElement | undefined): WordParagraph[] {
    this.#out = [];
    if (parent) this.#blocks(parent, undefined);
    return joined(this.#out);
  }

  #blocks(parent: XmlElement, cell: WordParagraph["cell"]): void {
    for (const e of elementsOf(parent)) {
      switch (e.name) {
        case "w:p":
          this.#paragraph(e, cell);
          break;
        case "w:tbl":
          this.#table(e);
          break;
        case "w:bookmarkStart":
          // A bookmark between two paragraphs begins with the second.
          this.#waiting.push(e.attributes["w:name"] ?? "");
          break;
        case "w:sdt":
          this.#blocks(childOf(e, "w:sdtContent") ?? e, cell);
          break;
        case "mc:AlternateContent":
          this.#blocks(childOf(e, "mc:Choice") ?? childOf(e, "mc:Fallback") ?? e, cell);
          break;
        case "w:ins":
        case "w:moveTo":
        case "w:customXml":
        case "w:smartTag":
        case "w:txbxContent":
          this.#blocks(e, cell);
          break;
        default:
          break;
      }
    }
  }

  #table(table: XmlElement): void {
    const number = this.#tables++;
    let row = 0;
    const rows = (parent: XmlElement): void => {
      for (const e of elementsOf(parent)) {
        if (e.name === "w:tr") this.#row(e, number, row++);
        else if (e.name === "w:sdt") rows(childOf(e, "w:sdtContent") ?? e);
        else if (e.name === "w:ins" || e.name === "w:customXml") rows(e);
      }
    };
    rows(table);
  }

  #row(row: XmlElement, table: number, at: number): void {
    // A deleted row is gone in the accepted text.
    if (childOf(childOf(row, "w:trPr"), "w:del")) {
      this.tally.deleted += 1;
      return;
    }
    let column = 0;
    const cells = (parent: XmlElement): void => {
      for (const e of elementsOf(parent)) {
        if (e.name === "w:tc") {
          this.#blocks(e, { table, row: at, column });
          column += Math.min(Number(wordValue(childOf(e, "w:tcPr"), "w:gridSpan") ?? 1) || 1, 100);
        } else if (e.name === "w:sdt") cells(childOf(e, "w:sdtContent") ?? e);
        else if (e.name === "w:customXml") cells(e);
      }
    };
    cells(row);
  }

  #paragraph(e: XmlElement, cell: WordParagraph["cell"]): void {
    if (this.#count >= mostParagraphs) {
      this.full = true;
      return;
    }
    this.#count += 1;
    const properties = childOf(e, "w:pPr");
    const styleId = wordValue(properties, "w:pStyle");
    const mark = childOf(properties, "w:rPr");
    const gone = childOf(mark, "w:del") !== undefined || childOf(mark, "w:moveFrom") !== undefined;
    const number = this.numbers.next(properties, styleId, gone);
    const { runs, bookmarks, boxes } = this.#runs.read(e, styleId);
    const outline = wordValue(properties, "w:outlineLvl");
    const level =
      outline === undefined
        ? this.styles.chain(styleId).find((s) => s.outline !== undefined)?.outline
        : Number(outline);
    this.#out.push({
      place: this.#count,
      style: this.styles.name(styleId),
      ...(level === undefined || !(level < 9) ? {} : { outline: level }),
      ...(number ? { number } : {}),
      runs,
      bookmarks: [...this.#waiting.splice(0), ...bookmarks],
      ...(cell ? { cell } : {}),
      joins: gone,
    });
    for (const box of boxes) this.#blocks(box, cell);
  }
}

/**
 * Paragraphs as they are when all changes are accepted: one whose mark is deleted goes on in the next, which gives it style
 * and number; without words left it is gone.
 */
function joined(raw: readonly Raw[]): WordParagraph[] {
  const out: WordParagraph[] = [];
  let open: Raw | undefined;
  for (const { joins, ...paragraph } of raw) {
    const before = open;
    open = undefined;
    const runs = before ? [...before.runs, ...paragraph.runs] : paragraph.runs;
    const bookmarks = before ? [...before.bookmarks, ...paragraph.bookmarks] : paragraph.bookmarks;
    const whole: WordParagraph = { ...paragraph, runs, bookmarks };
    if (joins) {
      const words = runs.some((r) => r.text !== "" || r.note !== undefined);
      open = { ...whole, bookmarks: words ? bookmarks : [], joins };
    } else out.push(whole);
  }
  if (open && open.runs.length > 0) {
    const { joins: _, ...rest } = open;
    out.push(rest);
  }
  return out;
}

function remarks(tally: Tally, full: boolean, file: string): Diagnostic[] {
  const out: Diagnostic[] = [];
  const say = (
    code: Diagnostic["code"],
    severity: Diagnostic["severity"],
    message: string,
    hint: string,
  ): void => {
    out.push({ code, severity, message, place: { file, line: 1, column: 1 }, hint });
  };
  if (full) {
    say(
      "word-refused",
      "error",
      `The file has more than ${mostParagraphs} paragraphs.`,
      "A text of this size is no resolution.",
    );
  }
  const { inserted, deleted, authors } = tally;
  if (inserted + deleted > 0) {
    const names = [...authors]
      .filter((a) => a !== "")
      .sort()
      .slice(0, 5)
      .map(printable)
      .join(", ");
    say(
      "word-changes",
      "info",
      `The file holds tracked changes${names === "" ? "" : ` by ${names}`} (${inserted} in, ${deleted} out); all were taken as accepted.`,
      "Reject those that do not count in your word processor, and import the file again.",
    );
  }
  const left: [number, string][] = [
    [tally.comments, "comment"],
    [tally.pictures, "picture or drawing"],
    [tally.hidden, "stretch of hidden text"],
  ];
  for (const [count, what] of left) {
    if (count === 0) continue;
    const many = count === 1 ? `one ${what}` : `${count} ${what.replace(/^\w+/, (w) => plural(w))}`;
    say("word-left-out", "warning", `The file holds ${many}, not taken over.`, "Read it in the file itself.");
  }
  if (tally.formulas > 0)
    say("word-left-out", "warning", "A formula was taken over as plain letters.", "Look at it in the text.");
  if (tally.symbols.size > 0) {
    const fonts = [...tally.symbols].sort().map(printable).join(", ");
    say(
      "word-left-out",
      "warning",
      `A sign of the font ${fonts} became □.`,
      "Put the right character in its place.",
    );
  }
  return out;
}

function plural(word: string): string {
  return word === "stretch" ? "stretches" : `${word}s`;
}

/** Words of a stranger on their way to a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 40);
}
