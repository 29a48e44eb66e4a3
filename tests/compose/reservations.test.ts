import { describe, expect, it } from "vitest";
import type { Party } from "../../src/model/instrument.ts";
import type { Reservation, Stage } from "../../src/model/stage.ts";
import { draft, paragraph, resolution, small, tryCompose } from "./samples.ts";

const delegation = (country: string): Party => ({ type: "country", country });
const [chile, sweden] = [delegation("CL"), delegation("SE")];
const woman: Party = {
  type: "person",
  id: "x",
  honorific: "ms",
  given: "Marija",
  family: "Lugarić",
  country: "HR",
};
const text = resolution({
  annexes: ["a1", "a2"].map((id) => ({ id, title: small("T"), items: [paragraph(`${id}.p1`, "y")] })),
});

function compose(reservations: Reservation[], language = "en", of = text) {
  const adoption = {
    mode: "consensus" as const,
    date: "2010-04-01",
    place: { city: "bangkok", country: "TH" },
    reservations,
  };
  const stage: Stage = { ...draft, id: "adopted", kind: "adopted", adoption };
  return tryCompose({ ...of, language, stages: [stage] }, { stage, language });
}

/** The asterisk note as it is read, without marks. */
function note(reservations: Reservation[], language = "en", of = text): string {
  const { value, diagnostics } = compose(reservations, language, of);
  expect(diagnostics).toEqual([]);
  const view = value?.view as { notes: { id: string; text: string }[] };
  return (view.notes.find(({ id }) => id === "*")?.text ?? "").replace(/<[^>]*>/g, "");
}

const number = (part: "preambular" | "operative", n: number) => ({
  written: `${part === "operative" ? "OP" : "PP"}${n}`,
  number: { part, path: [{ number: n }] },
});

describe("a reservation on the wording of paragraphs (house-style 1.8)", () => {
  const forms: Reservation[][] = [
    [{ parties: [chile], wording: true, scope: ["pp02"] }],
    [{ parties: [sweden, chile], wording: true, scope: ["op02", "pp02", "op01"] }],
    [{ parties: [chile], wording: true, scope: "whole" }],
  ];
  it.each([
    [
      "en",
      "The delegation of Chile expressed a reservation on the wording of preambular paragraph 2.",
      "The delegations of Chile and Sweden expressed reservations on the wording of preambular paragraph 2 and operative paragraphs 1 and 2.",
      "The delegation of Chile expressed a reservation on the wording of the whole text.",
    ],
    [
      "fr",
      "La délégation du Chili a exprimé une réserve sur le libellé du paragraphe 2 du préambule.",
      "Les délégations du Chili et de la Suède ont exprimé des réserves sur le libellé du paragraphe 2 du préambule et des paragraphes 1 et 2 du dispositif.",
      "La délégation du Chili a exprimé une réserve sur le libellé de l’ensemble du texte.",
    ],
    [
      "es",
      "La delegación de Chile expresó una reserva en relación con la redacción del párrafo 2 del preámbulo.",
      "Las delegaciones de Chile y de Suecia expresaron reservas en relación con la redacción del párrafo 2 del preámbulo y de los párrafos 1 y 2 de la parte dispositiva.",
      "La delegación de Chile expresó una reserva en relación con la redacción de la totalidad del texto.",
    ],
    [
      "pt",
      "A delegação do Chile formulou uma reserva sobre a redação do parágrafo 2 do preâmbulo.",
      "As delegações do Chile e da Suécia formularam reservas sobre a redação do parágrafo 2 do preâmbulo e dos parágrafos 1 e 2 da parte operativa.",
      "A delegação do Chile formulou uma reserva sobre a redação da totalidade do texto.",
    ],
    [
      "ru",
      "Делегация Чили высказала оговорку в отношении формулировки пункта 2 преамбулы.",
      "Делегации Чили и Швеции высказали оговорки в отношении формулировки пункта 2 преамбулы и пунктов 1 и 2 постановляющей части.",
      "Делегация Чили высказала оговорку в отношении формулировок всего текста.",
    ],
    [
      "ar",
      "أبدى وفد شيلي تحفظا على صياغة الفقرة 2 من الديباجة.",
      "أبدى وفدا السويد وشيلي تحفظات على صياغة الفقرة 2 من الديباجة والفقرتين 1 و2 من المنطوق.",
      "أبدى وفد شيلي تحفظا على صياغة النص بأكمله.",
    ],
    [
      "zh",
      "智利代表团对序言部分第2段的措辞表示保留。",
      "瑞典和智利代表团对序言部分第2段和执行部分第1和2段的措辞表示保留。",
      "智利代表团对全文的措辞表示保留。",
    ],
  ])("is said in %s, of one delegation and of several", (language, ...wanted) => {
    expect(forms.map((reservations) => note(reservations, language))).toEqual(wanted);
  });
});

