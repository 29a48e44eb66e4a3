/** Rule: opening words agree with the body: convaincue for the Assembly, convaincu for the Council (house-style 1.7 and 3). */
import type { Locale } from "../language/locale.ts";
import { segments } from "../model/walk.ts";
import { type Inline, plainText } from "../text/inline.ts";
import type { Rule } from "./rule.ts";

export const openingGender: Rule = {
  code: "opening-gender",
  severity: "warning",
  perLanguage: true,
  sentence: "Opening words have the gender of the body that speaks.",
  good: {
    language: "fr",
    preambular: ["_convaincue_ que la paix est possible", "_profondément préoccupée_ par la guerre"],
  },
  bad: { language: "fr", preambular: ["_convaincu_ que la paix est possible"] },
  check(r, locale) {
    const { body, session } = r.instrument;
    const wrong = wrongWords(locale, body);
    if (wrong.size === 0) return [];
    return segments(r)
      .filter(({ part }) => part === "preambular" || part === "operative")
      .flatMap(({ id, text }) =>
        openings(text).flatMap((words) => {
          const right = words.replace(/[\p{L}\p{M}’']+/gu, (word) => agreed(word, wrong));
          if (right === words) return [];
          const name = locale.body(body, session.from, "running");
          return [
            {
              at: id,
              message: `"${words}" does not agree with the body (${name}).`,
              hint: `Write _${right}_.`,
            },
          ];
        }),
      );
  },
};

/** Words of the other gender with what stands in their place; those that both genders have are left out. */
function wrongWords({ openingGrammar, genderOf }: Locale, body: string): Map<string, string> {
  const pairs = Object.entries(openingGrammar.masculine).map(([f, m]) => [f.toLowerCase(), m.toLowerCase()]);
  const feminine = genderOf(body) === "f";
  const right = new Set(pairs.map(([f, m]) => (feminine ? f : m)));
  return new Map(
    pairs
      .map(([f = "", m = ""]): [string, string] => (feminine ? [m, f] : [f, m]))
      .filter(([word, instead]) => word !== instead && !right.has(word)),
  );
}

function agreed(word: string, wrong: ReadonlyMap<string, string>): string {
  const instead = wrong.get(word.toLowerCase());
  if (instead === undefined) return word;
  return word.charAt(0) === word.charAt(0).toLowerCase()
    ? instead
    : instead.charAt(0).toUpperCase() + instead.slice(1);
}

function openings(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "emphasis" && node.role === "opening") return [plainText(node.children)];
    return "children" in node ? openings(node.children) : [];
  });
}
