/** An ending that was written for a sub-paragraph in its place goes when, by a tracked change, something else comes to stand behind it. */
import { mapRows, mapSame, withChildren } from "./items.ts";
import type { ChangeMark, Id, Paragraph, PartItem, Resolution } from "./resolution.ts";

interface Standing {
  id: Id;
  mark?: ChangeMark;
}

/**
 * The text with the endings of sub-paragraphs that still hold after the changes of one amendment, or of all. What loses none is the
 * same object.
 */
export function withEndingsAfter(r: Resolution, change?: string): Resolution {
  const own = ({ mark }: Standing): boolean =>
    mark !== undefined && (change === undefined || mark.change === change);
  const visit = <T extends PartItem>(item: T): T => {
    const tail = item.type === "paragraph" && item.tail ? [item.tail] : [];
    return withChildren(item, (children) => {
      const row: Standing[] = [...children, ...tail];
      return mapSame(children, (child): Paragraph => {
        const rest = row.slice(row.indexOf(child) + 1);
        const now = visit(child);
        if (now.ending === undefined) return now;
        const before = rest.find((one) => !isPutIn(one));
        const after = rest.find((one) => (isPutIn(one) ? own(one) : !(isGone(one) && own(one))));
        const moved = child.mark?.kind === "move-to" && own(child);
        if (!moved && before?.id === after?.id) return now;
        const { ending: _, ...bare } = now;
        return bare;
      });
    });
  };
  return mapRows(r, (items) => mapSame(items, visit));
}

function isPutIn({ mark }: Standing): boolean {
  return mark?.kind === "ins" || mark?.kind === "move-to";
}

function isGone({ mark }: Standing): boolean {
  return mark?.kind === "del" || mark?.kind === "move-from";
}
