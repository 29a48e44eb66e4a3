/** How each list of a document counts, from the labels of its language, and whether the preamble shows it. */
import type { HouseStyle } from "../document/house.ts";
import type { Numbering } from "../document/tree.ts";
import type { Locale } from "../language/locale.ts";
import type { Stage } from "../model/stage.ts";

/** Depths that a list can have: the paragraph and four levels of sub-paragraphs (house-style 5). */
export const maxDepth = 5;

/** `preambular`, `operative` and `bullet`, five levels each. */
export function numberingOf(labels: Locale["labels"]): Numbering[] {
  const sub = labels.sub.slice(0, maxDepth - 1);
  return [
    { list: "preambular", levels: [labels.preambular, ...sub] },
    { list: "operative", levels: [labels.operative, ...sub] },
    { list: "bullet", levels: Array.from({ length: maxDepth }, () => labels.bullet) },
  ];
}

/** Whether the preambular paragraphs of a stage carry numbers (house-style 1.7). */
export function numbersPreamble(stage: Stage, house: HouseStyle): boolean {
  return stage.preambularNumbers ?? house.preambularNumbers.includes(stage.kind);
}
