/** Reads off tracked changes what one amendment touches: words, paragraphs and places, and how far it goes. */
import { ownSegments } from "../model/items.ts";
import type { Id, PartItem, Resolution, Segment } from "../model/resolution.ts";
import type { InlineText } from "../text/inline.ts";
import { flatten, isIn, type Run } from "../text/runs.ts";
import { isWord, words } from "../text/words.ts";
import { indexOf, textsOf } from "./locate.ts";

/** Words struck or replaced (`start` < `end`), or a spot where words come in, in the text before; and what comes in. */
export interface Touch {
  start: number;
  end: number;
  struck: string;
  put: string;
}

/** What an amendment touches. */
export interface Marks {
  /** Changed texts by segment; those of a parent as `<parent>/<text>`. */
  touches: Map<Id, Touch[]>;
  /** Items struck, with everything in them; texts struck in a paragraph that stays. */
  struck: Set<Id>;
  moved: Set<Id>;
  /** Places where something is put: what they stand in, and after what. */
  gaps: Set<string>;
  /** Words struck and put in. */
  distance: number;
  /** Equal for amendments that say the same. */
  essence: string;
}

/** Words of the runs that `which` picks. */
export function countWords(text: InlineText, language: string, which: (run: Run) => boolean): number {
  const said = flatten(text)
    .filter(which)
    .map((run) => run.text)
    .join(" ");
  return words(said, language).filter(isWord).length;
}

/** A text after its changes, as plain words. */
export function clean(text: InlineText): string {
  return flatten(text)
    .filter((run) => isIn(run, "after"))
    .map((run) => run.text)
    .join("");
}

/** Reads marks off a text in tracked form that has the changes of one amendment alone, and adds them to `out`. */
export class MarkReader {
  private readonly essence: string[] = [];

  constructor(
    private readonly out: Marks,
    private readonly language: string,
  ) {}

  read(tracked: Resolution): void {
    for (const [id, text] of indexOf(tracked).heads) this.text(id, text);
    this.row(tracked.preambular, "preambular");
    this.row(tracked.operative, "operative");
    for (const annex of tracked.annexes) this.row(annex.items, annex.id);
    this.out.essence = this.essence.join("\n");
  }

  /** Notes what is changed in one text. */
  text(id: Id, text: InlineText): void {
    const touches: Touch[] = [];
    let at = 0;
    let open: Touch | undefined;
    for (const run of flatten(text)) {
      if (!run.change) {
        at += run.text.length;
        open = undefined;
        continue;
      }
      if (!open) {
        open = { start: at, end: at, struck: "", put: "" };
        touches.push(open);
      }
      if (run.change.kind === "ins") open.put += run.text;
      else {
        at += run.text.length;
        open.end = at;
        open.struck += run.text;
      }
    }
    if (touches.length === 0) return;
    this.out.touches.set(id, touches);
    this.out.distance += countWords(text, this.language, (run) => run.change !== undefined);
    this.essence.push(`${id} = ${clean(text)}`);
  }

  private row(items: readonly PartItem[], container: string): void {
    let after = "";
    for (const item of items) {
      const kind = item.mark?.kind;
      if (kind === "ins" || kind === "move-to") {
        const gap = `${container} > ${after}`;
        this.out.gaps.add(gap);
        const what = kind === "ins" ? JSON.stringify(this.wordsOf(item)) : item.id;
        this.essence.push(`${kind} ${gap}: ${what}`);
        if (kind === "ins") this.count(item);
        continue;
      }
      after = item.id;
      if (kind === "move-from") {
        this.out.moved.add(item.id);
        this.out.distance += 1;
        continue;
      }
      if (kind === "del") {
        this.essence.push(`del ${item.id}`);
        this.strike(item);
        this.count(item);
        continue;
      }
      this.segments(item);
      if (item.type === "paragraph") this.row(item.children, item.id);
    }
  }

  /** The texts of an item that stays: changed, struck or put in. */
  private segments(item: PartItem): void {
    let after = "";
    const own: Segment[] = item.type === "paragraph" ? ownSegments(item) : [{ id: item.id, text: item.text }];
    for (const { id, text, mark } of own) {
      if (mark) this.out.distance += countWords(text, this.language, () => true);
      if (mark?.kind === "ins") {
        const gap = `${item.id} > ${after}`;
        this.out.gaps.add(gap);
        this.essence.push(`ins ${gap}: ${clean(text)}`);
        continue;
      }
      after = id;
      if (mark) {
        this.out.struck.add(id);
        this.essence.push(`del ${id}`);
      } else this.text(id, text);
    }
  }

  private wordsOf(item: PartItem): unknown {
    const own = textsOf(item).map(({ text }) => clean(text));
    return item.type === "paragraph" ? [own, item.children.map((child) => this.wordsOf(child))] : own;
  }

  private strike(item: PartItem): void {
    this.out.struck.add(item.id);
    for (const { id } of textsOf(item)) this.out.struck.add(id);
    if (item.type === "paragraph") for (const child of item.children) this.strike(child);
  }

  private count(item: PartItem): void {
    for (const { text } of textsOf(item)) this.out.distance += countWords(text, this.language, () => true);
    if (item.type === "paragraph") for (const child of item.children) this.count(child);
  }
}
