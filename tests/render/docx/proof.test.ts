import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Stage } from "../../../src/model/stage.ts";
import { readHouse } from "../../../src/read/house.ts";
import {
  checkDocx,
  proof,
  proofSums,
  proofTexts,
  renderDocx,
  textSum,
} from "../../../src/render/docx/index.ts";
import { projectWorld } from "../../compose/disk.ts";
import { composed, composedBoth, draft, paragraph, resolution, small } from "../../compose/samples.ts";
import { trackedResolution } from "../../compose/tracked.ts";
import { changed, partOf } from "./parts.ts";

const house = readHouse(projectWorld(), "ipu").value;
const revised: Stage = {
  id: "dr-rev",
  kind: "revised-draft",
  symbol: "C-I/122/DR-rev",
  date: "2010-02-15",
  applies: [],
};
const comparison = { from: draft };
const changes = Object.fromEntries(
  ["am-1", "am-2", "am-3", "am-4", "am-5", "a"].map((id) => [
    id,
    { by: `Delegation ${id}`, date: "2010-03-01" },
  ]),
);

/** A redline as a file, and the texts that it must give back. */
async function redline(r: ReturnType<typeof resolution>, language = "en") {
  if (!house) throw new Error("no house");
  const options = { stage: revised, language, more: { changes } };
  const { document } = composed(r, { ...options, wanted: { kind: "redline", comparison } });
  const both = composedBoth(r, comparison, options);
  const bytes = (await renderDocx(document, house)).value;
  if (!bytes) throw new Error("not rendered");
  return { bytes, before: proofTexts(both.before.document), after: proofTexts(both.after.document) };
}

const example = resolution({
  title: small("Sharing {-#a the-}{+#a our+} work"),
  preambular: [
    paragraph("pp01", "_Noting_ this[^n1]"),
    paragraph("pp02", "Gone", { mark: { kind: "del", change: "a" } }),
  ],
  operative: [
    paragraph("op01", "Moved", { mark: { kind: "move-from", change: "a" } }),
    paragraph("op02", "Kept, see [@op01]{+#a , and more[^n2]+}"),
    paragraph("op01", "Moved {-#a away-}{+#a here+}", { mark: { kind: "move-to", change: "a" } }),
    paragraph("op03", "New", { mark: { kind: "ins", change: "a" } }),
  ],
  notes: [
    { id: "n1", text: small("first note{-#a , old-}") },
    { id: "n2", text: small("second note") },
  ],
});
// What moved has the words of its old place when the move is undone.
const moved = example.operative[0];
if (moved?.type === "paragraph") moved.blocks = [{ type: "text", id: "op01", text: small("Moved away") }];

