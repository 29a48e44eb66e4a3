/** A bar on the terminal for a run that takes a while; nothing at all elsewhere. */
import type { Progress } from "../making/build.ts";
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
    format: "{bar} {count}{step}",
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
      // Before it is known how much there is to do, the bar is empty and has no count.
      const payload = { step, count: of > 0 ? `${done}/${of} ` : "" };
      if (!running) bar.start(of || 1, done, payload);
      running = true;
      bar.setTotal(of || 1);
      bar.update(done, payload);
    },
    end() {
      if (running) bar.stop();
    },
  };
}
