/** Names paragraphs in English as a list of amendments does, for messages: PP1, OP3(a), OP1bis (house-style 2.6). */
import { formatNumeral } from "../document/label.ts";
import { rejectChanges } from "../model/changes.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { frozenNumbers } from "./frozen.ts";

const suffixWords = [
  "",
  "",
  "bis",
  "ter",
  "quater",
  "quinquies",
  "sexies",
  "septies",
  "octies",
  "novies",
  "decies",
];

function suffixed(number: string, suffix: number): string {
  return suffix < 2 ? number : `${number}${suffixWords[suffix] ?? `-${suffix}`}`;
}

/** `PP1`, `OP3(a)(ii)`, `OP1bis`; paragraphs of an annex as `annex1, paragraph 2`. */
export function positionName({ part, path, suffix, suffixes }: Position): string {
  const steps = path.map((number, i) => {
    const own = suffixes?.[i] ?? (i === path.length - 1 ? (suffix ?? 0) : 0);
    if (i === 0) return suffixed(String(number), own);
    return `(${suffixed(formatNumeral(i % 2 === 1 ? "lowerLetter" : "lowerRoman", number), own)})`;
  });
  const head = part === "preambular" ? "PP" : part === "operative" ? "OP" : `${part}, paragraph `;
  return head + steps.join("");
}

const frozen = new WeakMap<Resolution, Map<Id, Position>>();

/**
 * What something is called in a text in tracked form: by the number that is printed in the text before, new paragraphs by their place
 * (OP2bis), anything else as in `nameOf`.
 */
export function printedName(tracked: Resolution, id: Id): string {
  let numbers = frozen.get(tracked);
  if (!numbers) {
    numbers = frozenNumbers(tracked);
    frozen.set(tracked, numbers);
  }
  const position = numbers.get(id);
  return position ? positionName(position) : nameOf(rejectChanges(tracked), id);
}

const known = new WeakMap<Resolution, Map<Id, Position>>();

/** What something is called: a paragraph by its number in `r`, the title, anything else by its id. */
export function nameOf(r: Resolution, id: Id): string {
  if (id === "title") return "the title";
  let numbers = known.get(r);
  if (!numbers) {
    numbers = numberParagraphs(r);
    known.set(r, numbers);
  }
  const position = numbers.get(id);
  if (position) return positionName(position);
  const dot = id.lastIndexOf(".");
  const above = dot > 0 ? numbers.get(id.slice(0, dot)) : undefined;
  return above ? `${positionName(above)} (${id})` : id;
}
