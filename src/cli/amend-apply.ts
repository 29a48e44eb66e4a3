/** `hemicycle amend <work> apply`: assigns what was accepted to a stage, and says what could not be placed and what waits. */
import { isAccepted } from "../amend/decided.ts";
import { rebase } from "../amend/rebase.ts";
import { stageBefore } from "../amend/source.ts";
import { stageText } from "../amend/stages.ts";
import { findingOf } from "../making/amending.ts";
import type { AmendmentId } from "../model/amendment.ts";
import type { Rebased, Refusal } from "../model/findings.ts";
import type { Stage } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { writeApplies } from "../write/decision.ts";
import { whyRefused } from "./amend-words.ts";
import type { Desk } from "./desk.ts";
import { sourceOf } from "./new-work.ts";
import { languageNamer } from "./party.ts";
import { conclude } from "./report.ts";
import { writeAll } from "./write.ts";

export async function applyToStage(desk: Desk): Promise<number> {
  const { io, options, world, name, work, amending } = desk;
  const { resolution } = work;
  const stage = resolution.stages.find((s) => s.id === options.stage) ?? resolution.stages.at(-1);
  const before = stage && stageBefore(resolution.stages, stage.id);
  const end = (diagnostics: readonly Diagnostic[], text: string, data: Record<string, unknown>): number =>
    conclude(io, options, world, {
      command: "amend",
      diagnostics,
      data: { work: name, action: "apply", ...(stage ? { stage: stage.id } : {}), ...data },
      text,
    });
  if (!stage || !before)
    return end([...desk.diagnostics, noStageBefore(desk, stage)], "", { written: false });

  const tried = placeAll(desk, stage);
  // That the stage did not name them was so until now, or is said below with the reason.
  const told = [...tried.added, ...tried.refusals.map((refusal) => refusal.amendment)];
  const isOld = ({ code, message }: Diagnostic): boolean =>
    code === "amendment-unplaced" && told.some((id) => message.startsWith(`${id}: `));
  const file = sourceOf(name);
  const source = new TextDecoder("utf-8", { ignoreBOM: true }).decode(world.read(file));
  const text = writeApplies(source, stage.id, tried.added);
  if (text === undefined) throw new Error(`the stage ${stage.id} is not in ${file}`);
  if (text !== source) {
    const files = [{ path: file, bytes: new TextEncoder().encode(text) }];
    const failed = await writeAll(world.root, files, {
      within: world.root,
      ...(io.disk ? { disk: io.disk } : {}),
    });
    if (failed.length > 0) return end([...desk.diagnostics, ...failed], "", { written: false });
  }
  const rest = rebase(
    { ...amending.work, resolution: tried.resolution },
    before.id,
    tried.placed,
    languageNamer(world),
  );
  return end(
    [
      ...desk.diagnostics.filter((d) => !isOld(d)),
      ...[...tried.refusals, ...tried.partly].map((refusal) => findingOf(refusal, work, "error")),
    ],
    report(stage, before, tried, rest, {
      written: text !== source,
      file,
      languageName: languageNamer(world),
    }),
    {
      written: text !== source,
      file,
      placed: tried.placed,
      added: tried.added,
      refused: tried.refusals,
      partly: tried.partly,
      remaining: rest.map(({ amendment, state, notes, refusals }) => ({
        amendment: amendment.id,
        state,
        notes,
        refusals,
      })),
    },
  );
}

interface Placed {
  /** The work with the stage as it will be. */
  resolution: Desk["work"]["resolution"];
  /** In the text of the stage, and of these the ones that are new there. */
  placed: AmendmentId[];
  added: AmendmentId[];
  /** Accepted, but they cannot be put into the text. */
  refusals: Refusal[];
  /** In the text, but not in the text of one of the other languages. */
  partly: Refusal[];
}

/** Puts everything accepted to the stage before into the text, and leaves out what does not go. */
function placeAll({ work, amending }: Desk, stage: Stage): Placed {
  const { resolution } = work;
  const taken = new Set(resolution.stages.flatMap((s) => (s.applies === "accepted" ? [] : s.applies)));
  const with_ = (applies: Stage["applies"]) => ({
    ...resolution,
    stages: resolution.stages.map((s) => (s.id === stage.id ? { ...s, applies } : s)),
  });
  const own = stage.applies === "accepted" ? [] : stage.applies;
  const before = stageBefore(resolution.stages, stage.id)?.id;
  const wanted = amending.work.amendments
    .filter((a) => a.parent === undefined && isAccepted(a) && a.base === before && !taken.has(a.id))
    .map((a) => a.id);
  const all = stage.applies === "accepted" ? stage.applies : [...own, ...wanted];
  const tried = { ...amending.work, resolution: with_(all) };
  const made = stageText(tried, stage.id, resolution.original);
  const refusals = made?.refusals ?? [];
  const refused = new Set(refusals.map((r) => r.amendment));
  const added = stage.applies === "accepted" ? [] : wanted.filter((id) => !refused.has(id));
  const partly = Object.keys(work.translations)
    .sort()
    .flatMap((language) => stageText(tried, stage.id, language)?.refusals ?? [])
    .filter(({ amendment }) => !refused.has(amendment));
  return {
    resolution: with_(stage.applies === "accepted" ? stage.applies : [...own, ...added]),
    placed: made?.applied ?? [],
    added,
    refusals,
    partly,
  };
}

function report(
  stage: Stage,
  before: Stage,
  { placed, added, refusals, partly }: Placed,
  rest: readonly Rebased[],
  { written, file, languageName }: { written: boolean; file: string; languageName: (code: string) => string },
): string {
  const count = (n: number): string => `${n} ${n === 1 ? "amendment" : "amendments"}`;
  const unchanged = rest.filter((one) => one.state === "unchanged").map((one) => one.amendment.id);
  const lines = [
    stage.applies === "accepted"
      ? `The stage ${stage.id} takes in whatever is accepted to ${before.id} (applies: accepted): ${count(placed.length)}.`
      : written
        ? `The stage ${stage.id} takes in ${added.length} more (${added.join(", ")}), ${placed.length} in all. Written to ${file}.`
        : `The stage ${stage.id} takes in ${count(placed.length)}; there is nothing to add.`,
    ...refusals.map(({ amendment, message }) => `Not placed: ${amendment}: ${message}`),
    ...partly.map(
      ({ amendment, language = "", message }) =>
        `Placed, but not in ${languageName(language)}, where the text has to be mended first: ${amendment}: ${message}`,
    ),
    ...rest.flatMap((one) => {
      const { amendment, state, notes } = one;
      if (state === "refused")
        return `Still pending, and cannot be put any more as it stands: ${amendment.id}: ${whyRefused(one)}`;
      return state === "rebased"
        ? `Still pending, reads differently now: ${amendment.id}: ${notes.join(" ")}`
        : [];
    }),
    ...(unchanged.length > 0 ? [`Still pending, as they stand: ${unchanged.join(", ")}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function noStageBefore({ work, name }: Desk, stage: Stage | undefined): Diagnostic {
  const place = work.places.get("field:stages.0");
  return {
    code: "amendment-stage",
    severity: "error",
    message: `${stage ? `"${stage.id}" is the first stage` : "There is no stage"}, and the first text takes in no amendments.`,
    ...(place ? { place } : {}),
    hint: `Add the next stage under "stages:" in ${sourceOf(name)}, such as { id: dr-rev, kind: revised-draft, date: …, applies: accepted }.`,
  };
}
