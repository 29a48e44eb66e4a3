/** Splits the page fields out of a ready phrase: `- <page/> -` is text, field, text. */
export type FieldPiece = { kind: "text"; text: string } | { kind: "page" } | { kind: "pages" };

/** The pieces of a text in order, none empty. */
export function splitFields(text: string): FieldPiece[] {
  return text
    .split(/(<pages?\/>)/)
    .filter((piece) => piece !== "")
    .map((piece) =>
      piece === "<page/>"
        ? { kind: "page" }
        : piece === "<pages/>"
          ? { kind: "pages" }
          : { kind: "text", text: piece },
    );
}
