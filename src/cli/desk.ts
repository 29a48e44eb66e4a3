/** What every action of the amend command works with. */
import type { Amending } from "../making/amending.ts";
import type { Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import type { DiskWorld } from "./world-disk.ts";

export interface AmendOptions extends CommonOptions {
  stage?: string;
  body?: string;
  date?: string;
  by?: string;
  note?: string;
  order?: boolean;
}

/** A work with its amendments as a command needs it. */
export interface Desk {
  io: Io;
  options: AmendOptions;
  world: DiskWorld;
  /** Name of the work as it was given. */
  name: string;
  work: Work;
  amending: Amending;
  /** Of reading the lists and looking up their paragraphs. */
  diagnostics: Diagnostic[];
}
