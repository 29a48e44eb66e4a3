/** Takes the texts of an amendment out of its entry: in one language or several, one paragraph or several, or changes of words. */
import type { WordChange } from "../model/amendment.ts";
import type { Id } from "../model/resolution.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { type Inline, type InlineText, plainText } from "../text/inline.ts";
import { readInline } from "../text/read-inline.ts";
import type {
  ChangeShape,
  ChangesShape,
  NewParagraphShape,
  NewTextsShape,
  TextsShape,
} from "./schema-amendments.ts";
import { takeText } from "./text.ts";
import { isUnfilled, unfilled } from "./unfilled.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** A text of an amendment and where it stands, for what can only be looked at when all amendments are known. */
export interface TextAt {
  text: InlineText;
  path: Path;
  source: string;
}

/** New paragraphs in one language, sub-paragraphs after the one they belong to. */
interface Flat {
  texts: InlineText[];
  depths: number[];
}

export interface NewParagraphs {
  texts: Record<string, InlineText[]>;
  /** 1 for a paragraph, 2 for its sub-paragraph, and so on. */
  depths: number[];
}

/** `language`: of texts that name none; `known`: the languages there are. Findings are added to `diagnostics`. */
export class AmendmentTexts {
  readonly taken: TextAt[] = [];
  /** Languages that occur, in the order of their first use. */
  readonly languages = new Set<string>();

