import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLocale } from "../../src/language/load.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import { segments } from "../../src/model/walk.ts";
import { importPlainText } from "../../src/read/plain-text.ts";
import { parseResolution, readWork } from "../../src/read/work.ts";
import { plainText } from "../../src/text/inline.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { printWork } from "../../src/write/work.ts";
import { folderWorld, projectRoot } from "../fixtures/world.ts";

const lexicon = {
  preambular: [
    "Cognizant",
    "Aware",
    "Also aware",
    "Recognizing",
    "Also recognizing",
    "Appreciating",
    "Recalling",
    "Noting",
  ],
  operative: [
    "Fully affirms",
    "Reaffirms",
    "Agrees",
    "Decides",
    "Invites",
    "Encourages",
    "Urges",
    "Calls",
    "Calls on",
    "Recommends",
  ],
};
const countryCode = (name: string): string | undefined =>
  ({
    Mexico: "MX",
    Thailand: "TH",
    Croatia: "HR",
    Canada: "CA",
    India: "IN",
    Uganda: "UG",
    "United Kingdom": "GB",
  })[name];

const bring = (text: string, more = {}) =>
  importPlainText(text, { work: "w", file: "in.txt", lexicon, countryCode, ...more });

const known = {
  symbol: "C-I/122/DR-Pre",
  date: "2009-12-18",
  place: { city: "bangkok", country: "TH" },
  from: "2010-03-27",
  to: "2010-04-01",
};

/** `id: text` of every text, with marks. */
const texts = (r: Resolution | undefined): string[] =>
  r ? segments(r).map((s) => `${s.id}: ${printInline(s.text)}`) : [];
const remarks = (text: string): string[] =>
  bring(text, { ...known, session: 1 }).diagnostics.map((d) => `${d.place?.line} ${d.code}`);

const seedText = readFileSync(join(projectRoot, "tests/fixtures/texts/122-organized-crime.txt"), "utf8");

describe("the seed", () => {
  test("becomes the committed source, word for word, mark for mark", () => {
    const committed = readWork(folderWorld(), "122-organized-crime").value?.resolution;
    const { value, diagnostics } = bring(seedText, { ...known, committee: "peace-and-security" });
    expect(diagnostics).toEqual([]);
    expect(texts(value)).toEqual(texts(committed));
    expect(value).toEqual(
      committed && { ...committed, work: "w", instrument: { ...committed.instrument, languages: ["en"] } },
    );
  });

  test("is the same with Windows line ends, no-break spaces at the ends, a byte order mark and no blank lines", () => {
    const plain = texts(bring(seedText, known).value);
    expect(texts(bring(`\ufeff${seedText.replaceAll("\n", "\r\n")}`, known).value)).toEqual(plain);
    expect(texts(bring(seedText.replaceAll("\n", "\u00a0\n"), known).value)).toEqual(plain);
    expect(texts(bring(seedText.replace(/\n\s*\n+/g, "\n"), known).value)).toEqual(plain);
    expect(
      texts(
        bring(seedText.replace(/\n\((\d+)\)\n/g, "\n($1) ").replace(/\n(\d+)\.\n/g, "\n$1. "), known).value,
      ),
    ).toEqual(plain);
    expect(texts(bring(seedText.replace(/\n\((\d+)\)\n/g, "\n$1) "), known).value)).toEqual(plain);
  });

  test("is the same with the opening words and countries of the English locale", () => {
    const en = loadLocale(folderWorld(), "en").value;
    const byName = new Map((en?.countryCodes() ?? []).map((code) => [en?.country(code).list, code]));
    const more = { ...known, lexicon: en?.lexicon, countryCode: (name: string) => byName.get(name) };
    expect(bring(seedText, more)).toEqual(bring(seedText, known));
  });

  test("says what a plain text cannot say", () => {
    const said = bring(seedText).diagnostics.map((d) => d.message);
    expect(said).toEqual([
      "The text does not say the place of the session (geneva, CH was put in), the days of the session, the date of issue, the symbol.",
    ]);
  });

  test("broken into lines of 60 characters has the same words", () => {
    const broken = seedText.replace(/(.{50,60}) /g, "$1\n");
    const words = (r: Resolution | undefined) => (r ? segments(r).map((s) => plainText(s.text)) : []);
    expect(words(bring(broken, known).value).slice(1)).toEqual(words(bring(seedText, known).value).slice(1));
  });
});

