import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TranslatedText } from "../../src/model/translation.ts";
import { segments } from "../../src/model/walk.ts";
import { parseHistory } from "../../src/read/history.ts";
import { buildTranslation } from "../../src/read/translation.ts";
import { textHash } from "../../src/text/hash.ts";
import { normalise } from "../../src/text/normalise.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { editTranslation } from "../../src/write/edit-translation.ts";
import { addToHistory } from "../../src/write/history.ts";
import { printTranslation } from "../../src/write/translation.ts";
import { anyResolution, paragraph, plainResolution, words } from "../fixtures/resolutions.ts";
import { anyLanguage, translated } from "../translate/travel.ts";

const r = plainResolution({
  preambular: [paragraph("pp1", "One"), paragraph("pp2", "Two"), paragraph("pp3", "Three")],
});
const read = (source: string) => {
  const built = buildTranslation(source, "fr.yaml", "fr", r);
  expect(built.diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return built.value?.translation.texts ?? {};
};
const text = (written: string, more: Partial<TranslatedText> = {}): TranslatedText => ({
  source: "0123456789012345",
  text: readInline(written).value,
  ...more,
});

describe("a translation file with new texts in it", () => {
  const file = [
    "# Ours",
    "language: fr # really",
    "texts:",
    "  # Title, see the glossary",
    "  title: { source: abc, text: Titre } # short",
    "",
    "  pp3:",
    "    # by hand",
    "    source: 0000000000000000x",
    "    text: >-",
    "      trois",
    "      lignes",
    "    # after",
    "persons: {}",
    "",
  ].join("\n");

  test("keeps every comment, and every line that nothing is said of", () => {
    const made = editTranslation(file, r, { pp3: text("neuf", { state: "final" }) });
    expect(made).toBe(
      file
        .replace("    source: 0000000000000000x\n", '    source: "0123456789012345"\n    state: final\n')
        .replace("text: >-\n      trois\n      lignes", "text: neuf"),
    );
  });
  test("puts texts that were not there in the order of the resolution", () => {
    const made = editTranslation(file, r, {
      pp2: text("deux"),
      pp1: text("un", { checked: { by: "A: B", date: "2010-01-02" } }),
    });
    expect(Object.keys(read(made))).toEqual(["title", "pp1", "pp2", "pp3"]);
    expect(made).toContain(
      '  pp1:\n    source: "0123456789012345"\n    checked: { by: "A: B", date: 2010-01-02 }\n    text: un\n',
    );
    expect(made.replace(/ {2}pp[12]:\n( {4}.*\n)+/g, "")).toBe(file);
  });
  test("writes an entry in braces on lines of its own, and takes a mark away that no longer holds", () => {
    expect(editTranslation(file, r, { title: text("Neuf") })).toContain(
      '  title: # short\n    source: "0123456789012345"\n    text: Neuf\n\n',
    );
    const marked = editTranslation(file, r, { pp3: text("x", { state: "final" }) });
    expect(read(editTranslation(marked, r, { pp3: text("y") })).pp3?.state).toBeUndefined();
  });
  test("may have had no texts at all, or all on one line, or line ends of Windows", () => {
    for (const empty of [
      "language: fr\ntexts: {}\n",
      "language: fr\ntexts:\n",
      'language: fr\ntexts: { title: { text: "Titre" } }\n',
    ]) {
      const made = editTranslation(empty, r, { pp1: text("_un_: deux # trois") });
      expect(read(made).pp1).toEqual(text("_un_: deux # trois"));
      expect(read(made).title !== undefined).toBe(empty.includes("Titre"));
    }
    const windows = editTranslation(file.replaceAll("\n", "\r\n"), r, {
      pp2: text("deux"),
      pp3: text("mot ".repeat(40)),
    });
    expect(windows.replaceAll("\r\n", "")).not.toContain("\n");
    expect(Object.keys(read(windows))).toEqual(["title", "pp2", "pp3"]);
  });
  test("reads as what was put in, whatever the texts; all others are the same to the letter", () => {
    fc.assert(
      fc.property(anyResolution.chain(anyLanguage), fc.infiniteStream(fc.boolean()), (own, changed) => {
        const { r: resolution, translation } = own;
        const source = printTranslation(resolution, { language: "fr", texts: translation?.texts ?? {} });
        const news: Record<string, TranslatedText> = {};
        for (const s of segments(resolution))
          if (changed.next().value)
            news[s.id] = {
              source: textHash(s.text),
              state: "final",
              text: normalise(translated(s.text, "# neuf:")),
            };
        const made = editTranslation(source, resolution, news);
        const { value, diagnostics } = buildTranslation(made, "fr.yaml", "fr", resolution);
        expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
        const before = buildTranslation(source, "fr.yaml", "fr", resolution).value?.translation.texts ?? {};
        expect(value?.translation.texts).toEqual({ ...before, ...news });
      }),
      { numRuns: 30 },
    );
  });
});

describe("the history of a work", () => {
  const more = (n: number) => ({
    sources: { [`000000000000000${n}`]: words(`Text: ${n} ${"and so on ".repeat(n * 10)}`) },
    typos: [{ text: "pp1", from: `111111111111111${n}`, to: "a".repeat(16), by: "N: O", date: "2010-01-02" }],
  });
  test("grows at its ends, and keeps what is in it with its comments", () => {
    const first = addToHistory(undefined, more(1));
    const commented = first.replace("sources:", "# mine\nsources: # yours");
    const second = addToHistory(commented, more(2));
    const { value, diagnostics } = parseHistory(second, "history.yaml");
    expect(diagnostics).toEqual([]);
    expect(value?.typos).toEqual([...more(1).typos, ...more(2).typos]);
    expect(Object.keys(value?.sources ?? {})).toEqual(["0000000000000001", "0000000000000002"]);
    expect(second).toContain("# mine\nsources: # yours\n");
  });
  test("gets the list that it did not have yet", () => {
    const first = addToHistory(undefined, { ...more(1), typos: [] });
    const { value, diagnostics } = parseHistory(
      addToHistory(first, { sources: {}, typos: more(1).typos }),
      "history.yaml",
    );
    expect([diagnostics, value?.typos]).toEqual([[], more(1).typos]);
  });
});
