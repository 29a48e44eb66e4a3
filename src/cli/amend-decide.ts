/** `hemicycle amend <work> decide` and `withdraw`: write what became of an amendment into its list, and say what follows. */

import { asDecided } from "../amend/as-decided.ts";
import { changedStages } from "../amend/changed-stages.ts";
import { conflicts } from "../amend/conflicts.ts";
import { effectiveOperation } from "../amend/decided.ts";
import { rebase } from "../amend/rebase.ts";
import { type Amending, prepareAmendments } from "../making/amending.ts";
import type { Outcome, Tabled } from "../model/amendment.ts";
import type { Rebased } from "../model/findings.ts";
import { readWork, type Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { plainText } from "../text/inline.ts";
import { type Recorded, writeDecision } from "../write/decision.ts";
import { decisionWords, whyRefused } from "./amend-words.ts";
import type { Desk } from "./desk.ts";
import { codeOf, languageNamer, namer, parseParties, unknownBody } from "./party.ts";
import { conclude } from "./report.ts";
import { writeAll } from "./write.ts";

/** What people read in the end. */
interface Told {
  text: string;
  data: Record<string, unknown>;
}

export async function decide(desk: Desk, tabled: Tabled, outcome: Outcome): Promise<number> {
  const { options, world } = desk;
  const parties = options.by === undefined ? undefined : parseParties(world, options.by, tabled.submitters);
  const { body, date, note } = options;
  const faults = [
    ...(parties?.diagnostics ?? []),
    ...unknownBody(world, body),
    ...againstDecision(desk, tabled, outcome),
  ];
  return record(desk, tabled, faults, {
    outcome,
    ...(outcome === "pending" || body === undefined ? {} : { body }),
    ...(outcome === "pending" || date === undefined ? {} : { date }),
    ...(parties?.value ? { by: parties.value } : {}),
    ...(note === undefined ? {} : { note: { language: tabled.original, text: note } }),
  });
}

export async function withdraw(desk: Desk, tabled: Tabled): Promise<number> {
  const { options, world } = desk;
  const { submitters, id, decision } = tabled;
  const parties = options.by === undefined ? undefined : parseParties(world, options.by, submitters);
  const faults = [...(parties?.diagnostics ?? []), ...tooEarly(tabled, options.date)];
  if (decision.outcome !== "pending" && decision.outcome !== "withdrawn")
    faults.push(
      fault(
        tabled,
        `${id} cannot be withdrawn: it was decided already (${decisionWords(decision, codeOf)}).`,
        `If that is a slip, first: hemicycle amend ${desk.name} decide ${id} pending`,
      ),
    );
  const by = parties?.value ?? submitters;
  const strangers = by.filter((one) => !submitters.some((other) => codeOf(other) === codeOf(one)));
  if (strangers.length > 0)
    faults.push(
      fault(
        tabled,
        `${id} was submitted by ${submitters.map(codeOf).join(", ")}, so ${strangers.map(codeOf).join(", ")} cannot withdraw it.`,
        "Look at the id: hemicycle amend <work> list shows who submitted what.",
      ),
    );
  const left = submitters.filter((one) => !by.some((other) => codeOf(other) === codeOf(one)));
  if (left.length > 0 && left.length < submitters.length)
    faults.push(
      fault(
        tabled,
        `${id} is also submitted by ${left.map(codeOf).join(", ")}, and stands as long as one of them keeps it.`,
        `When all withdraw it: --by ${submitters.map(codeOf).join(",")}. When only ${by.map(codeOf).join(", ")} ${by.length === 1 ? "does" : "do"}, leave the others in \`submitters\` and a remark behind them for the record: # ${by.map(codeOf).join(", ")} withdrew${options.date === undefined ? "" : ` on ${options.date}`}.`,
      ),
    );
  const { date, note } = options;
  return record(desk, tabled, faults, {
    outcome: "withdrawn",
    ...(date === undefined ? {} : { date }),
    by,
    ...(note === undefined ? {} : { note: { language: tabled.original, text: note } }),
  });
}

function againstDecision({ name, options }: Desk, tabled: Tabled, outcome: Outcome): Diagnostic[] {
  const { id, decision } = tabled;
  if (outcome === "pending") return [];
  const faults = tooEarly(tabled, options.date);
  if (decision.outcome === "withdrawn")
    faults.push(
      fault(
        tabled,
        `${id} was withdrawn (${decisionWords(decision, codeOf)}), so there is nothing to decide.`,
        "If somebody takes it over, or it was a slip, first set it back: decide … pending.",
      ),
    );
  else if (decision.outcome !== "pending" && decision.outcome !== outcome)
    faults.push({
      ...fault(
        tabled,
        `${id} cannot be made ${spoken(outcome)}: another decision is on record (${decisionWords(decision, codeOf)}).`,
        `If that is a slip, or the body took it back, first: hemicycle amend ${name} decide ${id} pending`,
      ),
      place: tabled.places.decision ?? tabled.place,
    });
  if (decision.result && decision.outcome === "pending" && outcome !== "accepted-as-amended")
    faults.push(
      fault(
        tabled,
        `${id} has a recorded result, which only fits accepted-as-amended.`,
        "Take `result` out of its decision by hand, if it does not hold any more.",
      ),
    );
  return faults;
}

function tooEarly(tabled: Tabled, date: string | undefined): Diagnostic[] {
  if (date === undefined || date >= tabled.received) return [];
  return [
    {
      ...fault(
        tabled,
        `${tabled.id} was received on ${tabled.received}, after ${date}.`,
        "Look at the day behind --date, or mend `received` in the list.",
      ),
      code: "amendment-date",
    },
  ];
}

function spoken(outcome: Outcome): string {
  return outcome.replaceAll("-", " ");
}

function fault(tabled: Tabled, message: string, hint: string): Diagnostic {
  return { code: "amendment-decision", severity: "error", message, place: tabled.place, hint };
}

/** Writes only what reads without a new fault; all or nothing. */
async function record(desk: Desk, tabled: Tabled, faults: Diagnostic[], recorded: Recorded): Promise<number> {
  const { io, options, world, name } = desk;
  const { id, place } = tabled;
  const end = (diagnostics: readonly Diagnostic[], told: Told): number =>
    conclude(io, options, world, {
      command: "amend",
      diagnostics,
      data: { work: name, amendment: id, file: place.file, ...told.data },
      text: told.text,
    });
  const nothing: Told = { text: `Nothing was written; ${id} stands as it did.\n`, data: { written: false } };
  if (faults.length > 0) return end(faults, nothing);

  const source = new TextDecoder("utf-8", { ignoreBOM: true }).decode(world.read(place.file));
  const text = writeDecision(source, id, recorded);
  if (text === undefined) throw new Error(`${id} is not in ${place.file}`);
  const bytes = new TextEncoder().encode(text);
  const after = readAgain(desk, place.file, bytes);
  const worse = newErrors(desk.diagnostics, after.diagnostics);
  if (worse.length > 0 || !after.work || !after.amending) return end(worse, nothing);

  const said = `${id}: ${decisionWords(recorded, namer(world, tabled.received))}`;
  if (text === source)
    return end([], {
      text: `${said}. That was recorded already; nothing was written.\n`,
      data: { written: false, ...recorded },
    });
  const failed = await writeAll(world.root, [{ path: place.file, bytes }], {
    within: world.root,
    ...(io.disk ? { disk: io.disk } : {}),
  });
  if (failed.length > 0) return end(failed, nothing);
  const follows = consequences(desk, tabled, recorded.outcome, after.amending);
  const before = untilNow(desk, tabled, recorded);
  const all = after.amending.work.amendments;
  // The one that was decided, or the one that it is a sub-amendment to.
  const whole = all.filter((a) => a.id === id || a.id === tabled.parent).find((a) => asDecided(a, all) !== a);
  const asAmended = whole
    ? `With its accepted sub-amendments ${whole.id} is listed as accepted as sub-amended.\n`
    : "";
  const stages = changedStages(desk.amending.work, after.amending.work, tabled.base, [
    desk.work.resolution.original,
    ...Object.keys(desk.work.translations),
  ]);
  const changes = stages.length === 0 ? "" : `This changes the text of ${joined(stages)}.\n`;
  return end([], {
    text: `${said}. Written to ${place.file}, line ${place.line}.\n${before}${asAmended}${changes}${follows.text}`,
    data: { written: true, ...recorded, changes: stages, ...follows.data },
  });
}

/** What was on record before, with the remark where another takes its place; empty when nothing was. */
function untilNow({ world }: Desk, { decision, received }: Tabled, { note }: Recorded): string {
  if (decision.outcome === "pending") return "";
  const old = note && decision.note?.[note.language];
  const remark = old ? ` (“${plainText(old)}”)` : "";
  return `Until now: ${decisionWords(decision, namer(world, received))}${remark}.\n`;
}

/** `committee` and `adopted`. */
function joined(stages: readonly string[]): string {
  const names = stages.map((stage) => `\`${stage}\``);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}

/** The work as it reads with another text of one of its files. */
function readAgain(
  { world, name }: Desk,
  file: string,
  bytes: Uint8Array,
): { work?: Work; amending?: Amending; diagnostics: Diagnostic[] } {
  const read = readWork({ ...world, read: (path) => (path === file ? bytes : world.read(path)) }, name);
  if (!read.value) return { diagnostics: read.diagnostics };
  const amending = prepareAmendments(read.value);
  return { work: read.value, amending, diagnostics: [...read.diagnostics, ...amending.diagnostics] };
}

/** Errors that were not there before; lines move, so the words decide. */
function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(before.map((d) => `${d.code} ${d.message}`));
  return after.filter((d) => d.severity === "error" && !known.has(`${d.code} ${d.message}`));
}

