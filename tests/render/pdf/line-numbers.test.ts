import { describe, expect, it } from "vitest";
import type { HouseStyle } from "../../../src/document/house.ts";
import { type LineRecord, parseLineRecord, printLineRecord } from "../../../src/document/line-record.ts";
import type { Document, Inline } from "../../../src/document/tree.ts";
import { press, printed, stretches } from "./pages-kit.ts";
import { sample, sampleHouse } from "./sample.ts";

const all = { lineNumbers: 1 };
const issued = async (document: Document, options: object = all) => {
  const { lines, bytes } = await printed(document, options);
  if (lines === undefined) throw new Error("no lines were counted");
  return { lines, bytes };
};

const wider = (by: number): HouseStyle => {
  const house = sampleHouse();
  const { margins } = house.page;
  return { ...house, page: { ...house.page, margins: { ...margins, end: margins.end - by } } };
};

const wordsOf = (document: Document, id: string) =>
  document.body
    .flatMap((block) => (block.kind === "item" && block.id === id ? block.inline : []))
    .map((node) => (node.kind === "text" ? node.text : node.kind === "em" ? wordsIn(node.children) : ""))
    .join("");
const wordsIn = (nodes: readonly Inline[]) =>
  nodes.map((node) => (node.kind === "text" ? node.text : "")).join("");

const numbersIn = (lines: LineRecord) => lines.pages.flatMap((page) => page.lines);

describe("the record of line numbers", () => {
  it("has every line of the running text once, from the title on, in order, over all pages", async () => {
    const { lines } = await issued(sample("en"));
    const list = numbersIn(lines);
    expect(list.map(({ number }) => number)).toEqual(list.map((_, i) => i + 1));
    expect(list[0]).toMatchObject({ block: "title", from: 0 });
    expect(lines.pages.map(({ page }) => page)).toEqual([1, 2, 3]);
    for (const key of Object.keys(lines.texts)) {
      const own = list.filter(({ block }) => block === key);
      own.forEach(({ from }, i) => {
        expect(from).toBe(i === 0 ? 0 : own[i - 1]?.to);
      });
    }
    expect(Object.keys(lines.texts)).toContain("pp01");
  });

  it("leaves out notes, tables, text side by side and what stands before the title", async () => {
    const { lines } = await issued(sample("en", { rows: 12 }));
    const rows = sample("en", { rows: 12 }).body.find((block) => block.kind === "table");
    expect(rows?.kind === "table" && rows.rows).toHaveLength(13);
    const last = lines.pages.at(-1)?.lines ?? [];
    expect(last.map(({ block }) => block)).toEqual([
      "annex1",
      expect.stringMatching(/^#/),
      expect.stringMatching(/^#/),
    ]);
  });

  it("comes back the same from its file, and nothing else is taken for one", async () => {
    const { lines } = await issued(sample("ar"));
    const text = printLineRecord(lines);
    expect(parseLineRecord(text)).toEqual(lines);
    expect(text.split("\n").length).toBeGreaterThan(numbersIn(lines).length);
    for (const other of ["", "[]", "{}", '{"algorithm":1,"language":"en","texts":{},"pages":[{"page":"1"}]}'])
      expect(parseLineRecord(other)).toBeUndefined();
  });

  it.each(["en", "ar"] as const)("prints the same bytes again (%s)", async (lang) => {
    const first = await issued(sample(lang), { lineNumbers: 5 });
    const again = await printed(sample(lang), { lineNumbers: 5, lines: first.lines });
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    expect(again.lines).toEqual(first.lines);
  });
});

describe("a later program", () => {
  it("keeps the lines of the record, though it would break them elsewhere", async () => {
    const { lines } = await issued(sample("en"));
    // As if the program of that day had ended the last line but one a word earlier.
    const source = wordsOf(sample("en"), "pp01");
    const [before, last] = numbersIn(lines)
      .filter(({ block }) => block === "pp01")
      .slice(-2);
    if (before === undefined || last === undefined) throw new Error("pp01 has lines");
    const place = source.lastIndexOf(" ", before.to - 2) + 1;
    before.to = place;
    last.from = place;
    const { pdf, diagnostics } = await printed(sample("en"), { ...all, lines });
    expect(diagnostics).toEqual([]);
    const words = await stretches(pdf, 1);
    const number = words.find(({ text, x }) => x < 60 && text === String(last.number));
    const line = words.filter(({ x, y }) => x >= 60 && Math.abs(y - (number?.y ?? 0)) < 1);
    expect(line.map(({ text }) => text).join("")).toBe(source.slice(place));
  });

  it("keeps them in a wider measure too", async () => {
    const { lines } = await issued(sample("en", { plain: true }));
    const made = await press.print(sample("en", { plain: true }), wider(14), { ...all, lines });
    expect(made.diagnostics).toEqual([]);
  });

  it("prints the stored numbers beside the stored words when the measure is another, and says so", async () => {
    const { lines } = await issued(sample("en", { plain: true }));
    const house = wider(-30);
    const made = await press.print(sample("en", { plain: true }), house, { ...all, lines });
    expect(made.value?.lines).toEqual(lines);
    expect(made.diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      "lines-moved",
      "warning",
    ]);
    const { pdf, pages } = await printed(sample("en", { plain: true }), { ...all, lines }, house);
    const shown: string[] = [];
    for (let page = 1; page <= pages; page++)
      shown.push(
        ...(await stretches(pdf, page)).filter(({ x, size }) => x < 60 && size === 7).map(({ text }) => text),
      );
    expect(shown.flatMap((text) => text.trim().split(/\s+/)).map(Number)).toEqual(
      numbersIn(lines).map(({ number }) => number),
    );
  });

  it("says which paragraphs have another text, and prints nothing", async () => {
    const { lines } = await issued(sample("en"));
    const document = sample("en");
    for (const block of document.body)
      if (block.kind === "item" && block.id === "op03")
        block.inline.push({ kind: "text", text: " forthwith" });
    const made = await press.print(document, sampleHouse(), { ...all, lines });
    expect(made.value).toBeUndefined();
    expect(made.diagnostics).toMatchObject([
      { code: "lines-text-changed", severity: "error", message: expect.stringContaining("op03") },
    ]);
  });

  it("sees a paragraph that is gone and one that is new", async () => {
    const { lines } = await issued(sample("en"));
    const document = sample("en");
    document.body = document.body.filter((block) => block.kind !== "item" || block.id !== "pp01");
    const made = await press.print(document, sampleHouse(), { ...all, lines });
    expect(made.diagnostics[0]?.message).toContain("pp01");
  });
});
