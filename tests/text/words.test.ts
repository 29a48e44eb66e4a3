import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptText, hasChanges, rejectText, reverseText } from "../../src/text/changes.ts";
import { composeTexts } from "../../src/text/compose-changes.ts";
import { type InlineText, plainText } from "../../src/text/inline.ts";
import { normalise } from "../../src/text/normalise.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { flatten, unflatten } from "../../src/text/runs.ts";
import { struckFirst } from "../../src/text/struck-first.ts";
import { diffWords, redlineText } from "../../src/text/word-diff.ts";
import { isWord, words } from "../../src/text/words.ts";

const t = (source: string): InlineText => readInline(source).value;

function redline(older: string, newer: string, language = "en"): string {
  return printInline(redlineText(t(older), t(newer), language));
}

describe("words", () => {
  const cases: [string, string, string[]][] = [
    [
      "en",
      "non-governmental, 17,000 (UNODC)",
      ["non-governmental", ",", " ", "17,000", " ", "(", "UNODC", ")"],
    ],
    ["en", "A/RES/63/194 and C-I/122/DR-Pre", ["A/RES/63/194", " ", "and", " ", "C-I/122/DR-Pre"]],
    ["fr", "c’est-à-dire l’ONU", ["c’est-à-dire", " ", "l’ONU"]],
    ["fr", "17\u00a0000 non\u2011prolifération", ["17\u00a0000", " ", "non\u2011prolifération"]],
    ["ar", "وبالجريمة، نيسان/أبريل", ["وبالجريمة", "،", " ", "نيسان/أبريل"]],
  ];
  test.each(cases)("%s: hyphenated words, symbols and numbers stay whole in %s", (language, text, tokens) => {
    expect(words(text, language)).toEqual(tokens);
  });

  test("Chinese is parted into words, and nothing of any text is lost", () => {
    expect(words("各国议会应加强立法", "zh").length).toBeGreaterThan(3);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("en", "ar", "zh", "x_y"),
        (text, language) => {
          expect(words(text, language).join("")).toBe(text);
        },
      ),
    );
  });
});

describe("a redline of words", () => {
  test("marks an added item of a series as a phrase, comma after it", () => {
    expect(
      redline(
        "in firearms, cybercrime and money laundering",
        "in firearms, corruption, cybercrime and money laundering",
      ),
    ).toBe("in firearms, {+corruption, +}cybercrime and money laundering");
  });

  test("never splits a word, also not by its ending or its capital", () => {
    expect(redline("_Urges_ States including police", "_Strongly urges_ States includes police")).toBe(
      "{-_Urges_-}{+_Strongly urges_+} States {-including-}{+includes+} police",
    );
  });

  test("replaces the whole when hardly anything is common", () => {
    expect(
      redline(
        "_Invites_ parliaments to share best practices with each other",
        "_Calls on_ the police of all regions to keep records",
      ),
    ).toBe(
      "{-_Invites_ parliaments to share best practices with each other-}{+_Calls on_ the police of all regions to keep records+}",
    );
  });

  test("shows a word that only changes its look as changed", () => {
    expect(redline("the *Handbook* says", "the Handbook says")).toBe("the {-*Handbook*-}{+Handbook+} says");
  });

  test("keeps notes and references where the words around them change", () => {
    expect(
      redline("the World Summit[^n1] Outcome of [@op04]", "the Summit[^n1] Outcome of [@op04] and later"),
    ).toBe("the {-World +}Summit[^n1] Outcome of [@op04]{+ and later+}".replace("World +}", "World -}"));
  });

  test("gives up on texts that differ endlessly and replaces them whole, at once", () => {
    const word = (n: number) => `w${n}`;
    const many = Array.from({ length: 4000 }, (_, i) => word(i));
    const edits = diffWords(t(many.join(" ")), t([...many].reverse().join(" ")), "en");
    expect(edits.filter((edit) => edit.kind !== "keep").length).toBeLessThan(4);
  });
});

