/** `hemicycle amend`: lists the amendments of a work, and writes decisions into its files. */
import { isPending } from "../amend/decided.ts";
import { loadLocale } from "../language/load.ts";
import { prepareAmendments, tryAmendments } from "../making/amending.ts";
import { crossingFindings, proposalFindings } from "../making/proposal-findings.ts";
import type { AmendmentId, Outcome, Tabled } from "../model/amendment.ts";
import { readWork, type Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { applyToStage } from "./amend-apply.ts";
import { decide, withdraw } from "./amend-decide.ts";
import { listData, listStages, listText, strayText } from "./amend-list.ts";
import { startList } from "./amend-start.ts";
import type { AmendOptions, Desk } from "./desk.ts";
import type { Io } from "./io.ts";
import { languageNamer, namer } from "./party.ts";
import { conclude, openProject } from "./report.ts";
import { namedWorks } from "./works.ts";

export const outcomes: readonly Outcome[] = [
  "accepted",
  "accepted-as-amended",
  "rejected",
  "falls",
  "not-considered",
  "pending",
];

/** `misuse` says what is wrong with the words of the command, and does not come back. */
export async function amend(
  io: Io,
  [typed = "", action = "list", ...words]: readonly string[],
  options: AmendOptions,
  misuse: (message: string) => never,
): Promise<number> {
  const [name = typed] = namedWorks([typed]) ?? [];
  const world = openProject(io, options);
  const end = (diagnostics: Diagnostic[]): number =>
    conclude(io, options, world, { command: "amend", diagnostics, data: { work: name, action }, text: "" });

  const [id, outcome, more] = words;
  const known = ["start", "list", "decide", "withdraw", "apply"];
  if (!known.includes(action)) {
    const near = nearest(action, known);
    misuse(
      `error: amend knows no action '${action}'. ${near ? `Did you mean ${near}?` : `It knows ${known.join(", ")}.`}`,
    );
  }
  if (action === "start" || action === "list" || action === "apply") {
    if (id !== undefined) misuse(`error: ${action} takes no further words, but there is '${id}'.`);
  } else if (id === undefined) misuse(`error: say which amendment: amend ${typed} ${action} am-001 …`);
  if (action === "withdraw" && outcome !== undefined)
    misuse(`error: one amendment at a time: '${outcome}' is too much.`);
  if (action === "decide") checkDecide(outcome, more, options, misuse);

  const read = readWork(world, name);
  const work = read.value;
  if (!work) return end(read.diagnostics);
  const amending = prepareAmendments(work);
  const folder = `resolutions/${name}/amendments`;
  const about = read.diagnostics.filter((d) => d.severity === "error" || isIn(folder, d.place?.file ?? ""));
  const diagnostics = [...about, ...amending.diagnostics];
  const stage = unknownStage(work, options.stage);
  if (stage) return end([stage]);
  const desk: Desk = { io, options, world, name, work, amending, diagnostics };
  if (action === "start") return startList(desk);
  if (action === "apply") return applyToStage(desk);
  if (action === "list") return list(desk);
  const found = findTabled(desk, id ?? "");
  if (!found.tabled) return end(found.diagnostics);
  return action === "withdraw"
    ? withdraw(desk, found.tabled)
    : decide(desk, found.tabled, outcome as Outcome);
}

function checkDecide(
  outcome: string | undefined,
  more: string | undefined,
  options: AmendOptions,
  misuse: (message: string) => never,
): void {
  if (outcome === undefined) misuse(`error: say what was decided: ${outcomes.join(", ")}.`);
  if (outcome === "withdrawn")
    misuse("error: an amendment is withdrawn by those who submitted it: use withdraw in place of decide.");
  if (!outcomes.some((known) => known === outcome)) {
    const near = nearest(outcome ?? "", outcomes);
    misuse(
      `error: '${outcome}' is no decision. ${near ? `Did you mean ${near}?` : `It is one of: ${outcomes.join(", ")}.`}`,
    );
  }
  if (more !== undefined) misuse(`error: one amendment at a time: '${more}' is too much.`);
  if (outcome === "pending") return;
  if (options.body === undefined || options.date === undefined)
    misuse("error: say who decided and when, such as --body drafting-committee --date 2010-03-30.");
}

function unknownStage({ resolution, name }: Work, wanted: string | undefined): Diagnostic | undefined {
  const ids = resolution.stages.map((stage) => stage.id);
  if (wanted === undefined || ids.includes(wanted)) return undefined;
  const near = nearest(wanted, ids);
  return {
    code: "stage-unknown",
    severity: "error",
    message: `The work "${name}" has no stage "${wanted}".`,
    hint: `${near ? `Did you mean "${near}"? ` : ""}Its stages are: ${ids.join(", ")}.`,
  };
}

function findTabled(desk: Desk, id: AmendmentId): { tabled?: Tabled; diagnostics: Diagnostic[] } {
  const { work, amending } = desk;
  const broken = amending.broken.find((b) => b.id === id);
  if (broken)
    return {
      diagnostics: [
        {
          code: "amendment-decision",
          severity: "error",
          message: `${id} is broken, so nothing can be recorded for it: ${broken.problem}`,
          place: broken.place,
          hint: "Mend the entry first.",
        },
      ],
    };
  const tabled = work.tabled.find((t) => t.id === id);
  if (tabled) return { tabled, diagnostics: [] };
  const ids = [...work.tabled.map((t) => t.id), ...work.broken.flatMap((b) => b.id ?? [])];
  const near = nearest(id, ids);
  return {
    diagnostics: [
      {
        code: "amendment-unknown",
        severity: "error",
        message: `There is no amendment "${id}" in the work "${work.name}".`,
        hint: near ? `Did you mean "${near}"?` : `hemicycle amend ${work.name} list shows all ${ids.length}.`,
      },
    ],
  };
}

function list(desk: Desk): number {
  const { io, options, world, name, work, amending } = desk;
  const languages = [work.resolution.original, ...Object.keys(work.translations).sort()];
  const tried = tryAmendments(work, amending, languages);
  const names = {
    work,
    amending,
    faulty: tried.faulty,
    name: namer(world, work.resolution.instrument.session.from),
    languageName: languageNamer(world),
  };
  const lists = listStages(names, options.stage, options.order);
  const stray = options.stage === undefined ? strayText(amending) : "";
  const none = stray === "" ? noneText(desk) : "";
  return conclude(io, options, world, {
    command: "amend",
    diagnostics: [
      ...desk.diagnostics,
      ...tried.diagnostics,
      ...crossingFindings(work, amending),
      ...proposalFindings({
        work,
        amending,
        languages,
        locale: (code) => loadLocale(world, code, () => true).value,
        which: (a) => isPending(a) && !tried.faulty.has(a.id),
      }),
    ],
    data: { work: name, action: "list", stages: lists.map((one) => listData(one, names)) },
    text:
      lists.length === 0
        ? none + stray
        : [...lists.map((one) => listText(one, names)), stray].filter(Boolean).join("\n"),
  });
}

/** Why nothing is listed; what stands in the way is among the findings, above. */
function noneText({ name, work, diagnostics }: Desk): string {
  const folder = `resolutions/${name}/amendments`;
  const lists = new Set(work.lists.map((one) => one.file));
  const lost = diagnostics.filter(({ place }) => place && isIn(folder, place.file) && !lists.has(place.file));
  const files = new Set(lost.flatMap((d) => (d.severity === "error" ? (d.place?.file ?? []) : [])));
  if (files.size > 1) return `${files.size} lists of amendments could not be read.\n`;
  if (files.size > 0) return "The list of amendments could not be read.\n";
  if (work.lists.length > 0) return "There are no amendments to that stage.\n";
  if (lost.length > 0) return `Nothing that lies in ${folder} is read as a list of amendments.\n`;
  return `There are no amendments yet. hemicycle amend ${name} start makes a list to type them into.\n`;
}

const isIn = (folder: string, file: string): boolean => file.startsWith(`${folder}/`);
