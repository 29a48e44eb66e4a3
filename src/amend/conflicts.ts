/** Finds every pair of amendments of a list that get in each other's way, and says why. */
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import type { Conflict, ConflictKind } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { conflictSentence } from "./conflict-sentence.ts";
import { beforeTheBody, isAccepted, isPending } from "./decided.ts";
import { type Footprint, footprint, type Touch } from "./footprint.ts";
import { nameOf, positionName } from "./label.ts";
import { indexOf } from "./locate.ts";
import { frozenNumbers } from "./number.ts";
import { quoted } from "./refuse.ts";
import { type Step, TextOrder } from "./sequence.ts";
import { type AmendedWork, byId } from "./source.ts";
import { cleanStage, pendingText } from "./stages.ts";

export interface WhichAmendments {
  /** Only these; absent: all that are before the body at the stage and not withdrawn, rejected, fallen or left aside. */
  only?: readonly AmendmentId[];
}

/** The amendments that are looked at, in list order. */
export function chosen(work: AmendedWork, stageId: string, { only }: WhichAmendments): Amendment[] {
  const open = beforeTheBody(work.resolution.stages, work.amendments, stageId);
  return open.filter((a) => (only ? only.includes(a.id) : isPending(a) || isAccepted(a)));
}

/** Conflicts among the amendments to a stage, by place in the text, then list order. */
export function conflicts(work: AmendedWork, stageId: string, which: WhichAmendments = {}): Conflict[] {
  const text = cleanStage(work, stageId, work.resolution.language);
  if (!text) return [];
  const prints = chosen(work, stageId, which).map((a) => footprint(work, stageId, a));
  const finder = new Finder(work, stageId, text);
  const found = pairs(prints, text).flatMap(([a, b]) => finder.compare(a, b) ?? []);
  const steps = prints.map((print): Step => ({ amendment: print.amendment, operation: print.operation }));
  const order = new TextOrder(text, steps);
  const known = byId(work.amendments);
  const at = ({ a }: Conflict): number => {
    const own = known.get(a);
    const of = own?.parent === undefined ? own : known.get(own.parent);
    return of ? order.of(of.operation).at : 0;
  };
  return found
    .map((conflict, i) => ({ conflict, i, at: at(conflict) }))
    .sort((x, y) => x.at - y.at || x.i - y.i)
    .map(({ conflict }) => conflict);
}

/** Pairs that touch anything in common, each once, in list order. */
function pairs(prints: readonly Footprint[], text: Resolution): [Footprint, Footprint][] {
  const byKey = new Map<string, number[]>();
  const index = indexOf(text);
  prints.forEach((print, i) => {
    if (print.refusal) return;
    for (const key of keysOf(print, index.holders)) {
      const row = byKey.get(key) ?? [];
      row.push(i);
      byKey.set(key, row);
    }
  });
  const seen = new Set<string>();
  const out: [number, number][] = [];
  for (const row of byKey.values())
    row.forEach((a, k) => {
      for (const b of row.slice(k + 1)) {
        const key = `${a} ${b}`;
        if (!seen.has(key)) out.push([a, b]);
        seen.add(key);
      }
    });
  out.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  return out.flatMap(([a, b]): [Footprint, Footprint][] => {
    const [one, other] = [prints[a], prints[b]];
    return one && other ? [[one, other]] : [];
  });
}

function keysOf(print: Footprint, holders: ReadonlyMap<Id, Id>): Set<string> {
  const keys = new Set<string>();
  for (const id of print.touches.keys()) keys.add(holders.get(id) ?? id);
  for (const id of [...print.struck, ...print.moved]) keys.add(id);
  for (const gap of print.gaps) {
    keys.add(`gap ${gap}`);
    // What is put inside a paragraph goes with it.
    keys.add(gap.slice(0, gap.indexOf(" > ")));
  }
  if (print.anchor !== undefined) keys.add(print.anchor);
  keys.delete("preambular");
  keys.delete("operative");
  return keys;
}

class Finder {
  private frozen: Map<Id, string> | undefined;

  constructor(
    private readonly work: AmendedWork,
    private readonly stageId: string,
    private readonly text: Resolution,
  ) {}

  /** The first thing that is wrong between two, in the order of its weight. */
  compare(a: Footprint, b: Footprint): Conflict | undefined {
    if (a.essence !== "" && a.essence === b.essence)
      return this.make("same-proposal", a, b, a, b, whereOf(a), []);
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
  ): Conflict {
    const all = {
      a: a.amendment.id,
      b: b.amendment.id,
      first: first.amendment.id,
      second: second.amendment.id,
      where: this.name(at),
      ...values,
    };
    return {
      a: all.a,
      b: all.b,
      kind,
      at,
      ...(values.words === undefined ? {} : { words: values.words }),
      falls: falls.map((print) => print.amendment.id),
      values: all,
      sentence: conflictSentence(kind, all),
    };
  }

  private name(id: Id): string {
    const slash = id.indexOf("/");
    return slash > 0 ? `the text of ${id.slice(0, slash)}` : nameOf(this.text, id);
  }

