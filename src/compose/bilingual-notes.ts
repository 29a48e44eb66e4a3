/** Names and numbers of footnotes where one document holds a text in two languages: told apart by name, counted in one row. */
import { starNote } from "./notes.ts";
import type { InlineMarkup } from "./view-fields.ts";

const star = "-star";

/** The markup with every name of a note and a paragraph behind a prefix; our own markup, so that its signs can be trusted. */
export function prefixed(markup: InlineMarkup, prefix: string): InlineMarkup {
  if (prefix === "") return markup;
  return markup
    .replace(/<call id="([^"]*)"/g, (_, id: string) => `<call id="${prefix}${id === starNote ? star : id}"`)
    .replace(/<ref to="([^"]*)"/g, (_, to: string) => `<ref to="${prefix}${to}"`) as InlineMarkup;
}

/** Gives calls their numbers as they come; the asterisk has none. */
export class NoteCounter {
  readonly #labels = new Map<string, string>();

  /** `write` turns a count into the digits of the document. */
  constructor(private readonly write: (n: number) => string) {}

  count(markup: InlineMarkup): InlineMarkup {
    return markup.replace(/<call id="([^"]*)" label="([^"]*)"\/>/g, (_, id: string, label: string) => {
      return `<call id="${id}" label="${this.#label(id, label)}"/>`;
    }) as InlineMarkup;
  }

  #label(id: string, label: string): string {
    if (label === starNote) return label;
    const known = this.#labels.get(id) ?? this.write(this.#labels.size + 1);
    this.#labels.set(id, known);
    return known;
  }

  /** Notes with the numbers of their calls, in that order, the asterisks first. */
  sorted<T extends { id: string; label: string }>(notes: readonly T[]): T[] {
    const order = [...this.#labels.keys()];
    return notes
      .map((note) => ({ ...note, label: this.#label(note.id, note.label) }))
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
}
