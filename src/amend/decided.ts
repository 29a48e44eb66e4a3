/** What decisions and sub-amendments make of an amendment, and which stage takes it in. */
import type { Amendment, AmendmentId, Outcome } from "../model/amendment.ts";
import type { Refusal } from "../model/findings.ts";
import type { Stage } from "../model/stage.ts";
import { refusalOf } from "./refuse.ts";
import { byId, indexOfStage } from "./source.ts";
import { type SubAmended, subAmended, subsOf } from "./sub.ts";

/** Whether the body has taken it, as it was or as amended. */
export function isAccepted({ decision }: Amendment): boolean {
  return decision.outcome === "accepted" || decision.outcome === "accepted-as-amended";
}

/** Whether it waits for its decision. */
export function isPending({ decision }: Amendment): boolean {
  return decision.outcome === "pending";
}

/**
 * The operation as it goes into the text: the recorded result of `accepted-as-amended`, or the operation with its accepted
 * sub-amendments in it. `subs`: which sub-amendments count; absent: the accepted ones.
 */
export function effectiveOperation(
  a: Amendment,
  all: readonly Amendment[],
  subs: (sub: Amendment) => boolean = isAccepted,
): SubAmended | { refusal: Refusal } {
  const { decision } = a;
  if (decision.outcome === "accepted-as-amended" && decision.result)
    return { operation: decision.result, notices: [] };
  const own = subsOf(a.id, all).filter(subs);
  if (decision.outcome === "accepted-as-amended" && own.length === 0)
    return {
      refusal: refusalOf(a, {
        code: "decision-conflict",
        message: "It was accepted as amended, but neither a result nor an accepted sub-amendment says how.",
        hint: "Write what was made of it under decision:, as in result: { amend: [{ find: …, put: … }] }, or accept the sub-amendment.",
        field: "decision",
      }),
    };
  const amended = subAmended(a.operation, own);
  if (!("refusal" in amended)) return amended;
  const { amendment: by, message } = amended.refusal;
  // Of one that is only tried out, its own entry speaks.
  const told = subs === isAccepted ? `Its sub-amendment ${by} cannot be put into it: ${message}` : message;
  return { refusal: { ...amended.refusal, amendment: a.id, by, message: told } };
}

/** What is wrong with an amendment as a sub-amendment; undefined for one that is none, or is in order. */
export function parentFault(a: Amendment, known: ReadonlyMap<AmendmentId, Amendment>): Refusal | undefined {
  if (a.parent === undefined) return undefined;
  const parent = known.get(a.parent);
  const field = "to";
  if (!parent)
    return refusalOf(a, {
      code: "parent-missing",
      message: `It is a sub-amendment to ${a.parent}, but there is no amendment of that id.`,
      hint: "Look at the ids in the list.",
      field,
    });
  if (inCircle(a, known))
    return refusalOf(a, {
      code: "cycle",
      message: `It is a sub-amendment to ${a.parent}, which leads back to itself.`,
      hint: "Let the sub-amendment speak of an amendment to the text.",
      field,
      by: a.parent,
    });
  if (parent.parent !== undefined)
    return refusalOf(a, {
      code: "parent-unfit",
      message: `It is a sub-amendment to ${a.parent}, which is a sub-amendment itself and cannot be amended.`,
      hint: "Let it speak of the amendment, beside the other sub-amendment.",
      field,
      by: a.parent,
    });
  if (parent.base !== a.base)
    return refusalOf(a, {
      code: "wrong-base",
      message: `It speaks of the stage \`${a.base}\`, and ${a.parent}, to which it is a sub-amendment, of \`${parent.base}\`.`,
      hint: "Put both into the list of the same stage.",
      field: "stage",
      by: a.parent,
    });
  return undefined;
}

function inCircle(a: Amendment, known: ReadonlyMap<AmendmentId, Amendment>): boolean {
  const seen = new Set<AmendmentId>([a.id]);
  for (let above = a.parent; above !== undefined; above = known.get(above)?.parent) {
    if (seen.has(above)) return true;
    seen.add(above);
  }
  return false;
}

