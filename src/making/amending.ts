/** What a work's amendments come to: paragraphs looked up, each tried out alone, stages made; every fault at its place in the lists. */
import { applyAmendment } from "../amend/apply.ts";
import { effectiveOperation, isNamed, parentFault, takenIn } from "../amend/decided.ts";
import { leftPending } from "../amend/left-pending.ts";
import type { AmendedWork } from "../amend/source.ts";
import { stageText } from "../amend/stages.ts";
import { lookUpTargets, type TargetFault } from "../amend/targets.ts";
import type { Amendment, AmendmentId, Operation, Spot, Tabled } from "../model/amendment.ts";
import type { Refusal, RefusalCode } from "../model/findings.ts";
import { isFinal, type Stage } from "../model/stage.ts";
import { type Broken, inLanguage, type Work } from "../read/work.ts";
import type { Code } from "../report/codes.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { distinctDiagnostics } from "../report/print.ts";

/** A work as the amending room takes it, and what of its lists cannot be used. */
export interface Amending {
  work: AmendedWork;
  /** Amendments that cannot be read, or whose paragraphs are not there. */
  broken: Broken[];
  /** What looking up and the decisions brought to light; what reading found is not among it. */
  diagnostics: Diagnostic[];
}

/** Looks up the paragraphs of all amendments, and holds their decisions against the stages. */
export function prepareAmendments(work: Work): Amending {
  const { resolution, tabled } = work;
  const { amendments, faults } = lookUpTargets(resolution, tabled);
  const first = new Map<AmendmentId, (typeof faults)[number]>();
  for (const fault of faults) if (!first.has(fault.amendment)) first.set(fault.amendment, fault);
  const lost = tabled.flatMap((t): Broken[] => {
    const fault = first.get(t.id);
    return fault ? [brokenBy(t, fault)] : [];
  });
  const diagnostics = faults.map(
    ({ amendment, place, message, hint }): Diagnostic => ({
      code: "amendment-target",
      severity: "error",
      message: `${amendment}: ${message}`,
      place,
      hint,
    }),
  );
  const texts = new Map<string, ReturnType<AmendedWork["text"]>>();
  const amended: AmendedWork = {
    resolution,
    amendments,
    text: (language) => {
      if (!texts.has(language)) texts.set(language, inLanguage(work, language).value);
      return texts.get(language);
    },
  };
  // What a stage names and is broken was said already.
  const known = new Set(amendments.map((a) => a.id));
  const decisions = takenIn(resolution.stages, amendments).refusals.filter(
    (refusal) => refusal.code !== "amendment-missing" && known.has(refusal.amendment),
  );
  diagnostics.push(...decisions.map((refusal) => findingOf(refusal, work)));
  return { work: amended, broken: [...work.broken, ...lost], diagnostics };
}

/**
 * A warning for each list with amendments that still wait for a decision though a stage that is wanted was made without them; an
 * error where that stage is final.
 */
export function pendingFindings(
  work: Work,
  { work: amended }: Amending,
  stages: readonly Stage[],
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const wanted of stages)
    for (const { base, stage, ids } of leftPending(work.resolution.stages, amended.amendments, wanted.id)) {
      const final = isFinal(wanted);
      if (found.has(base) && !final) continue;
      const place = work.tabled.find((t) => t.id === ids[0])?.place;
      const [are, them] = ids.length === 1 ? ["amendment is", "it"] : ["amendments are", "them"];
      const waiting = `${ids.length} ${are} still pending: ${ids.join(", ")} (to \`${base}\`).`;
      const without = final
        ? `The stage \`${wanted.id}\` is final, and nothing may be open in it.`
        : `The text of \`${stage}\` is made without ${them}.`;
      found.set(base, {
        code: "amendment-pending",
        severity: final ? "error" : "warning",
        message: `${waiting} ${without}`,
        ...(place ? { place } : {}),
        hint: `Write what became of ${them}: hemicycle amend ${work.name} decide ${ids[0]} …; not-considered is a decision too.`,
      });
    }
  return [...found.values()];
}