  constructor(
    private readonly yaml: YamlFile,
    readonly language: string,
    private readonly known: readonly string[],
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** One text by language. */
  one(shape: TextsShape, path: Path): Record<string, InlineText> {
    return this.byLanguage<string, InlineText>(shape, path, (text, at) => this.text(text, at));
  }

  /** A remark by language, which counts for nothing when the languages of an amendment are looked over. */
  remark(shape: TextsShape, path: Path): Record<string, InlineText> {
    return this.byLanguage<string, InlineText>(shape, path, (text, at) => this.text(text, at), false);
  }

  /** Whether there is such a language; if not, that is said. */
  knows(language: string, path: Path, what: "value" | "field" = "value"): boolean {
    if (this.known.length === 0 || this.known.includes(language)) return true;
    const near = nearest(language, this.known);
    this.diagnostics.push({
      code: "language-unknown",
      severity: "error",
      message: `There is no language \`${language}\`.`,
      place: this.yaml.at(path, what),
      hint: `${near ? `Did you mean \`${near}\`? ` : ""}The languages are: ${this.known.join(", ")}.`,
    });
    return false;
  }

  /** New paragraphs by language; the same number and the same depths in each, or there is a finding and no value. */
  many(shape: NewTextsShape, path: Path): NewParagraphs | undefined {
    const flat = this.byLanguage<string | NewParagraphShape[], Flat>(shape, path, (texts, at) =>
      this.flatten(typeof texts === "string" ? [texts] : texts, at, typeof texts === "string"),
    );
    const all = Object.entries(flat);
    const first = all[0];
    if (!first) return undefined;
    let alike = true;
    for (const [language, { depths }] of all) {
      if (depths.join() === first[1].depths.join()) continue;
      alike = false;
      this.diagnostics.push({
        code: "amendment-operation",
        severity: "error",
        message:
          depths.length === first[1].depths.length
            ? `The sub-paragraphs in \`${language}\` are not where they are in \`${first[0]}\`.`
            : `There ${depths.length === 1 ? "is 1 paragraph" : `are ${depths.length} paragraphs`} in \`${language}\`, but ${first[1].depths.length} in \`${first[0]}\`.`,
        place: this.yaml.at([...path, language], "field"),
        hint: "Every language has the same new paragraphs, in the same order.",
      });
    }
    if (!alike) return undefined;
    return {
      texts: Object.fromEntries(all.map(([language, { texts }]) => [language, texts])),
      depths: first[1].depths,
    };
  }

  /** Changes of words by language. `note` is told the path of each as it is written and as it reads in full. */
  changes(
    shape: ChangesShape,
    path: Path,
    note: (full: Path, written: Path) => void,
  ): Record<string, WordChange[]> {
    return this.byLanguage<ChangeShape[], WordChange[]>(shape, path, (list, at, language) =>
      list.flatMap((change, i) => {
        const written = [...at, i];
        note([...path, language, i], written);
        for (const field of Object.keys(change)) note([...path, language, i, field], [...written, field]);
        const found = change.find ?? change.delete ?? change.after ?? change.before;
        const word =
          change.delete !== undefined
            ? "delete"
            : (change.after ?? change.before) !== undefined
              ? "beside"
              : "";
        if (word !== "" && found !== undefined) {
          const field = word === "delete" ? "delete" : change.after !== undefined ? "after" : "before";
          note([...path, language, i, "find"], [...written, field]);
        }
        return this.change(change, written);
      }),
    );
  }

  private change(shape: ChangeShape, path: Path): WordChange[] {
    const { find, put, after, before, occurrence } = shape;
    const given = (["find", "delete", "after", "before"] as const).filter(
      (field) => shape[field] !== undefined,
    );
    const fault = (message: string, hint: string, field?: string): [] => {
      const place = this.yaml.at(
        field === undefined ? path : [...path, field],
        field === undefined ? "value" : "field",
      );
      this.diagnostics.push({ code: "amendment-operation", severity: "error", message, place, hint });
      return [];
    };
    if (given.length === 0)
      return fault(
        "This change does not say which words it means.",
        "Write { find: words that stand there, put: new words }, { delete: words }, { after: words, put: … } or { before: words, put: … }.",
      );
    const [field, second] = given;
    if (second !== undefined)
      return fault(
        `This change has both \`${field}\` and \`${second}\`.`,
        "Keep one of the two, or make two changes of it.",
        second,
      );
    if (field === "delete" && put !== undefined)
      return fault(
        "`delete` takes words out and puts none in.",
        "Write `find` in place of `delete`, or take `put` out.",
        "put",
      );
    if (field !== "delete" && put === undefined)
      return fault(
        `\`put\` is missing beside \`${field}\`.`,
        field === "find"
          ? "Add `put:` with the new words, or write `delete` in place of `find`."
          : "Add `put:` with the new words.",
      );
    const words = this.words(shape[field ?? "find"] ?? "");
    if (isUnfilled(words)) {
      const at = [...path, field ?? "find"];
      this.diagnostics.push(unfilled(this.yaml.at(at), this.languageIn(at)));
      return [];
    }
    const tree = put === undefined || put.trim() === "" ? [] : this.text(put, [...path, "put"]);
    if (tree.length === 0 && (after ?? before) !== undefined)
      return fault(
        "There are no new words to put in.",
        "Write them after `put:`, or take the change out.",
        "put",
      );
    if (find !== undefined && tree.length > 0 && plainText(tree) === words && words === put?.trim())
      return fault("The new words are the same as the old ones.", "Write the new words after `put:`.", "put");
    return [
      {
        find: words,
        put: tree,
        ...(after !== undefined ? { beside: "after" as const } : {}),
        ...(before !== undefined ? { beside: "before" as const } : {}),
        ...(occurrence === undefined ? {} : { occurrence }),
      },
    ];
  }

  /** Words to look for: without marks, white space as single spaces. */
  private words(source: string): string {
    const { value, problems } = readInline(source);
    const plain = problems.length === 0 ? wordsOf(value) : source;
    return (plain === "" ? source : plain).normalize("NFC").replace(/[ \t\r\n]+/g, " ");
  }

  /** The language that a path goes through. */
  private languageIn(path: Path): string | undefined {
    return this.known.find((language) => path.includes(language));
  }

  private text(source: string, path: Path): InlineText {
    const text = takeText(source, path, this.yaml, this.diagnostics, this.languageIn(path));
    if (text.length === 0)
      this.diagnostics.push({
        code: "missing-field",
        severity: "error",
        message: "This text is empty.",
        place: this.yaml.at(path),
        hint: "Write the text, or take the entry out.",
      });
    this.taken.push({ text, path, source });
    return text;
  }

  private flatten(shapes: readonly NewParagraphShape[], path: Path, bare: boolean, depth = 1): Flat {
    const flat: Flat = { texts: [], depths: [] };
    for (const [i, shape] of shapes.entries()) {
      const at = bare ? path : [...path, i];
      const own = typeof shape === "string" ? { text: shape, at } : { text: shape.text, at: [...at, "text"] };
      flat.texts.push(this.text(own.text, own.at));
      flat.depths.push(depth);
      if (typeof shape === "string") continue;
      const inner = this.flatten(shape.children ?? [], [...at, "children"], false, depth + 1);
      flat.texts.push(...inner.texts);
      flat.depths.push(...inner.depths);
    }
    return flat;
  }

  /** A value without a language is in that of the amendment. */
  private byLanguage<T extends string | unknown[], R>(
    shape: T | Record<string, T>,
    path: Path,
    read: (value: T, path: Path, language: string) => R,
    counts = true,
  ): Record<string, R> {
    const plain = typeof shape === "string" || Array.isArray(shape);
    const entries: [string, T, Path][] = plain
      ? [[this.language, shape as T, path]]
      : Object.entries(shape as Record<string, T>).map(([language, value]) => [
          language,
          value,
          [...path, language],
        ]);
    if (entries.length === 0)
      this.diagnostics.push({
        code: "missing-field",
        severity: "error",
        message: "There is no text in any language here.",
        place: this.yaml.at(path),
        hint: `Write the text, or ${this.language}: and the text.`,
      });
    const out: Record<Id, R> = {};
    for (const [language, value, at] of entries) {
      if (!plain && !this.knows(language, at, "field")) continue;
      if (counts) this.languages.add(language);
      out[language] = read(value, at, language);
    }
    return out;
  }
}

/** As people write it: references with their sign, calls of footnotes left out. */
function wordsOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      if (node.kind === "ref") return `[@${node.to}]`;
      return node.kind === "note" ? "" : wordsOf(node.children);
    })
    .join("");
}
