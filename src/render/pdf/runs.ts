/** Flattens the inline nodes of a paragraph into runs: every look resolved once, every node remembered in the tag path. */
import type { HouseStyle, Look } from "../../document/house.ts";
import type { Inline } from "../../document/tree.ts";
import type { Run, TagPath } from "./line.ts";
import { scriptOfLanguage } from "./script.ts";

/** What a paragraph brings to its words. */
export interface InlineContext {
  house: HouseStyle;
  /** BCP 47, of the paragraph. */
  lang: string;
  /** The paragraph's style, resolved; `size` in points. */
  style: { size: number; bold?: boolean; italic?: boolean; colour?: string };
  /** A look over the whole paragraph: inserted or deleted as a whole. */
  look?: Look;
  /** What page fields print; furniture is flattened when its page is drawn. */
  page?: string;
  pages?: string;
}

/** Superscripts: share of the size, and rise in sizes. */
const small = 0.65;
const rise = 0.35;

const isolates = { ltr: "\u2066", rtl: "\u2067", auto: "\u2068" } as const;
const endOfIsolate = "\u2069";

type Manner = Omit<Run, "text" | "tag">;

/** Runs in the order of the text. All their texts joined are what is broken into lines. */
export function flattenInline(inline: readonly Inline[], context: InlineContext): Run[] {
  const { style, lang } = context;
  const manner: Manner = {
    script: scriptOfLanguage(lang),
    bold: style.bold ?? false,
    italic: style.italic ?? false,
    size: style.size,
    rise: 0,
    colour: style.colour ?? "000000",
    lang,
  };
  const runs: Run[] = [];
  collect(inline, context.look ? dressed(manner, context.look) : manner, [], context, runs);
  return runs;
}

function collect(
  nodes: readonly Inline[],
  manner: Manner,
  tag: TagPath,
  context: InlineContext,
  runs: Run[],
): void {
  const { house } = context;
  const say = (text: string, how: Manner, path: TagPath) => {
    if (text !== "") runs.push({ ...how, text: text.normalize("NFC"), tag: path });
  };
  for (const node of nodes) {
    switch (node.kind) {
      case "text":
        // Line ends of the source are white space; only `br` breaks.
        say(node.text.replace(/[\n\r\t]/g, " "), manner, tag);
        break;
      case "br":
        say("\n", manner, tag);
        break;
      case "tab":
        say("\t", manner, tag);
        break;
      case "page":
        say(context.page ?? "", manner, tag);
        break;
      case "pages":
        say(context.pages ?? "", manner, tag);
        break;
      case "em":
        collect(
          node.children,
          dressed(manner, house.emphasis[manner.script][node.role]),
          [...tag, node],
          context,
          runs,
        );
        break;
      case "strong":
        collect(node.children, { ...manner, bold: true }, [...tag, node], context, runs);
        break;
      case "sup":
        collect(node.children, raised(manner), [...tag, node], context, runs);
        break;
      case "call":
        // An asterisk stands high already.
        say(node.label, node.label === "*" ? manner : raised(manner), [...tag, node]);
        break;
      case "ref":
        say(node.label, manner, [...tag, node]);
        break;
      case "ins":
      case "del":
        collect(node.children, dressed(manner, house.changes[node.kind]), [...tag, node], context, runs);
        break;
      case "link":
        collect(node.children, manner, [...tag, node], context, runs);
        break;
      case "isolate": {
        const path = [...tag, node];
        const inner =
          node.lang === undefined
            ? manner
            : { ...manner, lang: node.lang, script: scriptOfLanguage(node.lang) };
        say(isolates[node.dir], inner, path);
        collect(node.children, inner, path, context, runs);
        say(endOfIsolate, inner, path);
        break;
      }
    }
  }
}

/** Italic inside italic stands upright, so that emphasis never disappears. */
function dressed(manner: Manner, look: Look): Manner {
  return {
    ...manner,
    bold: manner.bold || (look.bold ?? false),
    italic: look.italic ? !manner.italic : manner.italic,
    colour: look.colour ?? manner.colour,
    ...(look.underline ? { underline: look.underline } : {}),
    ...(look.strike ? { strike: true } : {}),
  };
}

function raised(manner: Manner): Manner {
  if (manner.rise !== 0) return manner;
  return { ...manner, size: manner.size * small, rise: manner.size * rise };
}
