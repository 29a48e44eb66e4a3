import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conflicts } from "../../src/amend/conflicts.ts";
import { orderOfConsideration } from "../../src/amend/order.ts";
import type { AmendedWork } from "../../src/amend/source.ts";
import type { Amendment, Decision, Operation } from "../../src/model/amendment.ts";
import type { Conflict } from "../../src/model/findings.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { paragraph, plainResolution } from "../fixtures/resolutions.ts";
import { amendment, change, on, t } from "./made.ts";

const dr: Stage = { id: "dr", kind: "revised-draft", date: "2010-02-15", applies: [] };
const accepted: Decision = { outcome: "accepted", date: "2010-03-30" };

const english = ["Urges States to act against crime and drugs", "Calls on all to report", "Decides to meet"];
const french = [
  "prie les États de lutter sans crainte ni répit",
  "engage chacun à rendre compte",
  "décide de se voir",
];

function textIn(language: string, said: readonly string[]): Resolution {
  const [one = "", two = "", three = ""] = said;
  return plainResolution({
    language,
    stages: [dr],
    instrument: { ...plainResolution().instrument, languages: ["en", "fr"] },
    preambular: [paragraph("pp1", one)],
    operative: [paragraph("op1", two, [paragraph("op1.a", three)])],
  });
}

const texts: Record<string, Resolution> = { en: textIn("en", english), fr: textIn("fr", french) };

/** A work in `language`, which is there in `languages`. */
function work(amendments: Amendment[], language = "en", languages = ["en", "fr"]): AmendedWork {
  const resolution = texts[language] ?? textIn(language, english);
  return {
    resolution,
    amendments,
    text: (code) => (languages.includes(code) ? texts[code] : undefined),
  };
}

const names: Record<string, string> = { en: "English", fr: "French", es: "Spanish" };
const named = { languageName: (code: string) => names[code] ?? code };
const found = (amendments: Amendment[], language?: string): Conflict[] =>
  conflicts(work(amendments, language), "dr", named);
const sentences = (amendments: Amendment[]): string[] => found(amendments).map(({ sentence }) => sentence);

/** Words of pp1 in English and French; a language left out has none. */
function words(id: string, says: { en?: string[]; fr?: string[] }, rest: Partial<Amendment> = {}): Amendment {
  const changes = Object.fromEntries(
    Object.entries(says).map(([language, [find = "", put = ""]]) => [language, [change(find, put)]]),
  );
  return amendment(id, { kind: "amend", target: on("pp1"), changes }, rest);
}

