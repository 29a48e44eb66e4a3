/** Finds texts between braces that a comma has cut: what stands after it was read as fields without a value. */
import { isScalar, type Pair, type YAMLMap } from "yaml";

/** A text that was cut short. */
export interface CutText {
  /** The pieces that were taken for fields. */
  pieces: ReadonlySet<Pair>;
  /** UTF-16 offset of the first piece. */
  offset: number;
  /** The piece, and the text as it was meant. */
  piece: string;
  whole: string;
}

/** Names of fields that may stand in braces without a value, when somebody forgot it. */
const isField =
  /^(?:id|on|to|find|put|delete|after|before|at|text|children|occurrence|outcome|body|date|by)$/;

/** The texts of a map in braces that commas cut; each once, however many commas it has. */
export function cutTexts(map: YAMLMap, source: string): CutText[] {
  if (map.flow !== true) return [];
  const found: CutText[] = [];
  let owner: Pair | undefined;
  let pieces: Pair[] = [];
  const settle = (): void => {
    const cut = owner && cutText(owner, pieces, source);
    if (cut) found.push(cut);
    pieces = [];
  };
  for (const pair of map.items) {
    if (pair.value === null && isScalar(pair.key) && pair.key.type === "PLAIN") pieces.push(pair);
    else {
      settle();
      owner = isPlain(pair) ? pair : undefined;
    }
  }
  settle();
  return found;
}

function isPlain({ value }: Pair): boolean {
  return isScalar(value) && value.type === "PLAIN";
}

function cutText(owner: Pair, pieces: readonly Pair[], source: string): CutText | undefined {
  const names = pieces.map((pair) => nameOf(pair));
  const range = rangeOf(pieces[0]);
  const last = rangeOf(pieces.at(-1));
  if (!range || !last || names.every((name) => isField.test(name))) return undefined;
  const from = rangeOf(owner)?.[1] ?? 0;
  return {
    pieces: new Set(pieces),
    offset: range[0],
    piece: names[0] ?? "",
    whole: source.slice(from, last[1]).replace(/^\s*:/, "").replace(/\s+/g, " ").trim(),
  };
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

/** Start and end of the name of a field. */
function rangeOf(pair: Pair | undefined): readonly [number, number] | undefined {
  const range = pair && isScalar(pair.key) ? pair.key.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
