import { describe, expect, it } from "vitest";
import { listLocales } from "../../src/language/load.ts";
import { plainText } from "../../src/text/inline.ts";
import { locale, project } from "./worlds.ts";

const languages = listLocales(project);
const vowel = /^[aeiouyàâéèêëîïôöûü]/i;

describe("the delegation of a country", () => {
  /** What each language puts before a country's name, as its grammar has it. `of` is what follows "the delegation". */
  const rules: Record<string, (of: string, running: string) => boolean> = {
    en: (of, running) => {
      const common =
        /\b(?:Republic|Kingdom|States?|Islands|Federation|Emirates|Netherlands|Philippines|Bahamas|See|Congo|Gambia)\b/;
      return common.test(running)
        ? of === `of the ${running}`
        : of === `of ${running}` || of === `of the ${running}`;
    },
    fr: (of, running) => {
      if (of === `des ${running}`) return true;
      // An h is silent or not; a name says which.
      if (/^H/.test(running))
        return [`d’${running}`, `de l’${running}`, `de la ${running}`, `du ${running}`].includes(of);
      if (vowel.test(running) && !/^Y/.test(running))
        return of === `d’${running}` || of === `de l’${running}`;
      return [`de ${running}`, `du ${running}`, `de la ${running}`].includes(of);
    },
    es: (of, running) =>
      [
        `de ${running}`,
        `del ${running}`,
        `de la ${running}`,
        `de los ${running}`,
        `de las ${running}`,
      ].includes(of),
    pt: (of, running) =>
      [`de ${running}`, `do ${running}`, `da ${running}`, `dos ${running}`, `das ${running}`].includes(of),
    // The article is part of the name.
    ar: (of, running) => of === running,
    zh: (of, running) => of === running,
    // The genitive: a name that can be declined is not in the nominative; Никарагуа and Самоа cannot.
    ru: (of, running) =>
      /(?:(?<![оу])а|[яьй]|[бвгджзклмнпрстфхцчщ])$/u.test(running) && running !== "Бангладеш"
        ? of !== running
        : of !== "",
  };

  it("is said in every language that there is", () => {
    expect(Object.keys(rules).sort()).toEqual(languages);
  });
  it.each(languages)("in %s, with the article and the form that each name takes", (code) => {
    const own = locale(code);
    const wrong = own.countryCodes().filter((country) => {
      const { running, ofDelegation } = own.country(country);
      return !rules[code]?.(ofDelegation, running);
    });
    expect(wrong.map((country) => own.country(country).ofDelegation)).toEqual([]);
    expect(own.diagnostics).toEqual([]);
  });
  it.each(languages)("in %s, never with a name in brackets", (code) => {
    const own = locale(code);
    for (const country of own.countryCodes())
      expect(own.country(country).ofDelegation).not.toMatch(/[()（）]/);
  });
  it.each([
    ["en", "submitted by the delegation of the Islamic Republic of Iran"],
    ["fr", "présenté par la délégation de la République islamique d’Iran"],
    ["es", "presentado por la delegación de la República Islámica del Irán"],
    ["pt", "apresentado pela delegação da República Islâmica do Irão"],
    ["ru", "представленный делегацией Исламской Республики Иран"],
    ["ar", "مقدم من وفد جمهورية إيران الإسلامية"],
    ["zh", "伊朗伊斯兰共和国代表团提交的"],
  ])("stands in the stage line in %s", (code, wanted) => {
    const own = locale(code);
    const { ofDelegation: of, list } = own.country("IR");
    const words = own.phrase("stage-line.delegation", {
      text: "X",
      count: 1,
      of,
      countries: code === "zh" ? of : list,
    });
    expect(plainText(words)).toContain(wanted);
  });
});

