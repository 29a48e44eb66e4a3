/** Prints an inline tree in the small writing. */
import type { Inline, InlineText } from "./inline.ts";
import { escapable, isolateStart, opensBefore, signOf } from "./marks.ts";
import { normalise } from "./normalise.ts";

/** Where a text is printed: square brackets inside an isolate would end it. */
interface Around {
  inIsolate: boolean;
}

function escapeText(text: string, around: Around): string {
  return text.replace(/[_*~^{}\\[\]]/g, (sign, at: number) =>
    needsEscape(sign, text.slice(at, at + 60), around) ? `\\${sign}` : sign,
  );
}

function needsEscape(sign: string, rest: string, around: Around): boolean {
  if ("_*~^{}\\".includes(sign)) return true;
  if (sign === "]") return around.inIsolate;
  // Brackets such as `[…]` are common in quotations and stay as they are where nothing could be misread.
  if (sign === "[")
    return around.inIsolate || rest.length === 1 || /^\[[\^@]/.test(rest) || isolateStart.test(rest);
  return false;
}

/** Prints what stands between two equal signs so that the first sign opens. */
function printToggle(sign: string, children: Inline[], around: Around): string {
  const inner = printNodes(children, around);
  if (sign === "*" && inner.startsWith("**")) return `*{}${inner}*`;
  const start = opensBefore(inner) || !escapable(inner) ? "" : "\\";
  return `${sign}${start}${inner}${sign}`;
}

function printNode(node: Inline, around: Around): string {
  switch (node.kind) {
    case "text":
      return escapeText(node.text, around);
    case "note":
      return `[^${node.id}]`;
    case "ref":
      return `[@${node.to}]`;
    case "isolate": {
      const tag =
        node.lang === undefined ? node.dir : node.dir === "auto" ? node.lang : `${node.dir} ${node.lang}`;
      return `[${tag}: ${printNodes(node.children, { inIsolate: true })}]`;
    }
    case "ins":
    case "del": {
      const sign = node.kind === "ins" ? "+" : "-";
      const inner = printNodes(node.children, { inIsolate: false });
      const change = node.change === undefined ? "" : `#${node.change} `;
      return `{${sign}${change}${inner.startsWith("#") && change === "" ? "\\" : ""}${inner}${sign}}`;
    }
    default:
      return printToggle(signOf(node), node.children, around);
  }
}

function printNodes(nodes: readonly Inline[], around: Around): string {
  let out = "";
  for (const node of nodes) out += printNode(node, around);
  return out;
}

/** The small writing of a text; `readInline` gives back the normal form of the tree. */
export function printInline(text: InlineText): string {
  return printNodes(normalise(text), { inIsolate: false });
}
