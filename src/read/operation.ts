/** Reads what an amendment does: exactly one of amend, replace, add, delete, move, merge, split, retitle, and to what. */
import type { Operation, Spot, Target } from "../model/amendment.ts";
import type { Id } from "../model/resolution.ts";
import type { AmendmentTexts, NewParagraphs } from "./amendment-texts.ts";
import { howToWrite, type Parent, PlaceReader, type Reading } from "./operation-places.ts";
import type { AmendmentShape, OperationShape } from "./schema-amendments.ts";
import type { Path } from "./yaml.ts";

/** The fields of an entry that say what is done. */
export const operationFields = [
  "amend",
  "replace",
  "add",
  "delete",
  "move",
  "merge",
  "split",
  "retitle",
] as const;
type Field = (typeof operationFields)[number];

const examples: Record<Field, string> = {
  amend: "amend: { en: [{ find: words, put: new words }] }",
  replace: "replace: { en: the new text }",
  add: "add: { after: PP1, text: { en: the new paragraph } }",
  delete: "delete: yes",
  move: "move: { after: OP3 }",
  merge: "merge: { with: [OP6], text: { en: … } }",
  split: "split: { text: { en: [ …, … ] } }",
  retitle: "retitle: { en: the new title }",
};

/** The operation of an entry, or of a decision's result below `path`; undefined when there is something to mend. */
export function readOperation(
  shape: OperationShape,
  path: Path,
  reading: Reading,
): Operation<Spot> | undefined {
  return new OperationReader(path, reading).read(shape);
}

class OperationReader extends PlaceReader {
  private readonly texts: AmendmentTexts;

  constructor(path: Path, reading: Reading) {
    super(path, reading);
    this.texts = reading.texts;
  }

  read(shape: OperationShape): Operation<Spot> | undefined {
    const given = operationFields.filter((field) => shape[field] !== undefined);
    const [field, second] = given;
    if (field === undefined)
      return this.fault(
        "amendment-operation",
        "It is not said what is to be done.",
        `Add one of ${operationFields.join(", ")}; for example ${examples.amend}.`,
        this.path,
      );
    if (second !== undefined)
      return this.fault(
        "amendment-operation",
        `Both \`${field}\` and \`${second}\` are given; an amendment does one thing.`,
        "Keep one of them, and make an amendment of its own of the other.",
        [...this.path, second],
        "field",
      );
    this.note([field], [field], "field");
    if (field === "add") return this.add(shape);
    const target = this.target(shape, field);
    if (!target) {
      // What else is wrong with the entry is said all the same.
      if (field === "amend" && shape.amend) this.changes(shape.amend, [field]);
      return undefined;
    }
    if (target.kind === "title") return this.title(shape, field);
    return this.paragraph(shape, field, target);
  }

  private paragraph(
    shape: OperationShape,
    field: Exclude<Field, "add">,
    target: Target<Spot>,
  ): Operation<Spot> | undefined {
    const at = (...more: string[]): Path => [...this.path, field, ...more];
    if (field === "amend" && shape.amend)
      return { kind: "amend", target, changes: this.changes(shape.amend, [field]) };
    if (field === "replace" && shape.replace) {
      this.noteLanguages(shape.replace, [field]);
      return { kind: "replace", target, text: this.texts.one(shape.replace, at()) };
    }
    if (field === "delete") return { kind: "delete", target };
    if (field === "move" && shape.move) {
      const place = this.place(shape.move, field);
      return place && { kind: "move", target, place };
    }
    if (field === "merge" && shape.merge) {
      const others = shape.merge.with.map((written, i) => this.spot(written, [field, "with", i]));
      this.noteLanguages(shape.merge.text, [field, "text"]);
      const text = this.texts.one(shape.merge.text, at("text"));
      const found = others.filter((spot) => spot !== undefined);
      return found.length === others.length ? { kind: "merge", target, others: found, text } : undefined;
    }
    if (field === "split" && shape.split) return this.split(shape.split, target);
    return this.fault(
      "amendment-operation",
      "`retitle` is for the title, but `on` names a paragraph.",
      "Write `replace` in place of `retitle`, or take `on` out.",
      at(),
      "field",
    );
  }

  private split(
    shape: NonNullable<OperationShape["split"]>,
    target: Target<Spot>,
  ): Operation<Spot> | undefined {
    const path = [...this.path, "split"];
    this.noteLanguages(shape.text, ["split", "text"]);
    const made = this.texts.many(shape.text, [...path, "text"]);
    if (!made) return undefined;
    if (made.depths.length < 2)
      return this.fault(
        "amendment-operation",
        "A paragraph is split into at least two, but there is one text.",
        "Give a list of texts, or write `replace` in place of `split`.",
        [...path, "text"],
      );
    if (made.depths.some((depth) => depth > 1))
      return this.fault(
        "amendment-operation",
        "The parts of a paragraph that is split cannot have sub-paragraphs of their own.",
        "Split it first, and add the sub-paragraphs with an amendment of its own.",
        [...path, "text"],
      );
    const ids = this.ids(shape.ids, made.depths.length - 1, [...path, "ids"]);
    return ids && { kind: "split", target, ids, texts: made.texts };
  }

