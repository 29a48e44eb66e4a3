/** Takes the closing punctuation off an imported text, because the view puts it back by place and language. */

/** Where a text stands, which decides what closes it (house-style 1.7). */
export type Closing = "preambular" | "operative" | "last" | "chapeau" | "none";

const expected: Record<Exclude<Closing, "none">, RegExp> = {
  preambular: /^[,،，]$/u,
  operative: /^[;؛；](?:\s+\p{L}{1,3})?$/u,
  last: /^[.。]$/u,
  chapeau: /^[:：]?$/u,
};

/** Closing signs, with the "and" before the last item of a series. */
const closing = /\s*([,;:.،؛，；。：](?:\s+(?:and|or|et|ou|y|e|o|и|или))?)$/u;

/**
 * The text without its closing sign. `ending` is the sign where it is not the one that belongs there; it is undefined
 * also where there is none, which is `bare`.
 */
export function takeClosing(text: string, place: Closing): { text: string; ending?: string; bare: boolean } {
  const found = closing.exec(text);
  const sign = found?.[1] ?? "";
  // The stops of an ellipsis or an abbreviation such as U.N. are no closing sign of the paragraph where another is due.
  const stop = sign === "." && place !== "last" && /(?:\.\.|\b\p{L}\.\p{L})\.$/u.test(text);
  if (!found || stop || place === "none") return { text, bare: place !== "none" && place !== "chapeau" };
  const body = text.slice(0, found.index);
  if (body === "") return { text, bare: true };
  return expected[place].test(sign) ? { text: body, bare: false } : { text: body, ending: sign, bare: false };
}
