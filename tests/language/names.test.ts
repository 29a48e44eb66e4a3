import { describe, expect, it } from "vitest";
import { locale } from "./worlds.ts";

describe("committees", () => {
  const heading = (key: string, day: string) => locale("en").body(key, day, "heading").split("\n");

  it("are printed as their period printed them", () => {
    expect(heading("peace-and-security", "2004-03-02")).toEqual([
      "Standing Committee I -",
      "Peace and International Security",
    ]);
    expect(heading("peace-and-security", "2010-03-27")).toEqual([
      "First Standing Committee",
      "Peace and International Security",
    ]);
    expect(heading("sustainable-development", "2010-03-27")).toEqual([
      "Second Standing Committee on",
      "Sustainable Development,",
      "Finance and Trade",
    ]);
    expect(heading("democracy-and-human-rights", "2012-03-31")).toEqual([
      "Third Standing Committee on",
      "Democracy and Human Rights",
    ]);
    expect(heading("peace-and-security", "2015-03-28")).toEqual([
      "Standing Committee on",
      "Peace and International Security",
    ]);
  });
  it("change their names with the day", () => {
    const name = (day: string) => locale("en").body("sustainable-development", day, "full");
    expect(name("2022-10-11")).toBe("Standing Committee on Sustainable Development, Finance and Trade");
    expect(name("2024-03-23")).toBe("Standing Committee on Sustainable Development");
  });
  it("fit behind submitted by", () => {
    expect(locale("fr").body("peace-and-security", "2015-03-28", "by")).toBe(
      "la Commission permanente de la paix et de la sécurité internationale",
    );
  });
  it("have a gender for the words that agree with them", () => {
    expect(locale("fr").genderOf("assembly")).toBe("f");
    expect(locale("fr").genderOf("governing-council")).toBe("m");
  });
});

describe("countries", () => {
  it("have a list form and a running form", () => {
    expect(locale("en").country("IR")).toMatchObject({
      list: "Iran (Islamic Republic of)",
      running: "Islamic Republic of Iran",
    });
    expect(locale("fr").country("IR")).toMatchObject({
      list: "Iran (République islamique d’)",
      running: "République islamique d’Iran",
    });
    expect(locale("es").country("VE")).toMatchObject({ running: "República Bolivariana de Venezuela" });
  });
  it.each([
    ["en", "TH", "of Thailand"],
    ["en", "PH", "of the Philippines"],
    ["fr", "TH", "de la Thaïlande"],
    ["fr", "MX", "du Mexique"],
    ["fr", "AE", "des Emirats arabes unis"],
    ["fr", "DZ", "de l’Algérie"],
    ["fr", "CU", "de Cuba"],
    ["fr", "HT", "d’Haïti"],
    ["fr", "IR", "de la République islamique d’Iran"],
    ["fr", "BO", "de l’Etat plurinational de Bolivie"],
    ["fr", "HU", "de la Hongrie"],
    ["en", "VA", "of the Holy See"],
    ["es", "GB", "del Reino Unido"],
    ["es", "NL", "de los Países Bajos"],
    ["es", "MX", "de México"],
  ])("stand in %s after the delegation: %s is %s", (code, country, wanted) => {
    expect(locale(code).country(country).ofDelegation).toBe(wanted);
  });
  it.each([
    ["en", "CH", "Switzerland"],
    ["en", "IR", "the Islamic Republic of Iran"],
    ["fr", "CH", "la Suisse"],
    ["fr", "IR", "la République islamique d’Iran"],
    ["fr", "DZ", "l’Algérie"],
    ["fr", "AE", "les Emirats arabes unis"],
    ["fr", "CU", "Cuba"],
    ["fr", "HT", "Haïti"],
    ["es", "GB", "el Reino Unido"],
    ["es", "CH", "Suiza"],
    ["pt", "CH", "a Suíça"],
    ["ar", "CH", "سويسرا"],
  ])("have the article that a sentence in %s wants: %s is %s", (code, country, wanted) => {
    expect(locale(code).country(country).inSentence).toBe(wanted);
  });
  it("keep the article of a name that they no longer have", () => {
    expect(locale("en").country("CZ", "2010-03-27").inSentence).toBe("the Czech Republic");
    expect(locale("en").country("CZ").inSentence).toBe("Czechia");
    expect(locale("fr").country("SZ", "2010-03-27").inSentence).toBe("le Swaziland");
  });
  it("have the name they had on the day", () => {
    expect(locale("en").country("TR", "2014-10-12").list).toBe("Turkey");
    expect(locale("en").country("TR").list).toBe("Türkiye");
    expect(locale("fr").country("TR", "2014-10-12").ofDelegation).toBe("de la Turquie");
    expect(locale("fr").country("TR", "2024-10-12").ofDelegation).toBe("de la Türkiye");
  });
  it("have no accent on a French capital", () => {
    for (const code of ["EG", "ER", "ET", "EC", "US", "AE", "MH"])
      expect(locale("fr").country(code).list).toMatch(/^[A-Z]/);
  });
  it("that do not exist are said to be missing", () => {
    const english = locale("en");
    expect(english.country("XX").list).toBe("XX");
    english.country("constructor");
    expect(english.diagnostics.map((d) => d.code)).toEqual(["locale-key-missing", "locale-key-missing"]);
  });
});

describe("persons", () => {
  const ortuno = { honorific: "ms", name: "Maria Teresa Ortuño", country: "MX" };

  it("have their title and country in the language, their name as it is", () => {
    expect(locale("en").person(ortuno)).toBe("Ms. Maria Teresa Ortuño (Mexico)");
    expect(locale("fr").person(ortuno)).toBe("Mme Maria Teresa Ortuño (Mexique)");
    expect(locale("es").person(ortuno)).toBe("Sra. Maria Teresa Ortuño (México)");
  });
  it("who are peers or senators go without Mr. and Ms.", () => {
    expect(locale("en").person({ honorific: "lord", name: "Judd", country: "GB" })).toBe(
      "Lord Judd (United Kingdom)",
    );
    expect(locale("en").personOf({ honorific: "senator", name: "Sonia Escudero", country: "AR" })).toBe(
      "Senator Sonia Escudero of Argentina",
    );
    expect(locale("en").person({ honorific: "none", name: "A. B." })).toBe("A. B.");
  });
  it("may carry braces in their name without being filled again", () => {
    expect(locale("en").person({ honorific: "ms", name: "{{country}} $& $1", country: "MX" })).toBe(
      "Ms. {{country}} $& $1 (Mexico)",
    );
  });
  it("with a title nobody has are said", () => {
    const english = locale("en");
    english.person({ honorific: "khan", name: "X" });
    expect(english.diagnostics[0]?.message).toContain("persons.honorifics.khan");
  });
});
