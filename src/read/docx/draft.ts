/** Turns a Word file that somebody wrote into a resolution: its paragraphs as lines with numbers, by the rules of plain text. */
import type { Note, Resolution } from "../../model/resolution.ts";
import { mapSegments, segments } from "../../model/walk.ts";
import type { Checked, Diagnostic } from "../../report/diagnostic.ts";
import { type Inline, type InlineText, plainText } from "../../text/inline.ts";
import { normalise } from "../../text/normalise.ts";
import { linksOf } from "../links.ts";
import { openingWords } from "../opening-words.ts";
import { type Label, type Line, labelOf } from "../plain-lines.ts";
import { type ImportOptions, importLines } from "../plain-text.ts";
import { inlineOf, type Meanings } from "./inline.ts";
import { flatten, MarkBook } from "./marks.ts";
import type { WordRun } from "./paragraph.ts";
import { readWordFile, type WordFile, type WordParagraph } from "./word-file.ts";

/**
 * Reads any Word file that can be trusted. As with plain text everything is kept, and what was not understood is said; the
 * line of a finding is the number of the paragraph in the file.
 */
export function importWord(bytes: Uint8Array, options: ImportOptions): Checked<Resolution> {
  const read = readWordFile(bytes, options.file);
  const diagnostics = [...read.diagnostics];
  if (!read.value) return { diagnostics };
  const drafter = new Drafter(read.value, options);
  const imported = importLines(drafter.lines(), options);
  diagnostics.push(...imported.diagnostics);
  if (!imported.value) return { diagnostics };
  const value = drafter.finish(imported.value);
  diagnostics.push(...drafter.diagnostics);
  return { value, diagnostics };
}

const opening = { opening: true };

