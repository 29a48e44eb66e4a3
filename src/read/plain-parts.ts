/** Sorts the pieces of a plain text into preambular and operative paragraphs, sub-paragraphs, bullets and tails. */
import type { PartItem } from "../model/resolution.ts";
import { openingWords } from "./opening-words.ts";
import { type Draft, type Entry, type Lexicon, type Part, PartBuilder, type Say } from "./plain-build.ts";
import { type Label, type Piece, series } from "./plain-lines.ts";

/** Sub-paragraphs that are open, outermost first. */
interface Level {
  /** `paren`, or the name of a series of letters. */
  kind: string;
  last: number;
  drafts: Draft[];
}

/** The paragraphs of both parts. Everything in `pieces` is kept, in its order. */
export function parts(pieces: readonly Piece[], lexicon: Lexicon, say: Say): Record<Part, PartItem[]> {
  const sorter = new Sorter(lexicon, say);
  for (const [i, piece] of pieces.entries()) sorter.take(piece, pieces[i + 1]);
  return sorter.finish();
}

class Sorter {
  private part: Part = "preambular";
  private readonly entries: Record<Part, Entry[]> = { preambular: [], operative: [] };
  private readonly last: Record<Part, number> = { preambular: 0, operative: 0 };
  private current: Draft | undefined;
  private levels: Level[] = [];
  /** How the first operative paragraph is numbered, `1.` or `1)`. */
  private sign = "";

  constructor(
    private readonly lexicon: Lexicon,
    private readonly say: Say,
  ) {}

  take(piece: Piece, next: Piece | undefined): void {
    const { label } = piece;
    if (!label) this.unlabelled(piece, next);
    else if (label.kind === "bullet") this.bullet(piece);
    else if (label.kind === "letter") this.sub(piece, label);
    else this.numbered(piece, label);
  }

  private numbered(piece: Piece, label: Label): void {
    const opensPreambular = openingWords(piece.text, this.lexicon.preambular) !== undefined;
    const opensOperative = openingWords(piece.text, this.lexicon.operative) !== undefined;
    const inPreamble = this.part === "preambular" && this.entries.operative.length === 0;
    const restarts = Number(label.value) === 1 && this.last.preambular > 0;
    const goesOn =
      label.written.replace(/\d+/, "1") === this.sign && Number(label.value) === this.last.operative + 1;
    if (label.kind === "paren" && !inPreamble && !(goesOn && this.levels.every((l) => l.kind !== "paren"))) {
      this.sub(piece, label);
      return;
    }
    // Numbers in parentheses count the preamble; `1.` does so only where its opening word leaves no doubt.
    const preambular =
      inPreamble && (label.kind === "paren" ? !(opensOperative && restarts) : opensPreambular && !restarts);
    this.part = preambular ? "preambular" : "operative";
    if (!preambular && Number(label.value) === 1) this.sign = label.written;
    const expected = this.last[this.part] + 1;
    const value = Number(label.value);
    if (label.suffix !== undefined) {
      this.say(
        "import-number",
        piece.line,
        `${label.written} was put in later; it is now number ${this.count() + 1}.`,
        "References to the numbers after it may need a look.",
      );
    } else {
      if (value !== expected) {
        this.say(
          "import-number",
          piece.line,
          `${label.written} comes where ${expected} was expected; the order was kept, the numbers are made anew.`,
          "Look for a paragraph that is missing, doubled or out of place.",
        );
      }
      this.last[this.part] = value;
    }
    this.open(piece);
  }

  private count(): number {
    return this.entries[this.part].filter((entry) => entry.type === "paragraph").length;
  }

  private open(piece: Piece): void {
    const draft = draftOf(piece);
    this.entries[this.part].push({ type: "paragraph", draft });
    this.current = draft;
    this.levels = [];
    if (piece.text === "")
      this.say(
        "import-unread",
        piece.line,
        "A number stands here without a text.",
        "Write the text in place of “…”, or take the paragraph out.",
      );
  }

  private bullet(piece: Piece): void {
    const holder = this.levels.at(-1)?.drafts.at(-1) ?? this.current;
    if (holder && holder.tail === "" && holder.children.length === 0) holder.bullets.push(piece.text);
    else
      this.prose(
        piece.line,
        `${piece.label?.written ?? ""} ${piece.text}`.trim(),
        "bullet that belongs to no paragraph",
      );
  }

