import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openDisk } from "../../../src/cli/world-disk.ts";
import { listLocales } from "../../../src/language/load.ts";
import { build } from "../../../src/making/build.ts";
import { open } from "./pages-kit.ts";
import { bare, blockText, differenceOf, notesText, saidOnPages } from "./said.ts";
import { chinese } from "./text-kit.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");
const world = openDisk(root, root);
const work = "122-organized-crime";

/** What pdf.js takes for left to right: stretches without letters, as the marks beside the number of a paragraph. */
const signs = /[\p{P}\p{M}]/gu;

describe("the seed resolution as PDF", () => {
  const languages = listLocales(world).filter((code) => code !== "zh" || chinese !== undefined);
  it.each(languages)("says its source, letter by letter (%s)", async (language) => {
    const built = await build(world, { works: [work], languages: [language], formats: ["pdf"] });
    const made = built.value?.works[0];
    const document = made?.compositions[0]?.composition.document;
    const [file] = made?.files ?? [];
    if (document === undefined || file === undefined) throw new Error(JSON.stringify(built.diagnostics));
    const said = await saidOnPages(await open(file.bytes));
    const wordy = (text: string) => (document.dir === "rtl" ? bare(text).replace(signs, "") : bare(text));
    expect(differenceOf(wordy(said.text), wordy(blockText(document.body)))).toBe("");
    expect([...bare(said.text)].sort().join("")).toBe([...bare(blockText(document.body))].sort().join(""));
    expect(bare(said.notes)).toBe(bare(notesText(document)));
    expect(bare(said.text).length).toBeGreaterThan(2000);
  });
});

describe("a machine without the optional font for Chinese", () => {
  const lean = {
    read: (path: string) => world.read(path),
    list: (folder: string) => world.list(folder),
    font: (file: string) => (file.includes("noto-sans-sc") ? undefined : world.font(file)),
  };

  it("makes the other languages, and says why one is left out", async () => {
    const built = await build(lean, { works: [work], formats: ["pdf"] });
    const made = built.value?.works[0];
    expect(made?.files.map(({ name }) => name)).toContain("C-I-122-DR-Pre-ru.pdf");
    expect(made?.leftOut).toMatchObject([
      {
        language: "zh",
        format: "pdf",
        reason: expect.stringContaining("npm install @expo-google-fonts/noto-sans-sc"),
      },
    ]);
  });

  it("fails when Chinese was asked for by name", async () => {
    const built = await build(lean, { works: [work], languages: ["zh"], formats: ["pdf"] });
    expect(built.diagnostics.map(({ code }) => code)).toEqual(["font-missing"]);
  });
});
