/** Builds a resolution from the checked shape of `resolution.yaml`: short forms unfolded, ids given out, texts read. */
import type {
  Annex,
  Id,
  Note,
  Paragraph,
  ParagraphBlock,
  PartItem,
  Resolution,
  Segment,
} from "../model/resolution.ts";
import { annexTitleId } from "../model/walk.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import { Frame } from "./frame.ts";
import type { BlockShape, ItemShape, ParagraphShape, ResolutionShape } from "./schema.ts";
import { checkCharacters, takeText, takeWords } from "./text.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** Depth of sub-paragraphs that Word can number. */
const maxDepth = 9;

/** What is known of a work's source besides the resolution itself. */
export interface BuiltResolution {
  resolution: Resolution;
  /** Place of every text, by id. */
  places: Map<Id, Place>;
  /** Path of every text in the file, by id. */
  paths: Map<Id, Path>;
  diagnostics: Diagnostic[];
}

/** Builds the resolution; the shape must have passed the schema. */
export function buildResolution(shape: ResolutionShape, work: string, yaml: YamlFile): BuiltResolution {
  const builder = new Builder(yaml);
  const resolution = builder.resolution(shape, work);
  return { resolution, places: builder.places, paths: builder.paths, diagnostics: builder.diagnostics };
}

class Builder {
  readonly diagnostics: Diagnostic[] = [];
  readonly places = new Map<Id, Place>();
  readonly paths = new Map<Id, Path>();
  private readonly taken = new Map<string, Place>();

  constructor(private readonly yaml: YamlFile) {}

  resolution(shape: ResolutionShape, work: string): Resolution {
    const title = this.segment("title", shape.title, ["title"]).text;
    const enacting = this.enacting(shape);
    const preambular = this.items(shape.preambular ?? [], ["preambular"]);
    const operative = this.items(shape.operative ?? [], ["operative"]);
    const annexes = (shape.annexes ?? []).map((annex, i): Annex => {
      const path = ["annexes", i];
      this.claim(annex.id, [...path, "id"]);
      const heading = this.segment(annexTitleId(annex.id), annex.title, [...path, "title"]);
      return { id: annex.id, title: heading.text, items: this.items(annex.items ?? [], [...path, "items"]) };
    });
    const notes = Object.entries(shape.notes ?? {}).map(([id, text]): Note => {
      return this.segment(id, text, ["notes", id], ["notes", id], "field");
    });
    const notice = shape.notice ? takeWords(shape.notice, ["notice"], this.yaml, this.diagnostics) : "";
    const frame = new Frame(this.yaml, this.diagnostics, shape.language, (id, path, space) =>
      this.claim(id, path, space),
    );
    return {
      work,
      kind: shape.instrument.kind ?? "resolution",
      language: shape.language,
      original: shape.language,
      instrument: frame.instrument(shape),
      stages: shape.stages.map((stage, i) => frame.stage(stage, ["stages", i])),
      title,
      ...(enacting === undefined ? {} : { enacting }),
      preambular,
      operative,
      annexes,
      notes,
      persons: {},
      ...(notice === "" ? {} : { notice }),
    };
  }

  private enacting({ enacting, instrument }: ResolutionShape): InlineText | undefined {
    if (enacting === undefined) return undefined;
    if (instrument.kind === "declaration")
      this.diagnostics.push({
        code: "wrong-type",
        severity: "error",
        message: "A declaration has no enacting line, but this one gives `enacting`.",
        place: this.yaml.at(["enacting"], "field"),
        hint: "Take it out, or write `kind: resolution` under `instrument:`.",
      });
    return this.segment("enacting", enacting, ["enacting"]).text;
  }

  /** Notes an id; a second use is a fault that names both places. */
  private claim(id: string, path: Path, space = "", what: "value" | "field" = "value"): void {
    const place = this.yaml.at(path, what);
    const first = this.taken.get(space + id);
    if (!first) {
      this.taken.set(space + id, place);
      return;
    }
    this.diagnostics.push({
      code: "duplicate-id",
      severity: "error",
      message: `The id \`${id}\` is given twice; the first is in line ${first.line}, column ${first.column}.`,
      place,
      hint: "Give the newer of the two another id; an id that is in use never changes.",
    });
  }

  /** A text under an id; `own` is where the id is written, if it is. */
  private segment(
    id: Id,
    text: string,
    path: Path,
    own: Path = path,
    what: "value" | "field" = "value",
  ): Segment {
    this.claim(id, own, "", what);
    return { id, text: this.text(id, text, path) };
  }

