import { describe, expect, it } from "vitest";
import type { LexiconPart } from "../../src/language/lexicon.ts";
import { listLocales } from "../../src/language/load.ts";
import { proposeOpenings } from "../../src/language/propose.ts";
import { locale, project } from "./worlds.ts";

const english = locale("en");
const propose = (
  words: string,
  to: string,
  part: LexiconPart = "preambular",
  body = "assembly",
  from = english,
) => proposeOpenings(words, part, { from, to: locale(to), body });

describe("opening words of another language", () => {
  it("are several where the language has several", () => {
    expect(propose("Recalling", "fr")).toEqual(["rappelant", "ayant à l’esprit", "gardant à l’esprit"]);
    expect(propose("Cognizant", "fr").slice(0, 2)).toEqual(["reconnaissant", "consciente"]);
    expect(propose("Recognizing", "es")).toContain("Consciente");
    expect(propose("Urges", "fr", "operative")).toContain("prie instamment");
    expect(propose("Invites", "zh", "operative")).toEqual(["邀请"]);
  });
  it("keep their place in a series", () => {
    expect(propose("Also recalling", "fr")[0]).toBe("rappelant également");
    expect(propose("Also recognizing", "es")).toContain("Consciente también");
    expect(propose("Further urges", "ar", "operative")).toEqual(["تحث كذلك"]);
    expect(propose("Also urges", "zh", "operative")[0]).toContain("又");
  });
  it("agree with the body", () => {
    expect(propose("Convinced", "fr")).toContain("convaincue");
    expect(propose("Convinced", "fr", "preambular", "governing-council")).toContain("convaincu");
    expect(propose("Convinced", "fr", "preambular", "governing-council")).not.toContain("convaincue");
    expect(propose("Invites", "ar", "operative", "governing-council")[0]).toBe("يدعو");
    expect(propose("Invites", "ar", "operative")[0]).toBe("تدعو");
  });
  it("begin with those that say about as much", () => {
    expect(propose("Deeply concerned", "pt")[0]).toMatch(/ /);
    expect(propose("Concerned", "pt")[0]).toBe("Preocupada");
  });
  it("come from any language into any other", () => {
    expect(
      proposeOpenings("rappelant", "preambular", { from: locale("fr"), to: english, body: "assembly" })[0],
    ).toBe("Recalling");
    expect(
      proposeOpenings("craignant", "preambular", { from: locale("fr"), to: english, body: "assembly" }),
    ).toContain("Concerned");
    expect(
      proposeOpenings("настоятельно призывает", "operative", {
        from: locale("ru"),
        to: locale("es"),
        body: "assembly",
      })[0],
    ).toBe("Insta");
  });
  it("are none for words that no lexicon knows", () => {
    expect(propose("Bewildered", "fr")).toEqual([]);
  });
  it.each(listLocales(project))("stand in %s for verbs that its lexicon has", (code) => {
    const { openings, openingGrammar } = locale(code);
    const verbs = new Set(Object.values(openings).flatMap((all) => all.map((o) => o.verb)));
    const lost = Object.values(openingGrammar.equivalents)
      .flat()
      .filter((verb) => !verbs.has(verb));
    expect(lost).toEqual([]);
  });
});
