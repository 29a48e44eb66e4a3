/** Looks over the days on which amendments came in: none can speak of a text that was not there yet. */
import type { Stage } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { type AmendmentList, type Entry, error } from "./amendment-entry.ts";

/**
 * Warns at each amendment that it came in before the text of its stage was there: a paper may go round before its day. When all of
 * a list did, the list names the wrong stage: that is one error, which is handed back, and all of them are broken.
 */
export function checkDays(
  entries: readonly Entry[],
  lists: readonly AmendmentList[],
  stages: readonly Stage[],
): Diagnostic[] {
  return lists.flatMap((list) => {
    const stage = stages.find((one) => one.id === list.stage);
    const own = entries.filter((entry) => entry.list.file === list.file && entry.read?.tabled);
    const early = own.filter((entry) => stage && received(entry) < stage.date);
    if (!stage || early.length === 0) return [];
    const days = early.map(received).sort();
    const [first = ""] = days;
    const there = stages.findLast((one) => one.date <= first);
    const such = there ? `, such as \`${there.id}\` of ${there.date}` : "";
    const text = `the text of \`${stage.id}\` of ${stage.date} was there`;
    if (early.length < own.length) {
      for (const entry of early) entry.diagnostics.push(tooEarly(entry, text, such));
      return [];
    }
    const finding = error(
      "amendment-date",
      `All amendments of this list came in before ${text}: on ${days.at(-1)} at the latest.`,
      list.stagePlace,
      `Name the stage whose text they speak of${such}, or mend the days in \`received\`.`,
    );
    for (const entry of own) entry.problem ??= finding.message;
    return [finding];
  });
}

function received({ read }: Entry): string {
  return read?.tabled?.received ?? "";
}

function tooEarly(entry: Entry, text: string, such: string): Diagnostic {
  const place = entry.read?.tabled?.places.received ?? entry.yaml.at(["id"]);
  return {
    code: "amendment-date",
    severity: "warning",
    message: `It came in on ${received(entry)}, before ${text}.`,
    place,
    hint: `If the day in \`received\` is right, look whether it is about an earlier stage${such}.`,
  };
}
