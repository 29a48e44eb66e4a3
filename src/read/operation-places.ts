/** Reads the paragraphs and places that an amendment names, for whoever reads its operation. */
import type { Operation, Placement, Spot, Target } from "../model/amendment.ts";
import type { Id } from "../model/resolution.ts";
import type { Code } from "../report/codes.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { AmendmentTexts } from "./amendment-texts.ts";
import { readSpot } from "./spot.ts";
import type { Path, YamlFile } from "./yaml.ts";

export const howToWrite = "Write PP1, OP3, OP3(a), title, or the id of a paragraph such as op03.";

/** The amendment that a sub-amendment speaks of, as far as that decides what it can do. */
export interface Parent {
  id: Id;
  operation: Operation<Spot>;
}

/** What an entry is read with. `note` keeps the place of a field under the name that findings will know it by. */
export interface Reading {
  /** Id of the amendment. */
  id: Id;
  yaml: YamlFile;
  texts: AmendmentTexts;
  diagnostics: Diagnostic[];
  note(name: string, path: Path, what?: "value" | "field"): void;
  parent?: Parent;
}

/** Reads places below `path`; what is wrong goes to the findings of the reading, and nothing is answered then. */
export class PlaceReader {
  protected readonly yaml: YamlFile;

  constructor(
    protected readonly path: Path,
    protected readonly reading: Reading,
  ) {
    this.yaml = reading.yaml;
  }

  protected place(
    shape: { after?: string | undefined; before?: string | undefined; at?: string | undefined },
    field: "add" | "move",
  ): Placement<Spot> | undefined {
    const given = (["after", "before", "at"] as const).filter((name) => shape[name] !== undefined);
    const [name, second] = given;
    if (name === undefined)
      return this.fault(
        "amendment-operation",
        "It is not said where the paragraph goes.",
        `Add after:, before: or at:; for example ${field}: { after: OP3${field === "add" ? ", text: …" : ""} }.`,
        [...this.path, field],
      );
    if (second !== undefined)
      return this.fault(
        "amendment-operation",
        `Both \`${name}\` and \`${second}\` are given; one place is meant.`,
        "Keep one of them.",
        [...this.path, field, second],
        "field",
      );
    this.note([field, name], [field, name]);
    // Findings about the place are told in this one name, however it is written.
    this.note([field, "place"], [field, name]);
    const written = shape[name] ?? "";
    if (name === "at") return this.edge(written, [field, name]);
    const spot = this.spot(written, [field, name]);
    return spot && { at: name, id: spot };
  }

  /** `start of preamble`, `end of OP3`. */
  protected edge(written: string, path: Path): Placement<Spot> | undefined {
    const plain = written.trim().toLowerCase().replace(/\s+/g, " ");
    const found = /^(start|beginning|top|end|bottom) of (?:the )?(.+)$/.exec(plain);
    const what = found?.[2] ?? "";
    const at = /^(?:end|bottom)/.test(plain) ? "end" : "start";
    if (/^(?:preamble|preambular part|preamble part)$/.test(what)) return { at, part: "preambular" };
    if (/^(?:operative|operative part|operative paragraphs|dispositif)$/.test(what))
      return { at, part: "operative" };
    const place = this.yaml.at([...this.path, ...path]);
    const inside = found
      ? readSpot(written.trim().replace(/^\S+\s+of\s+(?:the\s+)?/i, ""), place)
      : undefined;
    const places = [
      "start of preamble",
      "end of preamble",
      "start of operative part",
      "end of operative part",
    ];
    const near = nearest(plain, places);
    // A word could be an id; one that is nearly the name of a part is a slip.
    if (inside?.kind === "paragraph" && (inside.spot.number || near === undefined))
      return { at, within: inside.spot };
    return this.fault(
      "amendment-target",
      `“${written}” is no place in the text.`,
      `${near ? `Did you mean: ${near}? ` : ""}It can be ${places.join(", ")}, or end of OP3.`,
      [...this.path, ...path],
    );
  }

  protected spot(written: string, path: Path): Spot | undefined {
    this.note(path, path);
    const target = this.understand(written, path);
    if (target?.kind === "paragraph") return target.id;
    if (target)
      return this.fault(
        "amendment-target",
        "The title cannot be named here.",
        `${howToWrite.replace(" title,", "")} For the very beginning, write at: start of preamble.`,
        [...this.path, ...path],
      );
    return undefined;
  }

  protected understand(written: string, path: Path): Target<Spot> | undefined {
    const place: Place = this.yaml.at([...this.path, ...path]);
    const found = readSpot(written, place);
    if (found?.kind === "title") return { kind: "title" };
    if (found) return { kind: "paragraph", id: found.spot };
    return this.fault(
      "amendment-target",
      `“${written}” is not the number of a paragraph, and no id.`,
      howToWrite,
      [...this.path, ...path],
    );
  }

  protected note(name: Path, path: Path, what: "value" | "field" = "value"): void {
    this.reading.note([...this.path, ...name].join("."), [...this.path, ...path], what);
  }

  protected fault(
    code: Code,
    message: string,
    hint: string,
    path: Path,
    what: "value" | "field" = "value",
  ): undefined {
    this.reading.diagnostics.push({
      code,
      severity: "error",
      message,
      place: this.yaml.at(path, what),
      hint,
    });
    return undefined;
  }
}