describe("the lines before the paragraphs", () => {
  const front = (...lines: string[]) =>
    bring(`${lines.join("\n")}\n\n(1) Noting this,\n\n1. Urges all.\n`, known);

  test("a whole heading is understood", () => {
    const { value, diagnostics } = front(
      "INTER-PARLIAMENTARY UNION",
      "122nd Assembly and related meetings",
      "",
      "C-III/122/DR-rev",
      "15 February 2010",
      "",
      "The title of it",
      "goes over two lines",
      "",
      "Revised preliminary draft resolution submitted by the co-Rapporteur,",
      "Ms. Marija Lugarić (Croatia)",
      "",
      "The 122nd Assembly of the Inter-Parliamentary Union,",
    );
    expect(diagnostics).toEqual([]);
    expect(value && plainText(value.title)).toBe("The title of it goes over two lines");
    expect(value?.stages).toMatchObject([{ id: "dr-rev", kind: "revised-draft", symbol: known.symbol }]);
    expect(value?.instrument).toMatchObject({
      body: "assembly",
      session: { number: 122 },
      submitters: {
        role: "co-rapporteur",
        parties: [
          {
            type: "person",
            id: "lugaric",
            honorific: "ms",
            given: "Marija",
            family: "Lugarić",
            country: "HR",
          },
        ],
      },
    });
  });

  test("symbol and day beside the committee, place and days of the session are understood", () => {
    const { value, diagnostics } = bring(
      [
        "INTER-PARLIAMENTARY UNION",
        "122nd Assembly and related meetings",
        "Bangkok (Thailand), 27th March - 1st April 2010",
        "",
        "First Standing Committee            C-I/122/DR-Pre",
        "Peace and International Security\t18 December 2009",
        "",
        "Water",
        "Preliminary draft resolution submitted by the co-Rapporteur,",
        "Ms. Marija Lugarić (Croatia)",
        "The 122nd Assembly of the Inter-Parliamentary Union,",
        "(1) Noting this,",
        "1. Urges all.",
      ].join("\n"),
      {
        cityKey: (name: string) => (name === "Bangkok" ? "bangkok" : undefined),
        committeeKey: (heading: string) =>
          heading === "First Standing Committee Peace and International Security" ? "peace" : undefined,
      },
    );
    expect(diagnostics).toEqual([]);
    expect(value && plainText(value.title)).toBe("Water");
    expect(value?.stages).toMatchObject([{ symbol: known.symbol, date: known.date }]);
    expect(value?.instrument).toMatchObject({
      committee: "peace",
      session: { number: 122, place: known.place, from: known.from, to: known.to },
    });
  });

  test("a committee and a place that are not known are kept, and said", () => {
    const { value, diagnostics } = front(
      "Standing Committee of Somebody Else",
      "Atlantis (Ocean), 27th March - 1st April 2010",
      "",
      "Water",
      "Draft resolution submitted by the co-Rapporteur,",
      "Ms. Marija Lugarić (Croatia)",
    );
    const words = JSON.stringify(value?.preambular);
    for (const kept of ["Standing Committee of Somebody Else", "Atlantis (Ocean), 27th March"]) {
      expect(words).toContain(kept);
      expect(diagnostics.map((d) => d.message).join()).toContain(kept.slice(0, 20));
    }
  });

  test("three authors over two lines, and peers", () => {
    const { value, diagnostics } = front(
      "T",
      "Draft resolution submitted by",
      "Ms. S. Ataullahjan (Canada), Mr. F. Sardinha (India)",
      "and Lord Morris of Aberavon (United Kingdom), co-Rapporteurs",
      "The 126th Assembly of the Inter-Parliamentary Union,",
    );
    expect(diagnostics).toEqual([]);
    expect(value?.instrument.submitters).toEqual({
      role: "co-rapporteur",
      parties: [
        {
          type: "person",
          id: "ataullahjan",
          honorific: "ms",
          given: "S.",
          family: "Ataullahjan",
          country: "CA",
        },
        { type: "person", id: "sardinha", honorific: "mr", given: "F.", family: "Sardinha", country: "IN" },
        {
          type: "person",
          id: "aberavon",
          honorific: "lord",
          given: "",
          family: "Morris of Aberavon",
          country: "GB",
        },
      ],
    });
  });

  test("a country that is not known and a line that is not understood are said and kept", () => {
    const { value, diagnostics } = front(
      "Title",
      "Draft resolution submitted by the co-Rapporteur,",
      "Mr. A. Nemo (Atlantis)",
      "Item on the agenda; see the note",
      "The 126th Assembly of the Inter-Parliamentary Union,",
    );
    expect(diagnostics.map((d) => `${d.place?.line} ${d.message}`)).toEqual([
      "4 “Item on the agenda; see the note” was not understood; it was kept before the first paragraph.",
      "3 The country “Atlantis” is not known.",
    ]);
    expect(texts(value)).toContain("front1: Item on the agenda; see the note");
  });
});