  /** A lettered or numbered sub-paragraph: goes on at the level that expects it, or opens a new one. */
  private sub(piece: Piece, label: Label): void {
    if (!this.current) {
      this.prose(piece.line, `${label.written} ${piece.text}`.trim(), "sub-paragraph before any paragraph");
      return;
    }
    const readings = readingsOf(label);
    for (let depth = this.levels.length - 1; depth >= 0; depth -= 1) {
      const level = this.levels[depth];
      const reading = readings.find((r) => r.kind === level?.kind && r.value === (level?.last ?? 0) + 1);
      if (level && reading) {
        this.levels.length = depth + 1;
        this.add(level, reading.value, piece);
        return;
      }
    }
    const first = readings.find((r) => r.value === 1);
    if (first && this.current.tail === "") {
      const parent = this.levels.at(-1)?.drafts.at(-1) ?? this.current;
      const level: Level = { kind: first.kind, last: 0, drafts: parent.children };
      this.levels.push(level);
      this.add(level, 1, piece);
      return;
    }
    const reading = readings[0] ?? { kind: "letter", value: 1 };
    this.say(
      "import-number",
      piece.line,
      `${label.written} does not follow the one before; the order was kept, the letters are made anew.`,
      "Look for a sub-paragraph that is missing or out of place.",
    );
    const open = this.levels.findLast((level) => level.kind === reading.kind) ?? this.levels.at(-1);
    const level = open ?? { kind: reading.kind, last: 0, drafts: this.current.children };
    if (!open) this.levels.push(level);
    else this.levels.length = this.levels.indexOf(open) + 1;
    this.add(level, reading.value, piece);
  }

  private add(level: Level, value: number, piece: Piece): void {
    level.last = value;
    level.drafts.push(draftOf(piece));
  }

  private unlabelled(piece: Piece, next: Piece | undefined): void {
    const { line, text } = piece;
    const opensPreambular =
      piece.opening !== undefined || openingWords(text, this.lexicon.preambular) !== undefined;
    if (this.entries.operative.length === 0 && opensPreambular) {
      // Adopted texts print no numbers in the preamble (house-style 1.7).
      this.part = "preambular";
      this.last.preambular += 1;
      this.open(piece);
      return;
    }
    const { current } = this;
    const hasList = current && current.children.length + current.bullets.length > 0;
    if (hasList && current.tail === "" && (piece.closing || /^\p{Ll}/u.test(text))) {
      current.tail = text;
      if (piece.closing === "supposed")
        this.say(
          "import-unread",
          line,
          `“${text.length > 50 ? `${text.slice(0, 50).trim()}…` : text}” was taken for the closing words of the list before it.`,
          "If it belongs to the last item, take it from `tail:` and put it there.",
        );
      return;
    }
    const ended =
      !current || /[,;.،؛，；。]$/u.test(current.tail || (current.children.at(-1)?.text ?? current.text));
    if (current && !ended && current.children.length === 0 && current.bullets.length === 0) {
      current.text += ` ${text}`;
      this.say(
        "import-unread",
        line,
        "The lines after a gap were joined to the paragraph before them.",
        "Make two paragraphs of it if they are not one.",
      );
      return;
    }
    if (text.length <= 100 && !/[,;.:،؛，；。：]$/u.test(text) && next?.label !== undefined) {
      this.say(
        "import-unread",
        line,
        `“${text}” has no number; it was taken for a heading.`,
        "Make a paragraph of it if it is not one.",
      );
      if (next.label.kind === "number") this.part = "operative";
      this.entries[this.part].push({ type: "heading", text });
      this.current = undefined;
      return;
    }
    this.prose(line, text, "paragraph without a number");
  }

  private prose(line: number, text: string, what: string): void {
    const start = text.length > 50 ? `${text.slice(0, 50).trim()}…` : text;
    this.say(
      "import-unread",
      line,
      `“${start}” is a ${what}; it was kept as it stands.`,
      "Make a numbered paragraph of it, or move it to where it belongs.",
    );
    this.entries[this.part].push({ type: "prose", text });
    this.current = undefined;
  }

  finish(): Record<Part, PartItem[]> {
    const builder = new PartBuilder(this.lexicon, this.say);
    return {
      preambular: builder.build("preambular", this.entries.preambular),
      operative: builder.build("operative", this.entries.operative),
    };
  }
}

function draftOf({ line, text, opening }: Piece): Draft {
  const marked = opening === undefined ? {} : { opening };
  return { id: "", line, text, ...marked, bullets: [], children: [], tail: "" };
}

/** What a label can count as: `(i)` is the ninth letter and the first numeral. */
function readingsOf(label: Label): { kind: string; value: number }[] {
  if (label.kind !== "letter") return [{ kind: "paren", value: Number(label.value) }];
  return Object.entries(series).flatMap(([kind, signs]) => {
    const value = signs.indexOf(label.value) + 1;
    return value > 0 ? [{ kind, value }] : [];
  });
}
