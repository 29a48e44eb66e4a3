/** Amendments in the words of the terminal: what each is about, what it does, what became of it. */
import { nameOf } from "../amend/label.ts";
import { indexOf } from "../amend/locate.ts";
import type { Amendment, Decision, Operation, Placement } from "../model/amendment.ts";
import type { Rebased } from "../model/findings.ts";
import type { Party } from "../model/instrument.ts";
import type { Resolution } from "../model/resolution.ts";

/** The paragraph as printed in the stage whose text is given, and the operation. */
export function describe(
  { operation, parent }: Amendment,
  text: Resolution,
  /** What the new paragraph of an amendment is called, for those that speak of it. */
  proposed: (parent: string | undefined, id: string) => string | undefined = () => undefined,
): { on: string; does: string } {
  const name = (id: string): string => proposed(parent, id) ?? nameOf(text, id);
  const to = parent === undefined ? "" : ` (to ${parent})`;
  if (operation.kind === "add")
    return { on: placeName(operation.place, name), does: `new${count(operation, text)}${to}` };
  if (operation.kind === "retitle")
    return { on: "title", does: `${operation.changes ? "amend" : "retitle"}${to}` };
  const on = operation.target.kind === "title" ? "title" : name(operation.target.id);
  if (operation.kind === "move") return { on, does: `move ${placeName(operation.place, name)}${to}` };
  if (operation.kind === "merge")
    return { on, does: `merge with ${operation.others.map(name).join(", ")}${to}` };
  if (operation.kind === "split") return { on, does: `split in ${operation.ids.length + 1}${to}` };
  return { on, does: `${operation.kind}${to}` };
}

function count({ ids, place }: Extract<Operation, { kind: "add" }>, text: Resolution): string {
  const inList = "id" in place && indexOf(text).holders.has(place.id);
  if (ids.length === 1) return inList ? " item" : "";
  return `, ${ids.length} ${inList ? "items" : "paragraphs"}`;
}

function placeName(place: Placement, name: (id: string) => string): string {
  if ("part" in place) return `${place.at} of ${place.part === "preambular" ? "preamble" : "operative part"}`;
  return "within" in place ? `${place.at} of ${name(place.within)}` : `${place.at} ${name(place.id)}`;
}

/** `accepted, drafting-committee, 2010-03-30`; `withdrawn by Canada, 2010-03-29`. */
export function decisionWords(
  { outcome, body, date, by }: Pick<Decision, "outcome" | "body" | "date"> & { by?: readonly Party[] },
  name: (party: Party) => string,
): string {
  const who = by && by.length > 0 ? ` by ${by.map(name).join(", ")}` : "";
  return [`${outcome.replaceAll("-", " ")}${who}`, body, date].filter(Boolean).join(", ");
}

/** Every reason once; what another amendment stands in the way of in each of its languages, in the first. */
export function whyRefused({ refusals }: Pick<Rebased, "refusals">): string {
  const reasons = new Map<string, string>();
  for (const { code, by, message } of refusals) {
    const key = by === undefined ? message : `${code} ${by}`;
    if (!reasons.has(key)) reasons.set(key, message);
  }
  return [...reasons.values()].join(" ");
}
