import { describe, expect, test } from "vitest";
import { loadLocale } from "../../../src/language/load.ts";
import { build } from "../../../src/making/build.ts";
import type { PartItem, Resolution } from "../../../src/model/resolution.ts";
import { segments } from "../../../src/model/walk.ts";
import { importWord } from "../../../src/read/docx/draft.ts";
import { inLanguage, readWork } from "../../../src/read/work.ts";
import type { Diagnostic } from "../../../src/report/diagnostic.ts";
import { printInline } from "../../../src/text/print-inline.ts";
import { list, numbered, type Parts, p, run, wordFile } from "../../fixtures/word-file.ts";
import { folderWorld } from "../../fixtures/world.ts";

const world = folderWorld();
const lexiconOf = (code: string) => {
  const locale = loadLocale(world, code).value;
  if (!locale) throw new Error(code);
  return locale.lexicon;
};
const english = lexiconOf("en");

function imported(parts: Parts): { value: Resolution; diagnostics: Diagnostic[]; said: string } {
  const { value, diagnostics } = importWord(wordFile(parts), { work: "w", file: "x.docx", lexicon: english });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return { value, diagnostics, said: diagnostics.map((d) => d.message).join("\n") };
}

const texts = (r: Resolution): string[] => segments(r).map((s) => `${s.id} ${printInline(s.text)}`);
const paragraphsOf = (items: readonly PartItem[]): number =>
  items.filter((i) => i.type === "paragraph").length;

const head =
  p("Water and peace", '<w:pStyle w:val="Title"/>') +
  p("Draft resolution submitted by the co-Rapporteurs") +
  p("The 150th Assembly of the Inter-Parliamentary Union,");

describe("a Word file becomes a work", () => {
  test.each(["en", "fr", "es", "ru", "zh", "ar", "pt"])(
    "the seed in %s, from our own file: every paragraph word for word, with its marks",
    async (language) => {
      const built = await build(world, {
        works: ["122-organized-crime"],
        languages: [language],
        formats: ["docx"],
      });
      const bytes = built.value?.works[0]?.files[0]?.bytes ?? new Uint8Array();
      const work = readWork(world, "122-organized-crime").value;
      const own = work && inLanguage(work, language).value;
      const back = importWord(bytes, { work: "w", file: "x.docx", lexicon: lexiconOf(language), language });
      if (!own || !back.value) throw new Error(JSON.stringify(back.diagnostics));
      expect(paragraphsOf(back.value.preambular)).toBe(6);
      expect(paragraphsOf(back.value.operative)).toBe(17);
      const bare = (text: string): string =>
        text.replace(/\[(?:ltr|rtl)[^:]*: ([^\]]*)\]/g, "$1").replace(/[\u00a0\u202f]/g, " ");
      const paragraphs = (r: Resolution): string[] =>
        segments(r).flatMap((s) => (s.kind === "paragraph" ? [bare(printInline(s.text))] : []));
      expect(paragraphs(back.value)).toEqual(paragraphs(own).map((text) => bare(text)));
    },
  );

  test("with automatic numbers, sub-paragraphs and bullets", () => {
    const { value } = imported({
      numbering: list(["decimal", "%1."], ["lowerLetter", "(%2)"], ["bullet", "\uf0b7"]),
      body: [
        head,
        p(`${run("Recalling", "<w:i/>")}${run(" its resolutions,")}`),
        p(`${run("Invites", "<w:i/>")}${run(" parliaments to:")}`, numbered()),
        p("adopt laws;", numbered(1)),
        p("vote budgets;", numbered(1)),
        p("Urges the IPU to look at:", numbered()),
        p("rivers;", numbered(2)),
        p("lakes.", numbered(2)),
      ].join(""),
    });
    expect(texts(value)).toEqual([
      "title Water and peace",
      "pp01 _Recalling_ its resolutions",
      "op01 _Invites_ parliaments to",
      "op01.a adopt laws",
      "op01.b vote budgets",
      "op02 _Urges_ the IPU to look at",
      "op02.1 rivers",
      "op02.2 lakes",
    ]);
  });

  test("with numbers typed by hand, on lines of their own too", () => {
    const { value } = imported({
      body: [
        head,
        p("(1)"),
        p("Aware that water is scarce,"),
        p("1."),
        p("Calls on parliaments to act;"),
        p("2. Decides to come back to it."),
      ].join(""),
    });
    expect(texts(value).slice(1)).toEqual([
      "pp01 _Aware_ that water is scarce",
      "op01 _Calls on_ parliaments to act",
      "op02 _Decides_ to come back to it",
    ]);
  });

  test("with the opening words that the file marks, before those that the lexicon knows", () => {
    const { value } = imported({
      body:
        head +
        p(`${run("1. ")}${run("Solemnly and firmly invites", "<w:i/>")}${run(" parliaments to act.")}`),
    });
    expect(texts(value)[1]).toBe("op01 _Solemnly and firmly invites_ parliaments to act");
  });

  test("with titles, raised letters, strong words and footnotes inside the paragraphs", () => {
    const note = `<w:r><w:footnoteReference w:id="7"/></w:r>`;
    const { value } = imported({
      footnotes: `<w:footnote w:id="7">${p(`<w:r><w:footnoteRef/></w:r>${run(" Adopted in ")}${run("Geneva", "<w:b/>")}`)}</w:footnote>`,
      body:
        head +
        p(
          `${run("1. Recalls the 122")}${run("nd", '<w:vertAlign w:val="superscript"/>')}${run(" Assembly, its ")}${run("Guide for members", "<w:i/>")}${run(" and the ")}${run("duty", "<w:b/>")}${run(" to act;")}${note}`,
        ) +
        p("2. Invites all."),
    });
    expect(texts(value).slice(1)).toEqual([
      "op01 _Recalls_ the 122^nd^ Assembly, its *Guide for members* and the **duty** to act[^n1]",
      "op02 _Invites_ all",
      "n1 Adopted in **Geneva**",
    ]);
  });

  test("and nothing of it is lost: what is not understood is kept and said with the number of its paragraph", () => {
    const { value, said, diagnostics } = imported({
      body: `${head}${p("A line that nobody understands")}<w:tbl><w:tr><w:tc>${p("cell one")}</w:tc><w:tc>${p("cell two")}</w:tc></w:tr></w:tbl>${p("1. Invites all.")}`,
    });
    const all = texts(value).join("\n");
    for (const words of ["A line that nobody understands", "cell one", "cell two", "_Invites_ all"])
      expect(all).toContain(words);
    expect(said).toContain("A line that nobody understands");
    expect(diagnostics.find((d) => d.message.includes("cell two"))?.place).toMatchObject({
      file: "x.docx",
      line: 6,
    });
  });

  test("with words of the characters that we use ourselves, which are taken out", () => {
    const { value } = imported({ body: head + p("1. Invites \u{f0000}all\u{f0001} of them.") });
    expect(texts(value)[1]).toBe("op01 _Invites_ all of them");
  });

  test("and keeps the words of a title that was typed in several lines and paragraphs together", () => {
    const title =
      p("WATER", '<w:pStyle w:val="Title"/>') +
      p(`${run("AND")}<w:r><w:br/></w:r>${run("PEACE")}`, '<w:pStyle w:val="Title"/>');
    const { value } = imported({
      styles: `<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`,
      body: title + p("Draft resolution submitted by the co-Rapporteurs") + p("1. Invites all."),
    });
    expect(texts(value)[0]).toBe("title WATER AND PEACE");
  });
});
