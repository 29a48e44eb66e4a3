/** How every command ends: findings and result as text for people or as one JSON document, and the exit code. */
import { resolve } from "node:path";
import { styleText } from "node:util";
import { type Diagnostic, hasErrors } from "../report/diagnostic.ts";
import { withHints } from "../report/hints.ts";
import {
  countDiagnostics,
  distinctDiagnostics,
  printDiagnostics,
  sortDiagnostics,
  type Tone,
} from "../report/print.ts";
import type { CommonOptions } from "./common-options.ts";
import { exit, type Io } from "./io.ts";
import { type DiskWorld, openDisk } from "./world-disk.ts";

export interface Outcome {
  command: string;
  diagnostics: readonly Diagnostic[];
  /** Fields of the JSON document. */
  data: Record<string, unknown>;
  /** What people read on standard output, with line feeds; the findings go to standard error. */
  text: string;
}

export function openProject(io: Io, options: CommonOptions): DiskWorld {
  return openDisk(resolve(io.cwd, options.project ?? "."), io.home);
}

/** Prints the outcome; a world's refusals stand in place of the "missing" that followed from them. */
export function conclude(
  io: Io,
  options: CommonOptions,
  world: DiskWorld | undefined,
  outcome: Outcome,
): number {
  const diagnostics = sortDiagnostics(withHints(withRefusals(world, outcome.diagnostics)));
  const ok = !hasErrors(diagnostics) && !diagnostics.some((d) => d.unmended);
  if (options.json) {
    const { command, data } = outcome;
    io.stdout.write(`${JSON.stringify({ ok, command, ...data, diagnostics }, null, 2)}\n`);
  } else {
    io.stderr.write(printDiagnostics(diagnostics, world ? { ...look(io), ...sources(io, world) } : look(io)));
    const counts = countDiagnostics(diagnostics);
    if (counts) io.stderr.write(`${counts}\n`);
    io.stdout.write(outcome.text);
    if (!ok && !hasErrors(diagnostics)) io.stderr.write(toMend(diagnostics));
  }
  return ok ? exit.done : exit.mend;
}

/** Places named in the last line. */
const mostNamed = 3;

/** The last line where nothing is an error and yet the command does not end well: which of the warnings stand in the way. */
function toMend(diagnostics: readonly Diagnostic[]): string {
  const places = diagnostics.flatMap(({ unmended, place, message }) =>
    unmended ? [place ? `${place.file}:${place.line}:${place.column}` : message] : [],
  );
  const rest = places.length - mostNamed;
  const more = rest > 0 ? ` and ${rest} more` : "";
  return `To be mended before this goes out: ${places.slice(0, mostNamed).join(", ")}${more}\n`;
}

/** The findings, without those that only follow from a file that the world would not read. */
export function withRefusals(world: DiskWorld | undefined, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const refused = world?.refused() ?? [];
  const files = new Set(refused.flatMap((d) => d.place?.file ?? []));
  const follows = ({ code, place, message }: Diagnostic): boolean =>
    absences.has(code) && (place ? files.has(place.file) : [...files].some((file) => message.includes(file)));
  const rest = diagnostics.filter((d) => !follows(d));
  return distinctDiagnostics([...refused, ...rest]);
}

const absences = new Set<string>(["file-missing", "work-unknown", "font-missing"]);

type Style = Parameters<typeof styleText>[0];
const styles: Record<Tone, Style> = {
  error: ["bold", "red"],
  warning: "yellow",
  info: "cyan",
  place: "bold",
  quiet: "dim",
};

function look(io: Io): { paint?: (tone: Tone, text: string) => string } {
  if (!(io.colour ?? io.isTTY)) return {};
  return {
    paint: (tone, text) => (text === "" ? "" : styleText(styles[tone], text, { validateStream: false })),
  };
}

function sources(io: Io, world: DiskWorld): { source?: (file: string) => string | undefined } {
  if (!io.isTTY) return {};
  return {
    source: (file) => {
      const bytes = world.read(file);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}

/** Columns side by side, two spaces apart; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number): number => Math.max(...rows.map((row) => [...(row[column] ?? "")].length));
  const widths = (rows[0] ?? []).map((_, column) => width(column));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - [...cell].length))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