describe("who reserves", () => {
  it.each([
    [
      "en",
      "The delegations of Chile, the Islamic Republic of Iran and Sweden expressed reservations on the whole text.",
    ],
    [
      "fr",
      "Les délégations du Chili, de la République islamique d’Iran et de la Suède ont exprimé des réserves sur l’ensemble du texte.",
    ],
    ["ar", "أبدت وفود جمهورية إيران الإسلامية، والسويد، وشيلي تحفظات على النص بأكمله."],
  ])("is named in the alphabetical order of %s", (language, wanted) => {
    const parties = [sweden, delegation("IR"), chile];
    expect(note([{ parties, scope: "whole" }], language)).toBe(wanted);
  });

  it.each([
    [
      "en",
      "The African Group expressed a reservation on the title. Ms. Marija Lugarić (Croatia) expressed a reservation on the title.",
    ],
    [
      "ru",
      "Африканская группа высказала оговорку в отношении названия. Г-жа Marija Lugarić (Хорватия) высказала оговорку в отношении названия.",
    ],
    [
      "ar",
      "أبدت المجموعة الأفريقية تحفظا على العنوان. أبدت السيدة Marija Lugarić (كرواتيا) تحفظا على العنوان.",
    ],
  ])("may be a group or a person in %s", (language, wanted) => {
    const reservations = [{ type: "group" as const, name: "african" }, woman].map(
      (party): Reservation => ({ parties: [party], scope: ["title"] }),
    );
    expect(note(reservations, language)).toBe(wanted);
  });

  it("may be delegations and others together, each with a verb of its own", () => {
    const body: Party = { type: "body", body: "women" };
    expect(note([{ parties: [body, chile, sweden], scope: ["op01"] }])).toBe(
      "The delegations of Chile and Sweden expressed reservations on operative paragraph 1. The Meeting of Women Parliamentarians expressed a reservation on operative paragraph 1.",
    );
  });
});

it("sentences follow each other with a space, in Chinese without", () => {
  const reservations: Reservation[] = [chile, sweden].map((party) => ({ parties: [party], scope: "whole" }));
  expect(note(reservations, "pt")).toBe(
    "A delegação do Chile formulou uma reserva sobre a totalidade do texto. A delegação da Suécia formulou uma reserva sobre a totalidade do texto.",
  );
  expect(note(reservations, "zh")).toBe("智利代表团对全文表示保留。瑞典代表团对全文表示保留。");
});

describe("what is reserved on", () => {
  it("may be named by the numbers of the adopted text, in any order", () => {
    const scope = [number("operative", 2), number("operative", 1), number("preambular", 2)];
    expect(note([{ parties: [chile], scope }])).toBe(
      "The delegation of Chile expressed a reservation on preambular paragraph 2 and operative paragraphs 1 and 2.",
    );
  });

  it("is said to be in an annex, not in the operative part", () => {
    const reservations: Reservation[] = [
      { parties: [chile], scope: ["op01", "a2.p1"] },
      { parties: [sweden], wording: true, scope: ["a1.p1"] },
    ];
    expect(note(reservations)).toBe(
      "The delegation of Chile expressed a reservation on operative paragraph 1 and paragraph 1 of annex II. The delegation of Sweden expressed a reservation on the wording of paragraph 1 of annex I.",
    );
    expect(note(reservations, "fr")).toBe(
      "La délégation du Chili a exprimé une réserve sur le paragraphe 1 du dispositif et le paragraphe 1 de l’annexe II. La délégation de la Suède a exprimé une réserve sur le libellé du paragraphe 1 de l’annexe I.",
    );
    const single = { ...text, annexes: text.annexes.slice(0, 1) };
    expect(note([{ parties: [chile], scope: ["a1.p1"] }], "es", single)).toBe(
      "La delegación de Chile expresó una reserva con respecto al párrafo 1 del anexo.",
    );
  });

  it("is an error at its place when the text has no such paragraph", () => {
    const { diagnostics } = compose([
      { parties: [chile], scope: ["op01"] },
      { parties: [sweden], scope: ["op001", number("operative", 30)] },
    ]);
    expect(diagnostics).toMatchObject([
      {
        code: "dangling-reference",
        severity: "error",
        message:
          "A reservation is on `op001`, but the text of the stage `adopted` has no such paragraph with a number.",
        hint: "Did you mean `op01`?",
        place: { path: ["stages", 0, "adoption", "reservations", 1, "scope", 0] },
      },
      {
        message:
          "A reservation is on OP30, but there is no such paragraph in the text of the stage `adopted`.",
        hint: "Its operative part has 2 paragraphs; numbers are those of this text.",
        place: { path: ["stages", 0, "adoption", "reservations", 1, "scope", 1] },
      },
    ]);
  });
});

describe("a reservation on a paragraph of another number", () => {
  it("proposes no other paragraph, but says which numbers there are", () => {
    const { diagnostics } = compose([{ parties: [chile], scope: ["op12"] }]);
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      "Write the id of a paragraph, its number in this text, or title. It has PP1 to PP2 and OP1 to OP2.",
    ]);
  });
});

describe("the reason of a reservation", () => {
  const reservations: Reservation[] = [
    {
      parties: [chile],
      scope: ["op01"],
      text: { en: small("It has no *bank*."), fr: small("Il n’a pas de banque.") },
    },
  ];
  it("is printed in the language of the document", () => {
    expect(note(reservations)).toBe(
      "The delegation of Chile expressed a reservation on operative paragraph 1. It has no bank.",
    );
    expect(note(reservations, "fr")).toMatch(/du dispositif\. Il n’a pas de banque\.$/);
  });
  it("is a sentence, also when its author left capital and full stop out", () => {
    const text = { en: small("its *law* differs"), fr: small("sa loi diffère"), zh: small("其法律不同") };
    const one: Reservation = { parties: [chile], scope: ["op01"], text };
    expect(note([one], "en")).toMatch(/paragraph 1\. Its law differs\.$/);
    expect(note([one], "fr")).toMatch(/du dispositif\. Sa loi diffère\.$/);
    expect(note([one], "zh")).toMatch(/。其法律不同。$/);
  });
  it("is asked for where a language has none", () => {
    expect(compose(reservations, "es").diagnostics).toMatchObject([
      {
        code: "translation-missing",
        message: "The reason of this reservation has no text in `es`.",
        hint: "Write it in every language: text: { en: …, fr: …, es: … }.",
      },
    ]);
  });
});
