/** Puts the amendments that wait for their decision onto the text that the decisions so far have made. */
import type { Amendment, AmendmentId, Operation, WordChange } from "../model/amendment.ts";
import { acceptChanges } from "../model/changes.ts";
import type { Rebased, Refusal } from "../model/findings.ts";
import type { Id, PartItem, Resolution } from "../model/resolution.ts";
import { segments } from "../model/walk.ts";
import { hasChanges } from "../text/changes.ts";
import type { InlineText } from "../text/inline.ts";
import { normalise } from "../text/normalise.ts";
import { printInline } from "../text/print-inline.ts";
import { flatten, isIn, type Run, runsText, unflatten } from "../text/runs.ts";
import { tokenize } from "../text/tokens.ts";
import { applyAmendment } from "./apply.ts";
import { beforeTheBody, effectiveOperation, isAccepted, isPending } from "./decided.ts";
import { findWords } from "./find.ts";
import { printedName } from "./label.ts";
import { indexOf } from "./locate.ts";
import { placeInList } from "./part-of-paragraph.ts";
import type { AmendedWork } from "./source.ts";
import { pendingText } from "./stages.ts";
import { languagesOf } from "./sub.ts";

/**
 * The pending amendments to a stage as they have to read when those `taken` (absent: the accepted ones) are in the text, in list
 * order; the refused ones with the reason. The amendments handed out are fit for `applyAmendment` on the clean text after `taken`.
 * Sub-amendments speak of their parents and stay as they are while those can be put. `languageName`: English name of a language, for
 * notes; absent: its code.
 */
export function rebase(
  work: AmendedWork,
  stageId: string,
  taken?: readonly AmendmentId[],
  languageName: (code: string) => string = (code) => `\`${code}\``,
): Rebased[] {
  const open = beforeTheBody(work.resolution.stages, work.amendments, stageId);
  const into = taken ?? open.filter(isAccepted).map((a) => a.id);
  const pending = open.filter((a) => isPending(a) && !into.includes(a.id));
  const texts = new Map<string, Texts | undefined>();
  const textsIn = (language: string): Texts | undefined => {
    if (!texts.has(language)) {
      const tracked = pendingText(work, stageId, language, into)?.tracked;
      texts.set(language, tracked && { tracked, clean: acceptChanges(tracked) });
    }
    return texts.get(language);
  };
  const done = new Map<AmendmentId, Rebased>();
  for (const a of pending)
    if (a.parent === undefined) done.set(a.id, rebaseOne(a, work, textsIn, languageName));
  return pending.map((a) => done.get(a.id) ?? rebaseSub(a, work, done, into));
}

interface Texts {
  /** With the changes taken in. */
  tracked: Resolution;
  clean: Resolution;
}

function rebaseSub(
  a: Amendment,
  work: AmendedWork,
  done: ReadonlyMap<AmendmentId, Rebased>,
  into: readonly AmendmentId[],
): Rebased {
  const parent = a.parent ?? "";
  const above = done.get(parent);
  if (above?.state !== "refused" && !into.includes(parent) && above)
    return { amendment: a, state: "unchanged", notes: [], refusals: [] };
  const known = work.amendments.some((one) => one.id === parent);
  const message = into.includes(parent)
    ? `${parent}, to which it is a sub-amendment, is decided.`
    : `${parent}, to which it is a sub-amendment, ${known ? "cannot be put any more" : "is not there"}.`;
  const refusal: Refusal = {
    amendment: a.id,
    code: known ? "parent-not-accepted" : "parent-missing",
    message,
    hint: "A sub-amendment is decided before what it amends.",
    places: [{ in: "amendment", amendment: a.id, field: "to" }],
    by: parent,
  };
  return { amendment: a, state: "refused", notes: [], refusals: [refusal] };
}

