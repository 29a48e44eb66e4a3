/** Puts new texts into a translation file and leaves every other character of it as its author wrote it. */
import type { Resolution } from "../model/resolution.ts";
import type { TranslatedText } from "../model/translation.ts";
import { segments } from "../model/walk.ts";
import { printInline } from "../text/print-inline.ts";
import { type FieldLines, fieldLines, fieldSource, lineBreak, removeField, setField } from "./yaml-edit.ts";
import { Layout } from "./yaml-layout.ts";

/**
 * The translation file `source`, which can be read without errors, with some of its texts new. Comments and the order of what is
 * there stay; texts that were not there stand in the order of the resolution.
 */
export function editTranslation(
  source: string,
  r: Resolution,
  texts: Readonly<Record<string, TranslatedText>>,
): string {
  const ids = segments(r).map((segment) => segment.id);
  const wanted = ids.filter((id) => Object.hasOwn(texts, id));
  const fields = fieldLines(source, ["texts"]);
  if (!fields) return withoutLines(source, wanted, texts);

  const indent = /^ */.exec(source.slice(fields[0]?.start))?.[0].length ?? 2;
  const lines = new Map(fields.map((field) => [field.key, field]));
  const splices: { at: number; end: number; put: string }[] = [];
  for (const id of wanted) {
    const text = texts[id];
    if (!text) continue;
    const there = lines.get(id);
    if (there) {
      const put = changed(source.slice(there.start, there.end), id, text, indent);
      splices.push({ at: there.start, end: there.end, put });
      continue;
    }
    const entry = lineBreak(source) + newEntry(id, text, indent).replaceAll("\n", lineBreak(source));
    const before = lastBefore(fields, ids.slice(0, ids.indexOf(id)));
    const at = before?.end ?? (fields[0]?.start ?? 0) - lineBreak(source).length;
    splices.push({ at, end: at, put: entry });
  }
  return applied(source, splices);
}

/** Fields of an entry, in their order. */
const order = ["source", "state", "checked", "text"] as const;

/** The values of an entry as they are written; undefined for fields that it must not have. */
function valuesOf(
  { source, state, checked, text }: TranslatedText,
  indent: number,
): Record<string, string | undefined> {
  const yaml = new Layout();
  return {
    source: yaml.value(source, indent),
    state,
    checked: checked && yaml.value(yaml.line({ by: yaml.text(checked.by), date: checked.date }), indent),
    text: yaml.value(yaml.text(printInline(text)), indent),
  };
}

function newEntry(id: string, text: TranslatedText, indent: number): string {
  const yaml = new Layout();
  const pad = " ".repeat(indent);
  const values = valuesOf(text, indent + 2);
  const fields = order.flatMap((key) =>
    values[key] === undefined ? [] : [`${pad}  ${key}: ${values[key]}`],
  );
  return `${pad}${yaml.value(id, 0)}:\n${fields.join("\n")}`;
}

/** The lines of one entry with new values in them; a stretch of a YAML file that holds one field can be read by itself. */
function changed(entry: string, id: string, text: TranslatedText, indent: number): string {
  const path = [id];
  // An entry on one line, in braces, is written anew.
  if (!fieldLines(entry, path)) {
    const value = fieldSource(entry, [], id) ?? "";
    const comment = value === "" ? "" : entry.slice(entry.indexOf(value) + value.length).trimEnd();
    return newEntry(id, text, indent).replace(":\n", `:${comment}\n`).replaceAll("\n", lineBreak(entry));
  }
  const inner = /\S/.exec(entry.slice(entry.indexOf("\n") + 1));
  const values = valuesOf(text, inner ? inner.index : indent + 2);
  let out = entry;
  let before: string | undefined;
  for (const key of order) {
    const value = values[key]?.replaceAll("\n", lineBreak(entry));
    if (value === undefined) out = removeField(out, path, key);
    else {
      out = setField(out, path, key, value, before);
      before = key;
    }
  }
  return out;
}

function lastBefore(fields: readonly FieldLines[], ids: readonly string[]): FieldLines | undefined {
  const before = new Set(ids);
  return fields.findLast((field) => before.has(field.key));
}

/** For files whose `texts` are empty or in braces. */
function withoutLines(
  source: string,
  wanted: readonly string[],
  texts: Readonly<Record<string, TranslatedText>>,
): string {
  if (wanted.length === 0) return source;
  const there = fieldSource(source, [], "texts") ?? "";
  if (!/[^\s{}]/.test(there)) {
    const entries = wanted.flatMap((id) => (texts[id] ? [newEntry(id, texts[id], 2)] : []));
    // Nothing stands on the line of the name any more.
    return setField(source, [], "texts", `\n${entries.join("\n")}`).replace(/^texts: +(?=\r?\n)/m, "texts:");
  }
  let out = source;
  for (const id of wanted) if (texts[id]) out = setField(out, ["texts"], id, inBraces(texts[id]));
  return out;
}

function inBraces({ source, state, checked, text }: TranslatedText): string {
  const fields = [
    `source: ${JSON.stringify(source)}`,
    ...(state ? [`state: ${state}`] : []),
    ...(checked ? [`checked: { by: ${JSON.stringify(checked.by)}, date: ${checked.date} }`] : []),
    `text: ${JSON.stringify(printInline(text))}`,
  ];
  return `{ ${fields.join(", ")} }`;
}

function applied(source: string, splices: readonly { at: number; end: number; put: string }[]): string {
  let out = "";
  let done = 0;
  const sorted = splices
    .map((s, i) => ({ ...s, i }))
    .sort((a, b) => a.at - b.at || a.end - b.end || a.i - b.i);
  for (const { at, end, put } of sorted) {
    out += source.slice(done, at) + put;
    done = end;
  }
  return out + source.slice(done);
}
