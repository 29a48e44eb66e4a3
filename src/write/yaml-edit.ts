/** Changes single fields of a YAML text by their place in it, and leaves every other character as its author wrote it. */
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

/** Where something is in the data: names of fields and indexes. */
export type Path = readonly (string | number)[];

type Node = unknown;

function parse(source: string): Node {
  return parseDocument(source, {
    prettyErrors: false,
    schema: "core",
    stringKeys: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: "error",
  }).contents;
}

function nodeAt(root: Node, path: Path): Node {
  let node = root;
  for (const step of path) {
    if (isSeq(node) && typeof step === "number") node = node.items[step];
    else if (isMap(node)) node = pairOf(node, String(step))?.value;
    else return undefined;
  }
  return node;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function range(node: Node): [start: number, end: number] | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  const found = node.range;
  return Array.isArray(found) && typeof found[0] === "number" && typeof found[1] === "number"
    ? [found[0], found[1]]
    : undefined;
}

/** First and last offset of a field, its value included, white space after it not. */
function extent(pair: Pair, source: string): [number, number] {
  const [start, keyEnd] = range(pair.key) ?? [0, 0];
  const end = Math.max(range(pair.value)?.[1] ?? keyEnd, keyEnd);
  return [start, start + source.slice(start, end).trimEnd().length];
}

const splice = (source: string, start: number, end: number, text: string): string =>
  source.slice(0, start) + text + source.slice(end);

const lineStart = (source: string, offset: number): number => source.lastIndexOf("\n", offset - 1) + 1;

/** Offset of the end of a line, its comment included, before `\r\n` or `\n`. */
function lineEnd(source: string, offset: number): number {
  const found = source.indexOf("\n", offset);
  const end = found < 0 ? source.length : found;
  return source.charAt(end - 1) === "\r" ? end - 1 : end;
}

/** How the lines of the text end. */
export function lineBreak(source: string): "\r\n" | "\n" {
  return source.includes("\r\n") ? "\r\n" : "\n";
}

/** The map at a path. Throws when there is none: what is edited was read before. */
function mapAt(source: string, path: Path): YAMLMap {
  const node = nodeAt(parse(source), path);
  if (!isMap(node)) throw new Error(`there are no fields at ${path.join(".")}`);
  return node;
}

/** Whether the map at a path is written on one line, in braces. */
export function isFlow(source: string, path: Path): boolean {
  return mapAt(source, path).flow === true;
}

/** What stands at a path: fields, a list, or a single value; undefined when nothing does. */
export function kindAt(source: string, path: Path): "fields" | "list" | "value" | undefined {
  const node = nodeAt(parse(source), path);
  if (isMap(node)) return "fields";
  if (isSeq(node)) return "list";
  return isScalar(node) && node.value !== null ? "value" : undefined;
}

/** How many items the list at a path has; 0 where there is none. */
export function countAt(source: string, path: Path): number {
  const node = nodeAt(parse(source), path);
  return isSeq(node) ? node.items.length : 0;
}

/** Whether what stands at a path is in braces or brackets, itself or something around it. */
export function isInline(source: string, path: Path): boolean {
  const root = parse(source);
  return path.concat("").some((_, n) => {
    const node = nodeAt(root, path.slice(0, n));
    return (isMap(node) || isSeq(node)) && node.flow === true;
  });
}

/** Columns before the line that the field or item at a path begins on, the dash of an item not counted. */
export function columnOf(source: string, path: Path): number {
  const parent = nodeAt(parse(source), path.slice(0, -1));
  const last = path.at(-1);
  const start = isMap(parent)
    ? range(pairOf(parent, String(last))?.key)?.[0]
    : isSeq(parent) && typeof last === "number"
      ? range(parent.items[last])?.[0]
      : undefined;
  return start === undefined ? 0 : start - lineStart(source, start);
}