describe("rapporteurs", () => {
  const line = (code: string, role: string, count: number, women: boolean): string =>
    plainText(
      locale(code).phrase(`stage-line.${role}`, { text: "X", count, ...(women ? { gender: "f" } : {}) }),
    );
  const forms: [string, string, string, string, string][] = [
    ["en", "the co-Rapporteur,", "the co-Rapporteur,", "the co-Rapporteurs", "the co-Rapporteurs"],
    ["fr", "le co-rapporteur,", "la co-rapporteure,", "les co-rapporteurs", "les co-rapporteures"],
    ["es", "el co-Relator,", "la co-Relatora,", "los co-Relatores", "las co-Relatoras"],
    ["pt", "pelo correlator,", "pela correlatora,", "pelos correlatores", "pelas correlatoras"],
    ["ru", "содокладчиком", "содокладчиком", "содокладчиками", "содокладчиками"],
    ["ar", "المقرر المشارك،", "المقررة المشاركة،", "المقررين المشاركين", "المقررتين المشاركتين"],
    ["zh", "共同报告员", "共同报告员", "共同报告员", "共同报告员"],
  ];
  it("are listed here for every language", () => {
    expect(forms.map(([code]) => code).sort()).toEqual(languages);
  });
  it.each(forms)("in %s: one man, one woman, several, women only", (code, man, woman, several, women) => {
    expect(line(code, "co-rapporteur", 1, false)).toContain(man);
    expect(line(code, "co-rapporteur", 1, true)).toContain(woman);
    expect(line(code, "co-rapporteur", 2, false)).toContain(several);
    expect(line(code, "co-rapporteur", 2, true)).toContain(women);
  });
  it.each(["fr", "es", "pt", "ar"])(
    "in %s, the line of names of women only repeats their function in their form",
    (code) => {
      const names = (gender: object) =>
        plainText(locale(code).phrase("submitters.names-co-rapporteurs", { names: "A, B", ...gender }));
      expect(names({ gender: "f" })).not.toBe(names({}));
      const rapporteur = (count: number, gender: object) =>
        plainText(locale(code).phrase("submitters.rapporteur-line", { names: "A", count, ...gender }));
      const all = [
        rapporteur(1, {}),
        rapporteur(1, { gender: "f" }),
        rapporteur(3, {}),
        rapporteur(3, { gender: "f" }),
      ];
      expect(new Set(all).size).toBe(4);
    },
  );
  it("are women by their titles, whatever the language", () => {
    for (const code of languages)
      expect(
        ["mr", "ms", "lord", "baroness", "senator", "senator-f", "none"].filter(locale(code).isWoman),
      ).toEqual(["ms", "baroness", "senator-f"]);
  });
});

describe("peers and senators", () => {
  const titles: [string, string, string, string, string][] = [
    ["en", "Lord Judd", "Baroness Judd", "Senator Judd", "Senator Judd"],
    ["fr", "Lord Judd", "Baronne Judd", "Sénateur Judd", "Sénatrice Judd"],
    ["es", "Lord Judd", "Baronesa Judd", "Senador Judd", "Senadora Judd"],
    ["pt", "Lorde Judd", "Baronesa Judd", "Senador Judd", "Senadora Judd"],
    ["ru", "лорд Judd", "баронесса Judd", "сенатор Judd", "сенатор Judd"],
    ["ar", "اللورد Judd", "البارونة Judd", "السيناتور Judd", "السيناتورة Judd"],
    ["zh", "Judd勋爵", "Judd女男爵", "Judd参议员", "Judd参议员"],
  ];
  it.each(titles)("in %s go by their titles, a woman by hers", (code, ...wanted) => {
    const own = locale(code);
    expect(
      ["lord", "baroness", "senator", "senator-f"].map((honorific) =>
        own.person({ honorific, name: "Judd" }),
      ),
    ).toEqual(wanted);
    expect(titles.map(([language]) => language).sort()).toEqual(languages);
  });
});

describe("opening words before a masculine body", () => {
  const feminine: Record<string, RegExp> = {
    fr: /(?:ée|ées|euse|iète|ute|due|ue|scrite|ente)$/u,
    es: /(?:ada|ida|osa|uelta|echa)$/u,
    pt: /(?:ada|ida|osa)$/u,
    ru: /(?:ена|ана|ята|ита)$/u,
  };
  it.each(Object.keys(feminine))("in %s have every participle of the lexicon in both genders", (code) => {
    const { openings, openingGrammar } = locale(code);
    const known = new Set(Object.keys(openingGrammar.masculine).map((w) => w.toLowerCase()));
    const words = [...openings.preambular, ...openings["preambular-inner"]].filter((o) => o.gender !== "m");
    // A participle stands at the beginning, or behind adverbs.
    const open = words.filter(({ words: own }) => {
      const last =
        own
          .toLowerCase()
          .split(" ")
          .filter(
            (w) => !/(?:ment|mente|également|aussi|también|também|будучи|глубоко|серьезно)$/u.test(w),
          )[0] ?? "";
      return feminine[code]?.test(last) && !known.has(last) && !openingGrammar.masculine[last];
    });
    expect([...new Set(open.map((o) => o.words))]).toEqual([]);
  });
  it.each(languages)("in %s each come in pairs that differ in nothing else", (code) => {
    const { openings } = locale(code);
    for (const all of Object.values(openings)) {
      const count = (gender: string): number => all.filter((o) => o.gender === gender).length;
      expect(count("f")).toBe(count("m"));
    }
  });
});
