/** Footnotes get their numbers in the order of their calls; the asterisk note of an adopted text has a place of its own. */
import type { Id } from "../model/resolution.ts";
import type { Side } from "./inline.ts";

/** Name of the note with the reservations; no note of an author can be called so. */
export const starNote = "*";

/** A note as it is called: in a redline, calls that come and calls that go have notes of their own, which come and go with them. */
export interface CalledNote {
  /** Name in the document. */
  name: string;
  label: string;
  id: Id;
  side: Side;
  /** The amendment by which the call comes or goes. */
  change: string | undefined;
}

/** Ends of names; no id of an author has a colon. */
const ends: Record<Side, string> = { both: "", after: ":new", before: ":old" };

export class NoteBook {
  private readonly notes = new Map<string, CalledNote>();

  /** `write` turns a count into the digits of the language. */
  constructor(private readonly write: (n: number) => string) {}

  /** Name and label of a note: the next number at its first call, the same again at later ones. */
  call(id: Id, side: Side = "both", change?: string): { id: string; label: string } {
    if (id === starNote) return { id, label: "*" };
    const name = `${id}${ends[side]}`;
    let note = this.notes.get(name);
    if (!note) {
      note = { name, label: this.write(this.notes.size + 1), id, side, change };
      this.notes.set(name, note);
    }
    return { id: name, label: note.label };
  }

  /** Called notes in the order of their numbers; grows while their own texts are read. */
  called(): IterableIterator<CalledNote> {
    return this.notes.values();
  }
}
