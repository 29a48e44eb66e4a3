/** House typography on a text in tracked form: what is there before and after reads as if it had been set alone. */
import type { Locale } from "../language/locale.ts";
import { hasChanges } from "../text/changes.ts";
import type { Inline, InlineText } from "../text/inline.ts";

/** Typography of a language on any text. */
export function setType(text: InlineText, { typography }: Locale): InlineText {
  return hasChanges(text) ? setTracked(text, typography) : typography(text);
}

/** Begins the name of a stretch; no amendment can be called so. */
const tag = "\u0000";

/**
 * Rules look over the edges of changes (a quotation mark opens after a space that is new), so both texts are set alone, with
 * every stretch of words named, and put together again: what comes out differently in a stretch that stays is a change of nobody.
 */
function setTracked(text: InlineText, typography: Locale["typography"]): InlineText {
  let count = 0;
  const named = (nodes: readonly Inline[]): Inline[] =>
    nodes.map((node): Inline => {
      if (node.kind === "text") return { kind: "ins", change: `${tag}${count++}`, children: [node] };
      return "children" in node ? { ...node, children: named(node.children) } : node;
    });
  const tree = named(text);
  const before = stretches(typography(project(tree, "ins")));
  const after = stretches(typography(project(tree, "del")));
  const build = (nodes: readonly Inline[], side: "both" | "before" | "after"): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (!("children" in node)) return [node];
      const name = nameOf(node);
      if (name !== undefined)
        return settled(before.get(name) ?? "", after.get(name) ?? "", side).filter(isThere);
      const within = node.kind === "del" ? "before" : node.kind === "ins" ? "after" : side;
      return [{ ...node, children: build(node.children, within) }].filter(isThere);
    });
  return build(tree, "both");
}

function settled(before: string, after: string, side: "both" | "before" | "after"): Inline[] {
  const words = (text: string): Inline => ({ kind: "text", text });
  if (side !== "both") return [words(side === "before" ? before : after)];
  if (before === after) return [words(before)];
  return [
    { kind: "del", children: [words(before)].filter(isThere) },
    { kind: "ins", children: [words(after)].filter(isThere) },
  ];
}

function isThere(node: Inline): boolean {
  if (node.kind === "text") return node.text !== "";
  return !("children" in node) || node.children.length > 0;
}

function nameOf(node: Inline): string | undefined {
  return node.kind === "ins" && node.change?.startsWith(tag) ? node.change : undefined;
}

/** The tree of one side, stretches named. */
function project(nodes: readonly Inline[], drop: "ins" | "del"): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (!("children" in node) || nameOf(node) !== undefined) return [node];
    if (node.kind === drop) return [];
    const children = project(node.children, drop);
    return node.kind === "ins" || node.kind === "del" ? children : [{ ...node, children }];
  });
}

/** The words of every stretch by its name. */
function stretches(nodes: readonly Inline[], into = new Map<string, string>()): Map<string, string> {
  for (const node of nodes) {
    if (!("children" in node)) continue;
    const name = nameOf(node);
    if (name === undefined) stretches(node.children, into);
    else into.set(name, node.children.map((c) => (c.kind === "text" ? c.text : "")).join(""));
  }
  return into;
}
