/** A part of a YAML file as if it were a file of its own, with the places of the whole. */
import type { Path, YamlFile } from "./yaml.ts";

/** The value at `path` of a file; paths given to it count from there. */
export function below(yaml: YamlFile, path: Path): YamlFile {
  let value: unknown = yaml.value;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) {
      value = undefined;
      break;
    }
    value = (value as Record<string | number, unknown>)[step];
  }
  return {
    file: yaml.file,
    value,
    at: (inner, what) => yaml.at([...path, ...inner], what),
    inText: (inner, offset) => yaml.inText([...path, ...inner], offset),
    plainSource: (inner) => yaml.plainSource([...path, ...inner]),
    lostWords: (inner) => yaml.lostWords([...path, ...inner]),
  };
}