describe("the paragraphs", () => {
  const start = "Title\n\nThe 122nd Assembly of the Inter-Parliamentary Union,\n\n";

  test("sub-paragraphs by depth, with a tail, under ids of their own", () => {
    const text = `${start}1. Calls on parliaments to:\n(a) review their laws:\n(i) on crime;\n(ii) on courts;\n(b) ratify;\n\nand to report;\n\n2. Urges all.\n`;
    const { value, diagnostics } = bring(text, known);
    expect(diagnostics.map((d) => d.code)).toEqual([]);
    expect(texts(value)).toEqual([
      "title: Title",
      "op01: _Calls on_ parliaments to",
      "op01.a: review their laws",
      "op01.a.i: on crime",
      "op01.a.ii: on courts",
      "op01.b: ratify",
      "op01.tail: and to report",
      "op02: _Urges_ all",
    ]);
  });

  describe("words without a letter after the last item, with no blank line before them", () => {
    const list = (after: string, more = "2. Urges all.") => {
      const { value, diagnostics } = bring(
        `${start}1. Calls on parliaments to:\n(a) review their laws;\n(b) improve measurements${after}\n${more}\n`,
        known,
      );
      return {
        texts: texts(value).filter((text) => /^(op01\.|d)/.test(text)),
        said: diagnostics.map(({ place, message }) => `${place?.line}: ${message}`),
      };
    };
    const long =
      "; strengthen the bodies that hold governments to account for them and for what becomes of them";

    test("close the list after a semicolon, or a comma that no want of room explains", () => {
      for (const end of [";\nand to report\non both;", ",\nand to report on both;"])
        expect(list(end)).toEqual({
          texts: [
            "op01.a: review their laws",
            expect.stringMatching(/^op01\.b: improve measurements/),
            "op01.tail: and to report on both",
          ],
          said: [],
        });
    });

    test("close the list when they stand left of its items, also without a sign", () => {
      const text =
        "1. Calls on parliaments to:\n   (a) review\n       their laws;\n   (b) ratify\nand to report;\n2. Urges all.";
      const { value, diagnostics } = bring(`${start}${text}\n`, known);
      expect(diagnostics).toEqual([]);
      expect(texts(value)).toContain("op01.tail: and to report");
      const flowing = text
        .replace("review\n       their", `review${long}\ntheir`)
        .replace("ratify\nand", `ratify${long}\nand`);
      expect(texts(bring(`${start}${flowing}\n`, known).value).join()).not.toContain("tail");
    });

    test("are said where they may be a broken line as well", () => {
      const { texts, said } = list(`${long};\nand to report on both;`);
      expect(texts.at(-1)).toBe("op01.tail: and to report on both");
      expect(said).toEqual([
        "8: “and to report on both;” was taken for the closing words of the list before it.",
      ]);
    });

    test("go on with the item where its line is full or has no sign", () => {
      const full = list(`${long},\nand the courts;`);
      expect(full.texts).toHaveLength(2);
      expect(full.texts[1]).toContain("what becomes of them, and the courts");
      expect(list(" of crime\nand courts;").texts[1]).toBe(
        "op01.b: improve measurements of crime and courts",
      );
    });

    test("between two items stay with the first, and that is said", () => {
      expect(list(";\nand of courts;\n(c) ratify;")).toEqual({
        texts: ["op01.a: review their laws", "op01.b: improve measurements; and of courts", "op01.c: ratify"],
        said: ["8: “and of courts;” has no letter of its own; it was joined to (b)."],
      });
    });

    test("are a paragraph without a number, and not of the item, when they begin like one", () => {
      const { texts, said } = list(";\nEncourages governments to follow;");
      expect(texts).toContain("op01.b: improve measurements");
      expect(said).toEqual([
        expect.stringContaining("“Encourages governments to follow;” is a paragraph without a number"),
      ]);
    });

    test("are said when they stand in the very line of the last item, which keeps them", () => {
      const { texts, said } = list("; and to report on both;");
      expect(texts.at(-1)).toBe("op01.b: improve measurements; and to report on both");
      expect(said).toEqual([
        "7: “and to report on both;” stands after a semicolon in the last item of a list; it was left there.",
      ]);
      expect(list("; and").said).toEqual([]);
      expect(list("; and\n(c) ratify; and publish;\n(d) report").said).toEqual([]);
    });

    test("close lists with bullets and lists in Arabic too", () => {
      const bullets = bring(
        `${start}1. Urges:\n• peace;\n• trade;\nand their friends;\n2. Urges all.\n`,
        known,
      );
      expect(texts(bullets.value).slice(1, 5)).toEqual([
        "op01: _Urges_",
        "op01.1: peace",
        "op01.2: trade",
        "op01.tail: and their friends",
      ]);
      const arabic =
        "عنوان\n\nإن الجمعية 122 للاتحاد البرلماني الدولي،\n\n١ - تدعو إلى:\n(أ) هذا؛\n(ب) وذاك؛\nوتقديم تقرير؛\n٢ - تحث.\n";
      const lexicon = { preambular: [], operative: ["تدعو", "تحث"] };
      const arab = bring(arabic, { ...known, language: "ar", lexicon });
      expect(texts(arab.value)).toContain("op01.tail: وتقديم تقرير");
      expect([...bullets.diagnostics, ...arab.diagnostics]).toEqual([]);
    });
  });

  test("the letter i after h goes on, the numeral i begins", () => {
    const letters = "abcdefghij"
      .split("")
      .map((c) => `(${c}) item;`)
      .join("\n");
    const { value } = bring(`${start}1. Urges:\n${letters}\n`, known);
    expect(value?.operative[0]).toMatchObject({
      children: Array.from({ length: 10 }, () => ({ children: [] })),
    });
  });

  test("Arabic, Russian and Chinese numbers and letters count too", () => {
    const arabic =
      "عنوان\n\nإن الجمعية 122 للاتحاد البرلماني الدولي،\n\n(١) إذ تشير إلى ذلك،\n\n١ - تدعو إلى:\n(أ) هذا؛\n(ب) وذاك؛\n٢ - تحث.\n";
    const arab = bring(arabic, {
      ...known,
      language: "ar",
      lexicon: { preambular: ["إذ تشير"], operative: ["تدعو", "تحث"] },
    });
    expect(arab.diagnostics).toEqual([]);
    expect(texts(arab.value)).toEqual([
      "title: عنوان",
      "pp01: _إذ تشير_ إلى ذلك",
      "op01: _تدعو_ إلى",
      "op01.a: هذا",
      "op01.b: وذاك",
      "op02: _تحث_",
    ]);
    const chinese =
      "标题\n\n各国议会联盟第122届大会，\n\n（1） 回顾其决议，\n\n1. 敦促各国：\n（一） 这样做；\n（二） 那样做。\n";
    const han = bring(chinese, {
      ...known,
      language: "zh",
      lexicon: { preambular: ["回顾"], operative: ["敦促"] },
    });
    expect(han.diagnostics).toEqual([]);
    expect(texts(han.value).slice(1)).toEqual([
      "pp01: _回顾_其决议",
      "op01: _敦促_各国",
      "op01.a: 这样做",
      "op01.b: 那样做",
    ]);
    const russian = bring(`${start}1. Urges:\nа) одно;\nб) другое.\n`, known);
    expect(texts(russian.value).slice(1)).toEqual(["op01: _Urges_", "op01.a: одно", "op01.b: другое"]);
  });

  test("bullets are a list, each without its sign", () => {
    const { value, diagnostics } = bring(
      `${start}(1) Recalling:\n• the Charter;\n• the Convention,\n\n1. Urges all.\n`,
      known,
    );
    expect(diagnostics).toEqual([]);
    expect(texts(value)).toEqual([
      "title: Title",
      "pp01: _Recalling_",
      "pp01.1: the Charter",
      "pp01.2: the Convention",
      "op01: _Urges_ all",
    ]);
  });

  test("closing signs go when they belong there, and stay as an ending when they do not", () => {
    const { value } = bring(
      `${start}(1) Noting a;\n\n(2) Noting b,\n\n1. Urges c,\n\n2. Urges d;\n\n3. Urges e;\n`,
      known,
    );
    const endings = [...(value?.preambular ?? []), ...(value?.operative ?? [])].map((p) =>
      p.type === "paragraph" ? p.ending : "",
    );
    expect(endings).toEqual([";", undefined, ",", undefined, ";"]);
  });

  test("a preamble without numbers is known by its opening words", () => {
    const { value, diagnostics } = bring(`${start}Recalling this,\n\nNoting that,\n\n1. Urges all.\n`, known);
    expect(diagnostics).toEqual([]);
    expect(texts(value).slice(1)).toEqual([
      "pp01: _Recalling_ this",
      "pp02: _Noting_ that",
      "op01: _Urges_ all",
    ]);
  });

  test("two opening words that `and` joins at once are one phrase; with other words between, only the first is marked", () => {
    const { value } = bring(
      `${start}Noting and also aware of this,\n\nRecalling that and noting this,\n\nAware and unaware of it,\n\n1. Urges and invites all.\n`,
      known,
    );
    expect(texts(value).slice(1)).toEqual([
      "pp01: _Noting and also aware_ of this",
      "pp02: _Recalling_ that and noting this",
      "pp03: _Aware_ and unaware of it",
      "op01: _Urges and invites_ all",
    ]);
  });

  test("unnumbered paragraphs of a preamble follow each other without blank lines", () => {
    const { value, diagnostics } = bring(
      [
        "T",
        "",
        "The 150th Assembly of the Inter-Parliamentary Union,",
        "Noting that lines are broken at sixty characters and go on",
        "in the next line, as in a letter,",
        "Recalling the letter,",
        "1. Urges all.",
      ].join("\n"),
      known,
    );
    expect(value?.preambular.map((item) => item.id)).toEqual(["pp01", "pp02"]);
    expect(diagnostics).toEqual([]);
  });

  test("`2)` goes on after the sub-paragraphs of `1)`", () => {
    const { value, diagnostics } = bring(
      "T\n\n(1) Noting this,\n\n1) Calls on parliaments:\n(a) to act;\n(b) to report;\n\n2) Invites the IPU to follow.\n",
      known,
    );
    expect(
      value?.operative.map((item) => [item.id, item.type === "paragraph" && item.children.length]),
    ).toEqual([
      ["op01", 2],
      ["op02", 0],
    ]);
    expect(diagnostics.filter((d) => d.code === "import-number")).toEqual([]);
  });

  test("numbers out of order are said; the order is kept", () => {
    const text = `${start}1. Urges a;\n\n3. Urges b;\n\n3 bis. Urges c;\n\n4. Urges d.\n`;
    expect(remarks(text)).toEqual(["7 import-number", "9 import-number"]);
    expect(texts(bring(text, known).value).slice(1)).toEqual([
      "op01: _Urges_ a",
      "op02: _Urges_ b",
      "op03: _Urges_ c",
      "op04: _Urges_ d",
    ]);
  });

  test("a year in brackets at the start of a broken line is no number", () => {
    const text = `${start}1. Urges the implementation of resolution 1325\n(2000) and of resolution\n63. 194 is no number either;\n\n2. Urges all.\n`;
    expect(texts(bring(text, known).value)[1]).toBe(
      "op01: _Urges_ the implementation of resolution 1325 (2000) and of resolution 63. 194 is no number either",
    );
  });

  test("what has no number is kept in its place, and said", () => {
    const text = `${start}1. Urges a;\n\nFollow-up\n\n2. Urges b.\n\nAdopted in the afternoon, without a debate.\n`;
    expect(remarks(text)).toEqual(["7 import-unread", "11 import-unread"]);
    expect(bring(text, known).value?.operative.map((i) => i.type)).toEqual([
      "paragraph",
      "heading",
      "paragraph",
      "prose",
    ]);
  });

  test("the heads of pages are left out, and said", () => {
    expect(remarks(`${start}1. Urges a;\n\n- 2 -   C-I/122/DR-Pre\n\n2. Urges b.\n`)).toEqual([
      "7 import-unread",
    ]);
  });
});

