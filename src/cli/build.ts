/** `hemicycle build`: makes the documents, writes them all or none per work, and says what was made and what not. */
import { join, relative, resolve } from "node:path";
import { type BuildRequest, type BuiltWork, build } from "../making/build.ts";
import {
  type DocumentKind,
  type Format,
  type Manifest,
  parseManifest,
  printManifest,
} from "../making/manifest.ts";
import { mergeManifests, withoutLost } from "../making/manifest-history.ts";
import type { LeftOut } from "../making/plan.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import { isInside } from "./paths.ts";
import { showProgress } from "./progress.ts";
import { conclude, openProject, table } from "./report.ts";
import { namedWorks, noWorks } from "./works.ts";
import { openDisk } from "./world-disk.ts";
import { writeAll } from "./write.ts";

export interface BuildOptions extends CommonOptions {
  stage?: string;
  lang?: string[];
  format?: Format[];
  kind?: DocumentKind;
  from?: string;
  draft?: boolean;
  /** True: every fifth line. */
  lineNumbers?: number | true;
  renumberLines?: boolean;
  out: string;
  emit?: "view" | "markup" | "tree";
}

export async function buildWorks(io: Io, words: readonly string[], options: BuildOptions): Promise<number> {
  const world = openProject(io, options);
  const progress = await showProgress(io, options.json === true || options.emit !== undefined);
  const out = resolve(world.root, options.out);
  const request = { ...requestOf(words, options), ...issuedLines(io, out, options) };
  const built = await build(world, request, progress.show).finally(progress.end);
  const works = built.value?.works ?? [];
  const diagnostics = [...built.diagnostics];
  if (options.emit)
    return conclude(io, options, world, { command: "build", diagnostics, ...emitted(works, options.emit) });

  const written: BuiltWork[] = [];
  for (const work of works) {
    const faults = await writeWork(io, world.root, out, work);
    diagnostics.push(...faults);
    if (faults.length === 0) written.push(work);
  }
  const shown = (work: string, name: string): string =>
    relative(io.cwd, join(out, work, name)).replaceAll("\\", "/");
  const files = written.flatMap(({ work, manifest }) =>
    manifest.files.map((f) => ({ work, ...f, file: shown(work, f.name) })),
  );
  const leftOut = works.flatMap((work) => work.leftOut);
  const rows = files.map((f) => [
    f.work,
    f.language,
    f.format,
    f.pages === undefined ? "" : String(f.pages),
    f.file,
  ]);
  const text =
    rows.length > 0
      ? table([["work", "language", "format", "pages", "file"], ...rows])
      : diagnostics.length === 0 && leftOut.length === 0
        ? noWorks
        : "Nothing was made.\n";
  return conclude(io, options, world, {
    command: "build",
    diagnostics,
    data: { files, leftOut },
    text: text + listLeftOut(leftOut),
  });
}

function requestOf(words: readonly string[], options: BuildOptions): BuildRequest {
  const works = namedWorks(words);
  return {
    ...(works ? { works } : {}),
    ...(options.stage ? { stage: options.stage } : {}),
    ...(options.lang && !options.lang.includes("all") ? { languages: options.lang } : {}),
    ...(options.format ? { formats: options.format } : {}),
    ...(options.kind ? { kind: options.kind } : {}),
    ...(options.from ? { from: options.from } : {}),
    ...(options.draft ? { draft: true } : {}),
    ...(options.lineNumbers ? { lineNumbers: options.lineNumbers === true ? 5 : options.lineNumbers } : {}),
    onlyCompose: options.emit !== undefined,
  };
}

/** The records of line numbers that stand beside issued documents. */
function issuedLines(io: Io, out: string, options: BuildOptions): Pick<BuildRequest, "issuedLines"> {
  if (options.renumberLines) return {};
  return {
    issuedLines: (work, name) => {
      const bytes = openDisk(join(out, work), io.home).read(name);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}

/** Writes a work's files and its manifest, which keeps what was made before and is still there. */
async function writeWork(io: Io, project: string, out: string, work: BuiltWork): Promise<Diagnostic[]> {
  if (work.files.length === 0) return [];
  const manifest = mergeManifests(manifestIn(join(out, work.work), io), work.manifest, work.leftOut);
  const files = [
    ...work.files,
    { name: "manifest.json", bytes: new TextEncoder().encode(printManifest(manifest)) },
  ];
  const outputs = files.map(({ name, bytes }) => ({ path: `${work.work}/${name}`, bytes }));
  return writeAll(out, outputs, {
    ...(isInside(project, out) ? { within: project } : {}),
    ...(io.disk ? { disk: io.disk } : {}),
  });
}

function manifestIn(folder: string, io: Io): Manifest | undefined {
  const there = openDisk(folder, io.home);
  const bytes = there.read("manifest.json");
  const manifest = bytes && parseManifest(new TextDecoder().decode(bytes));
  const names = new Set(there.list(""));
  return manifest && withoutLost(manifest, (name) => names.has(name));
}

function listLeftOut(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return "";
  const rows = leftOut.map((l) => [`  ${l.work}`, l.language, l.format ?? "", l.reason]);
  return `Left out:\n${table(rows)}`;
}

/** A step on the way, as it is for one document, and as a JSON list for several. */
function emitted(
  works: readonly BuiltWork[],
  step: "view" | "markup" | "tree",
): { data: Record<string, unknown>; text: string } {
  const items = works.flatMap(({ work, compositions }) =>
    compositions.map(({ stage, language, composition }) => ({
      work,
      stage,
      language,
      value:
        step === "view" ? composition.view : step === "markup" ? composition.markup : composition.document,
    })),
  );
  const print = (value: unknown): string =>
    typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const text = items.map(({ value }) => `${print(value).trimEnd()}\n`).join("\n");
  return { data: { emit: step, items }, text };
}
