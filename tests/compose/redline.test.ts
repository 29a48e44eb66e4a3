import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listLocales } from "../../src/language/load.ts";
import type { Paragraph } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { projectWorld } from "./disk.ts";
import { composed, composedBoth, draft, paragraph, resolution, small, tryCompose } from "./samples.ts";
import { settledWords, trackedResolution } from "./tracked.ts";

const revised: Stage = {
  id: "dr-rev",
  kind: "revised-draft",
  symbol: "C-I/122/DR-rev",
  date: "2010-02-15",
  applies: [],
};
const changes = {
  a: { by: "Sweden", date: "2010-03-01" },
  b: { by: "Cuba", date: "2010-03-02" },
};
const wanted = { kind: "redline", comparison: { from: draft } } as const;

function redline(more: Parameters<typeof resolution>[0], language = "en") {
  const r = resolution({ ...more, stages: [draft, revised] });
  return composed(r, { stage: revised, wanted, language, more: { changes } });
}

/** `label text` of every block, changes as {+ +} and {- -}, the mark of the whole paragraph in front. */
function shown(blocks: ReturnType<typeof redline>["view"]["operative"]): string[] {
  return blocks.map((b) => {
    const words = `${b.text}${b.ending}`
      .replace(/<(ins|del) [^>]*>/g, (_, k: string) => (k === "ins" ? "{+" : "{-"))
      .replace(/<\/(ins|del)>/g, (_, k: string) => (k === "ins" ? "+}" : "-}"))
      .replace(/<ref [^>]*label="([^"]*)"[^>]*>/g, "$1")
      .replace(/<[^>]*>/g, "");
    return `${b.mark ? `[${b.mark}] ` : ""}${b.label} ${words}`;
  });
}

