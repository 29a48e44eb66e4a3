import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { checkDocx } from "../../../src/render/docx/index.ts";
import { changed, made, partOf } from "./parts.ts";
import { sample } from "./sample.ts";

const good = await made(sample("en", "DRAFT"));
const main = "word/document.xml";

test("a good file of any language has no finding", async () => {
  expect(checkDocx(good)).toEqual([]);
  expect(checkDocx(await made(sample("ar")))).toEqual([]);
  expect(checkDocx(await made(sample("zh")))).toEqual([]);
});

describe("each planted fault is found", () => {
  const faults: [string, string, string | RegExp, string, RegExp][] = [
    [
      "deleted text written as text",
      main,
      /<w:delText( [^>]*)> old <\/w:delText>/,
      "<w:t>old</w:t>",
      /Deleted text/,
    ],
    [
      "the code of a deleted field",
      main,
      /<w:delInstrText.*?<\/w:delInstrText>/,
      "<w:instrText>REF _op01</w:instrText>",
      /deleted field/,
    ],
    [
      "text that stays written as deleted",
      main,
      '<w:t xml:space="preserve">see </w:t>',
      "<w:delText>see </w:delText>",
      /stays/,
    ],
    [
      "an unknown paragraph style",
      main,
      '<w:pStyle w:val="Preambular"/>',
      '<w:pStyle w:val="Gone"/>',
      /style "Gone"/,
    ],
    [
      "an unknown character style",
      main,
      '<w:rStyle w:val="CitedTitle"/>',
      '<w:rStyle w:val="Gone"/>',
      /style "Gone"/,
    ],
    [
      "a style based on nothing",
      "word/styles.xml",
      '<w:basedOn w:val="DefaultParagraphFont"/>',
      '<w:basedOn w:val="Gone"/>',
      /leans on "Gone"/,
    ],
    [
      "a level linked to an unknown style",
      "word/numbering.xml",
      '<w:pStyle w:val="Operative"/>',
      '<w:pStyle w:val="Gone"/>',
      /style "Gone"/,
    ],
    ["a list that is not there", main, /<w:numId w:val="\d+"\/>/, '<w:numId w:val="99"/>', /list 99/],
    [
      "a list made from nothing",
      "word/numbering.xml",
      '<w:abstractNumId w:val="0"/>',
      '<w:abstractNumId w:val="77"/>',
      /made from 77/,
    ],
    ["two bookmarks of one name", main, 'w:name="_op02"', 'w:name="_op01"', /name "_op01"/],
    ["a bookmark without an end", main, /<w:bookmarkEnd w:id="\d+"\/>/, "", /does not end/],
    ["an end without a bookmark", main, "<w:body>", '<w:body><w:bookmarkEnd w:id="999"/>', /without a start/],
    ["a bookmark that Word refuses", main, 'w:name="_op02"', 'w:name="_op02.a"', /does not take "_op02.a"/],
    ["a reference to nothing", main, " REF _op01 ", " REF _gone ", /"_gone"/],
    [
      "a link to nothing",
      main,
      "HYPERLINK \\l &quot;_h1&quot;",
      "HYPERLINK \\l &quot;_gone&quot;",
      /"_gone"/,
    ],
    ["an empty cell", main, "</w:tcPr><w:p>", "</w:tcPr><w:tbl></w:tbl></w:tc><w:tc><w:tcPr/><w:p>", /cell/],
    ["a move without a start", main, /<w:moveToRangeStart [^>]*>/, "", /outside the brackets/],
    [
      "a move that arrives nowhere",
      main,
      /(w:name="move1")(?=[^>]*>(?:<w:p>)(?:(?!<w:p>).)*<w:moveTo )/,
      'w:name="other"',
      /arrives nowhere/,
    ],
    ["a field without an end", main, '<w:fldChar w:fldCharType="end"/>', "", /does not end/],
    ["a control character", main, "see ", "see &#1;", /word\/document\.xml/],
    ["XML that is not closed", main, "</w:body>", "", /word\/document\.xml/],
  ];
  test.each(faults)("%s", (_, path, from, to, message) => {
    const found = checkDocx(changed(good, path, from, to));
    expect(found.map((d) => d.message).join("\n")).toMatch(message);
    expect(found.every((d) => d.code === "docx-invalid" && d.place?.file)).toBe(true);
  });

  test("two content controls of one number", () => {
    const xml = /<w:tag w:val="op01"\/><w:id w:val="(\d+)"\/>/;
    const id = xml.exec(new TextDecoder().decode(unzipped(good)))?.[1];
    const twice = changed(
      good,
      main,
      /(?<=<w:tag w:val="op02"\/>)<w:id w:val="\d+"\/>/,
      `<w:id w:val="${id}"/>`,
    );
    expect(
      checkDocx(twice)
        .map((d) => d.message)
        .join(),
    ).toContain(`number ${id}`);
  });

  test("two tracked changes of one number", () => {
    const id = /<w:ins w:id="(\d+)"/.exec(new TextDecoder().decode(unzipped(good)))?.[1];
    const twice = changed(good, main, /<w:del w:id="\d+"/, `<w:del w:id="${id}"`);
    expect(
      checkDocx(twice)
        .map((d) => d.message)
        .join(),
    ).toContain(`number ${id}`);
  });
});

test("bytes that are no Word file are a finding, not a crash", () => {
  expect(
    checkDocx(strToU8("no zip"))
      .map((d) => d.message)
      .join(),
  ).toContain("not a zip file");
});

function unzipped(bytes: Uint8Array): Uint8Array {
  return strToU8(partOf(bytes, main));
}