describe("amendments that meet in one language only", () => {
  test("are a pair, with the language, when one of them is about that version alone", () => {
    const list = [
      words("am-1", { fr: ["crainte", "peur"] }, { only: ["fr"], original: "fr" }),
      words("am-2", { en: ["and drugs", ""], fr: ["sans crainte ni répit", ""] }),
    ];
    expect(found(list)).toMatchObject([
      { a: "am-1", b: "am-2", kind: "contained", languages: ["fr"], falls: ["am-1"] },
    ]);
    expect(sentences(list)).toEqual([
      "am-1 changes words of PP1 inside those that am-2 changes (“crainte”), in French only; when am-2 is adopted, am-1 falls.",
    ]);
  });

  test("do not fall for it while they can stand in the language of the work", () => {
    const list = [
      words("am-1", { en: ["crime", "piracy"], fr: ["crainte", "peur"] }),
      words("am-2", { en: ["drugs", "arms"], fr: ["crainte ni répit", "relâche"] }),
    ];
    expect(found(list)).toMatchObject([{ falls: [], languages: ["fr"] }]);
    expect(sentences(list)[0]).toMatch(
      /, in French only; both can be adopted, but their words in French have to be settled\.$/,
    );
    // In a French work the same is refused, in every language.
    expect(found(list, "fr")).toMatchObject([{ falls: ["am-1"], languages: ["fr"] }]);
  });

  test("are said to propose the same only where they do", () => {
    const list = [
      words("am-1", { en: ["crime", "piracy"], fr: ["crainte", "peur"] }),
      words("am-2", { en: ["crime", "piracy"], fr: ["crainte", "effroi"] }),
    ];
    expect(sentences(list)).toEqual([
      "am-1 and am-2 propose the same for PP1, in English only; one decision serves both, and where their words differ one of the texts has to be chosen.",
    ]);
  });

  test("of which one puts words at the same spot and the other does more elsewhere are told in one entry", () => {
    const beside = (id: string, en: string, fr: string[]): Amendment =>
      amendment(id, {
        kind: "amend",
        target: on("pp1"),
        changes: { en: [change("crime", en, { beside: "after" })], fr: [change(fr[0] ?? "", fr[1] ?? "")] },
      });
    const list = [
      beside("am-1", "at sea", ["crainte", "peur"]),
      beside("am-2", "on land", ["crainte", "effroi"]),
    ];
    expect(sentences(list)).toEqual([
      "am-1 puts “at sea” into PP1, and am-2 puts “on land” at the same spot, in English only; both can be adopted, and which comes first has to be settled. " +
        "am-1 and am-2 both change the words “crainte” of PP1, in French only; both can be adopted, but their words in French have to be settled.",
    ]);
  });

  test("say nothing of languages when they meet in all that both have, or when one waits for its translation", () => {
    const both = words("am-1", { en: ["crime", "piracy"], fr: ["crainte", "peur"] });
    const rival = words("am-2", { en: ["crime", "theft"], fr: ["crainte", "effroi"] });
    const untranslated = words("am-3", { en: ["crime", "arson"] });
    const deletion = amendment("am-4", { kind: "delete", target: on("pp1") });
    expect(found([both, rival, untranslated, deletion])).toHaveLength(6);
    expect(sentences([both, rival, untranslated, deletion]).join()).not.toMatch(/English|French/);
  });

  test("are counted in the order of consideration by the words that they have", () => {
    const list = [words("am-1", { fr: ["crainte", "peur"] }, { only: ["fr"], original: "fr" })];
    expect(orderOfConsideration(work(list), "dr")).toMatchObject([{ amendment: "am-1", distance: 2 }]);
  });
});

