/** What is said of a house style that is not there. */
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";

export function unknownHouse(world: World, houseName: string): Diagnostic {
  const houses = world.list("templates/houses").flatMap((n) => (n.endsWith("/") ? [n.slice(0, -1)] : []));
  const near = nearest(houseName, houses);
  const hint = near ? `Did you mean \`${near}\`?` : `House styles here: ${houses.join(", ") || "none"}.`;
  const message = `There is no house style \`${houseName.slice(0, 60)}\`.`;
  return { code: "house-unknown", severity: "error", message, hint };
}
