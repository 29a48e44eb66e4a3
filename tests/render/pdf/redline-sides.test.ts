/** The redlines of the rehearsal as PDF: a reader who leaves out what is marked as struck, or as new, has one of the two texts. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { openDisk } from "../../../src/cli/world-disk.ts";
import type { Block, Document, Inline } from "../../../src/document/tree.ts";
import { build } from "../../../src/making/build.ts";
import { bare, differenceOf, type StructNode } from "./said.ts";

const home = new URL("../../../", import.meta.url).pathname.replace(/\/$/, "");
const world = openDisk(home, home);
const works = ["122-organized-crime-rehearsal"];
const languages = ["en", "ar"];

interface Redline {
  language: string;
  bytes: Uint8Array;
  document: Document;
}

let redlines: Redline[] = [];

beforeAll(async () => {
  const { value } = await build(world, {
    works,
    stage: "committee",
    kind: "redline",
    languages,
    formats: ["pdf"],
  });
  const [built] = value?.works ?? [];
  redlines = (built?.compositions ?? []).map(({ language, composition }, i) => {
    const bytes = built?.files[i]?.bytes;
    if (!bytes) throw new Error("a composition has no file");
    return { language, bytes, document: composition.document };
  });
});

/** Letters of one side by the structure of the pages: what is inside an element of the other side is passed over. */
async function sideOnPages(bytes: Uint8Array, other: "Ins" | "Del"): Promise<string> {
  // pdf.js shows Ins and Del as the Span that older readers take them for, unless the map of roles does not name them.
  const map = "/Ins /Span\n/Del /Span";
  const file = Buffer.from(bytes).toString("latin1");
  expect(file).toContain(map);
  const data = Uint8Array.from(
    Buffer.from(file.replace(map, map.replaceAll(/[ID](?=ns|el)/g, "X")), "latin1"),
  );
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const kept = new Set<string>();
    const walk = (node: StructNode, out: boolean): void => {
      if (node.id !== undefined && !out) kept.add(node.id);
      for (const child of node.children ?? [])
        walk(child, out || child.role === other || child.role === "Note" || child.role === "Lbl");
    };
    walk(((await page.getStructTree()) ?? {}) as StructNode, false);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: boolean[] = [];
    for (const item of items) {
      if ("str" in item) text += open.at(-1) === true ? item.str : "";
      else if (item.type === "endMarkedContent") open.pop();
      else open.push("id" in item && kept.has(item.id ?? ""));
    }
  }
  await pdf.destroy();
  return bare(text);
}

/** The same by the page tree. */
function sideInTree(blocks: readonly Block[], other: "ins" | "del"): string {
  const gone = other === "ins" ? ["ins", "move-to"] : ["del", "move-from"];
  const inline = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        if (node.kind === "text") return node.text;
        if (node.kind === "ref" || node.kind === "call") return node.label;
        if (node.kind === other) return "";
        return "children" in node ? inline(node.children) : "";
      })
      .join("");
  const block = (one: Block): string => {
    if (one.kind === "columns") return one.columns.map(({ blocks: own }) => own.map(block).join("")).join("");
    if (one.kind === "table")
      return one.rows
        .map((row) => row.cells.map((cell) => cell.blocks.map(block).join("")).join(""))
        .join("");
    if (!("inline" in one) || gone.includes(one.mark?.kind ?? "")) return "";
    return inline(one.inline);
  };
  return bare(blocks.map(block).join(""));
}

describe("the sides of a redline", () => {
  it.each(languages)("are both in the PDF, told apart by its structure: %s", async (language) => {
    const redline = redlines.find((one) => one.language === language);
    if (!redline) throw new Error(`no redline in ${language}`);
    for (const [role, kind] of [
      ["Ins", "ins"],
      ["Del", "del"],
    ] as const) {
      const expected = sideInTree(redline.document.body, kind);
      expect(expected.length).toBeGreaterThan(5000);
      expect(differenceOf(await sideOnPages(redline.bytes, role), expected)).toBe("");
    }
  });
});