describe("the sentence on a pair", () => {
  const add = (
    id: string,
    place: Extract<Operation, { kind: "add" }>["place"],
    rest: Partial<Amendment> = {},
  ) =>
    amendment(id, { kind: "add", place, ids: [`${id}.a`], texts: { en: [t("New")], fr: [t("Neuf")] } }, rest);
  const remove = (id: string, target: string, rest: Partial<Amendment> = {}) =>
    amendment(id, { kind: "delete", target: on(target) }, rest);

  test("says what is done to each: merged, split, taken out with what it stands in", () => {
    const operation: Operation = {
      kind: "merge",
      target: on("pp1"),
      others: ["op1"],
      text: { en: t("Urges"), fr: t("prie") },
    };
    const sub = amendment("am-2", {
      kind: "amend",
      target: on("op1.a"),
      changes: { en: [change("meet", "part")], fr: [change("voir", "quitter")] },
    });
    expect(sentences([amendment("am-1", operation), sub])).toEqual([
      "am-1 merges OP1 with OP1(a) in it into PP1, and am-2 changes words of OP1(a); when am-1 is adopted, am-2 falls.",
    ]);
    const split: Operation = {
      kind: "split",
      target: on("pp1"),
      ids: ["x"],
      texts: { en: [t("Urges"), t("Acts")], fr: [t("prie"), t("agit")] },
    };
    expect(sentences([amendment("am-1", split), words("am-2", { en: ["crime", "theft"] })])).toEqual([
      "am-1 splits PP1, and am-2 changes words of its present text; when am-1 is adopted, am-2 falls.",
    ]);
  });

  test("says what stands where: beside a paragraph that goes, as a new first one, beside one that is moved", () => {
    expect(sentences([add("am-1", { at: "after", id: "pp1" }), remove("am-2", "pp1")])).toEqual([
      "am-1 puts a new paragraph after PP1, and am-2 takes out PP1; both can be adopted, but the place has to be looked at again.",
    ]);
    const start = { at: "start", part: "preambular" } as const;
    const other = add("am-2", start);
    expect(sentences([add("am-1", start), other])).toEqual([
      "am-1 and am-2 propose the same new paragraph, as PP1; one decision serves both: when one is accepted, record that the other falls.",
    ]);
    const texts = { en: [t("Newer")], fr: [t("Plus neuf")] };
    expect(
      sentences([add("am-1", start), { ...other, operation: { ...other.operation, texts } as Operation }]),
    ).toEqual([
      "am-1 and am-2 both put a new paragraph at the same place, as PP1; both can be adopted, and which comes first has to be settled.",
    ]);
    const move: Operation = { kind: "move", target: on("op1"), place: { at: "after", id: "pp1" } };
    expect(sentences([add("am-1", { at: "after", id: "pp1" }), amendment("am-2", move)])).toEqual([
      "am-1 puts a new paragraph after PP1, and am-2 moves OP1 to the same place; both can be adopted, and which comes first has to be settled.",
    ]);
  });

  test("leaves out that something is put inside a paragraph that moves, since it goes with it", () => {
    const inside = add("am-1", { at: "end", within: "op1" });
    const move: Operation = { kind: "move", target: on("op1"), place: { at: "start", part: "operative" } };
    expect(sentences([inside, amendment("am-2", { ...move, place: { at: "after", id: "pp1" } })])).toEqual(
      [],
    );
    expect(sentences([inside, remove("am-2", "op1")])).toEqual([
      "am-2 takes out OP1, and am-1 puts a sub-paragraph into it; when am-2 is adopted, am-1 falls.",
    ]);
  });

  test("names words that are put beside others which change, but not beside those that only stand next to them", () => {
    const more = (id: string, find: string) =>
      amendment(id, {
        kind: "amend",
        target: on("pp1"),
        changes: { en: [change(find, "at sea", { beside: "after" })] },
      });
    const less = words("am-2", { en: ["crime", ""] });
    expect(sentences([more("am-1", "crime"), less])).toEqual([
      "am-1 puts “at sea” beside “crime” in PP1, and am-2 takes those words out; both can be adopted, but the place has to be looked at again.",
    ]);
    expect(sentences([more("am-1", "against"), less])).toEqual([]);
  });

  test("says of a merger and a deletion of the same paragraph that only one of them can be adopted", () => {
    const operation: Operation = {
      kind: "merge",
      target: on("pp1"),
      others: ["op1"],
      text: { en: t("Urges") },
    };
    const list = [remove("am-1", "op1"), amendment("am-2", operation)];
    expect(found(list)).toMatchObject([{ falls: ["am-1", "am-2"] }]);
    expect(sentences(list)).toEqual([
      "am-1 takes out OP1, and am-2 merges OP1 into PP1; when one is adopted, the other falls.",
    ]);
  });

  test("knows what the body has taken already", () => {
    const one = words("am-1", { en: ["crime and drugs", "theft"] });
    const two = words("am-2", { en: ["drugs", "arms"] });
    const ends = (a: Amendment, b: Amendment) => sentences([a, b])[0]?.split("; ")[1];
    expect(ends({ ...one, decision: accepted }, two)).toBe("am-1 is accepted, so am-2 falls.");
    expect(ends(one, { ...two, decision: accepted })).toBe(
      "when am-1 is adopted, am-2 falls, although it is accepted.",
    );
    expect(ends({ ...one, decision: accepted }, { ...two, decision: accepted })).toBe(
      "both are recorded as accepted, but only one of them can stand.",
    );
    expect(ends(remove("am-1", "pp1", { decision: accepted }), remove("am-2", "pp1"))).toBe(
      "am-1 is accepted, so am-2 falls.",
    );
    const order = orderOfConsideration(work([{ ...one, decision: accepted }, two]), "dr");
    expect(order.map(({ why }) => why)).toEqual(["am-1 is accepted, so it falls; record that."]);
  });

  test("a sub-amendment that takes out one of several new paragraphs meets one that changes its words", () => {
    const parent = amendment("am-1", {
      kind: "add",
      place: { at: "after", id: "pp1" },
      ids: ["am-1.a", "am-1.b"],
      texts: { en: [t("One new thing"), t("Two new things")] },
    });
    const edit = amendment(
      "am-2",
      { kind: "amend", target: on("am-1.b"), changes: { en: [change("things", "words")] } },
      { parent: "am-1" },
    );
    const out = remove("am-3", "am-1.b", { parent: "am-1" });
    expect(sentences([parent, edit, out])).toEqual([
      "am-3 takes out a paragraph of the text of am-1, and am-2 changes words of it; when am-3 is adopted, am-2 falls.",
    ]);
    expect(
      orderOfConsideration(work([parent, edit, out]), "dr")
        .map((step) => step.why)
        .join(),
    ).not.toContain("cannot be put");
  });
});