/** How well a redline reads: changes, kept stretches of a few letters between two changes, words cut in two. */
function measure(
  older: string,
  newer: string,
  language: string,
): { hunks: number; islands: number; splits: number } {
  const edits = diffWords(t(older), t(newer), language);
  let hunks = 0;
  // A Chinese word is as long as that.
  const shortest = language === "zh" ? 1 : 3;
  let islands = 0;
  edits.forEach((edit, i) => {
    if (edit.kind !== "keep") {
      if (i === 0 || edits[i - 1]?.kind === "keep") hunks += 1;
      return;
    }
    const inner = i > 0 && i < edits.length - 1;
    if (inner && plainText(edit.text).trim().length <= shortest) islands += 1;
  });
  const whole = new Set(
    [...words(plainText(t(older)), language), ...words(plainText(t(newer)), language)].filter(isWord),
  );
  const parts = edits.flatMap((edit) => words(plainText(edit.text), language).filter(isWord));
  const splits = language === "zh" ? 0 : parts.filter((part) => !whole.has(part)).length;
  return { hunks, islands, splits };
}

describe("a redline of real sentences reads well", () => {
  const pairs: [string, string, number, string, string][] = [
    [
      "en",
      "phrase",
      4,
      "_Urges_ States to undertake a thorough evaluation and screening of officials in charge of public institutions with a view to preventing their involvement in activities linked to organized crime",
      "_Strongly urges_ States to carry out a regular and independent evaluation of officials in charge of public institutions, including the police, with a view to preventing their involvement in any activities linked to organized crime",
    ],
    [
      "en",
      "rewrite",
      2,
      "_Invites_ parliaments to exchange best practices with each other on legislation against human trafficking",
      "_Calls on_ national parliaments and regional assemblies to share lessons learned about laws that punish the sale of persons",
    ],
    [
      "fr",
      "phrase",
      6,
      "_consciente_ du fait que la mondialisation facilite la criminalité transnationale organisée, en particulier le trafic de drogues, les ventes illégales d’armes, la traite des êtres humains et le blanchiment d’argent",
      "_reconnaissant_ que, si la mondialisation a des effets positifs, elle facilite aussi la criminalité transnationale organisée, notamment le trafic de drogues, le trafic d’armes, la traite des personnes, la cybercriminalité et le blanchiment d’argent",
    ],
    [
      "ar",
      "phrase",
      4,
      "_وإذ تدرك_ أن الاتجار بالمخدرات من أهم الأنشطة غير المشروعة في العالم وأنه يشكل تهديدا خطيرا للمجتمع الدولي",
      "_وإذ تدرك_ أن الاتجار غير المشروع بالمخدرات والأسلحة من أخطر الأنشطة الإجرامية في العالم وأنه يشكل تهديدا بالغا للمجتمع الدولي برمته",
    ],
    [
      "zh",
      "phrase",
      4,
      "认识到贩毒是全世界主要的非法活动之一，对国际社会构成严重威胁",
      "又认识到贩毒和贩运人口是全世界主要的非法活动之一，对国际社会和各国议会构成严重威胁",
    ],
    [
      "zh",
      "clause",
      4,
      "敦促各国议会加强立法，打击跨国有组织犯罪",
      "敦促各国政府和议会通过立法，防止和打击跨国有组织犯罪，包括网络犯罪",
    ],
  ];
  test.each(pairs)(
    "%s %s: at most %i changes, no confetti, no cut word",
    (language, _, most, older, newer) => {
      const { hunks, islands, splits } = measure(older, newer, language);
      expect(hunks).toBeLessThanOrEqual(most);
      expect(islands).toBe(0);
      expect(splits).toBe(0);
    },
  );
});

const piece = fc.constantFrom(
  ..."peace|arms|the|of|, |. |non-governmental|l’ONU|تشير|إلى|中文|议会|_urging_|_also urging_|*A title*|**strong**|122^nd^|[^n1]|[^n2]|[@op04]|[ltr: A/RES/63/194]|[fr: mot _clé_]|(|)|“|”|  |~inter alia~".split(
    "|",
  ),
);
const someText = fc.array(piece, { maxLength: 24 }).map((all) => normalise(t(all.join(" "))));
/** A text and one made from it by taking out, putting in and swapping pieces. */
const pair = fc
  .tuple(
    fc.array(piece, { maxLength: 24 }),
    fc.array(fc.tuple(fc.nat(30), fc.nat(3), fc.array(piece, { maxLength: 3 })), { maxLength: 4 }),
  )
  .map(([all, edits]): [InlineText, InlineText] => {
    const row = [...all];
    for (const [at, out, put] of edits) row.splice(at % (row.length + 1), out, ...put);
    return [t(all.join(" ")), t(row.join(" "))];
  });
