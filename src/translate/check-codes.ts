/** Whether the codes of a returned translation are those of its source: notes and references each once, opening words marked. */
import { type Code, type Coded, codesOf, mainKind } from "../text/codes.ts";

/** The words with the kinds that their ids have in a known text; a tool may keep nothing of a code but its id. */
export function withKnownKinds(words: readonly Coded[], known: readonly Coded[]): Coded[] {
  const kinds = new Map<string, Code>();
  for (const code of codesOf(known)) if (!kinds.has(code.id)) kinds.set(code.id, code);
  const visit = (nodes: readonly Coded[]): Coded[] =>
    nodes.map((node) => {
      if (typeof node === "string") return node;
      const { id, children } = node;
      const like = kinds.get(id);
      const kind = like && (like.children === undefined) === (children === undefined) ? like.kind : node.kind;
      return { id, kind, ...(children ? { children: visit(children) } : {}) };
    });
  return visit(words);
}

export interface CodeFaults {
  /** Why the translation cannot be taken. */
  refused?: string;
  /** Marks of the source that the translation does not have and could do without, in words. */
  lost: string[];
}

const nouns: Record<string, string> = {
  title: "the mark of a cited title",
  strong: "strong words",
};

/** Compares by id. Marks around words may go or come with the language, apart from those of the opening words. */
export function checkCodes(source: readonly Coded[], target: readonly Coded[]): CodeFaults {
  const wanted = codesOf(source);
  const given = codesOf(target);
  const doubled = given.find((code, i) => given.findIndex((c) => c.id === code.id) !== i);
  if (doubled) return { refused: `the code ${doubled.id} stands in it twice`, lost: [] };
  const singles = (codes: readonly Code[]): string[] => codes.flatMap((c) => (c.children ? [] : [c.id]));
  const missing = singles(wanted).find((id) => !singles(given).includes(id));
  if (missing !== undefined) return { refused: `the code ${missing} is missing`, lost: [] };
  const added = singles(given).find((id) => !singles(wanted).includes(id));
  if (added !== undefined) return { refused: `the code ${added} is not in its source`, lost: [] };
  const opening = (codes: readonly Code[]): Code | undefined =>
    codes.find((c) => mainKind(c.kind) === "opening");
  const first = opening(wanted);
  if (first && !opening(given))
    return { refused: `the code ${first.id} around the opening words is missing`, lost: [] };
  const empty = given.find(
    (c) => c.children && codesOf(c.children).length === 0 && words(c.children).trim() === "",
  );
  if (empty && mainKind(empty.kind) === "opening")
    return { refused: `the code ${empty.id} of the opening words holds no words`, lost: [] };
  const kinds = new Set(given.map((c) => mainKind(c.kind)));
  const lost = [...new Set(wanted.map((c) => mainKind(c.kind)))].filter((k) => !kinds.has(k));
  return { lost: lost.flatMap((kind) => nouns[kind] ?? []) };
}

function words(nodes: readonly Coded[]): string {
  return nodes.map((n) => (typeof n === "string" ? n : words(n.children ?? []))).join("");
}