function rebaseOne(
  a: Amendment,
  work: AmendedWork,
  textsIn: (language: string) => Texts | undefined,
  languageName: (code: string) => string,
): Rebased {
  const effective = effectiveOperation(a, work.amendments);
  const start = "refusal" in effective ? a : { ...a, operation: effective.operation };
  const refused = (refusals: Refusal[]): Rebased => ({ amendment: a, state: "refused", notes: [], refusals });
  if ("refusal" in effective) return refused([effective.refusal]);
  const own = languagesOf(start.operation).filter((language) => textsIn(language));
  const languages = own.length > 0 ? own : [work.resolution.language];
  const refusals: Refusal[] = [];
  const notes: string[] = [];
  let now = anchored(start, textsIn(work.resolution.language), notes);
  for (const language of languages) {
    const texts = textsIn(language);
    if (!texts) continue;
    const result = rebaseIn(now, texts, language, notes, languageName);
    if ("refusal" in result) refusals.push(result.refusal);
    else now = result.amendment;
  }
  if (refusals.length > 0) return refused(refusals);
  if (notes.length === 0) return { amendment: a, state: "unchanged", notes, refusals };
  return { amendment: now, state: "rebased", notes, refusals };
}

/** A place beside a struck paragraph becomes the place after what stands before it. */
function anchored(a: Amendment, texts: Texts | undefined, notes: string[]): Amendment {
  const op = a.operation;
  if (!texts || !("place" in op) || !("id" in op.place)) return a;
  const { id } = op.place;
  const index = indexOf(texts.tracked);
  // Numbers are frozen while amendments are pending: everything has the name that it has on the table.
  const name = (one: Id): string => printedName(texts.tracked, one);
  const struckBy = index.struck.get(id);
  const beside = struckBy === undefined ? undefined : placeInList(texts.tracked, id);
  if (op.kind === "add" && struckBy !== undefined && beside) {
    notes.push(`${name(id)} is taken out by ${struckBy}; the place is now ${beside.at} ${name(beside.id)}.`);
    return { ...a, operation: { ...op, place: beside } };
  }
  const dead = index.dead.get(id);
  if (
    index.live.has(id) ||
    !dead ||
    dead.above.some((item) => index.dead.has(item.id) && !index.live.has(item.id))
  )
    return a;
  const row = rowOf(texts.tracked, dead.part, dead.above.at(-1)?.id);
  const before = row
    .slice(0, row.indexOf(dead.item))
    .findLast((item) => index.live.get(item.id)?.item === item);
  const above = dead.above.at(-1);
  const place: Extract<Operation, { kind: "add" }>["place"] = before
    ? { at: "after", id: before.id }
    : above
      ? { at: "start", within: above.id }
      : dead.part === "preambular" || dead.part === "operative"
        ? { at: "start", part: dead.part }
        : op.place;
  const now = before
    ? `after ${name(before.id)}`
    : `at the beginning${above ? ` of ${name(above.id)}` : dead.part === "operative" ? " of the operative part" : " of the preamble"}`;
  notes.push(`${name(id)} is taken out by ${dead.goneBy ?? "another amendment"}; the place is now ${now}.`);
  return { ...a, operation: { ...op, place } };
}

function rowOf(r: Resolution, part: string, above: Id | undefined): readonly PartItem[] {
  if (above !== undefined) {
    const found = indexOf(r).live.get(above)?.item;
    return found?.type === "paragraph" ? found.children : [];
  }
  if (part === "preambular") return r.preambular;
  if (part === "operative") return r.operative;
  return r.annexes.find((annex) => annex.id === part)?.items ?? [];
}

/** Settles one amendment in one language, or says why it cannot be put to the new text. */
function rebaseIn(
  a: Amendment,
  { tracked, clean }: Texts,
  language: string,
  notes: string[],
  languageName: (code: string) => string,
): { amendment: Amendment } | { refusal: Refusal } {
  const op = a.operation;
  const both = applyAmendment(tracked, a, language);
  if ("refusal" in both) return both;
  const changes = changesOf(op)?.[language];
  if (!changes) {
    // A new text for a paragraph that has changed since is put as it is, but the body should know.
    const alone = applyAmendment(clean, a, language, { numbered: tracked });
    return "refusal" in alone ? alone : { amendment: a };
  }
  const wanted = acceptChanges(both.value);
  const alone = applyAmendment(clean, a, language, { numbered: tracked });
  if (!("refusal" in alone) && sameTexts(acceptChanges(alone.value), wanted)) return { amendment: a };
  const anew = rewritten(both.value, a.id, language);
  const made: Amendment = { ...a, operation: withChanges(op, language, anew) };
  const check = applyAmendment(clean, made, language, { numbered: tracked });
  if ("refusal" in check || !sameTexts(acceptChanges(check.value), wanted))
    return "refusal" in alone ? alone : "refusal" in check ? check : { amendment: a };
  notes.push(
    `In ${languageName(language)}, the words that it looks for were ${"refusal" in alone && alone.refusal.code === "words-ambiguous" ? "no longer the only ones of their kind" : "partly changed"}; it now names ${anew.map(({ find }) => `“${find}”`).join(", ")}.`,
  );
  return { amendment: made };
}

