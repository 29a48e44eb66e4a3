/** `hemicycle amend <work> start`: a list to type amendments into, never over one that is there. */
import { join } from "node:path";
import { isFinal } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Desk } from "./desk.ts";
import { isThere } from "./paths.ts";
import { conclude } from "./report.ts";
import { starterList } from "./starter-list.ts";
import { writeAll } from "./write.ts";

/** For the stage named by `--stage`, else the last one that is not final: a final text is not amended. */
export async function startList({ io, options, world, name, work }: Desk): Promise<number> {
  const { stages, original, instrument } = work.resolution;
  const stage = options.stage ?? (stages.findLast((s) => !isFinal(s)) ?? stages.at(-1))?.id ?? "";
  const file = `resolutions/${name}/amendments/${stage}.yaml`;
  const finish = (diagnostics: Diagnostic[], text = ""): number =>
    conclude(io, options, world, {
      command: "amend",
      diagnostics,
      data: { work: name, action: "start", file },
      text,
    });
  const there = work.lists.find((list) => list.stage === stage)?.file;
  if (there !== undefined || isThere(join(world.root, file)))
    return finish([
      {
        code: "list-exists",
        severity: "error",
        message: `There is a list of amendments to \`${stage}\` already; it was left as it is.`,
        place: { file: there ?? file, line: 1, column: 1 },
        hint: "Type on in it, or name another stage with --stage.",
      },
    ]);
  const languages = [original, ...instrument.languages.filter((code) => code !== original)];
  const bytes = new TextEncoder().encode(starterList(name, stage, languages));
  const failed = await writeAll(world.root, [{ path: file, bytes }], {
    within: world.root,
    ...(io.disk ? { disk: io.disk } : {}),
  });
  return finish(
    failed,
    failed.length > 0
      ? ""
      : `${file} is ready for the amendments to ${stage}; when some are typed: hemicycle amend ${name} list\n`,
  );
}
