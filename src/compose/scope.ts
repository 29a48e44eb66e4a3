/** Which fields a place in a template can see, and where a path of names leads. */
import { nearest } from "../report/nearest.ts";
import type { Field, Fields } from "./view-fields.ts";

/** The fields in reach: those here, and those around an `each` or `with`. */
export interface Scope {
  fields: Fields;
  around?: Scope;
  root: Fields;
  /** Inside an `each`: `@first`, `@last` and `@index` exist. */
  loop: boolean;
}

/** A field that was found; `fields` for groups, and for lists those of an entry. */
export interface Resolved {
  kind: Field["kind"];
  fields?: Fields;
}

/** Why a path leads nowhere. */
export interface Unresolved {
  message: string;
  hint: string;
}

const loopFields: Fields = {
  first: { kind: "flag", about: "" },
  last: { kind: "flag", about: "" },
  index: { kind: "number", about: "" },
};

/** The field that a path such as `session.ipu`, `../symbol` or `@root.title` leads to. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Resolved | Unresolved {
  let start: Scope | undefined = scope;
  for (let i = 0; i < path.depth; i++) start = start?.around;
  if (!start) {
    const hint = "Use fewer ../; in a partial, @root reaches the whole view.";
    return { message: `\`${path.original}\` leads out of everything.`, hint };
  }
  let fields: Fields = start.fields;
  let parts = [...path.parts];
  if (path.data) {
    const [first, ...rest] = parts;
    if (first === "root") {
      fields = scope.root;
      parts = rest;
    } else fields = scope.loop ? loopFields : {};
  }
  let field: Resolved = { kind: "group", fields };
  for (const [i, part] of parts.entries()) {
    const here: Fields = field.kind === "group" ? (field.fields ?? {}) : {};
    const next: Field | undefined = Object.hasOwn(here, part) ? here[part] : undefined;
    if (!next) return unknownField(path, i, here, scope);
    field = "fields" in next ? { kind: next.kind, fields: next.fields } : { kind: next.kind };
  }
  return field;
}

function unknownField(path: hbs.AST.PathExpression, index: number, here: Fields, scope: Scope): Unresolved {
  const part = path.parts[index] ?? "";
  const message = `The view has no field \`${path.original}\`.`;
  const elsewhere = index === 0 && !path.data ? whereElse(part, scope) : undefined;
  if (elsewhere) return { message, hint: `It is outside: write \`${elsewhere}\`.` };
  const names = Object.keys(here);
  const near = nearest(part, names);
  if (near) return { message, hint: `Did you mean \`${[...path.parts.slice(0, index), near].join(".")}\`?` };
  if (names.length === 0)
    return { message, hint: "There are no fields here; templates/README.md lists them all." };
  const known =
    names.length > 12 ? `${names.slice(0, 12).join(", ")} … (templates/README.md)` : names.join(", ");
  return { message, hint: `Fields here: ${known}.` };
}

function whereElse(part: string, scope: Scope): string | undefined {
  let up = "../";
  for (let around = scope.around; around; around = around.around, up += "../") {
    if (Object.hasOwn(around.fields, part)) return up + part;
  }
  return Object.hasOwn(scope.root, part) ? `@root.${part}` : undefined;
}
