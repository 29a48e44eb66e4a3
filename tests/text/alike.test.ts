import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLocale } from "../../src/language/load.ts";
import { asPrinted } from "../../src/text/alike.ts";
import { acceptText, hasChanges, rejectText } from "../../src/text/changes.ts";
import type { InlineText } from "../../src/text/inline.ts";
import { normalise } from "../../src/text/normalise.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { diffWords, redlineText } from "../../src/text/word-diff.ts";
import { folderWorld } from "../fixtures/world.ts";

const t = (source: string): InlineText => readInline(source).value;
const plain = (text: string): InlineText => normalise([{ kind: "text", text }]);
const codes = ["en", "fr", "es", "pt", "ru", "ar", "zh"];
const world = folderWorld();
const locales = new Map(codes.map((code) => [code, loadLocale(world, code).value]));

/** What stands on paper: typography of the language, spaces and hyphens of a kind, soft hyphens away. */
function onPaper(text: string, code: string): string {
  const words = locales
    .get(code)
    ?.typography(plain(text))
    .map((node) => (node.kind === "text" ? node.text : ""));
  return (words ?? [])
    .join("")
    .replaceAll(/[\u00a0\u2009\u202f]/g, " ")
    .replaceAll(/[\u2010\u2011]/g, "-")
    .replaceAll("\u00ad", "");
}

/** The same words as two people may type them; of some it depends on the language whether they look the same. */
const typed = fc.oneof(
  fc.constantFrom(" eau ", " 17", " (", ")", ". ", " [", "-").map((s) => [s, s] as const),
  fc.constantFrom(
    ["'", "’"],
    ["' ", "’ "],
    [' "eau" ', " “eau” "],
    [' "eau" ', " «eau» "],
    [' "eau" ', " ”eau“ "],
    ['("eau" ', "(“eau” "],
    [" ", "\u00a0"],
    [" ", "\u202f"],
    [" 17 000 ", "\u00a017\u202f000 "],
    [" 17 000 ", " 17\u2009001 "],
    ["-", "\u2011"],
    ["-", "–"],
    [", ", "، "],
    ["; ", "； "],
    [" : ", ": "],
    ["\u00a0; ", "; "],
    [" 10:30 ", " 10 :30 "],
    ["ea", "e\u00ada"],
    ["e\u0301", "é"],
  ),
);
const pair = fc
  .array(fc.tuple(typed, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 8 })
  .map((all): [string, string] => {
    // A word between them, so that no sign stands beside another, or first.
    const side = (of: (one: (typeof all)[number]) => string): string => `mot${all.map(of).join("mot")}`;
    return [side(([s, a]) => s[Number(a)] ?? ""), side(([s, , b]) => s[Number(b)] ?? "")];
  });

describe("words that look the same on paper", () => {
  const cases: [string, string, string][] = [
    ["fr", "de l'UIP, l'eau", "de l’UIP, l’eau"],
    ["fr", "le rôle : les 17 000 parlements", "le rôle: les 17\u00a0000\u202fparlements"],
    ["en", 'the "Water Convention" of States\' own', "the “Water Convention” of States’ own"],
    ["ru", 'доклад "О воде"', "доклад «О воде»"],
    ["ar", "المياه, والصرف", "المياه، والصرف"],
    ["en", "non-govern\u00admental", "non\u2011governmental"],
    ["es", "la gestio\u0301n ; el agua", "la gestión; el agua"],
  ];
  test.each(cases)("%s: %s is no change, and stays as it was typed", (code, older, newer) => {
    for (const [from, to] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const tracked = redlineText(t(from), t(to), code, "am-1");
      expect(hasChanges(tracked)).toBe(false);
      expect(printInline(normalise(tracked))).toBe(printInline(normalise(t(from))));
    }
  });
  test("stay beside words that change, which are all that is marked", () => {
    expect(
      printInline(redlineText(t("_prie_ l'UIP de l'aider"), t("_prie_ l’UIP de ne pas l’aider"), "fr")),
    ).toBe("_prie_ l'UIP de {+ne pas +}l'aider");
  });
  test("are told apart where it matters how they were typed, and signs that look otherwise everywhere", () => {
    const kinds = (older: string, newer: string, exact: boolean) =>
      diffWords(t(older), t(newer), "fr", { exact }).map((edit) => edit.kind);
    expect(kinds("l'eau", "l’eau", true)).toEqual(["del", "ins"]);
    expect(hasChanges(redlineText(t("l’eau « pure »"), t("l’eau “pure”"), "fr"))).toBe(true);
    expect(hasChanges(redlineText(t("2010–2012"), t("2010-2012"), "fr"))).toBe(true);
    expect(hasChanges(redlineText(t("12:30"), t("12 :30"), "fr"))).toBe(true);
  });

  test("are those that the typography of every language sets alike, and no others", () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...codes), ([older, newer], code) => {
        const [a, b] = [plain(older), plain(newer)];
        const same = onPaper(older, code) === onPaper(newer, code);
        const tracked = redlineText(a, b, code, "am-1", { keptShare: 0 });
        if (hasChanges(tracked)) expect(same).toBe(false);
        if (!same) expect(hasChanges(tracked)).toBe(true);
        const text = (tree: InlineText) => printInline(normalise(tree)).replaceAll("\\", "");
        expect(text(rejectText(tracked))).toBe(text(a));
        expect(onPaper(text(acceptText(tracked)), code)).toBe(onPaper(text(b), code));
      }),
      { numRuns: 3000 },
    );
  });
  test("fold to as many signs as there are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...codes, "xx"), (text, code) => {
        expect(asPrinted(text, code)).toHaveLength(text.length);
        expect(asPrinted(asPrinted(text, code), code)).toBe(asPrinted(text, code));
      }),
    );
  });
});
