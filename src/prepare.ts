/** Works out beforehand what is the same in every run: houses read and checked, templates checked and compiled, locales held against English. */
import { prepareTemplates } from "./compose/load-templates.ts";
import { listLocales, loadLocale } from "./language/load.ts";
import { readHouse } from "./read/house.ts";
import { hashFolder, soundLocale } from "./supplies.ts";
import type { World } from "./world.ts";

/** The text of a module that has a `Prepared` under the name `prepared`. What has a finding is left to the run, which will say it. */
export function prepare(world: World): string {
  const hash = (folder: string) => hashFolder(world, folder);
  const folders = listLocales(world).filter((code) => loadLocale(world, code).diagnostics.length === 0);
  const locales = folders.map((code) => soundLocale(hash, `locales/${code}`));
  const names = world.list("templates/houses").flatMap((n) => (n.endsWith("/") ? [n.slice(0, -1)] : []));
  const houses = names.map((name) => {
    const style = readHouse(world, name).value;
    const templates = prepareTemplates(world, name);
    return style && templates
      ? `${JSON.stringify(name)}: { style: ${JSON.stringify(style)}, templates: ${templates} }`
      : undefined;
  });
  const all = houses.every((house) => house !== undefined);
  const ready = all
    ? `templates: ${JSON.stringify(hash("templates"))}, houses: { ${houses.join(",\n")} }, `
    : "";
  return `export const prepared = { ${ready}locales: ${JSON.stringify(locales)} };\n`;
}
