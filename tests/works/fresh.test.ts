import { expect, test } from "vitest";
import { openDisk } from "../../src/cli/world-disk.ts";
import { translationStatus } from "../../src/exchange/translation-status.ts";

// Every work of the project is complete and fresh, and every source is on record: a change shows at once.
const home = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");
const world = openDisk(home, home);
const languages = {
  "122-organized-crime": ["fr", "es", "ar", "ru", "zh", "pt"],
  "122-organized-crime-rehearsal": ["fr", "es", "ar"],
};

test.each(Object.entries(languages))("%s is complete and fresh in its languages", (work, wanted) => {
  const { value, diagnostics } = translationStatus(world, work, {});
  expect(diagnostics).toEqual([]);
  expect(value?.unrecorded).toBe(0);
  expect(value?.languages.map((l) => l.language).sort()).toEqual([...wanted].sort());
  for (const { language, counts, toDo } of value?.languages ?? []) {
    expect([language, counts.missing, counts.stale, toDo]).toEqual([language, 0, 0, []]);
    expect(counts.draft + counts.final).toBeGreaterThan(20);
  }
});

test("the amendments of the rehearsal are fresh in every language, and it is on record from what they were made", () => {
  const { value } = translationStatus(world, "122-organized-crime-rehearsal", {});
  const lists = value?.amendments ?? [];
  expect(lists.map(({ file }) => file.replace(/^.*\//, ""))).toEqual([
    "dr-pre.yaml",
    "dr-rev.yaml",
    "late.yaml",
  ]);
  for (const { file, languages: own } of lists) {
    const named = own.map(({ language }) => language);
    expect(named).toEqual(expect.arrayContaining(["fr", "es", "ar"]));
    for (const { language, counts, unrecorded } of own)
      expect([file, language, counts.missing, counts.stale, unrecorded]).toEqual([file, language, 0, 0, 0]);
  }
});

test.each(["dr-rev", "committee", "adopted"])("the rehearsal is fresh at %s too", (stage) => {
  const { value } = translationStatus(world, "122-organized-crime-rehearsal", { stage });
  for (const { language, toDo } of value?.languages ?? []) expect([language, toDo]).toEqual([language, []]);
});
