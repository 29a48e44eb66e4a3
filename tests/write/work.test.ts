import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segments } from "../../src/model/walk.ts";
import { inLanguage, parseResolution, readWork } from "../../src/read/work.ts";
import { textHash } from "../../src/text/hash.ts";
import { printTranslation } from "../../src/write/translation.ts";
import { printWork } from "../../src/write/work.ts";
import { anyResolution, paragraph, plainResolution, words } from "../fixtures/resolutions.ts";
import { fixtureWorld, folderWorld, memoryWorld } from "../fixtures/world.ts";

const file = "resolutions/test-work/resolution.yaml";

describe("printWork", () => {
  test("reading what was printed gives the same resolution, without a finding", () => {
    fc.assert(
      fc.property(anyResolution, (r) => {
        const read = parseResolution(printWork(r), "test-work", file);
        // A text of a few signs may be an ellipsis.
        expect(read.diagnostics.filter((d) => d.code !== "placeholder")).toEqual([]);
        expect(read.value?.resolution).toEqual(r);
      }),
      { numRuns: 100 },
    );
  });

  test("prints every work of the project and of the fixtures so that it reads the same", () => {
    const works = [
      ["122-organized-crime", folderWorld()],
      ["122-organized-crime-rehearsal", folderWorld()],
      ["everything", fixtureWorld()],
      ["declaration", fixtureWorld()],
    ] as const;
    for (const [name, world] of works) {
      const work = readWork(world, name).value;
      expect(work, name).toBeDefined();
      if (!work) continue;
      const printed = printWork(work.resolution);
      expect(parseResolution(printed, name, file).value?.resolution).toEqual(work.resolution);
      expect(printWork(work.resolution)).toBe(printed);
    }
  });

  test("long texts are folded and lines stay within 110 characters", () => {
    const work = readWork(folderWorld(), "122-organized-crime").value;
    const printed = work ? printWork(work.resolution) : "";
    expect(printed).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/resolution\.schema\.json\n/,
    );
    expect(printed).toContain("  - id: op10\n    text: >-\n      _Calls on_ IPU Member Parliaments");
    expect(printed.split("\n").filter((line) => line.length > 112)).toEqual([]);
  });
});

describe("printTranslation", () => {
  const r = plainResolution({
    preambular: [paragraph("pp01", "Noting that this is so")],
    operative: [paragraph("op01", "Urges all")],
  });
  const world = (translation: string) =>
    memoryWorld({ [file]: printWork(r), "resolutions/test-work/translations/fr.yaml": translation });

  test("a new file holds every text with its hash, empty, and waits for the translator without a finding", () => {
    const printed = printTranslation(r, { language: "fr" });
    expect(printed).toContain(
      `  # Noting that this is so\n  pp01:\n    source: ${textHash(words("Noting that this is so"))}\n    text: ""`,
    );
    const work = readWork(world(printed), "test-work");
    expect(work.diagnostics).toEqual([]);
    expect(work.value && inLanguage(work.value, "fr").diagnostics.map((d) => d.code)).toEqual(
      segments(r).map(() => "translation-missing"),
    );
  });

  test("texts that are given are printed and read again", () => {
    const texts = Object.fromEntries(
      segments(r).map((s) => [s.id, { text: words(`fr ${s.id}`), state: "draft" as const }]),
    );
    const printed = printTranslation(r, { language: "fr", notice: "Traduction non officielle", texts });
    const work = readWork(world(printed), "test-work");
    expect(work.diagnostics).toEqual([]);
    const french = work.value && inLanguage(work.value, "fr");
    expect(french?.diagnostics).toEqual([]);
    expect(french?.value?.notice).toBe("Traduction non officielle");
    expect(french?.value?.operative[0]).toMatchObject({ blocks: [{ text: words("fr op01") }] });
  });
});
