/** Reads `history.yaml` of a work: earlier texts of the original that translations were made from, and corrections of typos. */
import { type History, noHistory } from "../model/translation.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import type { World } from "../world.ts";
import { checkShape } from "./explain.ts";
import { historySchema } from "./schema.ts";
import { readSource } from "./source.ts";
import { takeText, takeWords } from "./text.ts";
import { parseYaml } from "./yaml.ts";

/** The history of a work; an empty one when there is none. */
export function readHistory(world: World, work: string): Checked<History> {
  const file = `resolutions/${work}/history.yaml`;
  const source = readSource(world, file);
  if (source.value === undefined) return { value: noHistory, diagnostics: source.diagnostics };
  return parseHistory(source.value, file);
}

/** The same from text; `file` is for the places of diagnostics. */
export function parseHistory(source: string, file: string): Checked<History> {
  const { yaml, diagnostics } = parseYaml(source, file);
  if (yaml.value === undefined) return { value: noHistory, diagnostics };
  const shape = checkShape(historySchema, yaml);
  diagnostics.push(...shape.diagnostics);
  if (!shape.value) return { value: noHistory, diagnostics };
  // Earlier texts may point to what is not there any more; only their marks and letters are looked at.
  const found: Diagnostic[] = [];
  const sources: Record<string, InlineText> = {};
  for (const [hash, text] of Object.entries(shape.value.sources ?? {}))
    sources[hash] = takeText(text, ["sources", hash], yaml, found);
  const amendments: NonNullable<History["amendments"]> = {};
  for (const [hash, texts] of Object.entries(shape.value.amendments ?? {}))
    amendments[hash] = Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        text === null ? [] : takeText(text, ["amendments", hash, key], yaml, found),
      ]),
    );
  const typos = (shape.value.typos ?? []).map((typo, i) => ({
    ...typo,
    by: takeWords(typo.by, ["typos", i, "by"], yaml, found),
  }));
  const more = Object.keys(amendments).length === 0 ? {} : { amendments };
  return { value: { sources, typos, ...more }, diagnostics: [...diagnostics, ...found] };
}
