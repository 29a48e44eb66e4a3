/** `hemicycle check`: the findings of works, and the languages that are not complete. */
import { check } from "../making/check.ts";
import { hasErrors } from "../report/diagnostic.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import { conclude, openProject, withRefusals } from "./report.ts";
import { namedWorks, noWorks } from "./works.ts";

export interface CheckOptions extends CommonOptions {
  review?: boolean;
  reviewAll?: boolean;
}

export async function checkWorks(io: Io, words: readonly string[], options: CheckOptions): Promise<number> {
  const world = openProject(io, options);
  const works = namedWorks(words);
  const review = options.reviewAll ? "all" : options.review ? "first" : undefined;
  const checked = await check(world, { ...(works ? { works } : {}), ...(review ? { review } : {}) });
  const names = checked.value?.works ?? [];
  const leftOut = checked.value?.leftOut ?? [];
  const good = !hasErrors(withRefusals(world, checked.diagnostics));
  const lines = leftOut.map((l) => `${l.work}: ${l.language} is not complete: ${l.reason}\n`);
  const counts = checked.value?.review ?? [];
  const end = names.length === 0 ? noWorks : "";
  const fine =
    good && names.length > 0 ? `${names.join(", ")}: nothing stands in the way of building.\n` : "";
  return conclude(io, options, world, {
    command: "check",
    diagnostics: checked.diagnostics,
    data: { works: names, leftOut, ...(review ? { review: counts } : {}) },
    text: `${lines.join("")}${end}${fine}${counts.map(reviewLine).join("")}`,
  });
}

function reviewLine({ language, first, later }: { language: string; first: number; later: number }): string {
  return `${language}: ${first} phrases of ours are printed, ${later} are not (--review-all lists them too)\n`;
}
