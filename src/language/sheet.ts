/** One JSON file of a locale: typed reading of its values, with a place for everything that is missing or of the wrong kind. */
import type { Code } from "../report/codes.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import type { World } from "../world.ts";
import { type JsonPlaces, jsonPlaces, placeAt } from "./json-places.ts";

/** A text, or what it was called until when: the last entry has no `until` (inclusive, `YYYY-MM-DD`). */
export type Dated = string | { until?: string; text: string; of?: string }[];

const maxBytes = 1024 * 1024;
const decoder = new TextDecoder("utf-8", { fatal: true });

export class Sheet {
  private places: JsonPlaces | undefined;

  private constructor(
    /** File name without `.json`. */
    readonly name: string,
    readonly file: string,
    readonly source: string,
    readonly data: Record<string, unknown>,
    readonly diagnostics: Diagnostic[],
  ) {}

  /** Reads a file of a locale; what is wrong with it goes to `diagnostics`, and an unreadable file reads as empty. */
  static read(world: World, folder: string, name: string, diagnostics: Diagnostic[]): Sheet {
    const file = `${folder}/${name}.json`;
    const none = (code: Code, message: string, hint: string, at?: { line: number; column: number }) => {
      diagnostics.push({
        code,
        severity: "error",
        message,
        place: { file, line: 1, column: 1, ...at },
        hint,
      });
      return new Sheet(name, file, "", {}, []);
    };
    const bytes = world.read(file);
    if (!bytes)
      return none(
        "file-missing",
        `The language file ${file} is not there.`,
        `Copy locales/en/${name}.json and translate it.`,
      );
    if (bytes.length > maxBytes)
      return none(
        "file-too-large",
        `The language file ${file} is larger than 1 MB.`,
        "Split it, or remove what does not belong in it.",
      );
    let source: string;
    try {
      source = decoder.decode(bytes);
    } catch {
      return none("file-encoding", `The language file ${file} is not UTF-8 text.`, "Save it again as UTF-8.");
    }
    try {
      const data: unknown = JSON.parse(source);
      if (isRecord(data)) return new Sheet(name, file, source, data, diagnostics);
      return none("locale-syntax", `${file} does not start with {.`, "A language file is one object { … }.");
    } catch {
      const fault = jsonPlaces(source).fault ?? { offset: 0, message: "This is not JSON." };
      return none(
        "locale-syntax",
        fault.message,
        "Mend the line and run the check again.",
        placeAt(source, fault.offset),
      );
    }
  }

  /** The value at a path (`a.b`), or undefined. */
  get(path: string): unknown {
    let here: unknown = this.data;
    for (const step of path.split(".")) {
      if (Array.isArray(here)) here = here[Number(step)];
      else if (isRecord(here) && Object.hasOwn(here, step)) here = here[step];
      else return undefined;
    }
    return here;
  }

  text(path: string): string {
    const value = this.get(path);
    return typeof value === "string" ? value : this.bad(path, value, "a text between quotation marks", "");
  }

  texts(path: string): string[] {
    const value = this.get(path);
    return isTexts(value) ? value : this.bad(path, value, "a list of texts", []);
  }

  /** Texts by key. */
  map(path: string): Record<string, string> {
    const value = this.get(path);
    return isMap(value) ? value : this.bad(path, value, "texts by key", {});
  }

  dated(path: string): Dated {
    const value = this.get(path);
    return isDated(value) ? value : this.bad(path, value, 'a text or a list of { "until", "text" }', "");
  }

  /** Any entries by key, unchecked below. */
  record(path: string): Record<string, unknown> {
    const value = this.get(path);
    return isRecord(value) ? value : this.bad(path, value, "entries by key", {});
  }

  /** Says that a value is missing or wrong, and gives the stand-in. */
  bad<T>(path: string, value: unknown, wanted: string, standIn: T): T {
    if (this.source === "") return standIn;
    if (value === undefined) this.missing(path);
    else this.say("locale-syntax", "error", path, `"${path}" should be ${wanted}.`, "See locales/README.md.");
    return standIn;
  }

  missing(path: string, english?: string): void {
    this.say(
      "locale-key-missing",
      "error",
      path,
      `${this.file} lacks "${path}".`,
      english === undefined
        ? "Add it; locales/README.md says what it means."
        : `Add it here; in English it is: ${english}`,
    );
  }

  say(code: Code, severity: Diagnostic["severity"], path: string, message: string, hint: string): void {
    this.diagnostics.push({ code, severity, message, place: this.place(path), hint });
  }

  /** Where a path stands; for one that is not there, the nearest thing around it that is. */
  place(path: string): Place {
    this.places ??= jsonPlaces(this.source);
    const steps = path.split(".");
    for (let n = steps.length; n > 0; n--) {
      const offset = this.places.offsets.get(steps.slice(0, n).join("."));
      if (offset !== undefined) return { file: this.file, ...placeAt(this.source, offset), path: steps };
    }
    return { file: this.file, line: 1, column: 1, path: steps };
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((v) => typeof v === "string");
}

export function isMap(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((v) => typeof v === "string");
}

export function isDated(value: unknown): value is Dated {
  if (typeof value === "string") return true;
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every(
    (v: unknown, i) =>
      isRecord(v) &&
      typeof v.text === "string" &&
      (i === value.length - 1 ? v.until === undefined : isDay(v.until)),
  );
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** The entry that holds on a day; without a day, the last one. */
export function onDay<T extends { until?: string }>(
  entries: readonly T[],
  day: string | undefined,
): T | undefined {
  if (day !== undefined)
    for (const entry of entries) if (entry.until === undefined || day <= entry.until) return entry;
  return entries.at(-1);
}

/** The text that holds on a day. */
export function datedText(value: Dated, day?: string): string {
  return typeof value === "string" ? value : (onDay(value, day)?.text ?? "");
}
