import { describe, expect, it } from "vitest";
import type { Block, Document, Para } from "../../../src/document/tree.ts";
import { printed, stretches, textOf, wordsOf } from "./pages-kit.ts";
import { inlineText } from "./said.ts";
import { sample, sampleHouse } from "./sample.ts";

const lorem =
  "Considering that the measures taken so far have not been enough and that more has to be done in every country by parliaments and governments alike in order to protect the rights of victims";
const para = (text: string, style = "prose"): Para => ({
  kind: "para",
  style,
  inline: [{ kind: "text", text }],
});

/** A document of bare blocks. */
function bare(...body: Block[]): Document {
  const document = sample("en", { plain: true });
  return { ...document, body, rest: { header: [], footer: [] } };
}

describe("the first page and the next ones", () => {
  it("carries the masthead side by side, and the running head only from page 2 on", async () => {
    const { pdf, pages } = await printed(sample("en", { plain: true, times: 3 }));
    const first = await stretches(pdf, 1);
    const committee = first.find(({ text }) => text.includes("First Standing"));
    const symbol = first.find(({ text }) => text.includes("C-I/122/DR-Pre"));
    expect(committee?.x).toBeCloseTo(62.4, 0);
    expect((symbol?.x ?? 0) + (symbol?.width ?? 0)).toBeCloseTo(595.3 - 62.4, 0);
    expect(Math.abs((committee?.y ?? 0) - (symbol?.y ?? 1))).toBeLessThan(0.5);
    expect(await textOf(pdf, 1)).not.toContain("- 1 -");
    expect(pages).toBeGreaterThan(1);
    expect(await textOf(pdf, 2)).toContain("- 2 -");
    expect(await textOf(pdf, 2)).toContain("C-I/122/DR-Pre");
  });

  it("keeps a number on the line that it numbers", async () => {
    const { pdf, pages } = await printed(sample("en", { plain: true, times: 6 }));
    let seen = 0;
    for (let page = 1; page <= pages; page++) {
      const words = await stretches(pdf, page);
      for (const label of words.filter(({ text, x }) => /^\d+\.$/.test(text) && x < 70)) {
        seen++;
        expect(words.some(({ x, y }) => x > 85 && x < 95 && Math.abs(y - label.y) < 0.5)).toBe(true);
      }
    }
    expect(seen).toBe(30);
  });

  it("pushes the text down when a running head is higher than its margin", async () => {
    const document = bare(...Array.from({ length: 40 }, () => para(lorem)));
    const header = Array.from({ length: 12 }, (_, i) => para(`head ${i}`, "running-head"));
    const { pdf } = await printed({ ...document, rest: { header, footer: [] } });
    const words = await stretches(pdf, 2);
    const lowest = Math.min(...words.filter(({ text }) => text.startsWith("head")).map(({ y }) => y));
    const highest = Math.max(...words.filter(({ text }) => !text.startsWith("head")).map(({ y }) => y));
    expect(highest).toBeLessThan(lowest - 8);
  });
});

