import { describe, expect, it } from "vitest";
import { lexiconParts } from "../../src/language/lexicon.ts";
import { listLocales, loadLocale, localeFiles } from "../../src/language/load.ts";
import { provenanceOf, readProvenance } from "../../src/language/review.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { plainText } from "../../src/text/inline.ts";
import { locale, project } from "./worlds.ts";

const codes = listLocales(project);

describe("every language of the project", () => {
  it("is listed, English, French and Spanish among them", () => {
    expect(codes).toEqual(expect.arrayContaining(["en", "es", "fr"]));
  });

  it.each(codes)("%s has every key, no unknown key and no unknown blank", (code) => {
    expect(loadLocale(project, code).diagnostics).toEqual([]);
  });

  it.each(codes)("%s has opening words of all parts with a marked stretch", (code) => {
    const { openings } = locale(code);
    for (const part of lexiconParts) {
      expect(openings[part].length).toBeGreaterThan(0);
      for (const opening of openings[part]) {
        expect(opening.words).not.toBe("");
        expect(opening.phrase).toContain(opening.words);
        expect(opening.phrase).not.toMatch(/[_*^\\]/);
      }
    }
  });

  it.each(codes)("%s names every committee and country on every day without a gap", (code) => {
    const speaker = locale(code);
    for (const day of [
      "1990-01-01",
      "2004-03-02",
      "2010-03-27",
      "2014-03-16",
      "2022-10-11",
      "2024-03-23",
      "2040-01-01",
    ]) {
      for (const body of [
        "assembly",
        "peace-and-security",
        "sustainable-development",
        "democracy-and-human-rights",
      ])
        for (const form of ["full", "running", "by", "heading"])
          expect(speaker.body(body, day, form)).not.toBe("");
      for (const country of ["TH", "MX", "TR", "IR"])
        for (const name of Object.values(speaker.country(country, day))) expect(name).toMatch(/\S/);
    }
    expect(speaker.diagnostics).toEqual([]);
  });

  it.each(codes)("%s says of every text where it comes from", (code) => {
    const diagnostics: Diagnostic[] = [];
    const table = readProvenance(project, code, diagnostics);
    expect(diagnostics).toEqual([]);
    expect(table.has("default")).toBe(true);
    for (const file of localeFiles)
      expect(["official", "press", "un", "ours"]).toContain(provenanceOf(table, file));
  });

  it.each(codes)("%s keeps the page field in the running head", (code) => {
    expect(plainText(locale(code).phrase("page.running-head"))).toContain("<page/>");
  });
});