/** What the decision means for the others: who falls, who has to be read again, what still waits. */
function consequences(
  { name, options, world, amending: before }: Desk,
  tabled: Tabled,
  outcome: Outcome,
  after: Amending,
): Told {
  const { id, base } = tabled;
  const accepted = outcome === "accepted" || outcome === "accepted-as-amended";
  const open = new Set(
    after.work.amendments.filter((a) => a.decision.outcome === "pending").map((a) => a.id),
  );
  const subs = after.work.amendments.filter((a) => a.parent === id && open.has(a.id)).map((a) => a.id);
  const languageName = languageNamer(world);
  const met = (accepted ? conflicts(after.work, base, { languageName }) : []).flatMap(({ a, b, ...rest }) =>
    a === id || b === id ? [{ other: a === id ? b : a, ...rest }] : [],
  );
  const fallen = met.flatMap(({ other, kind, falls, sentence }) =>
    open.has(other) && (falls.includes(other) || kind === "same-proposal")
      ? [{ amendment: other, sentence }]
      : [],
  );
  const beside = met.flatMap(({ other, sentence }) =>
    open.has(other) ? [] : [{ amendment: other, sentence }],
  );
  // Only what this decision has changed is news.
  const told = (r: Rebased): string => `${r.amendment.id} ${r.state} ${whyRefused(r)} ${r.notes.join(" ")}`;
  const known = new Set(accepted ? rebase(before.work, base, undefined, languageName).map(told) : []);
  const rebased = (accepted ? rebase(after.work, base, undefined, languageName) : []).filter(
    (r) => !known.has(told(r)),
  );
  const changed = rebased.filter((r) => r.state === "rebased");
  // Sub-amendments to this one are told of by themselves.
  const refused = rebased.filter((r) => r.state === "refused" && r.amendment.parent !== id);
  const own = after.work.amendments.find((a) => a.id === id);
  const made = own && accepted ? effectiveOperation(own, after.work.amendments) : undefined;
  const how = `--body ${options.body ?? "…"} --date ${options.date ?? "…"}`;
  const section = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
  const text = [
    made && "refusal" in made
      ? `${made.refusal.message} ${made.refusal.hint ?? ""}`.trimEnd().concat("\n")
      : "",
    section(
      "It meets others that are accepted already:",
      beside.map(({ sentence }) => sentence),
    ),
    section("Its sub-amendments still wait for a decision:", subs.length > 0 ? [subs.join(", ")] : []),
    section(
      "These fall with it; when the body agrees, record that:",
      fallen.map((f) => `${f.sentence}\n    hemicycle amend ${name} decide ${f.amendment} falls ${how}`),
    ),
    section(
      "These read differently now:",
      changed.map((r) => `${r.amendment.id}: ${r.notes.join(" ")}`),
    ),
    section(
      "These cannot be put any more as they stand:",
      refused
        .filter((r) => !fallen.some((f) => f.amendment === r.amendment.id))
        .map((r) => `${r.amendment.id}: ${whyRefused(r)}`),
    ),
  ].join("");
  return {
    text,
    data: {
      falls: fallen,
      beside,
      waiting: subs,
      rebased: changed.map((r) => ({ amendment: r.amendment.id, notes: r.notes })),
      refused: refused.map((r) => ({ amendment: r.amendment.id, refusals: r.refusals })),
    },
  };
}
