/** `hemicycle translate`: what is to be translated, files for translators' tools and back, typos and second looks on record. */
import { resolve } from "node:path";
import { importUnits, type NewFile } from "../exchange/translating.ts";
import { translationStatus } from "../exchange/translation-status.ts";
import { recordFresh, recordSources, recordTypo } from "../exchange/vouching.ts";
import { type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { visible } from "../report/print.ts";
import { type Change, showChanges } from "../translate/status.ts";
import { exit, type Io } from "./io.ts";
import { bytesOf, statOf } from "./paths.ts";
import { conclude, openProject } from "./report.ts";
import { type Done, exportFile, type Job, shownPath, type TranslateOptions } from "./translate-export.ts";
import { statusText } from "./translate-status.ts";
import { namedWorks } from "./works.ts";
import { type DiskWorld, sizeLimit } from "./world-disk.ts";
import { writeAll } from "./write.ts";

export type TranslateVerb = "status" | "export" | "import" | "typo" | "fresh" | "record";

export async function translate(
  io: Io,
  word: string,
  verb: TranslateVerb,
  words: readonly string[],
  options: TranslateOptions,
): Promise<number> {
  const world = openProject(io, options);
  const work = namedWorks([word])?.[0] ?? word;
  const job = { io, world, work, words, options };
  const wrong = misuse(verb, words, options);
  const done = wrong ? { diagnostics: [wrong] } : await verbs[verb](job);
  const code = conclude(io, options, world, {
    command: `translate ${verb}`,
    diagnostics: done.diagnostics,
    data: { work, ...done.data },
    text: done.text ?? "",
  });
  return wrong ? exit.usage : code;
}

const verbs: Record<TranslateVerb, (job: Job) => Done | Promise<Done>> = {
  status: showStatus,
  export: exportFile,
  import: importFile,
  typo,
  fresh,
  record,
};

/** What a verb needs and was not given. */
function misuse(verb: TranslateVerb, words: readonly string[], o: TranslateOptions): Diagnostic | undefined {
  const need = (message: string, hint: string): Diagnostic => ({
    code: "missing-argument",
    severity: "error",
    message,
    hint,
  });
  const one = o.lang?.length === 1 && o.lang[0] !== "all";
  if ((verb === "export" || verb === "fresh") && !one)
    return need("It takes one language.", `Name it: hemicycle translate … ${verb} … --lang fr`);
  if (verb === "import" && o.lang !== undefined && !one)
    return need("A file holds one language.", "Name it alone, or leave --lang out.");
  if (verb === "import" && words.length !== 1)
    return need("It takes the file to be imported.", "Give one .xlf file, or a .docx of two languages.");
  if (verb === "typo" && words.length !== 1)
    return need("It takes the id of the corrected text.", "hemicycle translate … typo op03 --by … --date …");
  if (verb === "fresh" && words.length === 0)
    return need(
      "It takes the ids of the texts that were looked at.",
      "hemicycle translate … fresh op03 am-001 am-002:put1 --lang fr --by … --date …",
    );
  if ((verb === "typo" || verb === "fresh") && (o.by === undefined || o.date === undefined))
    return need("Somebody has to vouch for it.", 'Give a name and a day: --by "A. Editor" --date 2010-02-03');
  if (!["import", "typo", "fresh"].includes(verb) && words.length > 0)
    return need(
      `“${visible(words[0] ?? "")}” is a word too many.`,
      `hemicycle translate … ${verb} takes none.`,
    );
  return undefined;
}

function showStatus({ world, work, options }: Job): Done {
  const languages = options.lang?.includes("all") ? undefined : options.lang;
  const found = translationStatus(world, work, {
    ...(languages ? { languages } : {}),
    ...(options.stage === undefined ? {} : { stage: options.stage }),
  });
  if (!found.value) return { diagnostics: found.diagnostics };
  return { diagnostics: found.diagnostics, data: { ...found.value }, text: statusText(found.value) };
}

async function importFile({ io, world, work, words, options }: Job): Promise<Done> {
  const path = resolve(io.cwd, words[0] ?? "");
  const shown = shownPath(io, path);
  const bytes = readBytes(path, shown);
  if ("code" in bytes) return { diagnostics: [bytes] };
  const [language] = options.lang ?? [];
  const imported = importUnits(world, work, bytes, {
    file: shown,
    ...(language === undefined ? {} : { language }),
    ...(options.force ? { force: true } : {}),
  });
  if (!imported.value) return { diagnostics: imported.diagnostics };
  const { language: code, taken, files } = imported.value;
  const faults = await writeFiles(io, world, files);
  const diagnostics = [...imported.diagnostics, ...faults];
  if (faults.length > 0) return { diagnostics };
  const ids = Object.keys(taken.texts);
  const rows = [
    ["taken", ids],
    ["unchanged", taken.unchanged],
    ["still to be translated", taken.open],
    ["refused", taken.refused],
  ] as const;
  const text = rows
    .filter(([, list]) => list.length > 0)
    .map(
      ([what, list]) =>
        `  ${what}: ${list.length} (${list.slice(0, 8).map(visible).join(", ")}${list.length > 8 ? ", …" : ""})\n`,
    )
    .join("");
  const { unchanged, open, replaced, refused } = taken;
  return {
    diagnostics,
    data: { language: code, taken: ids, unchanged, open, replaced, refused, files: files.map((f) => f.path) },
    text: `${shown}, ${code}:\n${text === "" ? "  nothing\n" : text}`,
  };
}

async function typo({ io, world, work, words, options }: Job): Promise<Done> {
  const marked = recordTypo(
    world,
    work,
    words[0] ?? "",
    { by: options.by ?? "", date: options.date ?? "" },
    options.from,
  );
  if (!marked.value) return { diagnostics: marked.diagnostics };
  const { languages, changes, files } = marked.value;
  const faults = await writeFiles(io, world, files);
  if (faults.length > 0) return { diagnostics: [...marked.diagnostics, ...faults] };
  const text = `${words[0]}: fresh again in ${languages.join(", ")}\n${changesLine(changes)}`;
  return { diagnostics: marked.diagnostics, data: { text: words[0], languages, changes }, text };
}

function changesLine(changes: readonly Change[]): string {
  return changes.length === 0 ? "" : `  ${visible(showChanges(changes))}\n`;
}

async function fresh({ io, world, work, words, options }: Job): Promise<Done> {
  const language = options.lang?.[0] ?? "";
  const checked = { by: options.by ?? "", date: options.date ?? "" };
  const marked = recordFresh(world, work, language, words, checked);
  if (!marked.value) return { diagnostics: marked.diagnostics };
  const faults = await writeFiles(io, world, marked.value.files);
  const diagnostics = [...marked.diagnostics, ...faults];
  if (hasErrors(faults)) return { diagnostics };
  const ids = marked.value.fresh;
  return {
    diagnostics,
    data: { language, fresh: ids },
    text: ids.length > 0 ? `Fresh again in ${language}: ${ids.join(", ")}\n` : "",
  };
}

async function record({ io, world, work }: Job): Promise<Done> {
  const made = recordSources(world, work);
  if (!made.value) return { diagnostics: made.diagnostics };
  const { recorded, amendments, files } = made.value;
  const faults = await writeFiles(io, world, files);
  const diagnostics = [...made.diagnostics, ...faults];
  if (hasErrors(faults)) return { diagnostics };
  return {
    diagnostics,
    data: { recorded, amendments },
    text: `${recorded} ${recorded === 1 ? "text" : "texts"}${
      amendments > 0 ? ` and ${amendments} ${amendments === 1 ? "amendment" : "amendments"}` : ""
    } put on record.\n`,
  };
}

/** Writes files of the project, all or none. */
async function writeFiles(io: Io, world: DiskWorld, files: readonly NewFile[]): Promise<Diagnostic[]> {
  if (files.length === 0) return [];
  const outputs = files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  return writeAll(world.root, outputs, { within: world.root, ...(io.disk ? { disk: io.disk } : {}) });
}

function readBytes(path: string, shown: string): Uint8Array | Diagnostic {
  const fault = (code: "file-missing" | "file-too-large", message: string, hint: string): Diagnostic => ({
    code,
    severity: "error",
    message,
    place: { file: shown, line: 1, column: 1 },
    hint,
  });
  const stat = statOf(path);
  if (!stat?.isFile())
    return fault("file-missing", `There is no file "${shown}".`, "Check the spelling of the path.");
  if (stat.size > sizeLimit)
    return fault(
      "file-too-large",
      `"${shown}" is larger than ${sizeLimit / 1024 / 1024} MB.`,
      "Check that this is the file of one work.",
    );
  return (
    bytesOf(path) ?? fault("file-missing", `"${shown}" may not be read.`, "Have its permissions changed.")
  );
}
