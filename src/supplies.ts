/** What all works of a run share: houses, templates, locales and the two printing presses, each got ready once. */
import { loadTemplates, type Templates } from "./compose/compose.ts";
import type { HouseStyle } from "./document/house.ts";
import type { Document } from "./document/tree.ts";
import { loadLocale } from "./language/load.ts";
import type { Locale } from "./language/locale.ts";
import { sha256 } from "./manifest.ts";
import { readHouse } from "./read/house.ts";
import type { Press } from "./render/pdf/index.ts";
import type { Checked } from "./report/diagnostic.ts";
import type { World } from "./world.ts";

export interface Supplies {
  house(name: string): Checked<HouseStyle>;
  templates(house: string): Checked<Templates>;
  locale(code: string): Checked<Locale>;
  /** Loads the PDF back end when first asked. */
  press(): Promise<Press>;
  /** Loads the Word back end when first asked. */
  docx(): Promise<(document: Document, house: HouseStyle) => Promise<Checked<Uint8Array>>>;
  /** SHA-256 (64 hex digits) over the names and bytes of all files below a folder. */
  hash(folder: string): string;
}

export function gatherSupplies(world: World): Supplies {
  let press: Promise<Press> | undefined;
  return {
    house: once((name) => readHouse(world, name)),
    templates: once((house) => loadTemplates(world, house)),
    locale: once((code) => loadLocale(world, code)),
    press: () => {
      press ??= import("./render/pdf/index.ts").then((pdf) => pdf.createPress(world.font));
      return press;
    },
    docx: async () => (await import("./render/docx/index.ts")).renderDocx,
    hash: once((folder) => hashFolder(world, folder)),
  };
}

function once<T>(get: (key: string) => T): (key: string) => T {
  const got = new Map<string, { value: T }>();
  return (key) => {
    const known = got.get(key);
    if (known) return known.value;
    const value = get(key);
    got.set(key, { value });
    return value;
  };
}

function hashFolder(world: World, folder: string): string {
  const lines: string[] = [];
  const walk = (path: string): void => {
    for (const name of world.list(path)) {
      if (name.endsWith("/")) walk(`${path}/${name.slice(0, -1)}`);
      else lines.push(`${path}/${name} ${sha256(world.read(`${path}/${name}`) ?? "")}\n`);
    }
  };
  walk(folder);
  return sha256(lines.join(""));
}
