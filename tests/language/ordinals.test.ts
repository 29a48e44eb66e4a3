import { describe, expect, it } from "vitest";
import { printInline } from "../../src/text/print-inline.ts";
import { locale } from "./worlds.ts";

const upTo200 = Array.from({ length: 200 }, (_, i) => i + 1);

function ordinals(code: string, gender: "f" | "m", superscript: boolean, date: string): string[] {
  const speaker = locale(code);
  return upTo200.map((n) => printInline(speaker.ordinal(n, { gender, superscript, date })));
}

describe("ordinals from 1 to 200", () => {
  it("end in st, nd, rd or th in English, the teens in th", () => {
    const wanted = upTo200.map((n) => {
      const teen = n % 100 >= 11 && n % 100 <= 13;
      return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
    });
    expect(ordinals("en", "f", false, "2010-03-27")).toEqual(wanted);
  });
  it("are raised where the house wants it", () => {
    expect(ordinals("en", "f", true, "2010-03-27")[121]).toBe("122^nd^");
    expect(ordinals("en", "f", false, "2010-03-27")[121]).toBe("122nd");
  });
  it("are 122ème in French to 2014 and 141e since, the first one by gender", () => {
    expect(ordinals("fr", "f", true, "2010-03-27").slice(1)).toEqual(
      upTo200.slice(1).map((n) => `${n}^ème^`),
    );
    expect(ordinals("fr", "f", true, "2015-01-01").slice(1)).toEqual(upTo200.slice(1).map((n) => `${n}^e^`));
    expect(ordinals("fr", "f", true, "2014-12-31")[130]).toBe("131^ème^");
    expect(ordinals("fr", "f", true, "2010-03-27")[0]).toBe("1^re^");
    expect(ordinals("fr", "m", true, "2020-03-27")[0]).toBe("1^er^");
  });
  it("are 122ª and 122º in Spanish", () => {
    expect(ordinals("es", "f", true, "2010-03-27")).toEqual(upTo200.map((n) => `${n}ª`));
    expect(ordinals("es", "m", true, "2010-03-27")).toEqual(upTo200.map((n) => `${n}º`));
  });
});