/** Gives the item of a list at a path another value, which stands on one line or brings the indents of its further lines. */
export function setItem(source: string, path: Path, text: string): string {
  const found = range(nodeAt(parse(source), path));
  if (!found) throw new Error(`there is no item at ${path.join(".")}`);
  const [start, end] = found;
  const there = source.slice(start, end);
  return splice(source, start, start + there.trimEnd().length, text);
}

/**
 * Makes of a value that stands alone the first of several fields: `text` becomes `{ en: text }`, or the same on lines of their own,
 * further lines moved in by two columns.
 */
export function makeFields(source: string, path: Path, key: string): string {
  const node = nodeAt(parse(source), path);
  const found = range(node);
  if (!found) throw new Error(`there is nothing at ${path.join(".")}`);
  const start = found[0];
  const there = source.slice(start, found[1]).trimEnd();
  const end = start + there.length;
  if (
    isInline(source, path.slice(0, -1)) ||
    (!there.includes("\n") && start !== lineStart(source, start) + columnOf(source, path))
  )
    return splice(source, start, end, `{ ${key}: ${there} }`);
  const column = columnOf(source, path);
  const onLine = source.slice(lineStart(source, start), start).trim() !== "";
  const moved = there.replace(/\n(?=[^\r\n])/g, "\n  ");
  const indent = " ".repeat(column + 2);
  // The value begins on the line of its field, or on the next one.
  return onLine
    ? splice(source, start, end, `${lineBreak(source)}${indent}${key}: ${moved}`).replace(
        new RegExp(`[ \\t]+(?=${lineBreak(source)}${indent}${key}: )`),
        "",
      )
    : splice(
        source,
        lineStart(source, start),
        end,
        `${indent}${key}:${lineBreak(source)}  ${source.slice(lineStart(source, start), start)}${moved}`,
      );
}

/** What is written as the value of a field, or undefined when there is no such field; `""` for an empty one. */
export function fieldSource(source: string, path: Path, key: string): string | undefined {
  const pair = pairOf(mapAt(source, path), key);
  if (!pair) return undefined;
  const [start, end] = range(pair.value) ?? [0, 0];
  return source.slice(start, end);
}

/** Whether a field holds fields itself. */
export function isMapField(source: string, path: Path, key: string): boolean {
  return isMap(pairOf(mapAt(source, path), key)?.value);
}

/** Columns before the fields of a map. */
export function indentOf(source: string, path: Path): number {
  const first = mapAt(source, path).items[0];
  const [start] = first ? extent(first, source) : [0];
  return start - lineStart(source, start);
}

/** A field of a map with the lines that are its own: offsets of the start of its first line and the end of its last. */
export interface FieldLines {
  key: string;
  start: number;
  end: number;
}

/** The fields of the map at a path, or undefined when there is no such map or it does not have a line or more for each field. */
export function fieldLines(source: string, path: Path): FieldLines[] | undefined {
  const map = nodeAt(parse(source), path);
  if (!isMap(map) || map.flow || map.items.length === 0) return undefined;
  return map.items.map((pair) => {
    const [start, end] = extent(pair, source);
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    return { key, start: lineStart(source, start), end: lineEnd(source, end) };
  });
}

/**
 * The lines of every item of the list at a path, each a list of one item when it is read by itself; undefined when there is none, or
 * it stands in brackets.
 */
export function itemLines(source: string, path: Path): { start: number; end: number }[] | undefined {
  const list = nodeAt(parse(source), path);
  if (!isSeq(list) || list.flow) return undefined;
  return list.items.map((item) => {
    const [start, end] = range(item) ?? [0, 0];
    const last = start + source.slice(start, end).trimEnd().length;
    const line = lineStart(source, start);
    const dash = source.slice(line, start).includes("-") ? line : source.lastIndexOf("-", start);
    return { start: lineStart(source, dash), end: lineEnd(source, last) };
  });
}

/**
 * Gives a field of the map at `path` the value that `text` writes; a field that is not there comes last. `text` stands on one line,
 * or its further lines bring their own indents and the map is not in braces. `after`: a field that a new one comes after, not last.
 */