/** Sub-amendments that are decided against their parents: accepted, where the parent was not. */
function subFault(a: Amendment, known: ReadonlyMap<AmendmentId, Amendment>): Refusal | undefined {
  const fault = parentFault(a, known);
  if (fault) return fault;
  const parent = a.parent === undefined ? undefined : known.get(a.parent);
  if (!parent || !isAccepted(a) || isAccepted(parent) || isPending(parent)) return undefined;
  return refusalOf(a, {
    code: "parent-not-accepted",
    message: `It was accepted, but ${parent.id}, to which it is a sub-amendment, was not: ${said(parent.decision.outcome)}.`,
    hint: "When an amendment is not taken, its sub-amendments fall.",
    field: "decision",
    by: parent.id,
  });
}

function said(outcome: Outcome): string {
  return outcome.replaceAll("-", " ");
}

/** Which amendments each stage takes in, by stage id in list order, and what does not add up (`wrong-base`, `decision-conflict`, …). */
export function takenIn(
  stages: readonly Stage[],
  amendments: readonly Amendment[],
): { byStage: Map<string, AmendmentId[]>; refusals: Refusal[] } {
  const known = byId(amendments);
  const byStage = new Map<string, AmendmentId[]>(stages.map((stage) => [stage.id, []]));
  const refusals = amendments.flatMap((a): Refusal[] => {
    const fault = subFault(a, known);
    const stage = fault && stageAfter(stages, a.base)?.id;
    return fault ? [stage === undefined ? fault : { ...fault, stage }] : [];
  });
  /** The stage that has taken each in. */
  const taken = new Map<AmendmentId, Stage>();
  const order = new Map(amendments.map((a, i) => [a.id, i]));
  for (const [i, stage] of stages.entries()) {
    const before = stages[i - 1];
    const take = (id: AmendmentId): void => {
      if (!taken.has(id)) byStage.get(stage.id)?.push(id);
      taken.set(id, stage);
    };
    if (stage.applies !== "accepted") {
      for (const [n, id] of stage.applies.entries()) {
        const fault = namedFault(
          { id, a: known.get(id), stage, before, field: namedAt(i, n) },
          stages,
          taken,
        );
        if (fault) refusals.push({ ...fault, stage: stage.id });
        else take(id);
      }
      byStage.get(stage.id)?.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      continue;
    }
    if (!before) continue;
    const open = new Set([before.id, ...carriedTo(stages, i - 1)]);
    for (const a of amendments) {
      if (a.parent !== undefined || taken.has(a.id) || !isAccepted(a) || !open.has(a.base)) continue;
      // With a list that is carried over, what was decided after the paper was issued waits for the next one.
      if (stage.carriesOver && (a.decision.date === undefined || a.decision.date > stage.date)) continue;
      take(a.id);
    }
  }
  return { byStage, refusals: [...refusals, ...leftOver(stages, amendments, taken)] };
}

/** Stages whose lists were carried over to the stage at `i`. */
function carriedTo(stages: readonly Stage[], i: number): string[] {
  const out: string[] = [];
  for (let k = i; k > 0 && stages[k]?.carriesOver; k -= 1) out.push(stages[k - 1]?.id ?? "");
  return out;
}

/** The field in which a stage names an amendment, from the top of the source; `n` counts within the stage. */
function namedAt(stage: number, n: number): string {
  return `stages.${stage}.applies.${n}`;
}

/** Whether it is about an amendment that a stage names, and the field is one of the stage and not of the amendment. */
export function isNamed({ places: [spot] }: Refusal): boolean {
  return spot?.in === "amendment" && spot.field.startsWith("stages.");
}

/** An amendment that a stage names as one that it takes in. */
interface Named {
  id: AmendmentId;
  /** Absent where there is none of that id. */
  a: Amendment | undefined;
  stage: Stage;
  before: Stage | undefined;
  field: string;
}

