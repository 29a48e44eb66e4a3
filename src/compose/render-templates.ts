/** Templates at work, on the part of Handlebars that only runs them: its parser and compiler are not needed for that. */
import Runtime from "handlebars/runtime.js";
import type { Templates } from "./templates.ts";

export interface CompiledTemplates<T> {
  documents: T;
  partials: T;
  headings: T;
}

/** What `prepareTemplates` makes of the templates of a house that are without fault. */
export interface PreparedTemplates extends CompiledTemplates<Record<string, TemplateSpecification>> {
  uses: Pick<Templates, "styles" | "phrases" | "headings">;
}

/** Templates that have been checked and compiled before; the files they were made of must be the same still. */
export function openTemplates(house: string, prepared: PreparedTemplates): Templates {
  const handlebars = Runtime.create();
  const each = (all: Record<string, TemplateSpecification>) =>
    new Map(Object.entries(all).map(([name, one]) => [name, handlebars.template(one)]));
  const render = renderer(handlebars, {
    documents: each(prepared.documents),
    partials: each(prepared.partials),
    headings: each(prepared.headings),
  });
  return { house, ...prepared.uses, render };
}

/** Renders with templates that were compiled for `handlebars`; the helpers and partials are registered there. */
export function renderer(
  handlebars: typeof Handlebars,
  { documents, partials, headings }: CompiledTemplates<ReadonlyMap<string, HandlebarsTemplateDelegate>>,
): Templates["render"] {
  for (const name of ["lookup", "log"]) handlebars.unregisterHelper(name);
  handlebars.registerHelper("inline", (markup: unknown) => new handlebars.SafeString(String(markup)));
  handlebars.registerHelper("eq", (a: unknown, b: unknown) => a === b);
  for (const [name, partial] of partials) handlebars.registerPartial(name, partial);
  return (entry, heading, view, speech) => {
    const template = documents.get(entry);
    const variant = headings.get(heading);
    if (!template || !variant) throw new Error(`no template ${entry} with heading ${heading}`);
    const phrase = (key: string, { hash }: Handlebars.HelperOptions) =>
      new handlebars.SafeString(speech.phrase(key, hash as Record<string, string | number>));
    return template(view, { helpers: { phrase }, partials: { heading: variant } });
  };
}
