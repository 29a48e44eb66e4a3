/** What is wrong between two amendments in one language: they meet at words, at a paragraph or at a place. */
import type { AmendmentId, Placement } from "../model/amendment.ts";
import type { ConflictKind } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Footprint } from "./footprint.ts";
import { nameOf, positionName } from "./label.ts";
import { indexOf } from "./locate.ts";
import { frozenNumbers } from "./number.ts";
import type { Touch } from "./read-marks.ts";
import { quoted } from "./refuse.ts";
import type { AmendedWork } from "./source.ts";
import { pendingText } from "./stages.ts";

/** Where two amendments meet in one language. */
export interface Clash {
  kind: ConflictKind;
  /** What is told in one breath, whatever it is in each language: whose words lie inside whose, and who puts words beside what. */
  kin: ConflictKind | "spot";
  at: Id;
  /** Which of the two cannot be put any more when the other is adopted. */
  falls: AmendmentId[];
  /** Parts of the sentence; see `Conflict`. */
  values: Record<string, string>;
}

/** What amendments to a stage do to each other; paragraphs are named as in `text`, the text of the stage in the language of the work. */
export class Finder {
  private frozen: Map<Id, string> | undefined;

  constructor(
    private readonly work: AmendedWork,
    private readonly stageId: string,
    private readonly text: Resolution,
  ) {}

  /** The first thing that is wrong between two, in the order of its weight. */
  compare(a: Footprint, b: Footprint): Clash | undefined {
    if (a.essence !== "" && a.essence === b.essence) {
      const label = a.operation.kind === "add" ? this.label(a) : undefined;
      const values = label === undefined ? {} : { puts: `propose the same new paragraph, as ${label}` };
      return this.make("same-proposal", a, b, a, b, whereOf(a), [], values);
    }
    return (
      this.deletes(a, b, a, b) ??
      this.deletes(a, b, b, a) ??
      this.wholes(a, b) ??
      this.words(a, b) ??
      this.moves(a, b) ??
      this.places(a, b, a, b) ??
      this.places(a, b, b, a) ??
      this.sameGap(a, b)
    );
  }

  private make(
    kind: ConflictKind,
    a: Footprint,
    b: Footprint,
    first: Footprint,
    second: Footprint,
    at: Id,
    falls: readonly Footprint[],
    values: Record<string, string> = {},
  ): Clash {
    return {
      kind,
      kin: kind === "contained" ? "same-words" : kind,
      at,
      falls: falls.map((print) => print.amendment.id),
      values: {
        a: a.amendment.id,
        b: b.amendment.id,
        first: first.amendment.id,
        second: second.amendment.id,
        where: this.name(at),
        ...values,
      },
    };
  }

  private name(id: Id): string {
    const slash = id.indexOf("/");
    return slash > 0 ? `the text of ${id.slice(0, slash)}` : nameOf(this.text, id);
  }

  /** What goes when `id` goes: the paragraph that is deleted or merged, with `id` in it or itself. */
  private goes({ operation: op }: Footprint, id: Id): Id {
    const { live, holders } = indexOf(this.text);
    const holder = holders.get(id);
    const inner = live.get(holder ?? id)?.above.map((item) => item.id) ?? [];
    const above = holder === undefined ? inner : [...inner, holder];
    const gone = op.kind === "merge" ? op.others : "target" in op && "id" in op.target ? [op.target.id] : [];
    return gone.find((one) => one === id || above.includes(one)) ?? id;
  }

  /** `takes out PP1`, `takes out OP2 with OP2(a) in it`, `merges OP15 into OP14`. */
  private takesOut(print: Footprint, id: Id): string {
    if (id.includes("/")) return `takes out a paragraph of ${this.name(id)}`;
    const { operation: op } = print;
    const top = this.goes(print, id);
    const what = top === id ? this.name(id) : `${this.name(top)} with ${this.name(id)} in it`;
    return op.kind === "merge" && "id" in op.target
      ? `merges ${what} into ${this.name(op.target.id)}`
      : `takes out ${what}`;
  }

