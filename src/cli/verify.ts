/** `hemicycle verify`: compares finished files with the manifests beside them; makes and changes nothing. */
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Manifest, type ManifestFile, parseManifest } from "../making/manifest.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { sha256 } from "../text/sha256.ts";
import type { CommonOptions } from "./common-options.ts";
import { type Earlier, earlierLines } from "./earlier-files.ts";
import type { Io } from "./io.ts";
import { bytesOf, isFolder, locate, statOf } from "./paths.ts";
import { conclude } from "./report.ts";
import { sizeLimit } from "./world-disk.ts";

/** Bytes a finished document may have to be looked at. */
const documentLimit = 512 * 1024 * 1024;

/** `folder` holds a manifest, or folders that do. */
export async function verify(io: Io, folder: string, options: CommonOptions): Promise<number> {
  const root = resolve(io.cwd, options.project ?? ".", folder);
  const shown = (path: string): string => (relative(io.cwd, path) || ".").replaceAll("\\", "/");
  const below = isFolder(root) ? foldersIn(root) : [];
  const folders = below.filter(hasManifest);
  const diagnostics: Diagnostic[] = [];
  if (folders.length === 0) {
    diagnostics.push({
      code: "manifest-missing",
      severity: "error",
      message: `There is no manifest.json in "${shown(root)}" or in the folders directly below it.`,
      hint: "Name the folder that hemicycle build wrote to, such as out.",
    });
  }
  for (const one of folders.length > 0 ? below : []) {
    if (hasManifest(one) || !readdirSync(one).some((name) => /\.(?:pdf|docx)$/i.test(name))) continue;
    diagnostics.push({
      code: "manifest-missing",
      severity: "error",
      message: `There are documents in "${shown(one)}" but no manifest.json: nobody can tell whether they are as they were made.`,
      hint: "Build them again, or put them elsewhere when they are not of Hemicycle.",
    });
  }
  let right = 0;
  const earlier: Earlier[] = [];
  for (const one of folders) {
    const found = await compare(one, shown(one));
    diagnostics.push(...found.diagnostics);
    right += found.right;
    earlier.push(...found.earlier);
  }
  const text =
    folders.length > 0 ? `${right} ${right === 1 ? "file is" : "files are"} as the manifests say.\n` : "";
  return conclude(io, options, undefined, {
    command: "verify",
    diagnostics,
    data: { folders: folders.map(shown), right, earlier },
    text: text + earlierLines(earlier),
  });
}

/** The folder itself and those directly below it. */
function foldersIn(root: string): string[] {
  const below = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [root, ...below.map((entry) => join(root, entry.name)).sort()];
}

const hasManifest = (folder: string): boolean => statOf(join(folder, "manifest.json")) !== undefined;

interface Compared {
  right: number;
  /** Files that are as listed and were made before something changed. */
  earlier: Earlier[];
  diagnostics: Diagnostic[];
}

async function compare(folder: string, shown: string): Promise<Compared> {
  const file = `${shown}/manifest.json`;
  const manifest = readManifest(folder);
  if (!manifest) {
    const hint = "Build again to make a new one.";
    const message = `"${file}" is not a manifest that Hemicycle wrote, or it was changed since.`;
    return {
      right: 0,
      earlier: [],
      diagnostics: [
        { code: "manifest-mismatch", severity: "error", message, place: { file, line: 1, column: 1 }, hint },
      ],
    };
  }
  const diagnostics: Diagnostic[] = [];
  const say = (severity: "error" | "warning", name: string, fault: string, hint: string): void => {
    diagnostics.push({ code: "manifest-mismatch", severity, message: `"${shown}/${name}" ${fault}.`, hint });
  };
  const earlier: Earlier[] = [];
  const listed = new Set(["manifest.json"]);
  let right = 0;
  for (const { files, source } of [manifest, ...(manifest.earlier ?? [])]) {
    const isEarlier = files !== manifest.files;
    // Nobody can build a document again whose text is not there any more.
    const hint = isEarlier ? "Bring the file back." : "Build again, or bring the file back.";
    for (const entry of files) {
      listed.add(entry.name);
      const fault = faultOf(entry, folder) ?? (await redlineFault(entry, folder));
      if (fault) say("error", entry.name, fault, hint);
      else right++;
      if (isEarlier && !fault)
        earlier.push({ ...entry, work: manifest.work, source, sameText: source === manifest.source });
    }
  }
  for (const name of readdirSync(folder).sort()) {
    if (listed.has(name)) continue;
    const hint = "It may be left from an earlier build; remove it when it is not wanted.";
    say("warning", name, "is in the folder but not in the manifest", hint);
  }
  return { right, earlier, diagnostics };
}

/** What is wrong with a listed file, as the end of a sentence; nothing when it is as listed. */
function faultOf(entry: ManifestFile, folder: string): string | undefined {
  const found = entry.name.includes("/") ? { kind: "outside" as const } : locate(folder, entry.name);
  if (found.kind === "outside") return "leads out of the folder of its manifest";
  if (found.kind === "missing") return "is in the manifest but not in the folder";
  const stat = statOf(found.path);
  const changed = "is not the file that the manifest lists: it was changed after it was made";
  if (!stat?.isFile() || stat.size !== entry.bytes || stat.size > documentLimit) return changed;
  const bytes = bytesOf(found.path);
  if (!bytes) return "may not be read";
  return sha256(bytes) === entry.sha256 ? undefined : changed;
}

/** A redline in Word still has to give both texts, when all its changes are accepted and when all are rejected. */
async function redlineFault({ name, redline }: ManifestFile, folder: string): Promise<string | undefined> {
  const bytes = redline && bytesOf(join(folder, name));
  if (!redline || !bytes) return undefined;
  const { proofSums } = await import("../render/docx/proof.ts");
  const { accepted, rejected } = proofSums(bytes);
  if (accepted !== redline.accepted) return "does not give the new text when all its changes are accepted";
  return rejected === redline.rejected
    ? undefined
    : "does not give the old text when all its changes are rejected";
}

function readManifest(folder: string): Manifest | undefined {
  const found = locate(folder, "manifest.json");
  const stat = found.kind === "found" ? statOf(found.path) : undefined;
  if (found.kind !== "found" || !stat?.isFile() || stat.size > sizeLimit) return undefined;
  const bytes = bytesOf(found.path);
  return bytes && parseManifest(new TextDecoder().decode(bytes));
}