function namedFault(
  { id, a, stage, before, field }: Named,
  stages: readonly Stage[],
  taken: ReadonlyMap<AmendmentId, Stage>,
): Refusal | undefined {
  const named = `The stage \`${stage.id}\` takes in ${id}`;
  if (!a)
    return refusalOf(
      { id },
      {
        code: "amendment-missing",
        message: `${named}, but there is no amendment of that id.`,
        hint: "Look at the ids in the lists of amendments.",
        field,
      },
    );
  if (a.parent !== undefined)
    return refusalOf(a, {
      code: "decision-conflict",
      message: `${named}, which is a sub-amendment; it goes in with ${a.parent}.`,
      hint: `Name ${a.parent} in its place.`,
      field,
    });
  const first = taken.get(id);
  if (first)
    return refusalOf(a, {
      code: "taken-twice",
      message:
        first === stage
          ? `The stage \`${stage.id}\` names ${id} twice among those that it takes in.`
          : `${named}, which the stage \`${first.id}\` has taken in already.`,
      hint:
        first === stage
          ? "Name it once."
          : `Name it in one of the two stages: \`${first.id}\` or \`${stage.id}\`.`,
      field,
    });
  const at = stages.indexOf(stage);
  const open = before ? [before.id, ...carriedTo(stages, at - 1)] : [];
  if (!open.includes(a.base))
    return refusalOf(a, {
      code: "wrong-base",
      message: `${named}, which speaks of the stage \`${a.base}\` and not of ${before ? `\`${before.id}\`` : "one before it"}.`,
      hint: "Let the stage that follows its own take it in, or table it again to the later text.",
      field,
    });
  if (!isAccepted(a))
    return refusalOf(a, {
      code: "decision-conflict",
      message: `${named}, but its decision is: ${said(a.decision.outcome)}.`,
      hint: "Take it out of the stage, or write the decision that the body took into the list.",
      field,
    });
  return undefined;
}

/** Accepted amendments that no stage has taken in although the next one is there. */
function leftOver(
  stages: readonly Stage[],
  amendments: readonly Amendment[],
  taken: ReadonlyMap<AmendmentId, Stage>,
): Refusal[] {
  return amendments.flatMap((a): Refusal[] => {
    if (a.parent !== undefined || taken.has(a.id)) return [];
    const at = stages.findIndex((stage) => stage.id === a.base);
    if (at < 0)
      return [
        refusalOf(a, {
          code: "wrong-base",
          message: `It speaks of a stage \`${a.base}\`, which the work does not have.`,
          hint: `The stages are: ${stages.map((stage) => stage.id).join(", ")}.`,
          field: "stage",
        }),
      ];
    const stage = stageAfter(stages, a.base);
    if (!isAccepted(a) || !stage) return [];
    return [
      refusalOf(a, {
        code: "decision-conflict",
        message: `It was accepted, but the stage \`${stage.id}\` does not name it among those that it takes in.`,
        hint: "Add it to applies:, or write applies: accepted.",
        field: "decision",
        stage: stage.id,
      }),
    ];
  });
}

/** The stage at the latest of which everything accepted of a list has to be in the text. */
export function stageAfter(stages: readonly Stage[], base: string): Stage | undefined {
  const at = stages.findIndex((stage) => stage.id === base);
  return at < 0 ? undefined : stages.slice(at + 1).find((stage) => !stage.carriesOver);
}

/** The amendments that are before the body with a stage: tabled to it, or carried over to it and not taken in yet. */
export function beforeTheBody(
  stages: readonly Stage[],
  amendments: readonly Amendment[],
  stageId: string,
): Amendment[] {
  const at = indexOfStage(stages, stageId);
  const open = new Set([stageId, ...carriedTo(stages, at)]);
  const { byStage } = takenIn(stages.slice(0, at + 1), amendments);
  const taken = new Set([...byStage.values()].flat());
  return amendments.filter((a) => {
    if (!open.has(a.base)) return false;
    return !taken.has(a.id) && (a.parent === undefined || !taken.has(a.parent));
  });
}
