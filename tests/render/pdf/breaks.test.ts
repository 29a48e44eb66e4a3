import { describe, expect, test } from "vitest";
import { breaksOf } from "../../../src/render/pdf/breaks.ts";

/** The text with `|` where a line may end and `‖` where it must. */
function shown(text: string, lang = "en-GB"): string {
  let out = "";
  let from = 0;
  for (const { at, required } of breaksOf(text, lang)) {
    out += text.slice(from, at) + (required ? "‖" : "|");
    from = at;
  }
  return out + text.slice(from);
}

describe("the rules of UAX #14 for our scripts", () => {
  test.each([
    ["LB18 after spaces", "to be or", "to |be |or"],
    ["LB6 a forced break", "one\ntwo", "one\n‖two"],
    ["LB7 no break before spaces", "one   two", "one   |two"],
    ["LB8 after zero width space", "one\u200btwo", "one\u200b|two"],
    ["LB11 none at a word joiner", "one \u2060two", "one \u2060two"],
    ["LB12 none at no-break space", "17\u00a0000", "17\u00a0000"],
    ["LB12 none at narrow no-break space", "démocratie\u202f: oui", "démocratie\u202f: |oui"],
    ["LB12 none at non-breaking hyphen", "non\u2011violence", "non\u2011violence"],
    ["LB13 none before closing marks", "Thailand (Asia), and", "Thailand |(Asia), |and"],
    ["LB14 none after opening ones", "( a )", "( a )"],
    ["LB15 quotation marks stay with their words", "the “rule of law” is", "the |“rule |of |law” |is"],
    ["LB21 after a hyphen", "well-being", "well-|being"],
    ["LB25 numbers stay whole", "$1,234.56 or 25% of 3/4", "$1,234.56 |or |25% |of |3/4"],
    ["LB30 letters and brackets", "item(s) of", "item(s) |of"],
    ["Arabic words part at spaces", "السلام، عليكم", "السلام، |عليكم"],
    ["Cyrillic words likewise", "мир, труд", "мир, |труд"],
  ])("%s", (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe("what the house keeps together", () => {
  test.each([
    ["document symbols", "see C-I/122/DR-Pre now", "see |C-I/122/DR-Pre |now"],
    ["symbols of the United Nations", "A/RES/63/194", "A/RES/63/194"],
    ["one letter before a hyphen", "e-mail", "e-mail"],
    ["a short rest after a hyphen", "follow-up", "follow-up"],
    ["ranges of years", "2009–2010", "2009–2010"],
    ["a range with a hyphen", "2009-2010", "2009-2010"],
    ["inner spaces of guillemets", "dit « oui » et", "dit |« oui » |et"],
    ["a colon after an ordinary space", "démocratie : oui", "démocratie : |oui"],
  ])("%s", (_, text, expected) => {
    expect(shown(text, "fr")).toBe(expected);
  });

  test("words with a stroke may part after it", () => {
    expect(shown("and/or")).toBe("and/|or");
  });

  test("a long address parts at its strokes", () => {
    expect(shown("https://www.ipu.org/about/structure")).toContain("org/|about/|");
  });

  test("no Russian line begins with a dash", () => {
    expect(shown("Москва — город", "ru")).toBe("Москва — |город");
  });
});

test("no Russian line ends with a word of one letter", () => {
  expect(shown("борьба с преступностью и торговлей", "ru")).toBe("борьба |с преступностью |и торговлей");
});

describe("Chinese", () => {
  const lines = (text: string) => shown(text, "zh-Hans").split("|");

  test("parts between any two characters", () => {
    expect(shown("全球化", "zh-Hans")).toBe("全|球|化");
  });

  test("no line begins with a closing mark", () => {
    for (const line of lines("大会（第122届）通过了《公约》、“决议”，并且：决定；完毕。")) {
      expect(line).not.toMatch(/^[，。、；：！？）》”’」』]/);
    }
  });

  test("no line ends with an opening mark", () => {
    for (const line of lines("大会（第122届）通过了《公约》和“决议”的‘条款’"))
      expect(line).not.toMatch(/[（《“‘「『]$/);
  });

  test("a line may end before an opening and after a closing quotation mark", () => {
    expect(shown("和“打击”各", "zh-Hans")).toBe("和|“打|击”|各");
  });
});
