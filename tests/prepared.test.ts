import { crc32, inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../src/compose/compose.ts";
import { listLocales } from "../src/language/load.ts";
import { planWork } from "../src/making/plan.ts";
import { prepare } from "../src/making/prepare.ts";
import type { Prepared } from "../src/making/prepared.ts";
import { gatherSupplies, type Supplies } from "../src/making/supplies.ts";
import { readHouse } from "../src/read/house.ts";
import type { PreparedPart } from "../src/render/docx/prepared-parts.ts";
import type { PreparedShells } from "../src/render/docx/prepared-shells.ts";
import { shellOf } from "../src/render/docx/shells.ts";
import { hasErrors } from "../src/report/diagnostic.ts";
import { sha256 } from "../src/text/sha256.ts";
import { projectWorld } from "./compose/disk.ts";

const nothing: Prepared = { locales: [] };
const world = projectWorld();
const work = "122-organized-crime";
/** Code that a bundle holds; here it is a module of its own. */
const load = (text: string) => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);

let prepared: Prepared;
let shells: PreparedShells;
let parts: Record<string, PreparedPart>;
beforeAll(async () => {
  const modules = await prepare(world);
  prepared = (await load(modules["making/prepared.ts"])).prepared;
  shells = (await load(modules["render/docx/prepared-shells.ts"])).preparedShells;
  parts = (await load(modules["render/docx/prepared-parts.ts"])).preparedParts;
}, 60_000);

/** The markup of the seed in all languages, with the masthead of every period. */
function markups(supplies: Supplies): string[] {
  const plan = planWork(world, supplies, work, {}).value;
  return (plan?.texts ?? []).flatMap(({ resolution, stage, locale }) =>
    (plan?.templates.headings ?? []).map((heading) => {
      const house = plan && { ...plan.house, periods: plan.house.periods.map((p) => ({ ...p, heading })) };
      const { value, diagnostics } =
        plan && house
          ? compose({
              resolution,
              stage,
              locale,
              house,
              templates: plan.templates,
              kind: "clean",
              sourceHash: "",
            })
          : { diagnostics: [] };
      return value?.markup ?? JSON.stringify(diagnostics);
    }),
  );
}

describe("what was prepared for the files of the program", () => {
  test("is there for every house and language", () => {
    expect(Object.keys(prepared.houses ?? {})).toEqual(["ipu"]);
    expect(prepared.locales).toHaveLength(listLocales(world).length);
  });

  test("is the same as what is read and checked anew", async () => {
    const [ready, fresh] = [await gatherSupplies(world, prepared), await gatherSupplies(world, nothing)];
    expect(ready.house("ipu")).toEqual(fresh.house("ipu"));
    const uses = ({ value }: ReturnType<Supplies["templates"]>) => ({ ...value, render: undefined });
    expect(uses(ready.templates("ipu"))).toEqual(uses(fresh.templates("ipu")));
    for (const code of listLocales(world)) expect(ready.locale(code).diagnostics).toEqual([]);
  });

  test("prints the same in every language and with every masthead", async () => {
    const ready = markups(await gatherSupplies(world, prepared));
    expect(ready.length).toBeGreaterThan(30);
    expect(new Set(ready).size).toBeGreaterThan(30);
    expect(ready).toEqual(markups(await gatherSupplies(world, nothing)));
  });

  test("says the same of a house that is not there", async () => {
    for (const name of ["ipo", "../..", "__proto__"]) {
      const [ready, fresh] = [await gatherSupplies(world, prepared), await gatherSupplies(world, nothing)];
      expect(ready.house(name)).toEqual(fresh.house(name));
      expect(ready.templates(name)).toEqual(fresh.templates(name));
      expect(hasErrors(ready.templates(name).diagnostics)).toBe(true);
    }
  });
});

describe("what was prepared for Word files", () => {
  test("stands around the text as what is made anew does", async () => {
    const { page } = readHouse(world, "ipu").value ?? {};
    for (const dir of ["ltr", "rtl"] as const)
      for (const indic of [false, true])
        expect(page && (await shellOf({ page, dir, indic }, shells))).toEqual(
          page && (await shellOf({ page, dir, indic }, {})),
        );
  });

  test("does not serve another page", async () => {
    const { page } = readHouse(world, "ipu").value ?? {};
    const other =
      page && (await shellOf({ page: { ...page, width: 100 }, dir: "ltr", indic: false }, shells));
    expect(other?.get("word/document.xml")).toContain('w:w="5669"');
  });

  test("is packed from what its key says, and holds no words of an author", () => {
    const unpacked = Object.entries(parts).map(([key, { data, size, crc }]) => {
      const bytes = inflateRawSync(Buffer.from(data, "base64"));
      expect([sha256(bytes), bytes.length, crc32(bytes)]).toEqual([key, size, crc]);
      return bytes.toString("utf8");
    });
    for (const sign of ["<a:theme", "<w:styles", "<w:numbering", "<w:settings"])
      expect(unpacked.join("")).toContain(sign);
    expect(unpacked.join("")).not.toMatch(/<w:t[ >]|C-I/);
  });
});

describe("files that were edited", () => {
  const file = "templates/partials/title.hbs";
  const text = (path: string) => new TextDecoder().decode(world.read(path));

  test("are read and checked as if nothing had been prepared", async () => {
    const edited = projectWorld({ [file]: `${text(file)}<para style="title">{{nothing}}</para>\n` });
    const found = (await gatherSupplies(edited, prepared)).templates("ipu").diagnostics;
    expect(found).toMatchObject([{ code: "template-field", place: { file } }]);
    expect(found).toEqual((await gatherSupplies(edited, nothing)).templates("ipu").diagnostics);
  });

  test("are printed as they are now", async () => {
    const other = projectWorld({ [file]: `${text(file)}<para style="title">edited</para>\n` });
    const supplies = await gatherSupplies(other, prepared);
    const plan = planWork(other, supplies, work, { languages: ["en"] }).value;
    const [first] = plan?.texts ?? [];
    const made =
      plan &&
      first &&
      compose({ ...first, house: plan.house, templates: plan.templates, kind: "clean", sourceHash: "" });
    expect(made?.value?.markup).toContain(">edited</para>");
  });

  test("of a language are held against English again, and so is every language when English changes", async () => {
    const phrases = "locales/fr/phrases.json";
    const lacking = projectWorld({ [phrases]: text(phrases).replace('"file"', '"fiel"') });
    const found = (await gatherSupplies(lacking, prepared)).locale("fr").diagnostics;
    expect(found.map((d) => d.code)).toContain("locale-key-missing");
    const english = "locales/en/phrases.json";
    const more = projectWorld({ [english]: text(english).replace("{", '{ "new-phrase": "new",') });
    expect((await gatherSupplies(more, prepared)).locale("fr").diagnostics).toMatchObject([
      { code: "locale-key-missing", message: expect.stringContaining("new-phrase") },
    ]);
  });
});
