/** A project folder that a test may spoil, and the command line on it with everything it said. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";
import { starter } from "../../src/cli/starter.ts";

/** The starting work with the author's own words in place of those that it comes with. */
export function filledIn(work: string): string {
  return starter(work)
    .replace("given: Given, family: Name", "given: Ada, family: Lovelace")
    .replace("title: Title of the resolution", "title: Water for all");
}

export const home = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

export interface Said {
  code: number;
  out: string;
  err: string;
}

export class Project {
  /** Absolute path of the folder. */
  readonly root = mkdtempSync(join(tmpdir(), "hemicycle-"));

  /** Copies files or folders of the repository to the same place. */
  copy(...paths: string[]): this {
    for (const path of paths) cpSync(join(home, path), this.path(path), { recursive: true });
    return this;
  }

  path(path: string): string {
    return join(this.root, path);
  }

  write(path: string, content: string | Uint8Array): this {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
    return this;
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  /** Replaces the first `from` in a file; a test that replaces nothing is wrong. */
  edit(path: string, from: string | RegExp, to: string): this {
    const before = this.read(path);
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`nothing to replace in ${path}`);
    return this.write(path, after);
  }

  /** Every file below the folder with its content, links not followed. */
  snapshot(): Record<string, string> {
    const files: Record<string, string> = {};
    for (const path of readdirSync(this.root, { recursive: true, encoding: "utf8" }).sort()) {
      if (existsSync(this.path(path)) && statSync(this.path(path)).isFile())
        files[path] = readFileSync(this.path(path), "latin1");
    }
    return files;
  }

  /** Gives a command as on a shell in the project's folder. */
  async run(words: string, more: Partial<Io> = {}): Promise<Said> {
    let out = "";
    let err = "";
    const write = (add: (text: string) => void) => ({
      write: (text: string) => {
        add(text);
        return true;
      },
    });
    const code = await run(words.split(" ").filter(Boolean), {
      stdout: write((text) => {
        out += text;
      }),
      stderr: write((text) => {
        err += text;
      }),
      cwd: this.root,
      home,
      isTTY: false,
      ...more,
    });
    return { code, out, err };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
