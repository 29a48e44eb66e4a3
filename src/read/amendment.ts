/** Reads one amendment of a list: who submits it, what it does, what became of it. */

import type { KnownNames } from "../language/known.ts";
import type { Decision, Operation, Spot, Tabled } from "../model/amendment.ts";
import type { MadeFrom } from "../model/amendment-texts.ts";
import type { Party } from "../model/instrument.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { isSame, Submitters } from "./amendment-submitters.ts";
import { AmendmentTexts, type TextAt } from "./amendment-texts.ts";
import { readOperation } from "./operation.ts";
import type { Parent } from "./operation-places.ts";
import type { AmendmentShape, MadeFromShape } from "./schema-amendments.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** What the head of a list says for all its amendments. */
export interface ListDefaults {
  stage: string;
  language: string;
  received?: string;
}

export interface ReadAmendment {
  /** As far as they are known. */
  submitters: Party[];
  /** Absent when there is something to mend without which it says nothing. */
  tabled?: Tabled;
  /** Languages of its texts, in the order of their use. */
  languages: string[];
  /** Its texts, for checks of what they call and point to. */
  texts: TextAt[];
  diagnostics: Diagnostic[];
}

/** `yaml` starts at the entry; `parent` is the amendment that `to` names. */
export function readAmendment(
  shape: AmendmentShape,
  yaml: YamlFile,
  list: ListDefaults,
  around: { resolution: Resolution; known: KnownNames; parent?: Parent },
): ReadAmendment {
  const reader = new AmendmentReader(yaml, shape.language ?? list.language, around.resolution, around.known);
  const tabled = reader.read(shape, list, around.parent);
  const { texts, diagnostics } = reader;
  return {
    ...(tabled ? { tabled } : {}),
    submitters: reader.submitters,
    languages: [...texts.languages],
    texts: texts.taken,
    diagnostics,
  };
}

class AmendmentReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly texts: AmendmentTexts;
  submitters: Party[] = [];
  private readonly people: Submitters;
  private readonly places: Record<string, Place> = {};

  constructor(
    private readonly yaml: YamlFile,
    private readonly language: string,
    resolution: Resolution,
    known: KnownNames,
  ) {
    this.people = new Submitters(yaml, resolution, known, this.diagnostics);
    this.texts = new AmendmentTexts(yaml, language, known.languages, this.diagnostics);
  }

  read(shape: AmendmentShape, list: ListDefaults, parent: Parent | undefined): Tabled | undefined {
    for (const field of Object.keys(shape)) this.note(field, [field]);
    const reading = {
      id: shape.id,
      yaml: this.yaml,
      texts: this.texts,
      diagnostics: this.diagnostics,
      note: (name: string, path: Path, what?: "value" | "field") => this.note(name, path, what),
      ...(parent ? { parent } : {}),
    };
    const operation = readOperation(shape, [], reading);
    const submitters = this.people.parties(shape.submitters, ["submitters"]);
    this.submitters = submitters;
    const notes = this.notes(shape.notes ?? {});
    const reason = shape.reason === undefined ? undefined : this.texts.remark(shape.reason, ["reason"]);
    const received = shape.received ?? list.received;
    if (received === undefined)
      this.fault(
        "missing-field",
        "It is not said when this was received.",
        "Add `received:` with the day, here or once at the head of the list.",
        [],
      );
    const result =
      shape.decision?.result &&
      readOperation(shape.decision.result, ["decision", "result"], {
        ...reading,
        // Without `on`, the result is about what the amendment itself is about.
        ...(operation ? { parent: { id: shape.id, operation } } : {}),
      });
    this.only(shape.only ?? [], operation);
    const decision = this.decision(shape, submitters, received, result);
    if (!operation || received === undefined || this.diagnostics.some((d) => d.severity === "error"))
      return undefined;
    return {
      id: shape.id,
      submitters,
      base: list.stage,
      original: this.language,
      received,
      operation,
      ...(shape.to === undefined ? {} : { parent: shape.to }),
      ...(shape.only === undefined ? {} : { only: shape.only }),
      ...(reason === undefined ? {} : { reason }),
      ...(Object.keys(notes).length === 0 ? {} : { notes }),
      ...(shape.sources === undefined ? {} : { sources: this.sources(shape.sources) }),
      decision,
      place: this.yaml.at(["id"]),
      places: this.places,
    };
  }

  private decision(
    { decision: shape }: AmendmentShape,
    submitters: Party[],
    received: string | undefined,
    result: Operation<Spot> | undefined,
  ): Omit<Decision, "result"> & { result?: Operation<Spot> } {
    if (!shape) return { outcome: "pending" };
    const { outcome, body, date, note } = shape;
    const at = (field: string): Path => ["decision", field];
    for (const field of Object.keys(shape)) this.note(`decision.${field}`, at(field));
    if (date !== undefined && received !== undefined && date < received)
      this.fault(
        "amendment-date",
        `It was decided on ${date}, before it was received on ${received}.`,
        "Mend the day that is wrong.",
        at("date"),
      );
    if (outcome === "pending" && date !== undefined)
      this.fault(
        "amendment-decision",
        "There is a day of decision, but the amendment is still pending.",
        "Say what was decided in `outcome`, or take the date out.",
        at("date"),
      );
    if (shape.result && outcome !== "accepted-as-amended")
      this.fault(
        "amendment-decision",
        `There is a result although the outcome is ${outcome}.`,
        "Write `outcome: accepted-as-amended`, or take `result` out.",
        at("result"),
        "field",
      );
    if (outcome === "withdrawn" && body !== undefined)
      this.fault(
        "amendment-decision",
        "It was withdrawn, so there was nothing left for a body to decide.",
        "Take `body` out; if the body has decided after all, write what it decided in `outcome`.",
        at("body"),
      );
    else if (body !== undefined) this.people.body(body, at("body"));
    const by = shape.by === undefined ? undefined : this.people.parties(shape.by, at("by"));
    if (outcome === "withdrawn" && by?.some((one) => !submitters.some((other) => isSame(one, other))))
      this.fault(
        "amendment-decision",
        "Only those who submitted an amendment withdraw it, and somebody else is named here.",
        "Look at `submitters` and `by`: one of the two is wrong.",
        at("by"),
      );
    return {
      outcome,
      ...(body === undefined ? {} : { body }),
      ...(date === undefined ? {} : { date }),
      // An amendment is withdrawn by those who submitted it, unless it is said who did.
      ...(by ? { by } : outcome === "withdrawn" ? { by: submitters } : {}),
      ...(result ? { result } : {}),
      ...(note === undefined ? {} : { note: this.texts.remark(note, at("note")) }),
    };
  }

  private only(languages: readonly string[], operation: Operation<Spot> | undefined): void {
    for (const [i, language] of languages.entries()) this.texts.knows(language, ["only", i]);
    if (languages.length === 0 || !operation || ["amend", "replace", "retitle"].includes(operation.kind))
      return;
    this.fault(
      "amendment-operation",
      "A paragraph cannot be put in, taken out or moved in some languages only.",
      "Take `only` out; the operation is made in every language.",
      ["only"],
      "field",
    );
  }

  /** From which texts those in other languages were made. */
  private sources(shape: NonNullable<AmendmentShape["sources"]>): Record<string, MadeFrom> {
    return Object.fromEntries(
      Object.entries(shape)
        .filter(([language]) => this.texts.knows(language, ["sources", language], "field"))
        .map(([language, made]) => [language, typeof made === "string" ? { source: made } : madeFrom(made)]),
    );
  }

  /** By language, then id. */
  private notes(shape: NonNullable<AmendmentShape["notes"]>): NonNullable<Tabled["notes"]> {
    const out: NonNullable<Tabled["notes"]> = {};
    for (const [id, texts] of Object.entries(shape)) {
      for (const [language, text] of Object.entries(this.texts.one(texts, ["notes", id]))) {
        const notes = out[language] ?? {};
        notes[id] = text;
        out[language] = notes;
      }
    }
    return out;
  }

  private note(name: string, path: Path, what?: "value" | "field"): void {
    this.places[name] = this.yaml.at(path, what);
  }

  private fault(
    code: Diagnostic["code"],
    message: string,
    hint: string,
    path: Path,
    what: "value" | "field" = "value",
  ): void {
    this.diagnostics.push({ code, severity: "error", message, place: this.yaml.at(path, what), hint });
  }
}

function madeFrom({ source, state, final = [], checked = [] }: Exclude<MadeFromShape, string>): MadeFrom {
  return {
    source,
    ...(state === "final" ? { final: true } : final.length > 0 ? { final } : {}),
    ...(checked.length > 0 ? { checked } : {}),
  };
}

/** The ids that an operation gives to new paragraphs. */
export function idsOf(operation: Operation<Spot>): readonly Id[] {
  return operation.kind === "add" || operation.kind === "split" ? operation.ids : [];
}
