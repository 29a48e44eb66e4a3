import { describe, expect, it } from "vitest";
import { printInline } from "../../src/text/print-inline.ts";
import { locale } from "./worlds.ts";

const date = (code: string, day: string) => printInline(locale(code).date(day));
const range = (code: string, from: string, to: string, form: string) =>
  printInline(locale(code).range(from, to, form));

describe("dates", () => {
  it("are the day, the month in words and the year", () => {
    expect(date("en", "2009-12-18")).toBe("18 December 2009");
    expect(date("fr", "2014-03-20")).toBe("20 mars 2014");
    expect(date("es", "2013-02-11")).toBe("11 de febrero de 2013");
  });
  it("have a special first of the month in French and Spanish", () => {
    expect(date("fr", "2010-04-01")).toBe("1^er^ avril 2010");
    expect(date("es", "2015-04-01")).toBe("1º de abril de 2015");
    expect(date("en", "2010-04-01")).toBe("1 April 2010");
  });
});

describe("sessions", () => {
  it.each([
    ["2010-03-27", "2010-04-01", "ordinal-dash", "27^th^ March - 1^st^ April 2010"],
    ["2010-07-19", "2010-07-22", "ordinal-dash", "19^th^ - 22^nd^ July 2010"],
    ["2012-03-31", "2012-04-05", "to", "31 March to 5 April 2012"],
    ["2012-10-21", "2012-10-26", "to", "21 to 26 October 2012"],
    ["2015-03-28", "2015-04-01", "dash", "28 March - 1 April 2015"],
    ["2014-03-16", "2014-03-20", "numeric", "16 – 20.3.2014"],
    ["2014-10-30", "2014-11-02", "numeric", "30.10 – 2.11.2014"],
    ["2022-10-11", "2022-10-15", "closed", "11–15 October 2022"],
    ["2024-12-30", "2025-01-02", "closed", "30 December 2024–2 January 2025"],
    ["2024-03-27", "2024-03-27", "closed", "27 March 2024"],
  ])("from %s to %s in the form %s are %s in English", (from, to, form, printed) => {
    expect(range("en", from, to, form)).toBe(printed);
  });
  it.each([
    ["2004-09-28", "2004-10-01", "ordinal-dash", "28 septembre - 1^er^ octobre 2004"],
    ["2013-10-07", "2013-10-09", "dash", "7 - 9 octobre 2013"],
    ["2012-03-31", "2012-04-05", "to", "31 mars au 5 avril 2012"],
  ])("from %s to %s in the form %s are %s in French", (from, to, form, printed) => {
    expect(range("fr", from, to, form)).toBe(printed);
  });
  it.each([
    ["2015-03-28", "2015-04-01", "dash", "28 de marzo – 1º de abril de 2015"],
    ["2013-03-22", "2013-03-27", "dash", "22 – 27 de marzo de 2013"],
  ])("from %s to %s in the form %s are %s in Spanish", (from, to, form, printed) => {
    expect(range("es", from, to, form)).toBe(printed);
  });
  it("in a form that no language has are said to be so, and printed with a dash", () => {
    const english = locale("en");
    expect(printInline(english.range("2015-03-28", "2015-04-01", "sundial"))).toBe("28 March - 1 April 2015");
    expect(english.diagnostics.map((d) => d.code)).toEqual(["locale-key-missing"]);
    expect(english.diagnostics[0]?.message).toContain("ranges.sundial");
  });
});
