/** What a decision comes to when sub-amendments were accepted with it. */
import type { Amendment } from "../model/amendment.ts";
import { isAccepted } from "./decided.ts";
import { subsOf } from "./sub.ts";

/**
 * Accepted with accepted sub-amendments in it is accepted as sub-amended, whether the record says so or not
 * (house-style 2.6).
 */
export function asDecided(a: Amendment, all: readonly Amendment[]): Amendment {
  if (a.decision.outcome !== "accepted" || !subsOf(a.id, all).some(isAccepted)) return a;
  return { ...a, decision: { ...a.decision, outcome: "accepted-as-amended" } };
}
