import { expect, test } from "vitest";
import { made, paragraphWith, partOf, partsOf, styleXml } from "./parts.ts";
import { sample } from "./sample.ts";

const en = await made(sample("en", "DRAFT"));
const ar = await made(sample("ar"));
const zh = await made(sample("zh"));
const main = partOf(en, "word/document.xml");
const styles = partOf(en, "word/styles.xml");
const arMain = partOf(ar, "word/document.xml");
const arStyles = partOf(ar, "word/styles.xml");

test("the styles have the names of the house, and Word's own names where Word has the style", () => {
  const named = (id: string) => /<w:name w:val="([^"]*)"/.exec(styleXml(styles, id))?.[1];
  expect(named("Preambular")).toBe("Preambular Paragraph");
  expect(named("Operative2")).toBe("Operative Sub-paragraph");
  expect(named("Heading2")).toBe("heading 2");
  expect(named("FootnoteText")).toBe("footnote text");
  expect(named("OpeningWords")).toBe("Opening Words");
  expect(named("CitedTitle")).toBe("Cited Title");
  expect(styles).toContain('w:styleId="DefaultParagraphFont"');
});

test("opening words and cited titles carry a character style and nothing else", () => {
  expect(paragraphWith(main, "common action")).toContain(
    '<w:r><w:rPr><w:rStyle w:val="OpeningWords"/></w:rPr><w:t xml:space="preserve">Recognizing</w:t></w:r>',
  );
  expect(main).toContain('<w:rPr><w:rStyle w:val="CitedTitle"/></w:rPr><w:t xml:space="preserve">Convention');
  expect(styleXml(styles, "OpeningWords")).toContain("<w:bCs/><w:i/>");
});

test("a paragraph in its list says only its style: the number, indents and tab are the style's", () => {
  expect(paragraphWith(main, "common action")).toMatch(
    /^<w:p><w:pPr><w:pStyle w:val="Preambular"\/><\/w:pPr>/,
  );
  expect(styleXml(styles, "Operative")).toMatch(
    /<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/><\/w:numPr>/,
  );
  expect(styleXml(styles, "Operative")).toContain('<w:ind w:left="567" w:hanging="567"/>');
});

test("a run-in number opens the first line and later lines return to the margin", () => {
  const style = styleXml(styles, "Preambular");
  expect(style).toContain('<w:tabs><w:tab w:val="left" w:pos="850"/></w:tabs>');
  expect(style).toContain('<w:ind w:left="0" w:firstLine="0"/>');
});

test("lists are multi-level, linked to the styles, and have no level that Word calls tentative", () => {
  const numbering = partOf(en, "word/numbering.xml");
  expect(numbering).not.toContain("hybridMultilevel");
  expect(numbering).not.toContain("tentative");
  expect(numbering).toContain('<w:pStyle w:val="Operative"/><w:lvlText w:val="%1."/>');
  expect(numbering).toContain(
    '<w:pStyle w:val="OperativeInserted1"/><w:suff w:val="space"/><w:lvlText w:val="%1 bis."/>',
  );
  expect(numbering).toContain('<w:pStyle w:val="Operative2"/><w:lvlText w:val="(%3)"/>');
});

test("page 1 has furniture of its own, and following pages the number and the symbol", () => {
  expect(main).toContain("<w:titlePg/>");
  const headers = [...partsOf(en)]
    .filter(([path]) => /^word\/header\d\.xml$/.test(path))
    .map(([, xml]) => xml);
  expect(headers).toHaveLength(2);
  const running = headers.find((xml) => xml.includes("C-I/122/DR-Pre")) ?? "";
  expect(running).toContain(" PAGE ");
  expect(running).toMatch(/<w:tab w:val="center" w:pos="\d+"\/><w:tab w:val="right" w:pos="\d+"\/>/);
  expect(running).not.toContain("<w:tbl>");
  expect([...partsOf(en).values()].join("")).toContain(" NUMPAGES ");
});

test("the watermark is in the headers of both kinds of pages", () => {
  const headers = [...partsOf(en)].filter(([path]) => /^word\/header\d\.xml$/.test(path));
  for (const [, xml] of headers) expect(xml).toContain('string="DRAFT"');
});

