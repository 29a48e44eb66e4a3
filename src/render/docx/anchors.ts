/** Names and numbers of what a document can be entered by: bookmarks, content controls, tracked changes. */
import { anchorName, longestAnchor } from "../../document/anchor-name.ts";

export class Anchors {
  #id = 0;
  readonly #names = new Map<string, string>();
  /** The names given so far, in lower case: Word does not tell capitals apart. */
  readonly #taken = new Set<string>();
  readonly #written = new Set<string>();
  readonly #controls = new Set<number>();

  /** The next number for a bookmark or a tracked change; both share one row. */
  next(): number {
    this.#id += 1;
    return this.#id;
  }

  /** The bookmark of an id: letters, digits and `_`, never longer than Word allows, different for different ids. */
  name(id: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const name = this.#free(anchorName(id));
    this.#names.set(id, name);
    this.#taken.add(name.toLowerCase());
    return name;
  }

  /** The bookmark to write for an id; a second block of the same id (a moved paragraph) gets a name of its own. */
  write(id: string): string {
    const used = this.#written;
    const name = used.has(this.name(id).toLowerCase()) ? this.name(`${id}__${used.size}`) : this.name(id);
    used.add(name.toLowerCase());
    return name;
  }

  #free(plain: string): string {
    let name = plain;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n++)
      name = `${plain.slice(0, longestAnchor - 6)}_${n}`;
    return name;
  }

  /** A number for a content control that depends on its tag, so that it is the same in every document and run. */
  control(tag: string): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < tag.length; i++) hash = Math.imul(hash ^ tag.charCodeAt(i), 0x01000193) >>> 0;
    let id = (hash % 0x7ffffffe) + 1;
    while (this.#controls.has(id)) id = (id % 0x7ffffffe) + 1;
    this.#controls.add(id);
    return id;
  }
}
