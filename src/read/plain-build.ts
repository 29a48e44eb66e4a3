/** Makes paragraphs of the drafts of an imported text: ids given out, closing signs taken off, opening words marked. */
import type { Paragraph, PartItem } from "../model/resolution.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { normalise } from "../text/normalise.ts";
import { type Closing, takeClosing } from "./closing.ts";
import { markOpening } from "./opening-words.ts";
import { series } from "./plain-lines.ts";

export type Say = (code: Diagnostic["code"], line: number, message: string, hint: string) => void;
export type Part = "preambular" | "operative";

/** A paragraph while it is being put together. */
export interface Draft {
  id: string;
  line: number;
  text: string;
  /** Opening words that the source marks. */
  opening?: string;
  bullets: string[];
  children: Draft[];
  tail: string;
}

export type Entry = { type: "paragraph"; draft: Draft } | { type: "heading" | "prose"; text: string };

export interface Lexicon {
  preambular: readonly string[];
  operative: readonly string[];
}

export class PartBuilder {
  private loose = 0;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly say: Say,
  ) {}

  build(part: Part, entries: readonly Entry[]): PartItem[] {
    const total = entries.filter((entry) => entry.type === "paragraph").length;
    const digits = Math.max(2, String(total).length);
    const prefix = part === "preambular" ? "pp" : "op";
    let n = 0;
    return entries.map((entry): PartItem => {
      if (entry.type !== "paragraph") {
        this.loose += 1;
        const text = normalise([{ kind: "text", text: entry.text }]);
        if (entry.type === "heading") return { type: "heading", id: `h${this.loose}`, level: 1, text };
        return { type: "prose", id: `d${this.loose}`, text };
      }
      n += 1;
      const whole: Closing = part === "preambular" ? "preambular" : n === total ? "last" : "operative";
      return this.paragraph(
        entry.draft,
        `${prefix}${String(n).padStart(digits, "0")}`,
        whole,
        this.lexicon[part],
        1,
      );
    });
  }

  private paragraph(
    draft: Draft,
    id: string,
    whole: Closing,
    lexicon: readonly string[],
    depth: number,
  ): Paragraph {
    const more = draft.children.length > 0 || draft.bullets.length > 0;
    const own = takeClosing(draft.text, more ? "chapeau" : whole);
    let ending = more ? undefined : own.ending;
    const items = draft.bullets.map((bullet, i) => {
      const last = i === draft.bullets.length - 1 && draft.children.length === 0 && draft.tail === "";
      const cut = takeClosing(bullet, last ? whole : "operative");
      if (last) ending = cut.ending;
      else if (cut.ending !== undefined) this.changed(draft.line, cut.ending);
      return { id: `${id}.${i + 1}`, text: normalise([{ kind: "text", text: cut.text }]) };
    });
    const children = draft.children.map((child, i) => {
      const last = i === draft.children.length - 1;
      return this.paragraph(
        child,
        `${id}.${mark(i, depth)}`,
        last && draft.tail === "" ? whole : "operative",
        [],
        depth + 1,
      );
    });
    if (depth === 1 && draft.tail === "") this.sayWhatMayClose(draft.children);
    const tail = draft.tail === "" ? undefined : takeClosing(draft.tail, whole);
    if (tail) ending = tail.ending;
    if (more && own.ending !== undefined) this.changed(draft.line, own.ending);
    return {
      type: "paragraph",
      id,
      blocks: [
        { type: "text", id, text: markOpening(own.text, lexicon, draft.opening) },
        ...(items.length > 0 ? [{ type: "list" as const, items }] : []),
      ],
      children,
      ...(tail ? { tail: { id: `${id}.tail`, text: normalise([{ kind: "text", text: tail.text }]) } } : {}),
      ...(ending === undefined ? {} : { ending }),
    };
  }

  /** Closing words that stand in the line of the last item cannot be told from it; a semicolon that no other item has speaks for them. */
  private sayWhatMayClose(children: readonly Draft[]): void {
    const halves = children.map(({ text }) => /[;؛；]\s*(?=\p{L})(.*)$/u.exec(text)?.[1]);
    const last = halves.pop();
    const line = children.at(-1)?.line;
    const isAnd = last === undefined || /^\p{L}{1,3}$/u.test(last);
    if (isAnd || line === undefined || halves.length === 0 || halves.some((half) => (half?.length ?? 0) > 3))
      return;
    this.say(
      "import-unread",
      line,
      `“${last.length > 50 ? `${last.slice(0, 50).trim()}…` : last}” stands after a semicolon in the last item of a list; it was left there.`,
      "If it closes the whole list, put it under `tail:` of the paragraph.",
    );
  }

  private changed(line: number, sign: string): void {
    this.say(
      "import-unread",
      line,
      `A “${sign}” before a list or inside it is not kept; the house's own sign is printed.`,
      "Look at the printed list.",
    );
  }
}

/** Last part of a sub-paragraph's id: a, b, … at odd depths, i, ii, … at even ones. */
function mark(index: number, depth: number): string {
  if (depth % 2 === 0) return series.roman?.[index] ?? `r${index + 1}`;
  return index < 26 ? String.fromCharCode(97 + index) : `z${index + 1}`;
}
