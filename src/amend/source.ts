/** What the amending verbs work on: the first text in every language, and all amendments of the work. */
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";

/** A work with its amendments. Plain enough to be made by hand in a test; results are kept as long as the object lives. */
export interface AmendedWork {
  /** The text of the first stage in the language of the work; its `stages` are those of the work. */
  resolution: Resolution;
  /** All amendments of all lists, in list order (lists in the order of their stages). Ids are unique. */
  amendments: readonly Amendment[];
  /** The text of the first stage in a language, or undefined when there is none. Called once a language. */
  text(language: string): Resolution | undefined;
}

/** The stage before, or undefined for the first. Throws when there is no stage of that id: callers check what users type. */
export function stageBefore(stages: readonly Stage[], id: string): Stage | undefined {
  return stages[indexOfStage(stages, id) - 1];
}

/** Place of a stage in the life of the text, from 0. Throws when there is none of that id. */
export function indexOfStage(stages: readonly Stage[], id: string): number {
  const at = stages.findIndex((stage) => stage.id === id);
  if (at < 0) throw new Error(`there is no stage ${id}`);
  return at;
}

/** Ids of paragraphs, headings and texts that an amendment puts in. */
export function newIds({ operation }: Amendment): readonly Id[] {
  return operation.kind === "add" || operation.kind === "split" ? operation.ids : [];
}

/** Amendments by id; of two with one id the first. */
export function byId(amendments: readonly Amendment[]): Map<AmendmentId, Amendment> {
  const found = new Map<AmendmentId, Amendment>();
  for (const amendment of amendments) if (!found.has(amendment.id)) found.set(amendment.id, amendment);
  return found;
}
