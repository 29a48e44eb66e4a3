/** Looks over the ids of all lists of a work: each is given once for good, to amendments and to what they put in. */
import type { Id, Resolution } from "../model/resolution.ts";
import { segments } from "../model/walk.ts";
import { idsOf } from "./amendment.ts";
import { type Entry, error } from "./amendment-entry.ts";

/** An id is given once for good, over all lists. */
export function claimIds(entries: readonly Entry[], resolution: Resolution): void {
  const texts = new Set(segments(resolution).map((s) => s.id));
  const first = new Map<Id, Entry>();
  for (const entry of entries) {
    const { id, yaml, shape } = entry;
    if (id === undefined) continue;
    const other = first.get(id);
    if (!other) {
      first.set(id, entry);
      if (texts.has(id))
        entry.diagnostics.push(
          error(
            "duplicate-id",
            `\`${id}\` is the id of a paragraph.`,
            yaml.at(["id"]),
            "Give the amendment an id of its own, such as am-001.",
          ),
        );
      continue;
    }
    const { file, line } = other.yaml.at(["id"]);
    const where = file === yaml.file ? `line ${line}` : `${file}, line ${line}`;
    const outcome = other.shape?.decision?.outcome;
    const gone = outcome === "withdrawn" || outcome === "rejected" ? ` It was ${outcome}, but` : "";
    entry.diagnostics.push(
      error(
        "duplicate-id",
        `This id is taken by the amendment in ${where}.${gone ? `${gone} an id is never used again.` : ""}`,
        yaml.at(["id"]),
        `Give this one an id of its own${shape ? `, such as ${free(id, entries)}` : ""}.`,
      ),
    );
  }
}

/** The next id of the same kind that nobody has: `am-007` after `am-003`, when there are six. */
function free(id: Id, entries: readonly Entry[]): Id {
  const taken = new Set(entries.map((entry) => entry.id));
  const [, stem = `${id}-`, digits = "1"] = /^(.*?)(\d+)$/.exec(id) ?? [];
  for (let n = Number(digits) + 1; ; n += 1) {
    const next = `${stem}${String(n).padStart(digits.length, "0")}`;
    if (!taken.has(next)) return next;
  }
}

/** Ids of new paragraphs are like all others: one thing each. */
export function checkNewIds(entries: readonly Entry[], resolution: Resolution): void {
  const owner = new Map<Id, string>(segments(resolution).map((s) => [s.id, "the text"]));
  for (const note of resolution.notes) owner.set(note.id, "the text");
  for (const { id } of entries) if (id !== undefined) owner.set(id, `the amendment \`${id}\``);
  for (const entry of entries) {
    const { tabled } = entry.read ?? {};
    if (!tabled) continue;
    const notes = new Set(Object.values(tabled.notes ?? {}).flatMap((byId) => Object.keys(byId)));
    for (const id of [...idsOf(tabled.operation), ...notes]) {
      const other = owner.get(id);
      owner.set(id, other ?? `\`${tabled.id}\``);
      if (other === undefined) continue;
      entry.diagnostics.push(
        error(
          "duplicate-id",
          `The id \`${id}\` of ${notes.has(id) ? "its footnote" : "its new paragraph"} is taken by ${other}.`,
          tabled.place,
          "Give another one; an id that is in use never changes.",
        ),
      );
    }
  }
}
