/** Reads `templates/houses/<name>/house.yaml` into a house style; every fault with its line and column. */
import { isNode, LineCounter, type Node, parseDocument } from "yaml";
import * as z from "zod/mini";
import type { HouseStyle, Style } from "../document/house.ts";
import type { Checked, Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";

/** A house style is a page of data; anything longer is not one. */
const maxBytes = 1024 * 1024;

const positive = z.number().check(z.positive(), z.maximum(5000));
const measure = z.number().check(z.minimum(0), z.maximum(2000));
const signed = z.number().check(z.minimum(-2000), z.maximum(2000));
const name = z.string().check(z.minLength(1), z.maxLength(200));
const colour = z.string().check(z.regex(/^[0-9A-Fa-f]{6}$/, "six hex digits, such as 1F4E9E"));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD"));
const optional = z.optional;

const look = z.strictObject({
  bold: optional(z.boolean()),
  italic: optional(z.boolean()),
  underline: optional(z.enum(["single", "double", "dotted"])),
  strike: optional(z.boolean()),
  colour: optional(colour),
});
const emphasis = z.strictObject({ opening: look, title: look, plain: look });
const family = z.strictObject({
  word: name,
  name,
  files: z.strictObject({ regular: name, bold: name, italic: name, boldItalic: name }),
  scale: positive,
  leading: optional(positive),
  optional: optional(name),
});
const style = z.strictObject({
  word: name,
  basedOn: optional(name),
  size: optional(positive),
  bold: optional(z.boolean()),
  italic: optional(z.boolean()),
  colour: optional(colour),
  align: optional(z.enum(["start", "end", "center", "justify"])),
  lineHeight: optional(positive),
  before: optional(measure),
  after: optional(measure),
  indentStart: optional(measure),
  indentEnd: optional(measure),
  firstLine: optional(signed),
  label: optional(z.strictObject({ kind: z.enum(["hanging", "run-in"]), width: measure })),
  keepWithNext: optional(z.boolean()),
  keepTogether: optional(z.boolean()),
  balance: optional(z.boolean()),
  hyphenate: optional(z.boolean()),
  outline: optional(z.int().check(z.minimum(1), z.maximum(3))),
  rule: optional(measure),
});
const stageKinds = [
  "preliminary-draft",
  "revised-draft",
  "draft",
  "revised-draft-resolution",
  "committee-draft",
  "adopted",
];
const period = z.strictObject({
  name,
  from: day,
  to: optional(day),
  heading: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/, "the name of a file in headings/, without .hbs")),
  ordinals: z.enum(["superscript", "plain"]),
  dateRange: name,
  titleCapitals: z.boolean(),
  givenNames: z.enum(["full", "initials"]),
  enacting: optional(name),
  prepared: optional(z.boolean()),
  runningHeadPlace: optional(z.boolean()),
});
const schema = z.strictObject({
  page: z.strictObject({
    width: positive,
    height: positive,
    margins: z.strictObject({ top: measure, bottom: measure, start: measure, end: measure }),
    headerDistance: measure,
    footerDistance: measure,
  }),
  fonts: z.strictObject({ latin: family, cyrillic: family, arabic: family, han: family }),
  emphasis: z.strictObject({ latin: emphasis, cyrillic: emphasis, arabic: emphasis, han: emphasis }),
  changes: z.strictObject({ ins: look, del: look }),
  preambularNumbers: z.array(z.enum(stageKinds)),
  watermark: optional(z.array(z.enum(stageKinds))),
  styles: z.record(
    z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, "lower-case letters, digits and hyphens")),
    style,
  ),
  periods: z.array(period).check(z.minLength(1)),
});

/**
 * The house style `name`, or what is wrong with it: `house-unknown` when there is no such folder,
 * `house-syntax` for every fault in the file. Value is absent when there is an error.
 */
