/** `hemicycle amend <work> list`: the amendments of a work, what gets in each other's way, and an order to take them in. */

import { asDecided } from "../amend/as-decided.ts";
import { conflicts } from "../amend/conflicts.ts";
import { beforeTheBody } from "../amend/decided.ts";
import { asTabled, orderOfConsideration } from "../amend/order.ts";
import { proposedName } from "../amend/proposed.ts";
import { stageText } from "../amend/stages.ts";
import type { Amending } from "../making/amending.ts";
import type { Amendment } from "../model/amendment.ts";
import type { Conflict, OrderStep, Refusal } from "../model/findings.ts";
import type { Party } from "../model/instrument.ts";
import type { Stage } from "../model/stage.ts";
import type { Broken, Work } from "../read/work.ts";
import { decisionWords, describe } from "./amend-words.ts";
import { codeOf } from "./party.ts";
import { table } from "./report.ts";

/** What is listed of one stage. */
export interface StageList {
  stage: Stage;
  amendments: readonly Amendment[];
  broken: readonly Broken[];
  /** Conflicts and order are those of the list as it was tabled, whatever was decided since. */
  tabled: boolean;
  conflicts: Conflict[];
  order: OrderStep[];
}

/** The lists of the stages that amendments speak of, or of one stage. */
export function listStages(
  { work, amending, languageName }: Pick<ListNames, "work" | "amending" | "languageName">,
  only: string | undefined,
  tabled = false,
): StageList[] {
  const { stages } = work.resolution;
  const files = work.lists.map((list) => list.file);
  return stages.flatMap((stage): StageList[] => {
    if (only !== undefined && stage.id !== only) return [];
    const before = new Set(beforeTheBody(stages, amending.work.amendments, stage.id).map((a) => a.id));
    const carried = stage.carriesOver === true || only !== undefined;
    const amendments = amending.work.amendments
      .filter((a) => a.base === stage.id || (carried && before.has(a.id)))
      .map((a) => asDecided(a, amending.work.amendments));
    const broken = amending.broken
      .filter((b) => b.base === stage.id)
      .sort(
        (a, b) => files.indexOf(a.place.file) - files.indexOf(b.place.file) || a.place.line - b.place.line,
      );
    if (amendments.length + broken.length === 0) return [];
    const lying = tabled ? asTabled(amending.work, stage.id) : amending.work;
    return [
      {
        stage,
        amendments,
        broken,
        tabled,
        conflicts: conflicts(lying, stage.id, { languageName }),
        order: orderOfConsideration(lying, stage.id),
      },
    ];
  });
}

/** What stands in lists to stages that the work does not have; empty when there is nothing. */
export function strayText({ broken, work }: Pick<Amending, "broken" | "work">): string {
  const known = new Set(work.resolution.stages.map((stage) => stage.id));
  const bases = [...new Set(broken.map((b) => b.base))].filter((base) => !known.has(base));
  return bases
    .map((base) => {
      const own = broken.filter((b) => b.base === base);
      return section(
        `Amendments to ${base}, which is no stage of the work: ${own.length} broken`,
        own.map(brokenLine),
      ).trimStart();
    })
    .join("\n");
}

function brokenLine({ id, place, problem }: Broken): string {
  return `${id ?? "(no id)"}, ${place.file}:${place.line}: ${problem}`;
}

export interface ListNames {
  work: Work;
  amending: Amending;
  faulty: ReadonlyMap<string, Refusal>;
  name: (party: Party) => string;
  languageName: (code: string) => string;
}

/** One list for people. */
export function listText(list: StageList, names: ListNames): string {
  const { stage, amendments, broken } = list;
  const title = `Amendments to ${stage.id}${stage.symbol ? `, ${stage.symbol}` : ""}: ${counts(list)}\n`;
  const rows = rowsOf(list, names).map((row) => [row.id, row.on, row.does, row.from, row.decision]);
  return [
    title,
    table([["id", "on", "does", "from", "decision"], ...rows]),
    section(
      "In each other's way",
      list.conflicts.filter(({ settled }) => !settled).map(({ sentence }) => sentence),
    ),
    section(
      "Accepted side by side; nothing is to be done when the page is right",
      list.conflicts.filter(({ settled }) => settled).map(({ sentence }) => sentence),
    ),
    list.order.length === 0 && amendments.length > 0
      ? "\nNothing is pending, so there is no order of consideration to propose; --order shows that of the list as tabled.\n"
      : section(
          `Proposed order of consideration${list.tabled ? ", as if nothing were decided" : ""}`,
          orderLines(list.order),
        ),
    section(
      "Do not fit the text",
      amendments.flatMap(({ id }) => {
        const refusal = names.faulty.get(id);
        return refusal ? [`${id}: ${refusal.message}`] : [];
      }),
    ),
    section("Broken", broken.map(brokenLine)),
  ].join("");
}

