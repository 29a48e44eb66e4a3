/** `hemicycle translate … export`: files for translators' tools, none of them written over without being asked. */
import { dirname, relative, resolve } from "node:path";
import { type ExchangeFormat, exportUnits } from "../exchange/translating.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import { bytesOf, statOf } from "./paths.ts";
import type { DiskWorld } from "./world-disk.ts";
import { writeAll } from "./write.ts";

export interface TranslateOptions extends CommonOptions {
  lang?: string[];
  stage?: string;
  format?: ExchangeFormat;
  all?: boolean;
  withoutLists?: boolean;
  target?: "copy" | "empty";
  out?: string;
  force?: boolean;
  by?: string;
  date?: string;
  from?: string;
}

/** What a verb is given. */
export interface Job {
  io: Io;
  world: DiskWorld;
  work: string;
  words: readonly string[];
  options: TranslateOptions;
}

/** What a verb came to, before it is printed. */
export interface Done {
  diagnostics: Diagnostic[];
  data?: Record<string, unknown>;
  text?: string;
}

export async function exportFile({ io, world, work, options }: Job): Promise<Done> {
  const language = options.lang?.[0] ?? "";
  const format = options.format ?? "xliff12";
  const made = exportUnits(world, work, {
    language,
    format,
    ...(options.all ? { all: true } : {}),
    ...(options.withoutLists ? { withoutLists: true } : {}),
    ...(options.target ? { target: options.target } : {}),
  });
  if (!made.value) return { diagnostics: made.diagnostics };
  const { units, more } = made.value;
  const all = [...(units.length > 0 || more.length === 0 ? [made.value] : []), ...more];
  if (units.length + more.length === 0) {
    const nothing =
      format === "tmx"
        ? `No translation into ${language} is marked as final; --all takes the drafts too.\n`
        : `Nothing is stale or missing in ${language}; --all exports everything.\n`;
    return { diagnostics: made.diagnostics, data: { language, units }, text: nothing };
  }
  const end = format === "tmx" ? "tmx" : "xlf";
  const first = resolve(io.cwd, options.out ?? `${work}-${language}.${end}`);
  const files = all.map(({ original, units: own, text }) => {
    // What was written in another language is a file of its own, as translators' tools want it.
    const path = own === units ? first : first.replace(/(\.[^./\\]*)?$/, `-from-${original}$1`);
    return { path, own, bytes: new TextEncoder().encode(text) };
  });
  const taken = files.flatMap(({ path, bytes }): Diagnostic[] => {
    const there = statOf(path)?.isFile() ? bytesOf(path) : undefined;
    if (!there || options.force || Buffer.from(there).equals(bytes)) return [];
    return [
      {
        code: "file-exists",
        severity: "error",
        message: `There is a file ${shownPath(io, path)} already; it was left as it is.`,
        hint: "A translator may have worked on it: import it first. --force writes over it, --out names another file.",
      },
    ];
  });
  if (taken.length > 0) return { diagnostics: [...made.diagnostics, ...taken] };
  const folder = dirname(first);
  const outputs = files.map(({ path, bytes }) => ({ path: path.slice(folder.length + 1), bytes }));
  const faults = await writeAll(folder, outputs, io.disk ? { disk: io.disk } : {});
  const diagnostics = [...made.diagnostics, ...faults];
  if (faults.length > 0) return { diagnostics };
  const [main, ...others] = files.map(({ path, own }) => ({ file: shownPath(io, path), units: own }));
  return {
    diagnostics,
    data: { language, format, ...main, ...(others.length > 0 ? { more: others } : {}) },
    text: files
      .map(({ path, own }) => {
        const count = `${own.length} ${own.length === 1 ? "text" : "texts"}`;
        return `${shownPath(io, path)}: ${count} for ${language}\n`;
      })
      .join(""),
  };
}

export function shownPath(io: Io, path: string): string {
  return relative(io.cwd, path).replaceAll("\\", "/");
}
