/** Reads `templates/houses/<name>/house.yaml` into a house style; every fault with its line and column. */
import type { HouseStyle } from "../document/house.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";
import { checkShape } from "./explain.ts";
import { houseSchema } from "./house-schema.ts";
import { readSource } from "./source.ts";
import { unknownHouse } from "./unknown-house.ts";
import { type Path, parseYaml, type YamlFile } from "./yaml.ts";

/**
 * The house style `name`, or what is wrong with it: `house-unknown` when there is no such folder,
 * `house-syntax` for every fault in the file. Value is absent when there is an error.
 */
export function readHouse(world: World, houseName: string): Checked<HouseStyle> {
  const file = `templates/houses/${houseName}/house.yaml`;
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(houseName)) return { diagnostics: [unknownHouse(world, houseName)] };
  const source = readSource(world, file);
  if (source.value !== undefined) return parseHouse(source.value, houseName, file);
  const { diagnostics } = source;
  return { diagnostics: diagnostics.length > 0 ? diagnostics : [unknownHouse(world, houseName)] };
}

/** The same from text; `file` is for the places of diagnostics. */
export function parseHouse(text: string, houseName: string, file: string): Checked<HouseStyle> {
  const { yaml, diagnostics } = parseYaml(text, file);
  if (diagnostics.length > 0) return { diagnostics: diagnostics.map(ofHouse) };
  const shape = checkShape(houseSchema, yaml);
  if (!shape.value) return { diagnostics: shape.diagnostics.map(ofHouse) };
  // The schema gives optional fields as `undefined | T`; absent ones are absent, so the shape is the type.
  const house = { name: houseName, ...shape.value } as HouseStyle;
  const found = [...checkNames(house, yaml), ...checkBases(house, yaml), ...checkPeriods(house, yaml)];
  return found.length > 0 ? { diagnostics: found } : { value: house, diagnostics: [] };
}

/** Whatever is wrong in the file of a house has one code: the reader of the message mends a house, not a work. */
function ofHouse(d: Diagnostic): Diagnostic {
  return { ...d, code: "house-syntax" };
}

function fault(yaml: YamlFile, path: Path, message: string, hint: string, what?: "field"): Diagnostic {
  return { code: "house-syntax", severity: "error", message, place: yaml.at(path, what), hint };
}

function checkNames(house: HouseStyle, yaml: YamlFile): Diagnostic[] {
  const wrong = Object.keys(house.styles).filter((key) => !/^[a-z][a-z0-9-]*$/.test(key));
  return wrong.map((key) => {
    const hint = "Use lower-case letters, digits and hyphens, first a letter.";
    return fault(yaml, ["styles", key], `\`${key}\` cannot be the name of a style.`, hint, "field");
  });
}

function checkBases({ styles }: HouseStyle, yaml: YamlFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  const names = Object.keys(styles);
  for (const [key, { basedOn }] of Object.entries(styles)) {
    if (basedOn === undefined) continue;
    const path = ["styles", key, "basedOn"];
    if (!Object.hasOwn(styles, basedOn)) {
      const near = nearest(basedOn, names);
      const hint = near ? `Did you mean \`${near}\`?` : `The styles are: ${names.join(", ")}.`;
      found.push(
        fault(yaml, path, `The style \`${key}\` is based on \`${basedOn}\`, which does not exist.`, hint),
      );
      continue;
    }
    const seen = new Set<string>();
    for (
      let base: string | undefined = basedOn;
      base !== undefined && !seen.has(base);
      base = styles[base]?.basedOn
    ) {
      seen.add(base);
    }
    if (!seen.has(key)) continue;
    found.push(
      fault(yaml, path, `The style \`${key}\` is based on itself.`, "Break the circle at one of its styles."),
    );
  }
  return found;
}

function checkPeriods({ periods }: HouseStyle, yaml: YamlFile): Diagnostic[] {
  const names = periods.map((p) => p.name);
  return periods.flatMap((p, i) => {
    if (names.indexOf(p.name) !== i) {
      return [fault(yaml, ["periods", i, "name"], `Two periods are called \`${p.name}\`.`, "Rename one.")];
    }
    if (p.to === undefined || p.from <= p.to) return [];
    return [
      fault(yaml, ["periods", i, "to"], `The period \`${p.name}\` ends before it begins.`, "Swap the days."),
    ];
  });
}