function changesOf(op: Operation): Record<string, WordChange[]> | undefined {
  return op.kind === "amend" || op.kind === "retitle" ? op.changes : undefined;
}

function withChanges(op: Operation, language: string, changes: WordChange[]): Operation {
  if (op.kind !== "amend" && op.kind !== "retitle") return op;
  return { ...op, changes: { ...op.changes, [language]: changes } };
}

function sameTexts(a: Resolution, b: Resolution): boolean {
  const [x, y] = [segments(a), segments(b)];
  return (
    x.length === y.length &&
    x.every((one, i) => {
      const other = y[i];
      return (
        other !== undefined && one.id === other.id && (one.text === other.text || same(one.text, other.text))
      );
    })
  );
}

function same(a: InlineText, b: InlineText): boolean {
  return printInline(normalise(a)) === printInline(normalise(b));
}

/** The changes of one amendment read off a tracked text, as changes of the text with all others in it. */
function rewritten(tracked: Resolution, by: AmendmentId, language: string): WordChange[] {
  return segments(tracked).flatMap(({ text }) =>
    hasChanges(text, by) ? changesIn(flatten(text), by, language) : [],
  );
}

function changesIn(runs: readonly Run[], by: AmendmentId, language: string): WordChange[] {
  // The text without this amendment, in which the words have to be found.
  const base = runs.filter((run) => (isIn(run, "after") ? run.change?.by !== by : run.change?.by === by));
  const plain = base.map(({ change: _, ...run }): Run => run);
  const out: WordChange[] = [];
  let at = 0;
  let open: { start: number; end: number; put: Run[] } | undefined;
  const close = (): void => {
    if (open) out.push(asChange(plain, open, language));
    open = undefined;
  };
  for (const run of runs) {
    if (run.change?.by === by) {
      open ??= { start: at, end: at, put: [] };
      if (run.change.kind === "ins") {
        const { change: _, ...bare } = run;
        open.put.push(bare);
      } else {
        at += run.text.length;
        open.end = at;
      }
      continue;
    }
    if (!isIn(run, "after")) continue;
    close();
    at += run.text.length;
  }
  close();
  return out;
}

function asChange(
  base: readonly Run[],
  { start, end, put }: { start: number; end: number; put: Run[] },
  language: string,
): WordChange {
  const text = runsText(base, "after");
  const said = unflatten(put);
  if (start < end) return { ...spotted(base, text.slice(start, end), start), put: said };
  // New words beside some that stay: the word before them, or else the one after.
  const tokens = tokenize(base, "after", language).filter((token) => token.weight > 0);
  const left = tokens.findLast((token) => token.end <= start);
  const right = tokens.find((token) => token.start >= start);
  const beside = left ?? right;
  if (!beside) return { find: text, put: said };
  return { ...spotted(base, beside.text, beside.start), put: said, beside: left ? "after" : "before" };
}

/** Words with their count, where they stand several times. */
function spotted(base: readonly Run[], words: string, start: number): { find: string; occurrence?: number } {
  const find = words.replaceAll("\uFFFC", "");
  const hits = findWords(base, "after", find);
  const nth = hits.findIndex((hit) => hit.start <= start && start < Math.max(hit.end, hit.start + 1));
  return hits.length > 1 && nth >= 0 ? { find, occurrence: nth + 1 } : { find };
}