  private text(id: Id, text: string, path: Path): InlineText {
    if (!this.places.has(id)) {
      this.places.set(id, this.yaml.at(path));
      this.paths.set(id, path);
    }
    const tree = takeText(text, path, this.yaml, this.diagnostics);
    if (tree.length === 0) {
      this.diagnostics.push({
        code: "missing-field",
        severity: "error",
        message: "This text is empty.",
        place: this.yaml.at(path),
        hint: "Write the text, or take the entry out.",
      });
    }
    return tree;
  }

  private items(shapes: readonly ItemShape[], path: Path): PartItem[] {
    return shapes.map((shape, i): PartItem => {
      const at = [...path, i];
      if ("heading" in shape) {
        const own = [...at, "heading"];
        const { id, level, text } = shape.heading;
        const segment = this.segment(id, text, [...own, "text"], [...own, "id"]);
        return { type: "heading", level: level ?? 1, ...segment };
      }
      if ("prose" in shape) {
        const own = [...at, "prose"];
        return {
          type: "prose",
          ...this.segment(shape.prose.id, shape.prose.text, [...own, "text"], [...own, "id"]),
        };
      }
      return this.paragraph(shape, at, 1);
    });
  }

  private paragraph(shape: ParagraphShape, path: Path, depth: number): Paragraph {
    const { id, tail } = shape;
    this.claim(id, [...path, "id"]);
    if (depth === maxDepth + 1) {
      this.diagnostics.push({
        code: "nesting-too-deep",
        severity: "error",
        message: `The paragraph \`${id}\` is nested more than ${maxDepth} deep.`,
        place: this.yaml.at(path),
        hint: "Take some levels out.",
      });
    }
    const blocks = this.blocks(shape, path);
    const children = (shape.children ?? []).map((child, i) =>
      this.paragraph(child, [...path, "children", i], depth + 1),
    );
    if (shape.ending !== undefined)
      checkCharacters(shape.ending, [...path, "ending"], this.yaml, this.diagnostics);
    return {
      type: "paragraph",
      id,
      blocks,
      children,
      ...(tail === undefined ? {} : { tail: this.either(tail, `${id}.tail`, [...path, "tail"]) }),
      ...(shape.ending === undefined ? {} : { ending: shape.ending.replace(/[\r\n]+$/, "") }),
    };
  }

  /** A segment written as plain text, or as fields with an id of its own. */
  private either(shape: string | { id?: string | undefined; text: string }, id: Id, path: Path): Segment {
    if (typeof shape === "string") return this.segment(id, shape, path);
    if (shape.id === undefined) return this.segment(id, shape.text, [...path, "text"]);
    return this.segment(shape.id, shape.text, [...path, "text"], [...path, "id"]);
  }

  private blocks(shape: ParagraphShape, path: Path): ParagraphBlock[] {
    const { id } = shape;
    const out: ParagraphBlock[] = [];
    // Texts after the first, list items and quotations get ids from their place unless they have their own.
    const count = { text: 0, item: 0, quote: 0 };
    if (shape.text !== undefined) {
      count.text = 1;
      out.push({ type: "text", id, text: this.text(id, shape.text, [...path, "text"]) });
    }
    for (const [i, block] of (shape.blocks ?? []).entries()) {
      out.push(this.block(block, id, [...path, "blocks", i], count));
    }
    if (out.length === 0) {
      this.diagnostics.push({
        code: "missing-field",
        severity: "error",
        message: `The paragraph \`${id}\` has no text.`,
        place: this.yaml.at(path),
        hint: "Add `text:` with the words of the paragraph.",
      });
    }
    return out;
  }

  private block(
    block: BlockShape,
    id: Id,
    path: Path,
    count: { text: number; item: number; quote: number },
  ): ParagraphBlock {
    if ("list" in block) {
      const items = block.list.map((item, i) => {
        count.item += 1;
        return this.either(item, `${id}.${count.item}`, [...path, "list", i]);
      });
      return { type: "list", items };
    }
    if ("quote" in block) {
      count.quote += 1;
      return { type: "quote", ...this.either(block.quote, `${id}.q${count.quote}`, [...path, "quote"]) };
    }
    count.text += 1;
    const first = count.text === 1;
    if (first && (block.id === undefined || block.id === id)) {
      return { type: "text", id, text: this.text(id, block.text, [...path, "text"]) };
    }
    if (first) {
      this.diagnostics.push({
        code: "invalid-id",
        severity: "error",
        message: `The first text of the paragraph \`${id}\` cannot have another id than the paragraph.`,
        place: this.yaml.at([...path, "id"]),
        hint: "Take the id of the text out.",
      });
    }
    return { type: "text", ...this.either(block, `${id}.t${count.text}`, path) };
  }
}