test("headings are in the outline, and one without an entry is not", () => {
  expect(styleXml(styles, "Title")).toContain('<w:outlineLvl w:val="0"/>');
  expect(styleXml(styles, "Heading2")).toContain('<w:outlineLvl w:val="1"/>');
  expect(paragraphWith(main, ">Annex<")).toContain('<w:outlineLvl w:val="9"/>');
});

test("a paragraph with an id has a hidden bookmark around a control that carries the id and cannot be deleted", () => {
  const p = paragraphWith(main, "see ");
  expect(p).toMatch(
    /<w:bookmarkStart w:id="(\d+)" w:name="_op02"\/><w:sdt>.*<\/w:sdt><w:bookmarkEnd w:id="\1"\/>/,
  );
  expect(p).toContain('<w:tag w:val="op02"/>');
  expect(p).toContain('<w:lock w:val="sdtLocked"/><w15:appearance w15:val="hidden"/>');
  expect(main).toContain('w:name="_op01_a_i"');
});

test("cross-references are complex fields to the bookmarks with the printed label as their result", () => {
  const p = paragraphWith(main, "see ");
  expect(p).toContain(" REF _op01 \\n \\h ");
  expect(p).toContain(" REF _op01_a \\n \\h ");
  expect(p).toContain(" HYPERLINK \\l &quot;_h1&quot; ");
  expect(p.replace(/<w:instrText.*?<\/w:instrText>|<[^>]*>/g, "")).toBe("see 1 and 1 (a), Follow-up");
  expect(main).not.toContain("w:fldSimple");
});

test("footnotes are Word's own, in its style; the asterisk is a mark of its own and is not counted", () => {
  expect(main).toContain(
    '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t xml:space="preserve">*</w:t>',
  );
  expect(main).toContain('<w:footnoteReference w:id="2"/>');
  const notes = partOf(en, "word/footnotes.xml");
  expect(notes).toMatch(/w:id="2"><w:p><w:pPr><w:pStyle w:val="FootnoteText"\/>/);
  expect(notes.match(/<w:footnoteRef\/>/g)).toHaveLength(2);
  expect(notes.slice(0, notes.indexOf('w:id="1"'))).not.toContain("footnoteRef");
});

test("a footnote called again repeats the number of the first call", () => {
  expect(main.match(/<w:footnoteReference /g)).toHaveLength(3);
  expect(main).toMatch(/ NOTEREF _fn_n1 \\f \\h /);
});

test("a block that stays with what follows says so itself, and not in its style", async () => {
  const document = sample("en");
  const body = document.body.map((b) => (b.kind === "item" ? { ...b, keepWithNext: true } : b));
  const xml = partOf(await made({ ...document, body }), "word/document.xml");
  expect(paragraphWith(xml, "common action")).toContain(
    '<w:pPr><w:pStyle w:val="Preambular"/><w:keepNext/></w:pPr>',
  );
});

test("tables repeat their header rows, keep rows whole, and leave no cell without a paragraph", () => {
  expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(main.match(/<w:cantSplit\/>/g)?.length).toBe(main.match(/<w:tr>/g)?.length);
  expect(main).toContain('w:firstRow="1"');
  expect(main).toContain('<w:gridSpan w:val="2"/>');
  expect(main).not.toMatch(/<\/w:tcPr><\/w:tc>/);
});

test("changes are tracked changes with author and date, paragraph marks and moves among them", () => {
  const by = 'w:author="Ms. M.T. Ortuño" w:date="2010-03-20T00:00:00Z"';
  expect(main).toMatch(
    new RegExp(`<w:ins w:id="\\d+" ${by}><w:r><w:t xml:space="preserve">new</w:t></w:r><w:del `),
  );
  expect(main).toContain('<w:delText xml:space="preserve"> old </w:delText>');
  expect(main).toContain("<w:delInstrText");
  expect(paragraphWith(main, "came in")).toMatch(/<w:pPr>.*<w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr>/);
  expect(paragraphWith(main, "goes out")).toMatch(/<w:pPr>.*<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr>/);
  expect(main).toMatch(/<w:moveFromRangeStart w:id="\d+" w:name="move1"/);
  expect(main).toMatch(/<w:moveToRangeStart w:id="\d+" w:name="move1"/);
});