/** Numbered through, below the names of the places. */
function orderLines(order: readonly OrderStep[]): string[] {
  if (order.length === 0) return [];
  let last = "";
  const lines = order.flatMap(({ amendment, parent, where, why }, i) => {
    // A sub-amendment is taken where its parent is.
    const head =
      parent === undefined ? where : (order.find((one) => one.amendment === parent)?.where ?? where);
    const heading = head === last ? [] : [head];
    last = head;
    return [...heading, `  ${i + 1}. ${amendment}${parent === undefined ? "" : ` (to ${parent})`}: ${why}`];
  });
  return [
    "Place by place, as the text runs. At one place: deletion, new text, changes of words, the furthest from the text first; then moves.",
    "New paragraphs come after the paragraph that they follow.",
    ...lines,
  ];
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** `62, of which 3 pending, 40 accepted, 1 broken`. */
function counts({ amendments, broken }: StageList): string {
  const outcomes = new Map<string, number>();
  for (const { decision } of amendments) {
    const word = decision.outcome.replaceAll("-", " ");
    outcomes.set(word, (outcomes.get(word) ?? 0) + 1);
  }
  if (broken.length > 0) outcomes.set("broken", broken.length);
  const parts = [...outcomes].map(([word, n]) => `${n} ${word}`);
  return `${amendments.length + broken.length} (${parts.join(", ")})`;
}

/** Numbers of new paragraphs by the amendment that puts them in. */
function proposedIn({ work }: Amending): (parent: string | undefined, id: string) => string | undefined {
  return (parent, id) => {
    const amendment = work.amendments.find((a) => a.id === parent);
    return amendment && proposedName(work, amendment, id);
  };
}

interface Row {
  id: string;
  on: string;
  does: string;
  from: string;
  decision: string;
}

/** In the order of the files, broken ones at their place. */
function rowsOf(
  { amendments, broken, stage }: StageList,
  { work, amending, faulty, name }: ListNames,
): Row[] {
  const text = stageText(amending.work, stage.id, work.resolution.original)?.clean ?? work.resolution;
  const places = new Map(work.tabled.map((t) => [t.id, t.place]));
  const rows = [
    ...amendments.map((a) => ({
      place: places.get(a.id),
      row: {
        id: a.id,
        ...describe(a, text, proposedIn(amending)),
        from: a.submitters.map(name).join(", "),
        decision: faulty.has(a.id)
          ? `does not fit; ${decisionWords(a.decision, name)}`
          : decisionWords(a.decision, name),
      },
    })),
    ...broken.map((b) => ({
      place: b.place,
      row: {
        id: b.id ?? "-",
        on: b.written ?? "-",
        does: "broken",
        from: b.submitters.map(name).join(", ") || "-",
        decision: "broken",
      },
    })),
  ];
  const files = work.lists.map((list) => list.file);
  const key = (place: (typeof rows)[number]["place"]): [number, number] =>
    place ? [files.indexOf(place.file), place.line] : [files.length, 0];
  return rows
    .map((one, i) => ({ ...one, i, at: key(one.place) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.i - b.i)
    .map(({ row }) => row);
}

/** The same for machines. */
export function listData(list: StageList, names: ListNames): Record<string, unknown> {
  const { stage, amendments, broken, conflicts: pairs, order } = list;
  const { work, amending, faulty, name } = names;
  const text = stageText(amending.work, stage.id, work.resolution.original)?.clean ?? work.resolution;
  const party = (one: Party) => ({ code: codeOf(one), name: name(one), type: one.type });
  return {
    stage: stage.id,
    ...(stage.symbol === undefined ? {} : { symbol: stage.symbol }),
    amendments: amendments.map((a) => {
      const refusal = faulty.get(a.id);
      const { by, outcome, body, date } = a.decision;
      return {
        id: a.id,
        ...describe(a, text, proposedIn(amending)),
        operation: a.operation.kind,
        ...(a.parent === undefined ? {} : { to: a.parent }),
        submitters: a.submitters.map(party),
        received: a.received,
        decision: {
          outcome,
          ...(body === undefined ? {} : { body }),
          ...(date === undefined ? {} : { date }),
          ...(by === undefined ? {} : { by: by.map(party) }),
        },
        ...(refusal ? { refused: { code: refusal.code, message: refusal.message } } : {}),
        place: work.tabled.find((t) => t.id === a.id)?.place,
      };
    }),
    broken: broken.map((b) => ({
      ...(b.id === undefined ? {} : { id: b.id }),
      ...(b.written === undefined ? {} : { on: b.written }),
      submitters: b.submitters.map(party),
      problem: b.problem,
      place: b.place,
    })),
    conflicts: pairs,
    order,
  };
}
