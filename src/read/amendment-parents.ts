/** Looks over what sub-amendments are to: an amendment that is there, of the same stage, and no sub-amendment itself. */
import type { Id } from "../model/resolution.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { type Entry, error } from "./amendment-entry.ts";

/**
 * Why a sub-amendment cannot be to what it names. A circle is one fault: it is found at the first amendment in it, and for the others
 * there is only the reason why they cannot be read. `byId` is in list order.
 */
export function parentFault(
  entry: Entry,
  to: Id,
  byId: ReadonlyMap<Id, Entry>,
): { finding: Diagnostic } | { problem: string } | undefined {
  const circle = circleFrom(entry, byId);
  const first = circle && [...byId.keys()].find((id) => circle.includes(id));
  if (circle && first !== entry.id)
    return { problem: `It stands in a circle of sub-amendments: ${rounded(circle)}.` };
  const finding = circle ? circular(entry, circle) : unfit(entry, to, byId);
  return finding && { finding };
}

function circular(entry: Entry, circle: readonly Id[]): Diagnostic {
  return error(
    "amendment-parent",
    circle.length === 1
      ? "The amendment is a sub-amendment to itself."
      : `The sub-amendments run in a circle: ${rounded(circle)}.`,
    entry.yaml.at(["to"]),
    "Take `to` out of the one that is an amendment of its own.",
  );
}

function rounded(circle: readonly Id[]): string {
  return [...circle, circle[0]].join(" to ");
}

function unfit(entry: Entry, to: Id, byId: ReadonlyMap<Id, Entry>): Diagnostic | undefined {
  const other = byId.get(to);
  const place = entry.yaml.at(["to"]);
  if (!other) {
    const near = nearest(
      to,
      [...byId.keys()].filter((id) => id !== entry.id),
    );
    return error(
      "amendment-parent",
      `There is no amendment \`${to}\`.`,
      place,
      near
        ? `Did you mean \`${near}\`?`
        : "Write the id of the amendment that this one speaks of after `to:`.",
    );
  }
  const unreadable = error(
    "amendment-parent",
    `\`${to}\` cannot be read, and so nobody can tell what this one speaks of.`,
    place,
    `Mend \`${to}\` first.`,
  );
  if (circleFrom(other, byId)) return unreadable;
  if (other.shape?.to !== undefined)
    return error(
      "amendment-parent",
      `\`${to}\` is a sub-amendment itself, and a sub-amendment cannot be amended.`,
      place,
      byId.has(other.shape.to)
        ? `Make it a sub-amendment to \`${other.shape.to}\`.`
        : `Mend \`${to}\` first: there is no \`${other.shape.to}\`.`,
    );
  if (other.list.stage !== entry.list.stage)
    return error(
      "amendment-parent",
      `\`${to}\` speaks of the stage \`${other.list.stage}\`, this list of \`${entry.list.stage}\`.`,
      place,
      `Put the sub-amendment into a list to the stage \`${other.list.stage}\`.`,
    );
  return other.read?.tabled ? undefined : unreadable;
}

/** The ids on the way from an entry back to itself. */
function circleFrom(entry: Entry, byId: ReadonlyMap<Id, Entry>): Id[] | undefined {
  const way: Id[] = [];
  let at: Entry | undefined = entry;
  while (at?.id !== undefined && !way.includes(at.id)) {
    way.push(at.id);
    const to: Id | undefined = at.shape?.to;
    at = to === undefined ? undefined : byId.get(to);
  }
  return at !== undefined && at.id === entry.id ? way : undefined;
}
