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

  const faults: [string, string | RegExp, string, RegExp][] = [
    ["a letter lost from words that stay", ">Kept, see <", ">Kept, se <", /Rejecting.*Kept, see/],
    ["a letter lost from new words", ">here<", ">her<", /Accepting.*Moved here/],
    [
      "a deletion turned into words that stay",
      /<w:del [^>]*>(?=<w:r>.{0,80}?away)/,
      '<w:ins w:id="9001" w:author="x" w:date="2010-01-01T00:00:00Z">',
      /./,
    ],
    ["a paragraph mark that is not taken out", /(<w:rPr>)<w:del [^>]*\/>/, "<w:rPr>", /Accepting/],
    [
      "new punctuation that is not tracked",
      /<w:ins [^>]*>(<w:r>(?:<w:rPr>.{0,80}<\/w:rPr>)?<w:t xml:space="preserve">;<\/w:t><\/w:r>)<\/w:ins>/,
      '<w:r><w:t xml:space="preserve">;</w:t></w:r>',
      /./,
    ],
    ["a paragraph that came from nowhere", "</w:body>", "", /./],
    ["deleted text written as text that stays", /<w:delText/, "<w:t", /./],
    ["a lost call of a footnote", /<w:footnoteReference [^>]*\/>/, "", /./],
  ];
  test.each(faults)("finds %s", async (name, from, to, message) => {
    const { bytes, before, after } = await redline(example);
    if (name.startsWith("a paragraph that came")) {
      const extra =
        '<w:p><w:r><w:t>Never said.</w:t></w:r></w:p><w:bookmarkStart w:id="9002" w:name="__changes"/>';
      const bad = changed(
        bytes,
        "word/document.xml",
        /<w:p><w:pPr><w:pStyle w:val="[^"]*"\/>(?=(?:(?!<w:p>).)*Origin of the changes)/,
        `${extra}<w:p><w:pPr>`,
      );
      expect(proof(bad, before, after).length).toBe(2);
      return;
    }
    let bad: Uint8Array;
    if (name.startsWith("a deletion")) {
      const xml = partOf(bytes, "word/document.xml");
      const start = xml.lastIndexOf("<w:del ", xml.lastIndexOf(">away<"));
      const end = xml.indexOf("</w:del>", start);
      const piece = xml.slice(start, end + 8);
      bad = changed(
        bytes,
        "word/document.xml",
        piece,
        piece.replace(/<\/?w:del(?: [^>]*)?>/g, "").replace(/delText/g, "t"),
      );
    } else if (name.startsWith("deleted text")) {
      const xml = partOf(bytes, "word/document.xml");
      const at = xml.indexOf("<w:delText");
      const end = xml.indexOf("</w:r>", at);
      const piece = xml.slice(at, end);
      // A run of deleted text that stands outside any deletion is shown by no program.
      const start = xml.lastIndexOf("<w:del ", at);
      const close = xml.indexOf("</w:del>", at);
      bad = changed(bytes, "word/document.xml", xml.slice(start, close + 8), `<w:r>${piece}</w:r>`);
    } else bad = changed(bytes, "word/document.xml", from, to);
    const found = proof(bad, before, after);
    expect(found.map((d) => d.code)).toContain("redline-unproved");
    expect(found.map((d) => d.message).join("\n")).toMatch(message);
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
