/** YAML text to plain values, with the place of every value and field at hand. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { cutTexts } from "./yaml-comma.ts";
import { sourceOffset } from "./yaml-offset.ts";
import { remarkOn, slipInName } from "./yaml-remarks.ts";

/** Where something is in the data: names of fields and indexes. */
export type Path = readonly (string | number)[];

/** A parsed file. Places count lines and columns from 1; columns count UTF-16 units. */
export interface YamlFile {
  file: string;
  /** Maps have no prototype; every key is text. Absent when the file cannot be read. */
  value?: unknown;
  /** Place of a value (or of its field name), or of the nearest thing around it that exists. */
  at(path: Path, what?: "value" | "field"): Place;
  /** Place of a UTF-16 offset in the text that stands at the path, also in folded and quoted texts. */
  inText(path: Path, offset: number): Place;
  /** What is written at the path, if it is a value without quotation marks on it. */
  plainSource(path: Path): string | undefined;
  /** What stands after a ` #` on the line of a value without quotation marks, and is lost. */
  lostWords(path: Path): string | undefined;
}

/** Depth of lists and fields inside each other. */
const maxDepth = 60;

type Node = unknown;

class Tree implements YamlFile {
  value?: unknown;
  private readonly fields = new WeakMap<YAMLMap, Map<string, Pair>>();

  constructor(
    readonly file: string,
    private readonly source: string,
    private readonly root: Node,
    private readonly lines: LineCounter,
  ) {}

  at(path: Path, what: "value" | "field" = "value"): Place {
    let node = this.root;
    let offset = startOf(node) ?? 0;
    for (const [i, step] of path.entries()) {
      const { key, value } = this.step(node, step);
      const field = startOf(key);
      const own = startOf(value);
      if (field === undefined && own === undefined) break;
      offset = (what === "field" && i === path.length - 1 ? field : undefined) ?? own ?? field ?? offset;
      node = value;
    }
    return this.place(offset, path);
  }

  inText(path: Path, offset: number): Place {
    const node = this.node(path);
    if (!isScalar(node) || typeof node.value !== "string") return this.at(path);
    return this.place(sourceOffset(node as Scalar<string>, this.source, offset), path);
  }

  plainSource(path: Path): string | undefined {
    const node = this.node(path);
    return isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
  }

  lostWords(path: Path): string | undefined {
    const node = this.node(path);
    if (!isScalar(node) || node.type !== "PLAIN" || typeof node.comment !== "string") return undefined;
    // A comment has a space after its sign; `#3` was meant as text.
    return /^\S/.test(node.comment) ? `#${node.comment}` : undefined;
  }

  place(offset: number, path?: Path): Place {
    const { line, col } = this.lines.linePos(offset);
    return {
      file: this.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      ...(path ? { path: [...path] } : {}),
    };
  }

  private node(path: Path): Node {
    let node = this.root;
    for (const step of path) node = this.step(node, step).value;
    return node;
  }

  private step(node: Node, step: string | number): { key?: Node; value?: Node } {
    if (isSeq(node) && typeof step === "number") return { value: node.items[step] };
    if (!isMap(node)) return {};
    let fields = this.fields.get(node);
    if (!fields) {
      fields = new Map();
      for (const pair of node.items) if (!fields.has(keyText(pair))) fields.set(keyText(pair), pair);
      this.fields.set(node, fields);
    }
    const pair = fields.get(String(step));
    return pair ? { key: pair.key, value: pair.value } : {};
  }
}

function startOf(node: Node): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : undefined;
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

