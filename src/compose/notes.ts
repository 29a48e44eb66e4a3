/** Footnotes get their numbers in the order of their calls; the asterisk note of an adopted text has a place of its own. */
import type { Id } from "../model/resolution.ts";

/** Name of the note with the reservations; no note of an author can be called so. */
export const starNote = "*";

export class NoteBook {
  private readonly labels = new Map<Id, string>();

  /** `write` turns a count into the digits of the language. */
  constructor(private readonly write: (n: number) => string) {}

  /** The label of a note: the next number at its first call, the same again at later ones. */
  label(id: Id): string {
    if (id === starNote) return "*";
    let label = this.labels.get(id);
    if (label === undefined) {
      label = this.write(this.labels.size + 1);
      this.labels.set(id, label);
    }
    return label;
  }

  /** Called notes in the order of their numbers; grows while their own texts are read. */
  called(): IterableIterator<[Id, string]> {
    return this.labels.entries();
  }
}
