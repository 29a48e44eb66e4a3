/** A text as words and numbered codes, the way translators' tools see it, and back. */
import type { Inline, InlineText } from "./inline.ts";
import { normalise } from "./normalise.ts";

/**
 * What a code stands for: `opening`, `title`, `emphasis`, `strong`, `superscript`, `isolate.<direction>[.<language>]`,
 * `ins[.<amendment>]`, `del[.<amendment>]` around words; `note` and `ref` alone.
 */
export type CodeKind = string;

/** Around words (`children`) or alone. `id` is the same in a text and its translation: `i1`, `note-n1`, `ref-op04`. */
export interface Code {
  id: string;
  kind: CodeKind;
  children?: Coded[];
}

export type Coded = string | Code;

/** The letter that ids of codes around words begin with. */
const letters: Record<string, string> = {
  opening: "i",
  title: "t",
  emphasis: "e",
  strong: "b",
  superscript: "s",
  isolate: "d",
  ins: "a",
  del: "x",
};

/** The kind without what follows the first point. */
export function mainKind(kind: CodeKind): string {
  return kind.split(".", 1)[0] ?? kind;
}

type Branch = Exclude<Inline, { kind: "text" | "note" | "ref" }>;

function kindOf(node: Branch): CodeKind {
  switch (node.kind) {
    case "emphasis":
      return node.role === "plain" ? "emphasis" : node.role;
    case "isolate":
      return node.lang === undefined ? `isolate.${node.dir}` : `isolate.${node.dir}.${node.lang}`;
    case "ins":
    case "del":
      return node.change === undefined ? node.kind : `${node.kind}.${node.change}`;
    default:
      return node.kind;
  }
}

/** Gives out ids: those of the same kind in the text that is translated first, then new ones. */
class Ids {
  private readonly free = new Map<CodeKind, string[]>();
  private readonly counts = new Map<string, number>();

  constructor(like: readonly Coded[] = []) {
    for (const { id, kind, children } of codesOf(like)) {
      if (!children) continue;
      const of = this.free.get(kind);
      if (of) of.push(id);
      else this.free.set(kind, [id]);
      this.next(mainKind(kind));
    }
  }

  pair(kind: CodeKind): string {
    const main = mainKind(kind);
    return this.free.get(kind)?.shift() ?? `${letters[main] ?? "z"}${this.next(main)}`;
  }

  /** The second call of the same note is `note-n1_2`. */
  single(name: string): string {
    const n = this.next(name);
    return n === 1 ? name : `${name}_${n}`;
  }

  private next(name: string): number {
    const n = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, n);
    return n;
  }
}

/** The text with its marks as codes, numbered in their order. `like`: the coded text that this one translates. */
export function encode(text: InlineText, like: readonly Coded[] = []): Coded[] {
  const ids = new Ids(like);
  const visit = (nodes: readonly Inline[]): Coded[] =>
    nodes.map((node): Coded => {
      if (node.kind === "text") return node.text;
      if (node.kind === "note") return { id: ids.single(`note-${node.id}`), kind: "note" };
      if (node.kind === "ref") return { id: ids.single(`ref-${node.to}`), kind: "ref" };
      const kind = kindOf(node);
      const id = ids.pair(kind);
      return { id, kind, children: visit(node.children) };
    });
  return visit(normalise(text));
}

/** Every code of a text, outermost first. */
export function codesOf(nodes: readonly Coded[]): Code[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [] : [node, ...codesOf(node.children ?? [])]));
}

/** The text of coded words, in its normal form; undefined when a code stands for nothing that is known. */
export function decode(nodes: readonly Coded[]): InlineText | undefined {
  let known = true;
  const visit = (list: readonly Coded[]): Inline[] =>
    list.flatMap((node): Inline[] => {
      if (typeof node === "string") return [{ kind: "text", text: node }];
      const made = nodeOf(node, node.children && visit(node.children));
      if (!made) known = false;
      return made ? [made] : [];
    });
  const text = normalise(visit(nodes));
  return known ? text : undefined;
}

const directions = ["ltr", "rtl", "auto"] as const;

function nodeOf({ id, kind }: Code, children: Inline[] | undefined): Inline | undefined {
  if (!children) {
    const [, what, to] = /^(note|ref)-([a-z][a-z0-9.-]*)(?:_\d+)?$/.exec(id) ?? [];
    if (to === undefined || what !== kind) return undefined;
    return what === "note" ? { kind: "note", id: to } : { kind: "ref", to };
  }
  const [main = "", first, ...rest] = kind.split(".");
  const more = rest.join(".");
  switch (main) {
    case "opening":
    case "title":
      return { kind: "emphasis", role: main, children };
    case "emphasis":
      return { kind: "emphasis", role: "plain", children };
    case "strong":
    case "superscript":
      return { kind: main, children };
    case "isolate": {
      const dir = directions.find((d) => d === first);
      if (!dir || (more !== "" && !/^[A-Za-z0-9-]+$/.test(more))) return undefined;
      return { kind: "isolate", dir, ...(more === "" ? {} : { lang: more }), children };
    }
    case "ins":
    case "del": {
      const change = kind.slice(4);
      return { kind: main, ...(change === "" ? {} : { change }), children };
    }
    default:
      return undefined;
  }
}

/** The kind that the letter of an id stands for, for tools that keep nothing but the id. */
export function kindByLetter(id: string): CodeKind | undefined {
  const letter = id.charAt(0);
  return Object.keys(letters).find((kind) => letters[kind] === letter && kind !== "isolate");
}
