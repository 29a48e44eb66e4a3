/** Finds lists that are copies of others in the same folder, so that this is said once and not of every amendment. */
import type { Id } from "../model/resolution.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Entry } from "./amendment-entry.ts";

/** Lists of the same stage in which most ids are the same; `files`: those whose entries are left out, one of each pair. */
export function findCopies(entries: readonly Entry[]): {
  files: ReadonlySet<string>;
  diagnostics: Diagnostic[];
} {
  const ids = new Map<string, { stage: string; ids: Set<Id> }>();
  for (const { id, list } of entries) {
    const own = ids.get(list.file) ?? { stage: list.stage, ids: new Set() };
    if (id !== undefined) own.ids.add(id);
    ids.set(list.file, own);
  }
  // The one that `amend start` makes, or else the one with the shorter name, is the original.
  const files = [...ids].sort(
    ([a, one], [b, other]) =>
      Number(isStarted(b, other.stage)) - Number(isStarted(a, one.stage)) || a.length - b.length,
  );
  const copies = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const [i, [file, own]] of files.entries()) {
    const original = files.slice(0, i).find(([other, { stage, ids: those }]) => {
      const shared = [...own.ids].filter((id) => those.has(id)).length;
      const least = Math.min(own.ids.size, those.size);
      return !copies.has(other) && stage === own.stage && shared > 1 && shared * 2 > least;
    });
    if (!original) continue;
    copies.add(file);
    const name = original[0].split("/").at(-1);
    diagnostics.push({
      code: "duplicate-id",
      severity: "error",
      message: `This list holds the same amendments as ${name}, under the same ids; only those in ${name} are read.`,
      place: { file, line: 1, column: 1 },
      hint: "Move the one of the two that is not wanted out of the folder; if this is the right one, put it in the other's place.",
    });
  }
  return { files: copies, diagnostics };
}

function isStarted(file: string, stage: string): boolean {
  return file.endsWith(`/${stage}.yaml`);
}