describe("the proof of a redline", () => {
  test("finds nothing in whole generated redlines, and no other check does", async () => {
    await fc.assert(
      fc.asyncProperty(trackedResolution, fc.constantFrom("en", "ar"), async (tracked, language) => {
        const { bytes, before, after } = await redline(tracked, language);
        expect(proof(bytes, before, after)).toEqual([]);
        expect(checkDocx(bytes)).toEqual([]);
        expect(proofSums(bytes)).toEqual({ accepted: textSum(after), rejected: textSum(before) });
      }),
      { numRuns: 20 },
    );
  });

  test("compares title, enacting line, every paragraph with its closing punctuation, and footnotes", async () => {
    const { bytes, before, after } = await redline(example);
    expect(proof(bytes, before, after)).toEqual([]);
    expect(after).toEqual([
      "SHARING OUR WORK",
      "The 122nd Assembly of the Inter-Parliamentary Union,",
      "Noting this\uFFFC,",
      "Kept, see 2, and more\uFFFC;",
      "Moved here;",
      "New.",
      "\uFFFC first note",
      "\uFFFC second note",
    ]);
    expect(before).toContain("Moved away;");
    expect(before.at(-1)).toBe("\uFFFC first note, old");
  });

  /** The XML of the document with a fault planted in it. */
  const faults: [string, (xml: string) => string, RegExp][] = [
    [
      "a letter lost from words that stay",
      (xml) => xml.replace(">Kept, see <", ">Kept, se <"),
      /Rejecting.*Kept, see/,
    ],
    ["a letter lost from new words", (xml) => xml.replace(">here<", ">her<"), /Accepting.*Moved here/],
    ["a letter lost from deleted words", (xml) => xml.replace(">Gone,<", ">Gon,<"), /Rejecting.*Gone/],
    [
      "a deletion that is not tracked",
      (xml) =>
        within(xml, "w:del", ">away<", (piece) =>
          piece.replace(/<\/?w:del(?: [^>]*)?>/g, "").replaceAll("delText", "t"),
        ),
      /Accepting.*Moved/,
    ],
    [
      "deleted text outside any deletion",
      (xml) => within(xml, "w:del", ">Gone,<", (piece) => piece.replace(/<\/?w:del(?: [^>]*)?>/g, "")),
      /Rejecting.*Gone/,
    ],
    [
      "new punctuation that is not tracked",
      (xml) => within(xml, "w:ins", ">;<", (piece) => piece.replace(/<\/?w:ins(?: [^>]*)?>/g, "")),
      /Rejecting/,
    ],
    [
      "a paragraph that stays though its words go",
      (xml) => xml.replace(/(<w:rPr>)<w:del [^>]*\/>/, "<w:rPr>"),
      /Accepting/,
    ],
    [
      "a new paragraph that stays when it is rejected",
      (xml) => xml.replace(/(<w:rPr>)<w:ins [^>]*\/>/, "<w:rPr>"),
      /Rejecting/,
    ],
    ["a lost call of a footnote", (xml) => xml.replace(/<w:footnoteReference [^>]*\/>/, ""), /Noting this/],
    ["two paragraphs in the wrong order", (xml) => swap(xml, "op02", "op03"), /Accepting/],
    [
      "a paragraph that nobody said",
      (xml) => before(xml, "op03", "<w:p><w:r><w:t>Never said.</w:t></w:r></w:p>"),
      /Never said/,
    ],
  ];
  test.each(faults)("finds %s", async (_, spoil, message) => {
    const { bytes, before, after } = await redline(example);
    const xml = partOf(bytes, "word/document.xml");
    const found = proof(changed(bytes, "word/document.xml", xml, spoil(xml)), before, after);
    expect(found.map((d) => d.code)).toContain("redline-unproved");
    expect(found.map((d) => d.message).join(" ")).toMatch(message);
  });

  test("finds changed words of a footnote", async () => {
    const { bytes, before, after } = await redline(example);
    const found = proof(changed(bytes, "word/footnotes.xml", ">second note<", ">other note<"), before, after);
    expect(found.map((d) => d.message).join()).toContain("second note");
  });

  test("says what differs, and where", async () => {
    const { bytes, before, after } = await redline(example);
    const [one] = proof(changed(bytes, "word/document.xml", ">New.<", ">Now.<"), before, after);
    expect(one?.message).toBe(
      'Accepting all changes does not give back paragraph 6 of the new text: it should read "New." and reads "Now.".',
    );
    expect(proof(new Uint8Array([1, 2]), before, after).map((d) => d.message)).toEqual([
      "The redline cannot be read as a Word file.",
      "The redline cannot be read as a Word file.",
    ]);
  });
});

/** Changes the last element of a name before some words, up to its end. */
function within(xml: string, name: string, words: string, change: (piece: string) => string): string {
  const start = xml.lastIndexOf(`<${name} `, xml.indexOf(words));
  const end = xml.indexOf(`</${name}>`, start) + name.length + 3;
  return xml.slice(0, start) + change(xml.slice(start, end)) + xml.slice(end);
}

/** Where the paragraph with this tag begins and ends. */
function span(xml: string, tag: string): [number, number] {
  const at = xml.indexOf(`<w:tag w:val="${tag}"/>`);
  const start = xml.lastIndexOf("<w:p>", at);
  return [start, xml.indexOf("</w:p>", at) + 6];
}

function swap(xml: string, a: string, b: string): string {
  const [[a1, a2], [b1, b2]] = [span(xml, a), span(xml, b)];
  return xml.slice(0, a1) + xml.slice(b1, b2) + xml.slice(a2, b1) + xml.slice(a1, a2) + xml.slice(b2);
}

function before(xml: string, tag: string, paragraph: string): string {
  const [start] = span(xml, tag);
  return xml.slice(0, start) + paragraph + xml.slice(start);
}
