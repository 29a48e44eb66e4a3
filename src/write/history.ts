/** Prints `history.yaml` of a work, and adds to one that is there without touching the rest of it. */
import type { History } from "../model/translation.ts";
import { printInline } from "../text/print-inline.ts";
import { fieldLines, fieldSource, lineBreak, setField } from "./yaml-edit.ts";
import { Layout } from "./yaml-layout.ts";

const heading = [
  "yaml-language-server: $schema=../../schema/history.schema.json",
  "Kept by hemicycle translate: texts of the original as translations were made from them, and corrections of typos.",
];

/** The file with what `more` holds added at the ends of its lists; `source` absent: a new file. */
export function addToHistory(source: string | undefined, more: History): string {
  const yaml = new Layout();
  const sources = Object.entries(more.sources);
  const typos = more.typos.map(({ text, from, to, by, date }) =>
    yaml.line({
      text: yaml.text(text),
      from: yaml.quoted(from),
      to: yaml.quoted(to),
      by: yaml.text(by),
      date,
    }),
  );
  const texts = yaml.fields(
    Object.fromEntries(sources.map(([hash, text]) => [hash, yaml.text(printInline(text))])),
  );
  const amendments = Object.entries(more.amendments ?? {});
  const proposed = yaml.fields(
    Object.fromEntries(
      amendments.map(([hash, own]) => [
        hash,
        yaml.fields(
          Object.fromEntries(
            Object.entries(own).map(([key, text]) => [
              key,
              text.length === 0 ? null : yaml.text(printInline(text)),
            ]),
          ),
        ),
      ]),
    ),
  );
  if (source === undefined) {
    const root = yaml.fields({
      typos: typos.length === 0 ? undefined : yaml.list(typos),
      sources: sources.length === 0 ? undefined : texts,
      amendments: amendments.length === 0 ? undefined : proposed,
    });
    return yaml.print(root, heading, Object.keys(root.toJSON()).slice(1));
  }
  let out = source;
  if (typos.length > 0) out = add(out, "typos", typos.map((typo) => `  - ${yaml.value(typo, 2)}`).join("\n"));
  if (sources.length > 0) out = add(out, "sources", yaml.lines(texts, 2));
  if (amendments.length > 0) out = add(out, "amendments", yaml.lines(proposed, 2));
  return out;
}

/** Puts lines behind those of a field of the file, which is made where it is missing. */
function add(source: string, key: string, lines: string): string {
  const text = lines.replaceAll("\n", lineBreak(source));
  const field = fieldLines(source, [])?.find((f) => f.key === key);
  const there = fieldSource(source, [], key)?.trim() ?? "";
  if (field && there !== "" && !/^[[{]/.test(there))
    return `${source.slice(0, field.end)}${lineBreak(source)}${text}${source.slice(field.end)}`;
  return setField(source, [], key, `\n${lines}`).replace(new RegExp(`^${key}: +(?=\\r?\\n)`, "m"), `${key}:`);
}