function brokenBy(t: Tabled, { message, place }: TargetFault): Broken {
  const result = t.decision.result;
  const named = [...spotsIn(t.operation), ...(result ? spotsIn(result) : [])];
  const lost = named.find(({ spot }) => spot.place === place);
  return {
    id: t.id,
    place: t.place,
    problem: message,
    base: t.base,
    ...(lost ? { written: lost.spot.written, reason: lost.reason } : {}),
    submitters: t.submitters,
  };
}

/** Where an operation names paragraphs, with the reason for which it is refused when one of them is not there. */
function spotsIn(operation: Operation<Spot>): { spot: Spot; reason: RefusalCode }[] {
  const target = "target" in operation && operation.target.kind === "paragraph" ? [operation.target.id] : [];
  const others = operation.kind === "merge" ? operation.others : [];
  const places =
    "place" in operation
      ? "id" in operation.place
        ? [operation.place.id]
        : "within" in operation.place
          ? [operation.place.within]
          : []
      : [];
  return [
    ...[...target, ...others].map((spot) => ({ spot, reason: "target-missing" as const })),
    ...places.map((spot) => ({ spot, reason: "place-missing" as const })),
  ];
}

/**
 * Puts every amendment alone into the text that it speaks of, in every language that it has a text in and that is wanted, and makes
 * the text of every stage: what does not work is said. `faulty` are the amendments that do not fit the text at all.
 */
export function tryAmendments(
  work: Work,
  amending: Amending,
  languages: readonly string[],
): { faulty: Map<AmendmentId, Refusal>; diagnostics: Diagnostic[] } {
  const faulty = new Map<AmendmentId, Refusal>();
  const found: Refusal[] = [];
  const { amendments } = amending.work;
  const known = new Map(amendments.map((a) => [a.id, a]));
  for (const amendment of amendments) {
    for (const language of languages) {
      const refusal = tryOne(amendment, amending.work, language);
      if (!refusal) continue;
      if (!faulty.has(amendment.id) && refusal.code !== "text-missing") faulty.set(amendment.id, refusal);
      found.push(refusal);
    }
  }
  for (const stage of work.resolution.stages.slice(1))
    for (const language of new Set([work.resolution.original, ...languages])) {
      const text = stageText(amending.work, stage.id, language);
      found.push(...(text?.refusals ?? []).filter((refusal) => !faulty.has(refusal.amendment)));
    }
  return {
    faulty,
    diagnostics: distinctDiagnostics(
      found.map((refusal) => findingOf(refusal, work, undefined, known.get(refusal.amendment))),
    ),
  };
}

/** Why an amendment cannot be put into its text alone; a sub-amendment, into what its parent proposes. */
export function tryOne(amendment: Amendment, work: AmendedWork, language: string): Refusal | undefined {
  const { amendments } = work;
  const parents = new Map(amendments.map((a) => [a.id, a]));
  const parent = amendment.parent === undefined ? undefined : parents.get(amendment.parent);
  if (amendment.parent !== undefined) {
    const fault = parentFault(amendment, parents);
    if (fault || !parent) return fault;
    const tried: Amendment = { ...parent, decision: { outcome: "accepted" } };
    const made = effectiveOperation(tried, amendments, (sub) => sub.id === amendment.id);
    return "refusal" in made ? { ...made.refusal, amendment: amendment.id } : undefined;
  }
  const text = stageText(work, amendment.base, language)?.clean;
  if (!text) return undefined;
  const applied = applyAmendment(text, amendment, language);
  if (!("refusal" in applied) || applied.refusal.code === "text-missing") return undefined;
  return applied.refusal.code === "words-not-found"
    ? fittingElsewhere(applied.refusal, amendment, work, language)
    : applied.refusal;
}

/** Says of words that are not there in which other text they are, since one stage is easily taken for another. */
function fittingElsewhere(
  refusal: Refusal,
  amendment: Amendment,
  work: AmendedWork,
  language: string,
): Refusal {
  const other = work.resolution.stages.find(({ id }) => {
    const text = id === amendment.base ? undefined : stageText(work, id, language)?.clean;
    return text && !("refusal" in applyAmendment(text, amendment, language));
  });
  if (!other) return refusal;
  const hint = `They stand in the text of \`${other.id}\`; amendments to it stand in a list with \`stage: ${other.id}\`.`;
  return { ...refusal, hint: refusal.hint === undefined ? hint : `${refusal.hint} ${hint}` };
}

