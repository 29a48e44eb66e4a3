import { describe, expect, it } from "vitest";
import { listLocales } from "../../src/language/load.ts";
import { segments } from "../../src/model/walk.ts";
import { inLanguage } from "../../src/read/in-language.ts";
import { listWorks, readWork } from "../../src/read/work.ts";
import { plainText } from "../../src/text/inline.ts";
import { locale, project } from "./worlds.ts";

const seedPreamble = [
  "Cognizant of the fact that",
  "Aware that",
  "Also aware that",
  "Recognizing the",
  "Also recognizing the",
  "Appreciating the",
];
const seedOperative = [
  "Fully affirms the",
  "Reaffirms its",
  "Agrees to",
  "Decides to",
  "Invites IPU",
  "Recommends",
  "Calls on",
  "Encourages",
  "Urges",
];

/** What an importer finds at the start of a paragraph. */
function opening(words: string[], text: string): string | undefined {
  return words.find((w) => text.startsWith(w) && !/^\p{L}/u.test(text.slice(w.length)));
}

describe("opening words", () => {
  it("are found at the start of the seed's paragraphs, italic to the verb and its adverbs", () => {
    const { preambular, operative } = locale("en").lexicon;
    expect(seedPreamble.map((t) => opening(preambular, t))).toEqual([
      "Cognizant",
      "Aware",
      "Also aware",
      "Recognizing",
      "Also recognizing",
      "Appreciating",
    ]);
    expect(seedOperative.map((t) => opening(operative, t))).toEqual([
      "Fully affirms",
      "Reaffirms",
      "Agrees",
      "Decides",
      "Invites",
      "Recommends",
      "Calls on",
      "Encourages",
      "Urges",
    ]);
  });
  it("stand longest first, each once", () => {
    for (const code of ["en", "fr", "es"]) {
      const { preambular } = locale(code).lexicon;
      expect(preambular).toEqual([...new Set(preambular)]);
      for (let i = 1; i < preambular.length; i++)
        expect(preambular[i]?.length).toBeLessThanOrEqual(preambular[i - 1]?.length ?? 0);
    }
  });
  it("know their verb and their place in a series, in each language's own words", () => {
    const find = (code: string, words: string) =>
      locale(code).openings.preambular.find((o) => o.words === words);
    expect(find("en", "Recalling")).toMatchObject({ verb: "recall", chain: "first" });
    expect(find("en", "Also recalling")).toMatchObject({ verb: "recall", chain: "second" });
    expect(find("en", "Further recalling")).toMatchObject({ verb: "recall", chain: "third" });
    expect(find("fr", "rappelant également")).toMatchObject({ verb: "recall", chain: "second" });
    expect(find("fr", "rappelant en outre")).toMatchObject({ verb: "recall", chain: "third" });
    expect(find("es", "Recordando además")).toMatchObject({ verb: "recall", chain: "third" });
  });
  it("agree with the body that speaks", () => {
    const forms = locale("fr").openings.preambular.filter(
      (o) => o.phrase === "consciente que" || o.phrase === "conscient que",
    );
    expect(forms.map((o) => [o.phrase, o.gender])).toEqual([
      ["consciente que", "f"],
      ["conscient que", "m"],
    ]);
    expect(
      locale("fr").openings.preambular.find((o) => o.phrase === "rappelant que")?.gender,
    ).toBeUndefined();
  });
  it("of the second verb keep the words around them out of the italics", () => {
    expect(locale("en").openings["preambular-inner"]).toContainEqual(
      expect.objectContaining({ phrase: "and underscoring", words: "underscoring", verb: "underscore" }),
    );
  });
});

describe("the works of the project", () => {
  it.each(listLocales(project))("mark only opening words that the lexicon of %s knows", (code) => {
    const unknown: string[] = [];
    for (const name of listWorks(project)) {
      const work = readWork(project, name).value;
      const resolution = work && inLanguage(work, code).value;
      const { openings } = locale(code);
      for (const segment of resolution ? segments(resolution) : []) {
        if (segment.part !== "preambular" && segment.part !== "operative") continue;
        const known = new Set(
          [...openings[segment.part], ...openings[`${segment.part}-inner`]].map((o) => o.words),
        );
        for (const node of segment.text)
          if (node.kind === "emphasis" && node.role === "opening" && !known.has(plainText(node.children)))
            unknown.push(`${name} ${segment.id}: ${plainText(node.children)}`);
      }
    }
    expect(unknown).toEqual([]);
  });
});
