/** Loads the templates of a house: reads them all, checks them before any data, compiles them once. */
import Handlebars from "handlebars";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import type { World } from "../world.ts";
import { bilingualFields } from "./bilingual-fields.ts";
import { checkFields, type FieldCheck } from "./check-fields.ts";
import { checkTemplateMarkup } from "./check-template.ts";
import { renderer } from "./render-templates.ts";
import type { Scope } from "./scope.ts";
import { parseTemplate, type TemplateSource } from "./template-source.ts";
import { type StyleUse, type Templates, unknownHouse } from "./templates.ts";
import { entries, type Fields } from "./view-fields.ts";

/** A template is a page of text; anything longer is not one. */
const maxBytes = 256 * 1024;

const fieldsOf: Record<string, Fields> = { ...entries, bilingual: bilingualFields };

/** What a template can say is settled before it runs: a name that is no helper and no field is a fault. */
const settings = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { inline: true, eq: true, phrase: true } as unknown as Record<string, boolean> & KnownHelpers,
  preventIndent: true,
};

type KnownHelpers = NonNullable<CompileOptions["knownHelpers"]>;

/**
 * All templates of a house: `templates/*.hbs`, `templates/partials/*.hbs` and, before them, files of the same name in the
 * house's folder; `headings/*.hbs` are the variants of the partial `heading`. Any fault, and there are no templates.
 */
export function loadTemplates(world: World, house: string): Checked<Templates> {
  const { value: sound, diagnostics } = checkTemplates(world, house);
  if (!sound) return { diagnostics };
  const handlebars = Handlebars.create();
  const each = (sources: Sources) =>
    new Map([...sources].map(([name, { text }]) => [name, handlebars.compile(text, settings)]));
  const render = renderer(handlebars, {
    documents: each(sound.documents),
    partials: each(sound.partials),
    headings: each(sound.headings),
  });
  return { value: { house, ...sound.uses, render }, diagnostics };
}

/**
 * The same, all but the last step, as the text of a JavaScript expression of type `PreparedTemplates`; undefined when the
 * templates have a fault.
 */
export function prepareTemplates(world: World, house: string): string | undefined {
  const sound = checkTemplates(world, house).value;
  if (!sound) return undefined;
  const each = (sources: Sources) => {
    const code = ([name, { text }]: [string, TemplateSource]) =>
      `${JSON.stringify(name)}: ${Handlebars.precompile(text, settings)}`;
    return `{ ${[...sources].map(code).join(",\n")} }`;
  };
  const { documents, partials, headings, uses } = sound;
  return `{ uses: ${JSON.stringify(uses)}, documents: ${each(documents)}, partials: ${each(partials)}, headings: ${each(headings)} }`;
}

interface SoundTemplates {
  documents: Sources;
  partials: Sources;
  headings: Sources;
  uses: Pick<Templates, "styles" | "phrases" | "headings">;
}

function checkTemplates(world: World, house: string): Checked<SoundTemplates> {
  const diagnostics: Diagnostic[] = [];
  const folder = `templates/houses/${house}`;
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(house) || world.list(folder).length === 0) {
    return { diagnostics: [unknownHouse(house)] };
  }
  const read = (...folders: string[]) => readFolder(world, folders, diagnostics);
  const documents = read("templates", folder);
  const partials = read("templates/partials", `${folder}/partials`);
  const headings = read(`${folder}/headings`);
  for (const name of Object.keys(fieldsOf)) {
    if (documents.has(name) || diagnostics.some((d) => d.place?.file === `templates/${name}.hbs`)) continue;
    const message = `The template templates/${name}.hbs is missing.`;
    diagnostics.push({
      code: "file-missing",
      severity: "error",
      message,
      place: { file: `templates/${name}.hbs`, line: 1, column: 1 },
    });
  }
  const styles: StyleUse[] = [];
  const phrases = new Set<string>();
  for (const source of [...documents.values(), ...partials.values(), ...headings.values()]) {
    diagnostics.push(...checkTemplateMarkup(source, styles));
  }
  diagnostics.push(...checkAllFields(documents, partials, headings, phrases));
  if (diagnostics.length > 0) return { diagnostics };
  const uses = { styles, phrases: [...phrases].sort(), headings: [...headings.keys()].sort() };
  return { value: { documents, partials, headings, uses }, diagnostics };
}

/** Templates by name; a later folder's file stands in for an earlier one's. */
function readFolder(
  world: World,
  folders: readonly string[],
  diagnostics: Diagnostic[],
): Map<string, TemplateSource> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of world.list(folder)) {
      if (/^[a-z0-9][a-z0-9-]*\.hbs$/.test(entry)) files.set(entry.slice(0, -4), `${folder}/${entry}`);
    }
  }
  const sources = new Map<string, TemplateSource>();
  for (const [name, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = readText(world, file);
    const place = { file, line: 1, column: 1 };
    if (text === undefined) {
      const message = `${file} is not a UTF-8 text of at most 256 kB.`;
      diagnostics.push({ code: "template-syntax", severity: "error", message, place });
      continue;
    }
    const parsed = parseTemplate(file, text);
    if ("fault" in parsed) diagnostics.push(parsed.fault);
    else sources.set(name, parsed.source);
  }
  return sources;
}

function readText(world: World, file: string): string | undefined {
  const bytes = world.read(file);
  if (!bytes || bytes.length > maxBytes) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}

type Sources = ReadonlyMap<string, TemplateSource>;

function checkAllFields(
  documents: Sources,
  partials: Sources,
  headings: Sources,
  phrases: Set<string>,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const seen = new Set<string>();
  const names = [...partials.keys(), "heading"].sort();
  const visit = (source: TemplateSource, scope: Scope): void => {
    // A partial is looked at once for every set of fields that it is called with.
    const key = `${source.file} ${Object.keys(scope.fields).sort().join(" ")}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const d of checkFields(source, scope, check)) {
      found.set(`${d.place?.file}:${d.place?.line}:${d.place?.column} ${d.message}`, d);
    }
  };
  const check: FieldCheck = {
    partialNames: names,
    phrase: (key) => void phrases.add(key),
    partial(name, scope) {
      const targets =
        name === "heading" ? [...headings.values()] : [partials.get(name)].filter((s) => s !== undefined);
      for (const target of targets) visit(target, scope);
      return targets.length > 0;
    },
  };
  for (const [name, source] of documents) {
    const fields = fieldsOf[name];
    if (fields) visit(source, { fields, root: fields, loop: false });
  }
  return [...found.values()];
}
