/** Carries marks and calls through a reader of plain text: each becomes one character that no text holds, and comes back. */
import type { Inline, InlineText } from "../../text/inline.ts";
import { normalise } from "../../text/normalise.ts";

/** Characters of the supplementary private use area; those of strangers' texts are taken out before. */
const first = 0xf0000;
const most = 0xfff0;
const signs = /[\u{f0000}-\u{ffffd}]/gu;

type Branch = Extract<Inline, { children: Inline[] }>;
type Mark = { kind: "single"; node: Inline } | { kind: "open"; node: Branch } | { kind: "close" };

/** What each character stands for. */
export class MarkBook {
  readonly #marks: Mark[] = [];

  /** The character for a mark; empty when there are too many, so that the words stay without it. */
  sign(mark: Mark): string {
    if (this.#marks.length >= most) return "";
    this.#marks.push(mark);
    return String.fromCodePoint(first + this.#marks.length - 1);
  }

  /** Whether a character ends a mark or stands alone: closing punctuation can go behind it. */
  endsMark(sign: string): boolean {
    const kind = this.#marks[(sign.codePointAt(0) ?? 0) - first]?.kind;
    return kind === "single" || kind === "close";
  }

  full(): boolean {
    return this.#marks.length > most - 2;
  }

  /** The text with its marks again; a mark whose other end was cut off marks as far as the words around it reach. */
  restore(text: InlineText): InlineText {
    const visit = (nodes: readonly Inline[]): Inline[] => {
      const out: Inline[][] = [[]];
      const open: Branch[] = [];
      const close = (): void => {
        const node = open.pop();
        const children = out.pop() ?? [];
        if (node) out.at(-1)?.push({ ...node, children });
      };
      for (const node of nodes) {
        if (node.kind !== "text") {
          out.at(-1)?.push("children" in node ? { ...node, children: visit(node.children) } : node);
          continue;
        }
        let from = 0;
        for (const found of node.text.matchAll(signs)) {
          out.at(-1)?.push({ kind: "text", text: node.text.slice(from, found.index) });
          from = found.index + found[0].length;
          const mark = this.#marks[(found[0].codePointAt(0) ?? 0) - first];
          if (mark?.kind === "single") out.at(-1)?.push(mark.node);
          else if (mark?.kind === "open") {
            open.push(mark.node);
            out.push([]);
          } else if (mark && open.length > 0) close();
        }
        out.at(-1)?.push({ kind: "text", text: node.text.slice(from) });
      }
      while (open.length > 0) close();
      return out[0] ?? [];
    };
    return normalise(visit(text));
  }
}

/** The words of a text with a character for each mark; calls of notes come before the closing punctuation they stand behind. */
export function flatten(text: InlineText, marks: MarkBook, all: boolean): string {
  const visit = (nodes: readonly Inline[]): string =>
    nodes
      .map((node): string => {
        if (node.kind === "text") return node.text.replace(signs, "");
        if (!("children" in node)) return marks.sign({ kind: "single", node });
        const inside = visit(node.children);
        if (!all || node.kind === "ins" || node.kind === "del" || marks.full()) return inside;
        return `${marks.sign({ kind: "open", node })}${inside}${marks.sign({ kind: "close" })}`;
      })
      .join("");
  return visit(text).replace(
    /([,;.،؛。，；]+)([\u{f0000}-\u{ffffd}]+)$/u,
    (whole, closing: string, calls: string) =>
      [...calls].every((c) => marks.endsMark(c)) ? `${calls}${closing}` : whole,
  );
}
