/** The footnotes of a document: their elements behind the paragraphs that call them, and their lines once they are set. */

import type { Document, FootNote } from "../../document/tree.ts";
import type { FootLine } from "./feet.ts";
import { setLeaf } from "./leaf.ts";
import { noteName } from "./links.ts";
import { labelled, leafOf, type Setting } from "./paragraph.ts";
import { child, type Element } from "./structure.ts";

interface Entry {
  note: FootNote;
  number: number;
  home?: Element;
  lines?: readonly FootLine[];
}

export class Notes {
  readonly #entries = new Map<string, Entry>();
  readonly #setting: Setting;
  readonly #width: number;

  /** `width`: points of the text area. */
  constructor(document: Document, setting: Setting, width: number) {
    this.#setting = setting;
    this.#width = width;
    for (const note of document.notes)
      if (!this.#entries.has(note.id)) this.#entries.set(note.id, { note, number: this.#entries.size + 1 });
  }

  /** Gives a note its place in the reading order at its first call, as the last child of `home` so far. */
  call(id: string, home: Element): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.home !== undefined) return;
    entry.home = child(home, "Note");
    entry.home.id = `note-${String(entry.number).padStart(4, "0")}`;
  }

  /** The set lines of a note that is called somewhere. */
  lines(id: string): readonly FootLine[] | undefined {
    const entry = this.#entries.get(id);
    if (entry?.home === undefined) return undefined;
    entry.lines ??= this.#set(entry.note, entry.home);
    return entry.lines;
  }

  /** Ids of the notes that are called somewhere. */
  called(): string[] {
    return [...this.#entries].filter(([, { home }]) => home !== undefined).map(([id]) => id);
  }

  #set(note: FootNote, home: Element): FootLine[] {
    const lines: FootLine[] = [];
    let after = 0;
    note.blocks.forEach((block, i) => {
      const leaf = leafOf(block, this.#setting);
      leaf.counted = false;
      if (i === 0) {
        labelled(leaf, note.label, block.style, this.#setting);
        leaf.id = noteName(note.id);
        leaf.labelElement = child(home, "Lbl");
      }
      leaf.element = child(home, "P", block.lang === this.#setting.lang ? undefined : block.lang);
      setLeaf(leaf, this.#width).forEach((set, k) => {
        lines.push({ set, before: k === 0 ? after + leaf.before : 0 });
      });
      after = leaf.after;
    });
    return lines;
  }
}
