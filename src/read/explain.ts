/** Says in plain words, with its place, what does not fit the shape of a file. */
import * as z from "zod/mini";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { noSuchDay } from "./days.ts";
import { rightForm } from "./right-form.ts";
import { fieldsAt, group, neededAt, open, type Schema, schemasAt, wantedAt } from "./schema-at.ts";
import { tags } from "./schema-fields.ts";
import type { Path, YamlFile } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

/** Checks the values of a file against a schema. The value is absent when anything does not fit; all of it is said. */
export function checkShape<T extends Schema>(
  schema: T,
  yaml: YamlFile,
): { value?: z.output<T>; diagnostics: Diagnostic[] } {
  const parsed = z.safeParse(schema, yaml.value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  const flat = parsed.error.issues.flatMap((issue) => settle(issue as Issue, []));
  return { diagnostics: flat.flatMap((issue) => explain(issue, schema, yaml)) };
}

/** Replaces a union's "none fits" by what is wrong with the variant that was most likely meant. */
function settle(issue: Issue, above: Path): Issue[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const ranked = issue.errors
      .map((errors, i) => ({ errors, cost: cost(errors), i }))
      .sort((a, b) => a.cost - b.cost || a.i - b.i);
    const best = ranked[0];
    // When no variant even has the right kind of value, the union itself is what should be said.
    if (best && best.cost < wrongKind) return best.errors.flatMap((error) => settle(error, path));
  }
  return [{ ...issue, path }];
}

const wrongKind = 1000;

/** How far a value is from a variant: a wrong kind of value, then fields that are not its own, then the rest. */
function cost(errors: readonly Issue[]): number {
  let sum = 0;
  for (const error of errors) {
    const whole = error.path.length === 0;
    if (whole && (error.code === "invalid_type" || error.code === "invalid_value")) sum += wrongKind;
    else if (whole && error.code === "unrecognized_keys") sum += 10 * error.keys.length;
    else if (error.code === "invalid_type" && error.input === undefined && error.path.length === 1) sum += 12;
    else sum += 1;
  }
  return sum;
}

/** How the value at a path is to be written. */
function formAt(schema: Schema, path: Path, input: unknown): string | undefined {
  const types = new Set<string>();
  let listsGroups = false;
  for (const candidate of schemasAt(schema, path)) {
    const def = candidate._zod.def as z.core.$ZodTypes["_zod"]["def"];
    types.add(def.type);
    if (def.type === "array") listsGroups ||= open(def.element).every((e) => e._zod.def.type === "object");
  }
  const name = path.at(-1);
  const wanted = { title: wantedAt(schema, path), types, fields: fieldsAt(schema, path), listsGroups };
  return rightForm(typeof name === "string" ? name : undefined, input, wanted);
}

/** `operative[3].children[0]` for people: `operative 4, children 1`. */
function nameOf(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? String(step + 1) : `, ${step}`))
    .join(" ")
    .replace(/^, /, "")
    .replaceAll(" ,", ",");
}

function kindOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of fields";
  return typeof value === "string"
    ? "text"
    : `the ${typeof value === "boolean" ? "value" : "number"} ${String(value)}`;
}

