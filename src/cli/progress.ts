/** A bar on the terminal for a run that takes a while; nothing at all elsewhere. */
import type { Progress } from "../build.ts";
import type { Io } from "./io.ts";

export interface ShownProgress {
  show: Progress;
  end(): void;
}

/** `silent`: something else is printed that a bar would spoil. The library is loaded only when a bar is shown. */
export async function showProgress(io: Io, silent: boolean): Promise<ShownProgress> {
  if (silent || !io.isTTY || !io.terminal) return { show: () => {}, end: () => {} };
  const { SingleBar } = (await import("cli-progress")).default;
  const bar = new SingleBar({
    format: "{bar} {value}/{total} {step}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
    stream: io.terminal,
  });
  let running = false;
  return {
    show(step, done, of) {
      if (!running) bar.start(of, done, { step });
      running = true;
      bar.setTotal(of);
      bar.update(done, { step });
    },
    end() {
      if (running) bar.stop();
    },
  };
}
