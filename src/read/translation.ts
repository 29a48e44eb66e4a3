/** Builds a translation from `translations/<lng>.yaml` and holds it against the text that it translates. */
import type { Id, Resolution } from "../model/resolution.ts";
import type { TranslatedText, Translation } from "../model/translation.ts";
import { segments } from "../model/walk.ts";
import type { Checked, Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { InlineText } from "../text/inline.ts";
import { checkShape } from "./explain.ts";
import { checkLinks, linksOf, targetsOf } from "./links.ts";
import { translationSchema } from "./schema.ts";
import { takeText, takeWords } from "./text.ts";
import { type Path, parseYaml, type YamlFile } from "./yaml.ts";

export interface BuiltTranslation {
  translation: Translation;
  /** Place of every translated text, by id. */
  places: Map<Id, Place>;
}

/**
 * Reads the text of a translation file of the language in its name. `original` is the resolution, when that could be
 * read; without it, ids and references are not looked at. `persons`: ids of those who submit amendments.
 */
export function buildTranslation(
  source: string,
  file: string,
  language: string,
  original: Resolution | undefined,
  persons: readonly Id[] = [],
): Checked<BuiltTranslation> {
  const { yaml, diagnostics } = parseYaml(source, file);
  if (yaml.value === undefined) return { diagnostics };
  const checked = checkShape(translationSchema, yaml);
  diagnostics.push(...checked.diagnostics);
  const shape = checked.value;
  if (!shape) return { diagnostics };
  if (shape.language !== language) diagnostics.push(otherLanguage(shape.language, language, yaml));

  const places = new Map<Id, Place>();
  const texts: Record<Id, TranslatedText> = {};
  for (const [id, entry] of Object.entries(shape.texts ?? {})) {
    const path = ["texts", id, "text"];
    places.set(id, yaml.at(path));
    const text = takeText(entry.text ?? "", path, yaml, diagnostics);
    // An entry without words waits for its translator, as if it were not there.
    if (text.length === 0) continue;
    texts[id] = {
      source: entry.source ?? "",
      text,
      ...(entry.state === undefined ? {} : { state: entry.state }),
      ...(entry.checked === undefined ? {} : { checked: entry.checked }),
    };
  }
  const names: Record<Id, string> = {};
  for (const [id, name] of Object.entries(shape.persons ?? {})) {
    names[id] = takeWords(name, ["persons", id], yaml, diagnostics);
  }
  const notice = shape.notice ? takeWords(shape.notice, ["notice"], yaml, diagnostics) : "";
  const translation: Translation = { language, ...(notice === "" ? {} : { notice }), persons: names, texts };
  if (original)
    diagnostics.push(...compare(translation, original, [...personsOf(original), ...persons], yaml));
  return { value: { translation, places }, diagnostics };
}

function otherLanguage(said: string, language: string, yaml: YamlFile): Diagnostic {
  return {
    code: "language-mismatch",
    severity: "error",
    message: `The file says that it is in \`${said}\`, its name says \`${language}\`.`,
    place: yaml.at(["language"]),
    hint: `Write \`language: ${language}\`, or name the file ${said}.yaml.`,
  };
}

/** What a translation answers that is not there, and what its texts point to. */
function compare(
  translation: Translation,
  original: Resolution,
  persons: readonly Id[],
  yaml: YamlFile,
): Diagnostic[] {
  const originals = new Map(segments(original).map((s) => [s.id, s.text]));
  const targets = targetsOf(original);
  const find = (id: Id, written: string): Place => {
    const path: Path = ["texts", id, "text"];
    const value = rawText(yaml, id);
    return yaml.inText(path, Math.max(0, value.indexOf(written)));
  };
  const diagnostics: Diagnostic[] = [];
  for (const [id, { text }] of Object.entries(translation.texts)) {
    const source = originals.get(id);
    if (!source) {
      diagnostics.push(
        unknown(
          `There is no text \`${id}\` to translate.`,
          id,
          originals.keys(),
          yaml.at(["texts", id], "field"),
        ),
      );
      continue;
    }
    const faults = checkLinks(id, text, targets, find);
    diagnostics.push(...faults);
    if (faults.length === 0) diagnostics.push(...differing(id, source, text, yaml));
  }
  for (const id of Object.keys(translation.persons)) {
    if (persons.includes(id)) continue;
    diagnostics.push(
      unknown(`There is no person \`${id}\` in the work.`, id, persons, yaml.at(["persons", id], "field")),
    );
  }
  return diagnostics;
}

/** Those who submit the text, at any stage, or reserve on it. */
function personsOf({ instrument, stages }: Resolution): Id[] {
  const parties = [instrument, ...stages].flatMap(({ submitters }) => submitters?.parties ?? []);
  const reserving = stages.flatMap(
    ({ adoption }) => adoption?.reservations.flatMap(({ parties }) => parties) ?? [],
  );
  return [...parties, ...reserving].flatMap((party) => (party.type === "person" ? [party.id] : []));
}

function rawText(yaml: YamlFile, id: Id): string {
  const { texts } = yaml.value as { texts?: Record<string, { text?: unknown }> };
  const text = texts?.[id]?.text;
  return typeof text === "string" ? text : "";
}

function unknown(message: string, id: string, known: Iterable<string>, place: Place): Diagnostic {
  const near = nearest(id, known);
  const hint = near ? `Did you mean \`${near}\`?` : "Take it out, unless the text was taken out by mistake.";
  return { code: "translation-unknown", severity: "warning", message, place, hint };
}

/** A translation must call the same notes and point to the same paragraphs as its source. */
function differing(id: Id, source: InlineText, text: InlineText, yaml: YamlFile): Diagnostic[] {
  const written = (nodes: InlineText): string[] =>
    linksOf(nodes).map((link) => (link.kind === "note" ? `[^${link.id}]` : `[@${link.id}]`));
  const wanted = written(source);
  const given = written(text);
  const lacks = wanted.filter((link) => !given.includes(link));
  const adds = given.filter((link) => !wanted.includes(link));
  if (lacks.length + adds.length === 0) return [];
  const parts = [
    ...(lacks.length > 0 ? [`lacks ${[...new Set(lacks)].join(", ")} of its source`] : []),
    ...(adds.length > 0 ? [`has ${[...new Set(adds)].join(", ")} more than its source`] : []),
  ];
  return [
    {
      code: "translation-differs",
      severity: "warning",
      message: `The translation of \`${id}\` ${parts.join(" and ")}.`,
      place: yaml.at(["texts", id, "text"]),
      hint: "Footnote calls and cross-references are the same in every language.",
    },
  ];
}
