/** The door of the program: hands the process it runs in to the command line. */
import { run } from "./run.ts";

/** For those who load the program in place of starting it, such as the script that keeps compiled code. */
export { run };

/** `home` is the absolute path of the installed package. Sets the exit code of the process. */
export async function main(home: string): Promise<void> {
  const { stdout, stderr, env, argv } = process;
  for (const stream of [stdout, stderr]) stream.on("error", quietWhenClosed);
  const isTTY = stdout.isTTY === true && stderr.isTTY === true;
  const colour = isTTY && !env.NO_COLOR && env.TERM !== "dumb";
  const terminal = isTTY ? { terminal: stderr } : {};
  process.exitCode = await run(argv.slice(2), {
    stdout,
    stderr,
    cwd: process.cwd(),
    home,
    isTTY,
    colour,
    ...terminal,
  });
}

/** A reader that has read enough (`| head`) is no fault. */
function quietWhenClosed(fault: NodeJS.ErrnoException): void {
  if (fault.code !== "EPIPE") throw fault;
}
