/** Applies one amendment to a text in tracked form, all of it or nothing. */
import type { Amendment } from "../model/amendment.ts";
import type { Absorbed, Refusal } from "../model/findings.ts";
import type { Resolution } from "../model/resolution.ts";

/** A text with the amendment in it, as tracked changes that name it. */
export interface Applied {
  value: Resolution;
  /** Words of other amendments that this one took out again. */
  absorbed: Absorbed[];
  /** `text-missing` where the words of the original stand in for those of this language. */
  notices: Refusal[];
}

export interface ApplyOptions {
  /** The text in another language after this very amendment, for words that it does not have in this one. */
  elsewhere?: (language: string) => Resolution | undefined;
}

/**
 * `r` may carry the tracked changes of other amendments of the same list; words are looked for in the text before those
 * (so amendments to different words do not disturb each other), then in the text as it reads now. The operation is taken as
 * it stands: what a decision or sub-amendments make of it, `effectiveOperation` says. The text is `r` itself on a refusal.
 */
export function applyAmendment(
  r: Resolution,
  a: Amendment,
  language: string,
  options: ApplyOptions = {},
): Applied | { refusal: Refusal } {
  throw new Error(`not built yet: ${r.work} ${a.id} ${language} ${Object.keys(options).join()}`);
}