describe("where pages break", () => {
  it("never leaves the submitter of an amendment without the last lines of its text", async () => {
    const words = lorem.split(" ");
    const divided = new Set<string>();
    const note = { id: "n1", label: "1", blocks: [para("A note.", "footnote")] };
    for (const called of [false, true])
      for (let lines = 1; lines <= 7; lines++)
        for (let filler = 39; filler < 47; filler++) {
          const rows = Array.from({ length: filler }, (_, i) => para(`filler ${i}`, "table-text"));
          const text = para([...words, ...words, ...words, ...words].slice(0, lines * 15 - 8).join(" "));
          if (called) text.inline.push({ kind: "call", id: "n1", label: "1" });
          const document = bare(
            ...rows,
            para("Amend to read:", "instruction"),
            { ...text, keepWithNext: true },
            para("(Cuba)"),
          );
          const { pdf, pages } = await printed({ ...document, notes: called ? [note] : [] });
          const parts: string[] = [];
          for (let page = 1; page <= pages; page++) {
            const set = (await stretches(pdf, page)).filter(({ text }) => !/filler|note|^1$/.test(text));
            const rows = new Map(set.map(({ y, text }) => [Math.round(y), text]));
            const at = (text: string) => [...rows.values()].filter((row) => row.includes(text)).length;
            const told = rows.size - at("Amend to read:") - at("(Cuba)");
            const row = `${at("Amend to read:") ? "head " : ""}${told}${at("(Cuba)") ? " Cuba" : ""}`;
            if (rows.size > 0) parts.push(row);
          }
          if (parts.length > 1) divided.add(parts.join(" | "));
        }
    expect([...divided].sort()).toEqual([
      "head 2 | 2 Cuba",
      "head 2 | 3 Cuba",
      "head 2 | 4 Cuba",
      "head 3 | 2 Cuba",
      "head 3 | 3 Cuba",
      "head 4 | 2 Cuba",
    ]);
  });

  it("never leaves one line of a paragraph alone", async () => {
    const words = lorem.split(" ");
    const divided = new Set<string>();
    for (let lines = 2; lines <= 7; lines++)
      for (let filler = 39; filler < 47; filler++) {
        const rows = Array.from({ length: filler }, (_, i) => para(`filler ${i}`, "table-text"));
        const text = [...words, ...words, ...words, ...words].slice(0, lines * 15 - 8).join(" ");
        const { pdf, pages } = await printed(bare(...rows, para(text)));
        const parts: number[] = [];
        for (let page = 1; page <= pages; page++) {
          const set = (await stretches(pdf, page)).filter((item) => !item.text.includes("filler"));
          const count = new Set(set.map(({ y }) => Math.round(y))).size;
          if (count > 0) parts.push(count);
        }
        if (parts.length > 1) divided.add(parts.join("+"));
        expect(parts.every((count) => count >= 2 || parts.length === 1)).toBe(true);
      }
    expect([...divided].sort()).toEqual(["2+2", "2+3", "2+4", "3+2", "3+3", "4+2"]);
  });

  it("does not end a page with a cut word when the line before is whole", async () => {
    const item = sample("en").body.find((block) => block.kind === "item" && block.id === "op05");
    if (item?.kind !== "item") throw new Error("the sample has a paragraph 5");
    const words = new Set(inlineText(item.inline).split(/\s+/));
    let cut = 0;
    for (let filler = 36; filler < 46; filler++) {
      const rows = Array.from({ length: filler }, (_, i) => para(`filler ${i}`, "table-text"));
      const { pdf, pages } = await printed(bare(...rows, item));
      const own = (await stretches(pdf, 1)).filter(({ text }) => !text.includes("filler"));
      const ends = [...new Set(own.map(({ y }) => y))]
        .sort((a, b) => b - a)
        .map(
          (y) =>
            own
              .filter((one) => one.y === y)
              .at(-1)
              ?.text.trim()
              .split(/\s+/)
              .at(-1) ?? "",
        );
      const whole = ends.map((word) => words.has(word));
      cut += whole.includes(false) ? 1 : 0;
      if (pages > 1 && whole.length > 1) expect(whole.at(-1), ends.join(" ")).toBe(true);
    }
    expect(cut).toBeGreaterThan(0);
  });

  it("takes a heading along to the paragraph that it heads", async () => {
    for (let filler = 30; filler < 60; filler++) {
      const rows = Array.from({ length: filler }, (_, i) => para(`row ${i}`, "committee"));
      const heading: Block = {
        kind: "heading",
        level: 1,
        style: "heading-1",
        inline: [{ kind: "text", text: "Follow-up" }],
      };
      const { pdf, pages } = await printed(bare(...rows, heading, para(lorem)));
      for (let page = 1; page <= pages; page++) {
        const text = await textOf(pdf, page);
        expect(text.includes("Follow-up")).toBe(text.includes("Considering"));
      }
    }
  });

  it("breaks where the author says so, but makes no empty page of breaks at the start, in a row or at the end", async () => {
    const turn: Block = { kind: "page-break" };
    const { pages, pdf } = await printed(bare(turn, para("one"), turn, turn, para("two"), turn));
    expect(pages).toBe(2);
    expect(await textOf(pdf, 2)).toBe("two");
  });

  it("adds no page for the space below the last paragraph", async () => {
    const counts = new Set<number>();
    for (let rows = 50; rows < 60; rows++) {
      const { pages, pdf } = await printed(
        bare(...Array.from({ length: rows }, (_, i) => para(`row ${i}`, "committee"))),
      );
      counts.add(pages);
      expect(await textOf(pdf, pages)).not.toBe("");
    }
    expect([...counts]).toEqual([1, 2]);
  });
});

