/** What a language of the project still needs before documents are made in it: words, and fonts of the houses for its script. */
import type { Script } from "../document/house.ts";
import { listLocales, loadLocale } from "../language/load.ts";
import { languageTodo, type Todo } from "../language/todo.ts";
import { readHouse } from "../read/house.ts";
import type { World } from "../world.ts";

export interface LanguagePack {
  code: string;
  /** Whether there is a folder for it. */
  exists: boolean;
  /** Texts that it has, of so many. */
  there: number;
  of: number;
  todo: Todo[];
}

export function languagePack(world: World, code: string): LanguagePack {
  const exists = listLocales(world).includes(code);
  const list = languageTodo(world, code);
  const script = exists ? loadLocale(world, code).value?.script : undefined;
  const fonts = script === undefined ? [] : missingFonts(world, script);
  return { code, exists, ...list, todo: [...list.todo, ...fonts] };
}

/** Every language with a folder. */
export function languagePacks(world: World): LanguagePack[] {
  return listLocales(world).map((code) => languagePack(world, code));
}

/** Fonts for a script that a house names and that are not installed. */
function missingFonts(world: World, script: Script): Todo[] {
  const houses = world
    .list("templates/houses")
    .flatMap((name) => (name.endsWith("/") ? [name.slice(0, -1)] : []));
  return houses.flatMap((name): Todo[] => {
    const fonts = readHouse(world, name).value?.fonts[script];
    if (!fonts) return [];
    const files = Object.entries(fonts.files).filter(([, file]) => world.font(file) === undefined);
    return files.map(([face, file]) => ({
      kind: "font",
      file: `templates/houses/${name}/house.yaml`,
      key: `fonts.${script}.files.${face}`,
      english: fonts.optional === undefined ? file : `npm install ${fonts.optional} (${file})`,
      state: "missing",
    }));
  });
}
