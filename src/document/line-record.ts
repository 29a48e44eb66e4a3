/** The line numbers of an issued document as they were printed: data that outlives the program that counted them. */

/** Which line is which, for a document in one language. Every counted line is in it, whether its number was printed or not. */
export interface LineRecord {
  /** Version of the way of counting; lines of an older one keep their numbers all the same. */
  algorithm: number;
  /** BCP 47 */
  language: string;
  /** SHA-256, the first 16 hex digits, of label and words of each counted paragraph, by its key. */
  texts: Record<string, string>;
  pages: { page: number; lines: NumberedLine[] }[];
}

export interface NumberedLine {
  number: number;
  /** Key of the paragraph: its id, or `#` and its place among those without; a second one of the same id ends in `~2`. */
  block: string;
  /** UTF-16 offsets [from, to) into the printed words of the paragraph. */
  from: number;
  to: number;
}

/** JSON with one line a row, so that two records can be compared by eye. */
export function printLineRecord(record: LineRecord): string {
  const { algorithm, language, texts, pages } = record;
  const rows = (open: string, items: readonly string[], close: string, indent: string): string =>
    items.length === 0
      ? `${open}${close}`
      : `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
  const hashes = Object.entries(texts).map(([key, hash]) => `${JSON.stringify(key)}: "${hash}"`);
  const sheets = pages.map(({ page, lines }) => {
    const list = lines.map(({ number, block, from, to }) => JSON.stringify({ number, block, from, to }));
    return `{ "page": ${page}, "lines": ${rows("[", list, "]", "    ")} }`;
  });
  return `${rows(
    "{",
    [
      `"algorithm": ${algorithm}`,
      `"language": ${JSON.stringify(language)}`,
      `"texts": ${rows("{", hashes, "}", "  ")}`,
      `"pages": ${rows("[", sheets, "]", "  ")}`,
    ],
    "}",
    "",
  )}\n`;
}

/** Reads a record; undefined when the text is not one. */
export function parseLineRecord(text: string): LineRecord | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isLineRecord(data) ? data : undefined;
}

function isLineRecord(data: unknown): data is LineRecord {
  return (
    isRecord(data) &&
    isCount(data.algorithm) &&
    typeof data.language === "string" &&
    isRecord(data.texts) &&
    Object.values(data.texts).every((hash) => typeof hash === "string") &&
    Array.isArray(data.pages) &&
    data.pages.every(
      (page: unknown) =>
        isRecord(page) && isCount(page.page) && Array.isArray(page.lines) && page.lines.every(isNumberedLine),
    )
  );
}

function isNumberedLine(data: unknown): boolean {
  return (
    isRecord(data) &&
    isCount(data.number) &&
    typeof data.block === "string" &&
    isCount(data.from) &&
    isCount(data.to)
  );
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
