/** How the texts of a later stage stand in a language: what amendments brought there, and what they left without words. */

import { effectiveOperation, isAccepted } from "../amend/decided.ts";
import type { AmendedWork } from "../amend/source.ts";
import { byId, newIds } from "../amend/source.ts";
import { between, stageText } from "../amend/stages.ts";
import type { Amendment, Operation } from "../model/amendment.ts";
import type { Refusal } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { segments } from "../model/walk.ts";
import type { Work } from "../read/work.ts";
import type { InlineText } from "../text/inline.ts";
import { freshnessAtStage, type Given } from "../translate/at-stage.ts";
import type { SegmentState } from "../translate/freshness.ts";
import { prepareAmendments } from "./amending.ts";
import { staleAmendments } from "./amendment-translation.ts";
import { withGapsFilled } from "./gaps.ts";

/** What could not be put into a text, and what was put there in another language, over all stages up to this one. */
export function noticesUpTo(amended: AmendedWork, stage: string, language: string): Refusal[] {
  const { stages } = amended.resolution;
  const last = stages.findIndex((s) => s.id === stage);
  const found = stages.slice(1, last + 1).flatMap(({ id }) => {
    const text = stageText(amended, id, language);
    return text ? [...text.refusals, ...text.notices] : [];
  });
  const now = stageText(amended, stage, language)?.clean;
  const known = byId(amended.amendments);
  return found.filter((notice) => {
    const by = known.get(notice.amendment);
    return !now || !by || notice.code !== "text-missing" || stillBorrowed(now, by);
  });
}

/** Whether words in another language still stand where an amendment was; one that came later may have given the whole text anew. */
function stillBorrowed(now: Resolution, by: Amendment): boolean {
  const target = targetOf(by.operation);
  const ids = [...newIds(by), ...(target === undefined ? [] : [target])];
  if (ids.length === 0 || by.notes) return true;
  return segments(now).some(
    ({ id, text }) => ids.some((own) => id === own || id.startsWith(`${own}.`)) && borrows(text),
  );
}

function borrows(text: InlineText): boolean {
  return text.some(
    (node) =>
      (node.kind === "isolate" && node.lang !== undefined) || ("children" in node && borrows(node.children)),
  );
}

/** The text of a later stage in the original, and the states of its texts by language; undefined for the first stage. */
export function statesAtStage(
  work: Work,
  stage: string,
): { text: Resolution; states: (language: string) => SegmentState[] } | undefined {
  const { resolution, history, translations } = work;
  const first = resolution.stages[0]?.id ?? stage;
  if (stage === first) return undefined;
  const amended = prepareAmendments(work).work;
  const text = stageText(amended, stage, resolution.original);
  const change = between(amended, first, stage, resolution.original);
  if (!text || !change) return undefined;
  const given = givenTexts(amended, stage);
  return {
    text: text.clean,
    states: (language) => {
      // What is missing from the first stage must not hide what amendments brought in this language.
      const whole = withGapsFilled(work, language, { missing: [], stale: [] });
      const prepared = prepareAmendments(whole).work;
      const made = stageText(prepared, stage, language);
      const refusals = made ? noticesUpTo(prepared, stage, language) : [];
      // Without a text of its own nothing can have been put into it.
      const wanting = made
        ? refusals.filter((r) => r.language === language || r.code === "text-missing").map((r) => r.amendment)
        : text.applied;
      const outdated = staleAmendments(work, language);
      const texts = {
        first: resolution,
        clean: text.clean,
        tracked: change.tracked,
        wanting,
        outdated,
        given,
      };
      return freshnessAtStage(texts, translations[language], history);
    },
  };
}

/** The texts that amendments gave as a whole up to a stage. */
function givenTexts(amended: AmendedWork, stage: string): Map<Id, Given> {
  const found = new Map<Id, { by: string; after: string[] }>();
  const known = byId(amended.amendments);
  const { stages, original } = amended.resolution;
  const last = stages.findIndex((s) => s.id === stage);
  for (const { id } of stages.slice(1, last + 1)) {
    for (const applied of stageText(amended, id, original)?.applied ?? []) {
      const amendment = known.get(applied);
      const made = amendment && effectiveOperation(amendment, amended.amendments);
      if (!amendment || !made || "refusal" in made) continue;
      const { operation } = made;
      const target = targetOf(operation);
      if (target === undefined) continue;
      // What its sub-amendments make of an amendment is theirs as well.
      const subs = amended.amendments.filter((a) => a.parent === applied && isAccepted(a)).map((a) => a.id);
      const isWhole = "text" in operation || operation.kind === "split";
      if (isWhole) found.set(target, { by: applied, after: subs });
      else if (operation.kind === "amend" || operation.kind === "retitle")
        found.get(target)?.after.push(applied, ...subs);
    }
  }
  return found;
}

/** The text that an operation is about. */
function targetOf(operation: Operation): Id | undefined {
  if (operation.kind === "retitle") return "title";
  if (!("target" in operation)) return undefined;
  return operation.target.kind === "title" ? "title" : operation.target.id;
}
