/** Says of each step of the order of consideration where it is and why it is taken there (house-style 2.2, 2.7). */
import type { AmendmentId } from "../model/amendment.ts";
import type { OrderStep, Rank } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Footprint } from "./footprint.ts";
import { nameOf } from "./label.ts";
import { indexOf } from "./locate.ts";
import { proposedName } from "./proposed.ts";
import type { AmendedWork } from "./source.ts";

/** What is taken at the same place and in the whole list. */
export interface Around {
  /** In their order. */
  row: readonly Footprint[];
  all: readonly Footprint[];
  /** What something is proposed to. */
  settled: ReadonlySet<Id>;
  /** Everything that is put in order. */
  listed: ReadonlySet<AmendmentId>;
}

/** Id of what is changed; none for new paragraphs. */
export function targetOf({ operation: op }: Footprint): Id | undefined {
  if (op.kind === "retitle") return "title";
  if (op.kind === "add") return undefined;
  return op.target.kind === "title" ? "title" : op.target.id;
}

/** Whether an amendment changes or takes out a paragraph, also one that is about a larger or another one. */
function reaches({ struck, touches, whole }: Footprint, id: Id | undefined): boolean {
  return id !== undefined && (struck.has(id) || touches.has(id) || whole === id);
}

/** Puts steps of the order into words, in the text of the stage. */
export class StepTeller {
  constructor(
    private readonly work: AmendedWork,
    private readonly text: Resolution,
  ) {}

  step(print: Footprint, felled: AmendmentId[], around: Around): OrderStep {
    const { amendment, rank, distance } = print;
    const { parent } = amendment;
    const where = this.where(print);
    return {
      amendment: amendment.id,
      at: this.at(print),
      where,
      rank,
      distance,
      ...(parent === undefined ? {} : { parent }),
      felled,
      why: this.why(print, where, felled, around),
    };
  }

  private at(print: Footprint): Id {
    const { operation: op, amendment } = print;
    const { parent } = amendment;
    if (op.kind === "add") {
      const { place } = op;
      return "part" in place ? place.part : "within" in place ? place.within : place.id;
    }
    const id = targetOf(print) ?? "title";
    return parent !== undefined && !indexOf(this.text).live.has(id) ? parent : id;
  }

  private where(print: Footprint): string {
    const { amendment, fresh } = print;
    if (amendment.parent !== undefined) return `the text of ${amendment.parent}`;
    const id = targetOf(print);
    if (id !== undefined) return nameOf(this.text, id);
    return (fresh === undefined ? undefined : proposedName(this.work, amendment, fresh)) ?? "a new paragraph";
  }

  private why(print: Footprint, where: string, felled: readonly AmendmentId[], around: Around): string {
    const { refusal, distance, amendment } = print;
    const { parent } = amendment;
    if (refusal) return `It cannot be put as it stands: ${refusal.message}`;
    const far = counted(distance);
    const reason =
      parent === undefined
        ? this.reason(print, where, around)
        : around.listed.has(parent)
          ? `A sub-amendment is taken before the amendment that it speaks of, ${parent}; it changes ${far}.`
          : `It is a sub-amendment to ${parent}, which waits for no decision; it changes ${far}.`;
    if (felled.length === 0) return reason;
    return `${reason} When it is adopted, ${listed(felled)} ${felled.length === 1 ? "falls" : "fall"}.`;
  }

  /** Why it is taken where it is among what is proposed at the same place. */
  private reason(print: Footprint, where: string, { row: place, all, settled }: Around): string {
    const { rank, distance, operation: op } = print;
    const far = counted(distance);
    if (op.kind === "add") return this.newReason(op, place.indexOf(print), place.length, settled);
    // An item, a quotation or closing words are settled by themselves.
    const row = place.filter((other) => targetOf(other) === targetOf(print));
    const at = row.indexOf(print);
    const has = (some: readonly Footprint[], ...wanted: Rank[]): boolean =>
      some.some((other) => wanted.includes(other.rank));
    const [before, after] = [row.slice(0, at), row.slice(at + 1)];
    const alike = row.filter((other) => other.rank === rank);
    if (row.length === 1) {
      const id = targetOf(print);
      // What is proposed to a part of a paragraph is proposed to the paragraph too, not the other way round.
      const whole = id === undefined || (indexOf(this.text).holders.get(id) ?? id) === id;
      const others = all.filter(
        (other) => other !== print && (reaches(other, id) || (whole && place.includes(other))),
      );
      const head =
        others.length === 0
          ? "Nothing else"
          : `Apart from ${listed(others.map((one) => one.amendment.id))}, nothing else`;
      return `${head} is proposed to ${where}${rank === "delete" || rank === "move" ? "" : `; it changes ${far}`}.`;
    }
    if (rank === "delete")
      return before.length > 0
        ? `It takes out ${where} too; what is decided on the one before holds for it.`
        : `Of what is proposed to ${where}, to take it out goes furthest from the text, so it is taken first.`;
    if (rank === "move")
      return before.every((other) => other.rank === "move")
        ? `Where ${where} stands is taken in the order of the list.`
        : `Where ${where} stands is settled after what it says.`;
    if ((rank === "amend" || rank === "replace") && alike.length > 1) {
      const kind = rank === "amend" ? `changes to words of ${where}` : `new texts of ${where}`;
      const last = before.at(-1);
      if (last?.rank !== rank)
        return `Of the ${kind}, the one that is furthest from the text is taken first: it changes ${far}.`;
      return last.distance === distance
        ? `It is as far from the text as the one before, and comes after it in the list: it changes ${far}.`
        : `It is the next furthest of the ${kind}: it changes ${far}.`;
    }
    const does = {
      replace: `To give ${where} another text`,
      merge: `To merge other paragraphs into ${where}`,
      split: `To split ${where}`,
      amend: `To change words of ${where}`,
    }[rank === "add" ? "amend" : rank];
    const less = [
      ...(has(before, "delete") ? ["to take it out"] : []),
      ...(rank === "amend" && has(before, "replace", "merge", "split") ? ["to give it another text"] : []),
    ];
    const goes = [
      ...(less.length > 0 ? [`less far than ${less.join(" or ")}`] : []),
      ...(rank !== "amend" && has(after, "amend") ? ["further than to change words of it"] : []),
    ];
    return goes.length > 0
      ? `${does} goes ${listed(goes)}; it changes ${far}.`
      : `What ${where} says is settled before where it stands; it changes ${far}.`;
  }

  private newReason(
    { place }: Extract<Footprint["operation"], { kind: "add" }>,
    nth: number,
    several: number,
    settled: ReadonlySet<Id>,
  ): string {
    const more =
      several < 2
        ? ""
        : nth === 0
          ? " Of several at one place, the first in the list is taken first."
          : " It comes after the one before in the list.";
    if ("part" in place)
      return `It is taken at its place in the text, at the ${place.at} of the ${place.part === "preambular" ? "preamble" : "operative part"}.${more}`;
    const id = "within" in place ? place.within : place.id;
    const name = nameOf(this.text, id);
    if (place.at === "after" && settled.has(id))
      return `What is new after ${name} is taken when ${name} is settled.${more}`;
    return `It is taken at its place in the text, ${"within" in place ? `at the ${place.at} of` : place.at} ${name}.${more}`;
  }
}

function counted(words: number): string {
  return words === 1 ? "1 word" : `${words} words`;
}

function listed(ids: readonly AmendmentId[]): string {
  return ids.length < 2 ? (ids[0] ?? "") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1) ?? ""}`;
}