  private deletes(a: Footprint, b: Footprint, deleter: Footprint, other: Footprint): Clash | undefined {
    if (deleter.struck.size === 0) return undefined;
    const { holders } = indexOf(this.text);
    const met = (kind: ConflictKind, at: Id, does: (it: string) => string, falls = [other]): Clash => {
      const it = this.goes(deleter, at) === at ? "it" : this.name(at);
      const values = { acts: this.takesOut(deleter, at), does: does(it) };
      return this.make(kind, a, b, deleter, other, at, falls, values);
    };
    for (const id of other.touches.keys()) {
      const struck = [holders.get(id) ?? id, id].find((one) => deleter.struck.has(one));
      if (struck !== undefined)
        return met("deletes-what-other-edits", struck, (it) =>
          other.whole === struck ? newText(other, it) : `changes words of ${it}`,
        );
    }
    for (const id of other.moved)
      if (deleter.struck.has(id)) return met("deletes-what-other-moves", id, (it) => `moves ${it}`);
    for (const gap of other.gaps) {
      const [container = "", after = ""] = gap.split(" > ");
      const what = holders.get(after) === container ? "an item of a list" : "a sub-paragraph";
      if (deleter.struck.has(container))
        return met("deletes-what-other-edits", container, (it) => `puts ${what} into ${it}`);
    }
    const both = [...other.struck].find((id) => deleter.struck.has(id));
    if (both === undefined || deleter.struck.size < other.struck.size) return undefined;
    // What is taken out cannot be merged any more either.
    const falls = other.operation.kind === "merge" ? [a, b] : [other];
    if (other.operation.kind !== "merge" && deleter.operation.kind === "merge") falls.push(deleter);
    return met("deletes-what-other-edits", both, () => this.takesOut(other, both), falls);
  }

