import { describe, expect, it } from "vitest";
import type { Party, Session } from "../../src/model/instrument.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { composed, draft, resolution, small, tryCompose } from "./samples.ts";

type Instrument = Partial<Resolution["instrument"]>;

/** The text of everything before the paragraphs, a line a block; columns as `left ‖ right`. */
function top(
  instrument: Instrument,
  options: { stage?: Stage; language?: string } = {},
  more: Partial<Resolution> = {},
): string[] {
  const { markup } = composed(resolution(more, instrument), options);
  const body = markup.slice(markup.indexOf("</header>") + 9, markup.search(/<para style="enacting"|<item/));
  const words = (part: string) =>
    [...part.matchAll(/<(?:para|heading)[^>]*>(.*?)<\/(?:para|heading)>/g)].map(([, text = ""]) =>
      text
        .replace(/<br\/>/g, " / ")
        .replace(/<[^>]*>/g, "")
        .replace(/&amp;/g, "&"),
    );
  const columns = /<columns>([\s\S]*?)<\/columns>/.exec(body);
  const [left = "", right = ""] = columns?.[1]?.split("</column>") ?? [];
  const rule = body.includes("<rule") ? ["———"] : [];
  return [
    ...words(body.slice(0, columns?.index)),
    ...rule,
    `${words(left).join(" / ")} ‖ ${words(right).join(" / ")}`,
    ...words(body.slice((columns?.index ?? 0) + (columns?.[0].length ?? 0))),
  ];
}

const at = (number: number, city: string, country: string, from: string, to: string): Session => ({
  number,
  place: { city, country },
  from,
  to,
});
const peace = { committee: "peace-and-security" };
const title = "SHARING THE WORK OF PEACE";
const sentence = "Sharing the work of peace";
const names = "Ms. Maria Teresa Ortuño (Mexico) and Mr. Apiwan Wiriyachai (Thailand)";
const short = "Ms. M.T. Ortuño (Mexico) and Mr. A. Wiriyachai (Thailand)";
const line = "Preliminary draft resolution submitted by the co-Rapporteurs";

