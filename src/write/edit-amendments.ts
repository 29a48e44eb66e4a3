/** Writes translated texts of amendments, and from what they were made, into a list; every other character stays as it is. */

import type { Operation, WordChange } from "../model/amendment.ts";
import type { MadeFrom, TextKey, Worded } from "../model/amendment-texts.ts";
import type { InlineText } from "../text/inline.ts";
import { printInline } from "../text/print-inline.ts";
import {
  addItems,
  columnOf,
  countAt,
  fieldSource,
  indentOf,
  isInline,
  itemLines,
  kindAt,
  lineBreak,
  makeFields,
  type Path,
  setField,
  setItem,
} from "./yaml-edit.ts";
import { idsOf, withoutMark } from "./yaml-entries.ts";
import { Layout } from "./yaml-layout.ts";

/** What is new in one amendment in one language. */
export interface AmendmentEdit {
  /** As it was read from the list. */
  amendment: Worded;
  language: string;
  texts: ReadonlyMap<TextKey, InlineText>;
  /** Absent: the record stays. */
  made?: MadeFrom;
}

/** The list with the edits made; those of amendments that are not in it are left out. */
export function editAmendments(source: string, edits: readonly AmendmentEdit[]): string {
  return withoutMark(source, (text) => editAll(text, edits)) ?? source;
}

function editAll(source: string, edits: readonly AmendmentEdit[]): string {
  const lines = itemLines(source, ["amendments"]);
  const byEntry = new Map<number, AmendmentEdit[]>();
  const ids = idsOf(source, "amendments");
  for (const edit of edits) {
    const at = ids.indexOf(edit.amendment.id);
    if (at >= 0) byEntry.set(at, [...(byEntry.get(at) ?? []), edit]);
  }
  let out = source;
  // From the last to the first, so that what is still to come stays where it is.
  for (const [at, own] of [...byEntry].sort(([a], [b]) => b - a)) {
    const { start, end } = lines?.[at] ?? { start: 0, end: out.length };
    const entry: Path = lines ? [0] : ["amendments", at];
    const edited = own.reduce((text, edit) => editOne(text, entry, edit), out.slice(start, end));
    out = out.slice(0, start) + edited + out.slice(end);
  }
  return out;
}

function editOne(source: string, entry: Path, { amendment, language, texts, made }: AmendmentEdit): string {
  const writing = new Writing(source, amendment, language);
  writing.operation(entry, amendment.operation, "", texts);
  const { result } = amendment.decision;
  if (result) writing.operation([...entry, "decision", "result"], result, "result-", texts);
  for (const [key, text] of texts) {
    if (key.startsWith("note-")) writing.one([...entry, "notes", key.slice(5)], text);
    if (key === "reason") writing.one([...entry, "reason"], text);
    if (key === "decision-note") writing.one([...entry, "decision", "note"], text);
  }
  if (made) writing.record(entry, made);
  return writing.source;
}

const fields = ["amend", "replace", "add", "merge", "split", "retitle"] as const;

class Writing {
  constructor(
    public source: string,
    private readonly amendment: Worded,
    private readonly language: string,
  ) {}

  /** The texts of an operation that stands below `path`. */
  operation(
    path: Path,
    operation: Operation<unknown>,
    before: "" | "result-",
    texts: ReadonlyMap<TextKey, InlineText>,
  ): void {
    const field = fields.find((name) => kindAt(this.source, [...path, name]) !== undefined);
    if (!field) return;
    const within = ["add", "merge", "split"].includes(field) ? [...path, field, "text"] : [...path, field];
    const own = new Map<TextKey, InlineText>();
    for (const [key, text] of texts)
      if (/^(?:find|put|text)\d*$/.test(key.slice(before.length)) && key.startsWith(before))
        own.set(key.slice(before.length), text);
    if (own.size === 0) return;
    if (field === "amend") this.changes(within, operation, own);
    else if ("texts" in operation) this.many(within, operation, own);
    else for (const text of own.values()) this.one(within, text);
  }

  /** One text in the language, among those of other languages. */
  one(path: Path, text: InlineText): void {
    this.byLanguage(path);
    this.set(path, this.language, printInline(text));
  }

  /** The hash, with what is final, behind everything else but the decision. */
  record(entry: Path, made: MadeFrom): void {
    const text = recordText(made);
    if (kindAt(this.source, [...entry, "sources"]) === "fields") {
      this.source = setField(this.source, [...entry, "sources"], this.language, text);
      return;
    }
    const last = ["reason", "notes", ...fields].find((name) => kindAt(this.source, [...entry, name]));
    this.source = setField(this.source, entry, "sources", `{ ${this.language}: ${text} }`, last);
  }

