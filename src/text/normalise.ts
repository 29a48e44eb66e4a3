/** The one normal form of an inline tree, in which equal texts are equal data. */
import type { Inline, InlineText } from "./inline.ts";

type WithChildren = Exclude<Inline, { kind: "text" } | { kind: "note" } | { kind: "ref" }>;

/** What a node with children is, apart from the children: equal keys mean nodes that say the same. */
function keyOf(node: WithChildren): string {
  switch (node.kind) {
    case "emphasis":
      return `emphasis ${node.role}`;
    case "ins":
    case "del":
      return `${node.kind} ${node.change ?? ""}`;
    case "isolate":
      return `isolate ${node.dir} ${node.lang ?? ""}`;
    default:
      return node.kind;
  }
}

function hasChildren(node: Inline): node is WithChildren {
  return node.kind !== "text" && node.kind !== "note" && node.kind !== "ref";
}

/** White space that a line break in a file may stand for; no-break and narrow spaces are the author's own. */
const breakingSpace = /[ \t\n\r\f\v\u0085\u2028\u2029]+/g;

const edges = /^(\s*)([\s\S]*?)(\s*)$/;

/** Adds a node, joining it with an equal neighbour. */
function add(out: Inline[], node: Inline): void {
  const last = out.at(-1);
  if (node.kind === "text") {
    if (node.text === "") return;
    if (last?.kind === "text") out[out.length - 1] = { kind: "text", text: last.text + node.text };
    else out.push(node);
    return;
  }
  if (!hasChildren(node)) {
    out.push(node);
    return;
  }
  if (node.children.length === 0) return;
  // Two isolates side by side are two stretches for the bidirectional algorithm, so they stay two.
  if (last && hasChildren(last) && node.kind !== "isolate" && keyOf(last) === keyOf(node)) {
    const children = [...last.children];
    for (const child of node.children) add(children, child);
    out[out.length - 1] = { ...last, children };
    return;
  }
  out.push(node);
}

/** Splits white space off both ends of a list of nodes, so that no mark starts or ends with a space. */
function hoist(children: Inline[]): { before: string; inner: Inline[]; after: string } {
  const inner = [...children];
  let before = "";
  let after = "";
  const first = inner[0];
  if (first?.kind === "text") {
    const [, space = "", rest = "", end = ""] = edges.exec(first.text) ?? [];
    before = space;
    if (rest === "") inner.shift();
    else inner[0] = { kind: "text", text: rest + end };
  }
  const last = inner.at(-1);
  if (last?.kind === "text") {
    const [, start = "", rest = "", space = ""] = edges.exec(last.text) ?? [];
    after = space;
    if (rest === "") inner.pop();
    else inner[inner.length - 1] = { kind: "text", text: start + rest };
  }
  return { before, inner, after };
}

/** Joins neighbours, drops what is empty or doubled, and moves spaces out of marks. */
function shape(nodes: readonly Inline[], open: ReadonlySet<string>): Inline[] {
  const out: Inline[] = [];
  // Before spaces move out: `Also calls` and ` on` side by side in one mark are one stretch, space and all.
  const joined: Inline[] = [];
  for (const node of nodes) add(joined, node);
  for (const node of joined) {
    if (!hasChildren(node)) {
      add(out, node);
      continue;
    }
    const tracked = node.kind === "ins" || node.kind === "del";
    const key = keyOf(node);
    const bracket = tracked || node.kind === "isolate";
    const children = shape(node.children, bracket ? open : new Set([...open, key]));
    if (tracked) {
      // Spaces at the edge of a tracked change belong to the change.
      add(out, { ...node, children });
      continue;
    }
    if (!bracket && open.has(key)) {
      for (const child of children) add(out, child);
      continue;
    }
    const { before, inner, after } = hoist(children);
    add(out, { kind: "text", text: before });
    add(out, { ...node, children: inner });
    add(out, { kind: "text", text: after });
  }
  return out;
}

/** State of the walk that collapses spaces: whether a space here would follow another, or start the text. */
interface Gap {
  open: boolean;
}

function collapse(nodes: readonly Inline[], gap: Gap): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    if (node.kind === "text") {
      let text = node.text.normalize("NFC").replace(breakingSpace, " ");
      if (gap.open && text.startsWith(" ")) text = text.slice(1);
      if (text === "") continue;
      gap.open = text.endsWith(" ");
      add(out, { kind: "text", text });
    } else if (!hasChildren(node)) {
      gap.open = false;
      add(out, node);
    } else if (node.kind === "ins" || node.kind === "del") {
      // A change must give back both texts, so no space on one side of its edge stands for one on the other.
      add(out, { ...node, children: collapse(node.children, { open: false }) });
      gap.open = false;
    } else {
      add(out, { ...node, children: collapse(node.children, gap) });
    }
  }
  return out;
}

/** Takes one space off the end of the text, unless it is part of a tracked change. */
function trimEnd(nodes: Inline[]): Inline[] {
  const last = nodes.at(-1);
  if (last?.kind !== "text" || !last.text.endsWith(" ")) return nodes;
  const text = last.text.slice(0, -1);
  return text === "" ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { kind: "text", text }];
}

/**
 * NFC; runs of breaking white space become one space, none at the start or end; neighbouring equal nodes are
 * joined, empty nodes dropped, a mark inside the same mark dissolved, spaces at the edge of a mark moved out of it.
 * Idempotent. Tracked changes keep the spaces at their edges.
 */
export function normalise(text: InlineText): InlineText {
  let now = text;
  // Dropping one thing can make neighbours of two others, so the passes run until nothing changes (two rounds as a rule).
  for (let before = ""; ; ) {
    now = trimEnd(collapse(shape(now, new Set()), { open: true }));
    const print = JSON.stringify(now);
    if (print === before) return now;
    before = print;
  }
}
