/** Reads one paragraph of a Word file into runs: words with their looks, notes, references and the names around them. */
import type { XmlElement } from "../../text/xml.ts";
import { effective, type Look, lookOf, type Styles } from "./styles.ts";
import { childOf, elementsOf, flagOf, textOf, wordValue } from "./tree.ts";

/** Words of one look. */
export interface WordRun {
  text: string;
  /** Name of its character style in small letters; empty for none. */
  style: string;
  /** Heavy or slanted where the paragraph's style is not. */
  bold: boolean;
  italic: boolean;
  raised: boolean;
  rightToLeft: boolean;
  /** Tags of the content controls around it, outermost first. */
  tags: readonly string[];
  /** A call of the footnote (or endnote) with this number in the file, `e` before those of endnotes; no words. */
  note?: string;
  /** Bookmark that a field leads to; the words are what it shows. */
  ref?: string;
}

/** What was met on the way and is not taken over, or not as it stands. */
export interface Tally {
  authors: Set<string>;
  inserted: number;
  deleted: number;
  comments: number;
  hidden: number;
  formulas: number;
  pictures: number;
  symbols: Set<string>;
  links: Set<string>;
}

export function newTally(): Tally {
  const none = { inserted: 0, deleted: 0, comments: 0, hidden: 0, formulas: 0, pictures: 0 };
  return { ...none, authors: new Set(), symbols: new Set(), links: new Set() };
}

export interface ReadRuns {
  runs: WordRun[];
  bookmarks: string[];
  /** Contents of text boxes that hang on the paragraph. */
  boxes: XmlElement[];
}

/** A field that is open: its code, and whether its result has begun. */
interface Field {
  code: string;
  shows: boolean;
}

interface Around {
  tags: readonly string[];
  /** Bookmark that a link around leads to. */
  ref?: string;
}

export class RunReader {
  #runs: WordRun[] = [];
  #bookmarks: string[] = [];
  #boxes: XmlElement[] = [];
  readonly #fields: Field[] = [];
  #paragraph: Look = {};

  constructor(
    private readonly styles: Styles,
    private readonly tally: Tally,
  ) {}

  read(paragraph: XmlElement, styleId: string | undefined): ReadRuns {
    this.#runs = [];
    this.#bookmarks = [];
    this.#boxes = [];
    this.#paragraph = this.styles.look(styleId);
    this.#all(paragraph, { tags: [] });
    // A code that has no end would swallow all that follows; results may go over paragraphs, as those of a table of contents.
    while (this.#fields.some((f) => !f.shows)) this.#fields.pop();
    return { runs: this.#runs, bookmarks: this.#bookmarks, boxes: this.#boxes };
  }

  #all(parent: XmlElement, around: Around): void {
    for (const child of elementsOf(parent)) this.#take(child, around);
  }

  #take(e: XmlElement, around: Around): void {
    switch (e.name) {
      case "w:pPr":
      case "w:rPr":
      case "w:sdtPr":
      case "w:sdtEndPr":
        break;
      case "w:r":
        this.#run(e, around);
        break;
      case "w:ins":
      case "w:moveTo":
        this.#changed(e, "inserted");
        this.#all(e, around);
        break;
      case "w:del":
      case "w:moveFrom":
        this.#changed(e, "deleted");
        break;
      case "w:bookmarkStart":
        this.#bookmarks.push(e.attributes["w:name"] ?? "");
        break;
      case "w:sdt": {
        const tag = wordValue(childOf(e, "w:sdtPr"), "w:tag");
        const tags = tag === undefined ? around.tags : [...around.tags, tag];
        this.#all(childOf(e, "w:sdtContent") ?? e, { ...around, tags });
        break;
      }
      case "w:hyperlink":
        this.#all(e, led(around, e.attributes["w:anchor"]));
        break;
      case "w:fldSimple":
        this.#all(e, led(around, targetOf(e.attributes["w:instr"] ?? "")));
        break;
      case "mc:AlternateContent": {
        // Both say the same; the first is for programs that know more.
        const choice = childOf(e, "mc:Choice") ?? childOf(e, "mc:Fallback");
        if (choice) this.#all(choice, around);
        break;
      }
      case "m:oMath":
      case "m:oMathPara":
        this.tally.formulas += 1;
        this.#add(mathText(e), {}, "", around);
        break;
      case "w:txbxContent":
        this.#boxes.push(e);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object": {
        const before = this.#boxes.length;
        this.#all(e, around);
        if (this.#boxes.length === before) this.tally.pictures += 1;
        break;
      }
      default:
        this.#all(e, around);
    }
  }

