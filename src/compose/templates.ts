/** Loads the templates of a house: reads them all, checks them before any data, compiles them once; the door to Handlebars. */
import Handlebars from "handlebars";
import type { HouseStyle } from "../document/house.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";
import { bilingualFields } from "./bilingual-fields.ts";
import { checkFields, type FieldCheck } from "./check-fields.ts";
import { checkTemplateMarkup, type StyleUse } from "./check-template.ts";
import type { Scope } from "./scope.ts";
import { parseTemplate, type TemplateSource } from "./template-source.ts";
import { entries, type Fields } from "./view-fields.ts";

/** A template is a page of text; anything longer is not one. */
const maxBytes = 256 * 1024;

const fieldsOf: Record<string, Fields> = { ...entries, bilingual: bilingualFields };

/** Helpers of a rendering; `phrase` speaks the language of the document. */
export interface Speech {
  phrase(key: string, values: Record<string, string | number>): string;
}

export interface Templates {
  house: string;
  /** Styles named in templates, to be held against the house. */
  styles: StyleUse[];
  /** Keys of the phrases that templates ask for. */
  phrases: string[];
  /** Names of the heading variants. */
  headings: string[];
  /** The markup of a view; `heading` chooses the masthead. Throws what Handlebars throws. */
  render(entry: string, heading: string, view: object, speech: Speech): string;
}

/**
 * All templates of a house: `templates/*.hbs`, `templates/partials/*.hbs` and, before them, files of the same name in the
 * house's folder; `headings/*.hbs` are the variants of the partial `heading`. Any fault, and there are no templates.
 */
export function loadTemplates(world: World, house: string): Checked<Templates> {
  const diagnostics: Diagnostic[] = [];
  const folder = `templates/houses/${house}`;
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(house) || world.list(folder).length === 0) {
    const message = `There is no house style \`${house.slice(0, 60)}\`.`;
    return { diagnostics: [{ code: "house-unknown", severity: "error", message }] };
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
  const render = compileAll(documents, partials, headings);
  const value = {
    house,
    styles,
    phrases: [...phrases].sort(),
    headings: [...headings.keys()].sort(),
    render,
  };
  return { value, diagnostics };
}

/** Styles and headings that a house lacks, each where it is named. */
export function checkHouse(templates: Templates, house: HouseStyle): Diagnostic[] {
  const names = Object.keys(house.styles);
  const found: Diagnostic[] = [];
  for (const { style, file, line, column } of templates.styles) {
    if (Object.hasOwn(house.styles, style)) continue;
    const near = nearest(style, names);
    const hint = near ? `Did you mean \`${near}\`?` : `Styles: ${names.join(", ")}.`;
    const message = `The house has no style \`${style}\`.`;
    found.push({ code: "style-unknown", severity: "error", message, place: { file, line, column }, hint });
  }
  for (const period of house.periods) {
    if (templates.headings.includes(period.heading)) continue;
    const file = `templates/houses/${house.name}/headings/${period.heading}.hbs`;
    const near = nearest(period.heading, templates.headings);
    const hint = near ? `Did you mean \`${near}\`?` : `Headings: ${templates.headings.join(", ")}.`;
    const message = `The period \`${period.name}\` wants the heading ${file}, which is not there.`;
    found.push({
      code: "file-missing",
      severity: "error",
      message,
      place: { file, line: 1, column: 1 },
      hint,
    });
  }
  return found;
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

function compileAll(documents: Sources, partials: Sources, headings: Sources): Templates["render"] {
  const handlebars = Handlebars.create();
  for (const name of ["lookup", "log"]) handlebars.unregisterHelper(name);
  handlebars.registerHelper("inline", (markup: unknown) => new handlebars.SafeString(String(markup)));
  handlebars.registerHelper("eq", (a: unknown, b: unknown) => a === b);
  const compile = (source: TemplateSource) =>
    handlebars.compile(source.text, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { inline: true, eq: true, phrase: true } as unknown as Record<string, boolean> &
        KnownHelpers,
      preventIndent: true,
    });
  for (const [name, source] of partials) handlebars.registerPartial(name, compile(source));
  const compiled = new Map([...documents].map(([name, source]) => [name, compile(source)]));
  const variants = new Map([...headings].map(([name, source]) => [name, compile(source)]));
  return (entry, heading, view, speech) => {
    const template = compiled.get(entry);
    const variant = variants.get(heading);
    if (!template || !variant) throw new Error(`no template ${entry} with heading ${heading}`);
    const phrase = (key: string, { hash }: Handlebars.HelperOptions) =>
      new handlebars.SafeString(speech.phrase(key, hash as Record<string, string | number>));
    return template(view, { helpers: { phrase }, partials: { heading: variant } });
  };
}

type KnownHelpers = NonNullable<CompileOptions["knownHelpers"]>;
