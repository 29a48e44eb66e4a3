/** The templates of a house as the composer sees them, and what they ask of the house. */
import type { HouseStyle } from "../document/house.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";

/** Helpers of a rendering; `phrase` speaks the language of the document. */
export interface Speech {
  phrase(key: string, values: Record<string, string | number>): string;
}

/** A style that a template names, with the place of the attribute. */
export interface StyleUse {
  style: string;
  file: string;
  line: number;
  column: number;
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

export function unknownHouse(house: string): Diagnostic {
  const message = `There is no house style \`${house.slice(0, 60)}\`.`;
  return { code: "house-unknown", severity: "error", message };
}
