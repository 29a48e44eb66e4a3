/** What Word keeps when every tracked change of a file is accepted, or every one rejected: the text of each paragraph. */
import type { XmlElement } from "../../text/xml.ts";
import { childOf, elementsOf, textOf, walk, wordValue } from "./open-package.ts";

export type Verdict = "accept" | "reject";

/** A paragraph that is there after the verdict. */
export interface Settled {
  /** Tag of the content control in it, if any. */
  tag?: string;
  /** Words, `\t`, `\n` for breaks, U+FFFC for the call of a footnote; labels and field codes are no text. */
  text: string;
  /** Numbers of the footnotes called, in order. */
  notes: string[];
}

/** Stands for the call of a footnote. */
export const callSign = "\uFFFC";

const goes: Record<Verdict, ReadonlySet<string>> = {
  accept: new Set(["w:del", "w:moveFrom"]),
  reject: new Set(["w:ins", "w:moveTo"]),
};

/**
 * The paragraphs of a story or of a note, in order. A paragraph whose mark goes is joined to the one after it, as Word does; before a
 * table and at the end of a cell or story there is none, and Word keeps it.
 */
export function settledParagraphs(container: XmlElement, verdict: Verdict): Settled[] {
  const out: Settled[] = [];
  let open: Settled | undefined;
  const close = (): void => {
    if (open) out.push(open);
    open = undefined;
  };
  for (const element of elementsOf(container)) {
    if (element.name === "w:p") {
      const here = paragraphOf(element, verdict);
      const before: Settled | undefined = open;
      open = before ? join(before, here) : here;
      if (!markGoes(element, verdict)) close();
    } else if (element.name === "w:tbl" || element.name === "w:sdt") {
      close();
      for (const inner of innerContainers(element)) out.push(...settledParagraphs(inner, verdict));
    }
  }
  close();
  return out;
}

/** Cells of a table, or the content of a control around blocks. */
function innerContainers(element: XmlElement): XmlElement[] {
  if (element.name === "w:sdt") return elementsOf(element).filter((e) => e.name === "w:sdtContent");
  return elementsOf(element)
    .filter((e) => e.name === "w:tr")
    .flatMap((row) => elementsOf(row).filter((e) => e.name === "w:tc"));
}

function markGoes(paragraph: XmlElement, verdict: Verdict): boolean {
  const mark = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
  return mark !== undefined && elementsOf(mark).some((e) => goes[verdict].has(e.name));
}

function join(before: Settled, after: Settled): Settled {
  // What lost all its words lost its name, too.
  const tag = before.text === "" ? after.tag : (before.tag ?? after.tag);
  const text = before.text + after.text;
  const notes = [...before.notes, ...after.notes];
  return { text, notes, ...(tag === undefined ? {} : { tag }) };
}

function paragraphOf(paragraph: XmlElement, verdict: Verdict): Settled {
  const reader = new ParagraphReader(verdict);
  for (const child of elementsOf(paragraph)) if (child.name !== "w:pPr") reader.element(child, false);
  const control = [...walk(paragraph)].find((e) => e.name === "w:sdtPr");
  const tag = wordValue(control, "w:tag");
  return { text: reader.text, notes: reader.notes, ...(tag === undefined ? {} : { tag }) };
}

/** Goes through a paragraph as a reader sees it: of a field its result only. */
class ParagraphReader {
  text = "";
  readonly notes: string[] = [];
  /** Fields that are open, innermost last: code so far, and whether the result has begun. */
  private readonly fields: { code: string; result: boolean }[] = [];

  constructor(private readonly verdict: Verdict) {}

  element(element: XmlElement, deleted: boolean): void {
    if (goes[this.verdict].has(element.name)) return;
    if (element.name === "w:r") this.run(element, deleted);
    else for (const child of elementsOf(element)) this.element(child, deleted || element.name === "w:del");
  }

  private run(run: XmlElement, deleted: boolean): void {
    const call = childOf(run, "w:footnoteReference");
    for (const child of elementsOf(run)) {
      switch (child.name) {
        case "w:fldChar":
          this.sign(child.attributes["w:fldCharType"] ?? "");
          break;
        case "w:instrText":
        case "w:delInstrText": {
          const field = this.fields.at(-1);
          if (field) field.code += textOf(child);
          break;
        }
        case "w:footnoteReference":
          this.notes.push(child.attributes["w:id"] ?? "");
          this.add(callSign);
          break;
        // Text that stays is no deleted text: Word shows neither what is wrong in one way nor in the other.
        case "w:t":
          if (!call) this.add(textOf(child));
          break;
        case "w:delText":
          if (!call && deleted) this.add(textOf(child));
          break;
        case "w:tab":
          this.add("\t");
          break;
        case "w:br":
        case "w:cr":
          this.add("\n");
          break;
        case "w:noBreakHyphen":
          this.add("\u2011");
          break;
      }
    }
  }

  private sign(type: string): void {
    if (type === "begin") this.fields.push({ code: "", result: false });
    const field = this.fields.at(-1);
    if (type === "separate" && field) {
      field.result = true;
      if (isNoteField(field)) this.text += callSign;
    }
    if (type === "end") this.fields.pop();
  }

  private add(text: string): void {
    // The result of a field that repeats the mark of a note is that mark.
    if (this.fields.every((field) => field.result && !isNoteField(field))) this.text += text;
  }
}

function isNoteField({ code }: { code: string }): boolean {
  return /^\s*NOTEREF\s/.test(code);
}
