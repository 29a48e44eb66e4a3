import { describe, expect, test } from "vitest";
import type { Block, Document, Inline } from "../../../src/document/tree.ts";
import { preflight } from "../../../src/render/pdf/preflight.ts";
import { fonts, text } from "./text-kit.ts";

function documentOf(body: Block[], lang = "en-GB"): Document {
  return {
    kind: "document",
    lang,
    dir: "ltr",
    meta: { title: "", author: "", subject: "", keywords: "", symbol: "", date: "2010-01-01", source: "" },
    numbering: [],
    first: { header: [], footer: [] },
    rest: { header: [], footer: [] },
    body,
    notes: [],
  };
}

const check = (inline: Inline[] | string, id = "op04") =>
  preflight(
    documentOf([
      { kind: "para", style: "operative", id, inline: typeof inline === "string" ? [text(inline)] : inline },
    ]),
    fonts,
  );

const codesOf = (inline: Inline[] | string) => check(inline).map((one) => one.code);

describe("a text that can be printed", () => {
  test.each([
    "Cognizant of the fact that – “quoted” – it’s 25 %, see C-I/122/DR-Pre",
    "Consciente : « 17\u00a0000 » non\u2011prolifération\u202f; cœur",
    "إذ تدرك (IPU) ٢٥٪ عَلَيْكُمْ",
    "«ёлочки» № 5 — мир",
    "soft\u00adhyphen and \u2067isolate\u2069 and e\u0301",
  ])("has nothing said about it: %s", (words) => {
    expect(check(words)).toEqual([]);
  });
});

describe("what cannot be printed is said with the place and a way out", () => {
  test("a character that no font has, with its code point and the words around it", () => {
    const [found] = check("the word 会 stands here");
    expect(found).toMatchObject({ code: "glyph-missing", severity: "error" });
    expect(found?.message).toContain("“会” (U+4F1A)");
    expect(found?.message).toContain("in op04");
    expect(found?.about).toBe("op04");
    expect(found?.message).toContain("the word");
    expect(found?.hint).toMatch(/\p{L}{2}/u);
  });

  test("half a character", () => {
    expect(codesOf("a\ud83d b")).toEqual(["lone-surrogate"]);
    expect(codesOf("a \udc00b")).toEqual(["lone-surrogate"]);
  });

  test.each([
    "\u0000",
    "\u0007",
    "\u0085".replace("\u0085", "\u0080"),
    "\ufffe",
    "\uffff",
    "\ufdd0",
    "\u2028",
  ])("a control character", (char) => {
    expect(codesOf(`a${char}b`)).toEqual(["control-character"]);
  });

  test("a word of more than 200 characters, but not Chinese without spaces", () => {
    expect(codesOf("x".repeat(201))).toEqual(["word-too-long"]);
    expect(codesOf("x".repeat(200))).toEqual([]);
    expect(codesOf("会".repeat(300))).not.toContain("word-too-long");
  });

  test("a long word over two nodes", () => {
    expect(codesOf([text("x".repeat(150)), { kind: "strong", children: [text("y".repeat(150))] }])).toEqual([
      "word-too-long",
    ]);
  });

  test("an override of direction, an opening never closed, a closing of nothing", () => {
    expect(codesOf("a\u202eb\u202c")).toEqual(["control-character"]);
    expect(codesOf("a\u2067b")).toEqual(["control-character"]);
    expect(codesOf("a\u2069b")).toEqual(["control-character"]);
    expect(codesOf("a\u2067b\u202cc")).toEqual(["control-character"]);
  });

  test.each([
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://x",
    "//x",
    "https://a b",
    "data:text/html,x",
  ])("a link to %s", (href) => {
    expect(codesOf([{ kind: "link", href, children: [text("x")] }])).toEqual(["link-refused"]);
  });

  test.each(["https://www.ipu.org/a?b=c#d", "http://ipu.org", "mailto:postbox@ipu.org"])(
    "but not one to %s",
    (href) => {
      expect(codesOf([{ kind: "link", href, children: [text("x")] }])).toEqual([]);
    },
  );

  test("marks nested over a hundred deep, without running out of breath", () => {
    let node: Inline = text("deep");
    for (let i = 0; i < 5000; i++) node = { kind: "strong", children: [node] };
    expect(codesOf([node])).toEqual(["nesting-too-deep"]);
  });

  test("tables inside tables over a hundred deep", () => {
    let block: Block = { kind: "para", style: "para", inline: [text("x")] };
    for (let i = 0; i < 300; i++) {
      block = {
        kind: "table",
        widths: [1],
        headerRows: 0,
        lines: true,
        rows: [{ cells: [{ blocks: [block] }] }],
      };
    }
    expect(preflight(documentOf([block]), fonts).map((one) => one.code)).toEqual(["nesting-too-deep"]);
  });

  test("in heads, notes, cells and labels too", () => {
    const bad: Block = { kind: "para", style: "para", inline: [text("\u0007")] };
    const document = documentOf([
      { kind: "table", widths: [1], headerRows: 0, lines: true, rows: [{ cells: [{ blocks: [bad] }] }] },
      {
        kind: "item",
        style: "operative",
        list: "operative",
        depth: 1,
        label: "\u0007",
        number: 1,
        id: "op01",
        inline: [],
      },
    ]);
    document.rest.header.push(bad);
    document.notes.push({
      id: "n1",
      label: "3",
      blocks: [{ kind: "para", style: "footnote", inline: [text("\u0007")] }],
    });
    const messages = preflight(document, fonts).map((one) => one.message);
    expect(messages.length).toBe(4);
    expect(messages.join("\n")).toMatch(/head or foot[\s\S]*the text[\s\S]*op01[\s\S]*note 3/);
  });
});

describe("hostile text is answered at once and with few words", () => {
  test("a word of 100,000 characters", () => {
    const found = check("x".repeat(100_000));
    expect(found.map((one) => one.code)).toEqual(["word-too-long"]);
    expect(found[0]?.message).toContain("100,000");
    expect(found[0]?.message.length).toBeLessThan(200);
  });

  test("100,000 characters that no font has", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i))
      .join(" ")
      .repeat(2);
    expect(check(many).length).toBeLessThanOrEqual(11);
  });

  test("100,000 openings of direction", () => {
    expect(check("\u2067".repeat(100_000)).length).toBeLessThanOrEqual(11);
  });

  test("messages never carry invisible characters themselves", () => {
    for (const one of [
      ...check("a\u0000\u202e\ud800b"),
      ...check([{ kind: "link", href: "x:\u202e\u0000", children: [] }]),
    ]) {
      expect(one.message).not.toMatch(/[\u0000-\u001f\u202a-\u202e\ud800-\udfff]/);
    }
  });
});