describe("the heading block of page 1, by period (house-style 1.3)", () => {
  it("2004: committee, symbol and date only", () => {
    const session = at(111, "geneva", "CH", "2004-09-28", "2004-10-01");
    expect(top({ ...peace, session })).toEqual([
      "Standing Committee I - / Peace and International Security ‖ C-I/122/DR-Pre / 18 December 2009",
      title,
      "Preliminary draft resolution prepared by the co-Rapporteurs",
      names,
    ]);
    const { view } = composed(resolution({}, { session }));
    expect(view.enacting).toBe("The 111<sup>th</sup> Inter-Parliamentary Assembly,");
  });

  it("2005: the running head adds place and dates", () => {
    const session = at(113, "geneva", "CH", "2005-10-17", "2005-10-19");
    expect(top({ committee: "democracy-and-human-rights", session })).toEqual([
      "Third Standing Committee - / Democracy and Human Rights ‖ C-I/122/DR-Pre / 18 December 2009",
      title,
      line,
      names,
    ]);
    expect(composed(resolution({}, { session })).view.runningHead.place).toBe("Geneva, 17 – 19.10.2005");
  });

  it("2006-2010: the seed's", () => {
    expect(top(peace)).toEqual([
      "INTER-PARLIAMENTARY UNION",
      "122nd Assembly and related meetings",
      "Bangkok (Thailand), 27th March - 1st April 2010",
      "———",
      "First Standing Committee / Peace and International Security ‖ C-I/122/DR-Pre / 18 December 2009",
      title,
      line,
      names,
    ]);
  });

  it("2011-2013", () => {
    const session = at(126, "kampala", "UG", "2012-03-31", "2012-04-05");
    expect(top({ committee: "democracy-and-human-rights", session })).toEqual([
      "INTER-PARLIAMENTARY UNION",
      "126th Assembly and related meetings",
      "Kampala (Uganda), 31 March to 5 April 2012",
      "———",
      "Third Standing Committee on / Democracy and Human Rights ‖ C-I/122/DR-Pre / 18 December 2009",
      title,
      line,
      short,
    ]);
  });

  it("2014", () => {
    const session = at(130, "geneva", "CH", "2014-03-16", "2014-03-20");
    expect(top({ committee: "sustainable-development", session }).slice(0, 4)).toEqual([
      "130th IPU ASSEMBLY / AND RELATED MEETINGS",
      "Geneva, 16 – 20.3.2014",
      "———",
      "Standing Committee on / Sustainable Development, / Finance and Trade ‖ C-I/122/DR-Pre / 18 December 2009",
    ]);
  });

  it("2015: title in sentence case from here on", () => {
    const session = at(132, "hanoi", "VN", "2015-03-28", "2015-04-01");
    expect(top({ ...peace, session })).toEqual([
      "132nd IPU Assembly",
      "Hanoi (Viet Nam), 28 March - 1 April 2015",
      "———",
      "Standing Committee on / Peace and International Security ‖ C-I/122/DR-Pre / 18 December 2009",
      sentence,
      line,
      short,
    ]);
  });

  it("2016", () => {
    const session = at(135, "geneva", "CH", "2016-10-23", "2016-10-27");
    expect(top({ ...peace, session }).slice(0, 2)).toEqual([
      "135th IPU ASSEMBLY AND RELATED MEETINGS",
      "Geneva, 23 – 27.10.2016",
    ]);
  });

  it("2022", () => {
    const session = at(145, "kigali", "RW", "2022-10-11", "2022-10-15");
    expect(top({ ...peace, session }).slice(0, 2)).toEqual([
      "145th IPU Assembly",
      "Kigali, Rwanda / 11–15 October 2022",
    ]);
  });

  it("2023-2024, also for a plenary paper with its item", () => {
    const { committee: _none, ...plenary } = resolution().instrument;
    const session = at(148, "geneva", "CH", "2024-03-23", "2024-03-27");
    const r = { ...resolution(), instrument: { ...plenary, session, item: "2" } };
    expect(top({}, {}, { instrument: r.instrument }).slice(0, 4)).toEqual([
      "148th IPU Assembly",
      "Geneva, 23–27 March 2024",
      "———",
      "Assembly / Item 2 ‖ C-I/122/DR-Pre / 18 December 2009",
    ]);
  });

  it("can be asked for by name, and an unknown name is said with the nearest", () => {
    expect(top({ ...peace, period: "2015" })[0]).toBe("122nd IPU Assembly");
    const committee = (period: string) => top({ ...peace, period }).find((text) => text.includes("‖"));
    expect(committee("2015")).toContain("Standing Committee on / Peace and International Security");
    expect(committee("2004")).toContain("Standing Committee I - / Peace and International Security");
    expect(committee("2006-2010")).toContain("First Standing Committee / Peace and International Security");
    expect(tryCompose(resolution({}, { period: "2006-2011" })).diagnostics[0]).toMatchObject({
      severity: "error",
      hint: 'Did you mean "2006-2010"?',
    });
  });
});

describe("the title", () => {
  const of = (language: string, text: string) =>
    composed(resolution({ language, title: small(text) }), { language }).view.title;

  it("drops the accents of French capitals and keeps the Spanish ones (house-style 1.4)", () => {
    expect(of("fr", "Coopération et responsabilité partagée")).toBe("COOPERATION ET RESPONSABILITE PARTAGEE");
    expect(of("es", "Utilización y evolución")).toBe("UTILIZACIÓN Y EVOLUCIÓN");
  });

  it("leaves raised letters and symbols in it alone", () => {
    expect(of("en", "The 122^nd^ text [ltr: A/res/1] of *peace*")).toBe(
      'THE 122<sup>nd</sup> TEXT <isolate dir="ltr">A/res/1</isolate> OF <em role="title">PEACE</em>',
    );
  });
});

