/** Prints a translation file: every text of the work in its order, with what is translated and the hash it stands for. */
import { type Scalar, YAMLMap } from "yaml";
import type { Resolution } from "../model/resolution.ts";
import { segments } from "../model/walk.ts";
import { textHash } from "../text/hash.ts";
import type { InlineText } from "../text/inline.ts";
import { printInline } from "../text/print-inline.ts";
import { Layout } from "./yaml-layout.ts";

/** What there is of a translation; texts that are missing are printed empty, under a comment with the source. */
export interface GivenTranslation {
  /** BCP 47. */
  language: string;
  notice?: string;
  persons?: Readonly<Record<string, string>>;
  /** By id of the text. Without `source`, the text counts as made from the text as it is now. */
  texts?: Readonly<Record<string, { source?: string; text: InlineText; state?: "draft" | "final" }>>;
}

/** `translations/<language>.yaml` for the resolution; texts that the resolution does not have are left out. */
export function printTranslation(r: Resolution, given: GivenTranslation): string {
  const yaml = new Layout();
  const persons = Object.entries(given.persons ?? {});
  const texts = yaml.fields({});
  for (const segment of segments(r)) {
    const own = given.texts && Object.hasOwn(given.texts, segment.id) ? given.texts[segment.id] : undefined;
    const entry = yaml.fields({
      source: own?.source ?? textHash(segment.text),
      state: own?.state,
      text: own === undefined ? yaml.quoted("") : yaml.text(printInline(own.text)),
    });
    texts.items.push(...yaml.fields({ [segment.id]: entry }).items);
    const key = texts.items.at(-1)?.key as Scalar;
    if (texts.items.length > 1) key.spaceBefore = true;
    if (own === undefined) key.commentBefore = wrap(printInline(segment.text));
  }
  const root = yaml.fields({
    language: given.language,
    notice: given.notice === undefined ? undefined : yaml.text(given.notice),
    persons:
      persons.length === 0
        ? undefined
        : yaml.fields(Object.fromEntries(persons.map(([id, name]) => [id, yaml.text(name)]))),
    texts: texts.items.length === 0 ? new YAMLMap() : texts,
  });
  const top = [
    "yaml-language-server: $schema=../../../schema/translation.schema.json",
    "Texts carry no closing punctuation. `source` is the hash of the text that was translated.",
  ];
  return yaml.print(root, top, ["persons", "texts"]);
}

/** Comment lines of at most 100 characters. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length > 100) {
      lines.push(line);
      line = "";
    }
    line += ` ${word}`;
  }
  return [...lines, line].join("\n");
}
