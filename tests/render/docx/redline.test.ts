import { describe, expect, test } from "vitest";
import type { Block, Inline } from "../../../src/document/tree.ts";
import { shownLabels } from "../../../src/render/docx/labels.ts";
import { visitBlocks } from "../../../src/render/docx/scan.ts";
import { parseXml, type XmlElement } from "../../../src/text/xml.ts";
import { made, partOf } from "./parts.ts";
import { item, sample, t } from "./sample.ts";

/** What Word keeps when all changes are accepted or rejected, one line a paragraph that stays. */
function settled(main: string, accept: boolean): string[] {
  const root = parseXml(main, { depth: 200 }).root;
  if (!root) throw new Error("no XML");
  const gone = new Set(accept ? ["w:del", "w:moveFrom"] : ["w:ins", "w:moveTo"]);
  const words = (e: XmlElement): string => {
    if (gone.has(e.name)) return "";
    if (e.name === "w:t" || e.name === "w:delText")
      return e.children.map((c) => (c.kind === "text" ? c.text : "")).join("");
    return e.children.map((c) => (c.kind === "element" ? words(c) : "")).join("");
  };
  const lines: string[] = [];
  const walk = (e: XmlElement): void => {
    if (e.name === "w:p") {
      const properties = e.children.find((c): c is XmlElement => c.kind === "element" && c.name === "w:pPr");
      const mark = properties?.children.find(
        (c): c is XmlElement => c.kind === "element" && c.name === "w:rPr",
      );
      const stays = !mark?.children.some((c) => c.kind === "element" && gone.has(c.name));
      if (stays) lines.push(words(e));
    } else for (const c of e.children) if (c.kind === "element") walk(c);
  };
  walk(root);
  return lines.filter((l) => l !== "");
}

/** The same from the page tree. */
function expected(blocks: readonly Block[], accept: boolean): string[] {
  const gone = accept ? "del" : "ins";
  const words = (nodes: readonly Inline[]): string =>
    nodes
      .map((n) => {
        if (n.kind === gone) return "";
        if (n.kind === "text") return n.text;
        if (n.kind === "ref") return n.label;
        if (n.kind === "call") return n.label === "*" ? "*" : n.id === "n1" && called++ > 0 ? "1" : "";
        return "children" in n ? words(n.children) : "";
      })
      .join("");
  let called = 0;
  const lines: string[] = [];
  visitBlocks(blocks, "en", (b) => {
    if (!("inline" in b)) return;
    const line = words(b.inline);
    const kind = b.mark?.kind;
    const away = accept ? kind === "del" || kind === "move-from" : kind === "ins" || kind === "move-to";
    if (!away && line !== "") lines.push(line);
  });
  return lines;
}

describe.each(["en", "ar"] as const)("a redline in %s", (language) => {
  test("gives the new text when all changes are accepted, the old one when all are rejected", async () => {
    const document = sample(language);
    const main = partOf(await made(document), "word/document.xml");
    expect(settled(main, true)).toEqual(expected(document.body, true));
    expect(settled(main, false)).toEqual(expected(document.body, false));
    expect(settled(main, true)).not.toEqual(settled(main, false));
  });
});

test("a change of nobody is signed by the author of the file", async () => {
  const body: Block[] = [
    {
      kind: "para",
      style: "prose",
      inline: [{ kind: "ins", by: "", date: "2010-01-01", children: [t("new")] }],
    },
  ];
  const main = partOf(await made({ ...sample("en"), body, notes: [] }), "word/document.xml");
  expect(main).toContain('w:author="Inter-Parliamentary Union"');
});

test("two languages side by side count each for itself, and the right-to-left one has its own list", async () => {
  const row = (n: number) => ({
    cells: [
      { blocks: [item("operative", 1, `${n}.`, n, [t("words")])] },
      { lang: "ar", dir: "rtl" as const, blocks: [item("operative", 1, `${n}.`, n, [t("كلمات")])] },
    ],
  });
  const body: Block[] = [
    { kind: "table", widths: [1, 1], headerRows: 0, lines: true, rows: [row(1), row(2), row(3)] },
  ];
  const bytes = await made({ ...sample("en"), body, notes: [] });
  expect(shownLabels(bytes).map((l) => l.label)).toEqual(["1.", "1.", "2.", "2.", "3.", "3."]);
  const numbering = partOf(bytes, "word/numbering.xml");
  expect(numbering.match(/<w:rPr><w:rtl\/><\/w:rPr>/g)?.length).toBeGreaterThan(0);
  expect(numbering).not.toContain("startOverride");
});
