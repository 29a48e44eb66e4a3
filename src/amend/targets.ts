/** Looks up the paragraphs that amendments name, as printed or by id, in the text of the stage that they speak of. */
import type {
  Amendment,
  AmendmentId,
  Operation,
  Placement,
  Spot,
  Tabled,
  Target,
} from "../model/amendment.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { segments } from "../model/walk.ts";
import type { Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { positionName } from "./label.ts";
import { stageText } from "./stages.ts";
import { Elsewhere, keyOf, type PrintedNumber } from "./targets-elsewhere.ts";

/** A paragraph that is not there. */
export interface TargetFault {
  amendment: AmendmentId;
  place: Place;
  message: string;
  hint: string;
}

/** The amendments whose paragraphs were all found, in their order, and what was not found. */
export interface LookedUp {
  amendments: Amendment[];
  faults: TargetFault[];
}

/**
 * Stage by stage, since the numbers of a stage depend on what the stages before it took in. `resolution` is the text of the first
 * stage in the language of the work; amendments to stages that it does not have are left out without a word.
 */
export function lookUpTargets(resolution: Resolution, tabled: readonly Tabled[]): LookedUp {
  const found = new Map<AmendmentId, Amendment>();
  const faults: Lost[] = [];
  for (const stage of resolution.stages) {
    const own = tabled.filter((t) => t.base === stage.id);
    if (own.length === 0) continue;
    const before = [...found.values()];
    const text = textOf(resolution, before, stage);
    const search = new Search(text, stage, resolution, tabled);
    for (const t of own) {
      const made = search.settle(t);
      faults.push(...search.take());
      if (made) found.set(t.id, made);
    }
  }
  const amendments = tabled.flatMap((t) => found.get(t.id) ?? []);
  if (faults.length === 0) return { amendments, faults: [] };
  const elsewhere = new Elsewhere(
    resolution.stages,
    (stage) => textOf(resolution, amendments, stage),
    amendments,
  );
  return { amendments, faults: faults.map((lost) => withStages(lost, elsewhere)) };
}

/** A fault before the texts of the other stages are known. */
interface Lost extends TargetFault {
  stage: Stage;
  /** The number that this stage does not have. */
  number?: PrintedNumber;
  /** The id of what may have been in a text before. */
  gone?: Id;
}

function withStages({ stage, number, gone, ...fault }: Lost, elsewhere: Elsewhere): TargetFault {
  const was = gone === undefined ? undefined : elsewhere.gone(gone, stage);
  if (was) return { ...fault, ...was };
  const more = number && elsewhere.numberHint(number, stage);
  return more === undefined ? fault : { ...fault, hint: `${fault.hint} ${more}` };
}

function textOf(resolution: Resolution, amendments: Amendment[], stage: Stage): Resolution {
  if (stage.id === resolution.stages[0]?.id) return resolution;
  const text = (language: string) => (language === resolution.language ? resolution : undefined);
  return stageText({ resolution, amendments, text }, stage.id, resolution.language)?.clean ?? resolution;
}

class Search {
  private faults: Lost[] = [];
  private readonly byNumber = new Map<string, Id>();
  private readonly positions: Map<Id, Position>;
  private readonly ids: Set<Id>;
  private readonly firstIds: Set<Id>;

  constructor(
    text: Resolution,
    private readonly stage: Stage,
    first: Resolution,
    private readonly all: readonly Tabled[],
  ) {
    this.positions = numberParagraphs(text);
    for (const [id, position] of this.positions) this.byNumber.set(keyOf(position.part, position.path), id);
    const idsIn = (r: Resolution) => new Set(segments(r).flatMap((s) => (s.kind === "note" ? [] : [s.id])));
    this.ids = idsIn(text);
    this.firstIds = idsIn(first);
  }

  /** The findings since the last call. */
  take(): Lost[] {
    const faults = this.faults;
    this.faults = [];
    return faults;
  }

  settle(tabled: Tabled): Amendment | undefined {
    const { place: _, places: __, operation, decision, ...rest } = tabled;
    const { result, ...outcome } = decision;
    const made = this.operation(operation, tabled);
    const amended = result && this.operation(result, tabled);
    if (!made || (result && !amended)) return undefined;
    return { ...rest, operation: made, decision: { ...outcome, ...(amended ? { result: amended } : {}) } };
  }

  private operation(operation: Operation<Spot>, by: Tabled): Operation | undefined {
    switch (operation.kind) {
      case "retitle":
        return operation;
      case "add": {
        const place = this.placement(operation.place, by);
        return place && { ...operation, place };
      }
      case "move": {
        const target = this.target(operation.target, by);
        const place = this.placement(operation.place, by);
        return target && place && { ...operation, target, place };
      }
      case "merge": {
        const target = this.target(operation.target, by);
        const others = operation.others.flatMap((spot) => this.id(spot, by) ?? []);
        return target && others.length === operation.others.length
          ? { ...operation, target, others }
          : undefined;
      }
      default: {
        const target = this.target(operation.target, by);
        return target && { ...operation, target };
      }
    }
  }

  private target(target: Target<Spot>, by: Tabled): Target | undefined {
    if (target.kind === "title") return target;
    const id = this.id(target.id, by);
    return id === undefined ? undefined : { kind: "paragraph", id };
  }

  private placement(place: Placement<Spot>, by: Tabled): Placement | undefined {
    if ("part" in place) return place;
    if ("within" in place) {
      const within = this.id(place.within, by);
      return within === undefined ? undefined : { at: place.at, within };
    }
    const id = this.id(place.id, by);
    return id === undefined ? undefined : { at: place.at, id };
  }

  /** An id that is there goes before a number, since only an id can be meant by it. */
  private id(spot: Spot, by: Tabled): Id | undefined {
    const { id, number } = spot;
    if (id !== undefined && (this.ids.has(id) || this.proposed(id, by))) return id;
    // An id that was there once is never taken for the number that it looks like: that is another paragraph now.
    const gone = id !== undefined && this.was(id);
    if (number && !gone) {
      const plain = number.path.every((step) => step.suffix === undefined);
      const found = plain && this.idAt(number);
      if (found) return found;
    }
    const why = number && !gone ? { ...this.noNumber(number), number } : this.noId(id ?? spot.written, by);
    this.faults.push({ amendment: by.id, place: spot.place, stage: this.stage, ...why });
    return undefined;
  }

  /** Whether this is the id of a paragraph of an earlier text, or of one that some amendment proposes. */
  private was(id: Id): boolean {
    return this.firstIds.has(id) || this.all.some((t) => newIdsOf(t).includes(id));
  }

  /** Whether the amendment that `by` is a sub-amendment to puts in this paragraph. */
  private proposed(id: Id, by: Tabled): boolean {
    const parent = by.parent === undefined ? by : this.all.find((t) => t.id === by.parent);
    return parent !== undefined && newIdsOf(parent).includes(id);
  }

  private noNumber(number: PrintedNumber): { message: string; hint: string } {
    const { part, path } = number;
    const numbers = path.map((step) => step.number);
    const suffixes = path.map((step) => step.suffix ?? 0);
    const position = { part, depth: path.length, number: numbers.at(-1) ?? 1, path: numbers };
    const suffixed = suffixes.some((suffix) => suffix > 0);
    const name = positionName(suffixed ? { ...position, suffixes } : position);
    const where = `the text of \`${this.stage.id}\``;
    if (suffixed) return this.noSuffix(name, number, where);
    const above = numbers.length > 1 ? numbers.slice(0, -1) : [];
    const parent = above.length > 0 && this.byNumber.has(keyOf(part, above));
    const siblings = [...this.positions.values()].filter(
      (p) =>
        p.part === part &&
        p.depth === (parent ? numbers.length : 1) &&
        (!parent || startsWith(p.path, above)),
    );
    const [first, last] = [siblings[0], siblings.at(-1)];
    const range =
      first && last
        ? first === last
          ? positionName(first)
          : `${positionName(first)} to ${positionName(last)}`
        : undefined;
    const whole = positionName({ ...position, depth: above.length, path: above });
    if (parent)
      return {
        message: `There is no ${name} in ${where}.`,
        hint: range
          ? `${whole} has ${first === last ? "only the sub-paragraph" : "the sub-paragraphs"} ${range} there.`
          : `${whole} has no sub-paragraphs there.`,
      };
    const area = part === "preambular" ? "preamble" : "operative part";
    return {
      message: `There is no ${name} in ${where}.`,
      hint: range
        ? `The ${area} has ${range}. Look whether another stage is meant: the list speaks of \`${this.stage.id}\`.`
        : `The ${area} has no paragraphs.`,
    };
  }

  /** The paragraph of a number, without what comes after bis and ter. */
  private idAt({ part, path }: PrintedNumber): Id | undefined {
    const numbers = path.map((step) => step.number);
    return this.byNumber.get(keyOf(part, numbers));
  }

  /** 1bis is where new paragraphs are proposed; several may share it. */
  private noSuffix(name: string, wanted: PrintedNumber, where: string): { message: string; hint: string } {
    const before = this.idAt(wanted);
    const proposals = this.all.filter(({ base, operation }) => {
      if (base !== this.stage.id || operation.kind !== "add" || !("id" in operation.place)) return false;
      const { id, number } = operation.place.id;
      const own = number && this.idAt(number);
      return before !== undefined && (id === before || own === before) && operation.place.at === "after";
    });
    const [one] = proposals;
    return {
      message: `There is no ${name} in ${where}: that is the place of a new paragraph that is only proposed.`,
      hint: one
        ? `It is proposed by ${proposals.map((t) => t.id).join(" and ")}. To change its words, write to: ${one.id} in place of on:.`
        : "To change the words of a proposed paragraph, write to: and the id of the amendment in place of on:.",
    };
  }

  private noId(id: string, by: Tabled): { message: string; hint: string; gone?: Id } {
    const where = `the text of \`${this.stage.id}\``;
    const owner = this.all.find((t) => t.id !== by.id && newIdsOf(t).includes(id));
    if (this.firstIds.has(id))
      return {
        message: `The paragraph \`${id}\` is not in ${where} any more.`,
        hint: "Name another paragraph, or put the amendment into a list that speaks of an earlier stage.",
        gone: id,
      };
    if (owner)
      return {
        gone: id,
        message: `The paragraph \`${id}\` is not in ${where}: it is only proposed, by ${owner.id}.`,
        hint: `Make this a sub-amendment: to: ${owner.id}.`,
      };
    const near = nearest(id, this.ids);
    return {
      message: `There is no paragraph \`${id}\` in ${where}.`,
      hint: near ? `Did you mean \`${near}\`?` : "Write its number as printed, such as PP1 or OP3(a).",
    };
  }
}

function startsWith(path: readonly number[], above: readonly number[]): boolean {
  return path.length === above.length + 1 && above.every((n, i) => path[i] === n);
}

function newIdsOf({ operation }: Tabled): readonly Id[] {
  return operation.kind === "add" || operation.kind === "split" ? operation.ids : [];
}