  private wholes(a: Footprint, b: Footprint): Clash | undefined {
    if (a.whole !== undefined && a.whole === b.whole)
      return this.make("rival-texts", a, b, a, b, a.whole, [a, b]);
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (one.whole === undefined || !other.touches.has(one.whole)) continue;
      const { kind } = one.operation;
      const present = kind === "split" || kind === "merge" ? "its present text" : "the present one";
      const values = { acts: newText(one, this.name(one.whole)), does: `changes words of ${present}` };
      return this.make("replaces-what-other-edits", a, b, one, other, one.whole, [other], values);
    }
    return undefined;
  }

  private words(a: Footprint, b: Footprint): Clash | undefined {
    let spot: Clash | undefined;
    let met: Clash | undefined;
    for (const [id, own] of a.touches) {
      const others = b.touches.get(id);
      if (!others) continue;
      for (const x of own)
        for (const y of others) {
          const found = this.touch(a, b, id, x, y);
          if (found?.kin === "spot") spot ??= found;
          else if (found?.kind === "same-words") return found;
          // Each changes words inside those of the other: neither goes further.
          else if (found && met && found.falls[0] !== met.falls[0])
            return this.make("same-words", a, b, a, b, met.at, [a, b], { words: met.values.words ?? "" });
          else met ??= found;
        }
    }
    return met ?? spot;
  }

  private touch(a: Footprint, b: Footprint, id: Id, x: Touch, y: Touch): Clash | undefined {
    const [xPure, yPure] = [x.start === x.end, y.start === y.end];
    if (xPure && yPure) {
      if (x.start !== y.start) return undefined;
      const values = {
        puts: `puts ${quoted(x.put)} into ${this.name(id)}`,
        also: `puts ${quoted(y.put)} at the same spot`,
        order: "list",
      };
      return { ...this.make("same-place", a, b, a, b, id, [], values), kin: "spot" };
    }
    if (x.end <= y.start || y.end <= x.start) return this.beside(a, b, id, x, y);
    const [start, end] = [Math.max(x.start, y.start), Math.min(x.end, y.end)];
    const words =
      x.struck.slice(start - x.start, end - x.start).trim() || (xPure ? x.put.trim() : y.put.trim());
    const inside = (p: Touch, q: Touch): boolean =>
      q.start <= p.start && p.end <= q.end && p.end - p.start < q.end - q.start;
    if (inside(x, y)) return this.make("contained", a, b, b, a, id, [a], { words });
    if (inside(y, x)) return this.make("contained", a, b, a, b, id, [b], { words });
    return this.make("same-words", a, b, a, b, id, [a, b], { words });
  }

  /** Words put in at the edge of words that are struck do not disturb them, but may have been meant to stand beside those. */
  private beside(a: Footprint, b: Footprint, id: Id, x: Touch, y: Touch): Clash | undefined {
    const meant = (p: Footprint, own: Touch, other: Touch): boolean =>
      own.start === own.end &&
      (own.start === other.start || own.start === other.end) &&
      findsOf(p).some((find) => other.struck.includes(find) || find.includes(other.struck.trim()));
    const met = (first: Footprint, second: Footprint, own: Touch, { struck, put }: Touch): Clash =>
      this.make("place-goes", a, b, first, second, id, [], {
        puts: `puts ${quoted(own.put)} beside ${quoted(struck)} in ${this.name(id)}`,
        acts: put === "" ? "takes those words out" : "changes those words",
      });
    const found = meant(a, x, y) ? met(b, a, x, y) : meant(b, y, x) ? met(a, b, y, x) : undefined;
    return found && { ...found, kin: "spot" };
  }

  private moves(a: Footprint, b: Footprint): Clash | undefined {
    const both = [...a.moved].find((id) => b.moved.has(id));
    return both === undefined ? undefined : this.make("both-move", a, b, a, b, both, [a, b]);
  }

  private places(a: Footprint, b: Footprint, goer: Footprint, other: Footprint): Clash | undefined {
    const { anchor } = other;
    if (anchor === undefined) return undefined;
    // What is put inside a paragraph that moves goes with it.
    const inside = "place" in other.operation && "within" in other.operation.place;
    if (!goer.struck.has(anchor) && (inside || !goer.moved.has(anchor))) return undefined;
    return this.make("place-goes", a, b, goer, other, anchor, [], {
      acts: goer.struck.has(anchor) ? this.takesOut(goer, anchor) : `moves ${this.name(anchor)}`,
      puts: this.puts(other, "place" in other.operation ? this.placed(other.operation.place) : ""),
    });
  }

  /** `puts a new paragraph after PP1`, `moves OP2 before OP1`. */
  private puts({ operation: op, moved }: Footprint, place: string): string {
    const [id] = moved;
    if (op.kind === "move" && id !== undefined) return `moves ${this.name(id)} ${place}`;
    const several = (op.kind === "add" || op.kind === "split") && op.ids.length > 1;
    const beside = op.kind === "add" && "id" in op.place ? op.place.id : "";
    const what = indexOf(this.text).holders.has(beside) ? "item" : "paragraph";
    const article = what === "item" ? "an item" : "a new paragraph";
    return `puts ${several ? `new ${what}s` : article} ${place}`;
  }

  private placed(place: Placement): string {
    if ("part" in place) return `at the ${place.at} of the ${place.part} part`;
    return "within" in place ? `into ${this.name(place.within)}` : `${place.at} ${this.name(place.id)}`;
  }

  private sameGap(a: Footprint, b: Footprint): Clash | undefined {
    const gap = [...a.gaps].find((one) => b.gaps.has(one));
    if (gap === undefined) return undefined;
    const [container = "", after = ""] = gap.split(" > ");
    const at = after === "" ? container : after;
    const [one, other] = [this.label(a), this.label(b)];
    if (one !== undefined && other !== undefined)
      return this.make("same-place", a, b, a, b, at, [], {
        puts: `put a new paragraph at the same place, as ${one}`,
        order: "list",
      });
    const place = after === "" ? "to the beginning" : `after ${this.name(after)}`;
    return this.make("same-place", a, b, a, b, at, [], {
      puts: this.puts(a, place),
      also: this.puts(b, "to the same place"),
    });
  }

  /** Number of the first new paragraph while numbers are frozen. */
  private label({ amendment, fresh }: Footprint): string | undefined {
    if (fresh === undefined) return undefined;
    this.frozen ??= new Map();
    const known = this.frozen.get(fresh);
    if (known !== undefined) return known;
    const alone = pendingText(this.work, this.stageId, this.text.language, [amendment.id]);
    const position = alone && frozenNumbers(alone.tracked).get(fresh);
    const name = position && positionName(position);
    if (name !== undefined) this.frozen.set(fresh, name);
    return name;
  }
}

/** The words that an amendment looks for. */
function findsOf({ operation: op, language }: Footprint): string[] {
  const changes = op.kind === "amend" || op.kind === "retitle" ? op.changes?.[language] : undefined;
  return (changes ?? []).map(({ find }) => find.trim());
}

/** What is done to a paragraph that gets another text. */
function newText({ operation: { kind } }: Footprint, where: string): string {
  if (kind === "split") return `splits ${where}`;
  return kind === "merge" ? `merges others into ${where}` : `gives ${where} another text`;
}

/** What an amendment is about, for a sentence. */
function whereOf(print: Footprint): Id {
  const [touched] = print.touches.keys();
  const [struck] = print.struck;
  const [moved] = print.moved;
  const [gap] = print.gaps;
  return print.whole ?? touched ?? struck ?? moved ?? print.anchor ?? gap?.split(" > ")[0] ?? "title";
}
