import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listLocales } from "../../src/language/load.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { locale, project } from "./worlds.ts";

const nbsp = "\u00A0";
const set = (code: string, text: string) => printInline(locale(code).typography(readInline(text).value));

describe("capitals", () => {
  it("lose their accents in French, never the cedilla or a tilde", () => {
    const { capitals } = locale("fr");
    expect(capitals("Coopération et responsabilité partagée")).toBe("COOPERATION ET RESPONSABILITE PARTAGEE");
    expect(capitals("œuvre, français, Noël, où, île, Ortuño")).toBe("ŒUVRE, FRANÇAIS, NOEL, OU, ILE, ORTUÑO");
  });
  it("keep them in Spanish and English", () => {
    expect(locale("es").capitals("utilización, evolución, niño")).toBe("UTILIZACIÓN, EVOLUCIÓN, NIÑO");
    expect(locale("en").capitals("Côte d’Ivoire, Straße")).toBe("CÔTE D’IVOIRE, STRASSE");
  });
  it("are the same whether accents are written in one sign or two", () => {
    expect(locale("fr").capitals("pre\u0301ambule")).toBe("PREAMBULE");
    expect(locale("es").capitals("nin\u0303o")).toBe("NIÑO");
  });
  it("leave raised ordinals and isolated symbols of a title alone", () => {
    const tree = readInline("the 122^nd^ Assembly and *Peace* [ltr: A/res/63]").value;
    expect(printInline(locale("en").capitalTree(tree))).toBe(
      "THE 122^nd^ ASSEMBLY AND *PEACE* [ltr: A/res/63]",
    );
  });
});

describe("typography", () => {
  it("puts an unbreakable space before a French colon and none before a semicolon", () => {
    expect(set("fr", "démocratie : le rôle")).toBe(`démocratie${nbsp}: le rôle`);
    expect(set("fr", "démocratie: le rôle")).toBe(`démocratie${nbsp}: le rôle`);
    expect(set("fr", "de la drogue ; et")).toBe("de la drogue; et");
  });
  it("leaves times and addresses alone", () => {
    expect(set("fr", "à 10:30 sur https://ipu.org")).toBe("à 10:30 sur https://ipu.org");
  });
  it("takes away the space of a colon that ends another stretch", () => {
    expect(set("fr", "*démocratie* : le rôle")).toBe(`*démocratie*${nbsp}: le rôle`);
    expect(set("es", "*democracia* : el papel")).toBe("*democracia*: el papel");
  });
  it("curls apostrophes and straight quotation marks", () => {
    expect(set("fr", 'l\'Union dit "oui" ("non")')).toBe("l’Union dit “oui” (“non”)");
    expect(set("en", 'the States\' "way"')).toBe("the States’ “way”");
  });
  it("keeps non-breaking hyphens and joins thousands in French", () => {
    expect(set("fr", "la non\u2011prolifération de 17 000 armes, 358 000 en 2010 et 1 000 000")).toBe(
      `la non\u2011prolifération de 17${nbsp}000 armes, 358${nbsp}000 en 2010 et 1${nbsp}000${nbsp}000`,
    );
  });
  it("keeps a title of address with its name", () => {
    expect(set("fr", "Mme Ortuño et M. Wiriyachai")).toBe(`Mme${nbsp}Ortuño et M.${nbsp}Wiriyachai`);
  });
  it("does not touch what stands in another language", () => {
    expect(set("fr", '[en: the States: "x"] : fin')).toBe(`[en: the States: "x"]${nbsp}: fin`);
  });
  it.each(listLocales(project))("of %s changes nothing more the second time", (code) => {
    const { typography } = locale(code);
    const piece = fc.constantFrom(
      "a",
      "é",
      "12",
      "345",
      " ",
      nbsp,
      ":",
      ";",
      ",",
      "?",
      "'",
      '"',
      "M.",
      "%",
      "*",
      "_",
      "^",
      "«",
      "»",
      "[ltr: ",
      "]",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const once = typography(readInline(pieces.join("")).value);
        expect(typography(once)).toEqual(once);
      }),
    );
  });
});

describe("lists", () => {
  it("join with commas and a word before the last", () => {
    expect(locale("en").join(["A"])).toBe("A");
    expect(locale("en").join(["A", "B"])).toBe("A and B");
    expect(locale("en").join(["A", "B", "C"])).toBe("A, B and C");
    expect(locale("fr").join(["A", "B", "C"])).toBe("A, B et C");
    expect(locale("en").join([])).toBe("");
  });
  it("have e before an i in Spanish, but not before a diphthong", () => {
    const { join } = locale("es");
    expect(join(["Francia", "Italia"])).toBe("Francia e Italia");
    expect(join(["Cuba", "Francia", "Irán (República Islámica del)"])).toBe(
      "Cuba, Francia e Irán (República Islámica del)",
    );
    expect(join(["agua", "hielo"])).toBe("agua y hielo");
    expect(join(["Francia", "Perú"])).toBe("Francia y Perú");
  });
});

describe("alphabetical order", () => {
  const sorted = (code: string, names: string[]) => [...names].sort(locale(code).compare);

  it("puts the submitters of an English list in the order of the found one", () => {
    const found = "CA CN CG CU FR IN ID IR JP MA KR ES SE CH AE"
      .split(" ")
      .map((c) => locale("en").country(c, "2010-03-15").list);
    expect(sorted("en", [...found].reverse())).toEqual(found);
  });
  it("sorts letters with accents as their base, accents only between equals", () => {
    expect(sorted("fr", ["Zambie", "Etats-Unis d’Amérique", "Équateur", "Espagne", "Œuvre", "Oman"])).toEqual(
      ["Équateur", "Espagne", "Etats-Unis d’Amérique", "Œuvre", "Oman", "Zambie"],
    );
    expect(sorted("fr", ["péché", "pêche", "peche"])).toEqual(["peche", "péché", "pêche"]);
  });
  it("has ñ after n in Spanish only", () => {
    expect(sorted("es", ["Nube", "Ñu", "Nz"])).toEqual(["Nube", "Nz", "Ñu"]);
    expect(sorted("en", ["Nube", "Ñu", "Nz"])).toEqual(["Ñu", "Nube", "Nz"]);
  });
  it("puts the shorter name first and spaces before letters", () => {
    expect(sorted("en", ["Guinea-Bissau", "Guineas", "Guinea"])).toEqual([
      "Guinea",
      "Guinea-Bissau",
      "Guineas",
    ]);
  });
  it.each(listLocales(project))("is total and the same backwards in %s", (code) => {
    const speaker = locale(code);
    const all = ["AE", "AF", "CI", "CG", "CD", "ES", "GB", "IR", "NL", "SE", "TH", "US", "VN"].map(
      (c) => speaker.country(c).list,
    );
    const forwards = [...all].sort(speaker.compare);
    expect([...all].reverse().sort(speaker.compare)).toEqual(forwards);
    for (const a of all)
      for (const b of all)
        expect(Math.sign(speaker.compare(a, b)) + Math.sign(speaker.compare(b, a))).toBe(0);
  });
});
