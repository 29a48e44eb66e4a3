import { describe, expect, test } from "vitest";
import { lint, lintLanguages } from "../../src/lint/index.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { plainResolution, written } from "../fixtures/resolutions.ts";
import { localeOf } from "../translate/word.ts";

interface Texts {
  preambular?: string[];
  operative?: string[];
  body?: string;
}

function resolution(
  language: string,
  { preambular = [], operative = [], body = "assembly" }: Texts,
): Resolution {
  const part = (prefix: string, texts: string[]) =>
    texts.map((text, i) => written(`${prefix}${i + 1}`, text));
  const plain = plainResolution();
  return {
    ...plain,
    language,
    instrument: { ...plain.instrument, body },
    preambular: part("pp", preambular),
    operative: part("op", operative),
  };
}

const of = (code: Diagnostic["code"], language: string, texts: Texts): Diagnostic[] =>
  lint(resolution(language, texts), localeOf(language)).filter((d) => d.code === code);

describe("a series of equal openings, in the words of each language", () => {
  const series: [string, string, string, string][] = [
    ["en", "Urges", "Also urges", "Further urges"],
    ["fr", "demande", "demande également", "demande en outre"],
    ["es", "Exhorta", "Exhorta también", "Exhorta además"],
    ["pt", "Insta", "Insta também", "Insta ainda"],
    ["ru", "призывает", "призывает также", "далее призывает"],
    ["zh", "敦促", "又敦促", "还敦促"],
    ["ar", "تحث", "تحث أيضا", "تحث كذلك"],
  ];
  test.each(series)("%s: %s, %s, %s", (language, first, second, third) => {
    const written = (...words: string[]): string[] => words.map((w, i) => `_${w}_ ${i}`);
    const hints = (...words: string[]): string[] =>
      of("also-chain", language, { operative: written(...words) }).map((d) => d.hint ?? "");
    expect(hints(first, second, third)).toEqual([]);
    expect(hints(first, first)).toHaveLength(1);
    expect(hints(first, first, first)).toHaveLength(2);
    // The second of a row is told from the first by the language's own word, if its lexicon has the phrase.
    if (language !== "ru")
      expect(hints(first, first, first)).toEqual([
        expect.stringContaining(`_${second}_`),
        expect.stringContaining(`_${third}_`),
      ]);
    expect(hints(second).join()).toMatch(language === "ru" ? /./ : new RegExp(`_${first}_`));
  });
  test("in Arabic the letter that joins a paragraph to the one before does not make it another opening", () => {
    const found = of("also-chain", "ar", { preambular: ["_إذ تشير_ إلى ذلك", "_وإذ تشير_ إلى غيره"] });
    expect(found.map((d) => d.hint)).toEqual([expect.stringContaining("_وإذ تشير أيضا_")]);
    expect(of("also-chain", "ar", { preambular: ["_إذ تشير_ إلى ذلك", "_وإذ تشير أيضا_ إلى غيره"] })).toEqual(
      [],
    );
  });
  test("also is right wherever the same verb stands before it, and wrong where none does", () => {
    const also = (preambular: string[]): string[] =>
      of("also-chain", "en", { preambular }).map((d) => d.message);
    expect(also(["_Recalling_ a", "_Aware_ of b", "_Also recalling_ c"])).toEqual([]);
    expect(also(["_Aware_ of b", "_Also recalling_ c"])).toEqual([
      expect.stringContaining('begins with "Also recalling", but no paragraph before it says the same'),
    ]);
  });
  test("what original and translations share is said once, with the languages; what only one has is said there", () => {
    const texts = [
      {
        resolution: resolution("en", { operative: ["_Urges_ a", "_Urges_ b", "_Invites_ c"] }),
        locale: localeOf("en"),
      },
      {
        resolution: resolution("fr", { operative: ["_engage_ a", "_engage_ b", "_engage_ c"] }),
        locale: localeOf("fr"),
      },
      {
        resolution: resolution("es", { operative: ["_Insta_ a", "_Insta también_ b", "_Invita_ c"] }),
        locale: localeOf("es"),
      },
    ];
    const chains = lintLanguages(texts, new Map()).filter((d) => d.code === "also-chain");
    expect(chains.map((d) => d.message)).toEqual([
      'op2: the paragraph begins with "Urges" like the one before. The same in fr.',
      'op3: the paragraph begins with "engage" like the one before.',
    ]);
  });
});

describe("opening words agree with the body", () => {
  const pairs: [string, string, string][] = [
    ["fr", "convaincue", "convaincu"],
    ["fr", "profondément préoccupée", "profondément préoccupé"],
    ["es", "Convencida", "Convencido"],
    ["es", "Profundamente preocupada", "Profundamente preocupado"],
    ["pt", "Convencida", "Convencido"],
    ["ru", "будучи убеждена", "будучи убежден"],
    ["ar", "إذ تدرك", "إذ يدرك"],
  ];
  test.each(pairs)("%s: %s before the Assembly, %s before the Council", (language, feminine, masculine) => {
    const found = (words: string, body: string): string[] =>
      of("opening-gender", language, { preambular: [`_${words}_ x`], body }).map((d) => d.hint ?? "");
    expect(localeOf(language).genderOf("assembly")).toBe("f");
    expect(localeOf(language).genderOf("governing-council")).toBe("m");
    expect(found(feminine, "assembly")).toEqual([]);
    expect(found(masculine, "governing-council")).toEqual([]);
    expect(found(masculine, "assembly")).toEqual([`Write _${feminine}_.`]);
    expect(found(feminine, "governing-council")).toEqual([`Write _${masculine}_.`]);
  });
  test("also where they stand inside a paragraph, and the body is named", () => {
    const [found] = of("opening-gender", "fr", {
      operative: ["_invite_ les parlements, _résolu_ à agir, à le faire"],
    });
    expect(found?.message).toContain('"résolu" does not agree with the body (l’Assemblée');
  });
  test("words outside the opening words are nobody's business", () => {
    expect(of("opening-gender", "fr", { preambular: ["_notant_ qu’un parlement convaincu agit"] })).toEqual(
      [],
    );
  });
  test.each(["en", "zh"])("%s has nothing that could disagree", (language) => {
    expect(Object.keys(localeOf(language).openingGrammar.masculine)).toEqual([]);
  });
});