describe("footnotes", () => {
  it("stand at the foot of the page that calls them", async () => {
    const { pdf, pages } = await printed(sample("en", { times: 8, notes: true }));
    for (let page = 1; page <= pages; page++) {
      const words = await stretches(pdf, page);
      const calls = words.filter(({ text, size }) => /^\d+$/.test(text) && size < 8).map(({ text }) => text);
      const notes = words
        .filter(({ text, size, x }) => /^\d+$/.test(text) && size === 9 && x < 64)
        .map(({ text }) => text);
      expect(notes).toEqual(calls);
    }
  });

  it("go on overleaf when they are longer than the page, and lose no word", async () => {
    const long = Array.from({ length: 2500 }, (_, i) => `word${i}`).join(" ");
    const document = bare({
      kind: "para",
      style: "prose",
      inline: [
        { kind: "text", text: lorem },
        { kind: "call", id: "n", label: "*" },
      ],
    });
    document.notes = [{ id: "n", label: "*", blocks: [para(long, "footnote")] }];
    const { pdf, pages } = await printed(document);
    expect(pages).toBeGreaterThan(3);
    expect((await wordsOf(pdf)).includes(long)).toBe(true);
  });
});

describe("tables", () => {
  it("repeat their header row on every page and keep short rows whole", async () => {
    const { pdf, pages } = await printed(sample("en", { rows: 90 }));
    let tables = 0;
    for (let page = 1; page <= pages; page++) {
      const text = await textOf(pdf, page);
      if (!text.includes("28 Members")) continue;
      tables++;
      expect(text).toContain("What it is for");
      const hearings = text.split("Hearings").length;
      expect(text.split("28 Members").length).toBe(hearings);
    }
    expect(tables).toBeGreaterThan(3);
  });

  it("never leave their header row alone at the foot of a page, nor the heading above it", async () => {
    const cell = (text: string, lines = 1) => ({
      blocks: Array.from({ length: lines }, (_, i) => para(i === 0 ? text : `line ${i}`, "table-text")),
    });
    for (let filler = 20; filler < 50; filler++) {
      const { pdf, pages } = await printed(
        bare(
          ...Array.from({ length: filler }, (_, i) => para(`filler ${i}`, "table-text")),
          { kind: "heading", level: 2, style: "heading-2", inline: [{ kind: "text", text: "HEADING" }] },
          {
            kind: "table",
            widths: [1, 1],
            headerRows: 1,
            lines: true,
            rows: [{ cells: [cell("LEFT"), cell("RIGHT")] }, { cells: [cell("FIRST", 9), cell("beside")] }],
          },
        ),
      );
      for (let page = 1; page <= pages; page++) {
        const text = await textOf(pdf, page);
        for (const word of ["HEADING", "LEFT"]) expect(text.includes(word)).toBe(text.includes("FIRST"));
      }
    }
  });

  it("divide a row that is taller than a page and lose no word of it", async () => {
    const long = Array.from({ length: 1500 }, (_, i) => `word${i}`).join(" ");
    const { pdf, pages } = await printed(
      bare({
        kind: "table",
        widths: [1, 1],
        headerRows: 1,
        lines: true,
        rows: [
          { cells: [{ header: true, blocks: [para(long.slice(0, 9000), "table-text")] }, { blocks: [] }] },
          { cells: [{ blocks: [para(long, "table-text")] }, { blocks: [para("short", "table-text")] }] },
        ],
      }),
    );
    expect(pages).toBeGreaterThan(2);
    const words = new Set((await wordsOf(pdf)).split(" "));
    expect(long.split(" ").filter((word) => !words.has(word))).toEqual([]);
  });

  it("never print text over the notes that another column of the row calls", async () => {
    const house = sampleHouse();
    const note = (id: string) => ({ id, label: "*", blocks: [para("A note of one line.", "footnote")] });
    const call = (id: string): Para => ({
      kind: "para",
      style: "table-text",
      inline: [
        { kind: "text", text: "called" },
        { kind: "call", id, label: "*" },
      ],
    });
    for (let filler = 0; filler < 46; filler += 3) {
      const left = Array.from({ length: 60 }, (_, i) => para(`left ${i}`, "table-text"));
      const right = Array.from({ length: 60 }, (_, i) =>
        i % 9 === 8 ? call(`n${i}`) : para(`right ${i}`, "table-text"),
      );
      const document = bare(...Array.from({ length: filler }, (_, i) => para(`filler ${i}`, "table-text")), {
        kind: "table",
        widths: [1, 1],
        headerRows: 0,
        lines: true,
        rows: [
          {
            cells:
              filler % 2 === 0
                ? [{ blocks: left }, { blocks: right }]
                : [{ blocks: right }, { blocks: left }],
          },
        ],
      });
      document.notes = right.flatMap(({ inline }) =>
        inline.flatMap((node) => (node.kind === "call" ? [note(node.id)] : [])),
      );
      const { pdf, pages } = await printed(document, {}, house);
      let notes = 0;
      for (let page = 1; page <= pages; page++) {
        const words = await stretches(pdf, page);
        const foot = words.filter(({ text }) => text.includes("A note of"));
        notes += foot.length;
        expect(words.filter(({ text }) => text.includes("called"))).toHaveLength(foot.length);
        const highest = Math.max(0, ...foot.map(({ y }) => y));
        const body = words.filter(({ text, size }) => size > 9.5 && text !== "*");
        expect(Math.min(...body.map(({ y }) => y))).toBeGreaterThan(highest + 12);
      }
      expect(notes).toBe(6);
    }
  });

  it("stand ragged rows and spans that reach too far", async () => {
    const cell = (text: string, span?: number) => ({ blocks: [para(text)], ...(span ? { span } : {}) });
    const rows = [
      { cells: [cell("a"), cell("b", 9)] },
      { cells: [] },
      { cells: [cell("c"), cell("d"), cell("e"), cell("f")] },
    ];
    const { pdf } = await printed(
      bare({ kind: "table", widths: [1, 2, 1], headerRows: 0, lines: false, rows }),
    );
    expect(await textOf(pdf, 1)).toBe("a b c d e");
  });
});