  #changed(e: XmlElement, kind: "inserted" | "deleted"): void {
    this.tally[kind] += 1;
    this.tally.authors.add(e.attributes["w:author"] ?? "");
  }

  #run(run: XmlElement, around: Around): void {
    const properties = childOf(run, "w:rPr");
    const styleId = wordValue(properties, "w:rStyle");
    const own = lookOf(properties);
    const look = effective(own, styleId === undefined ? {} : this.styles.look(styleId), this.#paragraph);
    const style = styleId === undefined ? "" : this.styles.name(styleId);
    const rtl = flagOf(properties, "w:rtl") ?? false;
    const add = (text: string): void => this.#add(text, look, style, around, rtl);
    for (const e of elementsOf(run)) {
      switch (e.name) {
        case "w:t":
          add(textOf(e));
          break;
        case "w:tab":
        case "w:ptab":
          add(" ");
          break;
        case "w:br":
        case "w:cr":
          // A line that was ended by hand; in a text it is a space as any other.
          add("\n");
          break;
        case "w:noBreakHyphen":
          add("\u2011");
          break;
        case "w:softHyphen":
          break;
        case "w:sym":
          add(this.#symbol(e));
          break;
        case "w:fldChar":
          this.#field(e.attributes["w:fldCharType"] ?? "");
          break;
        case "w:instrText": {
          const field = this.#fields.at(-1);
          if (field && !field.shows) field.code += textOf(e);
          break;
        }
        case "w:footnoteReference":
          this.#note(e.attributes["w:id"] ?? "", around);
          break;
        case "w:endnoteReference":
          this.#note(`e${e.attributes["w:id"] ?? ""}`, around);
          break;
        case "w:commentReference":
          this.tally.comments += 1;
          break;
        case "w:drawing":
        case "w:pict":
        case "w:object":
        case "mc:AlternateContent":
          this.#take(e, around);
          break;
        default:
          break;
      }
    }
  }

  #add(text: string, look: Look, style: string, { tags, ref }: Around, rightToLeft = false): void {
    if (text === "") return;
    if (look.hidden) {
      this.tally.hidden += 1;
      return;
    }
    // Codes of fields are no words; neither is what a field inside a code would show.
    if (this.#fields.some((f) => !f.shows)) return;
    const target = ref ?? this.#fields.map((f) => targetOf(f.code)).findLast((t) => t !== undefined);
    const around = this.#paragraph;
    const differs = (own: boolean | undefined, style: boolean | undefined) =>
      (own ?? false) !== (style ?? false);
    this.#runs.push({
      text: text.normalize("NFC"),
      style,
      bold: rightToLeft ? differs(look.complexBold, around.complexBold) : differs(look.bold, around.bold),
      italic: rightToLeft
        ? differs(look.complexItalic, around.complexItalic)
        : differs(look.italic, around.italic),
      raised: look.raised ?? false,
      rightToLeft,
      tags,
      ...(target === undefined ? {} : { ref: target }),
    });
  }

  #note(note: string, { tags }: Around): void {
    const plain = { style: "", bold: false, italic: false, raised: false, rightToLeft: false };
    this.#runs.push({ ...plain, text: "", tags, note });
  }

  #field(type: string): void {
    if (type === "begin") this.#fields.push({ code: "", shows: false });
    else if (type === "end") this.#fields.pop();
    else if (type === "separate") {
      const field = this.#fields.at(-1);
      if (field) field.shows = true;
    }
  }

  /** A sign of a font with a code of its own: the letter where it is one, else a place holder that is said. */
  #symbol(e: XmlElement): string {
    const code = Number.parseInt(e.attributes["w:char"] ?? "", 16);
    const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
    const font = e.attributes["w:font"] ?? "";
    if (/^(?:symbol|wingdings|webdings)/i.test(font) || !(plain >= 0x20 && plain < 0xd800)) {
      this.tally.symbols.add(font);
      return "\u25a1";
    }
    return String.fromCharCode(plain);
  }
}

function led(around: Around, ref: string | undefined): Around {
  return ref === undefined ? around : { ...around, ref };
}

/** The bookmark that a field or link inside the document leads to. */
function targetOf(code: string): string | undefined {
  const found = /^\s*(?:(?:REF|PAGEREF|NOTEREF)\s+"?([^\s"\\]+)"?|HYPERLINK\s+\\l\s+"([^"]*)")/i.exec(code);
  return found?.[1] ?? found?.[2];
}

function mathText(e: XmlElement): string {
  if (e.name === "m:t") return textOf(e);
  return elementsOf(e).map(mathText).join("");
}
