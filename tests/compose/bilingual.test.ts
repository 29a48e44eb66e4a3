import { describe, expect, test } from "vitest";
import { composeBilingual } from "../../src/compose/bilingual.ts";
import type { BilingualView } from "../../src/compose/bilingual-side.ts";
import { loadTemplates } from "../../src/compose/load-templates.ts";
import type { Block, Document, Item, Table } from "../../src/document/tree.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import { mapSegments } from "../../src/model/walk.ts";
import { copyProperties } from "../../src/model/word-copy.ts";
import { readHouse } from "../../src/read/house.ts";
import { textHash } from "../../src/text/hash.ts";
import { localeOf } from "../translate/word.ts";
import { projectWorld } from "./disk.ts";
import { draft, paragraph, resolution, small } from "./samples.ts";

const world = projectWorld();

interface Made {
  view: BilingualView;
  document: Document;
  table: Table;
}

function made(
  r: Resolution,
  languages: [string, string],
  gaps: { missing?: string[]; stale?: string[] } = {},
): Made {
  const [left, right] = languages;
  const house = readHouse(world, "ipu").value;
  const templates = loadTemplates(world, "ipu").value;
  if (!house || !templates) throw new Error("no house");
  const in_ = (language: string): Resolution =>
    language === r.language
      ? r
      : {
          ...mapSegments(r, (s) =>
            gaps.missing?.includes(s.id) ? [] : [{ kind: "text", text: `${language} ` }, ...s.text],
          ),
          language,
        };
  const side = (language: string, own: typeof gaps) => ({
    resolution: in_(language),
    locale: localeOf(language),
    missing: new Set(own.missing),
    stale: new Set(own.stale),
  });
  const { value, diagnostics } = composeBilingual({
    left: side(left, {}),
    right: side(right, gaps),
    original: r,
    stage: draft,
    house,
    templates,
    sourceHash: "0".repeat(64),
  });
  const table = value?.document.body.find((b) => b.kind === "table");
  if (!value || table?.kind !== "table") throw new Error(JSON.stringify(diagnostics));
  return { view: value.view as BilingualView, document: value.document, table };
}

/** The blocks of both cells in the row of a text. */
function rowOf({ table }: Made, id: string): [Block[], Block[]] {
  const row = table.rows.find((r) => r.cells[0]?.blocks.some((b) => "id" in b && b.id === id));
  if (!row) throw new Error(`no row of ${id}`);
  return [row.cells[0]?.blocks ?? [], row.cells[1]?.blocks ?? []];
}

const words = (block: Block | undefined): string =>
  block && "inline" in block ? JSON.stringify(block.inline).replace(/[^\p{L} ]+/gu, " ") : "";

const r = resolution({
  operative: [
    paragraph("op01", "_Calls on_ all[^n1]", { children: [paragraph("op01.a", "to act")] }),
    paragraph("op02", "_Invites_ some, see [@op01.a][^n2]"),
  ],
  notes: [
    { id: "n1", text: small("One") },
    { id: "n2", text: small("Two") },
  ],
});

describe("a paper in two languages", () => {
  test("has a repeated row that names the languages in their own words, each cell in its language and direction", () => {
    const { table } = made(r, ["en", "ar"]);
    expect(table).toMatchObject({ headerRows: 1, lines: true, widths: [1, 1] });
    const names = table.rows[0]?.cells.map((c) => [c.lang, c.dir, words(c.blocks[0])]);
    expect(names).toMatchObject([
      ["en-GB", "ltr", expect.stringContaining("English")],
      ["ar", "rtl", expect.stringContaining("العربية")],
    ]);
    for (const row of table.rows) expect(row.cells.map((c) => c.dir)).toEqual(["ltr", "rtl"]);
  });

  test("sets every paragraph beside its translation, each with the number of its language", () => {
    const paper = made(r, ["en", "ar"]);
    const [left, right] = rowOf(paper, "op01.a") as [Item[], Item[]];
    expect([left[0]?.label, right[0]?.label]).toEqual(["(a)", "(أ)"]);
    expect([left[0]?.id, right[0]?.id]).toEqual(["op01.a", "ar:op01.a"]);
    expect(left[0]?.list).not.toBe(right[0]?.list);
    expect(words(right[0])).toContain("ar to act");
    expect(rowOf(paper, "pp02")).toHaveLength(2);
    expect(paper.view.rows.map((row) => row.right.id)).toEqual(
      paper.view.rows.map((row) => `ar:${row.left.id}`),
    );
  });

  test("counts footnotes row by row through both columns, and leads references to their own column", () => {
    const { document, ...paper } = made(r, ["en", "fr"]);
    expect(document.notes.map((n) => `${n.label} ${n.id} ${n.blocks[0]?.lang}`)).toEqual([
      "1 n1 en-GB",
      "2 fr:n1 fr",
      "3 n2 en-GB",
      "4 fr:n2 fr",
    ]);
    const [, right] = rowOf({ document, ...paper }, "op02");
    const inline = JSON.stringify(right[0] && "inline" in right[0] ? right[0].inline : []);
    expect(inline).toContain('"to":"fr:op01.a"');
    expect(inline).toContain('"id":"fr:n2","label":"4"');
  });

  test("leaves what is not translated empty, with its number and a remark in that language, and marks what is stale", () => {
    const paper = made(r, ["en", "fr"], { missing: ["op02", "n1"], stale: ["pp01", "title"] });
    const [, empty] = rowOf(paper, "op02") as [Item[], Item[]];
    expect(empty[0]).toMatchObject({ kind: "item", id: "fr:op02", label: "2." });
    // The calls of the source wait there for whoever translates it.
    expect(empty[0]?.inline.filter((n) => n.kind !== "text").map((n) => n.kind)).toEqual(["ref", "call"]);
    expect(words(empty[1])).toContain("Non encore traduit");
    const [before, stale] = rowOf(paper, "pp01");
    expect(before).toHaveLength(1);
    expect(words(stale[1])).toContain("Traduction à revoir");
    expect(paper.view.right.remark).not.toBe("");
    expect(paper.view.left.remark).toBe("");
    expect(paper.document.notes.find((n) => n.id === "fr:n1")?.blocks).toHaveLength(2);
  });

  test("says in its properties what it was made from, in pieces that no program cuts", () => {
    const many = resolution({
      operative: Array.from({ length: 40 }, (_, i) => paragraph(`op${i + 1}`, `_Invites_ number ${i}`)),
    });
    const { document } = made(many, ["en", "fr"], { missing: ["op3"] });
    const properties = document.meta.properties ?? {};
    expect(properties[copyProperties.languages]).toBe("en fr");
    const pieces = Object.entries(properties).filter(([name]) => name.startsWith(copyProperties.texts));
    expect(pieces.length).toBeGreaterThan(5);
    for (const [, value] of pieces) expect(value.length).toBeLessThanOrEqual(240);
    const all = pieces
      .map(([, value]) => value)
      .join(" ")
      .split(" ");
    expect(all).toHaveLength(43);
    const hash = (text: string): string => textHash(small(text));
    expect(all).toContain(`op3=${hash("_Invites_ number 2")},none,1`);
    expect(all).toContain(`op4=${hash("_Invites_ number 3")},${hash("fr _Invites_ number 3")},1`);
  });

  test("stands on the left in whatever language comes first", () => {
    const { document, table } = made({ ...r, language: "en" }, ["ar", "en"]);
    expect([document.dir, document.lang]).toEqual(["ltr", "ar"]);
    expect(table.rows[0]?.cells.map((c) => c.lang)).toEqual(["ar", "en-GB"]);
  });
});
