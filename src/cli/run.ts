/** The command line as a function: words in, text and an exit code out; every fault that escapes ends here. */
import { CommanderError } from "commander";
import { exit, type Io } from "./io.ts";
import { describeProgram } from "./program.ts";

/** `argv` holds the words after the program's name. Answers one of the codes of `exit`; never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exit.done;
  try {
    const program = describeProgram(io, (end) => {
      code = end;
    });
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) {
      if (fault.exitCode === 0) return exit.done;
      if (argv.includes("--json")) writeJson(io, { ok: false, usage: fault.message, diagnostics: [] });
      return exit.usage;
    }
    return confess(fault, argv, io);
  }
}

function writeJson(io: Io, document: Record<string, unknown>): void {
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Says that the fault is ours, with what those who mend it need to know. */
function confess(fault: unknown, argv: readonly string[], io: Io): number {
  const message = fault instanceof Error ? fault.message : String(fault);
  if (argv.includes("--json")) writeJson(io, { ok: false, fault: message, diagnostics: [] });
  io.stderr.write(
    `Hemicycle made a mistake of its own: ${message}\n` +
      "Your files are unchanged. Please send this whole message, with the command you gave, to the people who look after Hemicycle.\n" +
      `${fault instanceof Error ? (fault.stack ?? "") : ""}\n`,
  );
  return exit.ours;
}
