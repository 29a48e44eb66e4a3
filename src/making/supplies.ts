/** What all works of a run share: houses, templates, locales and the two printing presses, each got ready once. */
import type { Templates } from "../compose/compose.ts";
import { openTemplates } from "../compose/render-templates.ts";
import { unknownHouse as noTemplates } from "../compose/templates.ts";
import type { HouseStyle } from "../document/house.ts";
import type { Document } from "../document/tree.ts";
import { loadLocale, reference } from "../language/load.ts";
import type { Locale } from "../language/locale.ts";
import { unknownHouse } from "../read/unknown-house.ts";
import type { Press } from "../render/pdf/index.ts";
import type { Checked } from "../report/diagnostic.ts";
import { sha256 } from "../text/sha256.ts";
import type { World } from "../world.ts";
import { type Prepared, prepared } from "./prepared.ts";

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

/** `ready` is what was prepared; it serves where the files of the world are the ones that it was made of, byte for byte. */
export async function gatherSupplies(world: World, ready: Prepared = prepared): Promise<Supplies> {
  let press: Promise<Press> | undefined;
  const hash = once((folder) => hashFolder(world, folder));
  const houses = ready.houses && ready.templates === hash("templates") ? ready.houses : undefined;
  const { readHouse, loadTemplates } = houses ? openPrepared(houses) : await fromSource();
  const sound = (folder: string) => ready.locales.includes(soundLocale(hash, folder));
  return {
    house: once((name) => readHouse(world, name)),
    templates: once((house) => loadTemplates(world, house)),
    locale: once((code) => loadLocale(world, code, sound)),
    press: () => {
      press ??= import("../render/pdf/index.ts").then((pdf) => pdf.createPress(world.font));
      return press;
    },
    docx: async () => (await import("../render/docx/render.ts")).renderDocx,
    hash,
  };
}

type Houses = Pick<typeof import("../read/house.ts"), "readHouse"> &
  Pick<typeof import("../compose/load-templates.ts"), "loadTemplates">;

/** What reads, checks and compiles the files of houses. */
async function fromSource(): Promise<Houses> {
  const { readHouse } = await import("../read/house.ts");
  const { loadTemplates } = await import("../compose/load-templates.ts");
  return { readHouse, loadTemplates };
}

function openPrepared(houses: NonNullable<Prepared["houses"]>): Houses {
  const find = (name: string) => (Object.hasOwn(houses, name) ? houses[name] : undefined);
  return {
    readHouse(world, name) {
      const style = find(name)?.style;
      return style ? { value: style, diagnostics: [] } : { diagnostics: [unknownHouse(world, name)] };
    },
    loadTemplates(_, name) {
      const templates = find(name)?.templates;
      if (!templates) return { diagnostics: [noTemplates(name)] };
      return { value: openTemplates(name, templates), diagnostics: [] };
    },
  };
}

/** What `Prepared` knows a language by that was held against English: the bytes of both. */
export function soundLocale(hash: (folder: string) => string, folder: string): string {
  return `${hash(folder)} ${hash(`locales/${reference}`)}`;
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

/** SHA-256 (64 hex digits) over the names and bytes of all files below a folder. */
export function hashFolder(world: World, folder: string): string {
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