const language = fc.constantFrom("en", "fr", "ar", "zh");

describe("laws of tracked words", () => {
  test("accepting gives the new text and rejecting the old, with all marks, notes and references", () => {
    const check = ([older, newer]: [InlineText, InlineText], code: string): void => {
      const tracked = redlineText(older, newer, code, "am-1");
      expect(normalise(acceptText(tracked))).toEqual(normalise(newer));
      expect(normalise(rejectText(tracked))).toEqual(normalise(older));
      // Also after it was printed and read again.
      const again = t(printInline(tracked));
      expect(plainText(normalise(acceptText(again)))).toBe(plainText(normalise(newer)));
      expect(plainText(normalise(rejectText(again)))).toBe(plainText(normalise(older)));
      expect(normalise(acceptText(reverseText(tracked)))).toEqual(normalise(older));
    };
    fc.assert(fc.property(pair, language, check), { numRuns: 3000 });
    fc.assert(fc.property(fc.tuple(someText, someText), language, check), { numRuns: 1500 });
  });

  test("the stretches of a comparison put together are the two texts", () => {
    fc.assert(
      fc.property(pair, language, ([older, newer], code) => {
        const edits = diffWords(older, newer, code);
        const of = (kind: string) =>
          normalise(edits.flatMap((edit) => (edit.kind === kind || edit.kind === "keep" ? edit.text : [])));
        expect(plainText(of("del"))).toBe(plainText(normalise(older)));
        expect(plainText(of("ins"))).toBe(plainText(normalise(newer)));
      }),
      { numRuns: 1000 },
    );
  });

  test("a text taken apart into runs and put together is the same text", () => {
    fc.assert(
      fc.property(pair, language, ([older, newer], code) => {
        const tracked = redlineText(older, newer, code, "am-1");
        expect(normalise(unflatten(flatten(tracked)))).toEqual(normalise(tracked));
      }),
      { numRuns: 1000 },
    );
  });

  test("two redlines joined lead from the first text to the third", () => {
    fc.assert(
      fc.property(pair, someText, language, ([one, two], three, code) => {
        const first = redlineText(one, two, code, "am-1");
        const second = redlineText(normalise(acceptText(first)), three, code, "am-2");
        const joined = composeTexts(first, second, { language: code });
        expect(normalise(acceptText(joined))).toEqual(normalise(three));
        expect(normalise(rejectText(joined))).toEqual(normalise(one));
        const back = struckFirst(reverseText(joined));
        expect(normalise(acceptText(back))).toEqual(normalise(one));
        expect(normalise(rejectText(back))).toEqual(normalise(three));
      }),
      { numRuns: 1500 },
    );
  });

  test("read backwards, struck words stand before the new ones again, and words that stay do not move", () => {
    const back = (source: string): string => printInline(struckFirst(reverseText(t(source))));
    expect(back("the {-#a old-}{+#a new+} text")).toBe("the {-#a new-}{+#a old+} text");
    expect(back("one {-#a two-}{+#a 2+} {-#b three-}{+#b 3+}")).toBe(
      "one {-#a 2-}{+#a two+} {-#b 3-}{+#b three+}",
    );
    expect(back("{+#a new +}{-#b old -}end")).toBe("{-#a new -}{+#b old +}end");
    expect(back("{-#b old -}{+#a new +}end")).toBe("{-#a new -}{+#b old +}end");
    // A stretch with its own direction is one to the reader, so it is not cut.
    const whole = t("see [ltr: A/{-#a 1-}{+#a 2+}]{+#b , too+}{-#b .-}");
    const turned = struckFirst(reverseText(whole));
    expect(printInline(turned)).toBe("see [ltr: A/{-#a 2-}{+#a 1+}]{-#b , too-}{+#b .+}");
    expect(normalise(acceptText(turned))).toEqual(normalise(rejectText(whole)));
  });

  test("equal texts have no changes, however they are encoded", () => {
    expect(hasChanges(redlineText(t("Fe\u0301licite"), t("Félicite"), "fr"))).toBe(false);
  });
});
