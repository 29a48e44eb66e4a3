import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Translation } from "../../src/model/translation.ts";
import { find, mapSegments, segments } from "../../src/model/walk.ts";
import { readWordCopy } from "../../src/read/docx/copy.ts";
import { readWork } from "../../src/read/work.ts";
import { textHash } from "../../src/text/hash.ts";
import type { InlineText } from "../../src/text/inline.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { anyResolution } from "../fixtures/resolutions.ts";
import { folderWorld, projectRoot } from "../fixtures/world.ts";
import { edited, translated } from "./travel.ts";
import { changedPart, madeFile, partOf, takenBack, wordFile } from "./word.ts";

describe("a two-language Word file", () => {
  test("that nobody touched changes nothing, whatever the texts and the language", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyResolution,
        fc.constantFrom("fr", "ar", "zh"),
        fc.boolean(),
        async (any, language, plain) => {
          const word = { fr: "mot", ar: "كلمة", zh: "词" }[language] ?? "x";
          const r = {
            ...any,
            instrument: { ...any.instrument, submitters: { role: "co-rapporteur" as const, parties: [] } },
            stages: [{ id: "dr", kind: "draft" as const, date: "2009-12-18", applies: [] }],
          };
          const texts = Object.fromEntries(
            segments(r).map((s) => [
              s.id,
              { source: textHash(s.text), text: plain ? translated(s.text, word) : edited(s.text, word) },
            ]),
          );
          const languages = { r, translation: { language, persons: {}, texts } };
          const bytes = await wordFile(languages);
          fc.pre(bytes instanceof Uint8Array);
          const { value, diagnostics } = takenBack(bytes as Uint8Array, languages);
          expect(diagnostics).toEqual([]);
          expect(value.unchanged.sort()).toEqual(Object.keys(texts).sort());
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe("an edited Word file", () => {
  const world = folderWorld(projectRoot, { resolutions: join(projectRoot, "tests/fixtures/works") });
  const r = readWork(world, "everything").value?.resolution;
  if (!r) throw new Error("the work cannot be read");
  const original = { ...r, stages: r.stages.slice(0, 1) };
  const texts: Translation["texts"] = Object.fromEntries(
    segments(r).map((s) => [s.id, { source: textHash(s.text), text: edited(s.text, "en français") }]),
  );
  const languages = { r: original, translation: { language: "fr", persons: {}, texts } };
  const printed = (id: string, taken: { texts: Record<string, { text: InlineText }> }): string =>
    printInline(taken.texts[id]?.text ?? []);

  test("brings one changed text, with its note, reference and directions as they were", async () => {
    const bytes = changedPart(await madeFile(languages), "word/document.xml", (xml) =>
      replaced(xml, "to act on paragraph ", "agir sur le paragraphe ", 2),
    );
    const { value, diagnostics } = takenBack(bytes, languages);
    expect(Object.keys(value.texts)).toEqual(["op02"]);
    expect(printed("op02", value)).toBe(
      "_Invites_ governments agir sur le paragraphe [@op01.a] and on preambular paragraph [@pp02]; _also calls on_ parliaments to watch over what they do en français",
    );
    expect(diagnostics.map((d) => d.code)).toEqual(["translation-replaced"]);
    expect(value.unchanged).toHaveLength(segments(r).length - 1);

    const list = changedPart(await madeFile(languages), "word/document.xml", (xml) =>
      replaced(xml, "United Nations General Assembly", "Assemblée générale des Nations Unies", 2),
    );
    expect(printed("pp01.3", takenBack(list, languages).value)).toBe(
      "Assemblée générale des Nations Unies resolution [ltr: A/RES/63/194], *Combating the criminal misuse of information technologies* en français",
    );
  });

  test("brings what was written into an empty cell, without the remark that it was empty", async () => {
    const { op04: _, ...rest } = texts;
    const missing = { ...languages, translation: { ...languages.translation, texts: rest } };
    const empty = await madeFile(missing);
    expect(partOf(empty, "word/document.xml")).toContain("[Non encore traduit]");
    expect(takenBack(empty, missing).value.open).toEqual(["op04"]);
    const bytes = changedPart(empty, "word/document.xml", (xml) =>
      xml.replace(
        /(<w:bookmarkStart w:id="\d+" w:name="_fr_op04"\/>)/,
        "$1<w:r><w:rPr><w:i/></w:rPr><w:t>décide</w:t></w:r><w:r><w:t> d’y revenir.</w:t></w:r>",
      ),
    );
    const { value } = takenBack(bytes, missing);
    expect(printed("op04", value)).toBe("_décide_ d’y revenir");
    expect(Object.keys(value.texts)).toEqual(["op04"]);
  });

  test("brings a translation with its footnote, whose call and place stand in the empty cells", async () => {
    const { "pp01.geneva": _, n1: __, ...rest } = texts;
    const missing = { ...languages, translation: { ...languages.translation, texts: rest } };
    const empty = await madeFile(missing);
    expect(takenBack(empty, missing).value.open.sort()).toEqual(["n1", "pp01.geneva"]);
    const called = changedPart(empty, "word/document.xml", (xml) =>
      xml.replace(
        /(<w:bookmarkStart w:id="\d+" w:name="_fr_pp01_geneva"\/>.*?<w:sdtContent>)/s,
        "$1<w:r><w:t>les Conventions de Genève</w:t></w:r>",
      ),
    );
    const bytes = changedPart(called, "word/footnotes.xml", (xml) =>
      xml.replace(
        /(<w:bookmarkStart w:id="\d+" w:name="_fr_n1"\/>)/,
        "$1<w:r><w:t>Du 8 juin 1977</w:t></w:r>",
      ),
    );
    const { value, diagnostics } = takenBack(bytes, missing);
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    expect(printed("pp01.geneva", value)).toBe("les Conventions de Genève[^n1]");
    expect(printed("n1", value)).toBe("Du 8 juin 1977");
  });

  test("is known by its bookmarks where a program has dropped the content controls", async () => {
    const bytes = changedPart(await madeFile(languages), "word/document.xml", (xml) =>
      xml.replace(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>|<\/w:sdtContent><\/w:sdt>/gs, ""),
    );
    expect(takenBack(bytes, languages).value.unchanged).toHaveLength(segments(r).length);
  });

  test("counts as all tracked changes accepted, and says whose they were", async () => {
    const by = 'w:id="9999" w:author="A. Reader" w:date="2010-01-01T00:00:00Z"';
    const bytes = changedPart(await madeFile(languages), "word/document.xml", (xml) =>
      replaced(
        xml,
        "The Assembly heard an address",
        `</w:t></w:r><w:ins ${by}><w:r><w:t>L’Assemblée</w:t></w:r></w:ins><w:del ${by}><w:r><w:delText>The Assembly</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> heard an address`,
        2,
      ),
    );
    const { value, diagnostics } = takenBack(bytes, languages);
    expect(printed("d1", value)).toBe("L’Assemblée heard an address by the guest speaker. en français");
    expect(diagnostics.find((d) => d.code === "word-changes")?.message).toContain("A. Reader (1 in, 1 out)");
  });

  test("joins a paragraph that was parted, and says so", async () => {
    const bytes = changedPart(await madeFile(languages), "word/document.xml", (xml) => {
      const at = xml.lastIndexOf("heard an address");
      const paragraph = xml.lastIndexOf("<w:p>", at);
      const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(xml.slice(paragraph, at))?.[0] ?? "";
      return `${xml.slice(0, at)}heard</w:t></w:r></w:sdtContent></w:sdt></w:p><w:p>${properties}<w:sdt><w:sdtContent><w:r><w:t>${xml.slice(at + 6)}`;
    });
    const { value, diagnostics } = takenBack(bytes, languages);
    expect(diagnostics.map((d) => d.message).join()).toContain("`d1` stands in several paragraphs");
    expect(value.unchanged).toContain("d1");
  });

  test("is refused text by text where a call, the opening words or the source are not what they were", async () => {
    const bytes = changedPart(await madeFile(languages), "word/document.xml", (xml) =>
      xml
        .replace(
          /(_fr_pp01_geneva.*?)<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:footnoteReference[^>]*\/><\/w:r>/s,
          "$1",
        )
        .replace(/(_fr_pp04".*?)<w:rStyle w:val="OpeningWords"\/>/s, "$1"),
    );
    const changed = mapSegments(original, (s) => (s.id === "op04" ? edited(s.text, "later") : s.text));
    const { value, diagnostics } = takenBack(bytes, { ...languages, r: changed });
    expect(value.refused.sort()).toEqual(["op04", "pp01.geneva", "pp04"]);
    const said = diagnostics.map((d) => d.message).join("\n");
    expect(said).toContain("the code note-n1 is missing");
    expect(said).toContain("around the opening words is missing");
    expect(said).toContain("`op04` was translated from a text that has changed since");
    expect(value.texts).toEqual({});
  });

  test("does not write over a translation that somebody changed meanwhile, unless told to", async () => {
    const bytes = changedPart(await madeFile(languages), "word/document.xml", (xml) =>
      replaced(xml, "The Assembly heard", "L’Assemblée a entendu", 2),
    );
    const d1 = { source: textHash(find(r, "d1")?.text ?? []), text: readInline("Autre chose").value };
    const meanwhile = {
      ...languages,
      translation: { ...languages.translation, texts: { ...texts, d1 } },
    };
    const { value, diagnostics } = takenBack(bytes, meanwhile);
    expect(value.refused).toEqual(["d1"]);
    expect(diagnostics.map((d) => d.code)).toEqual(["exchange-conflict"]);
    expect(Object.keys(takenBack(bytes, meanwhile, { force: true }).value.texts)).toEqual(["d1"]);
  });

  test("that was made for something else is refused as a whole", async () => {
    const bytes = changedPart(await madeFile(languages), "docProps/custom.xml", (xml) =>
      xml.replace(/<property [^>]*name="Hemicycle Texts[^>]*>.*?<\/property>/gs, ""),
    );
    const { value, diagnostics } = readWordCopy(bytes, "x.docx");
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.message).join()).toContain("does not say which work");
  });
});

/** Replaces the `nth` place where words stand. */
function replaced(text: string, words: string, by: string, nth: number): string {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`${words} does not stand there ${nth} times`);
  return text.slice(0, at) + by + text.slice(at + words.length);
}