class Drafter {
  readonly diagnostics: Diagnostic[] = [];
  readonly #marks = new MarkBook();
  /** Ids of notes by their numbers in the file, in the order of their calls. */
  readonly #notes = new Map<string, string>();
  readonly #meanings: Meanings = {
    note: (number) => this.#note(number),
    noteAt: () => undefined,
    paragraph: () => undefined,
  };

  constructor(
    private readonly word: WordFile,
    private readonly options: ImportOptions,
  ) {}

  #note(number: string): string | undefined {
    if (!this.word.notes.has(number)) return undefined;
    const known = this.#notes.get(number) ?? `n${this.#notes.size + 1}`;
    this.#notes.set(number, known);
    return known;
  }

  lines(): Line[] {
    const { lexicon } = this.options;
    const out: Line[] = [];
    let body = false;
    let before: WordParagraph | undefined;
    for (const whole of this.word.paragraphs) {
      const { label, paragraph } = withLabel(whole);
      const text = inlineOf(paragraph.runs, this.#meanings, opening);
      body ||=
        (label !== undefined && label !== "words" && label.kind !== "bullet") ||
        opens(plainText(text), lexicon);
      const words = label === "words" ? `${paragraph.number?.label ?? ""} ` : "";
      if (!isJoined(before, paragraph)) out.push({ line: before?.place ?? 0, text: "" });
      before = paragraph;
      // Heading lines are often one paragraph with ended lines.
      const texts = body ? [text] : linesOf(paragraph).map((runs) => inlineOf(runs, this.#meanings, opening));
      texts.forEach((own, i) => {
        const line = this.#line(paragraph.place, own, body);
        const number = i === 0 && typeof label === "object" ? { label } : {};
        if (line.text === "" && !("label" in number)) out.push({ line: paragraph.place, text: "" });
        else out.push({ ...line, text: `${i === 0 ? words : ""}${line.text}`, ...number });
      });
    }
    return out;
  }

  /** Before the paragraphs begin, only calls of notes are carried on: headings are slanted and heavy for their looks. */
  #line(line: number, text: InlineText, body: boolean): Line {
    const [first, ...rest] = text;
    const opening = first?.kind === "emphasis" && first.role === "opening" ? first : undefined;
    const words = opening ? flatten(opening.children, this.#marks, false) : "";
    const more = flatten(opening ? rest : text, this.#marks, body);
    return {
      line,
      text: `${words}${more}`.trim(),
      ...(opening && words !== "" && body ? { opening: words } : {}),
    };
  }

  /** Puts the marks back into the texts, and the notes behind them. */
  finish(r: Resolution): Resolution {
    const marked = mapSegments(r, ({ text }) => this.#marks.restore(text));
    const called = new Set(segments(marked).flatMap((s) => linksOf(s.text).map((l) => l.id)));
    const notes = [...this.#notes].flatMap(([number, id]): Note[] => {
      const paragraphs = this.word.notes.get(number) ?? [];
      const runs = paragraphs.flatMap((p) => p.runs);
      const text = inlineOf(runs, { ...this.#meanings, note: () => undefined }, { opening: false });
      if (text.length === 0) return [];
      if (!called.has(id)) this.#uncalled(id, text, paragraphs[0]?.place ?? 1);
      return [{ id, text }];
    });
    const kept = new Set(notes.map((n) => n.id));
    const whole = mapSegments(marked, ({ text }) => withoutLostCalls(text, kept));
    return { ...whole, notes };
  }

  #uncalled(id: string, text: InlineText, place: number): void {
    const words = plainText(text);
    this.diagnostics.push({
      code: "import-unread",
      severity: "warning",
      message: `The footnote “${words.length > 60 ? `${words.slice(0, 60).trim()}…` : words}” is called in a line that is made anew; it was kept as ${id}.`,
      place: { file: this.options.file, line: place, column: 1 },
      hint: `Write [^${id}] where it belongs, or take the note out.`,
    });
  }
}

/** A call of a note that has no words would lead nowhere. */
function withoutLostCalls(text: InlineText, kept: ReadonlySet<string>): InlineText {
  const visit = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (node.kind === "note") return kept.has(node.id) ? [node] : [];
      return "children" in node ? [{ ...node, children: visit(node.children) }] : [node];
    });
  return normalise(visit(text));
}

function opens(text: string, lexicon: ImportOptions["lexicon"]): boolean {
  return (
    openingWords(text, lexicon.preambular) !== undefined ||
    openingWords(text, lexicon.operative) !== undefined
  );
}

/** The runs of each line of a paragraph. */
function linesOf({ runs }: WordParagraph): WordRun[][] {
  const out: WordRun[][] = [[]];
  for (const run of runs) {
    run.text.split("\n").forEach((text, i) => {
      if (i > 0) out.push([]);
      if (text !== "" || run.note !== undefined) out.at(-1)?.push({ ...run, text });
    });
  }
  return out;
}

/** The lines of one title that were typed as several paragraphs belong together. */
function isJoined(before: WordParagraph | undefined, paragraph: WordParagraph): boolean {
  return before !== undefined && before.style === "title" && paragraph.style === "title";
}

/** The number of a paragraph, automatic or typed in front of it, and the paragraph without a typed one. */
function withLabel(paragraph: WordParagraph): { label?: Label | "words"; paragraph: WordParagraph } {
  const label = labelOfNumber(paragraph);
  if (label) return { label, paragraph };
  const text = paragraph.runs.map((r) => r.text).join("");
  const start = text.length - text.trimStart().length;
  const typed = labelOf(text.trim().replace(/\s+/g, " "));
  if (!typed) return { paragraph };
  // The label ends before the first sign that is not its own; spaces within it may be of any kind.
  const signs = typed.label.written.replace(/\s/g, "").length;
  let end = start;
  for (let seen = 0; end < text.length && seen < signs; end++) if (/\S/.test(text.charAt(end))) seen += 1;
  return { label: typed.label, paragraph: { ...paragraph, runs: withoutStart(paragraph.runs, end) } };
}

function withoutStart(runs: readonly WordRun[], length: number): WordRun[] {
  let left = length;
  return runs.flatMap((run): WordRun[] => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    const text = run.text.slice(cut);
    return text === "" && run.note === undefined ? [] : [{ ...run, text }];
  });
}

/** The automatic number as a label of a line; `words` where it is of a kind that no paragraph of a resolution has. */
function labelOfNumber({ number }: WordParagraph): Label | "words" | undefined {
  if (!number) return undefined;
  if (number.format === "bullet") return { kind: "bullet", written: "•", value: "" };
  if (number.label === "") return undefined;
  return labelOf(`${number.label} x`)?.label ?? "words";
}