function explain(issue: Issue, schema: Schema, yaml: YamlFile): Diagnostic[] {
  const path = issue.path as Path;
  const name = path.at(-1);
  const field = typeof name === "string" ? `\`${name}\`` : path.length === 0 ? "the file" : "this entry";
  const subject = field.charAt(0).toUpperCase() + field.slice(1);
  const error = (
    code: Diagnostic["code"],
    message: string,
    hint?: string,
    at: "value" | "field" = "value",
  ): Diagnostic => ({
    code,
    severity: "error",
    message,
    place: yaml.at(path, at),
    ...(hint === undefined ? {} : { hint }),
  });

  if (issue.input === undefined && issue.code === "invalid_union") return [missing(path, schema, yaml)];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) => unknownField(unknown, path, schema, yaml));
    case "invalid_key":
      return [invalidId(String(name), yaml.at(path, "field"))];
    case "invalid_type":
      if (issue.input === undefined) return [missing(path, schema, yaml)];
      if (issue.input === null) {
        const hint = `${capital(wantedAt(schema, path))} belongs here.`;
        return [error("missing-field", `${subject} is empty.`, hint, "field")];
      }
      return [wrongType(issue.input, path, schema, yaml, error)];
    case "invalid_value": {
      const values = issue.values.map(String);
      const near = nearest(String(issue.input), values);
      const hint = `${near ? `Did you mean \`${near}\`? ` : ""}It is one of: ${values.join(", ")}.`;
      return [error("wrong-type", `${subject} cannot be ${shown(issue.input)}.`, hint)];
    }
    case "too_small":
    case "too_big":
      if (issue.message === tags.empty)
        return [error("missing-field", `${subject} is empty.`, "Put something in, or take the field out.")];
      return [
        error(
          "wrong-type",
          `${subject} cannot be ${shown(issue.input)}; it must be ${wantedAt(schema, path)}.`,
          boundsOf(issue),
        ),
      ];
    case "invalid_format":
      if (issue.message === tags.id) return [invalidId(String(issue.input), yaml.at(path))];
      return [
        error(
          "wrong-type",
          `${subject} must be ${wantedAt(schema, path)}, not ${shown(issue.input)}.`,
          formAt(schema, path, issue.input),
        ),
      ];
    case "custom": {
      const none = issue.message === tags.day ? noSuchDay(String(issue.input)) : undefined;
      if (!none) break;
      return [
        error(
          "wrong-type",
          `There is no such day as ${String(issue.input)}: ${none.why}.`,
          `Write the day that is meant; the last one of that month is ${none.last}.`,
        ),
      ];
    }
  }
  return [
    error(
      "wrong-type",
      `${subject} must be ${wantedAt(schema, path)}, not ${kindOf(issue.input)}.`,
      formAt(schema, path, issue.input),
    ),
  ];
}

/** How small or large something may be. */
function boundsOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  const units: Record<string, string> = { string: " characters", array: " entries" };
  return issue.origin in units ? `It has ${limit}${units[issue.origin]}.` : `It is ${limit}.`;
}

const shown = (value: unknown): string =>
  typeof value === "string" ? `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”` : kindOf(value);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function unknownField(unknown: string, path: Path, schema: Schema, yaml: YamlFile): Diagnostic {
  const known = fieldsAt(schema, path);
  const near = nearest(unknown, known);
  return {
    code: "unknown-field",
    severity: "error",
    message: `There is no field \`${unknown}\`${path.length > 0 ? ` in ${nameOf(path)}` : ""}.`,
    place: yaml.at([...path, unknown], "field"),
    hint: near ? `Did you mean \`${near}\`?` : `The fields here are: ${known.join(", ")}.`,
  };
}

function missing(path: Path, schema: Schema, yaml: YamlFile): Diagnostic {
  const around = path.slice(0, -1);
  const place = yaml.at(around, around.length > 0 ? "field" : "value");
  const where = around.length > 0 ? ` in ${nameOf(around)}` : "";
  const message = `The field \`${String(path.at(-1))}\` is missing${where}.`;
  const fields = wantedAt(schema, path) === group ? neededAt(schema, path) : [];
  return {
    code: "missing-field",
    severity: "error",
    message,
    place,
    hint: `Add \`${String(path.at(-1))}:\` with ${fields.length > 0 ? `its fields: ${fields.join(", ")}` : wantedAt(schema, path)}.`,
  };
}

function wrongType(
  input: unknown,
  path: Path,
  schema: Schema,
  yaml: YamlFile,
  error: (code: Diagnostic["code"], message: string, hint?: string) => Diagnostic,
): Diagnostic {
  const wanted = wantedAt(schema, path);
  const plain = yaml.plainSource(path);
  const name = path.at(-1);
  const field = typeof name === "string" ? `\`${name}\`` : "this entry";
  if (
    /\b(?:text|id)\b/.test(wanted) &&
    plain !== undefined &&
    (typeof input === "number" || typeof input === "boolean")
  ) {
    const read =
      String(input) === plain ? `a ${typeof input === "number" ? "number" : "yes/no value"}` : kindOf(input);
    return error(
      "unquoted-number",
      `${plain} has no quotation marks, so it was read as ${read}, not as text.`,
      `Write "${plain}".`,
    );
  }
  const message = `${capital(field)} must be ${wanted}, not ${kindOf(input)}.`;
  if (typeof input === "object" && /\btext\b/.test(wanted)) {
    return error(
      "wrong-type",
      message,
      "If this is a text with a colon or brackets in it, put it in quotation marks.",
    );
  }
  return error("wrong-type", message, formAt(schema, path, input));
}

function invalidId(id: string, place: Diagnostic["place"]): Diagnostic {
  return {
    code: "invalid-id",
    severity: "error",
    message: `${shown(id)} cannot be an id.`,
    ...(place ? { place } : {}),
    hint: `Ids have lower-case letters, digits, - and ., first a letter${suggestion(id)}.`,
  };
}

function suggestion(id: string): string {
  const mended = id
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return mended === "" ? "" : `, such as ${mended.slice(0, 80)}`;
}
