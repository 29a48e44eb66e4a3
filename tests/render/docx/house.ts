/** The IPU's house as committed, with two styles more that the sample's running head needs. */
import { readFileSync } from "node:fs";
import type { HouseStyle } from "../../../src/document/house.ts";
import { readHouse } from "../../../src/read/house.ts";
import type { World } from "../../../src/world.ts";

export function sampleHouse(): HouseStyle {
  const world: World = {
    read: (path) => new Uint8Array(readFileSync(path)),
    list: () => [],
    font: () => undefined,
  };
  const { value, diagnostics } = readHouse(world, "ipu");
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const styles = {
    ...value.styles,
    centred: { word: "Running Head Centre", basedOn: "running-head", align: "center" as const },
    "at-end": { word: "Running Head End", basedOn: "running-head", align: "end" as const },
  };
  return { ...value, styles };
}
