import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWordFile, type WordFile } from "../../../src/read/docx/word-file.ts";
import { visitBlocks } from "../../../src/render/docx/scan.ts";
import { list, numbered, type Parts, p, run, wordFile, wordParts } from "../../fixtures/word-file.ts";
import { made } from "../../render/docx/parts.ts";
import { sample } from "../../render/docx/sample.ts";

function read(parts: Parts | string): WordFile & { said: string } {
  const { value, diagnostics } = readWordFile(
    wordFile(typeof parts === "string" ? { body: parts } : parts),
    "x.docx",
  );
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return { ...value, said: diagnostics.map((d) => d.message).join("\n") };
}

const words = ({ paragraphs }: WordFile): string[] =>
  paragraphs.map((q) => q.runs.map((r) => r.text).join(""));
const labels = ({ paragraphs }: WordFile): string[] => paragraphs.map((q) => q.number?.label ?? "");

describe("numbers are those that Word shows", () => {
  test.each(["en", "ar", "zh"] as const)("in our own files: the sample in %s", async (language) => {
    const bytes = await made(sample(language));
    const { value } = readWordFile(bytes, "x.docx");
    const printed: string[] = [];
    visitBlocks(sample(language).body, language, (b) => {
      const gone = b.kind === "item" && (b.mark?.kind === "del" || b.mark?.kind === "move-from");
      if (b.kind === "item" && !gone) printed.push(b.label);
    });
    expect(printed.length).toBeGreaterThan(10);
    expect(value?.paragraphs.flatMap((q) => (q.number ? [q.number.label] : []))).toEqual(printed);
  });
  test("with levels that begin anew, and numbers from styles and those they are based on", () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="Base"/></w:style>`;
    const sub = p("x", numbered(1));
    const file = read({
      styles,
      numbering: list(["decimal", "%1."], ["lowerLetter", "(%2)"]),
      body: [
        p("x", '<w:pStyle w:val="Own"/>'),
        sub,
        sub,
        p("x", numbered()),
        sub,
        p("x", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      ].join(""),
    });
    expect(labels(file)).toEqual(["1.", "(a)", "(b)", "2.", "(a)", ""]);
  });
  test("with starts that are overridden, levels that never begin anew, and formats that nobody knows", () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bengaliCounting"/><w:lvlRestart w:val="0"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>`;
    const body = [
      p("x", numbered()),
      p("x", numbered(1)),
      p("x", numbered()),
      p("x", numbered(1)),
      p("x", numbered(0, 2)),
    ].join("");
    expect(labels(read({ numbering, body }))).toEqual(["I)", "1.1", "II)", "2.2", "IX)"]);
  });
  test("without counting a paragraph that is deleted", () => {
    const gone = `<w:p><w:pPr>${numbered()}<w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr><w:del w:id="2" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`;
    const file = read({
      numbering: list(["decimal", "%1."]),
      body: p("one", numbered()) + gone + p("two", numbered()),
    });
    expect(labels(file)).toEqual(["1.", "2."]);
    expect(words(file)).toEqual(["one", "two"]);
  });
});

