/** Joins the tracked changes of two stages into those from before the first to after the second. */
import { composeTexts } from "../text/compose-changes.ts";
import type { InlineText } from "../text/inline.ts";
import { itemBefore, movedItems } from "./changes.ts";
import { joinSegments } from "./compose-segments.ts";
import { mapOwnTexts, mapRows, mapSame, withChildren } from "./items.ts";
import type { ChangeMark, Id, Note, Paragraph, PartItem, Resolution } from "./resolution.ts";
import { putStruckFirst } from "./struck-first.ts";

/**
 * `second` is the tracked form of a text that `first` leads to: accepting the answer gives what accepting `second` gives, rejecting it
 * what rejecting `first` gives. What the first put in and the second took out vanishes; what both moved has the second as mover. At one
 * spot what is struck comes first.
 */
export function composeChanges(first: Resolution, second: Resolution): Resolution {
  return new Composition(first, second).run();
}

function isDead(item: PartItem): boolean {
  return item.mark?.kind === "del" || item.mark?.kind === "move-from";
}

class Composition {
  /** What stands in the text after the first step. */
  private readonly live = new Map<Id, { item: PartItem; putInBy: string | undefined }>();
  /** Old places of moves of the first step that end otherwise: struck by, or moved on by, an amendment of the second. */
  private readonly struck = new Map<Id, string>();
  private readonly movedOn = new Map<Id, string>();

  constructor(
    private readonly first: Resolution,
    private readonly second: Resolution,
  ) {
    this.collect(first.preambular, undefined);
    this.collect(first.operative, undefined);
    for (const annex of first.annexes) this.collect(annex.items, undefined);
  }

  private collect(items: readonly PartItem[], above: string | undefined): void {
    for (const item of items) {
      if (isDead(item)) continue;
      const kind = item.mark?.kind;
      const putInBy = kind === "ins" ? item.mark?.change : kind === "move-to" ? undefined : above;
      this.live.set(item.id, { item, putInBy });
      if (item.type === "paragraph") this.collect(item.children, putInBy);
    }
  }

  run(): Resolution {
    const { first, second } = this;
    const { language } = second;
    const joinHead = (a: InlineText, b: InlineText): InlineText => composeTexts(a, b, { language });
    const annexes = second.annexes.map((annex) => {
      const older = first.annexes.find((one) => one.id === annex.id);
      if (!older) return annex;
      return {
        ...annex,
        title: joinHead(older.title, annex.title),
        items: this.row(older.items, annex.items),
      };
    });
    const joined: Resolution = {
      ...second,
      title: joinHead(first.title, second.title),
      preambular: this.row(first.preambular, second.preambular),
      operative: this.row(first.operative, second.operative),
      annexes,
      notes: this.notes(),
    };
    return putStruckFirst(this.struck.size + this.movedOn.size > 0 ? this.settleGhosts(joined) : joined);
  }

  private notes(): Note[] {
    const older = new Map(this.first.notes.map((note) => [note.id, note]));
    return this.second.notes.map((note): Note => {
      const before = older.get(note.id);
      if (!before) return note;
      const text = composeTexts(before.text, note.text, { language: this.second.language });
      return { ...note, text, ...(before.mark ? { mark: before.mark } : {}) };
    });
  }

  /** A row of the second step with what the first had struck or moved away put back at its place. */
  private row<T extends PartItem>(older: readonly T[], newer: readonly T[]): T[] {
    const out: T[] = [];
    let next = 0;
    const pass = (): void => {
      for (let item = older[next]; item && isDead(item); item = older[next]) {
        out.push(item);
        next += 1;
      }
    };
    for (const item of newer) {
      pass();
      const kind = item.mark?.kind;
      if (kind === "ins") {
        out.push(withChildren(item, (children) => this.row([], children)));
        continue;
      }
      if (kind !== "move-to") {
        // What the first step moved on stands in another row there.
        const at = older.findIndex((one, i) => i >= next && one.id === item.id && !isDead(one));
        for (const passed of older.slice(next, at + 1)) if (isDead(passed)) out.push(passed);
        if (at >= 0) next = at + 1;
      }
      out.push(...this.item(item));
    }
    pass();
    return [...out, ...older.slice(next).filter(isDead)];
  }