describe("any text", () => {
  test("without numbers becomes a declaration that keeps every paragraph", () => {
    const { value } = bring("A title\n\nWe, the members, say this.\n\nAnd this.\n", known);
    expect(value?.kind).toBe("declaration");
    expect(texts(value)).toEqual(["title: A title", "d1: We, the members, say this.", "d2: And this."]);
  });

  test("is kept word for word, in a work that can be printed and read again", () => {
    const part = fc.constantFrom(
      "(1)",
      "1.",
      "2.",
      "(a)",
      "(i)",
      "3 bis.",
      "•",
      "-",
      "Recalling",
      "Urges",
      "Calls on",
      "The 122nd Assembly,",
      "Mr. X (Mexico)",
      "word",
      "other words;",
      "end.",
      ":",
      "\n",
      "\n\n",
      "\r\n",
      " ",
      "\u00a0",
      "é",
      "_",
      "*",
      "[",
      "(2000)",
      "12)",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.string(), (all, tail) => {
        const source = `Title\nDraft resolution submitted by someone\nThe 122nd Assembly of the Union,\n1. Urges x\n${all.join(" ")}${tail}`;
        const { value } = bring(source, known);
        expect(value).toBeDefined();
        if (!value) return;
        const kept = segments(value)
          .map((s) => plainText(s.text))
          .join(" ");
        const words = (text: string) => text.normalize("NFC").match(/\p{L}{2,}/gu) ?? [];
        const body = source.slice(source.indexOf("1. Urges x") + 3);
        // Short words can be part of a closing sign or a number.
        for (const word of words(body)) if (!["bis", "ii"].includes(word)) expect(kept).toContain(word);
        const again = parseResolution(printWork(value), "w", "f");
        if (!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/.test(tail)) {
          // A number that nothing follows waits for its words.
          const faults = again.diagnostics.filter((d) => d.severity === "error" && d.code !== "placeholder");
          expect(faults).toEqual([]);
          expect(again.value?.resolution).toEqual(value);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("an empty text, and a long one of one line, are taken", () => {
    expect(bring("").value && texts(bring("").value)).toEqual(["title: …"]);
    expect(bring("x ".repeat(200_000)).value).toBeDefined();
    expect(bring("(1)\n".repeat(5000)).value?.preambular.length).toBe(5000);
  });
});