export function readHouse(world: World, houseName: string): Checked<HouseStyle> {
  const file = `templates/houses/${houseName}/house.yaml`;
  const bytes = /^[a-z0-9][a-z0-9-]{0,60}$/.test(houseName) ? world.read(file) : undefined;
  if (bytes === undefined) return { diagnostics: [unknownHouse(world, houseName)] };
  const text = decode(bytes);
  if (text === undefined) {
    const message = `${file} is not a UTF-8 text of at most 1 MB.`;
    return {
      diagnostics: [
        { code: "house-syntax", severity: "error", message, place: { file, line: 1, column: 1 } },
      ],
    };
  }
  return parseHouse(text, houseName, file);
}

/** The same from text; `file` is for the places of diagnostics. */
export function parseHouse(text: string, houseName: string, file: string): Checked<HouseStyle> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const fault = (message: string, place: Place, hint?: string): Diagnostic => ({
    code: "house-syntax",
    severity: "error",
    message,
    place,
    ...(hint === undefined ? {} : { hint }),
  });
  if (document.errors.length > 0) {
    return {
      diagnostics: document.errors.map((e) => fault(`The YAML cannot be read: ${e.message}`, at(e.pos[0]))),
    };
  }
  const find = (path: readonly PropertyKey[], key = false): Place => {
    const names = path.map((p) => (typeof p === "symbol" ? String(p) : p));
    const place = at(offsetOf(document.contents, names, key));
    return { ...place, path: names };
  };
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { diagnostics: [fault("The house style repeats itself too often through & and *.", at(0))] };
  }
  const parsed = z.safeParse(schema, data, { reportInput: true });
  if (!parsed.success) {
    return { diagnostics: parsed.error.issues.flatMap((issue) => explain(issue, find, fault)) };
  }
  const house: HouseStyle = { name: houseName, ...(parsed.data as Omit<HouseStyle, "name">) };
  const diagnostics = [...checkBases(house.styles, find, fault), ...checkPeriods(house, find, fault)];
  return diagnostics.length > 0 ? { diagnostics } : { value: house, diagnostics };
}

type Find = (path: readonly PropertyKey[], key?: boolean) => Place;
type Fault = (message: string, place: Place, hint?: string) => Diagnostic;

function explain(issue: z.core.$ZodIssue, find: Find, fault: Fault): Diagnostic[] {
  const field = issue.path.length === 0 ? "the house style" : `\`${issue.path.map(String).join(".")}\``;
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      const hint = near ? `Did you mean \`${near}\`?` : `Known here: ${known.join(", ")}.`;
      return fault(`There is no field \`${key}\` in ${field}.`, find([...issue.path, key], true), hint);
    });
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return [
      fault(`${field} is missing.`, find(issue.path.slice(0, -1), true), "Add it; see templates/README.md."),
    ];
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const got = typeof issue.input === "string" ? nearest(issue.input, values) : undefined;
    const hint = got ? `Did you mean \`${got}\`?` : `Possible: ${values.join(", ")}.`;
    return [fault(`${field} has a value that does not exist.`, find(issue.path), hint)];
  }
  if (issue.code === "invalid_key") {
    return [
      fault(
        `${field} is not a name for a style.`,
        find(issue.path, true),
        "Use lower-case letters, digits and hyphens.",
      ),
    ];
  }
  if (issue.code === "invalid_format") return [fault(`${field} must be ${issue.message}.`, find(issue.path))];
  if (issue.code === "too_small" || issue.code === "too_big") {
    return [
      fault(
        `${field} is ${issue.code === "too_small" ? "too small or too short" : "too large or too long"}.`,
        find(issue.path),
      ),
    ];
  }
  const wanted = issue.code === "invalid_type" ? (kinds[issue.expected] ?? issue.expected) : "something else";
  return [fault(`${field} must be ${wanted}.`, find(issue.path))];
}