test("a moved paragraph without its other end is shown as inserted or deleted", async () => {
  const document = sample("en");
  document.body = document.body.filter((b) => !("mark" in b) || b.mark?.kind !== "move-to");
  const xml = partOf(await made(document), "word/document.xml");
  expect(xml).not.toContain("moveFrom");
  expect(paragraphWith(xml, "moved words")).toContain("<w:delText");
});

test("the file knows its title, author, subject, key words, language, symbol and source", () => {
  const core = partOf(en, "docProps/core.xml");
  for (const words of [
    "GLOBAL FIGHT",
    "Inter-Parliamentary Union",
    "Draft resolution",
    "crime, drugs",
    ">en-GB<",
  ]) {
    expect(core).toContain(words);
  }
  expect(core.match(/2009-12-18T00:00:00Z/g)).toHaveLength(2);
  const custom = partOf(en, "docProps/custom.xml");
  expect(custom).toContain("C-I/122/DR-Pre");
  expect(custom).toContain("ab".repeat(32));
});

test("every language is said: the document's as default, another one at its run", () => {
  expect(styles).toContain('<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>');
  expect(main).toContain('<w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve"> texte français </w:t>');
  expect(partOf(zh, "word/styles.xml")).toContain('w:eastAsia="Microsoft YaHei"');
  expect(partOf(zh, "word/document.xml")).toContain('<w:rFonts w:hint="eastAsia"/>');
});

test("an Arabic file is right to left in section, styles, paragraphs, runs, tables and numbers", () => {
  expect(arMain).toMatch(/<w:titlePg\/><w:bidi\/><w:docGrid/);
  expect(styleXml(arStyles, "Normal")).toContain("<w:bidi/>");
  const p = paragraphWith(arMain, "الحاجة");
  expect(p).toContain("<w:bidi/>");
  expect(p).toContain("<w:rPr><w:rtl/></w:rPr></w:pPr>");
  expect(p).toContain('<w:rPr><w:rStyle w:val="OpeningWords"/><w:rtl/></w:rPr>');
  expect(p).toContain('<w:r><w:t xml:space="preserve">UNODC</w:t></w:r>');
  expect(p).toContain('<w:r><w:t xml:space="preserve">A/RES/63/194</w:t></w:r>');
  expect(arMain).toContain("<w:bidiVisual/>");
  const numbering = partOf(ar, "word/numbering.xml");
  expect(numbering).not.toContain("lvlJc");
  expect(numbering).toContain('<w:numFmt w:val="arabicAbjad"/>');
  expect(numbering).toContain('<w:lvlText w:val="%1\u00a0مكرراً."/>');
});

test("Arabic letters have their own face, size and weight in every style", () => {
  expect(arStyles).toContain('w:cs="Times New Roman"');
  expect(styleXml(arStyles, "Normal")).toContain('<w:sz w:val="22"/><w:szCs w:val="25"/>');
  expect(styleXml(arStyles, "Title")).toContain("<w:b/><w:bCs/>");
});

test("an annex starts its numbers anew", () => {
  const restarted = main.slice(main.indexOf(">Annex<"));
  const number = /<w:pStyle w:val="Operative"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/.exec(
    restarted,
  )?.[1];
  expect(partOf(en, "word/numbering.xml")).toMatch(
    new RegExp(
      `<w:num w:numId="${number}"><w:abstractNumId w:val="\\d+"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>`,
    ),
  );
});

test("a title is narrowed on both sides so that its lines come out about equal", () => {
  const title = /<w:ind w:left="(\d+)" w:right="(\d+)"\/>/.exec(paragraphWith(main, "COOPERATION"));
  expect(Number(title?.[1])).toBeGreaterThan(100);
  expect(title?.[1]).toBe(title?.[2]);
});

test("a line of Chinese or Latin words keeps its words: text runs join to the text of the tree", () => {
  const text = (xml: string) => xml.replace(/<w:instrText.*?<\/w:instrText>|<[^>]*>/g, "");
  expect(text(paragraphWith(arMain, "الحاجة"))).toBe(
    "إذ تدرك الحاجة إلى عمل مشترك (UNODC) وفقاً للقرار A/RES/63/194 لعام 2008*,",
  );
});
