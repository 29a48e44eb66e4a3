/** Rule: no two paragraphs say the same. */
import type { Id, Paragraph } from "../model/resolution.ts";
import { paragraphs } from "../model/walk.ts";
import { plainText } from "../text/inline.ts";
import type { Finding, Rule } from "./rule.ts";

export const repeatedParagraph: Rule = {
  code: "repeated-paragraph",
  severity: "warning",
  sentence: "No two paragraphs have the same text.",
  good: {
    operative: [
      "_Urges_ parliaments to ratify the Convention",
      "_Urges_ governments to ratify the Convention",
    ],
  },
  bad: {
    operative: [
      "_Urges_ parliaments to ratify the Convention",
      "_Urges_  parliaments to ratify the convention",
    ],
  },
  check(r): Finding[] {
    const first = new Map<string, Id>();
    return paragraphs(r).flatMap(({ paragraph }): Finding[] => {
      const words = wordsOf(paragraph).toLowerCase().replace(/\s+/g, " ").trim();
      const before = first.get(words);
      if (before === undefined) first.set(words, paragraph.id);
      if (before === undefined || words === "") return [];
      const message = `the paragraph has the same text as ${before}.`;
      return [{ at: paragraph.id, message, hint: "Take one of the two out, or say what is different." }];
    });
  },
};

function wordsOf({ blocks, children, tail }: Paragraph): string {
  const texts = blocks.map((b) =>
    b.type === "list" ? b.items.map((i) => plainText(i.text)).join("\n") : plainText(b.text),
  );
  return [...texts, ...children.map(wordsOf), tail ? plainText(tail.text) : ""].join("\n");
}
