/** Small helpers that lay out YAML so that people like to read it: folded texts, one-line groups, blank lines. */
import { Document, isMap, type Node, Scalar, type YAMLMap, type YAMLSeq } from "yaml";

/** Width of lines, in characters; longer texts are folded over several lines. */
const width = 110;

/** Texts that some readers of YAML take for yes/no values, days or times. */
const special = /^(?:y|n|yes|no|on|off|true|false|null|~|\d[\d_:.,-]*(?:[Tt ]\d.*)?)$/i;

/** Collects nodes of one document. */
export class Layout {
  private readonly document = new Document(undefined, { version: "1.2" });

  /** A text: folded on lines of its own when it is long, in quotation marks where it could be taken for something else. */
  text(value: string): Scalar {
    if (special.test(value)) return this.quoted(value);
    const node = new Scalar(value);
    if (value.length > 72 && /^\S/.test(value) && !/[\r\n\t]|^[#%]| {2}/.test(value))
      node.type = Scalar.BLOCK_FOLDED;
    return node;
  }

  /** A text in "double quotation marks". */
  quoted(value: string): Scalar {
    const node = new Scalar(value);
    node.type = Scalar.QUOTE_DOUBLE;
    return node;
  }

  /** Fields one under the other; those that are undefined are left out. */
  fields(entries: Record<string, unknown>): YAMLMap {
    const map = this.document.createNode({}) as YAMLMap;
    for (const [name, value] of Object.entries(entries)) {
      if (value !== undefined) map.add(this.document.createPair(name, value));
    }
    map.flow = false;
    return map;
  }

  /** Fields on one line, in braces. */
  line(entries: Record<string, unknown>): YAMLMap {
    const map = this.fields(entries);
    map.flow = true;
    return map;
  }

  list(items: readonly unknown[]): YAMLSeq {
    const seq = this.document.createNode([]) as YAMLSeq;
    for (const item of items) seq.add(item);
    return seq;
  }

  /** A list on one line, in brackets. */
  lineList(items: readonly string[]): YAMLSeq {
    const seq = this.list(items.map((item) => this.document.createNode(item)));
    seq.flow = true;
    return seq;
  }

  /** Fields as they stand `indent` columns from the margin, without the line feed at the end. */
  lines(fields: YAMLMap, indent: number): string {
    const document = new Document(undefined, { version: "1.2" });
    document.contents = fields as unknown as typeof document.contents;
    const text = document.toString({
      lineWidth: Math.max(60, width - indent),
      indent: 2,
      flowCollectionPadding: true,
      minContentWidth: 40,
    });
    return text.trimEnd().replace(/^(?=.)/gm, " ".repeat(indent));
  }

  /** A value as it stands after the name of its field, further lines `indent` columns and more from the margin. */
  value(value: unknown, indent: number): string {
    const lines = this.lines(this.fields({ x: value }), indent).slice(indent + 2);
    return lines.startsWith(" ") ? lines.slice(1) : lines;
  }

  /** Prints the root; `top` are the comment lines above it, and blank lines go before the fields named. */
  print(root: YAMLMap, top: readonly string[], apart: readonly string[]): string {
    this.document.contents = root as unknown as typeof this.document.contents;
    this.document.commentBefore = top.map((line) => (line === "" ? "" : ` ${line}`)).join("\n");
    for (const pair of root.items) {
      const key = pair.key as Scalar;
      if (apart.includes(String(key.value))) key.spaceBefore = true;
    }
    return this.document.toString({
      lineWidth: width,
      indent: 2,
      flowCollectionPadding: true,
      minContentWidth: 40,
    });
  }
}

/** Puts blank lines between the entries of a list, apart from the first. */
export function spaced(seq: YAMLSeq): YAMLSeq {
  for (const [i, item] of seq.items.entries()) if (i > 0 && isMap(item)) (item as Node).spaceBefore = true;
  return seq;
}