describe("the lines of the submitters (house-style 1.5)", () => {
  const woman: Party = {
    type: "person",
    id: "lugaric",
    honorific: "ms",
    given: "Marija",
    family: "Lugarić",
    country: "HR",
  };
  const man: Party = {
    type: "person",
    id: "judd",
    honorific: "lord",
    given: "",
    family: "Judd",
    country: "GB",
  };
  const third: Party = {
    type: "person",
    id: "mahia",
    honorific: "mr",
    given: "José Carlos",
    family: "Mahía",
    country: "UY",
  };
  const by = (
    parties: Party[],
    role: "co-rapporteur" | "delegation" = "co-rapporteur",
    stage: Stage = draft,
    language = "en",
  ) => top({ ...peace, submitters: { role, parties } }, { stage, language }).slice(6);

  it("speak of one in the singular, with a comma", () => {
    expect(by([woman])).toEqual([
      "Preliminary draft resolution submitted by the co-Rapporteur,",
      "Ms. Marija Lugarić (Croatia)",
    ]);
  });

  it("join two, give peers no Mr., and repeat the function after three", () => {
    expect(by([woman, man])[1]).toBe("Ms. Marija Lugarić (Croatia) and Lord Judd (United Kingdom)");
    expect(by([woman, man, third])[1]).toBe(
      "Ms. Marija Lugarić (Croatia), Lord Judd (United Kingdom) and Mr. José Carlos Mahía (Uruguay), co-Rapporteurs",
    );
  });

  it("take a translation's own spelling of a name", () => {
    const r = resolution({ persons: { ortuno: "ماريا" } });
    expect(composed(r).view.submitters[0]?.text).toContain("Ms. ماريا (Mexico)");
  });

  it("list delegations in alphabetical order", () => {
    const countries = ["SE", "CA", "IR"].map((country): Party => ({ type: "country", country }));
    expect(by(countries, "delegation")).toEqual([
      "Preliminary draft resolution submitted by the delegations of Canada, Iran (Islamic Republic of) and Sweden",
    ]);
    expect(by([{ type: "country", country: "SE" }], "delegation")).toEqual([
      "Preliminary draft resolution submitted by the delegation of Sweden",
    ]);
  });

  it("name the committee and the Rapporteur on the committee's text", () => {
    const stage: Stage = { ...draft, kind: "committee-draft" };
    expect(by([woman], "co-rapporteur", stage)).toEqual([
      "Draft resolution submitted by the Standing Committee on Peace and International Security",
      "Rapporteur: Ms. Marija Lugarić (Croatia)",
    ]);
  });

  it("call a revised draft a revised draft", () => {
    expect(by([woman, man], "co-rapporteur", { ...draft, kind: "revised-draft" })[0]).toBe(
      "Revised preliminary draft resolution submitted by the co-Rapporteurs",
    );
  });
});

describe("an adopted text (house-style 1.8)", () => {
  const stage: Stage = {
    id: "adopted",
    kind: "adopted",
    date: "2010-04-01",
    applies: [],
    adoption: {
      mode: "consensus",
      date: "2010-04-01",
      place: { city: "bangkok", country: "TH" },
      reservations: [
        { parties: [{ type: "country", country: "SE" }], scope: ["pp02", "op01", "op02"] },
        { parties: [{ type: "country", country: "IR" }], scope: "whole" },
      ],
    },
  };

  it("says how, by whom, where and when, with the asterisk and its note", () => {
    const { view, document } = composed(resolution(), { stage });
    expect(view.adoption.line).toBe(
      'Resolution adopted by consensus<call id="*" label="*"/> by the 122<sup>nd</sup> IPU Assembly',
    );
    expect(view.adoption.place).toBe("(Bangkok, 1 April 2010)");
    expect(view.notes).toEqual([
      {
        id: "*",
        label: "*",
        text: "The delegation of Sweden expressed a reservation on preambular paragraph 2 and operative paragraphs 1 and 2. The delegation of the Islamic Republic of Iran expressed a reservation on the whole text.",
      },
    ]);
    expect(document.notes[0]).toMatchObject({ id: "*", label: "*" });
    expect(document.meta.symbol).toBe("");
    expect(view.submitters).toEqual([]);
  });

  it("has no asterisk without reservations, and says when nobody recorded the adoption", () => {
    const quiet = {
      ...stage,
      adoption: {
        mode: "unanimity" as const,
        date: "2010-04-01",
        place: { city: "bangkok", country: "TH" },
        reservations: [],
      },
    };
    expect(composed(resolution(), { stage: quiet }).view.adoption.line).toBe(
      "Resolution adopted unanimously by the 122<sup>nd</sup> IPU Assembly",
    );
    const { adoption: _none, ...unrecorded } = stage;
    expect(tryCompose(resolution(), { stage: unrecorded }).diagnostics[0]).toMatchObject({
      code: "missing-field",
    });
  });
});

describe("a declaration", () => {
  it("has free text and no enacting line (house-style 6, 17)", () => {
    const r = resolution({
      kind: "declaration",
      preambular: [],
      operative: [
        { type: "prose", id: "d1", text: small("We, the delegates, have met.") },
        { type: "prose", id: "d2", text: small("We, the delegates, agree.") },
      ],
    });
    const { document, view } = composed(r);
    expect(view.enacting).toBe("");
    // The first one keeps off the title.
    expect(document.body.at(-2)).toMatchObject({ kind: "para", style: "prose-first" });
    expect(document.body.at(-1)).toMatchObject({
      kind: "para",
      style: "prose",
      inline: [{ kind: "text", text: "We, the delegates, agree." }],
    });
    expect(view.stageLine).toBe("Preliminary draft declaration submitted by the co-Rapporteurs");
  });
});

