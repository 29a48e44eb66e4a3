/** Reads the right column of a two-language Word file back by its anchors: content controls, bookmarks, and what the file says of itself. */
import { anchorName } from "../../document/anchor-name.ts";
import type { Id } from "../../model/resolution.ts";
import { type CopiedText, copyProperties, type Made, type WordCopy } from "../../model/word-copy.ts";
import type { Checked, Diagnostic, Place } from "../../report/diagnostic.ts";
import { inlineOf, type Meanings } from "./inline.ts";
import type { WordRun } from "./paragraph.ts";
import { readWordFile, type WordFile, type WordParagraph } from "./word-file.ts";

/** No value when the file cannot be trusted, or is not a file that was made for this; `file` is for the places of findings. */
export function readWordCopy(bytes: Uint8Array, file: string): Checked<WordCopy> {
  const read = readWordFile(bytes, file);
  const diagnostics = [...read.diagnostics];
  if (!read.value) return { diagnostics };
  const made = readProperties(read.value.properties);
  if (!made) {
    diagnostics.push({
      code: "word-refused",
      severity: "error",
      message: "The file does not say which work, languages and texts it was made from.",
      place: { file, line: 1, column: 1 },
      hint: "Import a file of `hemicycle build --kind bilingual`, saved by Word or LibreOffice as .docx.",
    });
    return { diagnostics };
  }
  const reader = new CopyReader(read.value, made, file);
  const texts = reader.texts();
  diagnostics.push(...reader.diagnostics);
  return { value: { ...made, texts }, diagnostics };
}

type Origin = Omit<WordCopy, "texts">;

const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

function readProperties(properties: ReadonlyMap<string, string>): Origin | undefined {
  const { work, stage, languages, texts } = copyProperties;
  const [left = "", right = "", ...more] = (properties.get(languages) ?? "").split(" ");
  if (!language.test(left) || !language.test(right) || more.length > 0) return undefined;
  const made = new Map<Id, Made>();
  for (let n = 1; properties.has(`${texts} ${n}`); n++) {
    for (const entry of (properties.get(`${texts} ${n}`) ?? "").split(" ")) {
      const [, id, source = "", target = "", signs] =
        /^([a-z][a-z0-9.-]*)=([0-9a-f]{16}),([0-9a-f]{16}|none),(\d{1,2})$/.exec(entry) ?? [];
      if (id !== undefined) made.set(id, { source, target, signs: Number(signs) });
    }
  }
  if (made.size === 0) return undefined;
  return { work: properties.get(work) ?? "", stage: properties.get(stage) ?? "", left, right, made };
}

/** Paragraphs of the file that belong to one text. */
interface Piece {
  paragraphs: WordParagraph[];
  problem?: string;
}

class CopyReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #pieces = new Map<Id, Piece>();
  /** By name of the bookmark in small letters; absent where two ids have one name. */
  readonly #anchors: ReadonlyMap<string, Id>;
  readonly #prefix: string;

  constructor(
    private readonly word: WordFile,
    made: Origin,
    private readonly file: string,
  ) {
    this.#prefix = `${made.right}:`;
    this.#anchors = anchorsOf([...made.made.keys()], this.#prefix);
  }

  texts(): CopiedText[] {
    this.#gather(this.word.paragraphs, true);
    const noteIds = new Map<string, Id>();
    for (const [number, paragraphs] of this.word.notes) {
      const id = this.#gather(paragraphs, false);
      if (id !== undefined) noteIds.set(number, id);
    }
    const meanings: Meanings = {
      note: (number) => noteIds.get(number),
      // A repeated call leads to the bookmark of the first, `fn` and the note's name.
      noteAt: (bookmark) => {
        const of = bookmark.toLowerCase().replace(/^_fn_/, "_");
        return this.#anchors.get(of);
      },
      paragraph: (bookmark) => this.#anchors.get(bookmark.toLowerCase()),
    };
    return [...this.#pieces].map(([id, { paragraphs, problem }]): CopiedText => {
      const note = [...noteIds.values()].includes(id);
      const runs = paragraphs.flatMap((p, i) => (i === 0 ? p.runs : [space, ...p.runs]));
      const text = inlineOf(runs, meanings, { opening: !note && paragraphs[0]?.number !== undefined });
      const place = this.#place(paragraphs[0]);
      return { id, place, text, ...(problem === undefined ? {} : { problem }) };
    });
  }

  #place(paragraph: WordParagraph | undefined): Place {
    return { file: this.file, line: paragraph?.place ?? 1, column: 1 };
  }

  /** Puts paragraphs to their texts; the id of the first text is returned. */
  #gather(paragraphs: readonly WordParagraph[], cells: boolean): Id | undefined {
    let first: Id | undefined;
    let last: { id: Id; paragraph: WordParagraph } | undefined;
    for (const paragraph of paragraphs) {
      const ids = this.#idsOf(paragraph);
      const [id, second] = ids;
      if (id === undefined) {
        if (last && isContinued(last.paragraph, paragraph, cells)) {
          this.#split(last.id, paragraph);
          this.#pieces.get(last.id)?.paragraphs.push(paragraph);
        }
        continue;
      }
      first ??= id;
      const known = this.#pieces.get(id);
      if (!known) this.#pieces.set(id, { paragraphs: [paragraph] });
      else if (paragraph.runs.some((r) => r.text.trim() !== "")) {
        known.paragraphs.push(paragraph);
        this.#split(id, paragraph);
      }
      const piece = this.#pieces.get(id);
      if (second !== undefined && piece) {
        piece.problem = `it was joined with \`${second}\` into one paragraph`;
        if (!this.#pieces.has(second))
          this.#pieces.set(second, {
            paragraphs: [{ ...paragraph, runs: [] }],
            problem: `it was joined with \`${id}\` into one paragraph`,
          });
      }
      last = { id, paragraph };
    }
    return first;
  }

  #split(id: Id, paragraph: WordParagraph): void {
    this.diagnostics.push({
      code: "word-left-out",
      severity: "warning",
      message: `\`${id}\` stands in several paragraphs of the file; they were joined to one.`,
      place: this.#place(paragraph),
      hint: "A translation has the paragraphs of its source; look at the text.",
    });
  }

  /** The texts that a paragraph belongs to: those whose content controls hold its words, else those of its bookmarks. */
  #idsOf(paragraph: WordParagraph): Id[] {
    const votes = new Map<Id, number>();
    for (const { tags, text } of paragraph.runs) {
      const tag = tags.findLast((t) => t.startsWith(this.#prefix));
      if (tag !== undefined) {
        const id = tag.slice(this.#prefix.length);
        votes.set(id, (votes.get(id) ?? 0) + text.length);
      }
    }
    if (votes.size === 0) {
      for (const bookmark of paragraph.bookmarks) {
        const id = this.#anchors.get(bookmark.toLowerCase());
        if (id !== undefined) votes.set(id, 0);
      }
    }
    return [...votes].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  }
}

const space: WordRun = {
  text: " ",
  style: "",
  bold: false,
  italic: false,
  raised: false,
  rightToLeft: false,
  tags: [],
};

/** A paragraph that someone parted from the one before it: in the same cell, of the same look, with words. */
function isContinued(before: WordParagraph, paragraph: WordParagraph, cells: boolean): boolean {
  const [a, b] = [before.cell, paragraph.cell];
  const together = cells
    ? a !== undefined && b !== undefined && a.table === b.table && a.row === b.row && a.column === b.column
    : true;
  return together && paragraph.style === before.style && paragraph.runs.some((r) => r.text.trim() !== "");
}

function anchorsOf(ids: readonly Id[], prefix: string): Map<string, Id> {
  const out = new Map<string, Id>();
  const twice = new Set<string>();
  for (const id of ids) {
    const name = anchorName(`${prefix}${id}`).toLowerCase();
    if (out.has(name)) twice.add(name);
    out.set(name, id);
  }
  for (const name of twice) out.delete(name);
  return out;
}
