/** Finds the place in a YAML file of a character of a text, through folding, indents, quotation marks and escapes. */
import type { Scalar } from "yaml";

/** One piece of what is written: the text it stands for, and where it is. */
interface Piece {
  text: string;
  offset: number;
}

const escapes: Record<string, string> = {
  n: "\n",
  t: "\t",
  r: "\r",
  " ": " ",
  "\t": "\t",
  e: "\u001b",
  N: "\u0085",
};

/** Reads the next piece of a text in double or single quotation marks, or of a text without. */
function pieceAt(
  source: string,
  offset: number,
  type: string | null | undefined,
): Piece & { length: number } {
  const two = source.slice(offset, offset + 2);
  if (type === "QUOTE_SINGLE" && two === "''") return { text: "'", offset, length: 2 };
  if (type === "QUOTE_DOUBLE" && two.startsWith("\\")) {
    const joined = /^\\\r?\n[ \t]*/.exec(source.slice(offset, offset + 400));
    if (joined) return { text: "", offset, length: joined[0].length };
    const code = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(
      source.slice(offset, offset + 10),
    );
    if (code) {
      const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "0", 16);
      return { text: point > 0x10ffff ? "?" : String.fromCodePoint(point), offset, length: code[0].length };
    }
    const sign = two.charAt(1);
    return { text: escapes[sign] ?? (sign === "_" ? "\u00a0" : sign), offset, length: 2 };
  }
  return { text: source.charAt(offset), offset, length: 1 };
}

const isSpace = (text: string): boolean => text === " " || text === "\n" || text === "\t" || text === "\r";

/**
 * UTF-16 offset in the file of the character at `wanted` in the value of a text. Exact for every character that is not
 * white space; for white space, the place of the white space in the file.
 */
export function sourceOffset(node: Scalar<string>, source: string, wanted: number): number {
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? source.length;
  const block = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
  const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  let at = start + (quoted ? 1 : 0);
  if (block) at = source.indexOf("\n", start) + 1;
  const value = node.value;
  let i = 0;
  while (i < value.length && at < end) {
    const piece = pieceAt(source, at, node.type);
    if (piece.text === "" || (isSpace(piece.text) && !isSpace(value.charAt(i)))) {
      at += piece.length;
      continue;
    }
    if (isSpace(value.charAt(i))) {
      if (i >= wanted) return at;
      // Folding changes how much white space there is, not where: both sides skip theirs as a whole.
      while (i < value.length && isSpace(value.charAt(i))) i += 1;
      if (i > wanted) return at;
      for (let next = piece; at < end && isSpace(next.text); next = pieceAt(source, at, node.type))
        at += next.length;
      continue;
    }
    if (i + piece.text.length > wanted) return at;
    i += piece.text.length;
    at += piece.length;
  }
  return Math.min(at, end);
}