describe("women who submit a text", () => {
  const women = (...honorifics: string[]) =>
    resolution(
      {},
      {
        submitters: {
          role: "co-rapporteur",
          parties: honorifics.map((honorific, i) => ({
            type: "person" as const,
            id: `p${i}`,
            honorific,
            given: "A.",
            family: "B",
            country: "FR",
          })),
        },
      },
    );
  const line = (r: ReturnType<typeof resolution>): string => composed(r, { language: "fr" }).view.stageLine;
  it("alone have the forms of women, one of them, a senator, or several", () => {
    expect(line(women("ms"))).toContain("la co-rapporteure,");
    expect(line(women("senator-f"))).toContain("la co-rapporteure,");
    expect(line(women("ms", "baroness"))).toContain("les co-rapporteures");
  });
  it("beside a man have the common one", () => {
    expect(line(women("ms", "mr"))).toContain("les co-rapporteurs");
    expect(line(women("mr"))).toContain("le co-rapporteur,");
  });
});

describe("by whom a text was adopted (house-style 1.8)", () => {
  const adopted = (language: string, body: string, session: Partial<Session> = {}): string => {
    const where = { city: "geneva", country: "CH" };
    const adoption = { mode: "consensus" as const, date: "2018-03-28", place: where, reservations: [] };
    const stage: Stage = { ...draft, id: "adopted", kind: "adopted", date: "2018-03-28", adoption };
    const days = { number: 202, place: where, from: "2018-03-24", to: "2018-03-28" };
    const r = { ...resolution({}, { body, session: { ...days, ...session } }), language };
    return composed(r, { stage, language }).view.adoption.line.replace(/<[^>]*>/g, "");
  };

  it.each([
    [
      "en",
      "Resolution adopted by consensus by the 202nd IPU Assembly",
      "Resolution adopted by consensus by the 202nd Inter-Parliamentary Conference",
      "Resolution adopted by consensus by the Governing Council at its 202nd session",
    ],
    [
      "fr",
      "Résolution adoptée par consensus par la 202e Assemblée",
      "Résolution adoptée par consensus par la 202e Conférence interparlementaire",
      "Résolution adoptée par consensus par le Conseil directeur à sa 202e session",
    ],
    [
      "es",
      "Resolución aprobada por consenso por la 202ª Asamblea de la Unión Interparlamentaria",
      "Resolución aprobada por consenso por la 202ª Conferencia Interparlamentaria",
      "Resolución aprobada por consenso por el Consejo Directivo en su 202ª reunión",
    ],
    [
      "pt",
      "Resolução adotada por consenso pela 202.ª Assembleia da UIP",
      "Resolução adotada por consenso pela 202.ª Conferência Interparlamentar",
      "Resolução adotada por consenso pelo Conselho Diretivo na sua 202.ª sessão",
    ],
    [
      "ru",
      "Резолюция, принятая консенсусом 202-й Ассамблеей МПС",
      "Резолюция, принятая консенсусом 202-й Межпарламентской конференцией",
      "Резолюция, принятая консенсусом Руководящим советом на его 202-й сессии",
    ],
    [
      "ar",
      "قرار معتمد بتوافق الآراء من الجمعية العامة الـ202 للاتحاد البرلماني الدولي",
      "قرار معتمد بتوافق الآراء من المؤتمر البرلماني الدولي الـ202",
      "قرار معتمد بتوافق الآراء من المجلس الحاكم في دورته الـ202",
    ],
    [
      "zh",
      "议联第202届大会协商一致通过的决议",
      "第202届各国议会联盟大会协商一致通过的决议",
      "理事会第202届会议协商一致通过的决议",
    ],
  ])("is said in %s of the Assembly, the Conference and the Governing Council", (language, ...wanted) => {
    const bodies = ["assembly", "conference", "governing-council"];
    expect(bodies.map((body) => adopted(language, body))).toEqual(wanted);
  });

  it("is the Assembly alone to 2008, the IPU Assembly since then", () => {
    const at = (number: number, from: string): string =>
      adopted("en", "assembly", { number, from, to: from });
    expect(at(118, "2008-04-13")).toBe("Resolution adopted by consensus by the 118th Assembly");
    expect(at(111, "2004-09-28")).toBe("Resolution adopted by consensus by the 111th Assembly");
    expect(at(122, "2010-03-27")).toBe("Resolution adopted by consensus by the 122nd IPU Assembly");
  });
});
