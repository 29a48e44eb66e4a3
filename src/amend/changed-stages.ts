/** Which stages read differently in one state of the amendments and in another. */
import { type AmendedWork, indexOfStage } from "./source.ts";
import { cleanStage } from "./stages.ts";

/** Ids of the stages after `base` whose text is another one, in any of the languages; in their order. */
export function changedStages(
  before: AmendedWork,
  after: AmendedWork,
  base: string,
  languages: readonly string[],
): string[] {
  const { stages } = after.resolution;
  const printed = (work: AmendedWork, id: string, language: string): string =>
    JSON.stringify(cleanStage(work, id, language)) ?? "";
  return stages
    .slice(indexOfStage(stages, base) + 1)
    .map(({ id }) => id)
    .filter((id) =>
      languages.some((language) => printed(before, id, language) !== printed(after, id, language)),
    );
}