const codes: Record<RefusalCode, Code> = {
  "target-missing": "amendment-target",
  "target-gone": "amendment-target",
  "place-missing": "amendment-target",
  "place-gone": "amendment-target",
  "into-itself": "amendment-target",
  "target-unfit": "amendment-target",
  "words-not-found": "amendment-words",
  "words-ambiguous": "amendment-words",
  "words-changed": "amendment-words",
  "text-changed": "amendment-words",
  "text-empty": "amendment-words",
  "wrong-base": "amendment-stage",
  "text-missing": "amendment-text-missing",
  "texts-differ": "amendment-operation",
  "id-taken": "duplicate-id",
  "decision-conflict": "amendment-decision",
  "amendment-missing": "amendment-unknown",
  "taken-twice": "amendment-stage",
  "parent-missing": "amendment-parent",
  "parent-unfit": "amendment-parent",
  "parent-not-accepted": "amendment-decision",
  cycle: "amendment-parent",
};

/** A refusal as a finding at its place in the lists, with the places of the other amendment and of the text that `about` speaks of; a missing language and a stage that forgets an accepted one are only warned of. */
export function findingOf(
  refusal: Refusal,
  work: Work,
  severity?: Diagnostic["severity"],
  about?: Amendment,
): Diagnostic {
  const { amendment, code, message, hint, language } = refusal;
  const tabled = work.tabled.find((t) => t.id === amendment);
  const forgotten = code === "decision-conflict" && refusal.stage !== undefined && !isNamed(refusal);
  const text = refusal.places.find((place) => place.in === "text")?.id ?? targetOf(about);
  const original = language === undefined || language === work.resolution.original;
  const segment = text === undefined ? undefined : work.places.get(original ? text : `${language}:${text}`);
  // The words of a sub-amendment stand in the amendment that it is to.
  const proposed = code === "words-not-found" || code === "words-ambiguous" ? tabled?.parent : undefined;
  const by = refusal.by === undefined || refusal.by === amendment ? proposed : refusal.by;
  const meant = work.tabled.find((t) => t.id === by);
  const other = meant && (by === proposed ? proposedAt(meant, language) : meant.place);
  const where = [
    other ? ` ${by ?? ""} stands in ${other.file}, line ${other.line}.` : "",
    segment ? ` The text begins in ${segment.file}, line ${segment.line}.` : "",
  ].join("");
  const place = namedPlace(refusal, work) ?? (tabled && placeOf(refusal, tabled));
  return {
    code: forgotten ? "amendment-unplaced" : codes[code],
    severity: severity ?? (forgotten || code === "text-missing" ? "warning" : "error"),
    // What is about a stage names the amendment itself.
    message: isNamed(refusal) ? message : `${amendment}: ${message}`,
    ...(place ? { place } : {}),
    ...(hint === undefined && where === "" ? {} : { hint: `${hint ?? ""}${where}`.trim() }),
  };
}

/** Where a stage names it, if it is about that. */
function namedPlace(refusal: Refusal, work: Work): Place | undefined {
  const [spot] = refusal.places;
  return isNamed(refusal) && spot?.in === "amendment" ? work.places.get(`field:${spot.field}`) : undefined;
}

/** Id of the text that it is about. */
function targetOf(about: Amendment | undefined): string | undefined {
  const { operation } = about ?? {};
  if (!operation || !("target" in operation)) return operation?.kind === "retitle" ? "title" : undefined;
  return operation.target.kind === "title" ? "title" : operation.target.id;
}

/** The place of the field that a refusal is about, or of the nearest one around it. */
function placeOf(refusal: Refusal, tabled: Tabled): Place {
  const spot = refusal.places.find((place) => place.in === "amendment" && place.amendment === tabled.id);
  if (spot?.in !== "amendment") return tabled.place;
  const steps = spot.field.split(".");
  for (let n = steps.length; n > 0; n -= 1) {
    const place = tabled.places[steps.slice(0, n).join(".")];
    if (place) return place;
  }
  return tabled.place;
}

/** Where an amendment has the text that it proposes in a language. */
function proposedAt({ operation: { kind }, places, place }: Tabled, language = ""): Place {
  return places[`${kind}.text.${language}`] ?? places[`${kind}.${language}`] ?? place;
}
