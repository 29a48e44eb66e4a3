/** Rule: an abbreviation stands in parentheses after its full name where it is first used (house-style 1.10). */
import { segments } from "../model/walk.ts";
import type { Finding, Rule } from "./rule.ts";
import { spelled } from "./spelled.ts";

/** Two to seven capitals, perhaps with a plural s; not a part of a symbol or of a longer word. */
const shape = /(?<![\p{L}\p{N}/.-])(\p{Lu}{2,7})s?(?![\p{L}\p{N}]|[/.-][\p{L}\p{N}])/gu;
/** The organization's own name and the United Nations need no introduction. */
const known = new Set(["IPU", "UIP", "МПС", "UN", "ONU", "ООН"]);
const roman = /^[IVX]+$/;

export const abbreviation: Rule = {
  code: "abbreviation",
  severity: "warning",
  sentence: "An abbreviation follows its full name in parentheses where it first stands.",
  good: { operative: ["_Asks_ the Office on Drugs and Crime (UNODC) to act", "_Invites_ UNODC to report"] },
  bad: { operative: ["_Asks_ UNODC to act", "_Invites_ the Office on Drugs and Crime (UNODC) to report"] },
  check(r): Finding[] {
    const met = new Set<string>(known);
    return segments(r)
      .filter(({ kind }) => kind !== "title" && kind !== "quote")
      .flatMap(({ id, text }): Finding[] => {
        const words = spelled(text, true);
        const introduced = new Set(
          [...words.matchAll(/[(（]([^()（）]{2,60})[)）]/g)].flatMap(([, inside]) => namesIn(inside ?? "")),
        );
        return namesIn(words).flatMap((name): Finding[] => {
          if (met.has(name) || roman.test(name)) return [];
          met.add(name);
          if (introduced.has(name)) return [];
          const hint = `Write the full name first, with (${name}) behind it.`;
          return [{ at: id, message: `"${name}" is used before it is introduced.`, hint }];
        });
      });
  },
};

function namesIn(text: string): string[] {
  return [...text.matchAll(shape)].map(([, name]) => name ?? "");
}