export function setField(source: string, path: Path, key: string, text: string, after?: string): string {
  const map = mapAt(source, path);
  const pair = pairOf(map, key);
  if (pair) return replaceValue(source, pair, text);
  const last = (after === undefined ? undefined : pairOf(map, after)) ?? map.items.at(-1);
  const own = `${key}: ${text}`;
  if (map.flow) {
    if (!last) return splice(source, (range(map)?.[0] ?? 0) + 1, (range(map)?.[0] ?? 0) + 1, ` ${own} `);
    const [, end] = extent(last, source);
    return splice(source, end, end, `, ${own}`);
  }
  if (!last) throw new Error(`there are no fields at ${path.join(".")}`);
  const end = lineEnd(source, extent(last, source)[1]);
  const indent = " ".repeat(indentOf(source, path));
  const lines = own.startsWith(`${key}: \n`) ? `${key}:${text}` : own;
  return splice(source, end, end, lineBreak(source) + indent + lines.replaceAll("\n", lineBreak(source)));
}

function replaceValue(source: string, pair: Pair, text: string): string {
  const [, keyEnd] = range(pair.key) ?? [0, 0];
  const found = range(pair.value);
  if (!found || found[0] >= found[1]) {
    const colon = source.charAt(keyEnd) === ":" ? keyEnd + 1 : -1;
    return colon < 0 ? splice(source, keyEnd, keyEnd, `: ${text}`) : splice(source, colon, colon, ` ${text}`);
  }
  const [start, end] = found;
  if (source.slice(start, end).trimEnd() === text) return source;
  const kept = /\s*$/.exec(source.slice(start, end))?.[0] ?? "";
  return splice(source, start, end - kept.length, text);
}

/** Takes a field out of the map at `path`, with its lines where it has lines of its own. */
export function removeField(source: string, path: Path, key: string): string {
  const map = mapAt(source, path);
  const at = map.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  const pair = map.items[at];
  if (!pair) return source;
  const [start, end] = extent(pair, source);
  const next = map.items[at + 1];
  const before = map.items[at - 1];
  if (map.flow) {
    if (before) return splice(source, extent(before, source)[1], end, "");
    return next ? splice(source, start, extent(next, source)[0], "") : splice(source, start, end, "");
  }
  const line = lineStart(source, start);
  // After the dash of a list the next field moves up to the dash.
  if (source.slice(line, start).trim() !== "")
    return next ? splice(source, start, extent(next, source)[0], "") : source;
  const stop = source.indexOf("\n", end);
  return splice(source, line, stop < 0 ? source.length : stop + 1, "");
}

/** Adds items to the list that a field of the map at `path` holds; the field must hold a list. */
export function addItems(source: string, path: Path, key: string, items: readonly string[]): string {
  const list = pairOf(mapAt(source, path), key)?.value;
  if (!isSeq(list)) throw new Error(`there is no list at ${[...path, key].join(".")}`);
  if (items.length === 0) return source;
  return (list as YAMLSeq).flow ? addInBrackets(source, list, items) : addLines(source, list, items);
}

function addInBrackets(source: string, list: YAMLSeq, items: readonly string[]): string {
  const last = range(list.items.at(-1));
  const [start] = range(list) ?? [0];
  if (!last) return splice(source, start + 1, start + 1, items.join(", "));
  return splice(source, last[1], last[1], `, ${items.join(", ")}`);
}

function addLines(source: string, list: YAMLSeq, items: readonly string[]): string {
  const [start, stop] = range(list.items.at(-1)) ?? range(list) ?? [0, 0];
  const line = lineStart(source, start);
  const dash = source.slice(line, start);
  const end = lineEnd(source, start + source.slice(start, stop).trimEnd().length);
  const added = items.map((item) => `${lineBreak(source)}${dash}${item}`).join("");
  return splice(source, end, end, added);
}
