import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importWord } from "../../../src/read/docx/draft.ts";
import { readWordFile } from "../../../src/read/docx/word-file.ts";
import type { Diagnostic } from "../../../src/report/diagnostic.ts";
import { forgedSize, rawZip } from "../../fixtures/hostile-zip.ts";
import { p, wordFile, wordParts } from "../../fixtures/word-file.ts";

/** What is said of a file that is refused. */
function refusal(bytes: Uint8Array): Diagnostic {
  const { value, diagnostics } = readWordFile(bytes, "sent.docx");
  expect(value).toBeUndefined();
  const error = diagnostics.find((d) => d.severity === "error");
  if (!error) throw new Error("nothing is said");
  expect(error).toMatchObject({ code: "word-refused", place: { file: "sent.docx" } });
  expect(error.hint).toMatch(/\p{L}{2}/u);
  return error;
}

function said(bytes: Uint8Array): string {
  const { value, diagnostics } = readWordFile(bytes, "sent.docx");
  expect(value).toBeDefined();
  return diagnostics.map((d) => d.message).join("\n");
}

const packed = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, typeof v === "string" ? strToU8(v) : v])),
  );

const plain = wordParts({ body: p("x") });
const withMain = (xml: string | Uint8Array): Uint8Array => packed({ ...plain, "word/document.xml": xml });
const mainPart = plain["word/document.xml"] ?? "";

describe("a file that is a trap is refused with a sentence of its own", () => {
  test("a part that unpacks to a thousand times its size", () => {
    expect(refusal(withMain(new Uint8Array(50 * 1024 * 1024))).message).toContain("200 times");
  });
  test("the same with a forged size", () => {
    const bytes = forgedSize(packed({ "_rels/.rels": new Uint8Array(40 * 1024 * 1024) }), 900);
    expect(refusal(bytes).message).toContain("more than it says");
  });
  test("an entity from outside, and entities that multiply", () => {
    const outside = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${mainPart.replace(">x<", ">&x;<")}`;
    const many = `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${mainPart}`;
    for (const xml of [outside, many]) expect(refusal(withMain(xml)).message).toContain("DOCTYPE");
  });
  test.each(["../../etc/cron.d/x", "/etc/passwd", "word\\document.xml", "C:\\x"])(
    "an entry called %s",
    (name) => {
      const entries = Object.entries(plain).map(([k, v]) => ({ name: k, data: strToU8(v) }));
      expect(refusal(rawZip([...entries, { name, data: strToU8("x") }])).message).toContain("leads out");
    },
  );
  test("twenty thousand entries", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ name: `word/${i}.xml`, data: strToU8("") }));
    expect(refusal(rawZip(many)).message).toContain("20000 entries");
  });
  test("elements nested fifty thousand deep", () => {
    const deep = `${"<w:sdt>".repeat(50_000)}${"</w:sdt>".repeat(50_000)}`;
    expect(refusal(wordFile({ body: deep })).message).toContain("120 deep");
  });
  test("millions of empty elements", () => {
    const cut = (chunk: string): string => chunk.repeat(1_600_000);
    expect(
      refusal(packed({ ...plain, "word/document.xml": mainPart.replace(/<w:p>.*<\/w:p>/, cut("<w:p/>")) }))
        .message,
    ).toMatch(/1500000 elements|200 times/);
  });
  test("an encrypted entry, a file with a password, a file of Word 97", () => {
    expect(refusal(rawZip([{ name: "a", data: strToU8("x"), flags: 1 }])).message).toContain("encrypted");
    const older = new Uint8Array(600);
    older.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(refusal(older).message).toContain("password");
  });
  test("two main documents, told apart by the case of a letter", () => {
    const entries = Object.entries(plain).map(([name, v]) => ({ name, data: strToU8(v) }));
    const second = { name: "WORD/Document.xml", data: strToU8(mainPart) };
    expect(refusal(rawZip([...entries, second])).message).toContain("two entries of the name");
  });
  test("bytes that are no Word file at all", () => {
    expect(refusal(strToU8("plain words")).message).toContain("not a zip file");
    expect(refusal(packed({ "a.txt": "x" })).message).toContain("not a Word document");
    expect(refusal(withMain("<w:document xmlns:w='x'><unclosed>")).message).toContain("cannot be read");
    expect(refusal(withMain(new Uint8Array([0x3c, 0xff, 0xfe, 0x80]))).message).toContain("not text");
    expect(refusal(packed({ ...plain, "word/document.xml": "<other/>" })).message).toContain(
      "not a Word document",
    );
  });
  test("a main document that relations put outside, or that leads back to itself", () => {
    const rels = (target: string, more = ""): string =>
      (plain["_rels/.rels"] ?? "").replace('Target="word/document.xml"', `Target="${target}"${more}`);
    for (const xml of [
      rels("https://example.org/x.docx", ' TargetMode="External"'),
      rels("../../../etc/passwd"),
      rels("_rels/.rels"),
    ])
      expect(refusal(packed({ ...plain, "_rels/.rels": xml })).message).toContain("not a Word document");
  });
});

describe("what is dangerous only when it is opened is left closed, and said", () => {
  const relation = (kind: string, target: string, external = false): string =>
    `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
  test.each([
    ["vbaProject", "vbaProject.bin", false, "macros"],
    ["attachedTemplate", "https://example.org/t.dotm", true, "a link to a template elsewhere"],
    ["image", "https://example.org/i.png", true, "a link to a picture elsewhere"],
    ["aFChunk", "chunk.html", false, "another document inside it"],
    ["oleObject", "ole.bin", false, "an embedded object"],
    ["frame", "https://example.org", true, "a frame"],
  ])("%s", (kind, target, external, what) => {
    expect(said(wordFile({ body: p("x"), relations: relation(kind, target, external) }))).toContain(what);
  });
  test("a link in the text is nothing special", () => {
    expect(
      said(wordFile({ body: p("x"), relations: relation("hyperlink", "https://example.org", true) })),
    ).toBe("");
  });
});

test("numbers and fields of no sense are counted as far as they can be", () => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="99999"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%9%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const body =
    p("x", '<w:numPr><w:ilvl w:val="-5"/><w:numId w:val="1"/></w:numPr>') +
    p("y", '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>') +
    p('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
  const { value } = readWordFile(wordFile({ body, numbering }), "x.docx");
  expect(value?.paragraphs).toHaveLength(3);
  expect(value?.paragraphs[1]?.number?.label.length).toBeLessThan(5000);
});

test("a name from a file cannot write into the terminal", () => {
  const author = "A\u001b[2J\u202eB";
  const body = `<w:p><w:ins w:id="1" w:author="${author.replace("\u001b", "")}"><w:r><w:t>x</w:t></w:r></w:ins></w:p>`;
  expect(said(wordFile({ body }))).toContain("by A[2JB (");
});

test("a refused file makes no draft, and says the same", () => {
  const { value, diagnostics } = importWord(strToU8("no"), {
    work: "w",
    file: "sent.docx",
    lexicon: { preambular: [], operative: [] },
  });
  expect(value).toBeUndefined();
  expect(diagnostics.map((d) => d.code)).toEqual(["word-refused"]);
});