  private item<T extends PartItem>(item: T): T[] {
    const known = this.live.get(item.id);
    if (known?.item.type !== item.type) return [item];
    const older = known.item as T;
    const { mark } = item;
    const before = known.putInBy === undefined && older.mark?.kind !== "move-to";
    if (mark?.kind === "del" || mark?.kind === "move-from") {
      const into = mark.kind === "del" ? this.struck : this.movedOn;
      if (older.mark?.kind === "move-to") into.set(item.id, mark.change);
      if (mark.kind === "del") for (const id of this.movedWithin(older)) this.struck.set(id, mark.change);
      return before ? [{ ...this.ghosts(itemBefore(older), item), mark }] : [];
    }
    const joined = this.content(older, item, known.putInBy);
    const { mark: _, ...bare } = joined;
    const own = this.markOf(older.mark, mark, known.putInBy);
    return [own ? { ...joined, mark: own } : (bare as unknown as T)];
  }

  private markOf(
    first: ChangeMark | undefined,
    second: ChangeMark | undefined,
    putInBy: string | undefined,
  ): ChangeMark | undefined {
    if (!second) return first;
    return putInBy === undefined ? second : { kind: "ins", change: putInBy };
  }

  private content<T extends PartItem>(older: T, newer: T, putInBy: string | undefined): T {
    const { language } = this.second;
    if (newer.type !== "paragraph" || older.type !== "paragraph")
      return mapOwnTexts(newer, (text) =>
        older.type === "paragraph"
          ? text
          : composeTexts(older.text, text, { language, ...(putInBy === undefined ? {} : { putInBy }) }),
      );
    const texts = joinSegments(older, newer, { language, putInBy });
    // The paragraph is the newer one with other texts, so it is still a T.
    return { ...texts, children: this.row<Paragraph>(older.children, newer.children) } as Paragraph as T;
  }

  /** Items that the first step had moved to somewhere inside one. */
  private movedWithin(item: PartItem): Id[] {
    if (item.type !== "paragraph") return [];
    return item.children.flatMap((child) => [
      ...(child.mark?.kind === "move-to" ? [child.id] : []),
      ...this.movedWithin(child),
    ]);
  }

  /** What the second step moved out of an item before it struck it is marked so in the item as it was at first. */
  private ghosts<T extends PartItem>(before: T, struck: T): T {
    const away = new Map<Id, ChangeMark>();
    const visit = (item: PartItem): void => {
      if (item.type !== "paragraph") return;
      for (const child of item.children) {
        if (child.mark?.kind === "move-from") away.set(child.id, child.mark);
        visit(child);
      }
    };
    visit(struck);
    if (away.size === 0) return before;
    const mark = <I extends PartItem>(item: I): I => {
      const own = away.get(item.id);
      const inner = withChildren(item, (children) => mapSame(children, mark));
      return own && !item.mark ? { ...inner, mark: own } : inner;
    };
    return mark(before);
  }

  /** Old places of moves that the second step ended: struck, moved on, or, inside something struck, plain. */
  private settleGhosts(r: Resolution): Resolution {
    const moved = movedItems(r);
    const row = <T extends PartItem>(items: T[], inside: boolean): T[] =>
      mapSame(items, (item): T => {
        const { mark } = item;
        const deep = withChildren(item, (children) =>
          row(children, inside || (mark !== undefined && isDead(item))),
        );
        if (mark?.kind !== "move-from") return deep;
        const on = this.movedOn.get(item.id);
        if (on !== undefined && moved.has(item.id))
          return { ...deep, mark: { kind: "move-from", change: on } };
        const by = this.struck.get(item.id);
        if (by === undefined || moved.has(item.id)) return deep;
        if (!inside) return { ...deep, mark: { kind: "del", change: by } };
        const { mark: _, ...bare } = deep;
        return bare as unknown as T;
      });
    return mapRows(r, (items) => row(items, false));
  }
}
