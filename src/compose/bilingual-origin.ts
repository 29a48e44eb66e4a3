/** What a file in two languages says of where it comes from, so that an edited copy finds its way back. */
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { segments } from "../model/walk.ts";
import { copyProperties } from "../model/word-copy.ts";
import { textHash } from "../text/hash.ts";
import type { Side } from "./bilingual-side.ts";

/** Longest value of a property that every program keeps. */
const longestValue = 240;

/** Work, stage, languages, and what every text was when the file was made. */
export function originOf(
  { left, right, stage, original }: { left: Side; right: Side; stage: Stage; original: Resolution },
  /** Characters of closing punctuation that each text of the right column was given. */
  signs: ReadonlyMap<Id, number>,
): Record<string, string> {
  const targets = new Map(segments(right.resolution).map((s) => [s.id, s.text]));
  const entries = segments(original).map(({ id, text }) => {
    const target = targets.get(id);
    const made = target === undefined || right.missing.has(id) ? "none" : textHash(target);
    return `${id}=${textHash(text)},${made},${Math.min(signs.get(id) ?? 0, 99)}`;
  });
  const out: Record<string, string> = {
    [copyProperties.work]: original.work,
    [copyProperties.stage]: stage.id,
    [copyProperties.languages]: `${left.resolution.language} ${right.resolution.language}`,
  };
  let value = "";
  let count = 0;
  for (const entry of [...entries, ""]) {
    if (entry !== "" && (value === "" || value.length + 1 + entry.length <= longestValue)) {
      value = value === "" ? entry : `${value} ${entry}`;
      continue;
    }
    count += 1;
    out[`${copyProperties.texts} ${count}`] = value;
    value = entry;
  }
  return out;
}