  private changes(path: Path, operation: Operation<unknown>, own: ReadonlyMap<TextKey, InlineText>): void {
    this.byLanguage(path);
    const originals = ("changes" in operation && operation.changes?.[this.amendment.original]) || [];
    const list = [...path, this.language];
    const there = countAt(this.source, list);
    const fresh: string[] = [];
    for (const [i, change] of originals.entries()) {
      const [find, put] = [own.get(`find${i + 1}`), own.get(`put${i + 1}`)];
      if (i >= there) {
        if (find) fresh.push(changeText(change, find, put));
        continue;
      }
      const at = [...list, i];
      const name = (["find", "delete", "after", "before"] as const).find((n) =>
        kindAt(this.source, [...at, n]),
      );
      if (find && name) this.set(at, name, printInline(find));
      if (!put) continue;
      // Words that were only taken out get others in their place.
      if (name === "delete") {
        const old = fieldSource(this.source, at, "delete") ?? "";
        const words = isInline(this.source, at) ? old : old.trim();
        this.source = setItem(this.source, at, `{ find: ${words}, put: ${quoted(printInline(put))} }`);
      } else this.set(at, "put", printInline(put));
    }
    if (fresh.length === 0) return;
    if (there > 0) this.source = addItems(this.source, path, this.language, fresh);
    else this.source = setField(this.source, path, this.language, this.list(path, fresh));
  }

  private many(
    path: Path,
    operation: Extract<Operation<unknown>, { texts: unknown }>,
    own: ReadonlyMap<TextKey, InlineText>,
  ): void {
    this.byLanguage(path);
    const here = [...path, this.language];
    const kind = kindAt(this.source, here);
    if (kind) {
      const paths = kind === "value" ? [here] : flatPaths(this.source, here);
      for (const [i, at] of paths.entries()) {
        const text = own.get(i === 0 ? "text" : `text${i + 1}`);
        if (text) this.set(at.slice(0, -1), at.at(-1) ?? "", printInline(text));
      }
      return;
    }
    const texts = [...own.values()].map(printInline);
    const depths = "depths" in operation ? operation.depths : undefined;
    const [only] = texts;
    if (texts.length === 1 && only !== undefined) this.set(path, this.language, only);
    else this.source = setField(this.source, path, this.language, this.list(path, nested(texts, depths)));
  }

  /** Sees to it that what stands at a path has fields by language. */
  private byLanguage(path: Path): void {
    if (kindAt(this.source, path) === "fields") return;
    this.source = makeFields(this.source, path, this.amendment.original);
  }

  /** A field or an item gets a text, written as fits there. */
  private set(path: Path, key: string | number, text: string): void {
    const at = [...path, key];
    const inline = isInline(this.source, path);
    const indent =
      kindAt(this.source, path) === "fields" ? indentOf(this.source, path) : columnOf(this.source, at);
    const yaml = new Layout();
    const value = inline
      ? plainOrQuoted(text)
      : yaml.value(yaml.text(text), indent + 2).replaceAll("\n", lineBreak(this.source));
    this.source =
      typeof key === "number" ? setItem(this.source, at, value) : setField(this.source, path, key, value);
  }

  /** A list on one line where it fits or has to, else an item a line. */
  private list(path: Path, items: readonly string[]): string {
    const line = `[${items.join(", ")}]`;
    const indent = isInline(this.source, path) ? undefined : indentOf(this.source, path);
    if (indent === undefined || indent + line.length <= 104) return line;
    return `\n${items.map((item) => `${" ".repeat(indent + 2)}- ${item}`).join("\n")}`;
  }
}

function recordText({ source, final, checked = [] }: MadeFrom): string {
  const hash = /^\d+(?:e\d+)?$/.test(source) ? `"${source}"` : source;
  const looks = checked.map(
    ({ texts, by, date }) => `{ texts: [${texts.join(", ")}], by: ${plainOrQuoted(by)}, date: ${date} }`,
  );
  const more = [
    ...(final === undefined ? [] : [final === true ? "state: final" : `final: [${final.join(", ")}]`]),
    ...(looks.length === 0 ? [] : [`checked: [${looks.join(", ")}]`]),
  ];
  return more.length === 0 ? hash : `{ ${[`source: ${hash}`, ...more].join(", ")} }`;
}

function changeText(
  { beside, put: original }: WordChange,
  find: InlineText,
  put: InlineText | undefined,
): string {
  const words = plainOrQuoted(printInline(find));
  if (!put) return original.length === 0 ? `{ delete: ${words} }` : `{ find: ${words}, put: "" }`;
  return `{ ${beside ?? "find"}: ${words}, put: ${plainOrQuoted(printInline(put))} }`;
}

/** Texts with those of sub-paragraphs below the ones that they belong to, as items of a list. */
function nested(texts: readonly string[], depths: readonly number[] = []): string[] {
  const below = (from: number, depth: number): [items: string[], next: number] => {
    const items: string[] = [];
    let i = from;
    while (i < texts.length && (depths[i] ?? 1) >= depth) {
      const [children, next] = below(i + 1, depth + 1);
      const text = plainOrQuoted(texts[i] ?? "");
      items.push(children.length === 0 ? text : `{ text: ${text}, children: [${children.join(", ")}] }`);
      i = next;
    }
    return [items, i];
  };
  return below(0, 1)[0];
}

/** Where the texts of a list of new paragraphs stand, sub-paragraphs after the one they belong to. */
function flatPaths(source: string, list: Path): Path[] {
  return Array.from({ length: countAt(source, list) }, (_, i) => [...list, i]).flatMap((item): Path[] =>
    kindAt(source, item) === "fields"
      ? [[...item, "text"], ...flatPaths(source, [...item, "children"])]
      : [item],
  );
}

/** As it is where nothing in it could be taken for anything else, as within braces and brackets. */
function plainOrQuoted(text: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{M}\p{N}’ _.()/-]*$/u.test(text) &&
    !/ $|^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return plain ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
