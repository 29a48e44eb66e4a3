/** Makes a list of amendments ready for printing: each put alone into the text that it speaks of, in one language, with its numbers. */
import { type Applied, applyAmendment } from "../amend/apply.ts";
import { asDecided } from "../amend/as-decided.ts";
import { effectiveOperation, parentFault } from "../amend/decided.ts";
import { frozenNumbers } from "../amend/number.ts";
import { type AmendedWork, byId } from "../amend/source.ts";
import { cleanStage, takenInBy } from "../amend/stages.ts";
import { lacksText } from "../amend/sub.ts";
import { replaceText } from "../amend/track.ts";
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import { acceptChanges } from "../model/changes.ts";
import { type Docket, type DocketEntry, symbolBeside, type Unread } from "../model/docket.ts";
import type { Refusal } from "../model/findings.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { mapSegments, segments } from "../model/walk.ts";
import type { InlineText } from "../text/inline.ts";
import { printInline } from "../text/print-inline.ts";

export interface DocketRequest {
  /** The stage whose text and numbers are meant. */
  stage: Stage;
  language: string;
  kind: "amendments" | "decisions";
  /** Entries of its lists that cannot be read, or whose paragraphs are not there. */
  unread?: readonly Unread[];
}

/** Undefined when the text of the stage is not there in the language. Throws when the work has no such stage. */
export function docketOf(work: AmendedWork, request: DocketRequest): Docket | undefined {
  const { stage, language, kind } = request;
  const text = cleanStage(work, stage.id, language);
  if (!text) return undefined;
  const amendments = work.amendments
    .filter((a) => a.base === stage.id)
    .map((a) => asDecided(a, work.amendments));
  const next = kind === "decisions" ? nextStage(work, stage, amendments) : undefined;
  const after = next && cleanStage(work, next.id, language);
  const symbol = symbolBeside(next?.symbol ?? stage.symbol, kind) ?? symbolBeside(stage.symbol, kind);
  const unread = [...(request.unread ?? [])];
  return {
    ...(symbol === undefined ? {} : { symbol }),
    date: dayOf(amendments, kind, next ?? stage),
    entries: amendments.map((a) => entryOf(a, text, work, language)),
    unread,
    ...(next && after ? { next: { stage: next, positions: plain(numberParagraphs(after)) } } : {}),
  };
}

/** The stage that took the amendments in, or the one after; none for the last. */
function nextStage(work: AmendedWork, stage: Stage, amendments: readonly Amendment[]): Stage | undefined {
  const { stages } = work.resolution;
  const later = stages.slice(stages.findIndex((s) => s.id === stage.id) + 1);
  const own = new Set<AmendmentId>(amendments.map((a) => a.id));
  const { byStage } = takenInBy(work);
  return later.find((s) => byStage.get(s.id)?.some((id) => own.has(id))) ?? later[0];
}

/** A list is of the day on which the last amendment came in; an annotated one of the last decision. */
function dayOf(amendments: readonly Amendment[], kind: DocketRequest["kind"], stage: Stage): string {
  const days = amendments.flatMap((a) =>
    kind === "amendments" ? [a.received] : a.decision.date === undefined ? [] : [a.decision.date],
  );
  return days.sort().at(-1) ?? stage.date;
}

function entryOf(amendment: Amendment, text: Resolution, work: AmendedWork, language: string): DocketEntry {
  if (amendment.only?.includes(language) === false) return { amendment, elsewhere: true };
  const parents = byId(work.amendments);
  const fault = parentFault(amendment, parents);
  if (fault) return refused(amendment, fault);
  const parent = amendment.parent === undefined ? undefined : parents.get(amendment.parent);
  if (parent) return subEntry(amendment, parent, text, work, language);
  const applied = applyAmendment(text, amendment, language);
  if ("refusal" in applied) return refused(amendment, applied.refusal);
  const entry: DocketEntry = {
    amendment,
    tracked: applied.value,
    positions: plain(frozenNumbers(applied.value)),
    ...borrowedIn(applied),
  };
  const { result } = amendment.decision;
  if (!result) return entry;
  const settled = applyAmendment(text, { ...amendment, operation: result }, language);
  if ("refusal" in settled) return entry;
  const { value } = settled;
  return {
    ...entry,
    result: { tracked: value, positions: plain(frozenNumbers(value)), ...borrowedIn(settled) },
  };
}

function borrowedIn({ notices }: Applied): { borrowed?: true } {
  return notices.some(({ code }) => code === "text-missing") ? { borrowed: true } : {};
}

/** What a sub-amendment makes of the text that its parent proposes. */
function subEntry(
  amendment: Amendment,
  parent: Amendment,
  text: Resolution,
  work: AmendedWork,
  language: string,
): DocketEntry {
  const made = effectiveOperation(open(parent), work.amendments, (sub) => sub.id === amendment.id);
  if ("refusal" in made) return refused(amendment, made.refusal);
  // Words that stand in the language of the sub-amendment alone are no change of the text in this one.
  if (lacksText(amendment.operation, language)) return refused(amendment, missing(amendment, language));
  const proposed = applyAmendment(text, open(parent), language);
  if ("refusal" in proposed) return refused(amendment, proposed.refusal);
  const subbed = applyAmendment(text, { ...parent, operation: made.operation }, language);
  if ("refusal" in subbed) return refused(amendment, subbed.refusal);
  const before = acceptChanges(proposed.value);
  const after = new Map(segments(acceptChanges(subbed.value)).map((s) => [s.id, s.text]));
  const tracked = mapSegments(before, ({ id, text: old }) => {
    const now = after.get(id);
    if (!now || printInline(now) === printInline(old)) return old;
    return changed(id, old, now, amendment.id, language);
  });
  return { amendment, tracked, positions: plain(frozenNumbers(proposed.value)), ...borrowedIn(proposed) };
}

/** A text with the words that differ marked; within a text that both borrow from another language, in that one. */
function changed(id: Id, old: InlineText, now: InlineText, by: AmendmentId, language: string): InlineText {
  const [[before], [after]] = [old, now];
  const apart =
    old.length === 1 && now.length === 1 && before?.kind === "isolate" && after?.kind === "isolate";
  if (apart && before.lang !== undefined && before.lang === after.lang)
    return [{ ...before, children: changed(id, before.children, after.children, by, before.lang) }];
  const put = replaceText({ id, text: old }, now, { by, language });
  return "problem" in put ? old : put.text;
}

function missing({ original }: Amendment, language: string): Pick<Refusal, "code" | "message"> {
  return {
    code: "text-missing",
    message: `It has no text in the language \`${language}\`, only in \`${original}\`.`,
  };
}

/** The amendment as it was tabled, whatever was made of it since. */
function open(amendment: Amendment): Amendment {
  return { ...amendment, decision: { outcome: "pending" } };
}

function refused(amendment: Amendment, { code, message }: Pick<Refusal, "code" | "message">): DocketEntry {
  return { amendment, refusal: { code, message } };
}

function plain(positions: ReadonlyMap<Id, Position>): Record<Id, Position> {
  return Object.fromEntries(positions);
}
