/** How the texts of a later stage stand in a language: as they stood at the first, but for those that amendments without words changed. */
import { ownSegments } from "../model/items.ts";
import type { Id, PartItem, Resolution } from "../model/resolution.ts";
import { answers, type History, type Translation } from "../model/translation.ts";
import { segments } from "../model/walk.ts";
import { hasChanges, rejectText } from "../text/changes.ts";
import { textHash } from "../text/hash.ts";
import type { Inline, InlineText } from "../text/inline.ts";
import type { SegmentState } from "./freshness.ts";

export interface StageTexts {
  /** The text of the first stage and of this one, in the original language. */
  first: Resolution;
  clean: Resolution;
  /** This stage against the first, in tracked form. */
  tracked: Resolution;
  /** Amendments that have no words in the language, or could not be put into its text. */
  wanting: readonly string[];
  /** Amendments whose words in the language answer other words of the original than those that it has now. */
  outdated?: readonly string[];
  /** Texts that an amendment gave as a whole, by id: the last one that did, and those that had a hand in the text after it. */
  given?: ReadonlyMap<Id, Given>;
}

export interface Given {
  by: string;
  after: readonly string[];
}

/** The state of every text of the stage. Texts that amendments brought in the language itself count as drafts. */
export function freshnessAtStage(
  { first, clean, tracked, wanting, outdated = [], given }: StageTexts,
  translation: Translation | undefined,
  history: History,
): SegmentState[] {
  const at = new Map(segments(first).map((s) => [s.id, textHash(s.text)]));
  const marked = new Map(segments(tracked).map((s) => [s.id, s.text]));
  const whole = wholeChanges(tracked);
  return segments(clean).map((segment): SegmentState => {
    const { id } = segment;
    const hash = textHash(segment.text);
    const own = translation && Object.hasOwn(translation.texts, id) ? translation.texts[id] : undefined;
    const text = marked.get(id);
    const anew = given?.get(id);
    // What was there before an amendment gave the whole text does not count any more.
    const hands = anew
      ? [anew.by, ...anew.after]
      : [...new Set([...changesIn(text ?? []), ...(whole.get(id) ?? [])])];
    const lacking = hands.filter((amendment) => wanting.includes(amendment));
    const older = hands.filter((amendment) => outdated.includes(amendment));
    const before = text && hasChanges(text) ? { before: rejectText(text) } : {};
    const firstHash = at.get(id);
    if (firstHash === undefined || anew) {
      if (lacking.length > 0)
        return own && firstHash !== undefined
          ? { segment, state: "stale", hash, translated: own, ...before, amendments: lacking }
          : { segment, state: "missing", hash, amendments: lacking };
      if (older.length > 0) return { segment, state: "stale", hash, outdated: older };
      return {
        segment,
        state: own && answers(id, own.source, hash, history) ? (own.state ?? "draft") : "draft",
        hash,
      };
    }
    if (!own) return { segment, state: "missing", hash };
    // A translation may have been made from the text as it is now.
    if (answers(id, own.source, hash, history))
      return { segment, state: own.state ?? "draft", hash, translated: own };
    if (lacking.length > 0)
      return { segment, state: "stale", hash, translated: own, ...before, amendments: lacking };
    if (older.length > 0)
      return { segment, state: "stale", hash, translated: own, ...before, outdated: older };
    if (!answers(id, own.source, firstHash, history)) {
      const made = Object.hasOwn(history.sources, own.source) ? history.sources[own.source] : undefined;
      return { segment, state: "stale", hash, translated: own, ...(made ? { before: made } : {}) };
    }
    return { segment, state: own.state ?? "draft", hash, translated: own };
  });
}

/** Amendments that changed something in a text. */
function changesIn(text: InlineText): string[] {
  return text.flatMap((node: Inline) => {
    const inner = "children" in node ? changesIn(node.children) : [];
    const tracked = node.kind === "ins" || node.kind === "del" ? node.change : undefined;
    return tracked === undefined ? inner : [tracked, ...inner];
  });
}

/** Amendments that put in a paragraph, heading or note as a whole, by the ids of its texts. */
function wholeChanges(r: Resolution): Map<Id, string[]> {
  const found = new Map<Id, string[]>();
  const add = (id: Id, marks: readonly string[]): void => {
    if (marks.length > 0) found.set(id, [...(found.get(id) ?? []), ...marks]);
  };
  const visit = (item: PartItem, around: readonly string[]): void => {
    const marks = item.mark?.kind === "ins" ? [...around, item.mark.change] : around;
    if (item.type !== "paragraph") {
      add(item.id, marks);
      return;
    }
    for (const { id, mark } of ownSegments(item))
      add(id, mark?.kind === "ins" ? [...marks, mark.change] : marks);
    for (const child of item.children) visit(child, marks);
  };
  for (const item of [...r.preambular, ...r.operative, ...r.annexes.flatMap((a) => a.items)]) visit(item, []);
  for (const note of r.notes) add(note.id, note.mark?.kind === "ins" ? [note.mark.change] : []);
  return found;
}
