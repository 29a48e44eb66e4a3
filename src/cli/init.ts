/** `hemicycle init`: a new work with comments that guide through it. */

import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import { sourceOf, writeNewWork } from "./new-work.ts";
import { conclude, openProject } from "./report.ts";
import { starter } from "./starter.ts";

export async function init(io: Io, work: string, options: CommonOptions): Promise<number> {
  const world = openProject(io, options);
  const diagnostics = await writeNewWork(io, world.root, work, starter(work));
  const file = sourceOf(work);
  const text =
    diagnostics.length > 0
      ? ""
      : `${file} is ready to be filled in; then: hemicycle check ${work}, hemicycle build ${work}\n`;
  return conclude(io, options, world, { command: "init", diagnostics, data: { work, file }, text });
}