describe("a redline", () => {
  it("gives back the new text when all changes are accepted and the old one when all are rejected", () => {
    for (const language of ["en", "fr", "ar", "zh"]) {
      fc.assert(
        fc.property(trackedResolution, (tracked) => {
          const options = { stage: revised, language };
          const { document } = composed(tracked, { ...options, wanted });
          const both = composedBoth(tracked, wanted.comparison, options);
          expect(settledWords(document, "accept")).toEqual(settledWords(both.after.document, "accept"));
          expect(settledWords(document, "reject")).toEqual(settledWords(both.before.document, "reject"));
        }),
        { numRuns: 50 },
      );
    }
  });

  it("counts the new text; what is taken out keeps its old number and does not count", () => {
    const { view } = redline({
      operative: [
        paragraph("op01", "One"),
        paragraph("op02", "Two", { mark: { kind: "del", change: "a" } }),
        paragraph("op03", "Three {+#b and more+}"),
        paragraph("new", "New", { mark: { kind: "ins", change: "b" } }),
        paragraph("op04", "Four"),
      ],
    });
    expect(shown(view.operative)).toEqual([
      "1. One;",
      "[del] 2. Two;",
      "2. Three {+and more+};",
      "[ins] 3. New;",
      "4. Four.",
    ]);
    expect(view.operative.map((b) => b.changed)).toEqual([false, true, true, true, false]);
  });

  it("shows closing punctuation that changes because a neighbour came or went, as that neighbour's change", () => {
    const { view } = redline({
      operative: [paragraph("op01", "One"), paragraph("new", "New", { mark: { kind: "ins", change: "b" } })],
    });
    expect(shown(view.operative)).toEqual(["1. One{-.-}{+;+}", "[ins] 2. New."]);
    expect(view.operative[0]?.ending).toContain('by="Cuba" date="2010-03-02"');
    const gone = redline({
      operative: [paragraph("op01", "One"), paragraph("op02", "Two", { mark: { kind: "del", change: "a" } })],
    });
    expect(shown(gone.view.operative)).toEqual(["1. One{-;-}{+.+}", "[del] 2. Two."]);
  });

  it("keeps the ending of a last sub-paragraph only while the same words stand behind it", () => {
    const tail = { id: "t", text: small("and to report") };
    const children = [paragraph("a", "to act"), paragraph("b", "to meet", { ending: "," })];
    const shownWith = (changed: Partial<Paragraph>): string[] =>
      shown(
        redline({
          operative: [paragraph("op01", "Asks", { children, tail, ...changed }), paragraph("op02", "Two")],
        }).view.operative,
      );
    expect(shownWith({})).toEqual([
      "1. Asks:",
      "(a) to act; and",
      "(b) to meet,",
      " and to report;",
      "2. Two.",
    ]);
    expect(shownWith({ tail: { ...tail, mark: { kind: "del", change: "a" } } })).toEqual([
      "1. Asks:",
      "(a) to act; and",
      "(b) to meet{-,-}{+;+}",
      "[del]  and to report;",
      "2. Two.",
    ]);
    const added = paragraph("c", "to vote", { mark: { kind: "ins", change: "b" } });
    expect(shownWith({ children: [...children, added] })).toEqual([
      "1. Asks:",
      "(a) to act{-; and-}{+;+}",
      "(b) to meet{-,-}{+; and+}",
      "[ins] (c) to vote;",
      " and to report;",
      "2. Two.",
    ]);
  });

  it("shows the chapeau's colon and the last but one item's word when sub-paragraphs come", () => {
    const children = [
      paragraph("a", "one", { mark: { kind: "ins", change: "a" } }),
      paragraph("b", "two", { mark: { kind: "ins", change: "a" } }),
    ];
    const { view } = redline({ operative: [paragraph("op01", "Calls on States", { children })] });
    expect(shown(view.operative)).toEqual([
      "1. Calls on States{-.-}{+:+}",
      "[ins] (a) one; and",
      "[ins] (b) two.",
    ]);
  });

  it("strikes an item, a quotation and closing words in a paragraph that stays, which is a change of its words", () => {
    const { view } = redline({
      operative: [
        paragraph("op01", "Calls on States", {
          blocks: [
            { type: "text", id: "op01", text: small("Calls on States") },
            {
              type: "list",
              items: [
                { id: "i1", text: small("to act"), mark: { kind: "del", change: "a" } },
                { id: "i2", text: small("to meet"), mark: { kind: "del", change: "b" } },
              ],
            },
          ],
          tail: { id: "t", text: small("and to report"), mark: { kind: "del", change: "a" } },
        }),
        paragraph("op02", "Two", {
          blocks: [
            { type: "text", id: "op02", text: small("Two") },
            { type: "quote", id: "q", text: small("no State alone"), mark: { kind: "ins", change: "b" } },
          ],
        }),
      ],
    });
    expect(shown(view.operative)).toEqual([
      "1. Calls on States{-:-}{+;+}",
      "[del] • to act;",
      "[del] • to meet;",
      "[del]  and to report;",
      "2. Two{-.-}{+:+}",
      "[ins]  no State alone.",
    ]);
    expect(view.comparison.changes.map((c) => [c.paragraph, c.what, c.by.map((by) => by.name)])).toEqual([
      ["OP1", "words changed", ["Sweden", "Cuba"]],
      ["OP2", "words changed", ["Cuba"]],
    ]);
  });

  it("moves a paragraph: struck at its old place with its old number, at the new one with its changes", () => {
    const { view } = redline({
      operative: [
        paragraph("op01", "One", { mark: { kind: "move-from", change: "a" } }),
        paragraph("op02", "Two, see [@op01]"),
        paragraph("op01", "One {+#b more+}", { mark: { kind: "move-to", change: "a" } }),
      ],
    });
    expect(shown(view.operative)).toEqual([
      "[move-from] 1. One;",
      "1. Two, see {-1-}{+2+}{-.-}{+;+}",
      "[move-to] 2. One {+more+}.",
    ]);
  });

  it("gives a footnote that comes or goes a note of its own", () => {
    const { document } = redline({
      operative: [paragraph("op01", "One{-#a [^n1]-}{+#b [^n2]+}")],
      notes: [
        { id: "n1", text: small("old note") },
        { id: "n2", text: small("new note") },
      ],
    });
    expect(document.notes.map((n) => [n.id, n.label, n.blocks[0]?.inline[0]?.kind])).toEqual([
      ["n1:old", "1", "del"],
      ["n2:new", "2", "ins"],
    ]);
  });

  it("says which texts are compared, how changes are shown, and whose they are", () => {
    const { view, document } = redline({
      title: small("Sharing {-#a the-}{+#a our+} work"),
      preambular: [paragraph("pp01", "_Noting_ this", { mark: { kind: "ins", change: "b" } })],
      operative: [paragraph("op01", "One{+#a a+}{+#b b+}")],
    });
    expect(view.comparison.before).toBe(
      'Before: Preliminary draft resolution (<isolate dir="ltr">C-I/122/DR-Pre</isolate>, 18 December 2009)',
    );
    expect(view.comparison.after).toContain("C-I/122/DR-rev");
    expect(view.comparison.legend.map((l) => l.text)).toContain("Words taken out are struck through.");
    const rows = view.comparison.changes.map(({ paragraph: at, what, by }) => [
      `${at}: ${what}`,
      ...by.map(({ name }) => name),
    ]);
    expect(rows).toEqual([
      ["Title: words changed", "Sweden"],
      ["PP1: new", "Cuba"],
      ["OP1: words changed", "Sweden", "Cuba"],
    ]);
    expect(document.body.find((b) => b.kind === "heading" && b.id === "title")).toMatchObject({
      changed: true,
    });
  });

  it("shows no struck numbers in a preamble without numbers, and finds its paragraphs by number and first words", () => {
    const committee: Stage = { id: "committee", kind: "committee-draft", date: "2010-03-31", applies: [] };
    const r = resolution({
      stages: [draft, committee],
      preambular: [
        paragraph("pp01", "_Noting_ this{+#b  and that+}"),
        paragraph("pp02", "_Recalling_ that", { mark: { kind: "del", change: "a" } }),
        paragraph("new", "_Bearing in mind_ the third goal", { mark: { kind: "ins", change: "b" } }),
      ],
      operative: [
        paragraph("op01", "One", { mark: { kind: "del", change: "a" } }),
        paragraph("op02", "Two{+#b  more+}"),
      ],
    });
    const at = (language: string) =>
      composed(r, { stage: committee, wanted, language, more: { changes } }).view;
    expect(shown(at("en").preambular).map((line) => line.trim())).toEqual([
      "Noting this{+ and that+},",
      "[del]  Recalling that,",
      "[ins]  Bearing in mind the third goal,",
    ]);
    const rows = (language: string) => at(language).comparison.changes.map((row) => row.paragraph);
    expect(rows("en")).toEqual([
      "PP1 “Noting this and that”",
      "PP2 (old) “Recalling that”",
      "PP2 “Bearing in mind the third goal”",
      "OP1 (old)",
      "OP1",
    ]);
    for (const language of listLocales(projectWorld())) {
      const [, old, now, gone] = rows(language);
      expect(new Set([old, now, gone].map((row) => row?.replace(/[“«،].*/, ""))).size).toBe(3);
      const legend = at(language).comparison.legend.map((line) => line.text);
      expect(legend.at(-1)).toContain(rows(language)[0]?.replace(/\s*[“«،].*/, ""));
    }
    expect(composed(r, { stage: revised, wanted, more: { changes } }).view.comparison.legend).toHaveLength(5);
  });

  it("keeps numbers while amendments are pending: 1bis in its own form of each language", () => {
    const r = resolution({
      operative: [
        paragraph("op01", "One"),
        paragraph("new", "New", { mark: { kind: "ins", change: "a" } }),
        paragraph("op02", "Two"),
      ],
    });
    const at = (number: number, suffix?: number) => ({
      part: "operative",
      depth: 1,
      number,
      path: [number],
      ...(suffix ? { suffix } : {}),
    });
    const positions = new Map([...Object.entries({ op01: at(1), new: at(1, 2), op02: at(2) }), ...preamble]);
    const pending = { kind: "redline", comparison: { from: draft, pending: true } } as const;
    const labels = (language: string) =>
      composed(r, { wanted: pending, language, more: { positions } }).view.operative.map((b) => b.label);
    expect(labels("en")).toEqual(["1.", "1bis.", "2."]);
    expect(labels("es")).toEqual(["1.", "1 bis.", "2."]);
    expect(labels("zh")[1]).toContain("之二");
  });

  it("shows the enacting line of both Assemblies when a text was carried over", () => {
    const session = {
      number: 123,
      place: { city: "geneva", country: "CH" },
      from: "2010-10-04",
      to: "2010-10-06",
    };
    const next: Stage = { ...revised, session };
    const r = resolution({ stages: [draft, next] });
    const { view } = composed(r, { stage: next, wanted });
    expect(view.enacting.replace(/<\/?sup>/g, "")).toMatch(/<del.*122nd.*<\/del><ins.*123rd.*<\/ins>/);
    expect(view.comparison.enactingChanged).toBe(true);
  });

  it("finds every phrase it wants in every language", () => {
    const missing = new Set<string>();
    fc.assert(
      fc.property(trackedResolution, fc.constantFrom(...listLocales(projectWorld())), (tracked, language) => {
        for (const d of tryCompose(tracked, { stage: revised, language, wanted }).diagnostics)
          missing.add(d.message);
      }),
      { numRuns: 40 },
    );
    expect([...missing]).toEqual([]);
  });
});

const preamble = Object.entries({
  pp01: { part: "preambular", depth: 1, number: 1, path: [1] },
  pp02: { part: "preambular", depth: 1, number: 2, path: [2] },
});