const kinds: Record<string, string> = {
  number: "a number without a unit",
  int: "a whole number",
  string: "a text (use quotation marks around digits)",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

/** Field names that the schema knows at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  for (const step of path) {
    while (here instanceof z.ZodMiniOptional) here = here._zod.def.innerType;
    if (here instanceof z.ZodMiniObject) here = here._zod.def.shape[String(step)];
    else if (here instanceof z.ZodMiniRecord) here = here._zod.def.valueType;
    else if (here instanceof z.ZodMiniArray) here = here._zod.def.element;
  }
  while (here instanceof z.ZodMiniOptional) here = here._zod.def.innerType;
  return here instanceof z.ZodMiniObject ? Object.keys(here._zod.def.shape) : [];
}

function checkBases(styles: Record<string, Style>, find: Find, fault: Fault): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [key, value] of Object.entries(styles)) {
    if (value.basedOn === undefined) continue;
    if (!Object.hasOwn(styles, value.basedOn)) {
      const near = nearest(value.basedOn, Object.keys(styles));
      const hint = near ? `Did you mean \`${near}\`?` : `Styles: ${Object.keys(styles).join(", ")}.`;
      found.push(
        fault(
          `The style \`${key}\` is based on \`${value.basedOn}\`, which does not exist.`,
          find(["styles", key, "basedOn"]),
          hint,
        ),
      );
      continue;
    }
    const seen = new Set([key]);
    for (let base: string | undefined = value.basedOn; base !== undefined; base = styles[base]?.basedOn) {
      if (base === key) {
        found.push(
          fault(
            `The style \`${key}\` is based on itself.`,
            find(["styles", key, "basedOn"]),
            "Break the circle at one of its styles.",
          ),
        );
      }
      if (seen.has(base)) break;
      seen.add(base);
    }
  }
  return found;
}

function checkPeriods(house: HouseStyle, find: Find, fault: Fault): Diagnostic[] {
  const names = house.periods.map((p) => p.name);
  return house.periods.flatMap((p, i) => {
    if (names.indexOf(p.name) !== i)
      return [fault(`Two periods are called \`${p.name}\`.`, find(["periods", i, "name"]))];
    if (p.to !== undefined && p.to < p.from) {
      return [fault(`The period \`${p.name}\` ends before it begins.`, find(["periods", i, "to"]))];
    }
    return [];
  });
}

/** Offset of the node at a path, or of its key; where the path leaves the text, of the last node on the way. */
function offsetOf(root: unknown, path: readonly (string | number)[], key: boolean): number {
  let node = root;
  let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0;
  for (const [i, step] of path.entries()) {
    const pairs = (node as { items?: unknown[] } | undefined)?.items;
    if (!Array.isArray(pairs)) break;
    let next: unknown;
    let keyNode: unknown;
    if (typeof step === "number") next = pairs[step];
    else {
      const pair = pairs.find((p) => String((p as { key?: { value?: unknown } }).key?.value) === step) as
        | { key: Node; value: unknown }
        | undefined;
      next = pair?.value;
      keyNode = pair?.key;
    }
    const wanted = key && i === path.length - 1 && isNode(keyNode) ? keyNode : next;
    if (isNode(wanted)) offset = wanted.range?.[0] ?? offset;
    else if (isNode(keyNode)) offset = keyNode.range?.[0] ?? offset;
    if (next === undefined || next === null) break;
    node = next;
  }
  return offset;
}

function unknownHouse(world: World, houseName: string): Diagnostic {
  const houses = world.list("templates/houses").flatMap((n) => (n.endsWith("/") ? [n.slice(0, -1)] : []));
  const near = nearest(houseName, houses);
  const hint = near ? `Did you mean \`${near}\`?` : `House styles here: ${houses.join(", ") || "none"}.`;
  return {
    code: "house-unknown",
    severity: "error",
    message: `There is no house style \`${houseName.slice(0, 60)}\`.`,
    hint,
  };
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.length > maxBytes) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