/** Turns nodes into plain values, and says what has no place in a source. */
class Values {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly tree: Tree,
    private readonly source: string,
  ) {}

  of(node: Node, depth: number): unknown {
    if (node === null || node === undefined) return null;
    if (depth > maxDepth) {
      this.fault(
        "nesting-too-deep",
        node,
        `This is nested more than ${maxDepth} deep.`,
        "Take some levels out.",
      );
      return null;
    }
    if (isAlias(node)) {
      this.fault(
        "yaml-syntax",
        node,
        "A value cannot start with * unless it stands in quotation marks.",
        "If it is the start of a text, put the whole text in quotation marks.",
      );
      return null;
    }
    if (isSeq(node)) return node.items.map((item) => this.of(item, depth + 1));
    if (isMap(node)) return this.map(node, depth);
    if (!isScalar(node)) return null;
    if (node.anchor !== undefined || node.tag !== undefined) this.decorated(node);
    return node.value;
  }

  private map(node: YAMLMap, depth: number): unknown {
    const out: Record<string, unknown> = Object.create(null);
    const cut = cutTexts(node, this.source);
    for (const { offset, piece, whole } of cut)
      this.faultAt(
        "yaml-syntax",
        offset,
        `A comma ends a text inside { }, so “${piece}” was not read as part of it.`,
        `Put the whole text in quotation marks: "${whole}".`,
      );
    for (const pair of node.items) {
      if (cut.some(({ pieces }) => pieces.has(pair))) continue;
      const key = keyText(pair);
      const slip = slipInName(key);
      if (slip) this.fault("yaml-syntax", pair.key, ...slip);
      if (Object.hasOwn(out, key)) {
        this.fault("yaml-syntax", pair.key, `The field \`${key}\` is given twice.`, "Keep one of the two.");
        continue;
      }
      out[key] = this.of(pair.value, depth + 1);
    }
    return out;
  }

  private decorated(node: Scalar): void {
    const sign = node.anchor === undefined ? "!" : "&";
    this.fault(
      "yaml-syntax",
      node,
      `A value cannot start with ${sign} unless it stands in quotation marks.`,
      "If it is the start of a text, put the whole text in quotation marks.",
    );
  }

  private fault(code: Diagnostic["code"], node: Node, message: string, hint: string): void {
    this.faultAt(code, startOf(node) ?? 0, message, hint);
  }

  private faultAt(code: Diagnostic["code"], offset: number, message: string, hint: string): void {
    this.diagnostics.push({ code, severity: "error", message, place: this.tree.place(offset), hint });
  }
}

/**
 * Parses a file. The value is absent when it is not YAML, or uses what has no use in a source; all faults are given. `keep`: a value
 * is given also beside faults that leave the rest readable.
 */
export function parseYaml(
  source: string,
  file: string,
  { keep = false }: { keep?: boolean } = {},
): { yaml: YamlFile; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const diagnostics: Diagnostic[] = [];
  let root: Node = null;
  try {
    const document = parseDocument(source, {
      lineCounter: lines,
      prettyErrors: false,
      schema: "core",
      stringKeys: true,
      uniqueKeys: false,
      resolveKnownTags: false,
      logLevel: "error",
    });
    root = document.contents;
    const tree = new Tree(file, source, root, lines);
    const said = new Set<number>();
    let caused = false;
    for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
      const place = tree.place(pos[0]);
      // What follows on the same line is mostly the same fault again.
      if (said.has(place.line)) continue;
      said.add(place.line);
      const { offset, sure, ...words } = remarkOn(source, pos[0], code, message);
      const at = tree.place(offset);
      const known = at.line !== place.line && said.has(at.line);
      // Once a cause is known, only other causes are news.
      if (!known && (sure || !caused))
        diagnostics.push({ code: "yaml-syntax", severity: "error", place: at, ...words });
      said.add(at.line);
      caused ||= sure;
    }
  } catch {
    const place: Place = { file, line: 1, column: 1 };
    const message = "This is nested too deep to be read.";
    diagnostics.push({
      code: "nesting-too-deep",
      severity: "error",
      message,
      place,
      hint: "Take some levels out.",
    });
  }
  const tree = new Tree(file, source, root, lines);
  if (diagnostics.length > 0) return { yaml: tree, diagnostics };
  const values = new Values(tree, source);
  const value = values.of(root, 0);
  if (keep || values.diagnostics.length === 0) tree.value = value;
  return { yaml: tree, diagnostics: values.diagnostics };
}
