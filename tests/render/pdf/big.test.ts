import { beforeAll, describe, expect, it } from "vitest";
import { big, bilingual } from "./big.ts";
import { printed, rolesOf, stretches } from "./pages-kit.ts";
import { bare, blockText, differenceOf, inlineText, notesText, saidOnPages } from "./said.ts";
import { checkTags, type TagReport } from "./tag-check.ts";

/** Heights of the named places of a page, points from the bottom. */
async function destinationsOn(pdf: Awaited<ReturnType<typeof printed>>["pdf"], page: number) {
  const found = new Map<string, number>();
  for (const [name, [ref, , , y]] of Object.entries(await pdf.getDestinations()))
    if ((await pdf.getPageIndex(ref)) === page - 1) found.set(name, y);
  return found;
}

describe.each(["en", "ar"] as const)("the document that has everything (%s)", (lang) => {
  const document = big(lang);
  /**
   * pdf.js takes stretches without letters for left to right and puts a mark that begins a stretch before the one before it:
   * in Arabic the order of signs and marks is not looked at, but none is missing.
   */
  const wordy = (text: string) => (lang === "en" ? bare(text) : bare(text).replace(/[\p{P}\p{M}]/gu, ""));
  /** Size of notes, points. */
  const small = lang === "en" ? 9 : 9 * 1.13;
  let made: Awaited<ReturnType<typeof printed>>;
  let tags: TagReport;
  beforeAll(async () => {
    made = await printed(document, { compress: false });
    tags = checkTags(made.bytes);
  });

  it("has 40 footnotes, a table over five pages, an annex, three levels of sub-paragraphs and a redline", async () => {
    expect(document.notes.length).toBeGreaterThanOrEqual(40);
    const roles = await Promise.all(Array.from({ length: made.pages }, (_, i) => rolesOf(made.pdf, i + 1)));
    expect(roles.filter((page) => page.includes("TR")).length).toBeGreaterThanOrEqual(5);
    expect(document.body.flatMap((block) => (block.kind === "item" ? [block.depth] : []))).toContain(4);
    for (const role of ["Ins", "Del", "Note", "Table"])
      expect(tags.heard.some(({ path }) => path.split(" ").includes(role))).toBe(true);
  });

  it("loses nothing and finds nothing to complain of", () => {
    expect(made.diagnostics).toEqual([]);
  });

  it("says every letter of its text and of its notes, in order", async () => {
    const said = await saidOnPages(made.pdf);
    for (const [found, source] of [
      [said.text, blockText(document.body)],
      [said.notes, notesText(document)],
    ] as const) {
      expect(differenceOf(wordy(found), wordy(source))).toBe("");
      expect([...bare(found)].sort().join("")).toBe([...bare(source)].sort().join(""));
    }
  });

  it("keeps its notes on the pages that call them", async () => {
    for (let page = 1; page <= made.pages; page++) {
      const words = await stretches(made.pdf, page);
      const numbers = words.filter(({ text }) => /^\d+$/.test(text));
      const calls = numbers.filter(({ size }) => size < small - 1).map(({ text }) => text);
      const foot = Math.max(0, ...words.filter(({ size }) => size > small + 1).map(({ y }) => -y));
      const notes = numbers.filter(({ size, y }) => Math.abs(size - small) < 0.1 && -y > foot);
      for (const { text } of notes) expect(calls).toContain(text);
    }
  });

  it("stands up to the checker of structure", () => {
    expect(tags.faults).toEqual([]);
  });

  it("is heard in the order of the text, each note behind the paragraph that calls it", () => {
    const told = new Set<string>();
    const note = (id: string): string => {
      const found = document.notes.find((one) => one.id === id);
      if (found === undefined || told.has(id)) return "";
      told.add(id);
      return ` ${found.label} ${blockText(found.blocks)}`;
    };
    const units = (blocks: typeof document.body): string[] =>
      blocks.flatMap((block): string[] => {
        if (block.kind === "columns") return block.columns.flatMap((column) => units(column.blocks));
        if (block.kind === "table")
          return block.rows.flatMap((row) => row.cells.flatMap((cell) => units(cell.blocks)));
        if (!("inline" in block)) return [];
        const calls = JSON.stringify(block.inline).matchAll(/"kind":"call","id":"([^"]*)"/g);
        const notes = [...calls].map(([, id = ""]) => note(id));
        return [`${block.kind === "item" ? block.label : ""} ${inlineText(block.inline)}`, ...notes];
      });
    const source = units(document.body).map(bare).join("");
    const heard = bare(tags.heard.map(({ text }) => text).join(""));
    // Right-to-left letters stand in the file from left to right: there, only how many of each is compared.
    if (lang === "en") expect(differenceOf(heard, source)).toBe("");
    else expect([...heard].sort().join("")).toBe([...source].sort().join(""));
  });
});

describe("a text and its translation side by side", () => {
  const document = bilingual();
  let made: Awaited<ReturnType<typeof printed>>;
  beforeAll(async () => {
    made = await printed(document, { compress: false });
  });

  it("stand level row by row, on whatever page", async () => {
    let rows = 0;
    for (let page = 1; page <= made.pages; page++) {
      const places = await destinationsOn(made.pdf, page);
      for (const [name, y] of places) {
        const other = places.get(name.replace("en-", "ar-"));
        if (!name.startsWith("en-") || other === undefined) continue;
        rows++;
        expect(Math.abs(other - y)).toBeLessThan(6);
      }
      const words = await stretches(made.pdf, page);
      const labels = words.filter(({ text, x }) => /^\d+\.$|^\(\d+\)$/.test(text) && x < 80);
      for (const { y } of labels)
        expect(words.some((word) => word.x > 320 && Math.abs(word.y - y) < 0.1)).toBe(true);
    }
    expect(rows).toBeGreaterThan(30);
    expect(made.pages).toBeGreaterThan(3);
  });

  it("have their notes at the foot of the page that calls them, and lose none", async () => {
    expect(made.diagnostics).toEqual([]);
    const said = await saidOnPages(made.pdf);
    const letters = (text: string) => [...bare(text)].sort().join("");
    expect(letters(said.text)).toBe(letters(blockText(document.body)));
    expect(letters(said.notes)).toBe(letters(notesText(document)));
    for (let page = 1; page <= made.pages; page++) {
      const words = await stretches(made.pdf, page);
      const small = words.filter(({ size }) => size < 8.5).map(({ text }) => text.trim());
      const feet = words.filter(
        ({ text, x, size }) => /^\d+$/.test(text) && size >= 9 && size < 10.2 && (x < 64 || x > 500),
      );
      for (const { text } of feet) expect(small).toContain(text);
    }
  });

  it("stand up to the checker of structure, each column in its language", () => {
    const { faults, heard } = checkTags(made.bytes);
    expect(faults).toEqual([]);
    expect(new Set(heard.map(({ lang }) => lang))).toEqual(new Set(["en-GB", "ar"]));
    const arabic = heard.filter(({ text }) => /[\u0620-\u064a]/.test(text));
    expect(arabic.every(({ lang }) => lang === "ar")).toBe(true);
  });
});
