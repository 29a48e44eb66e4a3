/** Entries of a list of a YAML file by their ids, and files that begin with a byte order mark. */
import { parseDocument } from "yaml";

const mark = "\ufeff";

/** Keeps a byte order mark out of the way of offsets. */
export function withoutMark(
  source: string,
  edit: (source: string) => string | undefined,
): string | undefined {
  if (!source.startsWith(mark)) return edit(source);
  const edited = edit(source.slice(1));
  return edited === undefined ? undefined : mark + edited;
}

/** Place of the entry of this id in a list of the file, or -1. */
export function entryOf(source: string, list: string, id: string): number {
  return idsOf(source, list).indexOf(id);
}

/** Ids of the entries of a list of the file; undefined for those that have none. */
export function idsOf(source: string, list: string): unknown[] {
  const { contents } = parseDocument(source, { schema: "core", uniqueKeys: false, logLevel: "error" });
  const data: unknown = contents?.toJSON();
  const entries: unknown = isRecord(data) ? data[list] : undefined;
  return Array.isArray(entries) ? entries.map((entry) => (isRecord(entry) ? entry.id : undefined)) : [];
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