  private add(shape: OperationShape): Operation<Spot> | undefined {
    const { add, on } = shape;
    if (!add) return undefined;
    const path = [...this.path, "add"];
    if (on !== undefined)
      return this.fault(
        "amendment-operation",
        "A new paragraph stands after or before another one, not `on` it.",
        `Take \`on\` out, and write add: { after: ${on}, text: … }.`,
        [...this.path, "on"],
        "field",
      );
    const place = this.place(add, "add");
    this.noteLanguages(add.text, ["add", "text"]);
    const made: NewParagraphs | undefined = this.texts.many(add.text, [...path, "text"]);
    if (!place || !made) return undefined;
    const ids = this.ids(add.ids, made.depths.length, [...path, "ids"]);
    const flat = made.depths.every((depth) => depth === 1);
    return ids && { kind: "add", place, ids, ...(flat ? {} : { depths: made.depths }), texts: made.texts };
  }

  private title(shape: OperationShape, field: Exclude<Field, "add">): Operation<Spot> | undefined {
    if (field === "amend" && shape.amend)
      return { kind: "retitle", changes: this.changes(shape.amend, [field]) };
    const text = shape.replace ?? shape.retitle;
    if (text !== undefined) {
      this.noteLanguages(text, [field]);
      return { kind: "retitle", text: this.texts.one(text, [...this.path, field]) };
    }
    return this.fault(
      "amendment-operation",
      `The title cannot be changed by \`${field}\`.`,
      "Write amend: with the words that change, or retitle: with the new title.",
      [...this.path, field],
      "field",
    );
  }

  /** What `on` says; without it, what the amendment is to that this one is a sub-amendment to. */
  private target(shape: OperationShape, field: Field): Target<Spot> | undefined {
    if (shape.on !== undefined) {
      this.note(["on"], ["on"]);
      return this.understand(shape.on, ["on"]);
    }
    if (field === "retitle") return { kind: "title" };
    const { parent } = this.reading;
    if (parent) {
      this.note(["on"], [field], "field");
      return this.parentTarget(parent);
    }
    return this.fault(
      "missing-field",
      "The field `on` is missing: it is not said which paragraph is meant.",
      `Add \`on:\` with the paragraph. ${howToWrite}`,
      this.path,
    );
  }

  private parentTarget({ id, operation }: Parent): Target<Spot> | undefined {
    if (operation.kind === "retitle") return { kind: "title" };
    if (operation.kind !== "add") return operation.target;
    const [only, second] = operation.ids;
    if (only !== undefined && second === undefined) return { kind: "paragraph", id: this.ownSpot(only) };
    return this.fault(
      "amendment-target",
      `\`${id}\` has ${operation.ids.length} new paragraphs, and it is not said which one is meant.`,
      `Add \`on:\` with one of ${operation.ids.join(", ")}.`,
      this.path,
    );
  }

  private ownSpot(id: Id): Spot {
    return { written: id, place: this.yaml.at([...this.path, "to"]), id };
  }

  private changes(shape: NonNullable<AmendmentShape["amend"]>, name: Path) {
    this.noteLanguages(shape, name);
    return this.texts.changes(shape, [...this.path, ...name], (full, written) =>
      this.reading.note(full.join("."), written),
    );
  }

  private ids(given: readonly Id[] | undefined, count: number, path: Path): Id[] | undefined {
    if (given === undefined)
      return Array.from({ length: count }, (_, i) => `${this.reading.id}.${letters(i + 1)}`);
    if (given.length === count) return [...given];
    return this.fault(
      "amendment-operation",
      `There ${count === 1 ? "is 1 new paragraph" : `are ${count} new paragraphs`}, but ${given.length === 1 ? "1 id" : `${given.length} ids`}.`,
      "Give as many ids as there are new paragraphs, or take `ids` out.",
      path,
    );
  }

  /** Each language of a text, also of one that names none. */
  private noteLanguages(shape: unknown, name: Path): void {
    if (typeof shape === "string" || Array.isArray(shape)) this.note([...name, this.texts.language], name);
    else
      for (const language of Object.keys(shape as object))
        this.note([...name, language], [...name, language]);
  }
}

/** a … z, then aa, bb: as sub-paragraphs are lettered. */
function letters(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}
