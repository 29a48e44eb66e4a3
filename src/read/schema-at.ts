/** Looks up in a schema what may stand at a path of a file: its fields, and what is wanted there in words. */
import * as z from "zod/mini";
import type { Path } from "./yaml.ts";

export type Schema = z.core.$ZodType;

/** The schemas that may stand at a path; several where variants share it. */
export function schemasAt(schema: Schema, path: Path): Schema[] {
  let now = open(schema);
  for (const step of path) {
    now = now.flatMap((candidate) => {
      const def = candidate._zod.def as z.core.$ZodTypes["_zod"]["def"];
      if (def.type === "object") {
        const field = def.shape[String(step)];
        return field ? open(field) : [];
      }
      if (def.type === "array") return open(def.element);
      if (def.type === "record") return open(def.valueType);
      return [];
    });
  }
  return now;
}

export function open(schema: Schema): Schema[] {
  const def = schema._zod.def as z.core.$ZodTypes["_zod"]["def"];
  if (def.type === "optional" || def.type === "nullable") return open(def.innerType);
  if (def.type === "lazy") return open(def.getter());
  if (def.type === "union") return def.options.flatMap((option) => open(option));
  return [schema];
}

export function fieldsAt(schema: Schema, path: Path): string[] {
  const fields = schemasAt(schema, path).flatMap((candidate) => {
    const def = candidate._zod.def as z.core.$ZodTypes["_zod"]["def"];
    return def.type === "object" ? Object.keys(def.shape) : [];
  });
  return [...new Set(fields)];
}

/** The fields that cannot be left out. */
export function neededAt(schema: Schema, path: Path): string[] {
  const optional = (field: Schema | undefined): boolean => field?._zod.def.type === "optional";
  return fieldsAt(schema, path).filter((name) =>
    schemasAt(schema, path).some((candidate) => {
      const def = candidate._zod.def as z.core.$ZodTypes["_zod"]["def"];
      return def.type === "object" && name in def.shape && !optional(def.shape[name]);
    }),
  );
}

/** What fields that hold fields are called, and what a key is. */
export const group = "a group of fields";
export const name = "a name in small letters, digits and hyphens";

/** What is wanted at a path, such as `a day such as 2009-12-18`. */
export function wantedAt(schema: Schema, path: Path): string {
  const own = titleAt(schema, path);
  if (own !== undefined) return named(own);
  const titles = schemasAt(schema, path).map((candidate) => {
    const title = z.globalRegistry.get(candidate)?.title;
    const { type } = candidate._zod.def;
    return title ?? (type === "object" || type === "record" ? group : type === "array" ? "a list" : "text");
  });
  return [...new Set(titles)].map(named).join(" or ");
}

/** Titles are those of the schema, which editors of programmers show; here they are in the words of an author. */
function named(title: string): string {
  if (title.startsWith("a key")) return name;
  return title === "fields" ? group : title;
}

/** What a choice of variants is called as a whole, where it has a name. */
function titleAt(schema: Schema, path: Path): string | undefined {
  const step = path.at(-1);
  const around = step === undefined ? [] : schemasAt(schema, path.slice(0, -1));
  const closed = around.flatMap((candidate) => {
    const def = candidate._zod.def as z.core.$ZodTypes["_zod"]["def"];
    if (def.type === "object") return def.shape[String(step)] ?? [];
    return def.type === "array" ? def.element : def.type === "record" ? def.valueType : [];
  });
  const titles = closed.map((field) => {
    const def = field._zod.def as z.core.$ZodTypes["_zod"]["def"];
    const inner = def.type === "optional" || def.type === "nullable" ? def.innerType : field;
    return z.globalRegistry.get(inner)?.title;
  });
  return titles.length > 0 && titles.every((title) => title === titles[0]) ? titles[0] : undefined;
}
