/**
 * Works out beforehand what is the same in every run: houses read and checked, templates checked and compiled, locales held
 * against English, what stands around the text in Word files, taken from the works of the world.
 */

import { prepareTemplates } from "../compose/load-templates.ts";
import { listLocales, loadLocale } from "../language/load.ts";
import { readHouse } from "../read/house.ts";
import { prepareParts, prepareShells } from "../render/docx/prepare.ts";
import type { World } from "../world.ts";
import { build } from "./build.ts";
import { hashFolder, soundLocale } from "./supplies.ts";

type PreparedModule =
  | "making/prepared.ts"
  | "render/docx/prepared-shells.ts"
  | "render/docx/prepared-parts.ts";

/**
 * The texts of the modules that the bundle has in place of those in the source, by path below `src/`. What has a finding is
 * left to the run, which will say it.
 */
export async function prepare(world: World): Promise<Record<PreparedModule, string>> {
  const hash = (folder: string) => hashFolder(world, folder);
  const folders = listLocales(world).filter((code) => loadLocale(world, code).diagnostics.length === 0);
  const locales = folders.map((code) => soundLocale(hash, `locales/${code}`));
  const names = world.list("templates/houses").flatMap((n) => (n.endsWith("/") ? [n.slice(0, -1)] : []));
  const shells = {};
  const houses = names.map((name) => {
    const style = readHouse(world, name).value;
    if (style) Object.assign(shells, prepareShells(style.page));
    const templates = prepareTemplates(world, name);
    return style && templates
      ? `${JSON.stringify(name)}: { style: ${JSON.stringify(style)}, templates: ${templates} }`
      : undefined;
  });
  const all = houses.every((house) => house !== undefined);
  const ready = all
    ? `templates: ${JSON.stringify(hash("templates"))}, houses: { ${houses.join(",\n")} }, `
    : "";
  const built = await build(world, { formats: ["docx"] });
  const files = (built.value?.works ?? []).flatMap((work) => work.files.map(({ bytes }) => bytes));
  return {
    "making/prepared.ts": `export const prepared = { ${ready}locales: ${JSON.stringify(locales)} };\n`,
    "render/docx/prepared-shells.ts": `export const preparedShells = ${JSON.stringify(shells)};\n`,
    "render/docx/prepared-parts.ts": `export const preparedParts = ${JSON.stringify(prepareParts(files))};\n`,
  };
}
