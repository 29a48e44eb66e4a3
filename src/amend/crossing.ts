/** Paragraphs that an amendment takes from one part of the text into another, which is a slip more often than not. */
import type { Amendment, Placement } from "../model/amendment.ts";
import { numberParagraphs } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { nameOf } from "./label.ts";
import { indexOf } from "./locate.ts";
import type { AmendedWork } from "./source.ts";
import { cleanStage } from "./stages.ts";

/** One amendment that does so; `field` is where it says it. */
export interface Crossing {
  amendment: Amendment;
  field: string;
  message: string;
  hint: string;
}

/** Of amendments that are still of account: pending, or accepted. */
export function crossings(work: AmendedWork): Crossing[] {
  const { language } = work.resolution;
  return work.amendments.flatMap((a): Crossing[] => {
    const { outcome } = a.decision;
    if (outcome !== "pending" && outcome !== "accepted" && outcome !== "accepted-as-amended") return [];
    const text = cleanStage(work, a.base, language);
    return text ? crossing(a, text) : [];
  });
}

function crossing(amendment: Amendment, text: Resolution): Crossing[] {
  const op = amendment.operation;
  if (op.kind !== "move" && op.kind !== "merge") return [];
  if (op.target.kind === "title") return [];
  const { id } = op.target;
  const from = partOf(id, text);
  if (op.kind === "move") {
    const to = partOfPlace(op.place, text);
    if (from === undefined || to === undefined || from === to) return [];
    const meant = "at" in op.place && "id" in op.place ? twinOf(op.place.id, from, text) : undefined;
    return [
      {
        amendment,
        field: "move.place",
        message: `it moves ${nameOf(text, id)} out of ${partName(from)} into ${partName(to)}.`,
        hint: meant
          ? `If ${meant} is meant, write ${meant}; leave it if it is meant so.`
          : "Look at the place again; leave it if it is meant so.",
      },
    ];
  }
  return op.others.flatMap((other, i): Crossing[] => {
    const to = partOf(other, text);
    if (from === undefined || to === undefined || from === to) return [];
    const meant = twinOf(other, from, text);
    return [
      {
        amendment,
        field: `merge.with.${i}`,
        message: `it merges ${nameOf(text, id)} of ${partName(from)} with ${nameOf(text, other)} of ${partName(to)}.`,
        hint: meant
          ? `If ${meant} is meant, write ${meant}; leave it if it is meant so.`
          : "Look at the numbers again; leave it if it is meant so.",
      },
    ];
  });
}

function partOf(id: Id, text: Resolution): string | undefined {
  const { live, holders } = indexOf(text);
  return (live.get(id) ?? live.get(holders.get(id) ?? ""))?.part;
}

function partOfPlace(place: Placement, text: Resolution): string | undefined {
  if ("part" in place) return place.part;
  return partOf("within" in place ? place.within : place.id, text);
}

function partName(part: string): string {
  return part === "preambular" ? "the preamble" : part === "operative" ? "the operative part" : `\`${part}\``;
}

/** The paragraph of the same number in the part that was meant, as it is printed. */
function twinOf(id: Id, part: string, text: Resolution): string | undefined {
  const numbers = numberParagraphs(text);
  const path = numbers.get(id)?.path.join(".");
  for (const [twin, position] of numbers)
    if (position.part === part && position.path.join(".") === path) return nameOf(text, twin);
  return undefined;
}
