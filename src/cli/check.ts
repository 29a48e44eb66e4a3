/** `hemicycle check`: the findings of works, and the languages that are not complete. */
import { check } from "../check.ts";
import { hasErrors } from "../report/diagnostic.ts";
import type { Io } from "./io.ts";
import type { CommonOptions } from "./program.ts";
import { conclude, openProject, withRefusals } from "./report.ts";
import { namedWorks, noWorks } from "./works.ts";

export interface CheckOptions extends CommonOptions {
  review?: boolean;
}

export async function checkWorks(io: Io, words: readonly string[], options: CheckOptions): Promise<number> {
  const world = openProject(io, options);
  const works = namedWorks(words);
  const checked = check(world, { ...(works ? { works } : {}), review: options.review === true });
  const names = checked.value?.works ?? [];
  const leftOut = checked.value?.leftOut ?? [];
  const good = !hasErrors(withRefusals(world, checked.diagnostics));
  const lines = leftOut.map((l) => `${l.work}: ${l.language} is not complete: ${l.reason}\n`);
  const end = names.length === 0 ? noWorks : "";
  const fine =
    good && names.length > 0 ? `${names.join(", ")}: nothing stands in the way of building.\n` : "";
  return conclude(io, options, world, {
    command: "check",
    diagnostics: checked.diagnostics,
    data: { works: names, leftOut },
    text: `${lines.join("")}${end}${fine}`,
  });
}
