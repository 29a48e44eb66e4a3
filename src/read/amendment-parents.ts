/** Looks over what sub-amendments are to: an amendment that is there, of the same stage, and no sub-amendment itself. */
import type { Id } from "../model/resolution.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { type Entry, error } from "./amendment-entry.ts";

/** Why a sub-amendment cannot be to what it names. */
export function parentFault(
  entry: Entry,
  to: Id,
  other: Entry | undefined,
  byId: ReadonlyMap<Id, Entry>,
): Diagnostic | undefined {
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
  const circle = circleFrom(entry, byId);
  if (circle)
    return error(
      "amendment-parent",
      circle.length === 1
        ? "The amendment is a sub-amendment to itself."
        : `The sub-amendments run in a circle: ${[...circle, circle[0]].join(" to ")}.`,
      place,
      "Take `to` out of the one that is an amendment of its own.",
    );
  if (other.shape?.to !== undefined)
    return error(
      "amendment-parent",
      `\`${to}\` is a sub-amendment itself, and a sub-amendment cannot be amended.`,
      place,
      `Make it a sub-amendment to \`${other.shape.to}\`.`,
    );
  if (other.list.stage !== entry.list.stage)
    return error(
      "amendment-parent",
      `\`${to}\` speaks of the stage \`${other.list.stage}\`, this list of \`${entry.list.stage}\`.`,
      place,
      `Put the sub-amendment into a list to the stage \`${other.list.stage}\`.`,
    );
  if (!other.read?.tabled)
    return error(
      "amendment-parent",
      `\`${to}\` cannot be read, and so nobody can tell what this one speaks of.`,
      place,
      `Mend \`${to}\` first.`,
    );
  return undefined;
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