  private deletes(a: Footprint, b: Footprint, deleter: Footprint, other: Footprint): Conflict | undefined {
    if (deleter.struck.size === 0) return undefined;
    const { holders } = indexOf(this.text);
    for (const id of other.touches.keys()) {
      const holder = holders.get(id) ?? id;
      if (deleter.struck.has(holder))
        return this.make("deletes-what-other-edits", a, b, deleter, other, holder, [other], {
          does: "changes words of it",
        });
    }
    for (const id of other.moved)
      if (deleter.struck.has(id))
        return this.make("deletes-what-other-moves", a, b, deleter, other, id, [other]);
    for (const gap of other.gaps) {
      const container = gap.slice(0, gap.indexOf(" > "));
      if (deleter.struck.has(container))
        return this.make("deletes-what-other-edits", a, b, deleter, other, container, [other], {
          does: "puts a sub-paragraph into it",
        });
    }
    const both = [...other.struck].find((id) => deleter.struck.has(id));
    if (both === undefined || deleter.struck.size < other.struck.size) return undefined;
    return this.make("deletes-what-other-edits", a, b, deleter, other, both, [other], {
      does: "takes it out as well",
    });
  }

  private wholes(a: Footprint, b: Footprint): Conflict | undefined {
    if (a.whole !== undefined && a.whole === b.whole)
      return this.make("rival-texts", a, b, a, b, a.whole, [a, b]);
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      if (one.whole !== undefined && other.touches.has(one.whole))
        return this.make("replaces-what-other-edits", a, b, one, other, one.whole, [other]);
    return undefined;
  }

  private words(a: Footprint, b: Footprint): Conflict | undefined {
    let spot: Conflict | undefined;
    for (const [id, own] of a.touches) {
      const others = b.touches.get(id);
      if (!others) continue;
      for (const x of own)
        for (const y of others) {
          const met = this.touch(a, b, id, x, y);
          if (met && met.kind !== "same-place") return met;
          spot ??= met;
        }
    }
    return spot;
  }

  private touch(a: Footprint, b: Footprint, id: Id, x: Touch, y: Touch): Conflict | undefined {
    const [xPure, yPure] = [x.start === x.end, y.start === y.end];
    if (xPure && yPure)
      return x.start === y.start
        ? this.make("same-place", a, b, a, b, id, [], {
            place: `one spot of ${this.name(id)}`,
            what: `${quoted(x.put)} and ${quoted(y.put)}`,
          })
        : undefined;
    // Words put in at the edge of words that are struck do not disturb them.
    if (x.end <= y.start || y.end <= x.start) return undefined;
    const [start, end] = [Math.max(x.start, y.start), Math.min(x.end, y.end)];
    const words =
      x.struck.slice(start - x.start, end - x.start).trim() || (xPure ? x.put.trim() : y.put.trim());
    const inside = (p: Touch, q: Touch): boolean =>
      q.start <= p.start && p.end <= q.end && p.end - p.start < q.end - q.start;
    if (inside(x, y)) return this.make("contained", a, b, b, a, id, [a], { words });
    if (inside(y, x)) return this.make("contained", a, b, a, b, id, [b], { words });
    return this.make("same-words", a, b, a, b, id, [a, b], { words });
  }

  private moves(a: Footprint, b: Footprint): Conflict | undefined {
    const both = [...a.moved].find((id) => b.moved.has(id));
    return both === undefined ? undefined : this.make("both-move", a, b, a, b, both, [a, b]);
  }

  private places(a: Footprint, b: Footprint, goer: Footprint, other: Footprint): Conflict | undefined {
    const { anchor } = other;
    if (anchor === undefined) return undefined;
    if (goer.struck.has(anchor))
      return this.make("place-goes", a, b, goer, other, anchor, [], { does: "deletes" });
    if (goer.moved.has(anchor))
      return this.make("place-goes", a, b, goer, other, anchor, [], { does: "moves" });
    return undefined;
  }

  private sameGap(a: Footprint, b: Footprint): Conflict | undefined {
    const gap = [...a.gaps].find((one) => b.gaps.has(one));
    if (gap === undefined) return undefined;
    const [container = "", after = ""] = gap.split(" > ");
    const label = this.label(a) ?? this.label(b);
    const at = after === "" ? container : after;
    return this.make("same-place", a, b, a, b, at, [], {
      place: label ? `the same place (${label})` : "the same place",
      what: "a paragraph",
    });
  }

  /** Number of the first new paragraph while numbers are frozen. */
  private label({ amendment, fresh }: Footprint): string | undefined {
    if (fresh === undefined) return undefined;
    this.frozen ??= new Map();
    const known = this.frozen.get(fresh);
    if (known !== undefined) return known;
    const alone = pendingText(this.work, this.stageId, this.work.resolution.language, [amendment.id]);
    const position = alone && frozenNumbers(alone.tracked).get(fresh);
    const name = position && positionName(position);
    if (name !== undefined) this.frozen.set(fresh, name);
    return name;
  }
}

/** What an amendment is about, for a sentence. */
function whereOf(print: Footprint): Id {
  const [touched] = print.touches.keys();
  const [struck] = print.struck;
  const [moved] = print.moved;
  const [gap] = print.gaps;
  return print.whole ?? touched ?? struck ?? moved ?? print.anchor ?? gap?.split(" > ")[0] ?? "title";
}
