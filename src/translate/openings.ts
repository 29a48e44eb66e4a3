/** Proposes opening words in another language for those that a text marks, by the lexicons of both languages. */
import type { LexiconPart } from "../language/lexicon.ts";
import type { Locale } from "../language/locale.ts";
import { proposeOpenings } from "../language/propose.ts";
import { type Inline, type InlineText, plainText } from "../text/inline.ts";
import type { Propose, ProposedOpening } from "./status.ts";

/** Most proposals for one text. */
const most = 6;

/** Proposals for texts of a work of a body; the first opening words of a text, and the second verbs inside it. */
export function proposer(from: Locale, to: Locale, body: string): Propose {
  const languages = { from, to, body };
  return (text, part) => {
    if (part !== "preambular" && part !== "operative") return [];
    return openingsOf(text).flatMap((words, i): ProposedOpening[] => {
      const inner: LexiconPart = `${part}-inner`;
      const found = i === 0 ? [] : proposeOpenings(words, inner, languages);
      const proposed = [...new Set([...found, ...proposeOpenings(words, part, languages)])].slice(0, most);
      return proposed.length > 0 ? [{ words, proposed }] : [];
    });
  };
}

/** Proposals as a sentence for translators, in English; undefined where there are none. */
export function termsOf(openings: readonly ProposedOpening[]): string | undefined {
  if (openings.length === 0) return undefined;
  const each = openings.map(
    ({ words, proposed }) => `“${words}”: ${proposed.map((term) => `“${term}”`).join(", ")}`,
  );
  return `Opening words as the house puts them. ${each.join("; ")}.`;
}

/** The opening words that a text marks, in its order. */
export function openingsOf(text: InlineText): string[] {
  const visit = (nodes: readonly Inline[]): string[] =>
    nodes.flatMap((node) => {
      if (node.kind === "emphasis" && node.role === "opening") return [plainText(node.children).trim()];
      return "children" in node ? visit(node.children) : [];
    });
  return visit(text);
}
