/** Rule: sources carry no closing punctuation, because the end of a paragraph gets its sign by place and language. */

import type { Locale } from "../language/locale.ts";
import type { Paragraph, Segment } from "../model/resolution.ts";
import { paragraphs } from "../model/walk.ts";
import type { Finding, Rule } from "./rule.ts";
import { spelled } from "./spelled.ts";

const closing = /([,;.\u060c\u061b\uff0c\uff1b\u3002])\s*$/;
const beforeAnd = /[,;\u060c\u061b\uff0c\uff1b]$/;

export const closingPunctuation: Rule = {
  code: "closing-punctuation",
  severity: "warning",
  sentence:
    "A text does not end with a comma, semicolon or full stop: the sign is put in by place and language.",
  good: { preambular: ["_Aware_ of the links"], operative: ["_Urges_ States to act"] },
  bad: { preambular: ["_Aware_ of the links,"] },
  check: (r, locale) => [
    ...(r.enacting ? signed({ id: "enacting", text: r.enacting }, locale, () => "Take it out.") : []),
    ...paragraphs(r)
      .filter(({ paragraph }) => paragraph.ending === undefined)
      .flatMap(({ paragraph }) => ends(paragraph))
      .flatMap((segment) =>
        signed(
          segment,
          locale,
          (sign) => `Take it out, or, if this text has to end so, write it as ending: "${sign}".`,
        ),
      ),
  ],
};

function signed({ id, text }: Segment, locale: Locale, hint: (sign: string) => string): Finding[] {
  const words = spelled(text);
  const sign = closing.exec(words)?.[1] ?? signAndWord(words.trimEnd(), locale);
  if (!sign) return [];
  const message = `the text ends with "${sign}", but its closing sign is printed by itself: both would stand there.`;
  return [{ at: id, message, hint: hint(sign) }];
}

/** The `; and` that closes the last but one of a series, at the end of a text. */
function signAndWord(words: string, locale: Locale): string | undefined {
  const and = locale.join(["x", "x"]).slice(1, -1).trim();
  if (and === "" || !words.endsWith(and)) return undefined;
  const sign = beforeAnd.exec(words.slice(0, -and.length).trimEnd())?.[0];
  return sign && sign + words.slice(words.lastIndexOf(sign) + 1);
}

/** The texts of a paragraph that a sign is put behind: items, the last text before the sub-paragraphs, the tail. */
function ends(paragraph: Paragraph): Segment[] {
  const items = paragraph.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
  const last = paragraph.blocks.at(-1);
  return [
    ...items,
    ...(last && last.type !== "list" ? [last] : []),
    ...(paragraph.tail ? [paragraph.tail] : []),
  ];
}
