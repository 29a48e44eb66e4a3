/** Everything the command line needs of the process it runs in, so that a test can stand in for it. */
import type { Disk } from "./write.ts";

export interface Io {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  /** Absolute path of the folder the command was given in. */
  cwd: string;
  /** Absolute path of the installed package, whose templates, locales and schema serve where a project has none. */
  home: string;
  /** A person is watching: progress, excerpts. */
  isTTY: boolean;
  /** The terminal that a progress bar is drawn on. */
  terminal?: NodeJS.WriteStream;
  /** Colours; absent: as `isTTY`. */
  colour?: boolean;
  /** The writing half of the disk; absent: the real one. */
  disk?: Disk;
}

/** Exit codes of every command (they are part of the interface). */
export const exit = {
  /** Everything asked for was done. */
  done: 0,
  /** The author has something to mend. */
  mend: 1,
  /** The command was used wrongly. */
  usage: 2,
  /** A fault of ours. */
  ours: 70,
} as const;
