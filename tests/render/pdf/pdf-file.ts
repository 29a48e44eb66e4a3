/** Reads an uncompressed PDF of ours back as objects (ISO 32000-1, 7.3): enough to look at structure, fonts and content. */

export type Value = null | boolean | number | string | Name | Ref | Value[] | Dictionary;
export class Name {
  constructor(readonly name: string) {}
}
export class Ref {
  constructor(readonly id: number) {}
}
export class Dictionary {
  readonly entries = new Map<string, Value>();
  stream?: string;
}

export class PdfFile {
  readonly objects = new Map<number, Value>();
  readonly trailer: Dictionary;

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString("latin1");
    for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
      const reader = new Reader(text, match.index + match[0].length);
      const value = reader.value();
      const stream = value instanceof Dictionary ? reader.stream(value) : undefined;
      if (value instanceof Dictionary && stream !== undefined) value.stream = stream;
      this.objects.set(Number(match[1]), value);
    }
    const trailer = new Reader(text, text.lastIndexOf("trailer") + "trailer".length).value();
    if (!(trailer instanceof Dictionary)) throw new Error("the file has no trailer");
    this.trailer = trailer;
  }

  /** What a value stands for: references are followed. */
  at(value: Value | undefined): Value | undefined {
    return value instanceof Ref ? this.objects.get(value.id) : value;
  }

  get(dictionary: Value | undefined, key: string): Value | undefined {
    const found = this.at(dictionary);
    return found instanceof Dictionary ? this.at(found.entries.get(key)) : undefined;
  }

  /** A number or text of a dictionary, names without their stroke. */
  plain(dictionary: Value | undefined, key: string): string | number | boolean | undefined {
    const found = this.get(dictionary, key);
    if (found instanceof Name) return found.name;
    return typeof found === "string" || typeof found === "number" || typeof found === "boolean"
      ? found
      : undefined;
  }

  list(dictionary: Value | undefined, key: string): Value[] {
    const found = this.get(dictionary, key);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
  }

  get catalog(): Value | undefined {
    return this.get(this.trailer, "Root");
  }

  /** Pages with the number of their object, in order. */
  pages(): { id: number; page: Dictionary; content: string }[] {
    return this.list(this.get(this.catalog, "Pages"), "Kids").flatMap((kid) => {
      const page = this.at(kid);
      if (!(kid instanceof Ref) || !(page instanceof Dictionary)) return [];
      const contents = this.at(page.entries.get("Contents"));
      const content = contents instanceof Dictionary ? (contents.stream ?? "") : "";
      return [{ id: kid.id, page, content }];
    });
  }
}

/** One pass over the text of a value. */
class Reader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(): Value {
    this.#space();
    const text = this.#text;
    if (text.startsWith("<<", this.#at)) return this.#dictionary();
    const char = text.charAt(this.#at);
    if (char === "[") return this.#array();
    if (char === "(") return this.#string();
    if (char === "<") return this.#hex();
    if (char === "/") {
      this.#at++;
      return new Name(this.#match(/[^\s/<>[\]()]*/y));
    }
    const ref = this.#match(/(\d+) 0 R\b/y);
    if (ref !== "") return new Ref(Number.parseInt(ref, 10));
    const word = this.#match(/[^\s/<>[\]()]+/y);
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    const number = Number(word);
    if (word === "" || Number.isNaN(number))
      throw new Error(`not a value: ${text.slice(this.#at, this.#at + 20)}`);
    return number;
  }

  stream(dictionary: Dictionary): string | undefined {
    this.#space();
    if (!this.#text.startsWith("stream\n", this.#at)) return undefined;
    const from = this.#at + "stream\n".length;
    const length = dictionary.entries.get("Length");
    if (typeof length !== "number") throw new Error("a stream without a length");
    return this.#text.slice(from, from + length);
  }

  #dictionary(): Dictionary {
    this.#at += 2;
    const made = new Dictionary();
    for (this.#space(); !this.#text.startsWith(">>", this.#at); this.#space()) {
      const key = this.value();
      if (!(key instanceof Name)) throw new Error("a key that is no name");
      if (made.entries.has(key.name)) throw new Error(`the key ${key.name} stands twice`);
      made.entries.set(key.name, this.value());
    }
    this.#at += 2;
    return made;
  }

  #array(): Value[] {
    this.#at++;
    const made: Value[] = [];
    for (this.#space(); this.#text.charAt(this.#at) !== "]"; this.#space()) made.push(this.value());
    this.#at++;
    return made;
  }

  #string(): string {
    let out = "";
    let depth = 0;
    do {
      let char = this.#text.charAt(this.#at++);
      if (char === "\\") {
        char = this.#text.charAt(this.#at++);
        out += { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[char] ?? char;
        continue;
      }
      if (char === "(" && depth++ === 0) continue;
      if (char === ")" && --depth === 0) break;
      out += char;
    } while (this.#at < this.#text.length);
    return decoded(out);
  }

  #hex(): string {
    const digits = this.#match(/<[0-9a-fA-F\s]*>/y).replace(/[<>\s]/g, "");
    return decoded(
      (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(""),
    );
  }

  #space(): void {
    this.#match(/(?:\s|%[^\n]*\n)*/y);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return "";
    this.#at = pattern.lastIndex;
    return found[0];
  }
}

/** Text strings begin with a mark when they are UTF-16. */
function decoded(bytes: string): string {
  if (!bytes.startsWith("\u00fe\u00ff")) return bytes;
  return Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le");
}