describe("words", () => {
  test("are those of all tracked changes accepted, moves and joined paragraphs among them", () => {
    const file = read(
      `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="B"/></w:rPr></w:pPr>${run("first ")}</w:p>` +
        p(
          `<w:del w:id="2" w:author="A"><w:r><w:delText>no</w:delText></w:r></w:del><w:ins w:id="3" w:author="A">${run("and")}</w:ins>${run(" second")}`,
        ) +
        p(`<w:moveFrom w:id="4" w:author="A">${run("moved")}</w:moveFrom>`) +
        p(`<w:moveTo w:id="5" w:author="A">${run("moved")}</w:moveTo>`),
    );
    expect(words(file)).toEqual(["first and second", "", "moved"]);
    expect(file.said).toContain("tracked changes by A");
  });
  test("come through content controls, links, simple fields, choices of newer programs, text boxes and tables", () => {
    const file = read(
      p(`<w:sdt><w:sdtPr><w:tag w:val="op01"/></w:sdtPr><w:sdtContent>${run("a")}</w:sdtContent></w:sdt>`) +
        p(
          `<w:hyperlink r:id="x">${run("b")}</w:hyperlink><w:fldSimple w:instr=" DATE ">${run("c")}</w:fldSimple>`,
        ) +
        `<w:sdt><w:sdtContent>${p("d")}</w:sdtContent></w:sdt>` +
        p(
          `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p("box")}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p("box")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ) +
        `<w:tbl><w:tr><w:tc>${p("e")}</w:tc><w:tc>${p("f")}</w:tc></w:tr></w:tbl>`,
    );
    expect(words(file)).toEqual(["a", "bc", "d", "", "box", "e", "f"]);
    expect(file.paragraphs[0]?.runs[0]?.tags).toEqual(["op01"]);
    expect(file.paragraphs[6]?.cell).toEqual({ table: 0, row: 0, column: 1 });
    expect(file.said).toBe("");
  });
  test("of fields are what they show; those that lead to a bookmark say where, and a code without end swallows nothing", () => {
    const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const file = read(
      p(
        `${run("see ")}${sign("begin")}${code(" REF _op04 \\n \\h ")}${sign("separate")}${run("4")}${sign("end")}${run(".")}`,
      ) +
        p(
          `${sign("begin")}${code(" HYPERLINK \\l &quot;_op05&quot; ")}${sign("separate")}${run("5 (a)")}${sign("end")}`,
        ) +
        p(`${run("before")}${sign("begin")}${code(" TOC ")}`) +
        p("after"),
    );
    expect(words(file)).toEqual(["see 4.", "5 (a)", "before", "after"]);
    expect(file.paragraphs[0]?.runs.map((q) => q.ref)).toEqual([undefined, "_op04", undefined]);
    expect(file.paragraphs[1]?.runs[0]?.ref).toBe("_op05");
  });
  test("are emphasized where their style or their own look differs from the paragraph's", () => {
    const styles = `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="O"><w:name w:val="Opening Words"/><w:rPr><w:i/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>`;
    const file = read({
      styles,
      body:
        p(run("bold style"), '<w:pStyle w:val="T"/>') +
        p(
          `${run("styled", '<w:rStyle w:val="O"/>')}${run("direct", "<w:i/>")}${run("off", '<w:i w:val="0"/>')}${run("x", '<w:rStyle w:val="Loop"/>')}${run("أب", "<w:rtl/><w:bCs/>")}${run("2", '<w:vertAlign w:val="superscript"/>')}`,
        ),
    });
    expect(file.paragraphs[0]?.runs[0]?.bold).toBe(false);
    expect(file.paragraphs[1]?.runs.map((q) => q.italic)).toEqual([true, true, false, false, false, false]);
    expect(file.paragraphs[1]?.runs[4]).toMatchObject({ bold: true, rightToLeft: true });
    expect(file.paragraphs[1]?.runs[5]?.raised).toBe(true);
    expect(file.paragraphs[1]?.runs[0]?.style).toBe("opening words");
  });
  test("in notes are found by their numbers; lines between text and notes are none", () => {
    const note = (id: number, type: string, text: string): string =>
      `<w:footnote w:id="${id}"${type}>${p(text)}</w:footnote>`;
    const file = read({
      footnotes: note(0, ' w:type="separator"', "") + note(1, "", "the note"),
      body: p(`${run("text")}<w:r><w:footnoteReference w:id="1"/></w:r>`),
    });
    expect([...file.notes.keys()]).toEqual(["1"]);
    expect(file.paragraphs[0]?.runs[1]?.note).toBe("1");
  });
  test("are found whatever prefixes and variant of the standard the file uses", () => {
    const parts = wordParts({ body: p("strict") });
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const xml = (parts["word/document.xml"] ?? "")
      .replaceAll("w:", "z:")
      .replace(/xmlns:w="[^"]*"/, `xmlns:z="${strict}"`);
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries({ ...parts, "word/document.xml": xml }).map(([k, v]) => [k, strToU8(v)]),
      ),
    );
    const { value } = readWordFile(bytes, "x.docx");
    expect(value && words(value)).toEqual(["strict"]);
  });
  test("that are hidden, commented or of a font of signs are said", () => {
    const file = read(
      p(
        `${run("seen")}${run("hidden", "<w:vanish/>")}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:drawing/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`,
      ),
    );
    expect(words(file)).toEqual(["seen□"]);
    expect(file.said).toContain("hidden text");
    expect(file.said).toContain("one comment");
    expect(file.said).toContain("one picture or drawing");
    expect(file.said).toContain("Wingdings");
  });
});
