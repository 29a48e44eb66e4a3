import { describe, expect, it } from "vitest";
import { listLocales, loadLocale } from "../../src/language/load.ts";
import { provenanceOf, readProvenance, reviewInOrder, reviewList } from "../../src/language/review.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import { change, copyOf, inMemory, project } from "./worlds.ts";

const keys = (code: string, world = project) =>
  (reviewList(world, code).value ?? []).map((d) => d.message.split(": ")[0]);

describe("the list for review", () => {
  it("holds what is ours and not what was found", () => {
    const english = keys("en");
    expect(english).toContain("phrases.draft.watermark");
    expect(english).toContain("amendments.location.operative_one");
    expect(english).not.toContain("amendments.location.preambular_one");
    expect(english).not.toContain("phrases.enacting.assembly");
    const french = keys("fr");
    expect(french).toContain("phrases.stage-line.co-rapporteur_other");
    expect(french).not.toContain("phrases.enacting.assembly");
  });
  it("names text and place of each", () => {
    const found = reviewList(project, "fr").value?.find((d) =>
      d.message.startsWith("phrases.draft.watermark"),
    );
    expect(found).toMatchObject({
      code: "phrase-to-review",
      severity: "info",
      message: "phrases.draft.watermark: PROJET",
      place: { file: "locales/fr/phrases.json" },
    });
  });
  it("grows shorter when the secretariat has looked at a phrase", () => {
    const texts = copyOf("en");
    change(texts, "locales/en/provenance.json", '"phrases.draft": "ours"', '"phrases.draft": "official"');
    const after = keys("en", inMemory(texts));
    expect(after).not.toContain("phrases.draft.watermark");
    expect(after).toHaveLength(keys("en").length - 1);
  });
  it("goes by the longest key that covers a text", () => {
    const table = new Map([
      ["default", "official"],
      ["a", "ours"],
      ["a.b", "un"],
    ] as const);
    expect(provenanceOf(table, "a.c")).toBe("ours");
    expect(provenanceOf(table, "a.b_one")).toBe("un");
    expect(provenanceOf(table, "a.b-x.y")).toBe("un");
    expect(provenanceOf(table, "a.bc")).toBe("ours");
    expect(provenanceOf(table, "ab")).toBe("official");
  });
  it("puts first what the documents at hand print", () => {
    const locale = loadLocale(project, "fr").value;
    locale?.phrase("draft.watermark");
    locale?.phrase("amendments:decision.withdrawn", { name: "x" });
    const { first, later } = reviewInOrder(project, "fr", locale?.printed ?? new Set()).value ?? {
      first: [],
      later: [],
    };
    const paths = first.map((d) => d.message.split(": ")[0]);
    expect(paths).toContain("phrases.draft.watermark");
    expect(paths).toContain("calendar.ranges.to.one-day");
    expect(paths).not.toContain("phrases.page.word");
    expect(later.map((d) => d.message.split(": ")[0])).toContain("phrases.page.word");
    expect([...first, ...later].map((d) => d.message).sort()).toEqual(
      (reviewList(project, "fr").value ?? []).map((d) => d.message).sort(),
    );
  });
  it.each(listLocales(project))("knows where every text of %s comes from", (code) => {
    const diagnostics: Diagnostic[] = [];
    const table = readProvenance(project, code, diagnostics);
    expect(diagnostics).toEqual([]);
    expect(table.get("default")).toBeDefined();
  });
  it("refuses a provenance that does not exist", () => {
    const texts = copyOf("en");
    change(texts, "locales/en/provenance.json", '"default": "official"', '"default": "offical"');
    expect(reviewList(inMemory(texts), "en").diagnostics).toEqual([
      expect.objectContaining({
        code: "locale-syntax",
        severity: "error",
        place: expect.objectContaining({ line: 2 }),
      }),
    ]);
  });
});