describe("side by side in two languages", () => {
  const pair = (english: string, arabic: string) => ({
    cells: [{ blocks: [para(english)] }, { lang: "ar", dir: "rtl" as const, blocks: [para(arabic)] }],
  });
  const arabic = "وإذ تعي أن الاتجار بالمخدرات من الأنشطة غير المشروعة الرئيسية في العالم";
  const rows = [pair(`${lorem} ${lorem}`, arabic), pair("Second", "ثانيا"), pair("Third", "ثالثا")];
  const table: Block = { kind: "table", widths: [1, 1], headerRows: 0, lines: false, rows };

  it("keeps paragraphs level with their translation, each from its own side", async () => {
    const { pdf } = await printed(bare(table));
    const words = await stretches(pdf, 1);
    const second = words.find(({ text }) => text === "Second");
    const translated = words.find(({ text }) => text === "ثانيا");
    expect((second?.y ?? 0) - (translated?.y ?? 100)).toBeCloseTo(0, 2);
    expect((translated?.x ?? 0) + (translated?.width ?? 0)).toBeCloseTo(595.3 - 62.4, 0);
  });

  it("draws no lines and breaks over pages without losing a row", async () => {
    const many: Block = { ...table, rows: Array.from({ length: 30 }, () => rows).flat() };
    const { pdf, pages, bytes } = await printed(bare(many), { compress: false });
    expect(pages).toBeGreaterThan(3);
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/ l S/);
    const text = await wordsOf(pdf);
    expect(text.split("Second")).toHaveLength(31);
    expect(text.split("ثالثا")).toHaveLength(31);
  });
});

describe("the margin", () => {
  it("has a bar beside changed paragraphs only", async () => {
    const { bytes } = await printed(bare(para("same"), { ...para("new"), changed: true }), {
      compress: false,
    });
    const strokes =
      Buffer.from(bytes)
        .toString("latin1")
        .match(/ m [\d.]+ [\d.]+ l S/g) ?? [];
    expect(strokes).toHaveLength(1);
  });

  it("numbers every fifth line when asked to", async () => {
    const { pdf } = await printed(
      bare(...Array.from({ length: 12 }, (_, i) => para(`line ${"abcdefghijkl"[i]}`))),
      {
        lineNumbers: 5,
      },
    );
    const numbers = (await stretches(pdf, 1)).filter(({ x }) => x < 60).map(({ text }) => text);
    expect(numbers).toEqual(["5", "10"]);
  });
});

describe("Arabic pages", () => {
  it("are mirrored as a whole: committee right, symbol left, numbers and bars at the right edge", async () => {
    const { pdf } = await printed(sample("ar"));
    const words = await stretches(pdf, 1);
    const symbol = words.find(({ text }) => text.includes("C-I/122/DR-Pre"));
    const committee = words.find(({ text }) => text.includes("اللجنة"));
    expect(symbol?.x).toBeCloseTo(62.4, 0);
    expect((committee?.x ?? 0) + (committee?.width ?? 0)).toBeCloseTo(595.3 - 62.4, 0);
    const labels = words.filter(({ text, x }) => /^\(\d\)$/.test(text) && x > 400);
    expect(labels.map(({ text }) => text)).toEqual(["(1)", "(2)", "(3)"]);
  });

  it("say the same words as their source", async () => {
    const { pdf } = await printed(sample("ar", { plain: true }));
    const words = (await wordsOf(pdf)).split(" ");
    for (const word of "إذ تدرك أن العولمة وإن كانت تعزز الجريمة المنظمة عبر الوطنية".split(" "))
      expect(words.some((printedWord) => printedWord.includes(word))).toBe(true);
  });
});