/** Any amendment to the small text: words of it in one language or both, the same or not, or something done to a paragraph. */
const anyOne = fc.record({
  kind: fc.constantFrom("words", "words", "words", "replace", "delete", "move", "add"),
  paragraph: fc.nat({ max: 2 }),
  from: fc.array(fc.nat({ max: 7 }), { minLength: 2, maxLength: 2 }),
  length: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
  put: fc.array(fc.constantFrom("new", "other", ""), { minLength: 2, maxLength: 2 }),
  speaks: fc.constantFrom(["en"], ["fr"], ["en", "fr"], ["en", "fr"]),
});

function made(one: typeof anyOne extends fc.Arbitrary<infer T> ? T : never, id: string): Amendment {
  const target = ["pp1", "op1", "op1.a"][one.paragraph] ?? "pp1";
  const rest: Partial<Amendment> =
    one.speaks.length === 1 ? { only: [...one.speaks], original: one.speaks[0] ?? "en" } : {};
  const each = <T>(f: (language: string, i: number) => T): Record<string, T> =>
    Object.fromEntries(one.speaks.map((language) => [language, f(language, language === "en" ? 0 : 1)]));
  const find = (language: string, i: number): string => {
    const all = ((language === "en" ? english : french)[one.paragraph] ?? "").split(" ");
    const from = (one.from[i] ?? 0) % all.length;
    return all.slice(from, from + (one.length[i] ?? 1)).join(" ");
  };
  switch (one.kind) {
    case "replace":
      return amendment(
        id,
        { kind: "replace", target: on(target), text: each((_, i) => t(`All ${one.put[i]}`)) },
        rest,
      );
    case "delete":
      return amendment(id, { kind: "delete", target: on(target) });
    case "move":
      return amendment(id, { kind: "move", target: on("op1"), place: { at: "after", id: "pp1" } });
    case "add":
      return amendment(id, {
        kind: "add",
        place: { at: "after", id: target },
        ids: [`${id}.a`],
        texts: { en: [t(`New ${one.put[0]}`)], fr: [t(`Neuf ${one.put[1]}`)] },
      });
    default: {
      const changes = each((language, i) => [change(find(language, i), one.put[i] ?? "")]);
      return amendment(id, { kind: "amend", target: on(target), changes }, rest);
    }
  }
}

const anyList = fc
  .array(anyOne, { minLength: 2, maxLength: 6 })
  .map((all) => all.map((one, i) => made(one, `am-${i + 1}`)));

/** Pairs without regard to who comes first. */
const pairsOf = (list: readonly Conflict[]): string[] =>
  list.map(({ a, b }) => [a, b].sort().join(" ")).sort();

test("a pair that meets in one language is in the list once, whatever the language of the work and the order of the list", () => {
  let partly = 0;
  fc.assert(
    fc.property(anyList, (list) => {
      const whole = found(list);
      const pairs = pairsOf(whole);
      partly += whole.filter(({ languages }) => languages?.join() === "fr").length;
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(pairsOf(found(list, "fr"))).toEqual(pairs);
      expect(pairsOf(found([...list].reverse()))).toEqual(pairs);
      for (const language of ["en", "fr"]) {
        const there = list.filter((a) => a.only?.includes(language) !== false);
        const alone = pairsOf(conflicts(work(there, language, [language]), "dr"));
        expect(pairs).toEqual(expect.arrayContaining(alone));
      }
    }),
    { numRuns: 1500 },
  );
  expect(partly).toBeGreaterThan(0);
});
