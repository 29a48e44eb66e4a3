/** Finds where in a JSON text things stand, and what is wrong with one that cannot be read; only used when there is something to say. */

/** The text up to `at`, with what was found wrong in words. */
export interface JsonFault {
  offset: number;
  message: string;
}

/** Offsets of the keys of a JSON text by path (`a.b.0`), and the first fault, if any. */
export interface JsonPlaces {
  offsets: Map<string, number>;
  fault?: JsonFault;
}

const maxDepth = 64;

class Scanner {
  readonly offsets = new Map<string, number>();
  private at = 0;

  constructor(private readonly source: string) {}

  run(): JsonFault | undefined {
    try {
      this.value("", 0);
      this.space();
      if (this.at < this.source.length) this.fail("There is something after the end of the data.");
    } catch (fault) {
      if (fault instanceof Fault) return { offset: fault.offset, message: fault.message };
      throw fault;
    }
    return undefined;
  }

  private fail(message: string, offset = this.at): never {
    throw new Fault(message, offset);
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.source.charAt(this.at))) this.at++;
  }

  private value(path: string, depth: number): void {
    if (depth > maxDepth) this.fail("The data is nested too deep.");
    this.space();
    const sign = this.source.charAt(this.at);
    if (sign === "{") this.list(path, depth, "}");
    else if (sign === "[") this.list(path, depth, "]");
    else if (sign === '"') this.text();
    else if (sign === "'" || sign === "“") this.fail("Texts stand between straight double quotation marks.");
    else if (sign === "") this.fail("The file ends too early; a bracket is not closed.");
    else {
      const word = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(
        this.source.slice(this.at, this.at + 40),
      );
      if (!word) this.fail(`${sign} cannot stand here; a text, { or [ was expected.`);
      this.at += word[0].length;
    }
  }

  private list(path: string, depth: number, close: "}" | "]"): void {
    const opened = this.at++;
    for (let count = 0; ; count++) {
      this.space();
      if (this.source.charAt(this.at) === close) {
        if (count > 0) this.fail("There is a comma after the last entry; remove it.");
        break;
      }
      const start = this.at;
      let name = String(count);
      if (close === "}") {
        if (this.source.charAt(this.at) !== '"')
          this.fail(
            this.at >= this.source.length
              ? `The { of line ${lineOf(this.source, opened)} is not closed.`
              : "A key between straight double quotation marks was expected.",
          );
        name = this.text();
        this.space();
        if (this.source.charAt(this.at) !== ":") this.fail(`A colon is missing after "${name}".`);
        this.at++;
      }
      const inner = path === "" ? name : `${path}.${name}`;
      if (close === "}" && this.offsets.has(inner)) this.fail(`The key "${name}" stands here twice.`, start);
      this.offsets.set(inner, start);
      this.value(inner, depth + 1);
      this.space();
      const next = this.source.charAt(this.at);
      if (next === ",") this.at++;
      else if (next === close) break;
      else if (next === "")
        this.fail(`The ${close === "}" ? "{" : "["} of line ${lineOf(this.source, opened)} is not closed.`);
      else this.fail("A comma is missing before this.");
    }
    this.at++;
  }

  private text(): string {
    const start = this.at++;
    while (true) {
      const sign = this.source.charAt(this.at);
      if (sign === '"') break;
      if (sign === "" || sign === "\n")
        this.fail('A quotation mark " is missing at the end of this text.', start);
      if (sign < " ") this.fail("A tab or control character stands in a text; write \\t or remove it.");
      if (
        sign === "\\" &&
        !/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(this.source.slice(this.at, this.at + 6))
      )
        this.fail("A single backslash stands here; write two: \\\\.");
      this.at += sign === "\\" ? 2 : 1;
    }
    this.at++;
    const text: unknown = JSON.parse(this.source.slice(start, this.at));
    return String(text);
  }
}

class Fault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

function lineOf(source: string, offset: number): number {
  return placeAt(source, offset).line;
}

/** Line and column, both from 1, of an offset in UTF-16 units. */
export function placeAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - start + 1 };
}

/** Scans a JSON text once. Total: faults are returned. */
export function jsonPlaces(source: string): JsonPlaces {
  const scanner = new Scanner(source);
  const fault = scanner.run();
  return { offsets: scanner.offsets, ...(fault ? { fault } : {}) };
}
